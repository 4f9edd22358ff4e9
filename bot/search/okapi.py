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


class LuceneOkapi(BM25Okapi):  # type: ignore[misc] # it ships no types
    """BM25Okapi with Lucene's idf, which is positive for a word in every sentence too."""

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        super().__init__(documents, k1=K1, b=B)

    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        self.idf = {word: lucene_idf(n, self.corpus_size) for word, n in nd.items()}


def lucene_idf(documents: float, size: int) -> float:
    """Return the idf of a concept in so many of `size` documents (a fraction where translations are uncertain)."""
    documents = min(documents, size)
    return math.log(1 + (size - documents + 0.5) / (documents + 0.5))


class ConceptBm25:
    """Scores of concepts in sentences, by the statistics of an Okapi index of their words.

    A concept is a probabilistic structured query (Darwish and Oard 2003): the counts and the document frequencies of
    its words are added up, weighed by how likely each renders it, before the formula is applied.
    """

    def __init__(self, okapi: LuceneOkapi, counts: Sequence[Mapping[str, float]] | None = None) -> None:
        """Take the counts of an index, or others for the same documents, which then keep their lengths."""
        self.size: int = okapi.corpus_size
        self.postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for n, document in enumerate(okapi.doc_freqs if counts is None else counts):
            for word, count in document.items():
                self.postings[word].append((n, count))
        average = okapi.avgdl or 1.0
        self._norms = [okapi.k1 * (1 - okapi.b + okapi.b * length / average) for length in okapi.doc_len]
        own = counts is None
        self._idf: Mapping[str, float] = (
            okapi.idf if own else {word: lucene_idf(len(found), self.size) for word, found in self.postings.items()}
        )

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
        return lucene_idf(max(documents, 0.5) if counts else 0.0, self.size), {
            n: count * (K1 + 1) / (count + norms[n]) for n, count in counts.items()
        }

    def relative_idf(self, word: str) -> float:
        """Return a word's idf as a share of an unseen word's; 0 for one that is in no document."""
        return self._idf.get(word, 0.0) / lucene_idf(0, self.size)

    def ideal_and_scores(self, words: Iterable[str]) -> tuple[float, dict[int, float]]:
        """Return what words could reach together, and what each document with some of them reaches."""
        reached: dict[int, float] = defaultdict(float)
        norms, unseen, ideal = self._norms, lucene_idf(0, self.size), 0.0
        for word in words:
            idf = self._idf.get(word, unseen)
            ideal += idf
            for n, count in self.postings.get(word, ()):
                reached[n] += idf * (K1 + 1) * count / (count + norms[n])
        return ideal, reached
