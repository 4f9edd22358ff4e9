"""Which of the sentences found are the answer, how many of them, and when there is none.

Rule of this room: a refusal has a reason, and names the words that are missing.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from bot.model import Answer, QuestionType, Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Hit, Query

LEVEL = 0.5
"""Least chance of a first answer; calibrated so that of questions about another article 95 in 100 are refused."""
FURTHER = 0.12
"""Least chance of a further answer where the asker set their number."""
SHARE = 0.6
"""Least log-odds of a further answer to an open question, as a share of the first's.

On the corpus' 94 open questions .4 to .6 bring the same sentences of questions with several (recall .74), and .6 the
fewest others (precision .49 at .4, .70 at .6); above .6 right sentences get lost.
"""
MOST = 10.0
"""Log-odds of a certain answer."""
NEAREST = 1
"""Hits shown with a refusal."""
OPEN = frozenset({QuestionType.WHAT, QuestionType.HOW, QuestionType.WHY})
"""Kinds of questions that more than one sentence may answer."""


def select(query: Query, hits: Sequence[Hit], limit: int | None) -> Answer:
    """Return the answer: the best `limit` hits, by default as many as the question wants; or why there are none.

    `hits` is every sentence that matches, best first, so that a term in none of them is not in the article.
    """
    if not query.terms:
        return Answer(query, (), Refusal.NO_WORDS)
    there = words_in(hits)
    telling = (t for t in query.terms if t.aspect is not None or query.answer_type is None)
    missing = tuple(dict.fromkeys(t.word for t in telling if not there.issuperset(t.word.split())))
    if not hits:
        return Answer(query, (), Refusal.NOT_IN_ARTICLE, missing or tuple(dict.fromkeys(t.word for t in query.terms)))
    first = hits[0].score
    if first < LEVEL:
        return Answer(query, (), _reason(missing, hits[0]), missing, tuple(hits[:NEAREST]))
    if limit is not None:
        return Answer(query, tuple(h for h in hits[:limit] if h is hits[0] or h.score >= FURTHER))
    if query.question_type not in OPEN:
        return Answer(query, (hits[0],))
    return Answer(query, tuple(h for h in hits if h.score >= _level(first)))


def words_in(hits: Sequence[Hit]) -> set[str]:
    """Return the question's words that hits hold; a phrase brings its words along: "Kim Jong-un" was found as one."""
    terms = {word for hit in hits for word in hit.terms}
    return terms.union(*[term.split() for term in terms])


def _reason(missing: Sequence[str], nearest: Hit) -> Refusal:
    if missing:
        return Refusal.MISSING_WORDS
    return Refusal.NOT_SAID if nearest.has_answer_type else Refusal.KIND_MISSING


def _level(first: float) -> float:
    """Return the least chance of a further answer beside a first one: near certainty, chances differ in their odds."""
    odds = math.log(first / (1 - first)) if first < 1 else MOST
    return max(LEVEL, 1 / (1 + math.exp(-SHARE * odds)))
