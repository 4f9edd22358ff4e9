"""How a question to many articles says which of them it is about: since when, from when, on which site.

Rule of this room: no word of a language stands here; `bot.languages` fills a `Confines`.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from bot.core.language_data.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_TIME = 30
"""Characters of a time: "the 24th of September 2024"."""
_NEVER = pattern("(?!)")


class Bound(StrEnum):
    """Which side of a time is meant."""

    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    WITHIN = "within"


class Confines(NamedTuple):
    """A language's closed lists, in small letters, and patterns over a question.

    `bounds` are the words before a time. `spans` are times that today tells: the unit (day, week, month, year) and how
    many of them ago. Each of `times` names `bound` and `time`, and may name `onwards`, which makes ‹from March on› a
    beginning; `site` names `site`, each word of which has a capital, or which has a dot.
    """

    bounds: Mapping[str, Bound]
    spans: Mapping[str, tuple[str, int]]
    times: tuple[re.Pattern[str], ...] = ()
    site: re.Pattern[str] = _NEVER


def time_patterns(
    bounds: Mapping[str, Bound], spans: Mapping[str, tuple[str, int]], onwards: str
) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a time with its bound: behind a question, and before it with a colon."""
    words = "|".join(_spaced(word) for word in sorted(bounds, key=len, reverse=True))
    today = "|".join(_spaced(word) for word in sorted(spans, key=len, reverse=True))
    time = rf"(?P<time>(?:{today})|[\w .,/-]{{3,{LONGEST_TIME}}}?)"
    said = rf"(?P<bound>{words})\s{time}(?:\s(?P<onwards>{onwards}))?"
    behind = rf"(?<=\w)[,;?]?\s\(?{said}\)?[?.!]{{0,3}}$"
    return pattern(behind, re.IGNORECASE), pattern(rf"^{said}\s?:\s", re.IGNORECASE)


def site_pattern(before: str) -> re.Pattern[str]:
    """Return the pattern of a site behind a question, after one of the words `before` it."""
    name = r"(?P<site>\w[\w&-]{1,30}(?:\s\w[\w&-]{1,30}){0,2}|[\w-]{1,30}(?:\.[\w-]{1,30}){1,3})"
    return pattern(rf"(?<=\w)[,;?]?\s\(?(?:{before})\s{name}\)?[?.!]{{0,3}}$", re.IGNORECASE)


def _spaced(word: str) -> str:
    return re.escape(word).replace(r"\ ", r"\s")
