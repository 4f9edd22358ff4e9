"""How well a sentence answers a question, from what was found in it and around it.

Rule of this room: a feature is a number between about 0 and 1 that means the same for every question and article, so
that few weights serve all; the weights are fitted on the development half of XQuAD-R by benchmarks/quality_fit.py.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.model import Wanted

NEAR = 3
"""Words between two matches that still stand together."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A question's term in an article: its weight, its idf, and how strongly each sentence holds it (saturated count).

    `found` has the sentences that hold it; `around` tells the same for the headings of sentences.
    """

    word: str
    weight: float
    idf: float
    found: Mapping[int, float]
    heads: Mapping[int, float]
    places: Mapping[int, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Traits:
    """What a sentence holds, whatever is asked: kinds of answers, its numbers, its length in words, its paragraph."""

    kinds: frozenset[Wanted]
    numbers: frozenset[str]
    names: frozenset[str]
    length: int
    paragraph: int
    opens: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was found for a question in an article, by the number of the sentence."""

    concepts: Sequence[Concept]
    across: Sequence[float]
    letters: Sequence[float]
    traits: Sequence[Traits]
    wanted: Wanted
    numbers: frozenset[str]
    names: frozenset[str]


NAMES = (
    "words", "across", "letters", "coverage", "prev", "prev2", "next", "paragraph", "heads", "together", "kind",
    "number_hit", "number_miss", "length", "opens", "rarest", "newname",
)


def features(e: Evidence) -> list[list[float]]:
    """Return each sentence's features, in the order of `NAMES`."""
    count = len(e.traits)
    zeros = [0.0] * count
    ideal = sum(c.weight * c.idf for c in e.concepts) or 1.0
    words, coverage, prev, prev2, following, paragraph, heads, together = (zeros[:] for _ in range(8))
    groups: dict[int, list[int]] = {}
    for n, t in enumerate(e.traits):
        groups.setdefault(t.paragraph, []).append(n)
    rarest = max(e.concepts, key=lambda c: c.idf * c.weight * bool(c.found), default=None)
    for c in e.concepts:
        value = c.weight * c.idf / ideal
        strong = [0.0] * count
        for n, s in c.found.items():
            words[n] += value * s
            strong[n] = min(1.0, s)
            coverage[n] += value * strong[n]
        for n, s in c.heads.items():
            heads[n] += value * max(0.0, min(1.0, s) - strong[n])
        if c.found:
            for members in groups.values():
                best = max(strong[n] for n in members)
                if not best:
                    continue
                for i, n in enumerate(members):
                    here = strong[n]
                    if here < best:
                        paragraph[n] += value * (best - here)
                    if i and strong[members[i - 1]] > here:
                        prev[n] += value * (strong[members[i - 1]] - here)
                    elif i > 1 and strong[members[i - 2]] > here:
                        prev2[n] += value * (strong[members[i - 2]] - here)
                    if i + 1 < len(members) and strong[members[i + 1]] > here:
                        following[n] += value * (strong[members[i + 1]] - here)
    if len(e.concepts) > 1:
        for a, b in zip(e.concepts, e.concepts[1:], strict=False):
            value = (a.weight * a.idf + b.weight * b.idf) / 2 / ideal
            for n in a.places.keys() & b.places.keys():
                if min(abs(x - y) for x in a.places[n] for y in b.places[n]) <= NEAR:
                    together[n] += value
    rows = []
    for n, t in enumerate(e.traits):
        kind = float(e.wanted in t.kinds and (e.wanted.value not in ("number", "when") or bool(t.numbers - e.numbers) or not t.numbers))
        rows.append([
            words[n], e.across[n], e.letters[n], coverage[n], prev[n], prev2[n], following[n], paragraph[n], heads[n],
            together[n], kind,
            float(bool(e.numbers & t.numbers)), float(bool(e.numbers) and not e.numbers & t.numbers),
            math.log1p(t.length) / 4, float(t.opens), float(rarest is not None and n in rarest.found),
            float(bool(t.names - e.names)),
        ])
    return rows


HAND = dict(words=.65, across=.35, letters=.35, prev=.1, next=.05, paragraph=.1)


def score(e: Evidence) -> list[float]:
    """Return each sentence's score."""
    w = [HAND.get(name, 0.0) for name in NAMES]
    return [sum(a * b for a, b in zip(w, row, strict=True)) for row in features(e)]
