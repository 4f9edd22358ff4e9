"""What every KeyValueStore promises."""

import asyncio
import stat
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.storage.inbox import open_inbox
from bot.storage.keyvalue import open_key_values
from bot.storage.postgres.chats import open_chats
from bot.transport import KeyValueStore
from tests.fakes import MemoryKeyValues

KINDS = ("sqlite in memory", "sqlite in a file", "postgres", "dictionary")


@pytest.fixture(params=KINDS)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[KeyValueStore]:
    async with AsyncExitStack() as stack:
        match request.param:
            case "sqlite in memory":
                yield await stack.enter_async_context(open_key_values(":memory:"))
            case "sqlite in a file":
                yield await stack.enter_async_context(open_key_values(tmp_path / "chats.db"))
            case "postgres":
                address = request.getfixturevalue("postgres_address")
                yield (await stack.enter_async_context(open_chats(address))).texts
            case _:
                yield MemoryKeyValues()


async def test_what_is_written_is_read_again_and_replaced(store: KeyValueStore) -> None:
    await store.write("slack:a", "one")
    assert await store.read("slack:a") == "one"
    await store.write("slack:a", "")
    assert await store.read("slack:a") == ""


async def test_what_was_never_written_is_not_there(store: KeyValueStore) -> None:
    assert await store.read("slack:a") is None
    assert await store.names("") == ()
    await store.erase("slack:a")


async def test_what_is_erased_is_gone_and_the_rest_stays(store: KeyValueStore) -> None:
    await store.write("a", "1")
    await store.write("b", "2")
    await store.erase("a")
    assert [await store.read("a"), await store.read("b")] == [None, "2"]


async def test_names_are_found_by_how_they_begin_whatever_they_hold(store: KeyValueStore) -> None:
    names = ("a%", "a%b", "a_b", "ab", "ä", "A", "a*", "b")
    for name in names:
        await store.write(name, name)
    assert await store.names("a%") == ("a%", "a%b")
    assert await store.names("a_") == ("a_b",)
    assert await store.names("") == tuple(sorted(names))
    assert await store.names("zz") == ()


async def test_any_text_comes_back_character_for_character(store: KeyValueStore) -> None:
    for text in ("😀", "a\nb\t'\"\\", '{"x": 1}', "\u202e", "x" * 100_000):
        await store.write(text[:20], text)
        assert await store.read(text[:20]) == text


async def test_many_tasks_share_a_store(store: KeyValueStore) -> None:
    await asyncio.gather(*(store.write(f"n{n}", str(n)) for n in range(50)))
    assert len(await store.names("n")) == 50


async def test_the_file_is_for_its_owner_alone_and_shared_with_the_inbox(tmp_path: Path) -> None:
    path = tmp_path / "chats.db"
    async with open_key_values(path) as store, open_inbox(path) as inbox:
        await store.write("slack:installed:-:T1", "xoxb-1")
        assert (await inbox.backlog()).waiting == 0
        for file in tmp_path.iterdir():  # noqa: ASYNC240 - a test may wait for the disk
            assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0, file.name
