"""The Ding list's format: a large German-English dictionary that Debian and Ubuntu have as the package trans-de-en.

Rule of this room: it reads lines and knows no file; what the words mean is not known here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.core.lexical.lexicon_compiler import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NOTES = re.compile(r"\{[^}]{0,200}\}|\[[^\]]{0,200}\]|\([^)]{0,200}\)|<[^>]{0,200}>|/[A-Z][\w.&-]{0,40}/")
"""Gender and part of speech, field, explanation, other spelling, abbreviation; none is longer, and what is never
closed must not be read on to the end of the line from every bracket."""
_PRONOUNS = r"sich|oneself|one['’]s|er/sie|he/she|hat/hatte|has/had|ist/war|is/was"
_BLANKS = re.compile(rf"\b(?:(?:etw|jds?|jd[nm]|sth|sb|so)\b\.?(?:['’]s)?|{_PRONOUNS})(?!\w)", re.IGNORECASE)
"""Places that are kept free for whatever the phrase is about."""
_MOST = 8
"""Equivalents of an entry that are read; the last of longer lists are rare."""


def read(lines: Iterable[str]) -> Iterator[Entry]:
    """Yield the entries: "Haus {n}; Heim {n} | Häuser {pl} :: house; home | houses" is two.

    A line that is no entry is passed over; one whose sides have different numbers of parts counts with its first.
    """
    for line in lines:
        german, parted, english = line.partition("::")
        if not parted or line.startswith("#"):
            continue
        left, right = german.split("|"), english.split("|")
        if len(left) != len(right):
            left, right = left[:1], right[:1]
        for here, there in zip(left, right, strict=True):
            words = {"de": _words(here), "en": _words(there)}
            if all(words.values()):
                yield Entry(words, "", 1.0)


def _words(part: str) -> tuple[str, ...]:
    bare = _BLANKS.sub(" ", _NOTES.sub(" ", part))
    return tuple(words for piece in bare.split(";")[:_MOST] if (words := " ".join(piece.split()).strip(" ,.-…~")))
