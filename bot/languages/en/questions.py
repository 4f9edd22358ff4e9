"""How English asks: what shows which kind of answer a question wants.

Rule of this room: patterns see the question's normalised words, one space between and around them; the first wins.
"""

import re

from bot.core.language_data.patterns import pattern
from bot.core.language_data.questions import Questions, before_place, maybe_place, place
from bot.languages.en.contrasts import CONTRASTS
from bot.languages.en.morphology import stem
from bot.model import AnswerType, QuestionType

_NUMBER = r" how (many|much|long|old|far|large|big|tall|high|often|fast|deep|wide|heavy|expensive) | per ?cent "
_NUMBER += r"| (what|which) (percent|percentage|number|amount|age|size|population|proportion|fraction|share|price) "
COUNTING = pattern(r" (?:how (?:many|much)|(?:what|which) (?:is the )?number of) ((?:\w+ ){1,4})")
"""What asks for a number of something, and what follows it."""
AMOUNTS = "hundreds thousands dozens scores millions billions million billion several"
"""Words that count as a number does."""
_WHEN = r"^( (and|since|until|by|from))* when (?!.* (what|which|who|whose|how|where|why) )| when $"
_WHEN += r"| (what|which) (year|date|day|month|century|decade|time|era|period|years|season) | how long ago "
_PLACE = "city|country|state|place|location|town|region|area|continent|county|street|nation|countries|cities"
_WHERE = rf" where | (what|which) ({_PLACE}|university|school|river|island|building|village|district|province|capital) "
_PERSONS = """
person man woman author artist king queen president player scientist researcher poet writer leader ruler emperor pope
actor actress singer musician painter composer philosopher minister general commander founder inventor director
professor teacher engineer explorer architect prince princess duke bishop governor mayor chancellor secretary coach
manager boss athlete astronaut physicist chemist mathematician economist theologian reformer politician senator
historian journalist saint prophet god figure doctor physician chairman chief astronomer biologist geographer critic
scholar monk priest lawyer judge officer official captain quarterback striker goalkeeper driver pilot soldier spy
photographer designer developer entrepreneur banker investor owner heir widow wife husband son daughter brother sister
activist spokesman spokeswoman ambassador diplomat candidate successor predecessor
"""
_HELPERS = "is|are|was|were|did|does|do|has|have|had|can|could|will|would|kind|type|sort|of"
_WHICH = rf"(?:what|which) (?:(?!(?:{_HELPERS}) )\w+ ){{0,2}}"
_WHICH_PERSON = rf"{_WHICH}(?:{'|'.join(_PERSONS.split())})"
"""What German poet, which player: up to two words between."""
_KIND = pattern(rf" {_WHICH}({'|'.join(_PERSONS.split())}|{_PLACE}) ")
_WHY = r" why | for what (reason|purpose) | what (caused|causes|reason|led) | what (is|was) the reason | how come "
QUESTION_TYPES = (
    (QuestionType.NUMBER, pattern(_NUMBER)),
    (QuestionType.WHEN, pattern(_WHEN)),
    (
        QuestionType.WHO,
        pattern(rf" who | whom | whose | {_WHICH_PERSON} "),
    ),
    (QuestionType.WHERE, pattern(_WHERE)),
    (QuestionType.WHY, pattern(_WHY)),
    (QuestionType.HOW, pattern(r" how ")),
)
TYPE_WORDS = """
year date day time name named call called kind type sort form number amount percentage person thing example many much
old high long large big far tall often fast deep wide heavy
"""
"""Words that say what kind of answer is wanted: it need not hold them."""
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_COUNTS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion|half|third"
_OFFICES = "president|king|queen|minister|emperor|prince|pope|leader|founder|general|director|professor|scientist|chief"
QUESTION_SIGNS = (
    (
        QuestionType.WHEN,
        pattern(
            rf"\b({_MONTHS}|century|centuries|decade|monday|tuesday|wednesday|thursday|friday|saturday|sunday|summer|winter|spring|autumn)\b|\b\d{{3,4}}s\b"
        ),
    ),
    (QuestionType.NUMBER, pattern(rf"\b({_COUNTS}|hundreds|thousands|dozens|quarter|twice|per ?cent)\b")),
    (QuestionType.WHO, pattern(rf"\b({_OFFICES}|author|writer|artist|engineer|inventor|led by|family)\b")),
    (QuestionType.WHERE, pattern(r"\b(in|at|near|from|to|into|across|north|south|east|west)\b")),
    (
        QuestionType.WHY,
        pattern(
            r"\b(because|due to|since|so that|in order to|as a result|therefore|thus|caused?|owing|reason|lea?d to)\b"
        ),
    ),
    (QuestionType.HOW, pattern(r"\b(by|through|using|via|with)\b")),
)
"""What shows that a sentence holds a kind of answer; figures and years are found without words."""
MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"


