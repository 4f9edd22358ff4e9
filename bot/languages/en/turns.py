"""English phrases that turn a statement into another one, and what else tells that it is not said.

Rule of this room: tables only; the phrases are closed classes, from grammars of English.
"""

from bot.core.language_data.modifiers import Modifier
from bot.core.language_data.turns import Turns, phrase_patterns
from bot.languages.en.same_words import SAME

_NOT = """
no longer
the opposite|reverse|contrary of
anything but
far from
nowhere near
by no means
in no way
in no sense
under no circumstances
on no account
not in the least
not at all
unable to
incapable of
powerless to
not able to
not in a position to
fail|fails|failed|failing to
refuse|refuses|refused|refusing to
decline|declines|declined|declining to
neglect|neglects|neglected|neglecting to
omit|omits|omitted to
forgot|forgotten to
stop|stops|stopped short of
refrain|refrains|refrained|refraining from
abstain|abstains|abstained from
narrowly avoid*|escap*|miss*
avoid|avoids|avoided|avoiding
prevent|prevents|prevented|preventing
stop|stops|stopped|kept|keep|barred|banned|blocked … from
the last _ to
the last to
the last thing
too _ … to
too _ for
not _ enough to
is|are|was|were|be|been|being|as a lie|myth|hoax|fabrication|fiction|invention|fairy-tale
is|are|was|were|be|been|being|proved|proven|as untrue|false|wrong|fabricated|invented
is|are|was|were|be|been|being|proved|proven|as incorrect|nonsense|baseless|unfounded|unproven
is|are|was|were made up
it is a lie that
no truth in|to
falsely|wrongly
contrary to
rather than
instead of
has|have|had yet to
rule|rules|ruled|ruling out
reject|rejects|rejected the|a|any claim*|report*|suggestion*|idea|rumour*
dismiss|dismisses|dismissed the|a|any claim*|report*|suggestion*|idea|rumour*
little suggests|indicates|points|evidence|sign|chance|hope|doubt|reason
few|nobody believe*|think*|expect*|say*|trust*
there is little
short of
devoid of
free of|from
lack|lacks|lacked|lacking
deny|denies|denied|denying
never mind that
cannot be said
couldn't|can't|isn't be said
"""
_ALMOST = """
almost
nearly
virtually
practically
all but _
as good as
close to
came|come|comes close
on the verge|brink|point|edge of
within a whisker|hair of
just short of
half
"""
_UNREAL = """
would|could|might|should have
would've|could've|might've|should've
if only
as if|though
had _ … would
had _ … might|could
were _ … would
were _ to
otherwise
suppose
supposing
imagine
imagined
in the event
in case
provided that
on condition
assuming
but for
wish|wishes|wished
dream|dreams|dreamed|dreamt
pretend|pretends|pretended|pretending
rehears*
simulat*
unless
"""
_DOUBT = """
rumour|rumours|rumor|rumors|rumoured|rumored
suspicion|suspicions
doubt|doubts|doubted|doubtful|doubtfully
unclear
uncertain
unproven
question of|whether
whether
allegation|allegations
conspiracy
either … or
at best
claim|claims|claimed to
said|alleged|believed|thought|reported|rumoured|supposed|understood to
accuse|accuses|accused|accusing
suspect|suspects|suspected of
charge|charges|charged with
seem|seems|seemed
appear|appears|appeared to
supposedly
allegedly
purportedly
ostensibly
"""
_PLAN = """
fear|fears|feared|fearing
hope|hopes|hoped|hoping
demand|demands|demanded that|for
insist|insists|insisted on
plan|plans|planned|planning to
intend|intends|intended|intending to
want|wants|wanted to
aim|aims|aimed to|at
try|tries|tried|trying to
attempt|attempts|attempted|attempting to
threaten|threatens|threatened|threatening
promise|promises|promised to
vow|vows|vowed|pledge|pledges|pledged to
offer|offers|offered to
consider|considers|considered|considering
seek|seeks|sought to
is|are|was|were to _
is|are|was|were meant|ready|prepared|likely|supposed|free|allowed|required|obliged|forced|willing to
due|set|expected|scheduled|bound to
agree|agrees|agreed to
vote|votes|voted to
urge|urges|urged|call|calls|called for
"""
_EXCEPT = """
except
excepting
excepted
excluding
apart|aside from
other than
with the exception
save for
bar|barring
all but one|two|three|four|five|six|ten
everyone|everybody|everything|all|anyone|nobody|none but
with one exception
"""
_SELDOM = """
rarely
seldom
"""
_SOMETIMES = """
sometimes
occasionally
at times
now and then
from time to time
"""
_OFTEN = """
often
usually
mostly
frequently
as a rule
in most cases
"""
_ALWAYS = """
always
every time
without exception
"""
_PAST = """
used to
formerly
until recently
until then
"""


