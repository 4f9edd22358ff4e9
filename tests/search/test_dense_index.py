"""Meaning in the index: asked where words do not decide, and of what it was taught."""

from dataclasses import replace

import numpy as np

from bot import languages
from bot.model import Article
from bot.search import dense_index
from bot.search.bm25 import Bm25Index
from bot.search.dense_index import DenseIndex
from tests.asking import article_of, query
from tests.encoders.fake import BrokenEncoder, WordEncoder

FERRY = article_of("The boat is new. The council bought it. It rains. Nobody likes the harbour at night.", "en")
ASKED = "Is the vessel any good?"


def taught(article: Article, encoder: WordEncoder) -> tuple[Bm25Index, DenseIndex]:
    meaning = DenseIndex(encoder)
    texts = [s.span.cut(article.text) for s in article.sentences]
    meaning.learn(article.id, WordEncoder().passages(texts))
    return Bm25Index(languages.LANGUAGES, meaning), meaning


def test_a_sentence_is_found_by_its_meaning_alone() -> None:
    encoder = WordEncoder()
    index, _ = taught(FERRY, encoder)
    asked = query("What of the vessel?", "en")
    assert encoder.asked == []
    hits = index.search(FERRY, asked)
    assert hits[0].sentence == 0
    assert encoder.asked == ["What of the vessel?"]


def test_where_words_decide_no_encoder_is_asked() -> None:
    encoder = WordEncoder()
    index, _ = taught(FERRY, encoder)
    asked = query("Who likes the harbour at night?", "en")
    assert index.search(FERRY, asked) == Bm25Index(languages.LANGUAGES).search(FERRY, asked)
    assert encoder.asked == []


def test_a_question_is_encoded_once() -> None:
    encoder = WordEncoder()
    index, _ = taught(FERRY, encoder)
    for _ in range(3):
        index.search(FERRY, query(ASKED, "en"))
    assert encoder.asked == [ASKED]


def test_an_article_without_vectors_is_searched_by_words() -> None:
    encoder = WordEncoder()
    index = Bm25Index(languages.LANGUAGES, DenseIndex(encoder))
    asked = query(ASKED, "en")
    assert index.search(FERRY, asked) == Bm25Index(languages.LANGUAGES).search(FERRY, asked)
    assert encoder.asked == []


def test_where_the_encoder_breaks_words_go_on_alone() -> None:
    index, _ = taught(FERRY, BrokenEncoder())
    asked = query(ASKED, "en")
    assert index.search(FERRY, asked) == Bm25Index(languages.LANGUAGES).search(FERRY, asked)


def test_what_may_ask_an_encoder_is_not_searched_at_once() -> None:
    index, _ = taught(FERRY, WordEncoder())
    other = replace(FERRY, id="another")
    index.prepare(FERRY)
    index.prepare(other)
    assert not index.prepared(FERRY)
    assert index.prepared(other)


def test_the_context_is_the_sum_with_the_sentence_before() -> None:
    meaning = DenseIndex(WordEncoder())
    rows = WordEncoder().passages(["The boat is new.", "It rains."])
    meaning.learn("a", rows)
    found = meaning.likeness("a", "boat")
    assert found is not None
    both = rows[0] + rows[1]
    cosine = (both / np.linalg.norm(both)) @ WordEncoder().query("boat")
    mean, spread = WordEncoder.usual
    assert np.allclose(found.context, [found.sentence[0], (cosine - mean) / spread], atol=1e-5)


def test_articles_asked_long_ago_are_forgotten() -> None:
    meaning = DenseIndex(WordEncoder())
    rows = WordEncoder().passages(["It rains."])
    for n in range(dense_index.KEPT + 1):
        meaning.learn(str(n), rows)
    assert not meaning.knows("0")
    assert meaning.likeness("0", "rain?") is None
    assert meaning.knows("1")