_PAID = r"costs?|earns?|earned|pays?|paid|spent|spends?|worth|salary|wages?|owes?|owed"


_COUNTED = "number|population|cost|share|fee|price|fund|loss|profit|debt|damage|fine|salar|tax|rent|budget|turnout"


_COUNTED += "|bonus|premium|compensation|pension|interest|inflation|subsid|grant|loan|ransom|bail|revenue|rate|donation"


_COUNTED += "|offer|aid"
"""What is high without being long: it wants a number."""


_TIME_UNITS = "years|months|weeks|days|nights|hours|minutes|seconds|decades|metres|meters|kilometres|kilometers|miles"


ANSWER_TYPES = (
    (AnswerType.AGE, pattern(r" how old | (what|which) (is|was) the age ")),
    (
        AnswerType.MONEY,
        pattern(
            rf" how (much|expensive)( \w+){{0,9}} ({_PAID}) | what (do|does|did|will|would)( \w+)+ (cost|earn) "
            r"| how expensive | (what|which) (is|was) the (price|salary|cost|wage) "
        ),
    ),
    (AnswerType.PLACE, pattern(r" where | (what|which) (city|country|town|village|place|province|capital) ")),
    (AnswerType.REASON, pattern(r" why ")),
    (
        AnswerType.SIZE,
        pattern(
            r" how (long|far|large|big|tall|high|often|fast|deep|wide|heavy) "
            rf"(?!.*({_COUNTED}))"
        ),
    ),
    (AnswerType.SIZE, pattern(rf" how many ({_TIME_UNITS}) ")),
    (
        AnswerType.COUNT,
        pattern(r" how (many|much) | (what|which) (percentage|number|amount|share|population|proportion) "),
    ),
)
"""What beside the kind of the question word shows what is asked; the first wins."""
_UNITS = r"""(?:kilo|centi|milli)?(?:met(?:re|er)|gram|lit(?:re|er))s?|kilos?|miles?|feet|foot|ft|inch(?:es)?
|yards?|knots?|km|cm|mm|kg
|acres?|hectares?|square|sq|tons?|tonnes?|pounds?|gallons?|barrels?|degrees?|hours?|minutes?|seconds?|days?|nights?
|weeks?|months?
|years?|decades?|century|centuries|per\ ?cent|mph|volts?|watts?|stor(?:ey|y|ies)|generations?|once|twice|times
|always|never|rarely
|often|daily|annually|every|until|since|till"""
ANSWER_SIGNS = {
    AnswerType.AGE: pattern(
        r"\d[ -]years?[ -]old|\bage[sd]?\b|, \d{1,3}[,.]|\(\d{1,3}\)|\b\w+ years old|\bborn\b"
        r"|\b(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b|\d0s\b|\d years\b"
    ),
    AnswerType.MONEY: pattern(
        r"[$€£¥%]|\b(?:euros?|dollars?|pounds?|cents?|pence|yen|yuan|r(?:o?u)bles?|francs?|free)\b"
        r"|\b(?:per ?cent|half|third|quarters?)\b"
    ),
    AnswerType.TIME: pattern(
        r"\b(?:today|yesterday|tomorrow|tonight|ago|now|currently|recently|soon|later|earlier|meanwhile|midnight|noon"
        r"|(?:year|month|week|weekend|day|hour|minute|night|evening|morning|afternoon|spring|summer|autumn|winter)s?)\b"
        r"|\d\s?[ap]\.?m\b|\d\s?o.clock\b|\b\d{1,2}:\d\d\b"
    ),
    AnswerType.SIZE: pattern(rf"\b(?:{_UNITS})\b|%|°", re.VERBOSE),
}
"""What shows it in a sentence in small letters."""
DATE = pattern(rf"\b(?:{MONTHS}|jan|feb|aug|sept|oct|nov|dec)\b|\bcentur|\b\d{{1,4}}0s\b|\b\d{{4}}\b")
"""A time that says more than the day of the week, in small letters."""
BEFORE_PLACE = before_place(
    "in|at|near|from|to|into|outside|across|around|of|on|off|through|between|towards|throughout|within|via|along"
    "|beyond|over|inside|by|for|and|or|north|south|east|west"
)
"""What stands before the name of a place, in small letters."""
_PLACE_NOUNS = r"""city|cities|towns?|villages?|country|countries|capital|headquarters|seat|houses?|homes?|hall
|hospitals?|clinics?
|schools?|university|universities|church|station|airport|ports?|harbour|streets?|road|square|bridge|banks?|river
|lake|sea|coast
|islands?|mountains?|forests?|parks?|gardens?|fields?|stadium|court|prison|museum|hotel|offices?|buildings?|rooms?
|centre|center
|north|south|east|west|interior|abroad|border|regions?|areas?|district|neighbou?rhoods?|committees?|parliament
|factory|deck|board
|beach|sky|ground|front|stage|world|gate|garage|platform"""
PLACE = place(
    "in|at|near|from|into|outside|across|around|on|along|inside|through|throughout|within|to",
    "the|an?|its|their",
    _PLACE_NOUNS,
    "there|here|everywhere|nowhere|worldwide|abroad",
)
"""A place without a name, in small letters."""
_TIME_NOUNS = (
    "spring|summer|autumn|winter|year|month|week|day|night|evening|morning|afternoon|hour|minute|time|moment|past"
)


