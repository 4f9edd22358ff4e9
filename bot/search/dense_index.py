"""The sentences of articles as vectors of an encoder, compared with a question's.

Rule of this module: it holds no truth and makes no vectors of sentences; what it was not given it does not know.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np

from bot.core.retrieval.evidence import Dense
from bot.errors import EncoderError

if TYPE_CHECKING:
    from bot.ports.encoders import Encoder, Vector, Vectors

T = TypeVar("T")
KEPT = 64
"""Articles kept, the one asked longest ago goes first; 25 sentences take 40 KB."""
QUESTIONS = 256
"""Questions whose vectors are kept: one is asked more than once of the encoder while it is answered."""


class Rows(NamedTuple):
    """An article's vectors, a row a sentence, and the length of each one's sum with the row before."""

    vectors: Vectors
    lengths: Vector


class DenseIndex:
    """What sentences mean, in memory; any thread may call it."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._articles: OrderedDict[str, Rows] = OrderedDict()
        self._questions: OrderedDict[str, Vector] = OrderedDict()
        self._lock = Lock()

    def learn(self, article_id: str, vectors: Vectors) -> None:
        """Keep an article's vectors: rows of length 1, by the number of the sentence."""
        products = np.einsum("ij,ij->i", vectors[1:], vectors[:-1])
        with self._lock:
            _keep(self._articles, article_id, Rows(vectors, np.sqrt(2 + 2 * products)), KEPT)

    def knows(self, article_id: str) -> bool:
        """Tell whether an article's vectors are here."""
        return article_id in self._articles

    def vectors(self, article_id: str) -> Vectors | None:
        """Return an article's vectors, where they are here."""
        with self._lock:
            rows = self._articles.get(article_id)
        return None if rows is None else rows.vectors

    def likeness(self, article_id: str, question: str) -> Dense | None:
        """Return how like a question an article's sentences are; None where that is not known."""
        with self._lock:
            rows = self._articles.get(article_id)
            if rows is not None:
                self._articles.move_to_end(article_id)
        if rows is None:
            return None
        try:
            cosines = rows.vectors @ self._asked(question)
        except EncoderError:
            return None
        context = cosines.copy()
        context[1:] = (cosines[1:] + cosines[:-1]) / rows.lengths
        mean, spread = self._encoder.usual
        return Dense(((cosines - mean) / spread).tolist(), ((context - mean) / spread).tolist())

    def _asked(self, question: str) -> Vector:
        with self._lock:
            known = self._questions.get(question)
        if known is None:
            known = self._encoder.query(question)
            with self._lock:
                _keep(self._questions, question, known, QUESTIONS)
        return known


def _keep(kept: OrderedDict[str, T], key: str, value: T, most: int) -> None:
    kept[key] = value
    kept.move_to_end(key)
    while len(kept) > most:
        kept.popitem(last=False)
