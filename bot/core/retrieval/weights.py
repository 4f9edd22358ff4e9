"""A sentence's ranking features, and what each of them counts.

Rule of this room: the numbers are fitted by benchmarks/quality_fit.py; docs/quality.md says what each part brings.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter


@dataclass(frozen=True, slots=True)
class RankingFeatures:
    """A sentence's features, which lie between 0 and about 1."""

    coverage: float = 0.0
    """Share of the question's worth that the sentence holds."""
    translated: float = 0.0
    """The same in the other language, question or sentence translated."""
    ngrams: float = 0.0
    """The same by runs of three letters."""
    previous: float = 0.0
    """What the sentence lacks and the one before it in the paragraph holds: "He was born …"."""
    second_previous: float = 0.0
    """The same two sentences before."""
    following: float = 0.0
    """The same in the sentence after it."""
    passage: float = 0.0
    """The same in the paragraph or the headings above it."""
    count: float = 0.0
    """Whether the sentence holds a number that is not the question's, if one is wanted."""
    kind: float = 0.0
    """Whether the sentence holds another kind of answer that is wanted."""
    number: float = 0.0
    """Whether it holds a number of the question."""
    names: float = 0.0
    """Names that are not the question's, if a person is wanted: three and more are 1."""
    anaphor: float = 0.0
    """`previous`, where the sentence opens with a word that points back."""
    early: float = 0.0
    """How near its start the first word of the question stands: what a sentence is about comes first."""

    @property
    def values(self) -> tuple[float, ...]:
        """Return them in this order."""
        return _VALUES(self)


_VALUES = attrgetter(*(field.name for field in fields(RankingFeatures)))


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature counts in a sentence's score, and what makes a chance of it.

    The chance that the best sentence is an answer is the logistic function of `offset`, plus its features weighed by
    `best`, plus what the question as a whole is: `idf_in_article`, the share of its worth that the
    article holds anywhere; `matched_idf`, the worth of what the best sentence holds; and whether the
    best sentence lacks a time that is wanted, or the article all numbers of the question.
    """

    score: RankingFeatures
    best: RankingFeatures
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
    best=RankingFeatures(coverage=1.62, translated=3.65, ngrams=6.62, previous=1.94, passage=3.63),
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
    best=RankingFeatures(coverage=2.47, translated=3.21, ngrams=6.49, previous=2.29, passage=3.68),
    idf_in_article=2.17,
    matched_idf=5.70,
    lacks_time=-1.72,
    lacks_number=-0.47,
    offset=-4.91,
)
"""For a question in the other language."""
