"""How German writes numbers, units and times.

Rule of this room: words stand in small letters; a pattern sees a text as it is and names what it finds.
"""

import re
from fractions import Fraction

from bot.core.language_data.patterns import pattern
from bot.core.language_data.quantities import NumberWords, Quantities, TimeWords, feast_names, telling
from bot.languages.units import SIGNS, named

_SMALL = "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"
_SMALL += " siebzehn achtzehn neunzehn"
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
_HALF = Fraction(1, 2)
_HALVES = {f"halb{ending}": _HALF for ending in ("", "e", "en", "er", "es", "em")}
NUMBERS = NumberWords(
    values={w: Fraction(n) for n, w in enumerate(_SMALL.split())}
    | {w: Fraction(10 * (n + 2)) for n, w in enumerate(_TENS.split())}
    | {"eins": Fraction(1), "zwo": Fraction(2), "zweien": Fraction(2), "dreien": Fraction(3), "dreissig": Fraction(30)}
    | {"anderthalb": Fraction(3, 2), "eineinhalb": Fraction(3, 2)},
    scales={
        "hundert": 100,
        "tausend": 1000,
        "million": 10**6,
        "millionen": 10**6,
        "milliarde": 10**9,
        "milliarden": 10**9,
        "billion": 10**12,
        "billionen": 10**12,
        "mio": 10**6,
        "mrd": 10**9,
        "tsd": 1000,
        "dutzend": 12,
    },
    shares=_HALVES
    | {
        "hälfte": _HALF,
        "drittel": Fraction(1, 3),
        "dritteln": Fraction(1, 3),
        "viertel": Fraction(1, 4),
        "vierteln": Fraction(1, 4),
        "dreiviertel": Fraction(3, 4),
        "fünftel": Fraction(1, 5),
        "fünfteln": Fraction(1, 5),
    },
    joints=frozenset({"und"}),
    ones=frozenset({"ein", "eine", "einem", "einer", "einen", "eines"}),
    tails={"einhalb": _HALF},
    compounds=True,
)
_ENDINGS = ("", "e", "em", "en", "er", "es")


def _adjectives(stem: str) -> str:
    """Return the forms of an adjective: minütig, minütige."""
    return ", ".join(stem + ending for ending in _ENDINGS)


_UNITS = f"""
percent: prozent, prozentpunkte, prozentpunkten, v. h.
m: meter, metern, m, {_adjectives("metrig")}
km: km, kilometer, kilometern
cm: cm, zentimeter, zentimetern
mm: mm, millimeter, millimetern
mile: meile, meilen
yard: yard, yards
foot: fuß
sqm: quadratmeter, quadratmetern
sqkm: quadratkilometer, quadratkilometern
hectare: hektar, ha
l: liter, litern
barrel: barrel
gallon: gallone, gallonen
kg: kg, kilo, kilogramm
g: gramm
tonne: tonne, tonnen
kmh: km / h, stundenkilometer, stundenkilometern, kilometer pro stunde
mph: meilen pro stunde
second: sekunde, sekunden, {_adjectives("sekündig")}
minute: minute, minuten, {_adjectives("minütig")}
hour: stunde, stunden, {_adjectives("stündig")}
day: tag, tage, tagen, {_adjectives("tägig")}
week: woche, wochen, {_adjectives("wöchig")}
month: monat, monate, monaten, {_adjectives("monatig")}
year: jahr, jahre, jahren
decade: jahrzehnt, jahrzehnte, jahrzehnten
century: jahrhundert, jahrhunderte, jahrhunderten
age: {_adjectives("jahre alt")}, {_adjectives("jährig")}
eur: euro, euros, eur
usd: dollar, dollars, usd
gbp: pfund, gbp, britische pfund
chf: franken, chf
rub: rubel
jpy: yen
cny: yuan
dem: mark, dm
krone: krone, kronen
cent: cent
"""
_FULL = "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
_SHORT = {"jan": 1, "feb": 2, "aug": 8, "sept": 9, "okt": 10, "nov": 11, "dez": 12}
_MONTH = rf"(?P<name>{_FULL}|jänner|(?:{'|'.join(_SHORT)})\b\.?)"
_LARGE = rf"(?P<name>{'|'.join(m.capitalize() for m in _FULL.split('|'))}|Jänner)"
_STEMS = "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft"
_ORDINALS = {f"{stem}e{ending}": n + 1 for n, stem in enumerate(_STEMS.split()) for ending in ("", "n", "r")}
_ORDINAL = rf"(?P<ordinal>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
_YEAR = r"(?P<year>(?:1[4-9]|20)\d\d)\b"
_SPELT = "eins?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf"
_HOUR = rf"(?P<hour>{_SPELT}|\d{{1,2}})"
_PART = r"(?:\s+(?:am\s+)?(?P<part>morgens?|früh|vormittags?|mittags|nachmittags?|abends?))?"
_BEHIND = r"(?=\s*(?:[.,](?!\d)|[;!?)\u201c\"]|$)|(?-i:\s+[a-zäöü]))"
_WEEKDAYS = {
    "montag": "monday",
    "dienstag": "tuesday",
    "mittwoch": "wednesday",
    "donnerstag": "thursday",
    "freitag": "friday",
    "samstag": "saturday",
    "sonnabend": "saturday",
    "sonntag": "sunday",
}
_FEASTS = """
easter: ostern, ostersonntag, osterfest
easter-monday: ostermontag
good-friday: karfreitag
christmas: weihnachten, weihnachtsfest
christmas-eve: heiligabend, heiliger abend
new-year: neujahr
new-years-eve: silvester
pentecost: pfingsten
ramadan: ramadan
halloween: halloween
carnival: karneval, fasching, fastnacht
advent: advent
hanukkah: chanukka
~spring: frühling, frühjahr
~summer: sommer
~autumn: herbst
~winter: winter
holidays: ferien, sommerferien, osterferien, herbstferien, weihnachtsferien
~weekend: wochenende
~today: heute
~yesterday: gestern
~tomorrow: morgen
"""


