"""What is kept and how long is one table: stores, cleaners, /privacy and docs/privacy.md agree with it."""

import re
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.app.sweeping import sweep
from bot.chat import Incoming
from bot.conversation.admission import CODE_LASTS
from bot.conversation.error_messages import PHRASES
from bot.conversation.linking import Linking
from bot.conversation.privacy import span
from bot.delivery import Limits
from bot.platforms.slack.threads import THREADS_KEPT, Threads
from bot.ports.chats import FORGOTTEN_AFTER, ChatMemory, Drafts, GuestList, Invitation, Links, Turn
from bot.ports.delivery import Inbox
from bot.ports.feeds import FeedEntry, FeedStore, Follower
from bot.ports.notices import Shown, ShownSentences
from bot.retention import CODES, ENTRIES, FAULTS, IMPERSONAL, KEYS, LINKS, PARTS, SHOWN, SWEEP, TABLE, THREADS, TURNS
from bot.storage.chats import CHATS
from bot.storage.database import ARTICLES, open_database
from bot.storage.drafts import SqliteDrafts
from bot.storage.feeds import SqliteFeeds
from bot.storage.inbox import open_inbox
from bot.storage.keyvalue import open_key_values
from bot.storage.links import SqliteLinks
from bot.storage.people import SqlitePeople
from bot.storage.postgres.connections import SCHEMA, connected
from bot.storage.postgres.drafts import PostgresDrafts
from bot.storage.postgres.feeds import PostgresFeeds
from bot.storage.postgres.inbox import open_inbox as open_inbox_on_server
from bot.storage.postgres.keyvalue import PostgresKeyValues
from bot.storage.postgres.links import PostgresLinks
from bot.storage.postgres.people import PostgresPeople
from bot.storage.postgres.schema import provide
from bot.storage.postgres.shown import PostgresShown
from bot.storage.postgres.turns import PostgresMemory
from bot.storage.shown import SqliteShown
from bot.storage.turns import SqliteMemory
from bot.transport import KeyValueStore, RawUpdate

PAGE = Path(__file__).resolve().parent.parent / "docs" / "privacy.md"
NAMED = {column for kept in TABLE for column in kept.columns}


@dataclass
class Clock:
    now: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


def columns_in_files(folder: Path) -> set[str]:
    stored = set()
    for schema, name in ((CHATS, "chats.db"), (ARTICLES, "articles.db")):
        with closing(open_database(str(folder / name), schema=schema)) as connection:
            stored |= set(
                connection.execute(
                    "SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c"
                    " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'"
                )
            )
    return {f"{table}.{'person' if column == 'user' else column}" for table, column in stored}


async def columns_on_server(address: str) -> set[str]:
    await provide(address)
    async with connected(address) as connections:
        sql = "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = $1"
        return {f"{table}.{column}" for table, column in await connections.rows(sql, SCHEMA)}


async def test_every_column_of_the_stores_is_in_the_table_or_says_nothing_of_anybody(
    tmp_path: Path, postgres_address: str
) -> None:
    in_files, on_server = columns_in_files(tmp_path), await columns_on_server(postgres_address)
    assert in_files - NAMED - IMPERSONAL == set()
    assert on_server - NAMED - IMPERSONAL == set()
    assert (NAMED | IMPERSONAL) - in_files - on_server == set()
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
        "shown": SHOWN,
        "articles": None,
        "feeds": None,
        "entries": ENTRIES,
        "links": LINKS,
        "guests": None,
        "codes": CODES,
        "threads": THREADS,
        "workspaces": None,
    }
    assert Limits().keep == KEYS == FAULTS
    assert (FORGOTTEN_AFTER, CODE_LASTS, THREADS_KEPT) == (TURNS, CODES, THREADS)


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

Count = Callable[[str], Awaitable[int]]
"""Counts the rows of a table, or those of them for which a condition holds."""


@dataclass
class Kept:
    """The stores of chats, all with the same clock."""

    inbox: Inbox
    people: GuestList
    drafts: Drafts
    memory: ChatMemory
    links: Links
    texts: KeyValueStore
    shown: ShownSentences
    feeds: FeedStore
    clock: Clock
    count: Count

    def __post_init__(self) -> None:
        self.threads = Threads(self.texts, "slack:", lambda _event, _facts: None, self.clock)

    async def clean(self) -> None:
        """Do what the bot does again and again."""
        await sweep(
            lambda: self.inbox.purge(KEYS),
            self.memory.purge,
            self.drafts.purge,
            self.links.purge,
            self.shown.purge,
            lambda: self.feeds.purge(self.clock.now - ENTRIES),
            lambda: self.people.purge(self.clock.now),
            self.threads.load,
        )

    async def lasts(self, what: str, seconds: float) -> None:
        """Check that what is there stays until its time has come, and is deleted then."""
        began = self.clock.now
        assert await self.count(what) > 0
        self.clock.now = began + seconds - 1
        await self.clean()
        assert await self.count(what) > 0
        self.clock.now = began + seconds + 1
        await self.clean()
        assert await self.count(what) == 0


