"""What tells for a sentence that says in other words what is asked: kin, what is done, and things.

Rule of this module: it adds to a sentence's score and takes nothing away. The weights are fitted by
benchmarks/wording_fit.py on news articles and XQuAD-R with the article left out; docs/quality.md has the figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.retrieval.evidence import Concept, Evidence

KIN, UNKNOWN_KIN = 0.4, 0.8
"""What holding the kin of all words asked is worth, coverage by the words themselves being worth about .6; and, on top,
by the share of the question that the article has no words for."""
VERB = 0.07
"""What it is worth that a sentence holds all that is done in a question, or kin of it."""
THINGS = 0.1
"""The same for all things that are asked about, however rare each of them is."""
HELD = 0.15
"""How surely a sentence must hold a thing, or kin of it, to have it."""


def worded(e: Evidence, known: float) -> list[float]:
    """Return what is added to each sentence's score; `known` is the share of the question that the article holds."""
    ideal = sum(c.value for c in e.concepts) or 1.0
    scores = [0.0] * len(e.sentence_features)
    kin = (KIN + UNKNOWN_KIN * (1.0 - known)) / ideal
    for concept in e.concepts:
        # What only names the kind of answer has no kin: "how high" is no height.
        worth = kin * concept.value if concept.aspect is not None or concept.verb else 0.0
        for n, near in concept.near.items():
            scores[n] += worth * near
    _add_verbs(scores, [c for c in e.concepts if c.verb])
    _add_things(scores, e.concepts)
    return scores


def _add_verbs(scores: list[float], verbs: Sequence[Concept]) -> None:
    worth = VERB / (sum(c.value for c in verbs) or 1.0)
    for concept in verbs:
        for n, held in holding(concept):
            scores[n] += worth * concept.value * min(1.0, held)


def _add_things(scores: list[float], concepts: Sequence[Concept]) -> None:
    asked = {c.aspect for c in concepts if c.aspect is not None}
    there = {(c.aspect, n) for c in concepts if c.aspect is not None for n, held in holding(c) if held >= HELD}
    for _, n in there:
        scores[n] += THINGS / len(asked)


def holding(concept: Concept) -> list[tuple[int, float]]:
    """Return the sentences that hold a term or its kin, each with how surely."""
    if not concept.near:
        return list(concept.saturation.items())
    found, near = concept.saturation, concept.near
    return [(n, found.get(n, 0.0) + near.get(n, 0.0)) for n in {**found, **near}]
