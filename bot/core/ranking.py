"""How well a sentence answers a question, from what was found in it and around it.

Rule of this room: a feature means the same for every question and article, so that few weights serve all. The weights
are fitted on the development half of XQuAD-R by benchmarks/quality_fit.py; docs/quality.md says what each part brings.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from operator import attrgetter, mul
from typing import TYPE_CHECKING

from bot.core.pointed import holds_kind, is_bare, is_unproven
from bot.core.proof import Shown
from bot.core.sums import places_of, summed
from bot.model import Proof, Wanted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MANY = 2
"""Names after which more of them make a sentence no likelier to name who is asked for."""
MUCH = 12.0
"""Worth (idf, summed) of three rare words, after which more of them make an answer no surer."""
DROP = 8.0
"""Logits that a sentence is below the best one, per point of score."""
COUNTED = frozenset({Wanted.NUMBER, Wanted.WHO})
"""Kinds of answers that have a feature of their own."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A question's term in an article: its weight, its idf, and how strongly each sentence holds it (saturated count).

    `heads` tells how surely a sentence's headings hold it, `places` where in the sentence its words are, `counted` in
    which sentences a number counts it, where that is asked for.
    """

    word: str
    weight: float
    idf: float
    found: Mapping[int, float]
    heads: Mapping[int, float]
    places: Mapping[int, Sequence[int]]
    name: bool = False
    unit: int = -1
    counted: frozenset[int] = frozenset()

    @property
    def value(self) -> float:
        """What finding it is worth."""
        return self.weight * self.idf


@dataclass(frozen=True, slots=True)
class Traits:
    """What a sentence holds, whatever is asked: kinds of answers, its numbers, and its paragraph (-1 for none).

    `names` has the places of its names among its `size` words; an `anaphor` opens it where it goes on about what the
    sentence before names.
    """

    kinds: frozenset[Wanted]
    numbers: frozenset[str]
    paragraph: int
    shown: Shown = Shown()  # noqa: RUF009 - it is frozen
    names: frozenset[int] = frozenset()
    size: int = 0
    anaphor: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was found for a question in an article; sequences go by the number of the sentence.

    `across` and `letters` are scores in the translated and in the spelling's view, 1 being what a question could reach;
    `roles` is 1 where a sentence's parties do what is asked, -1 where they do it the other way round.
    """

    foreign: bool
    concepts: Sequence[Concept]
    across: Sequence[float]
    letters: Sequence[float]
    roles: Sequence[float]
    traits: Sequence[Traits]
    wanted: Wanted
    numbers: frozenset[str]
    proof: Proof | None = None


@dataclass(frozen=True, slots=True)
class Features:
    """A sentence's features, which lie between 0 and about 1."""

    coverage: float = 0.0
    """Share of the question's worth that the sentence holds."""
    across: float = 0.0
    """The same in the other language, question or sentence translated."""
    letters: float = 0.0
    """The same by runs of three letters."""
    before: float = 0.0
    """What the sentence lacks and the one before it in the paragraph holds: "He was born …"."""
    earlier: float = 0.0
    """The same two sentences before."""
    after: float = 0.0
    """The same in the sentence after it."""
    around: float = 0.0
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
    """`before`, where the sentence opens with a word that points back."""
    early: float = 0.0
    """How near its start the first word of the question stands: what a sentence is about comes first."""

    @property
    def values(self) -> tuple[float, ...]:
        """Return them in this order."""
        return _VALUES(self)


_VALUES = attrgetter(*(field.name for field in fields(Features)))


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature counts in a sentence's score, and what makes a chance of it.

    The chance that the best sentence is an answer is the logistic function of `offset`, plus its features weighed by
    `best`, plus what the question as a whole is: `known`, the share of its worth that the
    article holds anywhere; `mass`, the worth of what the best sentence holds; and whether the
    best sentence lacks a time that is wanted, or the article all numbers of the question.
    """

    score: Features
    best: Features
    known: float
    mass: float
    lacks_time: float
    lacks_number: float
    offset: float


SAME = Weights(
    score=Features(
        coverage=0.56,
        across=0.15,
        letters=0.29,
        before=0.15,
        earlier=0.08,
        after=0.13,
        around=0.36,
        count=0.22,
        kind=0.05,
        number=0.07,
        names=0.20,
        anaphor=0.12,
        early=0.06,
    ),
    best=Features(coverage=1.62, across=3.65, letters=6.62, before=1.94, around=3.63),
    known=2.65,
    mass=3.38,
    lacks_time=-1.86,
    lacks_number=-1.25,
    offset=-4.21,
)
"""For a question in the article's language."""
OTHER = Weights(
    score=Features(
        coverage=0.66,
        across=0.16,
        letters=0.18,
        before=0.18,
        earlier=0.08,
        after=0.15,
        around=0.33,
        count=0.19,
        kind=0.06,
        number=0.05,
        names=0.18,
        anaphor=0.13,
        early=0.06,
    ),
    best=Features(coverage=2.47, across=3.21, letters=6.49, before=2.29, around=3.68),
    known=2.17,
    mass=5.70,
    lacks_time=-1.72,
    lacks_number=-0.47,
    offset=-4.91,
)
"""For a question in the other language."""
COUNT = 10.0
"""Logits for a number that is wanted and that the best sentence does not hold: 1 to 2 % of right answers do not."""
STATE = 8.0
"""Logits for a state that is asked about and not named in the article; .3 to .7 % of answerable questions have one."""
LOOKED_AT = 3
"""Sentences of which one may be the answer."""
UNPROVEN = 30.0
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
    if not e.traits:
        return []
    w = OTHER if e.foreign else SAME
    rows = list(zip(*_columns(e), strict=True))  # `Features` of them would take three times as long as their scores
    weights = w.score.values
    scores = _with_roles([dot(weights, row) for row in rows], e.roles)
    if e.wanted is Wanted.NUMBER:
        scores = _with_counts(scores, e.concepts)
    best, passed = _best(e, scores)
    base = _base(e, rows[best], best, w) - UNPROVEN * _is_turned_round(e)
    logits = [base + DROP * (s - scores[best]) for s in scores]
    for n in (*passed, *_turned(e.roles)):
        logits[n] -= UNPROVEN
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
        if not is_unproven(e, n) and not (place and is_bare(e, n)):
            return n, first[:place]
    return first[0], ()