_TIME_NOUNS += (
    f"|future|beginning|end|{MONTHS}|monday|tuesday|wednesday|thursday|friday|saturday|sunday|order|addition|fact"
)


_TIME_NOUNS += "|return|all"


MAYBE_PLACE = maybe_place("in|at|near|inside|outside|behind|under|beside", _TIME_NOUNS, "[a-z]")
"""What may be a place, in small letters."""


OPTIONAL_WORDS = frozenset(
    "expected planned scheduled due said called total exactly according altogether currently money aboard board".split()
)
"""Words of a question that a right answer need not have."""


_OTHERS = """
boy girl child teenager youth man woman victim suspect witness patient pupil student worker employee clerk maid owner
manager director gardener driver rider cyclist gunman shooter attacker thief robber killer culprit offender prisoner
hostage guest visitor neighbour neighbor player coach referee author writer artist mayor minister spokesman spokeswoman
officer policeman policewoman guard passenger survivor rescuer donor heir baby officials official
"""


_PERSONS = "|".join([*_OTHERS.split(), *CONTRASTS.kinds])
"""Nouns of persons."""


ENGLISH_QUESTIONS = Questions(
    question_types=QUESTION_TYPES,
    question_signs=QUESTION_SIGNS,
    type_words=frozenset(stem(w) for w in TYPE_WORDS.split()),
    counting=COUNTING,
    amounts=frozenset(AMOUNTS.split()),
    answer_types=ANSWER_TYPES,
    answer_signs=ANSWER_SIGNS | {AnswerType.PLACE: PLACE},
    date=DATE,
    before_place=BEFORE_PLACE,
    maybe_place=MAYBE_PLACE,
    optional_words=OPTIONAL_WORDS,
    calendar=pattern(rf"{MONTHS}|(?:mon|tues|wednes|thurs|fri|satur|sun)day"),
    naming=pattern(
        rf" what (?:is|was|are|were) the names? of (?:the |this |that |a |an )?(?:\w+ )?((?:{_PERSONS})s?) "
    ),
    kind=_KIND,
    called=pattern(r"\b(?:called|named|names?|known as|titled|entitled|dubbed|nicknamed)\b"),
)
