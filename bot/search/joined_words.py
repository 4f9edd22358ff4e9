"""Words that a question writes as one and an article as two, or the other way round: "Superbowl" and "Super Bowl".

Rule of this module: only words side by side are joined, and only to a word that is written so.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from bot.core.lexical.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.core.language import Language
    from bot.core.lexical.analysis import Word
    from bot.core.lexical.tokens import Token
    from bot.model import Query

W = TypeVar("W", "Word", "Token")
SHORTEST = 5
"""Letters of a joined word: among shorter ones too many are other words (into, along)."""


def joined_pairs(texts: Sequence[str], rows: Sequence[Sequence[Word]]) -> Mapping[str, frozenset[int]]:
    """Return the sentences by what words side by side in them would be as one, the last as it stands and its form."""
    found: dict[str, set[int]] = defaultdict(set)
    for n, row in enumerate(rows):
        for first, last in _side_by_side(row, texts[n]):
            for end in (last.word, last.form):
                if len(first.word) + len(end) >= SHORTEST:
                    found[first.word + end].add(n)
    return {word: frozenset(there) for word, there in found.items()}


def by_joining(
    query: Query, joined: Mapping[str, frozenset[int]], positions: Mapping[str, Iterable[int]], told: Language
) -> Mapping[str, frozenset[int]]:
    """Return the sentences that hold a question's words as one or as two, where it has two or one, by each word.

    `joined` is what `joined_pairs` returned, `positions` has the sentences of each form in an article told in `told`.
    """
    found: dict[str, frozenset[int]] = {}
    for term in query.terms:
        there = joined.get(term.word) or joined.get(term.form)
        if there and term.form not in positions:
            found[term.word] = there
    for first, last in _side_by_side(tokens(query.question), query.question):
        word = first.word + last.word
        form = told.analyser().forms(word)[0] if len(word) >= SHORTEST and word.isalpha() else ""
        if form in positions:
            found |= dict.fromkeys((first.word, last.word), frozenset(positions[form]))
    return found


def _side_by_side(words: Sequence[W], text: str) -> Iterator[tuple[W, W]]:
    """Yield words with nothing but a blank or a hyphen between them."""
    for first, last in pairwise(words):
        if text[first.end : last.start] in {" ", "-"}:
            yield first, last
