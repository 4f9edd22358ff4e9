"""What every `Drafts` keeps to."""

from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.ports.chats import Draft, Drafts
from bot.storage.chats import CHATS
from bot.storage.direct import Direct
from bot.storage.drafts import SqliteDrafts
from bot.storage.memory import ProcessDrafts
from bot.storage.postgres.chats import open_chats


@pytest.fixture(params=("sqlite", "postgres", "process"))
async def drafts(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Drafts]:
    if request.param == "process":
        yield ProcessDrafts()
        return
    if request.param == "postgres":
        async with open_chats(request.getfixturevalue("postgres_address")) as kept:
            yield kept.drafts
        return
    with closing(Direct(str(tmp_path / "chats.db"), CHATS)) as connection:
        yield SqliteDrafts(connection)


async def test_parts_come_back_in_the_order_of_their_coming(drafts: Drafts) -> None:
    parts = (("m9", "Erst."), ("m1", "Dann \ud800."))
    for name, text in parts:
        await drafts.add("c", "anna", name, text)
    assert await drafts.draft("c", "anna") == Draft(parts)
    assert await drafts.draft("c", "ben") == Draft()
    assert await drafts.draft("d", "anna") == Draft()


async def test_a_message_that_comes_twice_is_one_part(drafts: Drafts) -> None:
    for _ in range(2):
        await drafts.add("c", "anna", "m1", "Erst.")
    assert await drafts.draft("c", "anna") == Draft((("m1", "Erst."),))


async def test_the_last_part_is_noted_until_all_is_dropped(drafts: Drafts) -> None:
    await drafts.end("c", "anna", "m1")
    assert await drafts.draft("c", "anna") == Draft()
    await drafts.add("c", "anna", "m1", "Erst.")
    await drafts.end("c", "anna", "m1")
    assert await drafts.draft("c", "anna") == Draft((("m1", "Erst."),), "m1")
    await drafts.drop("c", "anna")
    assert await drafts.draft("c", "anna") == Draft()
    await drafts.add("c", "anna", "m2", "Neu.")
    assert await drafts.draft("c", "anna") == Draft((("m2", "Neu."),))


async def test_what_is_dropped_or_forgotten_is_gone(drafts: Drafts) -> None:
    for chat, user in (("c", "anna"), ("d", "anna"), ("c", "ben")):
        await drafts.add(chat, user, "m1", "Text.")
    await drafts.drop("c", "anna")
    assert await drafts.draft("c", "anna") == Draft()
    assert await drafts.draft("d", "anna") == Draft((("m1", "Text."),))
    await drafts.forget("anna")
    assert await drafts.draft("d", "anna") == Draft()
    assert await drafts.draft("c", "ben") == Draft((("m1", "Text."),))


async def test_what_was_begun_in_one_chat_goes_on_in_another(drafts: Drafts) -> None:
    await drafts.add("old", "anna", "m1", "The beginning.")
    await drafts.end("old", "anna", "m2")
    for _ in range(2):
        await drafts.move("old", "new")
        assert await drafts.draft("new", "anna") == Draft((("m1", "The beginning."),), "m2")
        assert await drafts.draft("old", "anna") == Draft()
