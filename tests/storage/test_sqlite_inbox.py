"""The inbox in SQLite: what only a file and other processes can show."""

import asyncio
import os
from pathlib import Path

import pytest

from bot.storage import inbox as storage
from bot.storage.inbox import SqliteInbox, open_inbox
from bot.transport import RawUpdate

MARK = b"zebra-question-zebra"


def written(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())


async def test_a_question_is_gone_from_the_disk_once_it_is_answered(tmp_path: Path) -> None:
    async with open_inbox(tmp_path / "chats.db") as inbox:
        await inbox.put([RawUpdate("t:1", "t:a", MARK * 500)])
        [waiting] = await inbox.claim("t:", 1, 30)
        assert MARK in written(tmp_path)
        await inbox.finish(waiting)
        await inbox.purge(3600)
        assert MARK not in written(tmp_path)
    assert MARK not in written(tmp_path)


async def test_lanes_of_a_process_that_died_are_free_at_once(tmp_path: Path) -> None:
    async with open_inbox(tmp_path / "chats.db") as inbox:
        await inbox.put([RawUpdate("t:1", "t:a", b"{}"), RawUpdate("t:2", "t:b", b"{}")])
        held = "UPDATE inbox SET owner = ?, until = 9e9 WHERE key = ?"
        await inbox._do(held, (f"{os.getpid()}-before-the-restart", "t:1"))
        await inbox._do(held, ("1-init", "t:2"))
        assert await inbox.claim("t:", 5, 30) == ()
        async with open_inbox(tmp_path / "chats.db") as other:
            assert [w.key for w in await other.claim("t:", 5, 30)] == ["t:1"]


async def test_what_arrives_does_not_wait_for_what_is_read(tmp_path: Path) -> None:
    async with open_inbox(tmp_path / "chats.db") as inbox:
        await inbox._keeping.execute("BEGIN")
        await inbox._keeping.execute_fetchall("SELECT count(*) FROM inbox")
        assert await inbox.put([RawUpdate("t:1", "t:a", b"{}")]) == 1
        await inbox._keeping.execute("ROLLBACK")


async def test_what_has_piled_up_in_the_log_is_taken_out_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "_CHECKPOINT", 50)
    log = tmp_path / "chats.db-wal"
    async with open_inbox(tmp_path / "chats.db") as inbox:
        sizes = []
        for number in range(100):
            await inbox.put([RawUpdate(f"t:{number}", "t:a", MARK)])
            sizes.append(log.stat().st_size)
            await inbox.settled()
        assert max(sizes) < 2 * sizes[48]
        assert len(await _kept(inbox)) == 100


async def _kept(inbox: SqliteInbox) -> list[object]:
    return list(await inbox._rows("SELECT key FROM inbox"))


async def _filled(inbox: SqliteInbox, waiting: int, answered: int) -> None:
    rows = [(f"f:{n}", f"f:{n % 97}", float(n), int(n >= waiting)) for n in range(waiting + answered)]
    await inbox._keeping.executemany("INSERT INTO inbox (key, lane, arrived, state) VALUES (?, ?, ?, ?)", rows)


async def test_others_write_while_it_is_looked_for_what_is_to_be_forgotten(tmp_path: Path) -> None:
    async with open_inbox(tmp_path / "chats.db") as inbox, open_inbox(tmp_path / "chats.db") as other:
        await other._keeping.execute("BEGIN IMMEDIATE")
        await inbox.forget("t:nobody")  # would wait for the other one, had it anything to write
        await other._keeping.execute("COMMIT")


async def _first_change(inbox: SqliteInbox, count: str) -> int:
    """Return what a number is once it is another one than now."""
    before = now = await _number(inbox, count)
    while now == before:
        await asyncio.sleep(0.001)
        now = await _number(inbox, count)
    return now


async def _number(inbox: SqliteInbox, count: str) -> int:
    return int((await inbox._rows(f"SELECT count(*) FROM inbox {count}"))[0][0])  # noqa: S608 - from below


async def test_others_write_while_much_is_forgotten(tmp_path: Path) -> None:
    async with open_inbox(tmp_path / "chats.db") as inbox:
        await _filled(inbox, 0, 5_000)
        purging = asyncio.create_task(inbox.purge(0))
        assert await _first_change(inbox, "") > 0
        assert await inbox.put([RawUpdate("t:1", "t:a", b"{}")]) == 1
        assert await purging == 5_000
        assert await _kept(inbox) == [("t:1",)]

        await _filled(inbox, 0, 97 * 1_200)
        forgetting = asyncio.create_task(inbox.forget("f:5"))
        assert await _first_change(inbox, "WHERE lane = ''") < 1_200
        assert await inbox.put([RawUpdate("t:2", "t:b", b"{}")]) == 1
        await forgetting
        assert await _number(inbox, "WHERE lane = ''") == 1_200


async def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    async with open_inbox(tmp_path / "chats.db"):
        assert (tmp_path / "chats.db").stat().st_mode & 0o077 == 0
