"""How well a sentence answers a question, from what was found in it and around it.

Rule of this room: what is found is weighed by few weights that serve all, and ruled out by vetoes that can be told.
"""

from __future__ import annotations

import math
from dataclasses import replace
from operator import mul
from typing import TYPE_CHECKING

from bot.core.retrieval import dense_scores
from bot.core.retrieval.answer_validation import fails_validation, has_answer_type, has_question_type, lacks_topic
from bot.core.retrieval.confidence import confidence
from bot.core.retrieval.evidence import Concept, Evidence
from bot.core.retrieval.leaders import leaders
from bot.core.retrieval.term_coverage import positions, term_coverage
from bot.core.retrieval.vetoes import FAILS_VALIDATION, is_refused, is_ruled_out, vetoed
from bot.core.retrieval.weights import CROSS_LANGUAGE, SAME_LANGUAGE, RankingFeatures, Weights
from bot.core.retrieval.wording import worded
from bot.model import QuestionType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.core.retrieval.dense_scores import Signs

MANY = 2
"""Names after which more of them make a sentence no likelier to name who is asked for."""
MUCH = 12.0
"""Worth (idf, summed) of three rare words, after which more of them make an answer no surer."""
DROP = 8.0
"""Logits that a sentence is below the best one, per point of score."""
SURE = 0.95
"""Chance by words alone from which on meaning need not be asked for: with it, none of those was refused or changed."""
COUNTED = frozenset({QuestionType.NUMBER, QuestionType.WHO})
"""Kinds of answers that have a feature of their own."""
COUNT = 10.0
"""Logits for a number that is wanted and that the best sentence does not hold: 1 to 2 % of right answers do not."""
CERTAIN, NEVER = 30.0, 200.0
"""Logits above and below which a chance does not change; what is refused still has a nearest sentence."""
PROVES = 0.1
"""What it is worth that a sentence holds the kind of thing that is asked for."""
ASKS = 0.5
"""What is left of the score of a sentence that is a question itself: an answer only where nothing else is near."""
COUNTS = 0.12
"""What it is worth that a number counts the very noun that is asked about: a share of the best score."""
AGREES, CONFLICTS, BONUS = 0.35, 0.5, 0.15
"""What the roles of the parties do to a score: shares of it, and of the best score."""


def rank(e: Evidence) -> list[float]:
    """Return each sentence's chance to be the answer (0 to 1), by the number of the sentence.

    The order is that of the scores; how high the chances are is the question's: how well the best sentence fits it.
    """
    return _chances(e, *_weighed(e)) if e.sentence_features else []


def _weighed(e: Evidence) -> tuple[Weights, list[tuple[float, ...]], list[float]]:
    """Return the weights that a question is judged by, each sentence's features, and its score."""
    w = CROSS_LANGUAGE if e.cross_lingual else SAME_LANGUAGE
    rows = list(zip(*_columns(e).values, strict=True))  # `RankingFeatures` of them would take three times as long
    return w, rows, scored(e, rows, w.score.values)


def _chances(e: Evidence, w: Weights, rows: Sequence[Sequence[float]], scores: Sequence[float]) -> list[float]:
    """Return each sentence's chance, from what `_weighed` returns."""
    if e.dense is None:
        best, passed = _best(e, scores)
        base = confidence(e, _base(e, rows[best], best, w), scores, best) - FAILS_VALIDATION * is_refused(e, best)
    else:
        best, passed = dense_scores.passed_over(e, scores)
        base = dense_scores.chance(_signs(e, rows[best], best, scores, w)) - FAILS_VALIDATION * is_ruled_out(e, best)
    drop = DROP if e.dense is None else dense_scores.DROP
    logits = [base + drop * (s - scores[best]) for s in scores]
    for n in vetoed(e, passed):
        logits[n] -= FAILS_VALIDATION
    if max(logits) > CERTAIN or min(logits) < -NEVER:
        logits = [max(-NEVER, min(CERTAIN, x)) for x in logits]
    return [1 / (1 + math.exp(-x)) for x in logits]


def is_decided(e: Evidence) -> bool:
    """Tell whether words alone single out a sentence as the answer."""
    if not e.sentence_features:
        return True
    weighed = _weighed(e)
    left = [score for n, score in enumerate(weighed[-1]) if n not in e.contrary]
    return not left or (dense_scores.is_decided(left) and max(_chances(e, *weighed)) >= SURE)


def judged(e: Evidence) -> tuple[int, float, list[float]]:
    """Return the best sentence, the logit of the first stage for it, and the scores; for those who fit and explain."""
    w, rows, scores = _weighed(e)
    best, _ = _best(e, scores)
    return best, _base(e, rows[best], best, w), scores


def scored(e: Evidence, rows: Sequence[Sequence[float]], weights: Sequence[float]) -> list[float]:
    """Return each sentence's score: its features weighed, and what tells for or against it beside them."""
    known = idf_in_article(e)
    scores = [dot(weights, row) + more for row, more in zip(rows, worded(e, known), strict=True)]
    if e.dense is not None:
        views = dense_scores.views(e.dense, [t.paragraph for t in e.sentence_features])
        scores = dense_scores.fused(scores, views, known)
    scores = _with_roles(scores, e.role_agreement)
    scores = [score * ASKS if t.asks else score for score, t in zip(scores, e.sentence_features, strict=True)]
    if e.question_type is QuestionType.NUMBER:
        scores = _with_counts(scores, e.concepts)
    if e.answer_type is not None:
        scores = [score + PROVES * has_answer_type(e, n) for n, score in enumerate(scores)]
    return scores


