"""How English writes numbers, units and times.

Rule of this room: words stand in small letters; a pattern sees a text as it is and names what it finds.
"""

import re
from fractions import Fraction

from bot.core.language_data.patterns import pattern
from bot.core.language_data.quantities import NumberWords, Quantities, TimeWords, feast_names, telling
from bot.languages.units import SIGNS, named

_SMALL = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = NumberWords(
    values={w: Fraction(n) for n, w in enumerate(_SMALL.split())}
    | {w: Fraction(10 * (n + 2)) for n, w in enumerate(_TENS.split())},
    scales={
        "hundred": 100,
        "thousand": 1000,
        "million": 10**6,
        "millions": 10**6,
        "billion": 10**9,
        "trillion": 10**12,
        "bn": 10**9,
        "dozen": 12,
        "score": 20,
    },
    shares={
        "half": Fraction(1, 2),
        "halves": Fraction(1, 2),
        "third": Fraction(1, 3),
        "thirds": Fraction(1, 3),
        "quarter": Fraction(1, 4),
        "quarters": Fraction(1, 4),
        "fifth": Fraction(1, 5),
        "fifths": Fraction(1, 5),
    },
    joints=frozenset({"and"}),
    ones=frozenset({"a", "an", "one"}),
    short={"m": 10**6, "bn": 10**9, "k": 1000, "tn": 10**12, "mn": 10**6},
)
_UNITS = """
percent: percent, per cent, percentage points, percentage point
m: metre, metres, meter, meters
km: km, kilometre, kilometres, kilometer, kilometers
cm: cm, centimetre, centimetres, centimeter, centimeters
mm: mm, millimetre, millimetres, millimeter, millimeters
mile: mile, miles
yard: yard, yards
foot: foot, feet, ft
inch: inch, inches
sqm: square metre, square metres, square meter, square meters, sq m
sqkm: square kilometre, square kilometres, square kilometer, square kilometers, sq km
hectare: hectare, hectares, ha
acre: acre, acres
l: litre, litres, liter, liters
barrel: barrel, barrels
gallon: gallon, gallons
kg: kg, kilo, kilos, kilogram, kilograms
g: gram, grams
tonne: tonne, tonnes, metric ton, metric tons
lb: lb, lbs
kmh: km / h, kph, kilometres per hour, kilometers per hour, kilometres an hour
mph: mph, miles per hour, miles an hour
second: second, seconds
minute: minute, minutes
hour: hour, hours
day: day, days
week: week, weeks
month: month, months
year: year, years
decade: decade, decades
century: century, centuries
age: years old, year old, year olds, years of age
eur: euro, euros, eur
usd: dollar, dollars, usd
gbp: pound, pounds, gbp, pounds sterling
chf: franc, francs, chf
rub: rouble, roubles, ruble, rubles
jpy: yen
cny: yuan
krone: krone, kroner, krona, kronor
cent: cent, cents
penny: pence, penny
"""
_FULL = "january|february|march|april|may|june|july|august|september|october|november|december"
_SHORT = {"jan": 1, "feb": 2, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12}
_MONTH = rf"(?P<name>{_FULL}|(?:{'|'.join(_SHORT)})\b\.?)"
_LARGE = rf"(?P<name>{'|'.join(m.capitalize() for m in _FULL.split('|'))})"
_UNIT_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
)
_UNIT_ORDINALS += " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
_ORDINALS = {w: n + 1 for n, w in enumerate(_UNIT_ORDINALS.split())}
_ORDINALS |= {f"twenty-{w}": 20 + n for w, n in list(_ORDINALS.items())[:9]}
_ORDINALS |= {"thirtieth": 30, "thirty-first": 31}
_ORDINAL = rf"(?P<ordinal>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[4-9]|20)\d\d)\b"
_SPELT = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_HOUR = rf"(?P<hour>{_SPELT}|\d{{1,2}})"
_BEHIND = (
    r"(?=\s*(?:[.,:](?!\d)|[;!?)\u201d\"]|$)"
    r"|\s+(?:and|or|on|in|this|every|each|sharp|today|tomorrow|tonight|yesterday|local)\b)"
)
_WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_FEASTS = """
easter: easter, easter sunday
easter-monday: easter monday
good-friday: good friday
christmas: christmas, xmas, christmas day
christmas-eve: christmas eve
new-year: new year, new year's day, new year’s day
new-years-eve: new year's eve, new year’s eve
pentecost: whitsun, pentecost
ramadan: ramadan
halloween: halloween
thanksgiving: thanksgiving
carnival: carnival
advent: advent
hanukkah: hanukkah
~spring: spring
~summer: summer
~autumn: autumn
~winter: winter
holidays: holidays, vacation
~weekend: weekend
~today: today
~yesterday: yesterday
~tomorrow: tomorrow
~tonight: tonight
"""


