"""PostgreSQL: what only a server can show. Who can't use it is told in one line what to do, and nobody its password."""

import asyncio
import subprocess
import sys
import traceback
from pathlib import Path

import pytest

from bot.conversation.error_messages import PHRASES, words_for
from bot.errors import StoreError, StoreProblem
from bot.storage import opening
from bot.storage.chat_stores import open_chats
from bot.storage.opening import open_articles
from bot.storage.postgres import connections, leadership
from bot.storage.postgres.connections import Steps, connected, lone
from bot.storage.postgres.inbox import open_inbox
from bot.storage.postgres.schema import provide
from bot.storage.server_address import shown
from bot.transport import RawUpdate
from tests.fakes import article, reading
from tests.servers.postgres import PASSWORD, PostgresServer, serving
from tests.servers.process import free_port

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]


async def refused(address: str) -> StoreProblem:
    """Return why a database can't be opened, after a look whether anything that is raised shows a password."""
    with pytest.raises(StoreError) as caught:
        async with open_articles(address, "1"):
            pass
    lines = [words_for(caught.value, phrases) for phrases in PHRASES.values()]
    assert all(PASSWORD not in text and "wrong" not in text for text in (*lines, repr(caught.value)))
    assert all("\n" not in line for line in lines)
    assert PASSWORD not in "".join(traceback.format_exception(caught.value))
    return caught.value.problem


