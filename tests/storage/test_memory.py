"""What is remembered of a chat, for how long, and of how many."""

from bot.ports import Turn
from bot.storage.memory import FORGOTTEN_AFTER, ProcessMemory


async def test_a_turn_is_remembered_for_one_person_in_one_chat() -> None:
    memory = ProcessMemory()
    await memory.remember("chat", "anna", Turn("a"))
    assert await memory.recall("chat", "anna") == Turn("a")
    assert await memory.recall("chat", "ben") is None
    assert await memory.recall("other", "anna") is None


async def test_a_turn_is_forgotten_after_an_hour_of_silence() -> None:
    now = [100.0]
    memory = ProcessMemory(lambda: now[0])
    await memory.remember("chat", "anna", Turn("a"))
    now[0] += FORGOTTEN_AFTER
    assert await memory.recall("chat", "anna") == Turn("a")
    now[0] += 1
    assert await memory.recall("chat", "anna") is None


async def test_the_chat_that_was_silent_longest_is_forgotten_first() -> None:
    memory = ProcessMemory(chats=2)
    for user in ("anna", "ben", "anna", "cleo"):
        await memory.remember("chat", user, Turn(user))
    assert await memory.recall("chat", "ben") is None
    assert await memory.recall("chat", "anna") == Turn("anna")
    assert await memory.recall("chat", "cleo") == Turn("cleo")
