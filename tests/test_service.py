"""What the library does on the event loop, and what in a thread."""

import threading
from collections.abc import Sequence

import pytest

from bot import languages
from bot.fetch import Document
from bot.model import Article, Hit, Query
from bot.search.bm25 import Bm25Index
from bot.service import SHORT, Library
from tests.fakes import MemoryStore

SHORT_TEXT = "Die Brücke in Hagen ist seit Montag gesperrt. Das sagte Ina Roth.\n"
LONG_TEXT = "\n\n".join(f"Am {n}. Tag war die Brücke in Hagen noch gesperrt." for n in range(1, SHORT + 2))


class Watched(Bm25Index):
    """An index that remembers in which threads it was searched."""

    def __init__(self) -> None:
        super().__init__(languages.LANGUAGES)
        self.threads: list[int] = []

    def search(self, article: Article, query: Query) -> Sequence[Hit]:
        self.threads.append(threading.get_ident())
        return super().search(article, query)


async def _asked(text: str, times: int) -> list[bool]:
    """Return, for each time that an article is asked, whether it was on the event loop."""
    index = Watched()
    library = Library(MemoryStore("1"), index)
    article = await library.ingest(Document(text.encode(), "text/plain", "a.txt"))
    for _ in range(times):
        assert (await library.ask(article, "Seit wann ist die Brücke gesperrt?")).hits
    return [thread == threading.get_ident() for thread in index.threads]


@pytest.mark.parametrize(("text", "on_the_loop"), [(SHORT_TEXT, [False, True, True]), (LONG_TEXT, [False] * 3)])
async def test_what_may_take_long_leaves_the_event_loop(text: str, on_the_loop: list[bool]) -> None:
    assert await _asked(text, 3) == on_the_loop