async def test_what_is_wrong_with_an_address_is_told_apart(
    postgres: PostgresServer, postgres_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await refused(postgres.address(password="wrong")) is StoreProblem.REFUSED  # noqa: S106 - it is none
    assert await refused(postgres.address(user="nobody_there")) is StoreProblem.REFUSED
    assert await refused(postgres.address("not_there")) is StoreProblem.NO_DATABASE
    assert await refused(f"postgresql://bot:{PASSWORD}@127.0.0.1:{free_port()}/bot") is StoreProblem.UNREACHABLE
    assert await refused(f"postgresql://bot:{PASSWORD}@host.invalid/bot") is StoreProblem.UNREACHABLE
    assert await refused(f"postgresql://bot:{PASSWORD}@127.0.0.1:1/bot?sslmode=nonsense") is StoreProblem.NO_PLACE
    monkeypatch.setattr(connections, "OLDEST", 99)
    assert await refused(postgres_address) is StoreProblem.OLD_SERVER
    monkeypatch.setattr(opening, "DRIVER", "no_such_package")
    assert await refused(postgres_address) is StoreProblem.NO_DRIVER


async def test_a_user_without_rights_is_told(postgres: PostgresServer, postgres_address: str) -> None:
    postgres.execute(f"DROP ROLE IF EXISTS guest; CREATE ROLE guest LOGIN PASSWORD '{PASSWORD}'")
    name = postgres_address.rpartition("/")[2]
    assert await refused(postgres.address(name, user="guest")) is StoreProblem.FORBIDDEN


async def test_a_database_that_may_only_be_read_is_told(postgres: PostgresServer) -> None:
    address = postgres.database()
    name = address.rpartition("/")[2]
    postgres.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    assert await refused(address) is StoreProblem.READ_ONLY


def test_the_command_line_says_one_line(postgres: PostgresServer, tmp_path: Path) -> None:
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT),
        "BOT_DATABASE": postgres.address(password="wrong-zebra"),  # noqa: S106 - it is none
        "BOT_DICTIONARY": "none",
        "BOT_ENCODER": "none",
    }
    command = [sys.executable, "-m", "bot", "articles"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=tmp_path, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "refuses the user name or the password" in done.stderr
    assert "zebra" not in done.stderr


@pytest.mark.parametrize(
    ("address", "seen"),
    [
        (
            "postgresql://bot:zebra@db.example.org:5433/news?sslmode=require",
            "postgresql://bot@db.example.org:5433/news",
        ),
        ("postgresql://bot:ze%40bra@db/news?password=zebra", "postgresql://bot@db/news"),
        ("postgresql:///news?host=/run/postgresql", "postgresql:///news"),
        ("postgresql://bot:zebra@db:port/news", "postgresql://"),
    ],
)
def test_an_address_is_shown_without_its_password(address: str, seen: str) -> None:
    assert shown(address) == seen


async def test_texts_that_postgres_can_not_hold_are_no_fault(postgres_address: str) -> None:
    async with open_chats(postgres_address) as chats:
        await chats.texts.write("name\0 \ud800", "text\0")
        assert await chats.texts.read("name\0 \ud800") == "text\N{REPLACEMENT CHARACTER}"


async def test_a_statement_is_patient_while_the_server_is_away() -> None:
    with serving() as server:
        async with open_chats(server.database()) as chats:
            await chats.inbox.put([RawUpdate("t:1", "t:a", b"{}")])
            await asyncio.to_thread(server.kill)
            with pytest.raises(StoreError) as caught:
                await chats.inbox.put([RawUpdate("t:2", "t:a", b"{}")])
            assert caught.value.problem is StoreProblem.UNREACHABLE
            waiting = asyncio.create_task(chats.texts.write("name", "text"))
            await asyncio.sleep(0.3)
            assert not waiting.done()
            await asyncio.to_thread(server.start)
            await waiting
            assert await chats.texts.read("name") == "text"
            assert [one.key for one in await chats.inbox.claim("t:", 5, 30)] == ["t:1"]


async def test_what_was_claimed_by_a_statement_without_an_end_is_free_after_its_lease(postgres_address: str) -> None:
    now = 1e6
    await provide(postgres_address)
    async with connected(postgres_address) as pool, open_inbox(pool, lambda: now) as inbox:
        await inbox.put([RawUpdate("t:1", "t:a", b"{}"), RawUpdate("t:2", "t:b", b"{}")])
        held = await inbox.claim("t:", 1, 30)
        assert [one.key for one in held] == ["t:1"]
        await pool.change(
            "UPDATE lanes SET until = $1, owner = (SELECT owner FROM lanes WHERE lane = 't:a') WHERE lane = 't:b'",
            now + 30,
        )
        now += 20
        await inbox.renew_leases(held, 30)
        assert await inbox.claim("t:", 5, 30) == ()
        now += 10
        assert [one.key for one in await inbox.claim("t:", 5, 30)] == ["t:2"]


async def test_what_comes_alone_and_what_is_claimed_are_never_the_same(postgres_address: str) -> None:
    async with open_chats(postgres_address) as chats:
        for number in range(60):
            update = RawUpdate(f"t:{number}", "t:a", b"{}")
            looks = (chats.inbox.claim("t:", 5, 30) for _ in range(3))
            begun, *claimed = await asyncio.gather(chats.inbox.put_and_claim(update, 30), *looks)
            found = [one for some in claimed for one in some] + ([begun] if begun else [])
            assert [one.key for one in found] == [update.key]
            await chats.inbox.finish(found[0])


async def test_a_lane_without_anything_in_it_is_no_more(postgres_address: str) -> None:
    async with open_chats(postgres_address) as chats:
        connection = await lone(postgres_address)
        await connection.execute("INSERT INTO lanes (lane, first) VALUES ('t:a', 1)")
        assert await chats.inbox.claim("t:", 5, 30) == ()
        assert await connection.fetchval("SELECT count(*) FROM lanes") == 0
        await connection.close()


async def test_the_same_update_from_two_sides_is_kept_once_and_begun_with_once(postgres_address: str) -> None:
    async with open_chats(postgres_address) as one, open_chats(postgres_address) as other:
        for number in range(40):
            update = RawUpdate(f"t:{number}", f"t:{number % 3}", b"{}")
            begun = await asyncio.gather(*(chats.inbox.put_and_claim(update, 30) for chats in (one, other, one)))
            [first] = [found for found in begun if found is not None]
            holder = one if begun[0] or begun[2] else other
            assert first.key == update.key
            assert await holder.inbox.finish(first) is None
        assert (await one.inbox.backlog()).waiting == 0


async def test_nobody_is_in_a_lane_with_somebody_else_and_the_order_is_kept(postgres_address: str) -> None:
    at_work: set[str] = set()
    done: dict[str, list[int]] = {}

    async def work(address: str, count: int) -> None:
        async with open_chats(address) as chats:
            while sum(map(len, done.values())) < count:
                for queued in await chats.inbox.claim("t:", 4, 30):
                    following = queued
                    while following is not None:
                        assert following.lane not in at_work
                        at_work.add(following.lane)
                        await asyncio.sleep(0.001)
                        done.setdefault(following.lane, []).append(int(following.key.rpartition(":")[2]))
                        at_work.remove(following.lane)
                        following = await chats.inbox.finish(following)
                await asyncio.sleep(0.001)

    async def bring(address: str, count: int) -> None:
        async with open_chats(address) as chats:
            for first in range(0, count, 10):
                await chats.inbox.put([RawUpdate(f"t:{n}", f"t:{n % 7}", b"{}") for n in range(first, first + 10)])

    count = 400
    await asyncio.gather(bring(postgres_address, count), *(work(postgres_address, count) for _ in range(4)))
    assert sorted(number for numbers in done.values() for number in numbers) == list(range(count))
    assert all(numbers == sorted(numbers) for numbers in done.values())


async def test_one_process_leads_and_another_takes_over(postgres_address: str) -> None:
    leading, events = asyncio.Event(), []

    async def work(name: str) -> None:
        events.append(name)
        leading.set()
        await asyncio.sleep(60)

    async with open_chats(postgres_address) as one, open_chats(postgres_address) as other:
        first = asyncio.create_task(one.leadership.lead("t:", lambda: work("one"), lambda: None))
        await leading.wait()
        leading.clear()
        waited = asyncio.Event()
        second = asyncio.create_task(other.leadership.lead("t:", lambda: work("other"), waited.set))
        third = asyncio.create_task(other.leadership.lead("u:", lambda: work("another"), lambda: None))
        await waited.wait()
        await leading.wait()
        assert events == ["one", "another"]
        leading.clear()
        first.cancel()
        await leading.wait()
        assert events == ["one", "another", "other"]
        for task in (second, third):
            task.cancel()
        await asyncio.gather(first, second, third, return_exceptions=True)


async def test_who_has_lost_the_connection_leads_no_more(postgres_address: str) -> None:
    leading, ended = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        leading.set()
        try:
            await asyncio.sleep(60)
        finally:
            ended.set()

    async with open_chats(postgres_address) as chats:
        task = asyncio.create_task(chats.leadership.lead("t:", work, lambda: None))
        await leading.wait()
        connection = await lone(postgres_address)
        await connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()"
        )
        await connection.close()
        with pytest.raises(StoreError):
            await task
        assert ended.is_set()


