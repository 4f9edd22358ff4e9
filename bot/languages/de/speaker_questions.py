"""How German asks for everything that somebody says.

Rule of this room: SAYING has only verbs that fit any claim; who warns or demands is asked with those of ACTING.
"""

import re

from bot.core.language_data.patterns import pattern
from bot.core.language_data.speaker_questions import SpeakerQuestions, speech_act_table
from bot.model import CueClass

_SAYS = (
    "sagt|sagte|sagten|sagen|behauptet|behauptete|behaupten|erklärt|erklärte|meint|meinte|meinen|äußert|denkt|glaubt"
)
_SAID = "gesagt|behauptet|erklärt|geäußert|gemeint|mitgeteilt"
_ON = r"(?: (?:über|zu|zum|zur|von|dazu) (?P<topic>.+))?"
_THEN = r"(?: (?:nach|vor|bei|beim|während|am|im|in|an) .+?)??"
"""When or where it was said, which is not what it is about."""
SPEAKER_ASKED = (
    pattern(rf"was (?:hat|haben|hatte) (?P<who>.+?){_THEN}{_ON} (?:{_SAID})", re.IGNORECASE),
    pattern(rf"was (?:{_SAYS}) (?P<who>.+?){_THEN}{_ON}", re.IGNORECASE),
    pattern(rf"womit wird (?P<who>.+?){_ON} zitiert", re.IGNORECASE),
)
_ACTS = {
    CueClass.CONFIRMS: "bestätigt bestätigte bestätigten bestätigen",
    CueClass.DENIES: (
        "bestreitet bestritt bestreiten bestritten geleugnet verneint dementiert dementierte dementieren bezweifelt "
        "bezweifelte bezweifeln leugnet leugnete widerspricht widersprach widersprechen widersprochen verneinte"
    ),
    CueClass.ESTIMATES: (
        "schätzt schätzte schätzen geschätzt erwartet erwartete rechnet_mit rechnete_mit gerechnet beziffert "
        "bezifferte vermutet vermutete prognostiziert prognostizierte"
    ),
    CueClass.WARNS: "warnt warnte warnten warnen gewarnt fürchtet fürchtete befürchtet befürchtete mahnt mahnte",
    CueClass.DEMANDS: (
        "fordert forderte fordern gefordert verlangt verlangte verlangen appelliert appellierte empfiehlt "
        "empfahl drängt"
    ),
    CueClass.CRITICISES: (
        "kritisiert kritisierte kritisieren bemängelt bemängelte rügt rügte beklagt beklagte beschuldigt beschuldigte"
    ),
    CueClass.ANNOUNCES: "verspricht versprach versprochen angekündigt verkündet verkündete zugesagt",
}
_PARTED = {
    CueClass.CONFIRMS: ("räumt|räumte|räumen", "ein"),
    CueClass.DENIES: ("weist|wies|weisen|wiesen", "zurück"),
    CueClass.DEMANDS: ("ruft|rief|rufen|fordert|forderte", "auf"),
    CueClass.CRITICISES: ("wirft|warf|werfen|warfen", "vor"),
    CueClass.ANNOUNCES: ("kündigt|kündigte|kündigen|sagt|sagte", "an|zu"),
}
"""Verbs whose prefix stands at the end."""
SPEECH_ACT_ASKED = (
    *(
        (kind, pattern(rf"wer (?:{verb})(?: (?P<topic>.+?))? (?:{prefix})", re.IGNORECASE))
        for kind, (verb, prefix) in _PARTED.items()
    ),
    *(
        (kind, pattern(rf"wer (?:{verb}) (?:{prefix}) (?P<topic>(?:dass|ob) .+)", re.IGNORECASE))
        for kind, (verb, prefix) in _PARTED.items()
    ),
    *speech_act_table(
        _ACTS,
        (
            r"wer (?:hat|haben|hatte)(?: (?P<topic>.+?))? (?:{verb})",
            r"wer (?:hat|haben|hatte) (?:{verb})(?: (?P<topic>.+))?",
            r"wer (?:{verb})(?: (?:vor|mit|auf|gegen|um|zu|über|an))?(?: (?P<topic>.+))?",
        ),
    ),
)
_CONFIRM = rf"{'|'.join(_ACTS[CueClass.CONFIRMS].split())}|bestätigung|eingeräumt|(?:räum\w+)\b.*\bein|zugegeben"
_DENY = rf"{'|'.join(_ACTS[CueClass.DENIES].split())}|bestritten|dementi|widerspruch|zurückgewiesen\w*|zurückzuweisen"
_DENY += r"|zurückweis\w+|zurückwies\w*|(?:weis\w+|wies\w*)\b.*\bzurück|(?:lehnt\w*)\b.*\bab|abgestritten"
SPEECH_ACT_SIGNS = {
    CueClass.CONFIRMS: pattern(rf"\b(?:{_CONFIRM})\b", re.IGNORECASE),
    CueClass.DENIES: pattern(rf"\b(?:{_DENY})\b", re.IGNORECASE),
}
"""What shows in a sentence that somebody denies or confirms."""
_EMPTY = """
das dies dem den es was wen wem etwas davor davon damit dagegen dazu daran darauf darüber ihn ihm sie ihr wovor
"""
EMPTY_TOPICS = frozenset(_EMPTY.split())
GERMAN_SPEAKER_QUESTIONS = SpeakerQuestions(
    speaker=SPEAKER_ASKED,
    speech_acts=SPEECH_ACT_ASKED,
    empty_topics=EMPTY_TOPICS,
    claim_openers=("dass ", "ob "),
    speech_act_signs=SPEECH_ACT_SIGNS,
)
