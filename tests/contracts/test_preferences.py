"""What every `Preferences` keeps to."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.ports.chats import Preference, Preferences
from bot.storage.memory import ProcessPreferences
from bot.storage.people import open_people
from bot.storage.postgres.connections import connected
from bot.storage.postgres.people import PostgresPeople
from bot.storage.postgres.schema import provide

KINDS = ("sqlite in a file", "postgres", "this process")
LASTING = KINDS[:2]
ANNA, BEN = "telegram:1", "telegram:2"


@asynccontextmanager
async def opened(kind: str, folder: Path, request: pytest.FixtureRequest) -> AsyncIterator[Preferences]:
    if kind == "this process":
        yield ProcessPreferences()
        return
    if kind == "postgres":
        address = request.getfixturevalue("postgres_address")
        async with connected(address) as connections:
            await provide(address)
            yield PostgresPeople(connections)
        return
    async with open_people(folder / "chats.db") as people:
        yield people


@pytest.fixture(params=KINDS)
async def preferences(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Preferences]:
    async with opened(request.param, tmp_path, request) as found:
        yield found


async def test_a_choice_is_found_in_its_place_and_no_other(preferences: Preferences) -> None:
    await preferences.choose(("chat", ANNA), Preference("abc"))
    await preferences.choose(("", ANNA), Preference(language="en"))
    places = [("", ANNA), ("chat", ANNA), ("chat", BEN), ("chat", ""), ("other", ANNA)]
    assert await preferences.chosen(places) == (
        Preference(language="en"),
        Preference("abc"),
        Preference(),
        Preference(),
        Preference(),
    )


async def test_a_chat_may_want_to_be_answered_only_where_the_bot_is_mentioned(preferences: Preferences) -> None:
    await preferences.choose(("chat", ""), Preference(mentions=True))
    assert await preferences.chosen([("chat", "")]) == (Preference(mentions=True),)
    await preferences.choose(("chat", ""), Preference("abc", mentions=True))
    await preferences.choose(("chat", ""), Preference("abc"))
    assert await preferences.chosen([("chat", "")]) == (Preference("abc"),)


async def test_a_chat_may_want_to_be_told_of_corrections(preferences: Preferences) -> None:
    for choice in (Preference(notify=True), Preference("abc", mentions=True, notify=True), Preference("abc")):
        await preferences.choose(("chat", ""), choice)
        assert await preferences.chosen([("chat", "")]) == (choice,)


async def test_a_later_choice_takes_the_place_of_the_earlier(preferences: Preferences) -> None:
    await preferences.choose(("", ANNA), Preference(language="en"))
    await preferences.choose(("", ANNA), Preference(language="de"))
    assert await preferences.chosen([("", ANNA)]) == (Preference(language="de"),)


async def test_an_empty_choice_takes_it_back(preferences: Preferences) -> None:
    await preferences.choose(("", ANNA), Preference(language="en"))
    await preferences.choose(("", ANNA), Preference())
    assert await preferences.chosen([("", ANNA)]) == (Preference(),)


async def test_a_person_is_forgotten_everywhere_and_nobody_else_is(preferences: Preferences) -> None:
    for place in (("", ANNA), ("chat", ANNA), ("chat", BEN), ("chat", "")):
        await preferences.choose(place, Preference("abc"))
    await preferences.forget(ANNA)
    left = await preferences.chosen([("", ANNA), ("chat", ANNA), ("chat", BEN), ("chat", "")])
    assert left == (Preference(), Preference(), Preference("abc"), Preference("abc"))


@pytest.mark.parametrize("kind", LASTING)
async def test_what_was_chosen_outlives_the_process(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    async with opened(kind, tmp_path, request) as preferences:
        await preferences.choose(("", ANNA), Preference(language="de"))
    async with opened(kind, tmp_path, request) as preferences:
        assert await preferences.chosen([("", ANNA)]) == (Preference(language="de"),)


async def test_what_was_chosen_in_one_chat_becomes_the_choice_of_another_that_has_none(
    preferences: Preferences,
) -> None:
    await preferences.choose(("old", ""), Preference(article="a", mentions=True))
    await preferences.choose(("old", "anna"), Preference(article="b"))
    await preferences.choose(("new", "anna"), Preference(article="c"))
    for _ in range(2):
        await preferences.move("old", "new")
        assert await preferences.chosen([("new", ""), ("new", "anna"), ("old", ""), ("old", "anna")]) == (
            Preference(article="a", mentions=True),
            Preference(article="c"),
            Preference(),
            Preference(),
        )
