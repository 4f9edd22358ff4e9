"""How German asks for everything that somebody says.

Rule of this room: only verbs that fit any claim; who warned or demanded is a question of its own.
"""

import re

_SAYS = (
    "sagt|sagte|sagten|sagen|behauptet|behauptete|behaupten|erklärt|erklärte|meint|meinte|meinen|äußert|denkt|glaubt"
)
_SAID = "gesagt|behauptet|erklärt|geäußert|gemeint|mitgeteilt"
_ON = r"(?: (?:über|zu|zum|zur|von|dazu) (?P<topic>.+))?"
SAYING = (
    re.compile(rf"was (?:hat|haben|hatte) (?P<who>.+?){_ON} (?:{_SAID})", re.IGNORECASE),
    re.compile(rf"was (?:{_SAYS}) (?P<who>.+?){_ON}", re.IGNORECASE),
    re.compile(rf"womit wird (?P<who>.+?){_ON} zitiert", re.IGNORECASE),
)