def _best(e: Evidence, scores: Sequence[float]) -> tuple[int, Sequence[int]]:
    """Return the best sentence that can be the answer, and the better ones that can't; the very best where none can."""
    first = leaders(scores)
    for place, n in enumerate(first):
        if not fails_validation(e, n) and not (place and lacks_topic(e, n)):
            return n, first[:place]
    return first[0], ()


def dot(weights: Sequence[float], row: Sequence[float]) -> float:
    """Return the weighted sum of a sentence's features; both are all the values of `RankingFeatures`, in its order."""
    return sum(map(mul, weights, row), 0.0)  # a `zip` would take a twentieth of a question's time


def _with_roles(scores: Sequence[float], roles: Sequence[float]) -> list[float]:
    if not any(roles):
        return list(scores)
    bonus = BONUS * max(scores)
    return [
        s * (1 + (AGREES if r > 0 else CONFLICTS) * r) + bonus * max(0.0, r) for s, r in zip(scores, roles, strict=True)
    ]


def _with_counts(scores: list[float], concepts: Sequence[Concept]) -> list[float]:
    """Return scores with what it is worth that a number counts the very noun that is asked about."""
    counted = frozenset().union(*(c.counted_in for c in concepts))
    if counted:
        bonus = COUNTS * max(scores)
        for n in counted:
            scores[n] += bonus
    return scores


def _base(e: Evidence, row: Sequence[float], best: int, w: Weights) -> float:
    """Return what the question as a whole adds to the logit: the best sentence's views, and what is missing."""
    traits = e.sentence_features[best]
    return (
        w.offset
        + dot(w.best.values, row)
        + w.idf_in_article * idf_in_article(e)
        + w.matched_idf * matched_idf(e, best)
        - COUNT * (e.question_type is QuestionType.NUMBER and not has_question_type(e, traits))
        + w.lacks_time * (e.question_type is QuestionType.WHEN and not has_question_type(e, traits))
        + w.lacks_number * lacks_number(e)
    )


def _signs(e: Evidence, row: Sequence[float], best: int, scores: Sequence[float], w: Weights) -> Signs:
    """Return what the best sentence's chance is made of where meaning is known."""
    assert e.dense is not None  # noqa: S101 - asked there alone
    words = confidence(e, _base(e, row, best, w), scores, best)
    return replace(dense_scores.signs(e, e.dense, scores, best, words), known=idf_in_article(e))


def best_by_meaning(e: Evidence) -> tuple[int, Signs, bool]:
    """Return the best sentence where meaning is known, what its chance is made of, and whether it is ruled out."""
    w, rows, scores = _weighed(e)
    best, _ = dense_scores.passed_over(e, scores)
    return best, _signs(e, rows[best], best, scores, w), is_ruled_out(e, best)


def scores(e: Evidence) -> list[float]:
    """Return each sentence's score."""
    return _weighed(e)[-1]


def idf_in_article(e: Evidence) -> float:
    """Return the share of the question's worth that the article holds anywhere."""
    return sum(c.value for c in e.concepts if c.saturation) / _ideal(e)


def matched_idf(e: Evidence, best: int) -> float:
    """Return the worth of what the best sentence holds of the question, 1 being much: short questions prove little."""
    return min(1.0, sum(c.value * min(1.0, c.saturation.get(best, 0.0)) for c in e.concepts) / MUCH)


def lacks_number(e: Evidence) -> bool:
    """Tell whether the question holds numbers, and the article none of them."""
    return bool(e.numbers) and not any(e.numbers & t.numbers for t in e.sentence_features)


def _ideal(e: Evidence) -> float:
    return sum(c.value for c in e.concepts) or 1.0


def features(e: Evidence) -> list[RankingFeatures[float]]:
    """Return each sentence's features."""
    return [RankingFeatures(*row) for row in zip(*_columns(e).values, strict=True)]


def _columns(e: Evidence) -> RankingFeatures[Sequence[float]]:
    """Return each feature of all sentences."""
    coverage, matched = term_coverage(e, _ideal(e)), positions(e)
    none = [0.0] * len(e.sentence_features)
    return RankingFeatures(
        coverage=coverage.coverage,
        translated=e.translated_scores,
        ngrams=e.ngram_scores,
        previous=coverage.previous,
        second_previous=coverage.second_previous,
        following=coverage.following,
        passage=coverage.passage,
        count=_held(e) if e.question_type is QuestionType.NUMBER else none,
        kind=_held(e) if e.question_type not in COUNTED else none,
        number=_with_numbers(e) if e.numbers else none,
        names=_names(e, matched) if e.question_type is QuestionType.WHO else none,
        anaphor=_anaphors(e, coverage.previous),
        early=_early(e, matched),
    )


def _with_numbers(e: Evidence) -> list[float]:
    """Return whether each sentence holds a number of the question."""
    return [float(not e.numbers.isdisjoint(t.numbers)) for t in e.sentence_features]


def _anaphors(e: Evidence, previous: Sequence[float]) -> list[float]:
    return [before if t.anaphor else 0.0 for before, t in zip(previous, e.sentence_features, strict=True)]


def _held(e: Evidence) -> list[float]:
    """Return whether each sentence holds what is wanted."""
    wanted = frozenset(
        {e.question_type}
    )  # sets are compared by the hashes they keep; an Enum's is made in Python each time
    return [float(wanted <= t.question_types and has_question_type(e, t)) for t in e.sentence_features]


def _names(e: Evidence, matched: Mapping[int, set[int]]) -> list[float]:
    return [
        min(1.0, len(t.name_positions.difference(matched.get(n, ()))) / MANY) for n, t in enumerate(e.sentence_features)
    ]


def _early(e: Evidence, matched: Mapping[int, set[int]]) -> list[float]:
    early = [0.0] * len(e.sentence_features)
    for n, there in matched.items():
        early[n] = 1.0 - min(there) / e.sentence_features[n].size if there else 0.0
    return early
