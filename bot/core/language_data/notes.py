"""How a language's pages speak of themselves: credits, sign-up lines, what stands above readers' comments.

Rule of this module: a record of patterns; `segmentation.notes` reads with them.
"""

import re
from typing import NamedTuple

_NEVER = re.compile(r"(?!)")


def any_of(patterns: str) -> re.Pattern[str]:
    """Return a pattern that is found where any is that stands in a line of `patterns`."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns.strip().splitlines()))


class Notes(NamedTuple):
    """How a language's pages speak of themselves; all patterns hold at the start of a line but `credit` and `call`."""

    line: re.Pattern[str] = _NEVER
    """A line that is a note: the time it takes to read, sources of pictures, consent to embedded content."""
    call: re.Pattern[str] = _NEVER
    """What a short line ends with that asks readers to do something: ‹Jetzt abonnieren!›."""
    credit: re.Pattern[str] = _NEVER
    """The credit that stands at the end of a caption: ‹Foto: Rolf Benn›."""
    comments: re.Pattern[str] = _NEVER
    """The whole heading below which readers speak."""
    more: re.Pattern[str] = _NEVER
    """The line above headlines of other stories."""
    author: re.Pattern[str] = _NEVER
    """What follows the author's name in the lines that introduce him: ‹ist Reporterin›."""
