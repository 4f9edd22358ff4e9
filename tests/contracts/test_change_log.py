"""What every `ChangeLog` promises to whoever follows it."""

import asyncio
import random
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.ports.articles import EVERYBODY
from bot.storage.opening import Articles
from bot.storage.postgres.articles import open_store as open_postgres
from bot.storage.postgres.connections import lone
from tests.contracts.test_article_store import KINDS, LASTING, opener
from tests.contracts.test_shelves import stored
from tests.fakes import article, reading

ANNA, BEN = "telegram:1", "telegram:2"


@pytest.fixture(params=KINDS)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Articles]:
    async with opener(request.param, tmp_path, request)("1") as opened:
        yield opened  # type: ignore[misc] # every one of them is both


async def since(store: Articles, after: int) -> list[str]:
    """Return what has changed, after a look whether positions rise and end with the latest."""
    found = await store.changes(after, 100)
    positions = [position for position, _ in found]
    assert positions == sorted(set(positions))
    assert all(position > after for position in positions)
    assert await store.latest() == (positions[-1] if positions else after)
    assert await store.behind(after) == len(found)
    return [key for _, key in found]


async def test_where_nothing_has_happened_there_is_nothing(store: Articles) -> None:
    assert await store.latest() == 0
    assert await store.changes(0, 10) == ()


async def test_what_is_stored_and_analysed_anew_has_changed(store: Articles) -> None:
    one, two = await stored(store, "Aaaa ist da. Es regnet."), await stored(store, "Bbbb ist da. Es regnet.")
    assert await since(store, 0) == [one.id, two.id]
    before = await store.latest()
    await store.save(replace(one, attributions=()), reading(one), "")
    assert await since(store, before) == [one.id]


async def test_what_is_put_somewhere_moved_and_taken_has_changed(store: Articles) -> None:
    one, two = await stored(store, "Aaaa ist da. Es regnet."), await stored(store, "Bbbb ist da. Es regnet.")
    at = await store.latest()
    await store.put(one.id, ANNA, ANNA)
    assert await since(store, at) == [one.id]
    await store.put(two.id, EVERYBODY)
    at = await store.latest()
    await store.move(ANNA, BEN)
    assert await since(store, at) == [one.id]
    at = await store.latest()
    assert await store.take_all(ANNA) == (one.id,)
    assert await since(store, at) == [one.id]
    at = await store.latest()
    await store.put(two.id, BEN, BEN)
    await store.move(BEN, EVERYBODY)  # where it stands already
    assert await since(store, at) == [two.id]
    at = await store.latest()
    assert await store.take(two.id, EVERYBODY)
    assert await since(store, at) == [two.id]


async def test_what_is_forgotten_has_changed_and_only_its_id_is_left(store: Articles) -> None:
    one = await stored(store)
    at = await store.latest()
    assert await store.remove(one.id)
    assert await since(store, at) == [one.id]
    assert await store.load(one.id) is None
    assert not await store.remove(one.id)
    assert len(await since(store, 0)) == 1


async def test_what_changes_nothing_is_no_change(store: Articles) -> None:
    one = await stored(store)
    await store.put(one.id, ANNA, ANNA, "example.org/a", 1.0)
    at = await store.latest()
    await store.put(one.id, ANNA, ANNA, "example.org/b", 2.0)
    await store.move(ANNA, ANNA)
    assert not await store.take(one.id, BEN)
    assert await store.take_all(BEN) == ()
    assert await store.load(one.id) == one
    assert await store.latest() == at


async def test_of_several_changes_to_an_article_the_last_one_is_left(store: Articles) -> None:
    one, two = await stored(store, "Aaaa ist da. Es regnet."), await stored(store, "Bbbb ist da. Es regnet.")
    for shelf in (ANNA, BEN, EVERYBODY):
        await store.put(one.id, shelf)
    assert await since(store, 0) == [two.id, one.id]


async def test_changes_come_in_pieces_and_none_is_left_out(store: Articles) -> None:
    many = [await stored(store, f"Tag {n}. Es regnet.") for n in range(7)]
    found: list[str] = []
    at = 0
    while some := await store.changes(at, 3):
        assert len(some) <= 3
        found += [key for _, key in some]
        at = some[-1][0]
    assert found == [one.id for one in many]


@pytest.mark.parametrize("kind", LASTING[:2])
async def test_a_follower_misses_nothing_whoever_writes_at_the_same_time(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    opened = opener(kind, tmp_path, request)
    chance = random.Random(5)  # noqa: S311 - which one does what
    many = [article(f"Tag {n}. Es regnet.") for n in range(24)]

    async def write(some: list[int]) -> None:
        async with opened("1") as one:
            for n in some:
                await one.save(many[n], reading(many[n]), "")
                await one.put(many[n].id, ANNA, ANNA)
                match chance.randrange(3):
                    case 0:
                        await one.take(many[n].id, ANNA)
                    case 1:
                        await one.put(many[n].id, BEN)

    seen: dict[str, tuple[str, ...]] = {}

    async def follow(store: Articles, at: int) -> int:
        for position, key in await store.changes(at, 5):
            seen[key] = await store.shelves_of(key)
            at = position
        return at

    async with opened("1") as store:
        writing = asyncio.gather(*(write(list(range(first, 24, 4))) for first in range(4)))
        at = 0
        while not writing.done():
            at = await follow(store, at)  # type: ignore[arg-type] # as above
            await asyncio.sleep(0)
        await writing
        while at < await store.latest():  # type: ignore[attr-defined] # as above
            at = await follow(store, at)  # type: ignore[arg-type] # as above
        assert seen == {one.id: await store.shelves_of(one.id) for one in many}


async def test_a_change_that_is_committed_late_is_not_overtaken(postgres_address: str) -> None:
    async with open_postgres(postgres_address, "1") as store:
        early, late = article("Aaaa ist da. Es regnet."), article("Bbbb ist da. Es regnet.")
        await store.save(early, reading(early), "")
        await store.save(late, reading(late), "")
        at = await store.latest()
        slow = await lone(postgres_address)
        try:
            turn = slow.transaction()
            await turn.start()
            sql = "INSERT INTO shelves (shelf, article, person, page, placed) VALUES ('a', $1, '', '', 0)"
            await slow.execute(sql, early.id)
            other = asyncio.create_task(store.put(late.id, ANNA))
            done, _ = await asyncio.wait({other}, timeout=0.3)
            seen = await store.changes(at, 10)
            assert not done  # it waits for its turn
            assert seen == ()
            await turn.commit()
            await other
            assert [key for _, key in await store.changes(at, 10)] == [early.id, late.id]
        finally:
            await slow.close()
