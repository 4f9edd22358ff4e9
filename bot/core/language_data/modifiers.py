"""What turns a statement into another one though its nouns and verbs stay: not, could, all, more than, to and from.

Rule of this room: no word of a language stands here; `bot.languages` fills a `Modifiers`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Modifier(StrEnum):
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
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    """‹about 900› is no other number than ‹900›."""
    ALTERED = "altered"
    """What it is said of is not yet, no longer or only allegedly such: ‹former›, ‹planned›."""
    UNREAL = "unreal"
    """It is imagined: ‹would have›, ‹as if›."""
    DOUBT = "doubt"
    """It is believed, feared, rumoured."""
    PLAN = "plan"
    """It is wanted, tried, promised."""
    EXCEPT = "except"
    PAST = "past"
    """It was so once: ‹used to›."""


class Direction(StrEnum):
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
        frozenset({Direction.TO, Direction.FROM}),
        frozenset({Direction.BEFORE, Direction.AFTER}),
        frozenset({Direction.FOR, Direction.AGAINST}),
        frozenset({Direction.WITH, Direction.WITHOUT}),
    }
)


class Modifiers(NamedTuple):
    """A language's closed lists, in small letters.

    `clausal` act on the whole statement and `local` on what stands right behind them; a key may be two or three words.
    `transfer_verbs` are infinitives that say the same where it is only told who gives what to whom (who sells or lends
    it does more). `parts` stand between a part and its whole. `neutral_phrases` are fixed phrases that turn nothing,
    whatever their words do elsewhere (‹not only›, ‹ohne Not›), by each of their words.
    """

    clausal: Mapping[str, Modifier]
    local: Mapping[str, Modifier]
    directions: Mapping[str, frozenset[Direction]]
    transfer_verbs: frozenset[str]
    parts: frozenset[str]
    neutral_phrases: Mapping[str, tuple[str, ...]]
    negative_endings: tuple[str, ...] = ()
    """What ends a word that also says "not" (‹isn't›)."""

    def is_modifier(self, word: str) -> bool:
        """Tell whether a word is compared as a turn, and so need not be there as a word."""
        return word in self._shading

    @property
    def _shading(self) -> frozenset[str]:
        return frozenset(w for key in (*self.clausal, *self.local) for w in key.split())


def listed(table: Mapping[Modifier, str]) -> dict[str, Modifier]:
    """Return a table by word; words stand with spaces between them, those of one entry with `_`."""
    return {word.replace("_", " "): turn for turn, words in table.items() for word in words.split()}


def neutral_phrases(table: str) -> dict[str, tuple[str, ...]]:
    """Return fixed phrases, one a line, by each of their words."""
    phrases = [" ".join(line.split()) for line in table.splitlines() if line.strip()]
    words = {word for phrase in phrases for word in phrase.split()}
    return {word: tuple(phrase for phrase in phrases if word in phrase.split()) for word in words}


def directions(table: Mapping[Direction, str]) -> dict[str, frozenset[Direction]]:
    """Return the ways of each preposition."""
    words = {word for row in table.values() for word in row.split()}
    return {word: frozenset(way for way, row in table.items() if word in row.split()) for word in words}
