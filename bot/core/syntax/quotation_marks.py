"""Where quotations begin and end: German, English and French marks, straight marks, nesting.

Rule of this room: one pass with a stack, so the work grows with the text's length only, however the marks are mixed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

MAX_QUOTE = 400
"""Words of a quotation; a mark not closed by then never was (the longest in 700 news articles has 310)."""

PAIRS: dict[str, str] = {
    "„": '“”"',
    "“": '”“"',
    '"': '"',
    "»": "«",
    "«": "»",
    "‚": "‘’",
    "‹": "›",
    "›": "‹",
    "”": "”“",
    "‘": "’",
}
"""Opening marks with the marks that close them; a mark closes where it can, and opens only where it can't."""

_WORDS = {"``": "''", "''": "''"}
"""Marks of two characters, as typewriters and TeX write them."""

MARKS = frozenset(PAIRS) | frozenset("".join(PAIRS.values())) | frozenset(_WORDS)
CLOSERS = frozenset("".join(PAIRS.values())) | {"''"}

_DEPTH = 4
"""Open quotations that a closing mark may look through; deeper nesting is no quotation."""

_FLAT = frozenset({'"', "''", "”"})
"""Marks that look the same at both ends; one that a paragraph leaves open is a slip, not a quotation."""


@dataclass(frozen=True, slots=True)
class _Open:
    mark: str
    at: int


def find_quotes(words: Sequence[str], breaks: frozenset[int] = frozenset()) -> tuple[tuple[int, int], ...]:
    """Return the outermost quotations as ranges of `words`, marks included, in order.

    `breaks` are the words that start a paragraph: a quotation with different marks at both ends may run on, and an
    opening mark that is repeated there goes on with the same quotation.
    """
    found: list[tuple[int, int]] = []
    stack: list[_Open] = []
    for i, word in enumerate(words):
        if i in breaks:
            stack = [o for o in stack if o.mark not in _FLAT]
        if word not in MARKS:
            continue
        stack = [o for o in stack if i - o.at <= MAX_QUOTE]
        level = _closed(stack, word)
        if level is not None:
            found.append((stack[level].at, i + 1))
            del stack[level:]
        elif (word in PAIRS or word in _WORDS) and not (i in breaks and any(o.mark == word for o in stack)):
            stack.append(_Open(word, i))
    return _outermost(found)


def _closed(stack: Sequence[_Open], word: str) -> int | None:
    """Return the open quotation that a mark closes: the innermost that fits."""
    for level in range(len(stack) - 1, max(-1, len(stack) - 1 - _DEPTH), -1):
        mark = stack[level].mark
        if word == _WORDS.get(mark) or (word in PAIRS.get(mark, "") and len(word) == 1):
            return level
    return None


def _outermost(found: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    out: list[tuple[int, int]] = []
    for a, b in sorted(found, key=lambda s: (s[0], -s[1])):
        if not out or a >= out[-1][1]:
            out.append((a, b))
    return tuple(out)
