"""What every `ShownSentences` keeps to."""

from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.ports.notices import Shown, ShownSentences
from bot.storage.chats import CHATS
from bot.storage.direct import Direct
from bot.storage.postgres.chats import open_chats
from bot.storage.shown import SqliteShown

ANNA = Shown("telegram:7", "telegram:1", "a1", frozenset({"0f", "1e"}), "en", "T1 -")
BEN = Shown("telegram:7", "telegram:2", "a1", frozenset({"2d"}))
SLACK = Shown("slack:C1/1.5", "slack:U1", "a2", frozenset({"2d"}), "de")


@pytest.fixture(params=("sqlite", "postgres"))
async def shown(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[ShownSentences]:
    if request.param == "postgres":
        async with open_chats(request.getfixturevalue("postgres_address")) as kept:
            yield kept.shown
        return
    with closing(Direct(str(tmp_path / "chats.db"), CHATS)) as connection:
        yield SqliteShown(connection)


async def test_what_was_shown_is_known_by_article_chat_and_person(shown: ShownSentences) -> None:
    for one in (ANNA, BEN, SLACK):
        await shown.keep(one)
    assert await shown.articles("telegram:") == ("a1",)
    assert await shown.articles("slack:") == ("a2",)
    assert await shown.articles("") == ("a1", "a2")
    assert await shown.of("a1", "telegram:") == (ANNA, BEN)
    assert await shown.of("a2", "telegram:") == ()
    assert await shown.of("a2", "slack:") == (SLACK,)


async def test_more_of_an_article_stands_beside_what_was_shown_before(shown: ShownSentences) -> None:
    await shown.keep(ANNA)
    await shown.keep(replace(ANNA, sentences=frozenset({"1e", "3c"}), language="de", reach="T2 -"))
    [one] = await shown.of("a1", "telegram:")
    assert one.sentences == {"0f", "1e", "3c"}
    await shown.keep(replace(ANNA, sentences=frozenset()))
    assert [one.sentences for one in await shown.of("a1", "telegram:")] == [{"0f", "1e", "3c"}]


async def test_what_was_told_is_let_go_of_in_that_chat_alone(shown: ShownSentences) -> None:
    for one in (ANNA, BEN, replace(ANNA, chat="telegram:8"), replace(ANNA, article="a3")):
        await shown.keep(one)
    await shown.drop("a1", "telegram:7")
    assert await shown.of("a1", "telegram:") == (replace(ANNA, chat="telegram:8"),)
    assert await shown.articles("telegram:") == ("a1", "a3")


async def test_what_was_shown_to_a_person_is_forgotten_everywhere(shown: ShownSentences) -> None:
    for one in (ANNA, BEN, replace(ANNA, chat="telegram:8")):
        await shown.keep(one)
    await shown.forget(ANNA.user)
    assert await shown.of("a1", "telegram:") == (BEN,)


async def test_a_chat_that_moves_takes_it_along(shown: ShownSentences) -> None:
    for one in (ANNA, replace(ANNA, chat="telegram:8", sentences=frozenset({"1e"}))):
        await shown.keep(one)
    for _ in range(2):
        await shown.move("telegram:7", "telegram:8")
    await shown.move("telegram:8", "telegram:8")
    [one] = await shown.of("a1", "telegram:")
    assert (one.chat, one.sentences) == ("telegram:8", {"0f", "1e"})
