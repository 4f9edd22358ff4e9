"""What a reader sees of a text: nothing invisible in it, letters and their accents as one character.

Rule of this room: only what shows nothing goes, so every character that is left knows where it stands in the text.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Soft hyphen, zero-width characters, marks of direction (Unicode categories Cf): they break lines, not words."""
_PLAIN = str.maketrans("\u2010\u2011", "--")
"""Hyphens that are typed as another character where no line may break."""
_HIDES = re.compile(rf"[{_UNSEEN}\u0300-\u036f\u2010\u2011]")
_CLUSTER = re.compile(rf"(?<![{_UNSEEN}])[{_UNSEEN}]*+([^{_UNSEEN}])((?:[{_UNSEEN}]*+[\u0300-\u036f])*+)")


@dataclass(frozen=True, slots=True)
class Visible:
    """A text as it is seen, and for each of its characters where that starts and ends in the text as it is stored."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def before(self, at: int) -> int:
        """Return how many seen characters stand before a place of the stored text."""
        return bisect_left(self.starts, at)


def visible(text: str) -> Visible:
    """Return a text as it is seen; the work grows with its length only."""
    if text.isascii() or not _HIDES.search(text):
        return Visible(text, range(len(text)), range(1, len(text) + 1))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _CLUSTER.finditer(text):
        letter = found[1] if not found[2] else _composed(found[1] + found[2])
        pieces.append(letter)
        starts.extend([found.start(1)] * len(letter))
        ends.extend([found.end()] * len(letter))
    return Visible("".join(pieces).translate(_PLAIN), starts, ends)


def seen(text: str) -> str:
    """Return only the text that is seen."""
    return text if text.isascii() or not _HIDES.search(text) else visible(text).text


def _composed(letter: str) -> str:
    return unicodedata.normalize("NFC", re.sub(f"[{_UNSEEN}]", "", letter))
