"""Where and when a German statement was made: ‹bei einem Interview in den SBS News›, ‹am Freitag›.

Rule of this room: only words beside the frame count, never those of the claim.
"""

from bot.core.language_data.reported_speech import ReportingFrame
from bot.core.syntax.tagged_text import Pos, Range, TaggedText
from bot.languages.de.reported_speech.noun_phrases import phrase_at
from bot.languages.de.reported_speech.party_nouns import MEDIUM, MONTHS, WEEKDAYS

_IN = frozenset({"in", "im", "bei", "beim", "auf", "gegenüber", "über", "via", "mit"})
_ON = frozenset({"am", "vom", "seit", "im", "gestern", "heute"})


def _beside(page: TaggedText, frame: ReportingFrame) -> range:
    """Return the tokens around the cue that belong to the frame's clause, outside of its claim and of quotations."""
    cue = frame.cue[0]
    start, end = page.clause(cue)
    reach = page.sentence(cue)[1]
    if frame.content:
        reach = min(reach, frame.content[0]) if frame.content[0] > cue else reach
    if frame.frame_start is not None:
        return range(cue, reach)
    return range(start, min(max(end, frame.span[1]), reach))


def medium(page: TaggedText, frame: ReportingFrame) -> Range | None:
    """Return where it was said, as the text has it, without the preposition; None where the frame doesn't tell."""
    found = None
    for i in _beside(page, frame):
        token = page.at(i)
        if token.quote is not None or token.lower not in _IN or token.pos is not Pos.PREPOSITION:
            continue
        phrase = phrase_at(page, i + 1, page.sentence(i)[1])
        if phrase and any(MEDIUM.search(t.lower) for t in page.words(*phrase.range) if t.noun):
            found = phrase.range
            if any(t.pos in {Pos.NAME, Pos.NOMINAL} for t in page.words(*phrase.range)):
                return found
    return found


def date(page: TaggedText, frame: ReportingFrame) -> Range | None:
    """Return when it was said, as the text has it: ‹am Freitag›, ‹am 4. November›."""
    for i in _beside(page, frame):
        token = page.at(i)
        if token.quote is not None or token.lower not in _ON:
            continue
        if token.lower in {"gestern", "heute"}:
            return (i, i + 1)
        end = i + 1
        while end < page.sentence(i)[1] and (page.at(end).pos is Pos.NUMBER or page.at(end).lower in WEEKDAYS | MONTHS):
            end += 1
        if end > i + 1 and any(t.lower in WEEKDAYS | MONTHS for t in page.words(i, end)):
            return (i, end)
    return None
