"""What every `ArticleStore` keeps to about the list that people see."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.ports.articles import EVERYBODY, ArticleStore
from tests.contracts.test_article_store import KINDS, opener
from tests.fakes import article, named, reading

ANNA, BEN, GROUP = "telegram:1", "telegram:2", "telegram:-100"


@pytest.fixture(params=KINDS)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[ArticleStore]:
    async with opener(request.param, tmp_path, request)("1") as opened:
        yield opened


async def stored(store: ArticleStore, title: str, *shelves: str, at: float = 0.0) -> str:
    one = named(replace(article(f"{title} ist da. Es regnet."), title=title))
    await store.save(one, reading(one), "")
    for shelf in shelves:
        await store.put(one.id, shelf, at=at)
    return one.id


async def titles(
    store: ArticleStore, *shelves: str, first: int = 0, most: int = 9, unplaced: bool = False
) -> list[str | None]:
    return [line.title for line in await store.newest(shelves, first, most, unplaced=unplaced)]


async def test_a_list_is_read_a_part_at_a_time(store: ArticleStore) -> None:
    for n in range(7):
        await stored(store, f"Tag {n}", EVERYBODY if n % 2 else GROUP, at=float(n))
    assert await titles(store, EVERYBODY, GROUP, most=3) == ["Tag 6", "Tag 5", "Tag 4"]
    assert await titles(store, EVERYBODY, GROUP, first=3, most=3) == ["Tag 3", "Tag 2", "Tag 1"]
    assert await titles(store, EVERYBODY, GROUP, first=6, most=3) == ["Tag 0"]
    assert await titles(store, EVERYBODY, GROUP, first=7, most=3) == []
    assert await titles(store, EVERYBODY, most=2) == ["Tag 5", "Tag 3"]
    assert await titles(store) == []


async def test_of_what_was_placed_at_once_the_newest_comes_first_and_none_twice(store: ArticleStore) -> None:
    for n in range(4):
        await stored(store, f"Tag {n}", EVERYBODY, GROUP)
    early = await stored(store, "Früh", EVERYBODY, at=1.0)
    await store.put(early, GROUP, at=3.0)
    await stored(store, "Spät", GROUP, at=2.0)
    order = ["Früh", "Spät", "Tag 3", "Tag 2", "Tag 1", "Tag 0"]
    assert await titles(store, EVERYBODY, GROUP, GROUP) == order
    assert await titles(store, EVERYBODY, GROUP, first=1, most=2) == order[1:3]


async def test_what_stands_nowhere_is_listed_where_it_is_asked_for(store: ArticleStore) -> None:
    await stored(store, "Lose")
    await stored(store, "Hier", EVERYBODY, at=1.0)
    await stored(store, "Dort", BEN, at=2.0)
    assert await titles(store, EVERYBODY) == ["Hier"]
    assert await titles(store, EVERYBODY, unplaced=True) == ["Hier", "Lose"]
    assert await titles(store, unplaced=True) == ["Lose"]
    assert [await store.number((EVERYBODY,), unplaced=there) for there in (False, True)] == [1, 2]


async def test_the_last_version_that_is_seen_stands_for_all(store: ArticleStore) -> None:
    first = await stored(store, "Eins", EVERYBODY, at=1.0)
    second = await stored(store, "Zwei", EVERYBODY, at=2.0)
    third = await stored(store, "Drei", BEN, at=3.0)
    await stored(store, "Anderes", EVERYBODY, at=0.5)
    for at, key in enumerate((first, second, third)):
        await store.note_edition(key, "example.org/a", (), float(at))
    assert await titles(store, EVERYBODY) == ["Zwei", "Anderes"]
    assert await titles(store, EVERYBODY, BEN) == ["Drei", "Anderes"]
    assert await titles(store, EVERYBODY, first=1) == ["Anderes"]
    await store.note_edition(first, "example.org/a", (), 9.0)
    assert await titles(store, EVERYBODY, BEN) == ["Anderes", "Eins"][::-1]
    assert [await store.number(shelves) for shelves in ((EVERYBODY,), (EVERYBODY, BEN), (BEN,), ())] == [3, 4, 1, 0]


async def test_the_start_of_an_id_names_what_is_seen(store: ArticleStore) -> None:
    first, second = await stored(store, "Eins", EVERYBODY), await stored(store, "Zwei", BEN)
    loose = await stored(store, "Lose")

    async def found(start: str, *shelves: str, unplaced: bool = False) -> list[str]:
        return sorted(line.id for line in await store.starting(start, shelves, unplaced=unplaced))

    assert await found(first[:9], EVERYBODY) == await found(first, EVERYBODY, BEN) == [first]
    assert await found(second[:9], EVERYBODY) == []
    assert await found("", EVERYBODY, BEN) == sorted((first, second))
    assert await found(loose[:9], EVERYBODY, BEN) == []
    assert await found(loose[:9], EVERYBODY, unplaced=True) == [loose]
    assert await found("%", EVERYBODY, BEN) == await found("g", EVERYBODY) == await found("\ud800", EVERYBODY) == []


async def test_lines_come_in_the_order_in_which_they_are_asked_for(store: ArticleStore) -> None:
    first, second = await stored(store, "Eins", EVERYBODY), await stored(store, "Zwei")
    asked = (second, "0" * 64, first)
    assert [line.title for line in await store.lines(asked)] == ["Zwei", "Eins"]
    assert await store.lines(()) == ()
