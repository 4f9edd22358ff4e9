"""What every `ArticleStore` keeps to about who may see an article."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.model import Article
from bot.ports.articles import EVERYBODY, ArticleStore
from bot.ports.feeds import by_feed
from tests.contracts.test_article_store import KINDS, opener
from tests.fakes import article, named, reading

ANNA, BEN, GROUP = "telegram:1", "telegram:2", "telegram:-100"


@pytest.fixture(params=KINDS)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[ArticleStore]:
    async with opener(request.param, tmp_path, request)("1") as opened:
        yield opened


async def stored(store: ArticleStore, text: str = "Der Rat tagt. Es regnet, sagte Anna Weber laut dpa.") -> Article:
    one = named(replace(article(text), title=text[:4]))
    await store.save(one, reading(one), f"document of {one.id}")
    return one


async def titles(store: ArticleStore, *shelves: str, unplaced: bool = False) -> list[str | None]:
    return [line.title for line in await store.on(shelves, unplaced=unplaced)]


async def test_an_article_is_seen_from_its_shelf_alone(store: ArticleStore) -> None:
    one = await stored(store)
    await store.put(one.id, ANNA, ANNA)
    assert await titles(store, ANNA, EVERYBODY) == ["Der "]
    assert await titles(store, BEN, EVERYBODY) == []
    assert await store.shelves_of(one.id) == (ANNA,)


async def test_what_is_only_stored_stands_on_no_shelf(store: ArticleStore) -> None:
    one = await stored(store)
    assert await titles(store, EVERYBODY, ANNA) == []
    assert await titles(store, EVERYBODY, unplaced=True) == ["Der "]
    await store.put(one.id, ANNA, ANNA)
    assert await titles(store, EVERYBODY, unplaced=True) == []


async def test_the_newest_comes_first_and_none_twice(store: ArticleStore) -> None:
    early, late = await stored(store, "Aaaa ist da. Es regnet."), await stored(store, "Bbbb ist da. Es regnet.")
    await store.put(early.id, GROUP, ANNA, at=30.0)
    await store.put(early.id, EVERYBODY, at=10.0)
    await store.put(late.id, GROUP, ANNA, at=20.0)
    assert await titles(store, GROUP, EVERYBODY) == ["Aaaa", "Bbbb"]


async def test_an_article_goes_with_its_last_shelf(store: ArticleStore) -> None:
    one = await stored(store)
    await store.put(one.id, ANNA, ANNA)
    await store.put(one.id, BEN, BEN)
    assert await store.take(one.id, ANNA)
    assert await store.load(one.id) == one
    assert not await store.take(one.id, ANNA)
    assert await store.take(one.id, BEN)
    assert await store.load(one.id) is None
    assert await store.id_of_document(f"document of {one.id}") is None


async def test_nothing_is_taken_from_a_shelf_where_it_does_not_stand(store: ArticleStore) -> None:
    one = await stored(store)
    assert not await store.take(one.id, ANNA)
    assert await store.load(one.id) == one


async def test_what_a_person_has_brought_goes_from_every_shelf(store: ArticleStore) -> None:
    mine, ours = await stored(store, "Mein Text ist da. Es regnet."), await stored(store, "Eine Stadt. Es regnet.")
    await store.put(mine.id, GROUP, ANNA)
    await store.put(ours.id, ANNA, ANNA)
    await store.put(ours.id, BEN, BEN)
    assert sorted(await store.take_all(ANNA)) == sorted((mine.id, ours.id))
    assert await store.load(mine.id) is None
    assert await store.shelves_of(ours.id) == (BEN,)
    assert await store.take_all(ANNA) == ()


async def test_who_brings_what_is_there_already_does_not_own_it(store: ArticleStore) -> None:
    one = await stored(store)
    await store.put(one.id, GROUP, ANNA)
    await store.put(one.id, GROUP, BEN)
    assert await store.take_all(BEN) == ()
    assert await store.shelves_of(one.id) == (GROUP,)


async def test_a_page_is_known_on_the_shelves_that_are_seen(store: ArticleStore) -> None:
    one = await stored(store)
    await store.put(one.id, ANNA, ANNA, "example.org/rat", 5.0)
    assert await store.at_page("example.org/rat", (EVERYBODY, ANNA)) == one.id
    assert await store.at_page("example.org/rat", (EVERYBODY, BEN)) is None
    assert await store.at_page("", (EVERYBODY, ANNA)) is None


async def test_it_is_counted_how_many_somebody_brought_and_a_shelf_holds(store: ArticleStore) -> None:
    one, two = await stored(store, "Aaaa ist da. Es regnet."), await stored(store, "Bbbb ist da. Es regnet.")
    await store.put(one.id, GROUP, ANNA, at=100.0)
    await store.put(two.id, ANNA, ANNA, at=200.0)
    assert [await store.brought(ANNA, since) for since in (0.0, 150.0, 201.0)] == [2, 1, 0]
    assert [await store.count(shelf) for shelf in (GROUP, ANNA, BEN)] == [1, 1, 0]


async def test_what_a_feed_brought_to_a_shelf_first_is_known(store: ArticleStore) -> None:
    one, two, three, four = [await stored(store, f"{word}. Es regnet, sagte Anna Weber.") for word in "ABCD"]
    await store.put(one.id, ANNA, ANNA, at=1.0)
    await store.put(two.id, BEN, by_feed(ANNA), at=2.0)
    assert await store.oldest_fed(ANNA) is None
    await store.put(three.id, ANNA, by_feed(BEN), at=4.0)
    await store.put(four.id, ANNA, by_feed(ANNA), at=3.0)
    assert await store.oldest_fed(ANNA) == four.id
    assert await store.take(four.id, ANNA)
    assert await store.oldest_fed(ANNA) == three.id


async def test_an_article_that_is_not_stored_is_put_nowhere(store: ArticleStore) -> None:
    await store.put("0" * 64, ANNA, ANNA)
    assert await store.shelves_of("0" * 64) == ()


async def test_removing_an_article_takes_it_off_every_shelf(store: ArticleStore) -> None:
    one = await stored(store)
    await store.put(one.id, ANNA, ANNA)
    await store.remove(one.id)
    assert await store.shelves_of(one.id) == ()
    assert await store.count(ANNA) == 0


async def test_nothing_of_a_removed_article_is_left_in_any_file(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    async with opener("sqlite in a file", tmp_path, request)("1") as store:
        one = await stored(store, "Zwölf Ziegen standen im Rathaus. Es regnet.")
        await store.put(one.id, ANNA, ANNA)
        assert stands_in(tmp_path, b"Ziegen")
        await store.take(one.id, ANNA)
        assert not stands_in(tmp_path, b"Ziegen")


def stands_in(folder: Path, word: bytes) -> bool:
    return any(word in file.read_bytes() for file in folder.iterdir())


async def test_what_stands_on_a_shelf_moves_to_another_and_moving_again_changes_nothing(store: ArticleStore) -> None:
    one, two = await stored(store), await stored(store, "Der Fluss steigt. Die Brücke ist zu.")
    await store.put(one.id, "old", ANNA, page="https://example.org/a", at=1.0)
    await store.put(two.id, "old", BEN, at=2.0)
    await store.put(two.id, GROUP, ANNA, at=3.0)
    for _ in range(2):
        await store.move("old", GROUP)
        assert await titles(store, "old") == []
        assert {await store.shelves_of(one.id), await store.shelves_of(two.id)} == {(GROUP,)}
    assert await store.at_page("https://example.org/a", [GROUP]) == one.id
    assert await store.brought(BEN, 0.0) == 0  # who brought it to the other shelf first, stays
    await store.move(GROUP, GROUP)
    assert await store.count(GROUP) == 2
