"""How likely two words render each other, learnt from many short texts that say the same in two languages.

Rule of this room: numbers only; words come in and go out as they are, and nothing is known of any language.
"""

from __future__ import annotations

from array import array
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

ROUNDS = 6
"""Of expectation maximisation; more change nothing that counts."""
NULL_WORD = 0.3
"""How likely a word renders nothing that stands there, against one that does."""
ALONE = 0.5
"""Share of what pairs of single words say; the rest is said by their company in longer texts."""


class _Side:
    """One language's words, each a number, and the texts they stand in, one after the other."""

    def __init__(self) -> None:
        self.words: dict[str, int] = {}
        self._run = array("i")
        self._sizes = array("i")

    def add(self, words: Sequence[str]) -> None:
        self._run.extend([self.words.setdefault(word, len(self.words)) for word in words])
        self._sizes.append(len(words))

    @property
    def run(self) -> NDArray[np.int32]:
        """The numbers of all words."""
        return np.frombuffer(self._run, np.int32)

    @property
    def sizes(self) -> NDArray[np.int32]:
        """How many words each text has."""
        return np.frombuffer(self._sizes, np.int32)

    @property
    def starts(self) -> Ints:
        """Where each text starts among all words."""
        return np.asarray(np.cumsum(self.sizes, dtype=np.int64) - self.sizes)


class Bitext:
    """Pairs of short texts that say the same."""

    def __init__(self) -> None:
        self._left, self._right = _Side(), _Side()
        self._weights = array("f")

    def add(self, left: Sequence[str], right: Sequence[str], weight: float) -> None:
        """Take in a pair of texts, both with words in them; the more it weighs, the more it counts."""
        self._left.add(left)
        self._right.add(right)
        self._weights.append(weight)

    def affinities(self) -> Affinities:
        """Return the pairs of words that render each other, with how surely (0 to 1).

        That is the geometric mean, over both directions, of the chance that the one is rendered by the other: half
        IBM model 1 (Brown et al. 1993, section 4.1), half the share among the pairs of single words.
        """
        weights = np.frombuffer(self._weights, np.float32)
        keys, there = _chances(self._left, self._right, weights)
        turned, back = _chances(self._right, self._left, weights)
        left, right = np.divmod(keys, max(1, len(self._right.words)))
        other = np.searchsorted(turned, right * len(self._left.words) + left)
        return Affinities(list(self._left.words), list(self._right.words), left, right, np.sqrt(there * back[other]))


class Affinities:
    """Pairs of words with a number each; `left` and `right` hold the numbers of the words."""

    def __init__(self, names: list[str], others: list[str], left: Ints, right: Ints, values: Floats) -> None:
        self._names, self._others, self._left, self._right, self._values = names, others, left, right, values

    def turned(self) -> Affinities:
        """Return the same from the other side."""
        return Affinities(self._others, self._names, self._right, self._left, self._values)

    def best(self, most: int) -> Iterator[tuple[str, list[tuple[str, float]]]]:
        """Yield each left word with its `most` likeliest right ones; ties by the order in which words came."""
        order = np.lexsort((self._right, -self._values, self._left))
        ends = np.cumsum(np.bincount(self._left[order], minlength=len(self._names)))
        for word, (start, end) in zip(self._names, pairwise((0, *ends.tolist())), strict=True):
            kept = order[start : min(end, start + most)]
            yield (
                word,
                list(zip((self._others[n] for n in self._right[kept]), self._values[kept].tolist(), strict=True)),
            )


def _chances(source: _Side, target: _Side, weights: NDArray[np.float32]) -> tuple[Ints, Floats]:
    """Return how likely each word of a source is rendered by each of a target, by their numbers in one key."""
    text = np.repeat(np.arange(len(target.sizes), dtype=np.int32), target.sizes)
    many = source.sizes[text]
    slots = np.repeat(np.arange(len(text), dtype=np.int32), many)
    places = np.arange(len(slots)) - np.repeat(np.cumsum(many) - many - source.starts[text], many)
    count = len(target.words)
    keys, pair = np.unique(source.run[places] * np.int64(count) + target.run[slots], return_inverse=True)
    del places
    together = _model_1(keys // max(1, count), pair.astype(np.int32), slots, target.run, weights[text])
    return keys, (1 - ALONE) * together + ALONE * _alone(source, target, keys)


def _model_1(
    owner: Ints,
    pair: NDArray[np.int32],
    slots: NDArray[np.int32],
    words: NDArray[np.int32],
    weights: NDArray[np.float32],
) -> Floats:
    """Return the chances of IBM model 1.

    `slots` are the places of the target's `words`, with `weights`; `pair` is what may have become the word there, a key
    whose source is its `owner`. Nothing at all may become any word: it takes a share of each.
    """
    chance = np.ones(len(owner))
    nothing = np.full(int(words.max(initial=-1)) + 1, NULL_WORD)
    for _ in range(ROUNDS):
        likely = chance[pair]
        idle = nothing[words]
        whole = np.bincount(slots, likely, len(idle)) + idle
        counts = np.bincount(pair, (weights / whole)[slots] * likely, len(owner))
        chance = counts / np.bincount(owner, counts)[owner]
        taken = np.bincount(words, weights * idle / whole, len(nothing))
        nothing = NULL_WORD * taken / (taken.sum() or 1.0)
    return np.asarray(chance)


def _alone(source: _Side, target: _Side, keys: Ints) -> Floats:
    """Return the share of each key among the pairs of single words."""
    single = (source.sizes == 1) & (target.sizes == 1)
    here, there = source.run[source.starts[single]], target.run[target.starts[single]]
    found = np.searchsorted(keys, here * np.int64(len(target.words)) + there)
    counts = np.bincount(found, minlength=len(keys)).astype(np.float64)
    owner = keys // max(1, len(target.words))
    whole = np.bincount(owner, counts)[owner]
    return np.divide(counts, whole, out=np.zeros(len(counts)), where=whole > 0)
