"""A sentence with its contractions and signs written out (didn't, did not), and where its characters stood before.

Rule of this room: nothing but contractions changes, so that every word can be found again in the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"[^\W\d_]+")
_MARKS = str.maketrans({"’": "'", "ʼ": "'"})


@dataclass(frozen=True, slots=True)
class Expanded:
    """A text written out, and for each of its characters and its end where that stands in the text as it was."""

    text: str
    places: tuple[int, ...]

    def original(self, at: int) -> int:
        """Return where a character stands in the text as it was."""
        return self.places[min(at, len(self.places) - 1)]

    def here(self, at: int) -> int:
        """Return where a character of the text as it was stands here."""
        return bisect_left(self.places, at)


def expanded(text: str, contracted: Sequence[tuple[str, str]]) -> Expanded:
    """Return a text with what words are contracted to written out."""
    low = text.lower().translate(_MARKS)
    if len(low) != len(text) or not any(short in low for short, _ in contracted):
        return Expanded(text, tuple(range(len(text) + 1)))
    out: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(text):
        short, full = next((pair for pair in contracted if _stands(low, at, pair[0])), ("", ""))
        piece = full if short else text[at]
        out.append(piece)
        size = len(short) or 1
        places += [at + min(k, size - 1) for k in range(len(piece))]
        at += size
    return Expanded("".join(out), (*places, len(text)))


def _stands(low: str, at: int, short: str) -> bool:
    """Tell whether a contraction stands at a place and a word ends behind it."""
    end = at + len(short)
    ending = short[0] in "n%"
    whole = ending or at == 0 or not low[at - 1].isalnum()
    return low.startswith(short, at) and whole and not low[end : end + 1].isalnum()


def recased(text: str, article: str) -> str:
    """Return a text that is all in small letters with the capitals that an article writes its words with."""
    if not text.islower():
        return text
    spelt = {word.lower(): word for word in _WORD.findall(article) if not word.islower()}
    small = {word for word in _WORD.findall(article) if word.islower()}
    return _WORD.sub(lambda m: m[0] if m[0] in small else spelt.get(m[0], m[0]), text)
