"""Single quotation marks told from apostrophes: ‹'No,' he said›, ‹the workers' union›, ‹rock 'n' roll›.

Rule of this room: a mark that could be either stays what it is; only a clear pair is a quotation.
"""

import re
from collections.abc import Sequence

_SINGLE = frozenset({"'", "’", "‘"})
_PUNCTUATION = frozenset(".,!?…")
_MAX = 120
"""Words of a quotation in single marks; an opening mark that nothing closes by then was an apostrophe."""

_DECADE = re.compile(r"\d\ds?(?![\w’'])")
"""A year without its century: ‹'68›, ‹the '90s›."""

Place = tuple[int, int]
"""Where a word or mark stands, from its first to before its last character."""


def mark_single_quotes(text: str, places: Sequence[Place], breaks: frozenset[int]) -> list[str]:
    """Return a text's words with single quotation marks written ‹‘› and ‹’›, and apostrophes at a word's edge ‹ʼ›.

    Where there is no clear pair the words are as they stand; `breaks` are the words that start a paragraph.
    """
    words = [text[a:b] for a, b in places]
    opened = -1
    for i, word in enumerate(words):
        if i in breaks or i - opened > _MAX:
            opened = -1
        if word not in _SINGLE:
            continue
        if word != "’" and _opens(text, places[i]):
            opened = i
        elif opened >= 0 and word != "‘" and _closes(text, words, places, i):
            words[opened], words[i] = "‘", "’"
            opened = -1
        elif word == "’" and _possessive(text, places[i]):
            words[i] = "ʼ"
    return words


def _opens(text: str, place: Place) -> bool:
    before, after = text[max(0, place[0] - 1) : place[0]], text[place[1] : place[1] + 1]
    if _DECADE.match(text, place[1]):
        return False
    return (not before or before.isspace() or before in '([—–“"') and bool(after) and not after.isspace()


def _closes(text: str, words: Sequence[str], places: Sequence[Place], i: int) -> bool:
    """Tell whether a mark ends a quotation: behind a stop, or behind a word, unless it may be a plural's possessive."""
    before, after = text[places[i][0] - 1 : places[i][0]], text[places[i][1] : places[i][1] + 1]
    if after.isalnum():
        return False
    if before in _PUNCTUATION:
        return True
    return before.isalnum() and (before not in "sS" or not after.isspace() or not _later(text, words, places, i))


def _later(text: str, words: Sequence[str], places: Sequence[Place], i: int) -> bool:
    """Tell whether another mark that can only close follows, before one that opens."""
    for k in range(i + 1, min(len(words), i + _MAX)):
        if words[k] not in _SINGLE:
            continue
        if _opens(text, places[k]):
            return False
        if text[places[k][0] - 1 : places[k][0]] in _PUNCTUATION:
            return True
    return False


def _possessive(text: str, place: Place) -> bool:
    """Tell whether a curly mark stands behind a plural: ‹the workers’ union›."""
    return text[place[0] - 1 : place[0]] in "sS" and text[place[1] : place[1] + 1].isspace()