_NAMED_FEASTS = feast_names(_FEASTS)
_NAMES = "|".join(n.replace(" ", r"\s+") for n in sorted(_NAMED_FEASTS, key=len, reverse=True))
_PATTERNS = (
    r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b",
    rf"\b(?P<day>\d{{1,2}})\.\s?{_MONTH}\b(?:\s+{_YEAR})?",
    r"\b(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?:\s?(?P<year>(?:1[4-9]|20)\d\d)\b)?(?!\d)",
    rf"\b{_ORDINAL}\s+{_MONTH}\b(?:\s+{_YEAR})?",
    rf"\b(?P<hour>{_SPELT}|\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?(?:\s|-)?uhr\b{_PART}",
    rf"\b(?P<shift>viertel|fünf|zehn|zwanzig)\s+(?P<side>vor|nach)\s+{_HOUR}\b{_PART}",
    rf"\b(?P<shift>halb|dreiviertel)\s+{_HOUR}\b{_PART}",
    r"\b(?P<hour>\d{1,2}):(?P<minute>[0-5]\d)\b(?![:\d])",
    rf"\b{_MONTH}\s+{_YEAR}",
    rf"\b(?:im|seit|bis|ab|anfang|ende|mitte|vergangenen|letzten|nächsten|diesen|kommenden)\s+{_MONTH}\b",
    rf"(?-i:\b{_LARGE}s?\b)",
    rf"\b(?P<feast>{_NAMES})s?\b",
    rf"\b(?P<weekday>{'|'.join(_WEEKDAYS)})(?:s|en)?\b",
    r"\b(?P<fixed>mitternacht)\b",
    rf"\b(?:um|gegen|ab|bis)\s+(?P<hour>{_SPELT}){_PART}{_BEHIND}",
    rf"\b(?:im\s+jahre?|in|seit|bis|ab|vor|nach|und|von|anfang|ende|mitte|sommer|herbst|winter|frühjahr)\s+{_YEAR}(?![-.,]\d)",
    rf"\({_YEAR}\)",
)
TIMES = TimeWords(
    patterns=tuple(pattern(p, re.IGNORECASE) for p in _PATTERNS),
    months={m: n + 1 for n, m in enumerate(_FULL.split("|"))} | _SHORT | {"jänner": 1},
    ordinals=_ORDINALS,
    weekdays=_WEEKDAYS,
    feasts=_NAMED_FEASTS,
    shifts={"halb": 30, "viertel": 15, "dreiviertel": 15, "fünf": 5, "zehn": 10, "zwanzig": 20},
    sides={"nach": 1, "vor": -1},
    parts={
        "morgen": 0,
        "morgens": 0,
        "früh": 0,
        "vormittag": 0,
        "vormittags": 0,
        "mittags": 12,
        "nachmittag": 12,
        "nachmittags": 12,
        "abend": 12,
        "abends": 12,
    },
    fixed={"mitternacht": 0},
    lengths={},
)
QUANTITIES = Quantities(
    numbers=NUMBERS,
    units=named(_UNITS),
    signs=SIGNS,
    prefixes=frozenset({"us"}),
    fillers=frozenset(),
    aged=pattern(r"\b(?:alter\s+von|mit)\s+$", re.IGNORECASE),
    times=TIMES,
    signals=telling(NUMBERS, TIMES),
    begins=pattern(
        "(?:zwei|drei|vier|fünf|sech|sieb|acht|neun|zehn|elf|zwölf|zwanzig|hundert|tausend|halb|anderthalb|viertel|eintäg|einjähr|einstünd)"
    ),
)
