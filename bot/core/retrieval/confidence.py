"""How sure it is that an article answers a question: what its best sentence holds of it, and what is nowhere.

Rule of this room: few signs, each of which says something on its own; `/why` can tell them. Their weights are fitted by
benchmarks/refusal_fit.py on news articles and XQuAD-R with the article left out; docs/refusal.md has the figures.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from operator import attrgetter, mul
from typing import TYPE_CHECKING

from bot.core.retrieval.answer_validation import FEW, has_answer_type, things_of
from bot.model import AnswerType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.retrieval.evidence import Evidence

SHARP = 13.5
"""How much likelier a sentence is per point of its score, in logits; fitted over the sentences of an article."""
HELD = 0.15
"""How surely a sentence must hold a thing, or kin of it, to have it."""
LOWEST, HIGHEST = -8.0, 12.0
"""Logits of the first stage, fitted on long questions, beyond which it says nothing more of short ones."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells whether a question is answered; all lie between 0 and about 1, but `stage` and `clear`."""

    stage: float = 0.0
    """A tenth of the logit by `weights.Weights`."""
    lost: float = 0.0
    """Share of the question's worth that is neither in the best sentence nor beside it."""
    absent: float = 0.0
    """Share of the things asked about that the best sentence does not have, not even kin."""
    unproven: float = 0.0
    """Whether the best sentence lacks the kind of thing that is asked for."""
    kin: float = 0.0
    """Share of the question's worth that the article has by kin alone."""
    clear: float = 0.0
    """Logarithm of the best sentence's chance among those of the article that may be the answer."""
    few: float = 0.0
    """Whether a pointed question asks about two things or fewer: that both are there proves little."""
    uncounted: float = 0.0
    """Whether something is to be counted, and no number of the best sentence counts it."""
    missing: float = 0.0
    """Share of the things asked about that the article has nothing of, not even kin."""

    def logit(self, weights: Signs, offset: float) -> float:
        """Return the logit that they make, weighed."""
        return offset + math.fsum(map(mul, _VALUES(self), _VALUES(weights)))


_VALUES = attrgetter(*(field.name for field in fields(Signs)))
"""Returns all values in their order; `astuple` would copy each and take a twentieth of a question's time."""

WEIGHTS = Signs(
    stage=2.88,
    lost=-0.84,
    absent=-1.91,
    unproven=-3.20,
    kin=0.91,
    clear=0.47,
    few=-1.86,
    uncounted=-1.79,
    missing=-2.81,
)
OFFSET = 3.85
"""Less the threshold: what is above zero is answered."""


def confidence(e: Evidence, stage: float, scores: Sequence[float], best: int) -> float:
    """Return the logit of the chance that the best of an article's sentences, with its `scores`, is an answer."""
    return signs(e, stage, scores, best).logit(WEIGHTS, OFFSET)


def signs(e: Evidence, stage: float, scores: Sequence[float], best: int) -> Signs:
    """Return what tells whether a question is answered; `stage` is the logit of the first stage."""
    whole = sum(c.value for c in e.concepts) or 1.0
    asked, lost = things_of(e, best)
    there = {c.aspect for c in e.concepts if c.saturation.get(best, 0.0) + c.near.get(best, 0.0) >= HELD}
    things: set[int | None] = set(asked) or {None}  # a question of words that say next to nothing asks about them
    missing = {c.aspect for c in e.concepts if c.aspect in things and not (c.saturation or c.titled or c.near)}
    top = scores[best]
    # What is better was passed over: it can't be the answer.
    rivals = (score for n, score in enumerate(scores) if n == best or (score <= top and n not in e.contrary))
    among = sum(math.exp(SHARP * (score - top)) for score in rivals)
    return Signs(
        stage=max(LOWEST, min(HIGHEST, stage)) / 10,
        lost=sum(c.value for c in e.concepts if c.aspect in lost) / whole,
        absent=len(things - there) / len(things),
        unproven=float(not has_answer_type(e, best)),
        kin=sum(c.value * min(1.0, max(c.near.values())) for c in e.concepts if c.near and not c.saturation) / whole,
        clear=-math.log(among),
        few=float(e.answer_type is not None and len(asked) <= FEW),
        uncounted=float(
            e.answer_type is AnswerType.COUNT and e.counts and not any(best in c.counted_in for c in e.concepts)
        ),
        missing=len(missing) / len(things),
    )
