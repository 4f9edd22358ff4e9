"""Claims as rules find them, in tokens: what is said, by whom, and by which rule.

Rule of this room: a claim is a value; a later step replaces it, never changes it.
"""

from dataclasses import dataclass

from bot.core.language_data.reported_speech import ReportingFrame, Rule
from bot.core.syntax.tagged_text import Range
from bot.model import Mention, Mode


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said in one sentence, in tokens: content, speaker, cue, the rule, and who carries it (`via`)."""

    sentence: int
    content: tuple[Range, ...]
    speaker: Range | None
    cue: tuple[int, ...]
    rule: Rule
    mode: Mode
    frame: ReportingFrame | None = None
    via: tuple[Range, ...] = ()
    mention: Range | None = None
    """The word that stands for the speaker here, where the speaker is named elsewhere: ‹Demnach›."""
    known: Mention | None = None
    """The speaker, where no sentence names him: an interviewee in the headline."""


@dataclass(frozen=True, slots=True)
class LastSpeaker:
    """Who spoke last, how near, and carried by whom: what a sentence without a frame may go on with."""

    speaker: Range
    sentence: int
    mode: Mode
    via: tuple[Range, ...] = ()

    def via_of(self, speaker: Range | None) -> tuple[Range, ...]:
        """Return who carries a speaker's words: what was said of the last one goes on with it."""
        return self.via if speaker == self.speaker else ()


def is_relaying(claim: Claim) -> bool:
    """Tell whether a claim's speaker carries the words of another in the sentence; of a quotation nobody does."""
    return claim.rule.relaying and not claim.rule.quotation