@asynccontextmanager
async def in_a_file(path: Path, clock: Clock) -> AsyncIterator[Kept]:
    async def count(what: str) -> int:
        with closing(sqlite3.connect(path)) as connection:
            [(found,)] = connection.execute(f"SELECT count(*) FROM {what}")  # noqa: S608 - one of this module's
        return int(found)

    async with open_inbox(path, clock) as inbox, open_key_values(path) as texts:
        near = inbox.direct
        memory, drafts = SqliteMemory(near, clock), SqliteDrafts(near, clock)
        links, shown, feeds = SqliteLinks(near, clock), SqliteShown(near, clock), SqliteFeeds(near)
        yield Kept(inbox, SqlitePeople(near), drafts, memory, links, texts, shown, feeds, clock, count)


@asynccontextmanager
async def on_a_server(address: str, clock: Clock) -> AsyncIterator[Kept]:
    await provide(address)
    async with connected(address) as connections, open_inbox_on_server(connections, clock) as inbox:

        async def count(what: str) -> int:
            [(found,)] = await connections.rows(f"SELECT count(*) FROM {what}")  # noqa: S608 - one of this module's
            return int(found)

        memory, drafts = PostgresMemory(connections, clock), PostgresDrafts(connections, clock)
        texts, shown = PostgresKeyValues(connections), PostgresShown(connections, clock)
        links, feeds = PostgresLinks(connections, clock), PostgresFeeds(connections)
        yield Kept(inbox, PostgresPeople(connections), drafts, memory, links, texts, shown, feeds, clock, count)


@pytest.fixture(params=["sqlite", "postgres"])
async def kept(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Kept]:
    if request.param == "sqlite":
        opened = in_a_file(tmp_path / "chats.db", Clock())
    else:
        opened = on_a_server(request.getfixturevalue("postgres_address"), Clock())
    async with opened as stores:
        yield stores


async def test_questions_and_keys_go_when_their_time_has_come(kept: Kept) -> None:
    await kept.inbox.put([RawUpdate(f"telegram:1:{n}", f"telegram:1:{n}", b"Zebra?") for n in (1, 2, 3)])
    answered, given_up, _ = await kept.inbox.claim("telegram:", 3, 30.0)
    await kept.inbox.finish(answered)
    await kept.inbox.dead_letter(given_up, "unreadable")
    assert await kept.count("inbox WHERE body IS NOT NULL") == 2  # an answered one has lost it
    await kept.lasts("inbox WHERE state <> 0", KEYS)
    assert await kept.count("inbox") == 1  # what waits is never too old


async def test_answers_go_when_their_time_has_come(kept: Kept) -> None:
    await kept.memory.remember("telegram:7", "telegram:1", Turn("a" * 64, asker="telegram:1"), "m1")
    assert await kept.count("last_turns") == 1
    await kept.lasts("message_turns", TURNS)
    assert await kept.count("last_turns") == 0


async def test_parts_of_a_text_go_together_when_the_last_one_is_too_old(kept: Kept) -> None:
    await kept.drafts.add("telegram:7", "telegram:1", "m1", "Eins")
    kept.clock.now += PARTS / 2
    await kept.drafts.add("telegram:7", "telegram:1", "m2", "Zwei")
    kept.clock.now += PARTS / 2 + 1
    await kept.clean()
    assert await kept.count("drafts") == 2
    kept.clock.now -= PARTS / 2 + 1
    await kept.lasts("drafts", PARTS)


async def test_links_go_when_they_no_longer_hold(kept: Kept) -> None:
    linking = Linking(kept.links, "https://bot.example.org/view/", kept.clock)
    await linking.give(Incoming("telegram:7", "telegram:7", "/view"), "a" * 64, "de")
    await kept.lasts("links", LINKS)


async def test_what_was_shown_is_known_until_its_time_has_come(kept: Kept) -> None:
    await kept.shown.keep(Shown("telegram:7", "telegram:1", "a" * 64, frozenset({"0f"})))
    await kept.lasts("shown", SHOWN)


async def test_entries_of_feeds_are_known_until_they_left_the_feed_long_ago(kept: Kept) -> None:
    feed = await kept.feeds.follow(
        "https://news.example/feed", "", Follower("telegram:7", "telegram:1"), kept.clock.now
    )
    await kept.feeds.seen(feed.number, [FeedEntry("k", "https://news.example/1")], 9, kept.clock.now)
    await kept.lasts("feed_entries", ENTRIES)
    assert await kept.count("feeds") == await kept.count("followers") == 1


async def test_codes_go_when_they_no_longer_hold(kept: Kept) -> None:
    now = kept.clock.now
    await kept.people.invite(Invitation("telegram:5", "ABCDEFGH", now + CODES, name="Anna"), now)
    await kept.lasts("invitations", CODES)


async def test_threads_go_when_their_time_has_come(kept: Kept) -> None:
    await kept.threads.add("C1/1.5")
    await kept.lasts("kept", THREADS)


def test_sweeping_is_often_enough_for_the_shortest_time() -> None:
    assert min(kept.seconds for kept in TABLE if kept.seconds) / 10 >= SWEEP
