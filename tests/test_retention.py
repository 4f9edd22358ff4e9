"""What is kept and how long is one table: stores, cleaners, /privacy and docs/privacy.md agree with it."""

import re
import sqlite3
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.app.sweeping import sweep
from bot.conversation.admission import CODE_LASTS
from bot.conversation.error_messages import PHRASES
from bot.conversation.privacy import span
from bot.delivery import Limits
from bot.platforms.slack.threads import Threads
from bot.ports.chats import Invitation
from bot.retention import CODES, FAULTS, IMPERSONAL, KEYS, PARTS, SWEEP, TABLE, THREADS, TURNS
from bot.storage.chats import CHATS
from bot.storage.database import ARTICLES, open_database
from bot.storage.drafts import SqliteDrafts
from bot.storage.inbox import SqliteInbox, open_inbox
from bot.storage.keyvalue import open_key_values
from bot.storage.memory import FORGOTTEN_AFTER
from bot.storage.people import SqlitePeople
from bot.transport import RawUpdate

PAGE = Path(__file__).resolve().parent.parent / "docs" / "privacy.md"
NAMED = {column for kept in TABLE for column in kept.columns}


@dataclass
class Clock:
    now: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


def columns_of(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c"
            " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'"
        ).fetchall()
    return {f"{table}.{column}" for table, column in rows}


def test_every_column_of_the_stores_is_in_the_table_or_says_nothing_of_anybody(tmp_path: Path) -> None:
    stored = set()
    for schema, name in ((CHATS, "chats.db"), (ARTICLES, "articles.db")):
        open_database(str(tmp_path / name), schema=schema).close()
        stored |= columns_of(tmp_path / name)
    assert stored - NAMED - IMPERSONAL == set()
    assert (NAMED | IMPERSONAL) - stored == set()
    assert set() == NAMED & IMPERSONAL


def test_what_the_parts_of_the_bot_go_by_is_in_the_table() -> None:
    by_name = {kept.name: kept.seconds for kept in TABLE}
    assert by_name == {
        "question": None,
        "fault": FAULTS,
        "keys": KEYS,
        "turns": TURNS,
        "parts": PARTS,
        "choices": None,
        "articles": None,
        "guests": None,
        "codes": CODES,
        "threads": THREADS,
        "workspaces": None,
    }
    assert Limits().keep == KEYS == FAULTS
    assert (FORGOTTEN_AFTER, CODE_LASTS) == (TURNS, CODES)


@pytest.mark.parametrize("code", PHRASES)
def test_every_language_has_a_line_for_each_row_and_says_its_time(code: str) -> None:
    phrases = PHRASES[code]
    assert list(phrases.privacy) == [kept.name for kept in TABLE]
    for kept in TABLE:
        assert ("{time}" in phrases.privacy[kept.name]) is (kept.seconds is not None), kept.name


def test_the_page_has_a_line_for_each_row_with_its_columns_and_its_time() -> None:
    english = PHRASES["en"]
    lines = re.findall(r"^\| ([a-z]+) \| (.+?) \| (.+?) \| (.+?) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert [name for name, *_ in lines] == [kept.name for kept in TABLE]
    for (_, _, long, where), kept in zip(lines, TABLE, strict=True):
        assert {*re.findall(r"`([\w.]+)`", where)} == {*kept.columns}, kept.name
        assert kept.seconds is None or span(kept.seconds, english) in long, kept.name


# --- the cleaners ----------------------------------------------------------------------------------------------------

Count = Callable[[], int]


async def kept_until(count: Count, clean: Callable[[], Awaitable[object]], clock: Clock, seconds: float) -> None:
    """Check that what is there stays until its time has come and is deleted then."""
    began = clock.now
    assert count() > 0
    clock.now = began + seconds - 1
    await clean()
    assert count() > 0
    clock.now = began + seconds + 1
    await clean()
    assert count() == 0


async def test_the_cleaners_delete_at_the_time_that_the_table_names(tmp_path: Path) -> None:
    clock, path = Clock(), tmp_path / "chats.db"

    def count(table: str) -> Count:
        def counted() -> int:
            with closing(sqlite3.connect(path)) as connection:
                [(found,)] = connection.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - a table's name
            return int(found)

        return counted

    async with AsyncExitStack() as stack:
        inbox: SqliteInbox = await stack.enter_async_context(open_inbox(path, clock))
        texts = await stack.enter_async_context(open_key_values(path))
        people, drafts = SqlitePeople(inbox.direct), SqliteDrafts(inbox.direct, clock)
        threads = Threads(texts, "slack:", lambda _event, _facts: None, clock)

        async def clean() -> None:
            await sweep(lambda: inbox.purge(KEYS), drafts.purge, lambda: people.purge(clock.now), threads.load)

        await inbox.put([RawUpdate(f"telegram:1:{n}", f"telegram:1:{n}", b"Zebra?") for n in (1, 2, 3)])
        await inbox.claim("telegram:", 3, 30.0)
        await inbox.finish("telegram:1:1", "telegram:1:1")
        await inbox.dead_letter("telegram:1:2", "telegram:1:2", "unreadable")
        assert count("inbox WHERE body IS NOT NULL")() == 2  # an answered one has lost it
        await kept_until(count("inbox WHERE state = 1"), clean, clock, KEYS)
        assert count("inbox WHERE state = 2")() == 0
        assert count("inbox")() == 1  # what waits is never too old

        await drafts.add("telegram:7", "telegram:1", "m1", "Eins")
        clock.now += PARTS / 2
        await drafts.add("telegram:7", "telegram:1", "m2", "Zwei")
        await kept_until(count("drafts"), clean, clock, PARTS)

        await people.invite(Invitation("telegram:5", "ABCDEFGH", clock.now + CODES, name="Anna"), clock.now)
        await kept_until(count("invitations"), clean, clock, CODES)

        await threads.add("C1/1.5")
        await kept_until(count("kept"), clean, clock, THREADS)


def test_sweeping_is_often_enough_for_the_shortest_time() -> None:
    assert min(kept.seconds for kept in TABLE if kept.seconds) / 10 >= SWEEP
    assert time.time() > 0
