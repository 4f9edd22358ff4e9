"""How English asks for everything that somebody says.

Rule of this room: SAYING has only verbs that fit any claim; who warns or demands is asked with those of ACTING.
"""

import re

from bot.core.language_data.patterns import pattern
from bot.core.language_data.speaker_questions import SpeakerQuestions, speech_act_table
from bot.model import CueClass

_SAY = "say|claim|state|think|believe|tell us|comment"
_ON = r"(?: (?:about|on|of|regarding|to) (?P<topic>.+))?"
_THEN = r"(?: (?:after|before|during|following|while|when|at|in) .+?)??"
"""When or where it was said, which is not what it is about."""
SPEAKER_ASKED = (
    pattern(rf"what (?:does|did|do) (?P<who>.+?) (?:{_SAY}){_THEN}{_ON}", re.IGNORECASE),
    pattern(rf"what (?:has|have|had) (?P<who>.+?) (?:said|claimed|stated){_THEN}{_ON}", re.IGNORECASE),
    pattern(rf"what is (?P<who>.+?) (?:saying|quoted (?:with|as saying)){_ON}", re.IGNORECASE),
)
_ACTS = {
    CueClass.CONFIRMS: "confirms confirm confirmed confirming acknowledges acknowledged admits admit admitted",
    CueClass.DENIES: (
        "denies deny denied denying disputes dispute disputed rejects reject rejected doubts doubt doubted refutes "
        "refute refuted dismisses dismiss dismissed contradicts contradict contradicted"
    ),
    CueClass.ESTIMATES: (
        "estimates estimate estimated predicts predict predicted forecasts forecast expects expect expected"
    ),
    CueClass.WARNS: "warns warn warned warning cautions cautioned fears fear feared worries worry",
    CueClass.DEMANDS: (
        "demands demand demanded demanding urges urge urged calls_for called_for calling_for calls_on called_on"
    ),
    CueClass.CRITICISES: (
        "criticises criticise criticised criticizes criticize criticized condemns condemn condemned accuses accuse "
        "accused blames blame blamed complains complain complained"
    ),
    CueClass.ANNOUNCES: "announces announce announced promises promise promised pledges pledge pledged vows vowed",
}
_WHO = r"who (?:(?:has|have|had|is|does|did) )?(?:also )?(?:been )?"
SPEECH_ACT_ASKED = speech_act_table(
    _ACTS,
    (_WHO + r"(?:{verb})(?: (?:about|of|against|for|on))?(?: (?P<topic>.+))?",),
)
SPEECH_ACT_SIGNS = {
    CueClass.CONFIRMS: pattern(rf"\b(?:{'|'.join(_ACTS[CueClass.CONFIRMS].split())}|confirmation)\b", re.IGNORECASE),
    CueClass.DENIES: pattern(rf"\b(?:{'|'.join(_ACTS[CueClass.DENIES].split())}|denials?|rebuttal)\b", re.IGNORECASE),
}
"""What shows in a sentence that somebody denies or confirms."""
EMPTY_TOPICS = frozenset("that this it what whom who so anything something him her them of about".split())
ENGLISH_SPEAKER_QUESTIONS = SpeakerQuestions(
    speaker=SPEAKER_ASKED,
    speech_acts=SPEECH_ACT_ASKED,
    empty_topics=EMPTY_TOPICS,
    claim_openers=("that ", "whether "),
    speech_act_signs=SPEECH_ACT_SIGNS,
)
