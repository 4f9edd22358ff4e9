"""Last names with small words in them, where they stand alone: ‹von der Marsch›, after ‹Ulla von der Marsch›.

Rule of this room: only a name that the article gave in full is known; its small words then are names, too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.syntax.tagged_text import NOUNS, Pos

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.core.syntax.tagged_text import TaggedText, Token

_MOST = 2
"""Small words of a last name: ‹von der›, ‹de la›."""
_BEFORE = frozenset({Pos.ARTICLE, Pos.DETERMINER, Pos.ADJECTIVE})


def with_particles(page: TaggedText, particles: frozenset[str], is_given: Callable[[str], bool]) -> TaggedText:
    """Return a page whose mentions of such last names are names as a whole; the same page where there are none."""
    known = {name for start, end in _full(page, particles, is_given) for name in [_key(page, start, end)]}
    if not known:
        return page
    tokens = list(page.tokens)
    for start, end in _runs(page, particles):
        before = page.at(start - 1)
        apart = not before.noun or before.quote != page.at(start).quote or before.pos is Pos.NAME
        if _key(page, start, end) in known and apart:
            tokens[start:end] = [_named(t) for t in tokens[start:end]]
    return replace(page, tokens=tuple(tokens))


def _named(token: Token) -> Token:
    return replace(token, pos=Pos.NAME)


def _key(page: TaggedText, start: int, end: int) -> str:
    return " ".join(t.lower for t in page.words(start, end))


def _full(page: TaggedText, particles: frozenset[str], is_given: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Yield small words and last name behind a first name; one small word alone may also say whose somebody is."""
    for start, end in _runs(page, particles):
        first = page.at(start - 1)
        several = end - start > _MOST and first.pos is Pos.NAME
        if first.capital and (several or is_given(first.text)) and not is_given(page.at(end - 1).text):
            yield start, end


def _runs(page: TaggedText, particles: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield every run of small words and a capitalised noun or name behind them."""
    for start, token in enumerate(page.tokens):
        if token.lower not in particles or page.at(start - 1).lower in particles:
            continue
        end = start + 1
        while page.at(end).lower in particles and end - start < _MOST:
            end += 1
        last = page.at(end)
        if last.capital and last.pos in NOUNS and page.at(start - 1).pos not in _BEFORE:
            yield start, end + 1
