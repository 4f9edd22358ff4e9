"""The inbox in SQLite: what only a file and other processes can show."""

import os
from pathlib import Path

from bot.letters import Arrival
from bot.storage.inbox import open_inbox

MARK = b"zebra-question-zebra"


def written(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())


async def test_a_question_is_gone_from_the_disk_once_it_is_answered(tmp_path: Path) -> None:
    async with open_inbox(tmp_path / "chats.db") as inbox:
        await inbox.put([Arrival("t:1", "t:a", MARK * 500)])
        await inbox.claim("t:", 1, 30)
        assert MARK in written(tmp_path)
        await inbox.finish("t:1", "t:a")
        await inbox.sweep(3600)
        assert MARK not in written(tmp_path)
    assert MARK not in written(tmp_path)


async def test_lanes_of_a_process_that_died_are_free_at_once(tmp_path: Path) -> None:
    async with open_inbox(tmp_path / "chats.db") as inbox:
        await inbox.put([Arrival("t:1", "t:a", b"{}"), Arrival("t:2", "t:b", b"{}")])
        held = "UPDATE inbox SET owner = ?, until = 9e9 WHERE key = ?"
        await inbox._do(held, (f"{os.getpid()}-before-the-restart", "t:1"))
        await inbox._do(held, ("1-init", "t:2"))
        assert await inbox.claim("t:", 5, 30) == ()
        async with open_inbox(tmp_path / "chats.db") as other:
            assert [w.key for w in await other.claim("t:", 5, 30)] == ["t:1"]


async def test_what_arrives_does_not_wait_for_what_is_read(tmp_path: Path) -> None:
    async with open_inbox(tmp_path / "chats.db") as inbox:
        await inbox._working.execute("BEGIN")
        await inbox._rows("SELECT count(*) FROM inbox")
        assert await inbox.put([Arrival("t:1", "t:a", b"{}")]) == 1
        await inbox._working.execute("ROLLBACK")


async def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    async with open_inbox(tmp_path / "chats.db"):
        assert (tmp_path / "chats.db").stat().st_mode & 0o077 == 0
