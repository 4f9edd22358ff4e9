"""The sentences of one article, ranked by BM25 over concepts, on top of rank-bm25.

Rule of this room: an index holds no truth; it is made from an article again whenever it is not there.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from typing import TYPE_CHECKING

from rank_bm25 import BM25Okapi

from bot.model import Hit, Match, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.core.language import Language
    from bot.model import Article, Query

K1 = 0.5
B = 0.4
KEPT = 64
"""Indexes kept in memory, the least recently asked go first."""


class _Okapi(BM25Okapi):  # type: ignore[misc] # it ships no types
    """BM25Okapi with Lucene's idf, which is positive for a word in every sentence too."""

    def _calc_idf(self, nd: Mapping[str, int]) -> None:
        for word, n in nd.items():
            self.idf[word] = math.log(1 + (self.corpus_size - n + 0.5) / (n + 0.5))


class Bm25Index:
    """A SearchIndex in memory; bounded, so that articles may be many."""

    def __init__(self, languages: Mapping[str, Language]) -> None:
        self._languages = languages
        self._kept: OrderedDict[str, tuple[_Okapi, list[list[tuple[str, Span]]]]] = OrderedDict()

    def prepare(self, article: Article) -> None:
        """Index an article; doing it again changes nothing."""
        if article.id in self._kept:
            self._kept.move_to_end(article.id)
            return
        read = self._languages[article.language].analyser().read
        found = [
            [(w.form, Span(s.span.start + w.start, s.span.start + w.end)) for w in read(s.span.cut(article.text))]
            for s in article.sentences
        ]
        self._kept[article.id] = (_Okapi([[f for f, _ in row] or [""] for row in found], k1=K1, b=B), found)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    def search(self, article: Article, query: Query) -> Sequence[Hit]:
        """Return every sentence that matches, best first; ties in text order."""
        self.prepare(article)
        okapi, found = self._kept[article.id]
        words = {r.form: t.word for t in query.terms for r in t.renderings if r.language == query.told}
        scores = okapi.get_scores(list(words))
        ideal = sum(okapi.idf.get(f, math.log(1 + 2 * len(found))) * (K1 + 1) for f in words) or 1.0
        hits = []
        for n, row in enumerate(found):
            matches = tuple(Match(words[f], span) for f, span in row if f in words)
            if matches:
                terms = tuple(dict.fromkeys(m.word for m in matches))
                score = min(1.0, float(scores[n]) / ideal)
                hits.append(Hit(n, score, tuple(m.span for m in matches), terms, score, matches))
        return sorted(hits, key=lambda h: (-h.score, h.sentence))
