"""What was released stays as it is: steps of schemas, and the way from every old database to today's."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from bot.errors import StoreError, StoreProblem
from bot.ports.chats import Draft, Guest, Invitation, Preference
from bot.ports.delivery import Backlog
from bot.ports.notices import Shown
from bot.storage.chat_stores import open_chats
from bot.storage.chats import CHATS
from bot.storage.database import ARTICLES, Schema, open_database
from bot.storage.opening import open_articles
from bot.storage.postgres import schema
from bot.storage.postgres.connections import lone
from bot.transport import RawUpdate
from tests.servers.postgres import PostgresServer

RELEASED = Path(__file__).parent / "released"
ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = {"articles": ARTICLES, "chats": CHATS}

STEPS = {
    "articles": (
        "8cba11d3ac385b6e",
        "066db13ef1bc1f35",
        "e8a8783b3d9dce8c",
        "67be84e0e0a3eb0c",
        "e0e75bd61ac70e0f",
        "4107e18f81f71fc0",
    ),
    "chats": (
        "36436c85343ce3a4",
        "427c4ef2fcb418b7",
        "92bf22134d37c9ae",
        "4d21750f2ecd0af9",
        "64b4391445caac5a",
        "d425bb64c30c0b46",
        "0b0dd30717abbc21",
        "54e34226c830c260",
        "3981f9eb46128fcd",
        "0381a9af5bf1d7b2",
        "bad7d5529c9e7048",
        "4a85ec46aec90b5b",
        "b2aa18c6c3529bad",
    ),
    "postgres": (
        "6df3410e31be8c35",
        "9b73d4f2d3caf1fd",
        "d8f625dc554c89cd",
        "8d517feef7326ed0",
        "e24be6fd6649dc5b",
        "01b70fb0c9ea3afb",
        "080f435c2fda54d6",
        "bf00d3a5d0f625f7",
        "3148e78a681f867a",
        "3c39082dd0321c1a",
        "ae2f6328ff8034e9",
        "4107e18f81f71fc0",
        "b2aa18c6c3529bad",
    ),
}
"""The hash of each step. One is added for a new step; none that stands here is ever changed, since somebody's
database was made by it."""


def hashed(steps: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    return tuple(sha256("\n".join(step).encode()).hexdigest()[:16] for step in steps)


def test_a_released_step_is_never_changed() -> None:
    assert hashed(ARTICLES.steps) == STEPS["articles"]
    assert hashed(CHATS.steps) == STEPS["chats"]
    assert hashed(schema.STEPS) == STEPS["postgres"]


def kept(name: str) -> list[Path]:
    return sorted(RELEASED.glob(f"{name}-*.sql"), key=lambda path: int(path.stem.rpartition("-")[2]))


def old(dump: Path, folder: Path) -> Path:
    """Return a database of an old schema, as its version left it."""
    file = folder / f"{dump.stem}.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(dump.read_text("utf-8"))
        connection.execute("PRAGMA journal_mode = WAL")
    return file


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_database_of_every_step_is_stored(name: str) -> None:
    assert [path.stem for path in kept(name)] == [f"{name}-{n + 1}" for n in range(len(SCHEMAS[name].steps))]


@pytest.mark.parametrize("dump", kept("articles"), ids=lambda path: path.stem)
async def test_articles_of_every_old_database_are_there(dump: Path, tmp_path: Path) -> None:
    async with open_articles(old(dump, tmp_path), "now") as store:
        [line] = await store.all()
        assert (line.title, line.origin, line.sentences) == ("Rat", "rat.txt", 2)
        assert await store.load(line.id) is None  # another version has analysed it
        found = await store.reading(line.id)
        assert found is not None
        assert found[0].text == "Der Rat tagt. Es regnet, sagte Anna Weber laut dpa.\n"
        assert await store.id_of_document("d1") == line.id
        before_shelves = dump.stem in {"articles-1", "articles-2"}
        assert await store.shelves_of(line.id) == (("",) if before_shelves else ("telegram:7",))
        editions = [(one.article, one.page) for one in await store.editions(line.id)]
        assert editions == ([] if before_shelves else [(line.id, "example.org/rat")])
        [(position, changed)] = await store.changes(0, 5)
        assert changed == line.id
        assert await store.remove(line.id)
        assert await store.changes(position, 5) == ((await store.latest(), line.id),)
        await store.check()


@pytest.mark.parametrize("dump", kept("chats"), ids=lambda path: path.stem)
async def test_chats_of_every_old_database_go_on(dump: Path, tmp_path: Path) -> None:
    step = int(dump.stem.rpartition("-")[2])
    async with open_chats(old(dump, tmp_path)) as chats:
        assert await chats.inbox.backlog() == Backlog(1, 0)
        [waiting] = await chats.inbox.claim("telegram:", 5, 30)
        assert (waiting.key, waiting.body) == ("telegram:1:7", b'{"update_id": 7}')
        assert await chats.inbox.finish(waiting, "77", "m5") is None
        if step >= 2:
            assert await chats.people.chosen([("c", "anna")]) == (Preference("a1", "de", mentions=True),)
            assert await chats.people.guests() == (Guest("anna"),)
            assert await chats.people.invited("ben") == Invitation("ben", "ABCD", 2e9, 1)
            assert not await chats.people.tell("anna")
        assert await chats.texts.read("slack:T1:bot") == ("xoxb" if step >= 3 else None)
        assert await chats.drafts.draft("c", "anna") == (Draft((("m1", "Erst."),)) if step >= 4 else Draft())
        assert (await chats.links.find("d" * 64) is not None) == (step >= 10)
        shown = Shown("telegram:7", "telegram:1", "a1", frozenset({"0f"}), "de")
        assert await chats.shown.of("a1", "telegram:") == ((shown,) if step >= 11 else ())
        feeds = [(one.feed.title, one.follower.chat) for one in await chats.feeds.followed("telegram:7")]
        assert feeds == ([("Rat", "telegram:7")] if step >= 12 else [])
        assert len(await chats.feeds.waiting(5, 9)) == (step >= 12)
        assert await chats.memory.recall("c", "anna") is None  # what another version wrote is forgotten


DIES_IN_SQLITE = """
import os, signal, sys
from bot.storage import database
from bot.storage.chats import CHATS
file, last = sys.argv[1], int(sys.argv[2])
connect, done = database._connect, 0

