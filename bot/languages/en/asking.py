"""How English asks: what shows which kind of answer a question wants.

Rule of this room: patterns see the question's normalised words, one space between and around them; the first wins.
"""

import re

from bot.model import Wanted

_NUMBER = r" how (many|much|long|old|far|large|big|tall|high|often|fast|deep|wide|heavy|expensive) | per ?cent "
_NUMBER += r"| (what|which) (percent|percentage|number|amount|age|size|population|proportion|fraction|share|price) "
COUNTING = re.compile(r" (?:how (?:many|much)|(?:what|which) (?:is the )?number of) ((?:\w+ ){1,4})")
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
_WHICH_PERSON = rf"(?:what|which) (?:(?!(?:{_HELPERS}) )\w+ ){{0,2}}(?:{'|'.join(_PERSONS.split())})"
"""What German poet, which player: up to two words between."""
_WHY = r" why | for what (reason|purpose) | what (caused|causes|reason|led) | what (is|was) the reason | how come "
WANTED = (
    (Wanted.NUMBER, re.compile(_NUMBER)),
    (Wanted.WHEN, re.compile(_WHEN)),
    (
        Wanted.WHO,
        re.compile(rf" who | whom | whose | {_WHICH_PERSON} "),
    ),
    (Wanted.WHERE, re.compile(_WHERE)),
    (Wanted.WHY, re.compile(_WHY)),
    (Wanted.HOW, re.compile(r" how ")),
)
TYPE_WORDS = """
year date day time name named call called kind type sort form number amount percentage person thing example many much
old high long large big far tall often fast deep wide heavy
"""
"""Words that say what kind of answer is wanted: it need not hold them."""
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_COUNTS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion|half|third"
_OFFICES = "president|king|queen|minister|emperor|prince|pope|leader|founder|general|director|professor|scientist|chief"
SIGNS = (
    (
        Wanted.WHEN,
        re.compile(
            rf"\b({_MONTHS}|century|centuries|decade|monday|tuesday|wednesday|thursday|friday|saturday|sunday|summer|winter|spring|autumn)\b|\b\d{{3,4}}s\b"
        ),
    ),
    (Wanted.NUMBER, re.compile(rf"\b({_COUNTS}|hundreds|thousands|dozens|quarter|twice|per ?cent)\b")),
    (Wanted.WHO, re.compile(rf"\b({_OFFICES}|author|writer|artist|engineer|inventor|led by|family)\b")),
    (Wanted.WHERE, re.compile(r"\b(in|at|near|from|to|into|across|north|south|east|west)\b")),
    (
        Wanted.WHY,
        re.compile(
            r"\b(because|due to|since|so that|in order to|as a result|therefore|thus|caused?|owing|reason|lea?d to)\b"
        ),
    ),
    (Wanted.HOW, re.compile(r"\b(by|through|using|via|with)\b")),
)
"""What shows that a sentence holds a kind of answer; figures and years are found without words."""
