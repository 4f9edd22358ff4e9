"""What a question's words add up to in each sentence: those that it holds, and those that its neighbours lend it.

Rule of this room: only what is found in a paragraph, or in the headings above it, is lent there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.core.retrieval.evidence import Concept, Evidence, SentenceFeatures


class TermCoverage:
    """The features that concepts add up to, by sentence."""

    def __init__(self, traits: Sequence[SentenceFeatures]) -> None:
        size = len(traits)
        self.coverage = [0.0] * size
        self.previous = [0.0] * size
        self.second_previous = [0.0] * size
        self.following = [0.0] * size
        self.passage = [0.0] * size
        self._places = [-n - 1 if t.paragraph is None else t.paragraph for n, t in enumerate(traits)]
        self._groups: dict[int, list[int]] = {}
        for n, place in enumerate(self._places):
            self._groups.setdefault(place, []).append(n)

    def add(self, concept: Concept, value: float) -> None:
        """Add what a concept is worth to the sentences that hold it, and to those in whose paragraph it is."""
        strong = [0.0] * len(self.coverage)
        for n, s in concept.saturation.items():
            strong[n] = min(1.0, s)
            self.coverage[n] += value * strong[n]
        for place in {self._places[n] for n in (*concept.saturation, *concept.heading_saturation)}:
            group = self._groups[place]
            if len(group) > 1 or concept.heading_saturation:
                self._lend(group, [strong[n] for n in group], value, concept.heading_saturation)

    def _lend(self, group: Sequence[int], row: Sequence[float], value: float, heads: Mapping[int, float]) -> None:
        """Add what the sentences of a paragraph, which hold a concept as strongly as `row` says, lend each other."""
        best, last = max(row), len(row) - 1
        for i, here in enumerate(row):
            n = group[i]
            level = max(best, heads.get(n, 0.0)) if heads else best
            if here >= level:
                continue
            self.passage[n] += value * (level - here)
            if i and row[i - 1] > here:
                self.previous[n] += value * (row[i - 1] - here)
            elif i > 1 and row[i - 2] > here:
                self.second_previous[n] += value * (row[i - 2] - here)
            if i < last and row[i + 1] > here:
                self.following[n] += value * (row[i + 1] - here)


def term_coverage(e: Evidence, ideal: float) -> TermCoverage:
    """Return what the concepts of a question that is worth `ideal` add up to."""
    sums = TermCoverage(e.sentence_features)
    for concept in e.concepts:
        if concept.saturation or concept.heading_saturation:
            sums.add(concept, concept.value / ideal)
    return sums


def positions(e: Evidence) -> dict[int, set[int]]:
    """Return the places of the question's words, by sentence; none for those without any."""
    places: dict[int, set[int]] = {}
    for concept in e.concepts:
        for n, there in concept.positions.items():
            places.setdefault(n, set()).update(there)
    return places
