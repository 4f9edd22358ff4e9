"""What the library does on the event loop, and what in a thread."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from bot import languages, service
from bot.errors import ArticleError
from bot.fetch import Document
from bot.model import Article, ExtractedText, Hit, Query
from bot.search.bm25 import Bm25Index
from bot.service import SHORT, Library
from tests.fakes import MemoryStore

SHORT_TEXT = "Die Brücke in Hagen ist seit Montag gesperrt. Das sagte Ina Roth.\n"
ASKED = "Seit wann ist die Brücke gesperrt?"
SHORT_DOCUMENT = Document(SHORT_TEXT.encode(), "text/plain", "a.txt")
LONG_TEXT = "\n\n".join(f"Am {n}. Tag war die Brücke in Hagen noch gesperrt." for n in range(1, SHORT + 2))


@dataclass(frozen=True)
class CountingStore(MemoryStore):
    """A store that remembers what was read from it."""

    loaded: list[str] = field(default_factory=list)

    async def load(self, article_id: str) -> Article | None:
        self.loaded.append(article_id)
        return await super().load(article_id)


class ForgettingStore(MemoryStore):
    """A store whose articles are forgotten by somebody else as soon as their texts were read."""

    async def reading(self, article_id: str) -> tuple[ExtractedText, str] | None:
        found = await super().reading(article_id)
        await self.remove(article_id)
        return found


class Watched(Bm25Index):
    """An index that remembers in which threads it was searched."""

    def __init__(self) -> None:
        super().__init__(languages.LANGUAGES)
        self.threads: list[int] = []

    def search(self, article: Article, query: Query) -> Sequence[Hit]:
        self.threads.append(threading.get_ident())
        return super().search(article, query)


async def _asked(text: str, times: int, question: str = ASKED) -> list[bool]:
    """Return, for each time that an article is asked, whether it was on the event loop."""
    index = Watched()
    library = Library(MemoryStore("1"), index)
    article = await library.ingest(Document(text.encode(), "text/plain", "a.txt"))
    for _ in range(times):
        answer = await library.ask(article, question)
        assert answer.hits or question != ASKED
    return [thread == threading.get_ident() for thread in index.threads]


@pytest.mark.parametrize(("text", "on_the_loop"), [(SHORT_TEXT, [False, True, True]), (LONG_TEXT, [False] * 3)])
async def test_what_may_take_long_leaves_the_event_loop(text: str, on_the_loop: list[bool]) -> None:
    assert await _asked(text, 3) == on_the_loop


@pytest.mark.parametrize(
    "question",
    [
        "Seit wann ist die Xzqrvplkwtrn gesperrt?",
        "Seit wann ist die Brükce gesperrt?",
        "qxzvbnwrtpklmnvbcxzq wrtzplkmnbvcxqyhgfds",
        "Brücke " * 20,
        "a " * 100,
    ],
)
async def test_a_question_that_may_take_long_leaves_the_event_loop(question: str) -> None:
    """A word that nobody knows is looked for in a thousand spellings, each of which is stemmed."""
    assert await _asked(SHORT_TEXT, 2, question) == [False, False]


async def test_an_article_that_is_asked_again_is_not_read_again_and_one_that_was_removed_is_gone() -> None:
    store = CountingStore("1")
    article = await Library(store, Bm25Index(languages.LANGUAGES)).ingest(SHORT_DOCUMENT)
    library = Library(store, Bm25Index(languages.LANGUAGES))
    for name in (article.id, article.id[:8], article.id):
        assert await library.article(name) == article
    assert store.loaded == [article.id]
    await store.remove(article.id)
    with pytest.raises(ArticleError):
        await library.article(article.id)


async def test_only_the_last_articles_are_kept_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "MAX_RECENT", 2)
    library = Library(MemoryStore("1"), Bm25Index(languages.LANGUAGES))
    texts = (f"Die Brücke {n} ist gesperrt.\n" for n in range(4))
    stored = [await library.ingest(Document(text.encode(), "text/plain", "a.txt")) for text in texts]
    assert list(library.recent) == [stored[2].id, stored[3].id]
    assert await library.article(stored[0].id) == stored[0]
    assert list(library.recent) == [stored[3].id, stored[0].id]


async def test_an_article_that_was_prepared_is_asked_on_the_event_loop_at_once() -> None:
    index = Watched()
    library = Library(MemoryStore("1"), index)
    article = await library.ingest(SHORT_DOCUMENT)
    await library.prepare(article)
    await library.ask(article, ASKED)
    assert index.threads == [threading.get_ident()]


async def test_an_article_that_is_forgotten_while_it_is_analysed_anew_does_not_come_back() -> None:
    before = MemoryStore("1")
    article = await Library(before, Bm25Index(languages.LANGUAGES)).ingest(SHORT_DOCUMENT)
    store = ForgettingStore("2", before.shelf)
    with pytest.raises(ArticleError):
        await Library(store, Bm25Index(languages.LANGUAGES)).article(article.id)
    assert await store.all() == ()
