"""A whole database into another one: all of it arrives, in every direction, or nothing does."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.chat import Action, Cited, Heading, Reply, Rows, Said
from bot.errors import StoreError, StoreProblem
from bot.model import Answer, Query
from bot.ports.articles import EVERYBODY
from bot.ports.chats import Draft, Guest, Invitation, Link, Preference, Turn
from bot.ports.delivery import Backlog
from bot.ports.feeds import FeedEntry, Follower
from bot.ports.notices import Shown
from bot.settings import chats_beside
from bot.storage.chat_stores import open_chats
from bot.storage.copying import copied
from bot.storage.files import SCHEMAS, Files
from bot.storage.opening import open_articles
from bot.transport import RawUpdate
from tests.fakes import article, reading
from tests.servers.postgres import PostgresServer

RAT, TAG = article(origin="rät \udcff.txt"), article("Der Tag war lang. Es regnet.")
REPLY = Reply(
    (
        Heading("Was er sagt", new_page=True),
        Cited(1, "Der Rat tagt.", "Quelle: dpa", ((4, 7),), link="https://example.org/#a"),
        Rows((("a", "b"),)),
        Said("Ende \ud800."),
    ),
    "de",
    (Action("Mehr", "/more"),),
    page=2,
)
LINK = Link("f" * 64, "c", "anna", RAT.id, "de", 9e9)
TURN = Turn(RAT.id, "de", Answer(Query("Wer tagt?", "de", ()), ()), REPLY, "telegram:1")

Place = Files | str
Made = Callable[[str], Place]


@pytest.fixture
def made(tmp_path: Path, request: pytest.FixtureRequest) -> Made:
    """Gives places for databases: two files in a folder of their own, or an empty PostgreSQL database."""

    def place(kind: str) -> Place:
        if kind.startswith("postgres"):
            server: PostgresServer = request.getfixturevalue("postgres")
            return server.database()
        folder = tmp_path / kind
        folder.mkdir()
        return folder / "articles.db", folder / "articles-chats.db"

    return place


def parts(place: Place) -> tuple[Path | str, Path | str]:
    return (place, place) if isinstance(place, str) else place


SHOWN = Shown("telegram:7", "telegram:1", "a1", frozenset({"0f", "1e"}), "de", "T1 -")


FOLLOWER = Follower("telegram:7", "telegram:1", "telegram:7", "T1 -", "de")
ENTRY = FeedEntry("k1", "https://example.org/1", "s1", 4.5)


async def fill(place: Place) -> None:
    articles, chats = parts(place)
    async with open_articles(articles, "1") as store:
        for one in (RAT, TAG):
            await store.save(one, reading(one), f"document of {one.id}")
        await store.save(RAT, reading(RAT), "another name")
        await store.put(RAT.id, EVERYBODY, at=5.0)
        await store.put(TAG.id, "telegram:7", "telegram:1", "example.org/tag", 6.5)
        await store.note_edition(RAT.id, "example.org/tag", (-(2**63), 5), 6.0)
        await store.note_edition(TAG.id, "example.org/tag", (5, 2**63 - 1), 6.5)
    async with open_chats(chats) as kept:
        updates = [RawUpdate(f"t:{n}", f"t:{'ab'[n % 2]}", b"\0\xff body") for n in range(5)]
        await kept.inbox.put(updates)
        first, second = await kept.inbox.claim("t:", 5, 30)
        await kept.inbox.save_mark(first, "1.000 0 7 0 0 0")
        await kept.inbox.finish(first, "77", "m5")
        await kept.inbox.dead_letter(second, "unreadable")
        await kept.people.choose(("c", "anna"), Preference("a1", "de", mentions=True, notify=True))
        await kept.shown.keep(SHOWN)
        feed = await kept.feeds.follow("https://example.org/feed", "Rat", FOLLOWER, 5.5)
        await kept.feeds.seen(feed.number, (ENTRY,), 9, 6.5)
        await kept.people.choose(("", "ben"), Preference(language="en"))
        await kept.people.invite(Invitation("anna", "ABCD", 2e9, name="Anna"), 1e9)
        await kept.people.admit("anna", told=False)
        await kept.people.admit("ben")
        await kept.people.invite(Invitation("cleo", "EFGH", 2e9), 1e9)
        await kept.people.guess("cleo")
        await kept.texts.write("slack:T1:bot", '{"token": "xoxb-ü"}')
        await kept.drafts.add("c", "anna", "m9", "Erst \ud800.")
        await kept.drafts.end("c", "anna", "m9")
        await kept.links.give(LINK)
        await kept.memory.remember("c", "anna", TURN, "m1")


async def check(place: Place) -> None:
    """Everything that `fill` has put there is there, and can be gone on with."""
    articles, chats = parts(place)
    async with open_articles(articles, "1") as store:
        assert [await store.load(one.id) for one in (RAT, TAG)] == [RAT, TAG]
        assert await store.reading(RAT.id) == (reading(RAT), RAT.origin)
        assert await store.id_of_document("another name") == RAT.id
        assert [line.id for line in await store.all()] == [TAG.id, RAT.id]
        assert await store.at_page("example.org/tag", ("telegram:7",)) == TAG.id
        assert await store.brought("telegram:1", 6.0) == 1
        versions = [(one.article, one.came) for one in await store.editions(TAG.id)]
        assert versions == [(RAT.id, 6.0), (TAG.id, 6.5)]
        assert [one.article for one in await store.alike((5, 2**63 - 1), 5)] == [TAG.id]
        await store.check()
        third = article("Ein dritter Tag.")
        await store.save(third, reading(third), "d3")
        assert [line.id for line in await store.all()] == [third.id, TAG.id, RAT.id]
        await store.remove(third.id)
    async with open_chats(chats) as kept:
        assert await kept.inbox.backlog() == Backlog(3, 1)
        assert await kept.inbox.put([RawUpdate("t:0", "t:a", b""), RawUpdate("t:1", "t:b", b"")]) == 0
        assert await kept.inbox.progress_of("t:a", "m5") == "77"
        claimed = await kept.inbox.claim("t:", 5, 30)
        assert [(one.key, one.lane, one.body) for one in claimed] == [
            ("t:2", "t:a", b"\0\xff body"),
            ("t:3", "t:b", b"\0\xff body"),
        ]
        await kept.inbox.put([RawUpdate("t:9", "t:a", b"9")])
        keys = [(await kept.inbox.peek("t:a", key)) for key in ("t:2", "t:4")]
        assert keys == [b"\0\xff body", b"9"]
        places = (("c", "anna"), ("", "ben"))
        assert await kept.people.chosen(places) == (
            Preference("a1", "de", mentions=True, notify=True),
            Preference(language="en"),
        )
        assert await kept.shown.of("a1", "telegram:") == (SHOWN,)
        [found] = await kept.feeds.followed("telegram:7")
        assert (found.feed.title, found.follower) == ("Rat", FOLLOWER)
        assert await kept.feeds.waiting(found.feed.number, 9) == (ENTRY,)
        assert (await kept.feeds.follow("https://example.org/two", "", FOLLOWER, 7.5)).number > found.feed.number
        assert await kept.people.guests() == (Guest("anna", "Anna"), Guest("ben"))
        assert await kept.people.waiting(1e9) == (Invitation("cleo", "EFGH", 2e9, 1),)
        assert await kept.texts.read("slack:T1:bot") == '{"token": "xoxb-ü"}'
        assert await kept.links.find(LINK.digest) == LINK
        assert await kept.drafts.draft("c", "anna") == Draft((("m9", "Erst \ud800."),), "m9")
        assert await kept.memory.recall("c", "anna") == await kept.memory.recall("c", "ben", "m1") == TURN
        await kept.people.admit("dora")
        assert [guest.user for guest in await kept.people.guests()] == ["anna", "ben", "dora"]
        assert await kept.people.tell("anna")


@pytest.mark.parametrize(
    "way", [("file", "postgres"), ("postgres", "file"), ("file", "another"), ("postgres", "postgres 2")]
)
async def test_everything_arrives_and_goes_on(made: Made, way: tuple[str, str]) -> None:
    source, target = made(way[0]), made(way[1])
    await fill(source)
    counts = await copied(source, target)
    assert counts == {
        "articles": 2,
        "documents": 3,
        "vectors": 0,
        "shelves": 2,
        "editions": 2,
        "sketches": 4,
        "inbox": 5,
        "choices": 2,
        "shown": 2,
        "feeds": 1,
        "followers": 1,
        "feed_entries": 1,
        "guests": 2,
        "invitations": 1,
        "kept": 1,
        "drafts": 1,
        "links": 1,
        "last_turns": 1,
        "message_turns": 1,
    }
    await check(target)
    await check(source)


@pytest.mark.parametrize("kind", ["file", "postgres"])
async def test_what_is_there_is_not_overwritten_unless_that_is_wanted(made: Made, kind: str) -> None:
    source, target = made("source"), made(kind)
    await fill(source)
    articles, _ = parts(target)
    async with open_articles(articles, "1") as store:
        other = article("Etwas anderes.")
        await store.save(other, reading(other), "d")
    with pytest.raises(StoreError) as caught:
        await copied(source, target)
    assert caught.value.problem is StoreProblem.NOT_EMPTY
    async with open_articles(articles, "1") as store:
        assert [line.id for line in await store.all()] == [other.id]
    await copied(source, target, overwrite=True)
    await check(target)


async def test_a_database_is_copied_while_a_bot_writes_to_it(made: Made) -> None:
    source, target = made("source"), made("target")
    await fill(source)
    async with open_chats(parts(source)[1]) as kept:
        await kept.inbox.put([RawUpdate("t:100", "t:z", b"{}")])
        assert (await copied(source, target))["inbox"] == 6
        await kept.inbox.put([RawUpdate("t:101", "t:z", b"{}")])


async def test_what_can_not_be_copied_leaves_the_target_as_it_was(made: Made) -> None:
    source, target = made("source"), made("postgres")
    await fill(source)
    await fill(target)
    assert isinstance(source, tuple)
    with closing(sqlite3.connect(source[1])) as connection, connection:
        connection.execute("UPDATE message_turns SET at = 'yesterday'")
    with pytest.raises((StoreError, TypeError, ValueError)):
        await copied(source, target, overwrite=True)
    await check(target)


@pytest.mark.parametrize("kind", ["target", "postgres"])
async def test_a_source_that_is_not_there_or_no_database_is_named(made: Made, tmp_path: Path, kind: str) -> None:
    target = made(kind)
    for name, content, problem in (
        ("nothing.db", None, StoreProblem.MISSING),
        ("text.db", b"no database " * 100, StoreProblem.DAMAGED),
    ):
        file = tmp_path / name
        if content is not None:
            file.write_bytes(content)
        with pytest.raises(StoreError) as caught:
            await copied((file, chats_beside(file)), target)
        assert (caught.value.problem, caught.value.path) == (problem, str(file))


@pytest.mark.parametrize(
    "way", [("file", "postgres"), ("postgres", "file"), ("file", "another"), ("postgres", "postgres 2")]
)
async def test_who_follows_a_database_finds_what_a_copy_has_changed_in_it(made: Made, way: tuple[str, str]) -> None:
    source, target = made(way[0]), made(way[1])
    await fill(source)
    gone = article("Ein dritter Tag.")
    async with open_articles(parts(target)[0], "1") as store:
        await store.save(gone, reading(gone), "")
        await store.put(gone.id, EVERYBODY)
        await store.save(RAT, reading(RAT), "")
        for _ in range(9):
            await store.put(gone.id, "telegram:7")
            await store.take(gone.id, "telegram:7")
        at = await store.latest()
    await copied(source, target, overwrite=True)
    async with open_articles(parts(target)[0], "1") as store:
        changed = await store.changes(at, 100)
        assert sorted(key for _, key in changed) == sorted((RAT.id, TAG.id, gone.id))
        assert await store.load(gone.id) is None
        third = article("Ein vierter Tag.")
        await store.save(third, reading(third), "")
        assert await store.changes(changed[-1][0], 5) == ((await store.latest(), third.id),)


async def test_a_backup_is_for_its_owner_alone(made: Made) -> None:
    source, target = made("source"), made("target")
    await fill(source)
    await copied(source, target)
    assert isinstance(target, tuple)
    assert [file.stat().st_mode & 0o077 for file in target] == [0, 0]


def test_every_column_is_copied(tmp_path: Path) -> None:
    holds = {("inbox", "owner"), ("inbox", "until"), ("inbox", "claims")}
    derived = holds | {("last_turns", "fence"), ("message_turns", "fence")}
    made_anew = {"changes"}
    for schema, tables in SCHEMAS:
        path = tmp_path / f"{schema.owner}.db"
        with closing(sqlite3.connect(path)) as connection:
            for step in schema.steps:
                for statement in step:
                    connection.execute(statement)
            names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            assert {table.name for table in tables} == {
                name for name in names - made_anew if not name.startswith("sqlite_")
            }
            for table in tables:
                there = {name for _, name, *_ in connection.execute(f"PRAGMA table_info({table.name})")}
                copied_ = {column.name for column in table.columns} - {"rowid"}
                assert copied_ == {name for name in there if (table.name, name) not in derived}, table.name
