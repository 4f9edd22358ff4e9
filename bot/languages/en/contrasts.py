"""English words that exclude each other; the sets have the same names in every language.

Rule of this room: only what can't both be meant stands in a set; a general word for others stands in none.
"""

from bot.core.language_data.contrasts import Contrasts, table

_MODIFIERS = """
direction north: north, northern
direction south: south, southern
direction east: east, eastern
direction west: west, western
age old: old, former, previous, outgoing, past
age new: new, incoming, future, next
order first: first
order second: second
order third: third
order fourth: fourth
order last: last, final
size large: big, large
size small: small, little
side left: left
side right: right
level upper: upper
level lower: lower
place inner: inner, indoor
place outer: outer, outdoor
owner public: public
owner private: private
sex male: male
sex female: female
colour red: red
colour green: green
colour blue: blue
colour yellow: yellow
colour black: black
colour white: white
colour brown: brown
season summer: summer
season winter: winter
season spring: spring
season autumn: autumn
time morning: morning
time evening: evening
vehicle bus: bus
vehicle train: train, rail
vehicle tram: tram
vehicle taxi: taxi, cab
vehicle lorry: lorry, truck
vehicle ferry: ferry
trade-flow import: import
trade-flow export: export
school primary: primary
school secondary: secondary
"""
_KINDS = """
trade baker: baker
trade butcher: butcher
trade tailor: tailor, dressmaker
trade teacher: teacher
trade doctor: doctor, physician
trade nurse: nurse
trade dentist: dentist
trade vet: vet, veterinarian
trade pharmacist: pharmacist, chemist
trade lawyer: lawyer, attorney, solicitor
trade architect: architect
trade engineer: engineer
trade farmer: farmer
trade fisher: fisherman, fisher
trade carpenter: carpenter, joiner
trade plumber: plumber
trade electrician: electrician
trade hairdresser: hairdresser, barber
trade cook: cook, chef
trade waiter: waiter, waitress
trade priest: priest, vicar
trade journalist: journalist, reporter
trade photographer: photographer
trade singer: singer
trade actor: actor, actress
trade painter: painter
trade miner: miner
trade shoemaker: shoemaker, cobbler
trade optician: optician
trade florist: florist
trade jeweller: jeweller
trade bookseller: bookseller
trade grocer: grocer, greengrocer
trade librarian: librarian
trade firefighter: firefighter, fireman
trade soldier: soldier
trade sailor: sailor
trade pilot: pilot
trade train-driver: train driver, engine driver
trade bus-driver: bus driver
trade taxi-driver: taxi driver, cab driver
trade lorry-driver: lorry driver, truck driver
trade tram-driver: tram driver
court judge: judge
court prosecutor: prosecutor, prosecution
court defence: defence, defense, defender
kin father: father
kin mother: mother
kin son: son
kin daughter: daughter
kin brother: brother
kin sister: sister
kin husband: husband
kin wife: wife
kin uncle: uncle
kin aunt: aunt
kin grandfather: grandfather
kin grandmother: grandmother
match winner: winner, victor
match loser: loser
deal buyer: buyer, purchaser
deal seller: seller, vendor
work employer: employer
work employee: employee
rent landlord: landlord, landlady
rent tenant: tenant
"""
_VERBS = """
open open: open, reopen
open close: close, shut
run begin: begin, start
run end: end, finish
change rise: rise, increase, grow
change fall: fall, drop, decrease, decline, shrink
way arrive: arrive
way leave: leave, depart
job hire: hire, employ
job fire: fire, dismiss
deal sell: sell
deal buy: buy, purchase
result win: win
result lose: lose
vote accept: accept, approve
vote reject: reject
"""
CONTRASTS = Contrasts(table(_MODIFIERS), {}, table(_KINDS), table(_VERBS))
