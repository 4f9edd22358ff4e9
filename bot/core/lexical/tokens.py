"""Words and numbers of a text, each in its one normalised spelling.

Rule of this room: nothing of any language; what is a letter, a digit or invisible is Unicode's to say.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"
    r"|\d+(?:[.,]\d+)*(?:[\u00a0\u202f\u2009]\d{3}(?!\d))*"
    r"|[^\W\d_]+(?:[\u00ad\u200b-\u200d\u2060\u0300-\u036f]+[^\W\d_]*)*"
)
"""Initials (U.S.), a number with its separators (10.000, 3,5, 10 000 with a fixed space), or letters.

Letters may have invisible characters and combining accents among them.
"""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060]")


_GROUPED = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f\u2009]\d{3})+$")


_AT_HAND = 8
"""Texts whose words are kept: a question's way to its answer asks for those of the same few texts again and again."""

LONGEST = 64
"""Characters of a word that are looked at: longer ones are no words, and stemming them costs."""


class Token(NamedTuple):
    """A word or number: where it stands (code points), and its normalised spelling."""

    start: int
    end: int
    word: str


def normalise(word: str) -> str:
    """Return a word's one spelling: composed, lower case, nothing invisible in it."""
    if word.isascii():
        return word.lower()[:LONGEST]
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", word)).lower()[:LONGEST]


@lru_cache(maxsize=_AT_HAND)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the words and numbers of a text in order; hyphenated words come as their parts.

    Numbers lose the separators of their groups: 10.000, 10,000 and 10000 are one; 3,5 and 3.5 as well.
    """
    return tuple(
        [Token(*m.span(), _spelt(raw) if len(raw := m[0]) <= LONGEST else _made(raw)) for m in _TOKEN.finditer(text)]
    )


def has_inner_capital(text: str, token: Token, n: int) -> bool:
    """Tell whether the word at place `n` of a text has a capital that may show something; the first word's does not."""
    return n > 0 and text[token.start].isupper()


@lru_cache(maxsize=50_000)
def _spelt(raw: str) -> str:
    return _made(raw)


def _made(raw: str) -> str:
    if raw[-1] == ".":
        return raw.replace(".", "").lower()[:LONGEST]
    if not raw[0].isdigit():
        return normalise(raw)
    if _GROUPED.match(raw):
        return re.sub(r"\D", "", raw)[:LONGEST]
    return raw.replace(",", ".")[:LONGEST]
