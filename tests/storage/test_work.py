"""How much work SQLite has with what others wait for: the same, however much is kept."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

from bot.ports.chats import Preference
from bot.storage.chats import CHATS
from bot.storage.direct import Direct
from bot.storage.inbox import open_inbox
from bot.storage.people import SqlitePeople
from bot.storage.sqlite import SqliteStore, open_store
from bot.transport import RawUpdate
from tests.fakes import article, named, reading

MANY = 20_000
MORE = 15
"""Hundred steps of SQLite's machine that a deeper tree may take; reading all of the rows takes a thousand and more."""


class Work:
    """Counts the steps of SQLite's machine, in hundreds."""

    def __init__(self) -> None:
        self.steps = 0

    def stepped(self) -> int:
        self.steps += 1
        return 0

    async def of(self, done: Callable[[], Awaitable[object]]) -> int:
        before = self.steps
        await done()
        return self.steps - before


@pytest.fixture
def work() -> Work:
    return Work()


def watched(direct: Direct, work: Work) -> Direct:
    direct._connection.set_progress_handler(work.stepped, 100)
    return direct


async def test_an_update_from_its_arrival_to_its_end(tmp_path: Path, work: Work) -> None:
    async with open_inbox(tmp_path / "chats.db") as inbox:
        watched(inbox.direct, work)
        await inbox._keeping._execute(inbox._keeping._conn.set_progress_handler, work.stepped, 100)
        keys = count()

        async def lived() -> None:
            key = f"t:{next(keys)}"
            taken = await inbox.put_and_claim(RawUpdate(key, key, b"{}"), 30)
            assert taken is not None
            await inbox.save_mark(taken, "m")
            await inbox.renew_leases([taken], 30)
            await inbox.finish(taken, "p", "s")
            await inbox.progress_of(key, "s")
            await inbox.backlog("t:")

        alone = await work.of(lived)
        rows = [(f"f:{n}", f"f:{n % 97}", float(n), int(n >= MANY / 4)) for n in range(MANY)]
        await inbox._keeping.executemany("INSERT INTO inbox (key, lane, arrived, state) VALUES (?, ?, ?, ?)", rows)
        assert await work.of(lived) <= alone + MORE


async def test_what_somebody_has_chosen(tmp_path: Path, work: Work) -> None:
    with closing(watched(Direct(str(tmp_path / "chats.db"), CHATS), work)) as direct:
        people, places = SqlitePeople(direct), [("t:1", ""), ("t:1", "t:2"), ("", "t:2")]
        await people.choose(places[1], Preference("a1"))

        async def chosen() -> None:
            assert await people.chosen(places) == (Preference(), Preference("a1"), Preference())

        alone = await work.of(chosen)
        rows = ", ".join(f"('t:{n + 9}', '', 'a', 'de', 0, 0)" for n in range(MANY))
        await direct.change(f"INSERT INTO choices (chat, user, article, language, mentions, notify) VALUES {rows}")  # noqa: S608
        assert await work.of(chosen) <= alone + MORE


@pytest.fixture
async def store(tmp_path: Path, work: Work) -> AsyncIterator[SqliteStore]:
    async with open_store(tmp_path / "articles.db", "1") as opened:
        watched(opened._at_hand(), work)
        yield opened


async def test_whether_somebody_may_bring_an_article(store: SqliteStore, work: Work) -> None:
    one = named(article("Der Rat tagt."))
    await store.save(one, reading(one), "d1")
    await store.put(one.id, "t:1", "t:1", "example.org/rat", 5.0)

    async def asked() -> None:
        assert await store.brought("t:1", 1.0) == 1
        assert await store.count("t:1") == 1
        assert await store.oldest_fed("t:1") is None
        assert await store.at_page("example.org/rat", ["t:1", ""]) == one.id
        assert await store.shelves_of(one.id) == ("t:1",)

    alone = await work.of(asked)
    rows = [(f"a{n}", str(n)) for n in range(MANY)]
    articles = (
        "INSERT INTO articles (id, ingested, language, title, origin, sentences, version, text, reading, analysis)"
        " VALUES (?, ?, 'de', '', '', 1, '', '', '', '')"
    )
    await store._connection.executemany(articles, rows)
    shelves = "INSERT INTO shelves (article, placed, shelf, person, page) VALUES (?, ?, '', '', '')"
    await store._connection.executemany(shelves, rows)
    assert await work.of(asked) <= alone + MORE
