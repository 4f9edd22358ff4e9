"""Words of a sentence that exclude a statement's: approved and rejected, north and south.

Rule of this room: two words exclude each other only within a set of the language's tables.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bot.core.checking.kept import Keyed
from bot.core.checking.word_matching import read
from bot.core.semantics.contrast import Contrasting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.core.checking.pairing import Candidate, Statement
    from bot.core.checking.word_matching import StatementWord
    from bot.core.language import Language
    from bot.core.semantics.contrast import Mark, Marks

_CONTRARY = frozenset({"vote", "result", "change"})
"""Sets of verbs of which one being true makes the other false; who opened a shop may have closed it as well."""


class Excluded(NamedTuple):
    """A word of a statement, the word of the sentence that excludes it, and whether both can't be true."""

    word: StatementWord
    other: str
    contrary: bool


def excluded(missing: Sequence[StatementWord], statement: Statement, sentence: Candidate) -> Iterator[Excluded]:
    """Yield the words that a sentence lacks and for which it has one that excludes them."""
    if not missing:
        return
    row = sentence.found.words
    told = _all(_contrasting(Keyed((sentence.language.code,), sentence.language)).marks(sentence.parsed.text, row))
    words = read(statement.text, statement.language)
    marks = _all(_contrasting(Keyed((statement.language.code,), statement.language)).marks(statement.text, words))
    for w in missing:
        for mark in [m for m in marks if words[m.place].start == w.start]:
            other = next((m for m in told if m.group == mark.group and m.which != mark.which), None)
            if other is not None:
                there = row[other.place]
                yield Excluded(w, sentence.parsed.text[there.start : there.end], mark.group in _CONTRARY)
                break


@lru_cache(8)
def _contrasting(language: Keyed[Language]) -> Contrasting:
    return Contrasting(language.value)


def _all(marks: Marks) -> tuple[Mark, ...]:
    return (*marks.verbs, *marks.kinds, *marks.modifiers)
