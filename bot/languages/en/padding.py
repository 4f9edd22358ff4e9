"""What English puts around a question: greetings, politeness, clauses that carry it, filler.

Rule of this room: only what can't be part of what is asked.
"""

import re

from bot.core.language_data.padding import Padding, carrying, ending, opening, parting
from bot.core.language_data.patterns import pattern

_OPENS = (
    "hi|hello|hey|hiya|howdy|yo",
    "(?:dear|hi|hello|hey) bot|bot",
    "good (?:morning|afternoon|evening|day)",
    "so|well|ok|okay|alright|right|um+|uh+|erm+|er|hm+|oh|yes|and|but|now|then|also|again",
    "sorry|excuse me|pardon|quick question|(?:one|another|a) question|question|just curious|btw|by the way",
    "please|pls|plz|kindly|thanks|thank you|thx",
    "(?:be so kind|be kind enough) (?:and|as to|to)|do me a favou?r and",
    "(?:according to|in|from|per|based on) (?:the|this|your|that) (?:article|text|story|report|piece|page|news)",
)
_YOU = "(?:you|u|ya|anyone|anybody|someone|somebody|we)"
_ME = r"(?:\s+(?:to\s+)?(?:me|us))?"
_SOFT = r"(?:\s+(?:please|kindly|maybe|perhaps|just|possibly|also|really|quickly|happen\s+to|even))*"
_TELLING = "tell|explain|show|say|let|give|clarify|remind"
_TEXT = "(?:article|text|story|report|piece|page|author|paper)"
_CARRIES = (
    rf"(?:could|can|would|will) {_YOU}{_SOFT}\s+(?:{_TELLING}){_ME}(?:\s+know)?(?:\s+please)?",
    rf"(?:please\s+)?(?:{_TELLING}){_ME}(?:\s+know)?(?:\s+please)?",
    rf"(?:do|does|did) {_YOU}{_SOFT}\s+(?:know|remember|understand|recall)",
    (
        r"(?:i|we)(?:['’]d|['’]m|['’]re|\s+would|\s+am|\s+are|\s+was|\s+were)?"
        rf"{_SOFT}\s+(?:like|love|want(?:ed)?|need(?:ed)?|try|trying|hope)\s+to{_SOFT}\s+"
        r"(?:know|ask|find\s+out|learn|understand|hear|see)(?:\s+you)?"
    ),
    (
        r"(?:i|we)(?:['’]d|['’]m|['’]re|\s+would|\s+am|\s+are|\s+was|\s+were)?"
        rf"{_SOFT}\s+(?:wonder|wondering|curious|interested|asking|not\s+sure|unsure|wanna\s+know|ask\s+myself)"
        r"(?:\s+(?:in|about))?"
    ),
    (
        r"(?:my|our|the|a|some)\s+\w+(?:\s+here)?\s+(?:wants?|wanted|needs?|would\s+like|has)(?:\s+me)?\s+to\s+"
        r"(?:know|ask|find\s+out)"
    ),
    r"my\s+\w+\s+(?:asks?|asked|wonders?|wondered)(?:\s+me)?",
    "(?:any|no) (?:idea|clue)|got any idea",
    (
        rf"(?:does|did|do) (?:the|this|your|that) {_TEXT}{_SOFT}\s+(?:say|tell|mention|explain|state|reveal|give)"
        rf"{_ME}(?:\s+anything)?(?:\s+about)?"
    ),
    rf"(?:what|anything) (?:does|did) (?:the|this) {_TEXT} (?:say|tell|mention)(?:\s+(?:about|on))",
    (
        rf"(?:is|was) (?:it|there)\s+(?:anything\s+)?(?:known|said|clear|mentioned|stated|reported|written)"
        rf"(?:\s+in\s+(?:the|this)\s+{_TEXT})?"
    ),
    (
        r"(?:what\s+(?:i|we)(?:['’]d\s+like|\s+would\s+like|\s+want(?:ed)?|\s+need)\s+to\s+know\s+is|(?:the|my|our|here['’]?s\s+my)"
        r"\s+question(?:\s+is)?)"
    ),
)
_ASKS = (
    "who|whom|whose|what|when|where|why|how|which|whoever|in|at|on|by|for|from|to|of|with|since|until"
    "|is|are|was|were|did|does|do|has|have|had|will|would|can|could"
)
_ENDS = (
    "please|pls|plz|kindly",
    r"(?:many\s+)?(?:thanks|thank\s+you|thx|cheers|ty)(?:\s+(?:in\s+advance|a\s+lot|so\s+much|very\s+much|again|bot))*",
    "(?:according to|in|from|based on) (?:the|this|your) (?:article|text|story|report|piece|page)",
    "(?:do|does) (?:you|anyone) know|can you tell me|could you tell me|any (?:idea|ideas|clue)|do you know that",
    r"(?<=[,.!?]\s)bot|(?<=[,.!?])bot",
    "i wonder|just curious|just wondering|asking for a friend|then|again|exactly|actually|lol|btw",
)
_FILLERS = """
please pls plz thanks thx kindly um umm uh erm hmm gonna wanna gotta u ur ya lol btw ok okay actually basically
literally really exactly precisely maybe perhaps anyway somehow somewhat like far yet already bit quite simply
"""
_LIGHT = """
say says said saying tell tells told telling happen happens happened happening think thinks thought thinking feel
feels felt believe believes believed opinion view views mention mentions mentioned know knows knew known
make makes made making do does did done doing get gets got getting gotten go goes going went gone give gives gave given
giving take takes took taken taking seem seems seemed seeming suppose supposed thing things anything something anyone
someone somebody anybody people person called name kind sort type way case part place lot lots consider considers
considered want wants wanted wanting need needs needed come comes came coming put puts keep keeps kept let lets
talk talks talked speak speaks spoke deal deals dealt use uses used using try tries tried
"""
_BEFORE = "in|at|on|by|for|from|to|of|with|since|until"
_WORDS = rf"who|whom|whose|what|when|where|why|how|which|(?:{_BEFORE}) (?:whom|what|which|when|whose)"
"""What a question begins with that is not one for yes or no."""
_SPELT = (
    (pattern(r"\bcan['’]t\b", re.IGNORECASE), "can not"),
    (pattern(r"\bwon['’]t\b", re.IGNORECASE), "will not"),
    (pattern(r"\bshan['’]t\b", re.IGNORECASE), "shall not"),
    (pattern(r"\b(\w+)n['’]t\b", re.IGNORECASE), r"\1 not"),
    (pattern(r"(?<=\bthe )who(?= (?!\w+s\b)\w+)"), "WHO"),
    (pattern(r"(?<=\bthe )us\b"), "US"),
)
"""Contractions; and organisations typed in small letters, where an article shows that they are no pronouns."""
ENGLISH_PADDING = Padding(
    opens=opening(*_OPENS),
    carries=carrying(_CARRIES, _ASKS, "if|whether|about"),
    ends=ending(*_ENDS),
    parts=parting("and|or|but|plus|also|and also", _WORDS),
    asks=pattern(rf"\s*(?:(?:{_BEFORE})\s+)?(?:{_WORDS})\b", re.IGNORECASE),
    spelt=_SPELT,
    fillers=frozenset(_FILLERS.split()),
    light=frozenset(_LIGHT.split()),
    attributes=pattern(r"(?:ous|ful|less|able|ible|ical|ish|ing|ed|ly|er|est)$"),
)