def counted(statement):
    global done
    done += 1
    if done == last:
        os.kill(os.getpid(), signal.SIGKILL)

def connected(*given):
    connection = connect(*given)
    connection.set_trace_callback(counted)
    return connection

database._connect = connected
database.open_database(file, schema=CHATS).close()
print(done)
"""

DIES_IN_POSTGRES = """
import asyncio, os, signal, sys
from bot.storage.postgres import schema
address, last = sys.argv[1], int(sys.argv[2])
connect, done = schema.lone, 0

def counted(_query):
    global done
    done += 1
    if done == last:
        os.kill(os.getpid(), signal.SIGKILL)

async def connected(given):
    connection = await connect(given)
    connection.add_query_logger(counted)
    return connection

schema.lone = connected
asyncio.run(schema.provide(address))
print(done)
"""


def child(program: str, place: Path | str, last: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", program, str(place), str(last)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def count_of(schema: Schema, file: Path) -> tuple[int, int]:
    """Return how many steps a file has, and how many updates wait in it."""
    with closing(sqlite3.connect(file)) as connection:
        [[steps]] = connection.execute("PRAGMA user_version").fetchall()
        [[waiting]] = connection.execute("SELECT count(*) FROM inbox").fetchall()
    assert steps in {1, len(schema.steps)}
    return steps, waiting


@pytest.mark.parametrize("place", ["begin", "middle", "end"])
def test_a_migration_that_is_killed_was_made_whole_or_not_at_all(tmp_path: Path, place: str) -> None:
    whole = child(DIES_IN_SQLITE, old(kept("chats")[0], tmp_path), 0)
    assert whole.returncode == 0, whole.stderr
    statements = int(whole.stdout)
    assert statements > 20
    last = {"begin": 5, "middle": statements // 2, "end": statements - 3}[place]
    folder = tmp_path / "killed"
    folder.mkdir()
    file = old(kept("chats")[0], folder)
    assert child(DIES_IN_SQLITE, file, last).returncode == -signal.SIGKILL
    assert count_of(CHATS, file)[1] == 1
    with closing(open_database(str(file), schema=CHATS)):
        assert count_of(CHATS, file) == (len(CHATS.steps), 1)


async def run(address: str, sql: str) -> object:
    connection = await lone(address)
    try:
        return await connection.fetchval(sql)
    finally:
        await connection.close()


async def made(address: str) -> object:
    return await run(address, "SELECT max(number) FROM steps")


@pytest.mark.parametrize("place", ["begin", "middle", "end"])
async def test_the_same_in_postgres(postgres_address: str, place: str) -> None:
    await schema.provide(postgres_address, schema.STEPS[:2])
    await run(postgres_address, "INSERT INTO inbox (key, lane, arrived, body) VALUES ('t:7', 't:a', 1.5, '')")
    steps = sum(map(len, schema.STEPS[2:]))
    last = {"begin": 4, "middle": 4 + steps // 2, "end": 4 + steps}[place]
    assert child(DIES_IN_POSTGRES, postgres_address, last).returncode == -signal.SIGKILL
    assert await made(postgres_address) == 2
    await schema.provide(postgres_address)
    assert await made(postgres_address) == len(schema.STEPS)
    async with open_chats(postgres_address) as chats:
        assert await chats.inbox.backlog() == Backlog(1, 0)


async def test_processes_that_start_at_once_make_the_schema_once(postgres_address: str) -> None:
    await asyncio.gather(*(schema.provide(postgres_address) for _ in range(6)))
    assert await made(postgres_address) == len(schema.STEPS)


async def test_every_step_of_postgres_leads_to_today(postgres_address: str) -> None:
    for step in range(1, len(schema.STEPS)):
        await schema.provide(postgres_address, schema.STEPS[:step])
        assert await made(postgres_address) == step
    async with open_chats(postgres_address) as chats:
        assert await chats.inbox.backlog() == Backlog(0, 0)


def restored(dump: Path, server: PostgresServer) -> str:
    """Return the address of a database of an old schema, as its version left it."""
    address = server.database()
    server.run(dump, address)
    return address


def test_a_database_of_every_step_of_postgres_is_stored() -> None:
    assert [path.stem for path in kept("postgres")] == [f"postgres-{n + 1}" for n in range(len(schema.STEPS))]


@pytest.mark.slow
@pytest.mark.parametrize("dump", kept("postgres"), ids=lambda path: path.stem)
async def test_every_old_database_of_postgres_goes_on(dump: Path, postgres: PostgresServer) -> None:
    step = int(dump.stem.rpartition("-")[2])
    address = restored(dump, postgres)
    assert await made(address) == step
    async with open_articles(address, "now") as store:
        [line] = await store.all()
        assert (line.title, line.origin, line.sentences) == ("Rat", "rat.txt", 2)
        found = await store.reading(line.id)
        assert found is not None
        assert found[0].text == "Der Rat tagt. Es regnet, sagte Anna Weber laut dpa.\n"
        assert await store.id_of_document("d1") == line.id
        assert await store.shelves_of(line.id) == ("telegram:7",)
        await store.check()
    async with open_chats(address) as chats:
        if step >= 2:
            assert await chats.inbox.backlog() == Backlog(1, 0)
            [waiting] = await chats.inbox.claim("telegram:", 5, 30)
            assert (waiting.key, waiting.body) == ("telegram:1:7", b'{"update_id": 7}')
            assert await chats.inbox.finish(waiting, "77", "m5") is None
            assert await chats.inbox.put_and_claim(RawUpdate("telegram:1:7", "telegram:1:5", b""), 30) is None
        if step >= 3:
            assert await chats.people.chosen([("c", "anna")]) == (Preference("a1", "de", mentions=True),)
            assert await chats.people.guests() == (Guest("anna", "Anna"),)
            assert await chats.people.invited("ben") == Invitation("ben", "ABCD", 2e9, 1, "Ben")
        assert await chats.texts.read("slack:T1:bot") == ("xoxb" if step >= 3 else None)
        assert await chats.drafts.draft("c", "anna") == (Draft((("m1", "Erst."),)) if step >= 3 else Draft())
        assert await chats.memory.recall("c", "anna") is None  # what another version wrote is forgotten
    assert await made(address) == len(STEPS["postgres"])


async def test_a_newer_database_is_left_as_it_is(postgres_address: str) -> None:
    newer = (*schema.STEPS, ("CREATE TABLE of_tomorrow (id integer)",))
    await schema.provide(postgres_address, newer)
    with pytest.raises(StoreError) as caught:
        await schema.provide(postgres_address)
    assert caught.value.problem is StoreProblem.NEWER
    assert await made(postgres_address) == len(newer)
