"""What the index counts is what rank-bm25 counts."""

from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from bot.search.okapi import K1, B, ConceptBm25, LuceneOkapi, lucene_idf

WORDS = st.sampled_from(["rat", "hafen", "schiff", "bau", "geld"])
DOCUMENTS = st.lists(st.lists(WORDS, max_size=8), min_size=1, max_size=8).filter(any)


class Peer(BM25Okapi):  # type: ignore[misc] # it ships no types
    """rank-bm25 with Lucene's idf."""

    def _calc_idf(self, nd: dict[str, int]) -> None:
        self.idf = {word: lucene_idf(n, self.corpus_size) for word, n in nd.items()}


@given(DOCUMENTS, WORDS)
def test_a_word_scores_as_in_rank_bm25(documents: list[list[str]], word: str) -> None:
    idf, found = ConceptBm25(LuceneOkapi(documents)).concept({word: 1.0})
    if not found:
        return
    theirs = Peer(documents, k1=K1, b=B).get_scores([word])
    for n in range(len(documents)):
        assert abs(idf * found.get(n, 0.0) - theirs[n]) < 1e-12


@given(DOCUMENTS)
def test_every_word_has_the_postings_of_rank_bm25(documents: list[list[str]]) -> None:
    ours, theirs = ConceptBm25(LuceneOkapi(documents)), Peer(documents)
    for n, counts in enumerate(theirs.doc_freqs):
        for word, count in counts.items():
            assert (n, count) in ours.postings[word]
    assert sum(map(len, ours.postings.values())) == sum(map(len, theirs.doc_freqs))
