"""What every SearchIndex promises."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from time import sleep

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import languages
from bot.model import Article
from bot.ports.articles import SearchIndex
from bot.search import bm25
from bot.search.article_index import ArticleIndex
from bot.search.bm25 import Bm25Index
from tests.asking import article_of, query

INDEXES: dict[str, Callable[[], SearchIndex]] = {"bm25": lambda: Bm25Index(languages.LANGUAGES)}
BRIDGE = article_of("Die Brücke ist neu. Der Rat lobte die Brücke und den Bau. Es regnet. Der Bau dauerte drei Jahre.")
FERRY = article_of("The ferry is old. Ferries cross the river at night. Nobody likes the old ferry.", "en")
QUESTIONS = ("Was ist mit der Brücke?", "Wie lange dauerte der Bau?", "what about the bridge?", "Wer lobte den Bau?")


@pytest.fixture(params=INDEXES)
def index(request: pytest.FixtureRequest) -> SearchIndex:
    return INDEXES[request.param]()


def _search(index: SearchIndex, article: Article, question: str) -> list[tuple[int, float]]:
    return [(h.sentence, h.score) for h in index.search(article, query(question, article.language))]


def test_hits_come_best_first_and_ties_in_text_order(index: SearchIndex) -> None:
    twice = article_of("Hier steht die Brücke. Hier steht die Brücke. Es regnet sehr.")
    hits = _search(index, twice, "Brücke?")
    assert [n for n, _ in hits] == [0, 1]
    assert hits == sorted(hits, key=lambda h: (-h[1], h[0]))


def test_only_sentences_that_match_are_hits(index: SearchIndex) -> None:
    assert {n for n, _ in _search(index, BRIDGE, "Brücke?")} == {0, 1}
    assert _search(index, BRIDGE, "Vulkan?") == []
    assert _search(index, BRIDGE, "") == []


def test_matched_spans_lie_in_the_sentence_and_hold_the_word(index: SearchIndex) -> None:
    for hit in index.search(BRIDGE, query("Brücke?")):
        span = BRIDGE.sentences[hit.sentence].span
        assert [m.cut(BRIDGE.text) for m in hit.matched] == ["Brücke"]
        assert all(span.start <= m.start < m.end <= span.end for m in hit.matched)
        assert hit.terms == ("brücke",)


def test_scores_and_coverage_are_shares(index: SearchIndex) -> None:
    for question in QUESTIONS:
        for hit in index.search(BRIDGE, query(question)):
            assert 0 <= hit.score <= 1
            assert 0 <= hit.coverage <= 1


def test_searching_prepares_and_preparing_twice_changes_nothing(index: SearchIndex) -> None:
    first = _search(index, BRIDGE, QUESTIONS[0])
    index.prepare(BRIDGE)
    index.prepare(BRIDGE)
    assert _search(index, BRIDGE, QUESTIONS[0]) == first


def test_what_was_asked_before_changes_nothing(index: SearchIndex) -> None:
    asked = [(a, q) for a in (BRIDGE, FERRY) for q in QUESTIONS]
    fresh = {(a.id, q): _search(Bm25Index(languages.LANGUAGES), a, q) for a, q in asked}
    asked = asked[::-2] + asked[::2] + asked[1::2]
    assert all(_search(index, a, q) == fresh[a.id, q] for a, q in asked)


def test_an_article_of_one_sentence_is_searched(index: SearchIndex) -> None:
    one = article_of("Die Brücke ist neu.")
    assert [n for n, _ in _search(index, one, "Was ist neu?")] == [0]


def test_a_heading_lends_its_words_and_is_no_hit(index: SearchIndex) -> None:
    below = "Hier arbeiten {} Leute im Büro."
    text = f"Der Bericht\n\nDer Hafen\n\n{below.format('zwölf')}\n\nDie Brücke\n\n{below.format('acht')}"
    headed = article_of(text)
    assert [h.headings != () for h in headed.passages] == [True, True]
    best = _search(index, headed, "Wie viele Leute arbeiten an der Brücke?")[0][0]
    assert "acht" in headed.sentences[best].span.cut(text)


@given(st.text(max_size=60), st.sampled_from([BRIDGE, FERRY]))
def test_any_question_has_the_same_hits_twice(question: str, article: Article) -> None:
    index = INDEXES["bm25"]()
    assert _search(index, article, question) == _search(index, article, question)


def test_an_article_is_prepared_when_it_can_be_searched_at_once(index: SearchIndex) -> None:
    assert not index.prepared(BRIDGE)
    index.prepare(BRIDGE)
    assert index.prepared(BRIDGE)
    assert not index.prepared(FERRY)


def test_threads_that_want_the_same_article_have_it_prepared_once(
    index: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    together = Barrier(8)
    view = bm25.index_article

    def slow(*given: object) -> ArticleIndex:
        made.append(given[0].id)
        sleep(0.05)
        return view(*given)

    def ask(number: int) -> list[tuple[int, float]]:
        together.wait()
        return _search(index, (BRIDGE, FERRY)[number % 2], QUESTIONS[0])

    monkeypatch.setattr(bm25, "index_article", slow)
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(ask, range(8)))
    assert sorted(made) == sorted([BRIDGE.id, FERRY.id])
    assert found == [_search(index, a, QUESTIONS[0]) for a in (BRIDGE, FERRY)] * 4


def test_while_an_article_is_prepared_others_are_searched(index: SearchIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    index.prepare(BRIDGE)
    begun, go = Event(), Event()

    def stuck(*_: object) -> ArticleIndex:
        begun.set()
        go.wait()
        raise ZeroDivisionError

    monkeypatch.setattr(bm25, "index_article", stuck)
    with ThreadPoolExecutor(1) as threads:
        waiting = threads.submit(index.prepare, FERRY)
        begun.wait()
        assert index.prepared(BRIDGE)
        assert not index.prepared(FERRY)
        assert _search(index, BRIDGE, "Brücke?")
        go.set()
        with pytest.raises(ZeroDivisionError):
            waiting.result()
    monkeypatch.undo()
    assert _search(index, FERRY, "ferry?")


def test_the_least_recently_asked_article_is_forgotten() -> None:
    index = Bm25Index(languages.LANGUAGES, kept=2)
    articles = [article_of(f"Die Brücke Nummer {n} ist neu.") for n in range(4)]
    for article in articles:
        assert _search(index, article, "Brücke?")
    assert len(index._kept) == 2
    assert _search(index, articles[0], "Brücke?")
