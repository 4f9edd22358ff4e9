"""A sentence's ranking features, and what each of them counts.

Rule of this module: a feature means the same for every question and article, so that few weights serve all. They are
fitted on the development half of XQuAD-R by benchmarks/quality_fit.py; docs/quality.md says what each part brings.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RankingFeatures(Generic[T]):
    """Each feature's value in a sentence (0 to about 1), its weight, or its values in all sentences."""

    coverage: T
    """Share of the question's worth that the sentence holds."""
    translated: T
    """The same in the other language, question or sentence translated."""
    ngrams: T
    """The same by runs of three letters."""
    previous: T
    """What the sentence lacks and the one before it in the paragraph holds: "He was born …"."""
    second_previous: T
    """The same two sentences before."""
    following: T
    """The same in the sentence after it."""
    passage: T
    """The same in the paragraph or the headings above it."""
    count: T
    """Whether the sentence holds a number that is not the question's, if one is wanted."""
    kind: T
    """Whether the sentence holds another kind of answer that is wanted."""
    number: T
    """Whether it holds a number of the question."""
    names: T
    """Names that are not the question's, if a person is wanted: three and more are 1."""
    anaphor: T
    """`previous`, where the sentence opens with a word that points back."""
    early: T
    """How near its start the first word of the question stands: what a sentence is about comes first."""

    @property
    def values(self) -> tuple[T, ...]:
        """Return them in this order."""
        return _VALUES(self)


_VALUES = attrgetter(*(field.name for field in fields(RankingFeatures)))
_NO_WEIGHT = RankingFeatures(*(0.0 for _ in fields(RankingFeatures)))


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature counts in a sentence's score, and what makes a chance of it.

    The chance that the best sentence is an answer is the logistic function of `offset`, plus its features weighed by
    `best`, plus what the question as a whole is: `idf_in_article`, the share of its worth that the
    article holds anywhere; `matched_idf`, the worth of what the best sentence holds; and whether the
    best sentence lacks a time that is wanted, or the article all numbers of the question.
    """

    score: RankingFeatures[float]
    best: RankingFeatures[float]
    idf_in_article: float
    matched_idf: float
    lacks_time: float
    lacks_number: float
    offset: float


SAME_LANGUAGE = Weights(
    score=RankingFeatures(
        coverage=0.56,
        translated=0.15,
        ngrams=0.29,
        previous=0.15,
        second_previous=0.08,
        following=0.13,
        passage=0.36,
        count=0.22,
        kind=0.05,
        number=0.07,
        names=0.20,
        anaphor=0.12,
        early=0.06,
    ),
    best=replace(_NO_WEIGHT, coverage=1.62, translated=3.65, ngrams=6.62, previous=1.94, passage=3.63),
    idf_in_article=2.65,
    matched_idf=3.38,
    lacks_time=-1.86,
    lacks_number=-1.25,
    offset=-4.21,
)
"""For a question in the article's language."""
CROSS_LANGUAGE = Weights(
    score=RankingFeatures(
        coverage=0.66,
        translated=0.16,
        ngrams=0.18,
        previous=0.18,
        second_previous=0.08,
        following=0.15,
        passage=0.33,
        count=0.19,
        kind=0.06,
        number=0.05,
        names=0.18,
        anaphor=0.13,
        early=0.06,
    ),
    best=replace(_NO_WEIGHT, coverage=2.47, translated=3.21, ngrams=6.49, previous=2.29, passage=3.68),
    idf_in_article=2.17,
    matched_idf=5.70,
    lacks_time=-1.72,
    lacks_number=-0.47,
    offset=-4.91,
)
"""For a question in the other language."""
