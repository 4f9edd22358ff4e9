"""The sentences that say what is asked of the opposite: the south bridge for the north, the butcher for the baker.

Rule of this room: a sentence is ruled out only where it names another of the same set, and not the one asked about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.semantics.contrast import excludes
from bot.model import QuestionType
from bot.search.relations import acts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.core.language import Language
    from bot.core.semantics.contrast import Mark, Marks
    from bot.core.semantics.predicates import Proposition
    from bot.model import Query
    from bot.search.article_index import ArticleIndex

_OPENING = 3
"""Words at a sentence's start of which one names who it is about."""


def opposites(
    query: Query, marks: Marks, asked: Sequence[Proposition], index: ArticleIndex, asking: Language
) -> frozenset[int]:
    """Return the sentences that say it of the opposite of what a question names, by its marks and its predicates."""
    if not any(marks):
        return frozenset()
    found: set[int] = set()
    for mark in [m for m in marks.modifiers if m.heads]:
        heads = _heads(mark, query, asking)
        found.update(n for n, told in enumerate(index.marks) if excludes(mark, heads, told.modifiers, marks.modifiers))
    found.update(_of_verbs(marks, query, asked, index, asking))
    if query.question_type not in {QuestionType.WHO, QuestionType.WHAT}:
        found.update(_of_others(marks, query, asked, index, asking))
    return frozenset(found)


def _of_verbs(
    marks: Marks, query: Query, asked: Sequence[Proposition], index: ArticleIndex, asking: Language
) -> Iterator[int]:
    """Yield the sentences in which the opposite is done, and not what is asked, by another verb either."""
    against = {
        n for mark in marks.verbs for n, told in enumerate(index.marks) if excludes(mark, (), told.verbs, marks.verbs)
    }
    if against:
        done = {n for predicate in asked for n, _ in acts_of(predicate, query, index, asking)}
        yield from against - done


def _heads(mark: Mark, query: Query, asking: Language) -> frozenset[str]:
    """Return the forms of a modifier's noun in the article's language."""
    if query.article_language == asking.code:
        return mark.heads
    lexicon = asking.lexicon()
    return mark.heads.union(r.form for head in mark.heads for r in lexicon.translations(head, asking.code))


def _of_others(
    marks: Marks, query: Query, asked: Sequence[Proposition], index: ArticleIndex, asking: Language
) -> Iterator[int]:
    """Yield the sentences in which somebody of another kind does the same, in the same voice."""
    for mark in marks.kinds:
        for n, told in enumerate(index.marks):
            opening = [m for m in told.kinds if m.place < _OPENING]
            if (
                excludes(mark, (), told.kinds)
                and excludes(mark, (), opening)
                and _does_so(n, query, asked, index, asking)
            ):
                yield n


def _does_so(n: int, query: Query, asked: Sequence[Proposition], index: ArticleIndex, asking: Language) -> bool:
    """Tell whether a sentence tells of the act asked about, in its voice; any does where none is asked about."""
    acts = [p for p in asked if not p.noun]
    if not acts:
        return True
    return any(m == n and told.passive is acts[0].passive for m, told in acts_of(acts[0], query, index, asking))
