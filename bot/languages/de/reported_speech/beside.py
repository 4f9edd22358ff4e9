"""German clauses that stand beside another speaker's: ‹…, während X sagt, …›, ‹…, aber Y sagte, …›, ‹…, Z sagte, …›.

Rule of this room: it says where such a clause begins, never who speaks.
"""

from bot.core.language_data.reported_speech import ReportingFrame
from bot.core.syntax.tagged_text import TaggedText
from bot.languages.de.reported_speech.verbs import subjunctive

_BESIDE = frozenset({"während", "aber", "doch", "wohingegen", "und", "hingegen", "dagegen"})
_OPENS = frozenset({"während", "obwohl", "wenngleich"})
_MARKS = frozenset({",", ";", "–", "—"})
_RULES = frozenset({"pre-that", "pre-main", "pre-to", "pre-colon", "pre-plain", "subord", "rep"})
_ONLY_REPORTS = 2


def apart(page: TaggedText, frame: ReportingFrame) -> int | None:
    """Return the mark before a frame's clause where it stands beside another one's, None where it does not."""
    if frame.speaker is None or frame.rule not in _RULES:
        return None
    start = page.clause(min(frame.speaker[0], frame.cue[0]))[0]
    first, mark = page.sentence(start)[0], page.at(start - 1)
    if start <= first or mark.text not in _MARKS or mark.quote is not None:
        return None
    opens = page.at(first).lower in _OPENS and page.at(start).finite
    spoken = page.at(frame.cue[0]).finite and subjunctive(page, frame.cue[0]) < _ONLY_REPORTS
    own = spoken and start == frame.speaker[0] and frame.speaker[1] == frame.cue[0]
    return start - 1 if page.at(start).lower in _BESIDE or opens or own else None
