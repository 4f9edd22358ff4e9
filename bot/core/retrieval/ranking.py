"""How well a sentence answers a question, from what was found in it and around it.

Rule of this room: a feature means the same for every question and article, so that few weights serve all. The weights
are fitted on the development half of XQuAD-R by benchmarks/quality_fit.py; docs/quality.md says what each part brings.
"""

from __future__ import annotations

import math
from operator import mul
from typing import TYPE_CHECKING

from bot.core.retrieval.answer_validation import fails_validation, has_question_type, lacks_topic
from bot.core.retrieval.evidence import Concept, Evidence
from bot.core.retrieval.term_coverage import positions, term_coverage
from bot.core.retrieval.weights import CROSS_LANGUAGE, SAME_LANGUAGE, RankingFeatures, Weights
from bot.model import QuestionType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MANY = 2
"""Names after which more of them make a sentence no likelier to name who is asked for."""
MUCH = 12.0
"""Worth (idf, summed) of three rare words, after which more of them make an answer no surer."""
DROP = 8.0
"""Logits that a sentence is below the best one, per point of score."""
COUNTED = frozenset({QuestionType.NUMBER, QuestionType.WHO})
"""Kinds of answers that have a feature of their own."""
COUNT = 10.0
"""Logits for a number that is wanted and that the best sentence does not hold: 1 to 2 % of right answers do not."""
STATE = 8.0
"""Logits for a state that is asked about and not named in the article; .3 to .7 % of answerable questions have one."""
LOOKED_AT = 3
"""Sentences of which one may be the answer."""
FAILS_VALIDATION = 30.0
"""Logits for a best sentence that can't be the answer to a pointed question (`pointed.is_unproven`)."""
TURNED = 0.75
"""Disagreement of the parties from which on what is asked about is said the other way round."""
DIGITS = 9
"""Decimal places of a score that mean something."""
NEAR = 1e-8
"""Difference of scores below which they may be equal in these places."""
CERTAIN = 30.0
"""Logits beyond which a chance does not change."""
COUNTS = 0.12
"""What it is worth that a number counts the very noun that is asked about: a share of the best score."""
AGREES, CONFLICTS, BONUS = 0.35, 0.5, 0.15
"""What the roles of the parties do to a score: shares of it, and of the best score."""


def rank(e: Evidence) -> list[float]:
    """Return each sentence's chance to be the answer (0 to 1), by the number of the sentence.

    The order is that of the scores; how high the chances are is the question's: how well the best sentence fits it.
    """
    if not e.sentence_features:
        return []
    w = CROSS_LANGUAGE if e.cross_lingual else SAME_LANGUAGE
    rows = list(zip(*_columns(e).values, strict=True))  # `RankingFeatures` of them would take three times as long
    weights = w.score.values
    scores = _with_roles([dot(weights, row) for row in rows], e.role_agreement)
    if e.question_type is QuestionType.NUMBER:
        scores = _with_counts(scores, e.concepts)
    best, passed = _best(e, scores)
    base = _base(e, rows[best], best, w) - FAILS_VALIDATION * _is_turned_round(e)
    logits = [base + DROP * (s - scores[best]) for s in scores]
    for n in (*passed, *_turned(e.role_agreement)):
        logits[n] -= FAILS_VALIDATION
    if max(logits) > CERTAIN or min(logits) < -CERTAIN:
        logits = [max(-CERTAIN, min(CERTAIN, x)) for x in logits]
    return [1 / (1 + math.exp(-x)) for x in logits]


def _best(e: Evidence, scores: Sequence[float]) -> tuple[int, Sequence[int]]:
    """Return the best sentence that can be the answer, and the better ones that can't; the very best where none can."""
    # Rounded, so that equal sentences are equal in whatever order the words were added up; the first of them counts.
    # Rounding all of them would take a twentieth of the ranking's time.
    last = sorted(scores, reverse=True)[:LOOKED_AT][-1]
    near = (n for n, score in enumerate(scores) if score > last - NEAR)
    first = sorted(near, key=lambda n: -round(scores[n], DIGITS))[:LOOKED_AT]
    for place, n in enumerate(first):
        if not fails_validation(e, n) and not (place and lacks_topic(e, n)):
            return n, first[:place]
    return first[0], ()


def _is_turned_round(e: Evidence) -> bool:
    """Tell whether the parties do to each other what is asked in no sentence, and the other way round in some."""
    return min(e.role_agreement) <= -TURNED and max(e.role_agreement) <= 0


def _turned(roles: Sequence[float]) -> Sequence[int]:
    """Return the sentences in which the parties do the opposite of what they do in others, as asked."""
    if not any(roles) or min(roles) > -TURNED or max(roles) <= 0:
        return ()
    return [n for n, role in enumerate(roles) if role <= -TURNED]


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
        - FAILS_VALIDATION * fails_validation(e, best)
        - STATE * any(c.required and not c.saturation for c in e.concepts)
    )


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
