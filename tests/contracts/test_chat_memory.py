"""What every `ChatMemory` keeps to: for how long, of how many, and what forgetting means."""

from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.ports.chats import FORGOTTEN_AFTER, ChatMemory, Turn
from bot.storage.chats import CHATS
from bot.storage.direct import Direct
from bot.storage.memory import ProcessMemory
from bot.storage.postgres.connections import connected
from bot.storage.postgres.schema import provide
from bot.storage.postgres.turns import PostgresMemory
from bot.storage.turns import SqliteMemory

KINDS = ("this process", "sqlite", "postgres")
MOST = 3
"""Chats and messages that each remembers."""


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=KINDS)
async def memory(request: pytest.FixtureRequest, clock: Clock, tmp_path: Path) -> AsyncIterator[ChatMemory]:
    match request.param:
        case "this process":
            yield ProcessMemory(clock, MOST, MOST)
        case "sqlite":
            with closing(Direct(str(tmp_path / "chats.db"), CHATS)) as connection:
                yield SqliteMemory(connection, clock, MOST, MOST)
        case _:
            address = request.getfixturevalue("postgres_address")
            async with connected(address) as connections:
                await provide(address)
                yield PostgresMemory(connections, clock, MOST, MOST)


async def test_a_turn_is_remembered_for_one_person_in_one_chat(memory: ChatMemory) -> None:
    await memory.remember("chat", "anna", Turn("a"))
    assert await memory.recall("chat", "anna") == Turn("a")
    assert await memory.recall("chat", "ben") is None
    assert await memory.recall("other", "anna") is None


async def test_a_turn_is_found_under_its_message_by_everybody_in_the_chat(memory: ChatMemory) -> None:
    await memory.remember("chat", "anna", Turn("a"), "m1")
    await memory.remember("chat", "anna", Turn("b"), "m2")
    assert await memory.recall("chat", "anna") == Turn("b")
    assert await memory.recall("chat", "anna", "m1") == Turn("a")
    assert await memory.recall("chat", "ben", "m1") == Turn("a")
    assert await memory.recall("other", "anna", "m1") is None
    assert await memory.recall("chat", "anna", "m3") is None


async def test_what_is_not_the_last_turn_does_not_become_it(memory: ChatMemory) -> None:
    await memory.remember("chat", "anna", Turn("a"))
    await memory.remember("chat", "anna", Turn("b"), "m1", last=False)
    assert await memory.recall("chat", "anna") == Turn("a")
    assert await memory.recall("chat", "anna", "m1") == Turn("b")


async def test_a_turn_is_forgotten_after_an_hour_of_silence(memory: ChatMemory, clock: Clock) -> None:
    await memory.remember("chat", "anna", Turn("a"), "m1")
    clock.now += FORGOTTEN_AFTER - 1
    assert await memory.recall("chat", "anna") == await memory.recall("chat", "anna", "m1") == Turn("a")
    clock.now += 1
    assert await memory.recall("chat", "anna") is await memory.recall("chat", "anna", "m1") is None


async def test_the_chat_that_was_silent_longest_is_forgotten_first(memory: ChatMemory) -> None:
    for user in ("anna", "ben", "anna", "cleo", "dora"):
        await memory.remember("chat", user, Turn(user))
    assert await memory.recall("chat", "ben") is None
    for user in ("anna", "cleo", "dora"):
        assert await memory.recall("chat", user) == Turn(user)


async def test_the_oldest_message_is_forgotten_first(memory: ChatMemory) -> None:
    for number in range(4):
        await memory.remember("chat", "anna", Turn("a"), f"m{number}")
    assert [await memory.recall("chat", "anna", f"m{n}") is None for n in range(4)] == [True, False, False, False]


async def test_a_person_is_forgotten_with_everything_they_asked(memory: ChatMemory) -> None:
    await memory.remember("chat", "anna", Turn("a", asker="anna"), "m1")
    await memory.remember("thread", "", Turn("a", asker="anna"), "m2")
    await memory.remember("chat", "ben", Turn("b", asker="ben"), "m3")
    await memory.forget("anna")
    assert await memory.recall("chat", "anna") is None
    assert await memory.recall("thread", "") is None
    assert await memory.recall("chat", "anna", "m1") is await memory.recall("thread", "anna", "m2") is None
    assert await memory.recall("chat", "ben") == await memory.recall("chat", "ben", "m3") == Turn("b", asker="ben")


async def test_the_turns_of_a_chat_become_those_of_another(memory: ChatMemory) -> None:
    await memory.remember("old", "anna", Turn("a"), "m1")
    for _ in range(2):
        await memory.move("old", "new")
        assert await memory.recall("new", "anna") == Turn("a")
        assert await memory.recall("new", "ben", "m1") == Turn("a")
        assert await memory.recall("old", "anna") is None


async def test_what_comes_too_late_takes_no_later_ones_place(memory: ChatMemory) -> None:
    await memory.remember("chat", "anna", Turn("b"), "m1", fence=7)
    await memory.remember("chat", "anna", Turn("a"), "m1", fence=6)
    assert await memory.recall("chat", "anna") == Turn("b")
    assert await memory.recall("chat", "anna", "m1") == Turn("b")
    await memory.remember("chat", "anna", Turn("c"), "m1", fence=7)
    assert await memory.recall("chat", "anna") == Turn("c")
    await memory.move("chat", "other")
    await memory.remember("other", "anna", Turn("d"), "m1", fence=1)
    assert await memory.recall("other", "anna", "m1") == Turn("d")
