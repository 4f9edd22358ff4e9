"""English words that say the same of the same thing, strictly: what is true with one is true with the other.

Rule of this room: tables only; a word that says more, or is stronger, stands behind ">" and says the general one.
"""

SAME = """
close; shut
buy; purchase; acquire
sell; offload
arrest; detain; apprehend
reject; refuse; spurn; rebuff
accept; agree
approve; authorise; authorize; endorse; okay
repair; mend; fix
rescue; save
build; construct; erect
destroy; wreck; devastate; ruin
destroy > raze; level; demolish; obliterate; annihilate
demolish; raze
damage > destroy; wreck; devastate; ruin
hurt; injure; wound
kill > murder; slay; assassinate; execute; massacre
die > drown; perish
attack > bomb; shell; raid; storm; ambush
steal > rob; loot
raise; increase; hike
rise; increase; grow; climb; go up
fall; drop; decline; decrease; sink; go down
cut; reduce; lower; slash
discover; find
publish; release
cancel; scrap; axe
dismiss; sack; fire; lay off
hire; employ; recruit; take on
win; triumph
defeat; beat
lose; be beaten
seize; capture
seize; confiscate; impound
open; inaugurate
begin; start; commence; launch
end; finish; conclude; stop
sign; conclude
back; support; endorse
oppose; resist
criticise; criticize; slam
praise; laud; commend
abduct; kidnap
transport; carry; convey; ship
finance; fund
search; inspect
sue; take to court
pay; settle
leave; depart; quit
resign; step down; quit
appoint; name
elect; vote in
send; dispatch; deliver; ship
get; receive; obtain
give; hand; provide
show; display; exhibit
help; assist; aid
say; state; declare
announce; declare
claim; assert
admit; concede; acknowledge
warn; caution
demand; call for
ask; request
block; obstruct; bar
ban; prohibit; outlaw; forbid
allow; permit
evacuate; clear
flood; inundate
burn > blaze
crash; collide
sink; go under
escape; flee
return; come back
arrive; come
travel; journey; go
move; relocate
live; reside
work > toil
meet > encounter
last; take
cost; come to; amount
happen; occur; take place
hide; conceal
use; employ; utilise; utilize
need; require
choose; select; pick
change; alter
replace; substitute
examine; study; investigate
investigate; probe
convict; find guilty
sentence; condemn
acquit; clear
accuse; charge
pass; adopt
own; possess
hold; contain
car; automobile
lorry; truck
plane; aircraft; airplane
ship; vessel
boat > dinghy; yacht
vehicle > car; lorry; truck; bus; van; motorcycle
weapon > missile; rocket; gun; rifle; pistol; bomb; tank
ship > tanker; ferry; freighter
animal > dog; cat; horse; cow; sheep; pig; bird
building > house; school; church; hospital; tower
person; human; individual
people; persons
child; kid; youngster
child > boy; girl; toddler; baby
woman > widow; mother
man > widower; father
doctor; physician
lawyer; solicitor; attorney
teacher > headteacher
policeman; police officer
police; policemen; officers
worker; employee; labourer; laborer
employee; staff member
boss; chief; head
company; firm; business; corporation
shop; store
flat; apartment
street; road
city; town
village; hamlet
country; nation; state
government; administration
parliament; assembly
minister; secretary
election; ballot; poll
agreement; deal; accord; pact
treaty; accord
money; cash; funds
wage; salary; pay
tax; levy; duty
price; cost
fire; blaze
storm; gale
flood; flooding; deluge
illness; disease; sickness
dead; killed; deceased
injured; wounded; hurt
big; large; huge
small; little; tiny
quick; fast; rapid
rich; wealthy
poor; impoverished
old; aged; elderly
ill; sick
important; significant
dangerous; hazardous
film; movie
football; soccer
autumn; fall
holiday; vacation
petrol; gasoline
rubbish; garbage; trash
match; game
trial; court case
jail; prison
border; frontier
soldier; serviceman
troops; soldiers
motorway; highway; freeway
railway; railroad
harbour; harbor; port
jewels; jewellery; jewelry
"""
