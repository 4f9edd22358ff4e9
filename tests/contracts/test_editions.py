"""What every `ArticleStore` keeps to about which articles are versions of one."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.model import Article
from bot.ports.articles import EVERYBODY, ArticleStore
from tests.contracts.test_article_store import KINDS, LASTING, Opened, opener
from tests.fakes import article, reading

PAGE, OTHER = "example.org/story", "example.org/other"
SKETCH = (-(2**63), -5, 7, 2**63 - 1)


@pytest.fixture(params=KINDS)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[ArticleStore]:
    async with opener(request.param, tmp_path, request)("1") as opened:
        yield opened


@pytest.fixture(params=LASTING)
def lasting(request: pytest.FixtureRequest, tmp_path: Path) -> Opened:
    return opener(request.param, tmp_path, request)


async def stored(store: ArticleStore, text: str) -> Article:
    one = article(f"{text} Es regnet, sagte Anna Weber laut dpa.")
    await store.save(one, reading(one), text)
    return one


async def chain(store: ArticleStore, one: Article) -> list[str]:
    return [edition.article for edition in await store.editions(one.id)]


async def test_articles_of_one_page_are_versions_in_the_order_of_their_coming(store: ArticleStore) -> None:
    first, second, other = [await stored(store, text) for text in ("Eins.", "Zwei.", "Drei.")]
    await store.note_edition(second.id, PAGE, (), 20.0)
    await store.note_edition(first.id, PAGE, (), 10.0)
    await store.note_edition(other.id, OTHER, (), 15.0)
    assert await chain(store, first) == await chain(store, second) == [first.id, second.id]
    assert await chain(store, other) == [other.id]
    [one] = await store.editions(other.id)
    assert (one.page, one.came, one.seen) == (OTHER, 15.0, 15.0)


async def test_an_article_of_no_page_belongs_to_the_one_that_it_is_like(store: ArticleStore) -> None:
    first, second, other = [await stored(store, text) for text in ("Eins.", "Zwei.", "Drei.")]
    await store.note_edition(first.id, "", (), 10.0)
    await store.note_edition(second.id, "", (), 20.0, first.id)
    await store.note_edition(other.id, "", (), 30.0)
    assert await chain(store, second) == [first.id, second.id]
    assert await chain(store, other) == [other.id]


async def test_the_page_counts_more_than_what_it_is_like(store: ArticleStore) -> None:
    first, second, other = [await stored(store, text) for text in ("Eins.", "Zwei.", "Drei.")]
    await store.note_edition(first.id, PAGE, (), 10.0)
    await store.note_edition(other.id, "", (), 15.0)
    await store.note_edition(second.id, PAGE, (), 20.0, other.id)
    assert await chain(store, second) == [first.id, second.id]


async def test_what_is_noted_again_is_only_seen_again(store: ArticleStore) -> None:
    first = await stored(store, "Eins.")
    for now in (10.0, 30.0, 20.0):
        await store.note_edition(first.id, PAGE, SKETCH, now)
    [one] = await store.editions(first.id)
    assert (one.came, one.seen) == (10.0, 30.0)


async def test_a_page_that_goes_back_to_an_earlier_version_has_that_one_last(store: ArticleStore) -> None:
    first, second = [await stored(store, text) for text in ("Eins.", "Zwei.")]
    for one, now in ((first, 10.0), (second, 20.0), (first, 30.0), (first, 40.0)):
        await store.note_edition(one.id, PAGE, (), now)
    assert await chain(store, first) == [second.id, first.id]
    assert (await store.editions(first.id))[-1].came == 30.0


async def test_what_is_pasted_again_is_no_newer_for_that(store: ArticleStore) -> None:
    first, second = [await stored(store, text) for text in ("Eins.", "Zwei.")]
    await store.note_edition(first.id, "", (), 10.0)
    await store.note_edition(second.id, "", (), 20.0, first.id)
    await store.note_edition(first.id, "", (), 30.0)
    assert await chain(store, first) == [first.id, second.id]


async def test_one_text_on_two_pages_is_a_version_on_both(store: ArticleStore) -> None:
    both, here, there = [await stored(store, text) for text in ("Eins.", "Zwei.", "Drei.")]
    await store.note_edition(here.id, PAGE, (), 5.0)
    await store.note_edition(there.id, OTHER, (), 6.0)
    await store.note_edition(both.id, PAGE, (), 10.0)
    await store.note_edition(both.id, OTHER, (), 11.0)
    assert await chain(store, here) == [here.id, both.id]
    assert set(await chain(store, both)) == {here.id, there.id, both.id}


async def test_what_is_not_stored_is_not_noted(store: ArticleStore) -> None:
    await store.note_edition("0" * 64, PAGE, SKETCH, 10.0)
    assert await store.editions("0" * 64) == ()
    assert await store.alike(SKETCH, 5) == ()


async def test_its_like_is_found_by_two_numbers_of_a_sketch(store: ArticleStore) -> None:
    near, far, none = [await stored(store, text) for text in ("Eins.", "Zwei.", "Drei.")]
    await store.note_edition(near.id, PAGE, SKETCH, 10.0)
    await store.note_edition(far.id, OTHER, (*SKETCH[:2], 1, 2), 20.0)
    await store.note_edition(none.id, "", (SKETCH[0], 1, 2, 3), 30.0)
    assert [one.article for one in await store.alike(SKETCH, 5)] == [near.id, far.id]
    assert [(one.article, one.page) for one in await store.alike(SKETCH, 1)] == [(near.id, PAGE)]
    assert await store.alike((), 5) == ()


async def test_a_forgotten_article_leaves_its_story_and_the_others_stay_in_it(store: ArticleStore) -> None:
    ones = [await stored(store, text) for text in ("Eins.", "Zwei.", "Drei.")]
    for now, one in enumerate(ones):
        await store.note_edition(one.id, PAGE, SKETCH, float(now))
        await store.put(one.id, EVERYBODY)
    assert await store.take(ones[1].id, EVERYBODY)
    assert await chain(store, ones[0]) == [ones[0].id, ones[2].id]
    assert await store.remove(ones[0].id)
    assert await chain(store, ones[2]) == [ones[2].id]
    assert [one.article for one in await store.alike(SKETCH, 5)] == [ones[2].id]
    assert await store.editions(ones[0].id) == ()


async def test_an_analysis_made_anew_leaves_the_chain_as_it_is(lasting: Opened) -> None:
    async with lasting("1") as store:
        first, second = [await stored(store, text) for text in ("Eins.", "Zwei.")]
        for now, one in enumerate((first, second)):
            await store.note_edition(one.id, PAGE, SKETCH, float(now))
    async with lasting("2") as store:
        await store.save(first, reading(first), "")
        assert await chain(store, first) == [first.id, second.id]


async def test_versions_that_come_at_once_belong_to_one_story(lasting: Opened) -> None:
    async with lasting("1") as here, lasting("1") as there:
        ones = [await stored(here, f"{n}.") for n in range(8)]
        noted = (
            store.note_edition(one.id, PAGE, SKETCH, float(n))
            for n, (one, store) in enumerate(zip(ones, [here, there] * 4, strict=True))
        )
        await asyncio.gather(*noted)
        assert await chain(here, ones[0]) == [one.id for one in ones]