async def test_who_is_stopped_leads_no_more(postgres_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leadership, "SILENCE", 1_000)
    monkeypatch.setattr(leadership, "LOOK", 0.1)
    monkeypatch.setattr(leadership, "PULSE", 1_000.0)  # as it is with a process that was stopped
    leading, ended = asyncio.Queue[str](), asyncio.Event()

    async def work(name: str) -> None:
        leading.put_nowait(name)
        try:
            await asyncio.sleep(60)
        finally:
            ended.set()

    async with open_chats(postgres_address) as one, open_chats(postgres_address) as other:
        stopped = asyncio.create_task(one.leadership.lead("t:", lambda: work("one"), lambda: None))
        assert await leading.get() == "one"
        second = asyncio.create_task(other.leadership.lead("t:", lambda: work("other"), lambda: None))
        assert await leading.get() == "other"
        with pytest.raises(StoreError):
            await stopped
        assert ended.is_set()
        second.cancel()
        await asyncio.gather(second, return_exceptions=True)


async def test_who_is_stopped_in_a_transaction_keeps_nobody_out(
    postgres_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert connections.SETTINGS["idle_in_transaction_session_timeout"] == "30s"
    monkeypatch.setitem(connections.SETTINGS, "idle_in_transaction_session_timeout", "300ms")
    halted, tries = asyncio.Event(), []

    async def stopped(steps: Steps) -> None:
        await steps.rows("SELECT 1 FROM lanes WHERE lane = 't:a' FOR UPDATE")
        tries.append(1)
        if len(tries) == 1:
            halted.set()
            await asyncio.sleep(1.0)
        await steps.rows("SELECT 1")

    await provide(postgres_address)
    async with connected(postgres_address) as one, open_chats(postgres_address) as other:
        await other.inbox.put([RawUpdate("t:1", "t:a", b"{}")])
        holding = asyncio.create_task(one.whole(stopped))
        await halted.wait()
        claimed = []
        while not claimed:
            claimed = [queued.key for queued in await other.inbox.claim("t:", 5, 30)]
        assert not holding.done()
        await holding
        assert len(tries) == 2


async def test_an_article_that_is_put_on_a_shelf_while_it_is_taken_off_another_stays(postgres_address: str) -> None:
    one = article()
    async with connected(postgres_address), open_articles(postgres_address, "1") as store:
        for _ in range(20):
            await store.save(one, reading(one), "d")
            await store.put(one.id, "a", "anna")
            await asyncio.gather(store.take(one.id, "a"), store.put(one.id, "b", "ben"))
            shelves = await store.shelves_of(one.id)
            assert (await store.load(one.id) is None) == (shelves == ())
            await store.remove(one.id)


def test_the_server_has_written_down_no_password(postgres: PostgresServer) -> None:
    assert PASSWORD not in postgres.log