def _is_past(word: str, lemma: str) -> bool | None:
    """Tell whether a verb's form is a past one: any that is neither its lemma nor that with an s."""
    return word not in {lemma, f"{lemma}s", f"{lemma}es", f"{lemma[:-1]}ies"}


ENGLISH_TURNS = Turns(
    have=frozenset({"have"}),
    on_behalf=frozenset({"for"}),
    phrases=phrase_patterns(
        {
            Modifier.EXCEPT: _EXCEPT,
            Modifier.NOT: _NOT,
            Modifier.ALMOST: _ALMOST,
            Modifier.UNREAL: _UNREAL,
            Modifier.DOUBT: _DOUBT,
            Modifier.PLAN: _PLAN,
            Modifier.PAST: _PAST,
            Modifier.FEW: _SELDOM,
            Modifier.SOME: _SOMETIMES,
            Modifier.MOST: _OFTEN,
            Modifier.ALL: _ALWAYS,
        }
    ),
    altered=tuple(
        "toy fake false sham mock replica model bogus dummy counterfeit imitation forged pretend would-be "
        "so-called purported supposed alleged suspected apparent potential possible proposed planned "
        "prospective attempted failed aborted former ex- late acting deputy vice assistant designate "
        "honorary self-styled self-proclaimed fictional fictitious imaginary simulated hypothetical "
        "artificial plastic wooden virtual quasi pseudo near near-".split()
    ),
    altered_prefixes=("ex-", "vice-", "pseudo-", "would-be-", "near-", "mock-", "non-", "anti-", "half-", "semi-"),
    factive=frozenset(
        "know knows knew known find finds found show shows showed shown prove proves proved proven confirm "
        "confirms confirmed reveal reveals revealed discover discovers discovered learn learned learnt "
        "realise realised realize realized notice noticed fact facts true clear certain evident obvious "
        "remember remembers remembered regret regrets regretted happy glad sorry proud surprised news proof "
        "evidence emerged means meant demonstrate demonstrates demonstrated establish established so such "
        "day time result results resulted".split()
    ),
    having=frozenset("have has had boast boasts own owns owned possess hold holds feature include includes".split()),
    relational=frozenset("ally partner neighbour neighbor rival opponent enemy counterpart adversary".split()),
    everybody=frozenset("everyone everybody everything all anyone anybody both".split()),
    somebody=frozenset("someone somebody something".split()),
    partitives=tuple(
        "number group kind sort type majority minority dozen hundred thousand million billion pair couple "
        "half third quarter percent part most all some many lot city town state island republic kingdom "
        "month year day amount total sum series range set team band gang crowd fleet pack bunch share "
        "member percentage tonne ton litre metre mayor president minister piece bottle sack barrel".split()
    ),
    ranges=frozenset("to or and - – until".split()),
    alternatives=frozenset({"or"}),
    past=frozenset("was were had did could would".split()),
    present=frozenset("is are am does do".split()),
    of_time=frozenset("year clock".split()),
    is_past=_is_past,
    same=SAME,
    definite=frozenset({"the"}),
    of=frozenset({"of"}),
    between="between",
    joint="and",
    ability=frozenset("can could able".split()),
    conditions=frozenset("if unless".split()),
    copulas=frozenset("is are was were".split()),
    ambiguous=frozenset(
        "cut put hit let shut set cost hurt read beat spread quit bet burst cast split shed rid thrust "
        "broadcast".split()
    ),
    contracted=(
        ("can't", "can not"),
        ("won't", "will not"),
        ("shan't", "shall not"),
        ("n't", " not"),
        ("cannot", "can not"),
        ("%", " percent"),
    ),
)
