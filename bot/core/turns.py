"""What turns a statement into another one though its nouns and verbs stay: not, could, all, more than, to and from.

Rule of this room: no word of a language stands here; `bot.languages` fills a `Turns`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Turn(StrEnum):
    """What a word does to a statement."""

    NOT = "not"
    MAYBE = "maybe"
    DUTY = "duty"
    FUTURE = "future"
    ALL = "all"
    SOME = "some"
    MOST = "most"
    FEW = "few"
    ONLY = "only"
    ALMOST = "almost"
    OVER = "over"
    UNDER = "under"
    ABOUT = "about"
    """‹about 900› is no other number than ‹900›."""
    ALTERED = "altered"
    """What it is said of is not yet, no longer or only allegedly such: ‹former›, ‹planned›."""


class Way(StrEnum):
    """Where a preposition points."""

    TO = "to"
    FROM = "from"
    BEFORE = "before"
    AFTER = "after"
    FOR = "for"
    AGAINST = "against"
    WITH = "with"
    WITHOUT = "without"


OPPOSITES = frozenset(
    {
        frozenset({Way.TO, Way.FROM}),
        frozenset({Way.BEFORE, Way.AFTER}),
        frozenset({Way.FOR, Way.AGAINST}),
        frozenset({Way.WITH, Way.WITHOUT}),
    }
)


@dataclass(frozen=True, slots=True)
class Turns:
    """A language's closed lists, in small letters.

    `words` act on the whole statement and `nearby` on what stands right behind them; a key may be two words.
    `passives` help to make the passive, and `agents` are the prepositions of who acts in it; `handing` are infinitives
    that say the same where it is only told who gives what to whom (who sells or lends it does more). `parts` stand
    between a part and its whole. `idle` are fixed phrases that turn nothing, whatever their words do elsewhere (‹not
    only›, ‹ohne Not›), by each of their words.
    """

    words: Mapping[str, Turn]
    nearby: Mapping[str, Turn]
    ways: Mapping[str, frozenset[Way]]
    passives: frozenset[str]
    agents: frozenset[str]
    handing: frozenset[str]
    parts: frozenset[str]
    idle: Mapping[str, tuple[str, ...]]

    def shades(self, word: str) -> bool:
        """Tell whether a word is compared as a turn, and so need not be there as a word."""
        return word in self._shading

    @property
    def _shading(self) -> frozenset[str]:
        return frozenset(w for key in (*self.words, *self.nearby) for w in key.split())


def listed(table: Mapping[Turn, str]) -> dict[str, Turn]:
    """Return a table by word; words stand with spaces between them, those of one entry with `_`."""
    return {word.replace("_", " "): turn for turn, words in table.items() for word in words.split()}


def idle(table: str) -> dict[str, tuple[str, ...]]:
    """Return fixed phrases, one a line, by each of their words."""
    phrases = [" ".join(line.split()) for line in table.splitlines() if line.strip()]
    words = {word for phrase in phrases for word in phrase.split()}
    return {word: tuple(phrase for phrase in phrases if word in phrase.split()) for word in words}


def pointing(table: Mapping[Way, str]) -> dict[str, frozenset[Way]]:
    """Return the ways of each preposition."""
    words = {word for row in table.values() for word in row.split()}
    return {word: frozenset(way for way, row in table.items() if word in row.split()) for word in words}
