import gc
import weakref

import pytest

from bot.languages import LANGUAGES
from bot.search import article_index
from bot.search.article_index import NgramScores
from bot.search.bm25 import Bm25Index
from tests.asking import article_of, index, query

words_of = LANGUAGES["de"].analyser().read


def test_the_letters_of_a_translation_are_found_within_a_compound_that_nobody_knows() -> None:
    article = article_of("Der Quorbinaswald ist groß. Der Zug fährt nach Süden.")
    ngrams = index().evidence(article, query("How big is the forest?", "de")).ngram_scores
    assert ngrams[0] > ngrams[1]


def test_weighted_words_count_by_their_weight_against_what_their_letters_could_reach() -> None:
    ngrams = NgramScores([words_of("der Wald brennt"), words_of("der Wald"), words_of("ein Boot")])
    both, one, none = ngrams.scores([("wald", 1.0), ("brennt", 0.5)])
    assert both > one > none == 0
    assert ngrams.scores([("wald", 2.0)]) == pytest.approx(ngrams.scores([("wald", 0.5)]))
    assert ngrams.scores([]) == [0.0, 0.0, 0.0]
    assert ngrams.scores([("qqqq", 1.0)]) == [0.0, 0.0, 0.0]


def test_what_is_known_of_words_is_forgotten_where_it_gets_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_index, "MAX_CACHED_TERMS", 2)
    ngrams = NgramScores([words_of("der Wald brennt")])
    before = ngrams.scores([("wald", 1.0), ("brennt", 1.0), ("boot", 1.0)])
    assert ngrams._worth.cache_info().currsize == 2
    assert ngrams.scores([("wald", 1.0), ("brennt", 1.0), ("boot", 1.0)]) == before


def test_asking_again_finds_the_same() -> None:
    article = article_of("Russland schickte Raketen. Nordkorea bekam Öl. Der Zug fährt nach Süden.")
    searched = Bm25Index(LANGUAGES)
    for question in ("What did Russia send?", "Was schickte Russland?", "Who got oil, and by train?"):
        asked = query(question, "de")
        assert searched.search(article, asked) == searched.search(article, asked)
        assert searched.search(article, asked) == Bm25Index(LANGUAGES).search(article, asked)


def test_the_index_of_an_article_goes_with_the_last_who_keeps_it() -> None:
    index = Bm25Index(LANGUAGES, kept=1)
    first, second = article_of("Die Brücke ist neu. Der Rat lobt sie."), article_of("Der Steg ist alt.")
    index.prepare(first)
    views = index._index(first)
    views.ngrams.scores([("brücke", 1.0)])
    parts = [weakref.ref(part) for part in (views.words, views.ngrams, views.kin, views.spellings, views.term_cache)]
    del views
    gc.disable()  # so that what refers to itself stays
    try:
        index.prepare(second)
        assert [part() for part in parts] == [None] * len(parts)
    finally:
        gc.enable()
