"""BM25 over concepts: a question's word is one concept, however many words may stand for it.

Rule of this room: a score is evidence only against what the question could have reached; never ask whether it is > 0.
Postings, lengths and idf are those of rank-bm25, as a test holds them to; the library itself brings numpy along, whose
loading takes as long as all the rest of a question.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

K1 = 0.5
B = 0.4
"""Sentences are short: the usual 1.2 to 1.5 and .75 cost one to five points (k1 .4 to .6, b .4 measured best)."""


class LuceneOkapi:
    """What BM25 needs to know of documents, with Lucene's idf, which is positive for a word in each of them too."""

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        self.size = len(documents)
        self.lengths = [len(document) for document in documents]
        self.average = sum(self.lengths) / self.size if self.size else 0.0
        self.counts: list[Mapping[str, float]] = [Counter(document) for document in documents]
        found: Counter[str] = Counter()
        for counts in self.counts:
            found.update(counts.keys())
        self.idf = {word: lucene_idf(n, self.size) for word, n in found.items()}


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
        self.size = okapi.size
        self.postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for n, document in enumerate(okapi.counts if counts is None else counts):
            for word, count in document.items():
                self.postings[word].append((n, count))
        average = okapi.average or 1.0
        self._norms = [K1 * (1 - B + B * length / average) for length in okapi.lengths]
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
