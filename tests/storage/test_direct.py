"""A connection on the event loop: nobody waits there, whoever else writes."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import StoreError, StoreProblem
from bot.storage.chats import CHATS
from bot.storage.direct import Direct

WRITE = "INSERT INTO kept (name, text) VALUES (?, ?)"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "chats.db"


@pytest.fixture
def direct(path: Path) -> Iterator[Direct]:
    with closing(Direct(str(path), CHATS)) as direct:
        yield direct


@pytest.fixture
def other(direct: Direct, path: Path) -> Iterator[sqlite3.Connection]:
    assert direct
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        yield other


async def test_what_is_written_is_there(direct: Direct, other: sqlite3.Connection) -> None:
    assert await direct.change(WRITE, ("a", "b")) == 1
    assert await direct.rows("SELECT text FROM kept WHERE name = ?", ["a"]) == [("b",)]
    assert other.execute("SELECT name FROM kept").fetchall() == [("a",)]


async def test_while_somebody_else_writes_other_tasks_go_on_and_then_it_is_written(
    direct: Direct, other: sqlite3.Connection
) -> None:
    other.execute("BEGIN IMMEDIATE")
    writing = asyncio.create_task(direct.change(WRITE, ("a", "b")))
    assert direct._connection.execute("PRAGMA busy_timeout").fetchall() == [(0,)]  # SQLite itself waits for nobody
    for _ in range(20):
        await asyncio.sleep(0.001)
        assert not writing.done()
    other.execute("COMMIT")
    assert await asyncio.wait_for(writing, 60) == 1


async def test_a_database_that_stays_locked_is_given_up(path: Path, other: sqlite3.Connection) -> None:
    other.execute("BEGIN IMMEDIATE")
    with closing(Direct(str(path), CHATS, timeout=0.05)) as direct:
        with pytest.raises(StoreError) as caught:
            await direct.change(WRITE, ("a", "b"))
        assert caught.value.problem is StoreProblem.LOCKED
        other.execute("ROLLBACK")
        assert await direct.change(WRITE, ("a", "b")) == 1


async def test_the_log_is_never_emptied_on_the_event_loop(direct: Direct, path: Path) -> None:
    before = _size(path)
    for number in range(1_200):
        await direct.change(WRITE, (str(number), "x" * 5_000))
    assert _size(path) == before
    assert _size(path.with_name("chats.db-wal")) > 1_000 * 4_096


def _size(path: Path) -> int:
    return path.stat().st_size


async def test_other_errors_come_at_once(direct: Direct) -> None:
    with pytest.raises(StoreError) as caught:
        await direct.rows("SELECT nothing FROM nowhere")
    assert caught.value.problem is StoreProblem.DAMAGED


async def test_statements_that_go_together_are_written_both_or_not_at_all(
    direct: Direct, other: sqlite3.Connection
) -> None:
    with pytest.raises(StoreError):
        await direct.together((WRITE, ("a", "b")), (WRITE, ("a", "twice")))
    assert other.execute("SELECT name FROM kept").fetchall() == []
    await direct.together((WRITE, ("a", "b")), (WRITE, ("c", "d")))
    assert other.execute("SELECT name FROM kept").fetchall() == [("a",), ("c",)]


async def test_a_statement_that_adds_nothing_has_no_number_of_another_row(direct: Direct) -> None:
    first, none = await direct.together(
        (WRITE.replace("kept (name, text)", "guests (user, name)"), ("a", "b")),
        ("INSERT INTO guests (user, name) SELECT 'c', 'd' WHERE 1 = 0", ()),
    )
    assert (first, none) == (1, 0)
