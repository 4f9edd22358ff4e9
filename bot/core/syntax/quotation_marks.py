"""Where quotations begin and end: German, English and French marks, straight marks, nesting.

Rule of this room: one pass with a stack, so the work grows with the text's length only, however the marks are mixed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

MAX_QUOTE = 400
"""Words of a quotation; a mark not closed by then never was (the longest in 700 news articles has 310)."""

PAIRS: dict[str, str] = {
    "„": '“”"',
    "“": '”“"',
    '"': '"”',
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


OPENS, EITHER, CLOSES = -1, 0, 1
"""What the space around a mark shows: it can only open, nothing, it can only close."""

_BEFORE = frozenset("([{—–-/„“‘‚»«\"'")
_BEHIND = frozenset(".,;:!?…)]}—–-”’›»«\"'")
_TWO_ENDED = frozenset({'"', "“", "”", "''"})
"""Marks that open in one text and close in another, or in the same."""


_ENGLISH = frozenset({'"', "“"})
"""Opening marks that a text may mix."""


@dataclass(frozen=True, slots=True)
class _Open:
    mark: str
    at: int
    holds: bool = False
    """Whether another quotation was closed in it: in the same paragraph, it is a mark that lost its partner."""
    reopened: bool = False
    """Whether a later paragraph has repeated its mark."""
    last: int = -1
    """Where its mark was repeated last."""


def sides(text: str, places: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Return for each word of a text whether it can open or close a quotation, as the space around it shows."""
    return tuple(_side(text, a, b) if text[a:b] in _TWO_ENDED else EITHER for a, b in places)


def _side(text: str, start: int, end: int) -> int:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    left, right = not before or before.isspace(), not after or after.isspace()
    opens = (left or before in _BEFORE) and not right and after not in _BEHIND
    closes = (right or after in _BEHIND) and not left and before not in _BEFORE
    return opens * OPENS + closes * CLOSES


def find_quotes(
    words: Sequence[str], breaks: frozenset[int] = frozenset(), shown: Sequence[int] = ()
) -> tuple[tuple[int, int], ...]:
    """Return the outermost quotations as ranges of `words`, marks included, in order.

    `breaks` are the words that start a paragraph: a quotation with different marks at both ends may run on, and an
    opening mark that is repeated there goes on with the same quotation. `shown` are the words' `sides`.
    """
    found: list[tuple[int, int]] = []
    stack: list[_Open] = []
    for i, word in enumerate(words):
        goes_on = i in breaks and _breaks(stack, found, words, i)
        if goes_on or word not in MARKS:
            continue
        stack = [o for o in stack if i - max(o.at, o.last) <= MAX_QUOTE]
        side = shown[i] if shown else EITHER
        level = None if side == OPENS else _closed(stack, word)
        if level is not None and _is_inch(words, breaks, shown, i):
            continue
        if level is not None:
            found.append((stack[level].at, i + 1))
            closed = stack[level].mark
            stack = [replace(o, holds=o.holds or _alike(o.mark, closed)) for o in stack[:level]]
        elif (word in PAIRS or word in _WORDS) and side != CLOSES:
            stack.append(_Open(word, i))
    return _outermost(found)


def _alike(one: str, other: str) -> bool:
    return one == other or {one, other} <= _ENGLISH


def _breaks(stack: list[_Open], found: list[tuple[int, int]], words: Sequence[str], i: int) -> bool:
    """Close or forget what a new paragraph does not go on with; tell whether its first mark goes on."""
    last = stack[-1] if stack else None
    if last and not last.holds and _alike(last.mark, words[i]):
        stack[:] = [*stack[:-1], replace(last, reopened=True, last=i)]
        return True
    if last and last.reopened and i - last.last <= MAX_QUOTE:
        found.append((last.at, i))
    stack[:] = [o for o in stack if o.mark not in _FLAT and not o.holds and not o.reopened]
    return False


def _is_inch(words: Sequence[str], breaks: frozenset[int], shown: Sequence[int], i: int) -> bool:
    """Tell whether a straight mark behind a number is a length: ‹"The 12" pipe burst," he said›, not ‹"in 1912"›."""
    if not shown or words[i] != '"' or not words[i - 1][-1:].isdigit():
        return False
    for k in range(i + 1, min(len(words), i + MAX_QUOTE)):
        if k in breaks or (words[k] == '"' and shown[k] == OPENS):
            return False
        if words[k] == '"':
            return shown[k] == CLOSES
    return False


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
