"""How English asks for everything that somebody says.

Rule of this room: only verbs that fit any claim; who warned or demanded is a question of its own.
"""

import re

_SAY = "say|claim|state|think|believe|tell us|comment"
_ON = r"(?: (?:about|on|of|regarding|to) (?P<topic>.+))?"
SAYING = (
    re.compile(rf"what (?:does|did|do) (?P<who>.+?) (?:{_SAY}){_ON}", re.IGNORECASE),
    re.compile(rf"what (?:has|have|had) (?P<who>.+?) (?:said|claimed|stated){_ON}", re.IGNORECASE),
    re.compile(rf"what is (?P<who>.+?) (?:saying|quoted (?:with|as saying)){_ON}", re.IGNORECASE),
)
