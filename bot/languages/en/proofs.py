"""What an English question must be answered with, and what shows it in an English sentence.

Rule of this room: a sign is generous, for a sentence without one is no answer; what is asked is read strictly.
"""

import re

from bot.core.proof import Proofs, place, placed, somewhere
from bot.model import Proof

MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_PAID = r"costs?|earns?|earned|pays?|paid|spent|spends?|worth|salary|wages?|owes?|owed"
_COUNTED = "number|population|cost|share|fee|price|fund|loss|profit|debt|damage|fine|salar|tax|rent|budget|turnout"
_COUNTED += "|bonus|premium|compensation|pension|interest|inflation|subsid|grant|loan|ransom|bail|revenue|rate|donation"
_COUNTED += "|offer|aid"
"""What is high without being long: it wants a number."""
ASKED = (
    (Proof.AGE, re.compile(r" how old | (what|which) (is|was) the age ")),
    (
        Proof.MONEY,
        re.compile(
            rf" how (much|expensive)( \w+){{0,9}} ({_PAID}) | what (do|does|did|will|would)( \w+)+ (cost|earn) "
            r"| how expensive | (what|which) (is|was) the (price|salary|cost|wage) "
        ),
    ),
    (Proof.PLACE, re.compile(r" where | (what|which) (city|country|town|village|place|province|capital) ")),
    (Proof.REASON, re.compile(r" why ")),
    (
        Proof.SIZE,
        re.compile(
            r" how (long|far|large|big|tall|high|often|fast|deep|wide|heavy) "
            rf"(?!.*({_COUNTED}))"
        ),
    ),
    (
        Proof.COUNT,
        re.compile(r" how (many|much) | (what|which) (percentage|number|amount|share|population|proportion) "),
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
SHOWN = {
    Proof.AGE: re.compile(
        r"\d[ -]years?[ -]old|\bage[sd]?\b|, \d{1,3}[,.]|\(\d{1,3}\)|\b\w+ years old|\bborn\b"
        r"|\b(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b|\d0s\b|\d years\b"
    ),
    Proof.MONEY: re.compile(
        r"[$€£¥%]|\b(?:euros?|dollars?|pounds?|cents?|pence|yen|yuan|r(?:o?u)bles?|francs?|free)\b"
        r"|\b(?:per ?cent|half|third|quarters?)\b"
    ),
    Proof.TIME: re.compile(
        r"\b(?:today|yesterday|tomorrow|tonight|ago|now|currently|recently|soon|later|earlier|meanwhile|midnight|noon"
        r"|(?:year|month|week|weekend|day|hour|minute|night|evening|morning|afternoon|spring|summer|autumn|winter)s?)\b"
        r"|\d\s?[ap]\.?m\b|\d\s?o.clock\b|\b\d{1,2}:\d\d\b"
    ),
    Proof.SIZE: re.compile(rf"\b(?:{_UNITS})\b|%|°", re.VERBOSE),
}
"""What shows it in a sentence in small letters."""
DATE = re.compile(rf"\b(?:{MONTHS}|jan|feb|aug|sept|oct|nov|dec)\b|\bcentur|\b\d{{1,4}}0s\b|\b\d{{4}}\b")
"""A time that says more than the day of the week, in small letters."""
PLACED = placed(
    "in|at|near|from|to|into|outside|across|around|of|on|off|through|between|towards|throughout|within|via|along"
    "|beyond|over|inside|by|for|and|or|north|south|east|west"
)
"""What stands before the name of a place, in small letters."""
_PLACES = r"""city|cities|towns?|villages?|country|countries|capital|headquarters|seat|houses?|homes?|hall
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
    _PLACES,
    "there|here|everywhere|nowhere|worldwide|abroad",
)
"""A place without a name, in small letters."""
_TIMES = "spring|summer|autumn|winter|year|month|week|day|night|evening|morning|afternoon|hour|minute|time|moment|past"
_TIMES += f"|future|beginning|end|{MONTHS}|monday|tuesday|wednesday|thursday|friday|saturday|sunday|order|addition|fact"
_TIMES += "|return|all"
SOMEWHERE = somewhere("in|at|near|inside|outside|behind|under|beside", _TIMES, "[a-z]")
"""What may be a place, in small letters."""
LIGHT = frozenset("expected planned said called total exactly according altogether currently money".split())
"""Words of a question that a right answer need not have."""
PROOFS = Proofs(
    asked=ASKED,
    shown=SHOWN | {Proof.PLACE: PLACE},
    date=DATE,
    placed=PLACED,
    somewhere=SOMEWHERE,
    light=LIGHT,
    calendar=re.compile(rf"{MONTHS}|(?:mon|tues|wednes|thurs|fri|satur|sun)day"),
    nouns_too=False,
)
