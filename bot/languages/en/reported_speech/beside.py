"""English clauses that stand beside another speaker's: ‹…, but the mayor said …›, ‹While the union says …, the firm …›.

Rule of this room: it says where such a clause begins, never who speaks.
"""

from bot.core.language_data.reported_speech import ReportingFrame
from bot.core.syntax.tagged_text import Pos, TaggedText

_BESIDE = frozenset({"but", "while", "whereas", "although", "though", "yet", "and"})
_OPENS = frozenset({"while", "although", "though", "whereas"})
_MARKS = frozenset({",", ";", "–", "—"})
_LEAD = 6
"""Words between ‹but› and the speaker: ‹but on Friday the mayor said›."""


def apart(page: TaggedText, frame: ReportingFrame) -> int | None:
    """Return the mark before a frame's clause where it stands beside another one's, None where it does not."""
    if frame.speaker is None or not frame.rule.startswith(("pre-", "act", "call")):
        return None
    start, first = frame.speaker[0], page.sentence(frame.speaker[0])[0]
    for k in range(start - 1, max(first, start - _LEAD) - 1, -1):
        token = page.at(k)
        if token.finite or token.quote is not None:
            return None
        if token.lower in _BESIDE and page.at(k - 1).text in _MARKS:
            joined = token.lower == "and" and page.at(start).pos is Pos.PRONOUN
            return None if joined else k - 1
        if token.text == "," and page.at(first).lower in _OPENS and k > first:
            return k
        if token.text in _MARKS:
            return None
    return None
