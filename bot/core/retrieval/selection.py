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
"""Least chance of a first answer; the fits of benchmarks/refusal_fit.py and dense_fit.py set their offsets for it."""
FURTHER = 0.12
"""Least chance of a further answer where the asker set their number."""
CLOSE = 0.35
"""Log-odds that a further answer to an open question may be below the first: half as likely to be the right one.

On news articles a third of what follows the first is right within this distance, and a fifth beyond it.
"""
BESIDE, LOOKED_AT = 1.0, 5
"""Log-odds that a sentence with the kind of thing asked for (a place) may be below a first one without, and how many
are looked at."""
MANY = 3
"""Answers to an open question at most, where nothing but their likeness to it tells that they are some."""
DECIDED = 0.5
"""Agreement of the parties from which on a sentence is one of a list: who sent what."""
MOST = 30.0
"""Log-odds of a certain answer."""
NEAREST = 1
"""Hits shown with a refusal."""
OPEN = frozenset({QuestionType.WHAT, QuestionType.HOW, QuestionType.WHY, QuestionType.WHO})
"""Kinds of questions that more than one sentence may answer."""


def select(query: Query, hits: Sequence[Hit], limit: int | None) -> Answer:
    """Return the answer: the best `limit` hits, by default as many as the question wants; or why there are none.

    `hits` is every sentence that matches, best first, so that a term in none of them is not in the article.
    """
    if not query.terms:
        return Answer(query, (), Refusal.NO_WORDS)
    there = words_in(hits)
    missing = tuple(
        dict.fromkeys(t.word for t in query.terms if t.aspect is not None and not there.issuperset(t.word.split()))
    )
    if not (hits and (there or hits[0].score >= LEVEL)):
        return Answer(query, (), Refusal.NOT_IN_ARTICLE, missing or tuple(dict.fromkeys(t.word for t in query.terms)))
    first = hits[0].score
    if first < LEVEL:
        return Answer(query, (), _reason(missing, hits[0]), missing, tuple(h for h in hits[:NEAREST] if h.terms))
    if limit is not None:
        return Answer(query, tuple(h for h in hits[:limit] if h is hits[0] or h.score >= FURTHER))
    return Answer(query, _shown(query, hits))


def _shown(query: Query, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Return the first hit, and those that answer an open question as well.

    Where the parties tell that the first answers it, all of whom they tell so do, if they hold what is asked about;
    elsewhere those that are hardly less likely.
    """
    first = hits[0]
    if query.question_type not in OPEN:
        return (first, *_kind_asked_for(hits))
    if first.role > DECIDED:
        asked = {t.word for t in query.terms if t.aspect is not None and not t.required}.intersection(first.terms)
        return tuple(h for h in hits if h.role > DECIDED and asked.issubset(h.terms))
    least = _odds(first.score) - CLOSE
    return tuple(h for h in hits[:MANY] if _odds(h.score) >= least)


def _kind_asked_for(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Return the likeliest hit with the kind of thing asked for, where the first has none and is hardly likelier."""
    if hits[0].has_answer_type:
        return ()
    found = next((h for h in hits[:LOOKED_AT] if h.has_answer_type), None)
    return () if found is None or _odds(found.score) < _odds(hits[0].score) - BESIDE else (found,)


def joined(whole: Answer, parts: Sequence[Answer], limit: int | None) -> Answer:
    """Return the answer to several questions in one: what each is answered with, in their order.

    Where none of them is answered by itself, it is the answer to the `whole`.
    """
    hits = {hit.sentence: hit for part in reversed(parts) for hit in reversed(part.hits)}
    ordered = dict.fromkeys(hit.sentence for part in parts for hit in part.hits)
    if not hits:
        return whole
    missing = tuple(dict.fromkeys(word for part in parts if part.refusal for word in part.missing))
    headline = next((part.headline for part in parts if part.headline), None)
    return Answer(whole.query, tuple(hits[n] for n in ordered)[:limit], None, missing, headline=headline)


def words_in(hits: Sequence[Hit]) -> set[str]:
    """Return the question's words that hits hold; a phrase brings its words along: "Kim Jong-un" was found as one."""
    terms = {word for hit in hits for word in hit.terms}
    return terms.union(*[term.split() for term in terms])


def _reason(missing: Sequence[str], nearest: Hit) -> Refusal:
    if missing:
        return Refusal.MISSING_WORDS
    return Refusal.NOT_SAID if nearest.has_answer_type else Refusal.KIND_MISSING


def _odds(chance: float) -> float:
    """Return the log-odds of a chance: near certainty, chances differ in their odds."""
    return math.log(chance / (1 - chance)) if 0 < chance < 1 else math.copysign(MOST, chance - 0.5)
