"""What likeness of meaning adds to the evidence of words: the dense retriever's share in the score and in the chance.

Rule of this module: meaning adds to words and overrules none of them. It joins a sentence's score before the roles of
the parties do, since it can't tell who did what to whom; what rules a sentence out rules it out whatever it means.
The weights are fitted by benchmarks/dense_fit.py with articles left out; docs/encoder.md says what they bring.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, fields
from operator import mul
from typing import TYPE_CHECKING

from bot.core.retrieval.answer_validation import has_answer_type, has_question_type
from bot.core.retrieval.leaders import leaders
from bot.model import AnswerType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.retrieval.evidence import Dense, Evidence

SENTENCE, CONTEXT, BESIDE, UNKNOWN = 0.044, 0.041, 0.059, 0.125
"""What likeness counts in a score: of the sentence, of it with the one before, of the likest other one of its
paragraph; and, on top, of the sentence by the share of the question that the article has no words for."""
SHARP, SHARP_WORDS = 9.7, 13.5
"""How much surer a point of score makes the first sentence against the others, with meaning and of words alone."""
DROP = 6.5
"""Logits that a sentence is below the best one, per point of score: less than of words, as it makes less sure here, and
enough that seven in ten of what readers of news are shown are right."""
DECIDED = 0.8
"""Chance of the best sentence against the others from which on words decide: there, meaning changed no figure."""
NEAR = 0.0
"""Standard deviations above the article's mean from which on a sentence without a word of the question is found."""
SHOWN = frozenset({AnswerType.AGE, AnswerType.MONEY, AnswerType.SIZE, AnswerType.TIME, AnswerType.COUNT})
"""Kinds of things of which a sentence that shows one is preferred, among the best."""
NEEDED = frozenset({AnswerType.AGE, AnswerType.MONEY, AnswerType.COUNT})
"""Kinds of things without which a sentence is no answer where one is asked for."""
LEAST, MOST = -8.0, 12.0
"""Logits beyond which the evidence of words proves nothing more."""
LITTLE = 1e-6
"""So that an article of one sentence has a standard deviation."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What the best sentence's chance is made of where meaning is known."""

    words: float = 0.0
    """The logit by words alone, without what rules a sentence out."""
    foreign: float = 0.0
    """Whether the question is in the other language."""
    pointed: float = 0.0
    """Whether a kind of thing is asked for that a sentence can show."""
    unshown: float = 0.0
    """Whether the sentence does not show it."""
    held: float = 0.0
    """Whether it holds the kind of answer that is wanted, where that is a kind at all."""
    known: float = 0.0
    """Share of the question's worth that the article holds anywhere."""
    sure: float = 0.0
    """Logarithm of its chance against the other sentences."""
    alone: float = 0.0
    """Its likeness."""
    context: float = 0.0
    """Its likeness together with the sentence before."""
    mean: float = 0.0
    """The mean likeness of the article's sentences: whether it is about such things at all."""
    stands_out: float = 0.0
    """Its likeness in the article's standard deviations above that mean."""

    @property
    def values(self) -> tuple[float, ...]:
        """Return them in this order."""
        return tuple(getattr(self, field.name) for field in fields(self))


CHANCE = Signs(
    words=0.55,
    foreign=2.02,
    pointed=0.18,
    unshown=-1.19,
    held=-1.11,
    known=0.85,
    sure=1.12,
    alone=-0.05,
    context=0.78,
    mean=0.63,
    stands_out=0.40,
)
OFFSET = -4.12
"""What each sign adds to the logit of the best sentence's chance."""


def fused(scores: Sequence[float], likeness: Sequence[tuple[float, float, float]], known: float) -> list[float]:
    """Return scores with what meaning adds; the least like sentence gains nothing.

    Otherwise all would gain what every sentence of an article has in common, and the shares of the roles with them.
    `likeness` is what `views` returns, `known` the share of the question's worth that the article holds.
    """
    alone = SENTENCE + UNKNOWN * (1 - known)
    gains = [alone * s + CONTEXT * c + BESIDE * b for s, c, b in likeness]
    least = min(gains, default=0.0)
    return [score + gain - least for score, gain in zip(scores, gains, strict=True)]


def views(dense: Dense, paragraphs: Sequence[int | None]) -> list[tuple[float, float, float]]:
    """Return each sentence's likeness alone, with the one before, and that of the likest other one of its paragraph.

    The article's mean stands in where a paragraph has one sentence.
    """
    best: dict[int | None, list[float]] = defaultdict(list)
    for paragraph, likeness in zip(paragraphs, dense.sentence, strict=True):
        best[paragraph] = sorted((*best[paragraph], likeness), reverse=True)[:2]
    mean = average(dense.sentence)
    beside = []
    for paragraph, likeness in zip(paragraphs, dense.sentence, strict=True):
        first, second = (*best[paragraph], mean)[:2]
        beside.append(second if likeness == first else first)
    return list(zip(dense.sentence, dense.context, beside, strict=True))


def average(likeness: Sequence[float]) -> float:
    """Return the mean, 0 where there is nothing."""
    return sum(likeness) / len(likeness) if likeness else 0.0


def passed_over(e: Evidence, scores: Sequence[float]) -> tuple[int, Sequence[int]]:
    """Return the first of the best sentences that shows the kind of thing asked for, and the better ones that do not.

    Where none does, or no such thing is asked for, it is the very best; what tells of something else is never it,
    unless all do.
    """
    first = leaders(scores)
    for place, n in enumerate(first):
        if n not in e.contrary and (e.answer_type not in SHOWN or has_answer_type(e, n)):
            return n, first[:place]
    return next((n for n in first if n not in e.contrary), first[0]), ()


def is_decided(scores: Sequence[float]) -> bool:
    """Tell whether words alone single out a sentence, so that its meaning need not be asked for."""
    return math.exp(sureness(scores, SHARP_WORDS)) >= DECIDED


def sureness(scores: Sequence[float], sharp: float) -> float:
    """Return the logarithm of the best sentence's chance against the others."""
    most = max(scores)
    return -math.log(sum(math.exp(sharp * (score - most)) for score in scores))


def signs(e: Evidence, dense: Dense, scores: Sequence[float], best: int, words: float) -> Signs:
    """Return what the best sentence's chance is made of, but for what is known; `words` is its logit by them alone."""
    return Signs(
        words=max(LEAST, min(MOST, words)),
        foreign=float(e.cross_lingual),
        pointed=float(e.answer_type is not None),
        unshown=float(not has_answer_type(e, best)),
        held=float(has_question_type(e, e.sentence_features[best])),
        sure=sureness([score for n, score in enumerate(scores) if n == best or n not in e.contrary], SHARP),
        alone=dense.sentence[best],
        context=dense.context[best],
        mean=average(dense.sentence),
        stands_out=standing_out(dense.sentence)[best],
    )


def chance(found: Signs) -> float:
    """Return the logit of the best sentence's chance to be an answer."""
    return OFFSET + sum(map(mul, CHANCE.values, found.values), 0.0)


def standing_out(likeness: Sequence[float]) -> list[float]:
    """Return likenesses in standard deviations above their mean."""
    mean = average(likeness)
    spread = math.sqrt(sum((x - mean) ** 2 for x in likeness) / len(likeness)) + LITTLE
    return [(x - mean) / spread for x in likeness]


def near(dense: Dense) -> frozenset[int]:
    """Return the sentences that are found by their meaning, whatever their words."""
    return frozenset(n for n, z in enumerate(standing_out(dense.sentence)) if z > NEAR)
