"""Where and when an English statement was made: ‹in a letter to shareholders›, ‹on Tuesday›.

Rule of this room: only words beside the frame count, never those of the claim.
"""

from bot.core.language_data.reported_speech import ReportingFrame
from bot.core.syntax.tagged_text import Range, TaggedText
from bot.languages.en.reported_speech.noun_phrases import phrase_at
from bot.languages.en.reported_speech.vocabulary import DAYS, MEDIA, MONTHS

_IN = frozenset({"in", "on", "at", "during", "via"})
_REACH = 12


def _beside(page: TaggedText, frame: ReportingFrame) -> range:
    cue = frame.cue[-1]
    end = min(page.sentence(cue)[1], cue + _REACH)
    if frame.content and frame.content[0] > cue:
        end = min(end, frame.content[0])
    return range(cue + 1, end)


def medium(page: TaggedText, frame: ReportingFrame) -> Range | None:
    """Return where it was said, without the preposition; None where the frame doesn't tell."""
    for i in _beside(page, frame):
        is_tell = page.at(i - 1).lemma == "tell" and i - 1 == frame.cue[-1]
        if not is_tell and page.at(i).lower not in _IN:
            continue
        phrase = phrase_at(page, i if is_tell else i + 1, page.sentence(i)[1])
        if phrase and any(MEDIA.search(t.lower) for t in page.words(*phrase.range) if t.noun):
            return phrase.range
    return None


def date(page: TaggedText, frame: ReportingFrame) -> Range | None:
    """Return when it was said: ‹on Tuesday›, ‹on 4 November›, ‹yesterday›."""
    for i in _beside(page, frame):
        token = page.at(i)
        if token.lower in {"yesterday", "today"}:
            return (i, i + 1)
        if token.lower in DAYS | MONTHS:
            start = i - 1 if page.at(i - 1).text.isdigit() else i
            start -= page.at(start - 1).lower in {"on", "last", "in"}
            end = i + 1 + page.at(i + 1).text.isdigit()
            return (start, end)
    return None
