"""Which of the sentences found are the answer, how many of them, and when there is none.

Rule of this room: a refusal has a reason, and names the words that are missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model import Answer, Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Article, Hit, Query

LEVEL = 0.2
"""The least score of an answer."""
NEAREST = 1
"""Hits shown with a refusal."""


def choose(article: Article, query: Query, hits: Sequence[Hit], limit: int | None) -> Answer:  # noqa: ARG001
    """Return the answer: the best `limit` hits, by default all above the level; or why there is none.

    `hits` is every sentence that matches, best first, so that a term in none of them is not in the article.
    """
    there = {word for hit in hits for word in hit.terms}
    missing = tuple(term.word for term in query.terms if term.word not in there)
    if not query.terms:
        return Answer(query, (), Refusal.NO_WORDS)
    if not hits:
        return Answer(query, (), Refusal.NOT_IN_ARTICLE, missing)
    if hits[0].score < LEVEL:
        reason = Refusal.MISSING_WORDS if missing else Refusal.NOT_SAID
        return Answer(query, (), reason, missing, tuple(hits[:NEAREST]))
    good = tuple(h for h in hits if h.score >= max(LEVEL, hits[0].score / 2))
    return Answer(query, good[:limit] if limit else good)