def _is_turned_round(e: Evidence) -> bool:
    """Tell whether the parties do to each other what is asked in no sentence, and the other way round in some."""
    return min(e.roles) <= -TURNED and max(e.roles) <= 0


def _turned(roles: Sequence[float]) -> Sequence[int]:
    """Return the sentences in which the parties do the opposite of what they do in others, as asked."""
    if not any(roles) or min(roles) > -TURNED or max(roles) <= 0:
        return ()
    return [n for n, role in enumerate(roles) if role <= -TURNED]


def dot(weights: Sequence[float], row: Sequence[float]) -> float:
    """Return the weighted sum of a sentence's features."""
    return sum(map(mul, weights, row), 0.0)


def _with_roles(scores: Sequence[float], roles: Sequence[float]) -> list[float]:
    if not any(roles):
        return list(scores)
    bonus = BONUS * max(scores)
    return [
        s * (1 + (AGREES if r > 0 else CONFLICTS) * r) + bonus * max(0.0, r) for s, r in zip(scores, roles, strict=True)
    ]


def _with_counts(scores: list[float], concepts: Sequence[Concept]) -> list[float]:
    """Return scores with what it is worth that a number counts the very noun that is asked about."""
    counted = frozenset().union(*(c.counted for c in concepts))
    if counted:
        bonus = COUNTS * max(scores)
        for n in counted:
            scores[n] += bonus
    return scores


def _base(e: Evidence, row: Sequence[float], best: int, w: Weights) -> float:
    """Return what the question as a whole adds to the logit: the best sentence's views, and what is missing."""
    traits = e.traits[best]
    return (
        w.offset
        + dot(w.best.values, row)
        + w.known * known(e)
        + w.mass * mass(e, best)
        - COUNT * (e.wanted is Wanted.NUMBER and not holds_kind(e, traits))
        + w.lacks_time * (e.wanted is Wanted.WHEN and not holds_kind(e, traits))
        + w.lacks_number * lacks_number(e)
        - UNPROVEN * is_unproven(e, best)
        - STATE * any(c.name and not c.found for c in e.concepts)
    )


def known(e: Evidence) -> float:
    """Return the share of the question's worth that the article holds anywhere."""
    return sum(c.value for c in e.concepts if c.found) / _ideal(e)


def mass(e: Evidence, best: int) -> float:
    """Return the worth of what the best sentence holds of the question, 1 being much: short questions prove little."""
    return min(1.0, sum(c.value * min(1.0, c.found.get(best, 0.0)) for c in e.concepts) / MUCH)


def lacks_number(e: Evidence) -> bool:
    """Tell whether the question holds numbers, and the article none of them."""
    return bool(e.numbers) and not any(e.numbers & t.numbers for t in e.traits)


def _ideal(e: Evidence) -> float:
    return sum(c.value for c in e.concepts) or 1.0


def features(e: Evidence) -> list[Features]:
    """Return each sentence's features."""
    return [Features(*row) for row in zip(*_columns(e), strict=True)]


def _columns(e: Evidence) -> tuple[Sequence[float], ...]:
    """Return each feature of all sentences, in the order of `Features.values`."""
    sums, matched = summed(e, _ideal(e)), places_of(e)
    none = [0.0] * len(e.traits)
    return (
        sums.coverage,
        e.across,
        e.letters,
        sums.before,
        sums.earlier,
        sums.after,
        sums.around,
        _held(e) if e.wanted is Wanted.NUMBER else none,
        _held(e) if e.wanted not in COUNTED else none,
        [float(not e.numbers.isdisjoint(t.numbers)) for t in e.traits] if e.numbers else none,
        _names(e, matched) if e.wanted is Wanted.WHO else none,
        [before if t.anaphor else 0.0 for before, t in zip(sums.before, e.traits, strict=True)],
        _early(e, matched),
    )


def _held(e: Evidence) -> list[float]:
    """Return whether each sentence holds what is wanted."""
    wanted = frozenset({e.wanted})  # sets are compared by the hashes they keep; an Enum's is made in Python each time
    return [float(wanted <= t.kinds and holds_kind(e, t)) for t in e.traits]


def _names(e: Evidence, matched: Mapping[int, set[int]]) -> list[float]:
    return [min(1.0, len(t.names.difference(matched.get(n, ()))) / MANY) for n, t in enumerate(e.traits)]


def _early(e: Evidence, matched: Mapping[int, set[int]]) -> list[float]:
    early = [0.0] * len(e.traits)
    for n, there in matched.items():
        early[n] = 1.0 - min(there) / e.traits[n].size if there else 0.0
    return early