_NAMED_FEASTS = feast_names(_FEASTS)
_NAMES = "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in sorted(_NAMED_FEASTS, key=len, reverse=True))
_PATTERNS = (
    r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b",
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<part>[ap]\.?\s?m\b\.?)",
    (
        rf"\b(?P<shift>half|quarter|five|ten|twenty|twenty-five)(?:\s+minutes)?[\s-]+(?P<side>past|to|after|before)\s+{_HOUR}\b"
        r"(?:\s+in\s+the\s+(?P<part>morning|afternoon|evening))?"
    ),
    rf"\b{_HOUR}\s?o\W?\s?clock\b(?:\s+in\s+the\s+(?P<part>morning|afternoon|evening))?",
    r"\b(?P<hour>\d{1,2}):(?P<minute>[0-5]\d)\b(?![:\d])",
    rf"\b{_DAY}(?:\s+of)?\s+{_MONTH}\b,?(?:\s+{_YEAR})?",
    rf"\b{_MONTH}\s+{_DAY}\b(?![:\d]|[.,]\d)(?:,?\s+{_YEAR})?",
    rf"\b{_ORDINAL}\s+of\s+{_MONTH}\b(?:,?\s+{_YEAR})?",
    rf"\b{_MONTH}\s+(?:the\s+)?{_ORDINAL}\b(?:,?\s+{_YEAR})?",
    rf"\b{_MONTH}(?:\s+of)?,?\s+{_YEAR}",
    rf"\b(?:in|since|until|by|from|of|early|late|mid|last|next|this|during|before|after)[\s-]+{_MONTH}\b",
    rf"(?-i:\b{_LARGE}\b)",
    rf"\b(?P<feast>{_NAMES})\b",
    rf"\b(?P<weekday>{_WEEKDAYS})s?\b",
    r"\b(?P<fixed>noon|midday|midnight)\b",
    rf"\b(?:at|around|about|by|until|till|before|after|from|towards)\s+{_HOUR}{_BEHIND}",
    rf"\b(?:in|since|until|early|late|mid|before|after|year)[\s-]+{_YEAR}(?![-,.]\d)",
    rf"\b(?:by|from|of|and|to|through|during)\s+{_YEAR}(?=\s*[.,;:!?)]|$)",
    rf"\({_YEAR}\)",
)
TIMES = TimeWords(
    patterns=tuple(pattern(p, re.IGNORECASE) for p in _PATTERNS),
    months={m: n + 1 for n, m in enumerate(_FULL.split("|"))} | _SHORT,
    ordinals=_ORDINALS,
    weekdays={day: day for day in _WEEKDAYS.split("|")},
    feasts=_NAMED_FEASTS,
    shifts={"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25},
    sides={"past": 1, "after": 1, "to": -1, "before": -1},
    parts={"am": 0, "pm": 12, "morning": 0, "afternoon": 12, "evening": 12},
    fixed={"noon": 720, "midday": 720, "midnight": 0},
    lengths={"fortnight": ("s", Fraction(14 * 86_400)), "fortnights": ("s", Fraction(14 * 86_400))},
)
QUANTITIES = Quantities(
    numbers=NUMBERS,
    units=named(_UNITS),
    signs=SIGNS,
    prefixes=frozenset({"us"}),
    fillers=frozenset({"of", "an", "a"}),
    aged=pattern(r"\b(?:aged?|age\s+of)\s+$", re.IGNORECASE),
    times=TIMES,
    signals=telling(NUMBERS, TIMES),
)
