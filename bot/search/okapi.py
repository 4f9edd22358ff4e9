"""BM25 over concepts, on top of rank-bm25: a question's word is one concept, however many words may stand for it.

Rule of this room: a score is evidence only against what the question could have reached; never ask whether it is > 0.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from rank_bm25 import BM25Okapi

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

K1 = 0.5
B = 0.4
"""Sentences are short: the usual 1.2 to 1.5 and .75 cost one to five points (k1 .4 to .6, b .4 measured best)."""


class ConceptBm25(BM25Okapi):  # type: ignore[misc] # it ships no types
    """BM25Okapi over weighted counts, with Lucene's idf, which is positive for a word in every sentence too.

    A concept is a probabilistic structured query (Darwish and Oard 2003): the counts and the document frequencies of
    its words are added up, weighed by how likely each renders it, before the formula is applied.
    """

    def __init__(self, corpus: Sequence[Mapping[str, float]], lengths: Sequence[float] | None = None) -> None:
        self.postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        self._lengths = lengths
        super().__init__(corpus, k1=K1, b=B)
        self._norms = [K1 * (1 - B + B * length / (self.avgdl or 1.0)) for length in self.doc_len]

    def _initialize(self, corpus: Sequence[Mapping[str, float]]) -> dict[str, int]:
        self.doc_freqs = list(corpus)
        self.corpus_size = len(corpus)
        self.doc_len = list(self._lengths or [sum(counts.values()) for counts in corpus])
        self.avgdl = sum(self.doc_len) / max(1, self.corpus_size)
        for n, counts in enumerate(corpus):
            for word, count in counts.items():
                self.postings[word].append((n, count))
        return {word: len(found) for word, found in self.postings.items()}

    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        self.idf = {word: self.idf_of(n) for word, n in nd.items()}

    def idf_of(self, documents: float) -> float:
        """Return Lucene's idf of a concept in so many documents (a fraction where renderings are uncertain)."""
        documents = min(documents, self.corpus_size)
        return math.log(1 + (self.corpus_size - documents + 0.5) / (documents + 0.5))

    def concept(self, shares: Mapping[str, float]) -> tuple[float, dict[int, float]]:
        """Return a concept's idf and, by document, its saturated count; a concept in none has an unseen word's idf."""
        counts: dict[int, float] = defaultdict(float)
        documents = 0.0
        for word, share in shares.items():
            found = self.postings.get(word)
            if found:
                documents += share * len(found)
                for n, count in found:
                    counts[n] += share * count
        norms = self._norms
        return self.idf_of(max(documents, 0.5) if counts else 0.0), {
            n: count * (K1 + 1) / (count + norms[n]) for n, count in counts.items()
        }

    def get_scores(self, query: Sequence[str]) -> list[float]:
        """Return each document's score for words that stand for themselves."""
        _, reached = self.ideal_and_scores(word for word in query if word in self.postings)
        return [reached.get(n, 0.0) for n in range(self.corpus_size)]

    def ideal_and_scores(self, words: Iterable[str]) -> tuple[float, dict[int, float]]:
        """Return what words could reach together, and what each document with some of them reaches."""
        reached: dict[int, float] = defaultdict(float)
        norms, unseen, ideal = self._norms, self.idf_of(0), 0.0
        for word in words:
            idf = self.idf.get(word, unseen)
            ideal += idf
            for n, count in self.postings.get(word, ()):
                reached[n] += idf * (K1 + 1) * count / (count + norms[n])
        return ideal, reached
