"""What every `ArticleStore` keeps to, whatever it is made of."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.ports.articles import ArticleStore
from bot.storage.postgres.articles import open_store as open_postgres
from bot.storage.sqlite import open_store
from tests.fakes import MemoryStore, Shelf, article, reading

Opened = Callable[[str], AbstractAsyncContextManager[ArticleStore]]
"""Opens the store under test for a version of the analysis."""

KINDS = ("sqlite in memory", "sqlite in a file", "postgres", "dictionaries")
LASTING = KINDS[1:]


def opener(kind: str, folder: Path, request: pytest.FixtureRequest) -> Opened:
    shelf = Shelf()

    @asynccontextmanager
    async def memory(analysis: str) -> AsyncIterator[ArticleStore]:
        yield MemoryStore(analysis, shelf)

    match kind:
        case "sqlite in memory":
            return lambda analysis: open_store(":memory:", analysis)
        case "sqlite in a file":
            return lambda analysis: open_store(folder / "articles.db", analysis)
        case "postgres":
            address = request.getfixturevalue("postgres_address")
            return lambda analysis: open_postgres(address, analysis)
        case _:
            return memory


@pytest.fixture(params=KINDS)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[ArticleStore]:
    async with opener(request.param, tmp_path, request)("1") as opened:
        yield opened


@pytest.fixture(params=LASTING)
def lasting(request: pytest.FixtureRequest, tmp_path: Path) -> Opened:
    return opener(request.param, tmp_path, request)


async def test_what_is_saved_is_loaded_again(store: ArticleStore) -> None:
    rat = article()
    await store.save(rat, reading(rat), "d1")
    assert await store.load(rat.id) == rat
    assert await store.reading(rat.id) == (reading(rat), rat.origin)
    assert await store.id_of_document("d1") == rat.id


async def test_what_was_never_saved_is_not_there(store: ArticleStore) -> None:
    assert await store.load("0" * 64) is None
    assert await store.reading("0" * 64) is None
    assert await store.id_of_document("d1") is None
    assert await store.find("0") is None
    assert await store.find("") is None
    assert await store.all() == ()
    assert await store.remove("0" * 64) is False


async def test_the_same_text_again_replaces_its_analysis_and_gains_a_name(store: ArticleStore) -> None:
    rat = article(origin="a.txt")
    better = replace(rat, origin="b.txt", attributions=rat.attributions[:1], title=None)
    await store.save(rat, reading(rat), "d1")
    await store.save(better, replace(reading(rat), blocks=None, title=None), "d2")
    assert await store.load(rat.id) == better
    assert await store.reading(rat.id) == (replace(reading(rat), blocks=None, title=None), "b.txt")
    assert [await store.id_of_document("d1"), await store.id_of_document("d2")] == [rat.id, rat.id]
    assert [(line.title, line.origin) for line in await store.all()] == [(None, "b.txt")]


async def test_a_document_that_now_gives_another_article_names_that_one(store: ArticleStore) -> None:
    rat, tag = article(), article("Ein anderer Tag.")
    await store.save(rat, reading(rat), "d1")
    await store.save(tag, reading(tag), "d1")
    assert await store.id_of_document("d1") == tag.id


async def test_an_article_that_is_only_analysed_anew_gains_no_name(store: ArticleStore) -> None:
    rat = article()
    await store.save(rat, reading(rat), "")
    assert await store.load(rat.id) == rat
    assert await store.id_of_document("") is None


async def test_the_analysis_of_what_is_stored_is_renewed_and_of_what_was_forgotten_is_not(store: ArticleStore) -> None:
    rat = article()
    await store.save(rat, reading(rat), "d1")
    better = replace(rat, attributions=())
    assert await store.renew(better, reading(rat))
    assert await store.load(rat.id) == better
    assert await store.id_of_document("d1") == rat.id
    await store.remove(rat.id)
    assert not await store.renew(better, reading(rat))
    assert await store.all() == ()
    with pytest.raises(ValueError, match="known by its text"):
        await store.renew(replace(rat, text=rat.text + " "), reading(rat))


async def test_articles_are_listed_the_newest_first_with_what_a_list_shows(store: ArticleStore) -> None:
    first, second, third = (article(f"Tag {n}. Es regnet.", origin=f"{n}.txt") for n in range(3))
    for one in (first, second, third):
        await store.save(one, reading(one), one.origin)
    await store.save(first, reading(first), "")
    listed = await store.all()
    assert [line.id for line in listed] == [third.id, second.id, first.id]
    assert {(line.title, line.language, line.sentences) for line in listed} == {("Rat", "de", 2)}
    assert [line.origin for line in listed] == ["2.txt", "1.txt", "0.txt"]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", line.ingested) for line in listed)


async def test_the_start_of_an_id_finds_the_article_where_one_has_it(store: ArticleStore) -> None:
    many = [article(f"Tag {n}.") for n in range(40)]
    for one in many:
        await store.save(one, reading(one), "")
    for length in (0, 1, 2, 5, 63, 64):
        start = many[7].id[:length]
        alone = sum(one.id.startswith(start) for one in many) == 1
        assert await store.find(start) == (many[7].id if alone else None)
    assert await store.find(many[7].id + "0") is None


@pytest.mark.parametrize("prefix", ["g", "%", "_", "*", "A" * 5, "zz'--", "ü", "\0", "\ud800", "Was geschah?"])
async def test_what_is_no_start_of_an_id_finds_nothing(store: ArticleStore, prefix: str) -> None:
    rat = article()
    await store.save(rat, reading(rat), "d1")
    assert await store.find(prefix) is None


async def test_a_removed_article_is_gone_with_its_names_and_the_others_stay(store: ArticleStore) -> None:
    rat, tag = article(), article("Ein anderer Tag.")
    await store.save(rat, reading(rat), "d1")
    await store.save(tag, reading(tag), "d2")
    assert await store.remove(rat.id) is True
    assert await store.remove(rat.id) is False
    assert [await store.load(rat.id), await store.reading(rat.id), await store.id_of_document("d1")] == [
        None,
        None,
        None,
    ]
    assert await store.load(tag.id) == tag
    assert await store.id_of_document("d2") == tag.id


async def test_an_article_under_the_id_of_another_text_is_refused(store: ArticleStore) -> None:
    rat = article()
    with pytest.raises(ValueError, match="known by its text"):
        await store.save(replace(rat, text=rat.text + " "), reading(rat), "d1")
    with pytest.raises(ValueError, match="known by its text"):
        await store.save(rat, replace(reading(rat), text="Anderes."), "d1")
    assert await store.all() == ()


async def test_an_article_of_another_analysis_is_not_loaded_but_its_reading_is(lasting: Opened) -> None:
    rat = article()
    async with lasting("1") as old:
        await old.save(rat, reading(rat), "d1")
    better = replace(rat, attributions=())
    async with lasting("2") as new:
        assert await new.id_of_document("d1") == rat.id
        assert await new.find(rat.id[:8]) == rat.id
        assert await new.load(rat.id) is None
        assert await new.reading(rat.id) == (reading(rat), rat.origin)
        await new.save(better, reading(rat), "")
        assert await new.load(rat.id) == better
    async with lasting("1") as old:
        assert await old.load(rat.id) is None


async def test_two_stores_on_one_place_see_each_others_articles_at_once(lasting: Opened) -> None:
    rat, tag = article(), article("Ein anderer Tag.")
    async with lasting("1") as one, lasting("1") as other:
        await one.save(rat, reading(rat), "d1")
        assert await other.load(rat.id) == rat
        await other.save(tag, reading(tag), "d2")
        assert await one.id_of_document("d2") == tag.id


async def test_many_tasks_share_a_store(store: ArticleStore) -> None:
    many = [article(f"Tag {n}.") for n in range(30)]

    async def both(n: int) -> bool:
        await store.save(many[n], reading(many[n]), str(n))
        return await store.load(many[n].id) == many[n] and await store.id_of_document(str(n)) == many[n].id

    assert all(await asyncio.gather(*(both(n) for n in range(30))))
    assert len(await store.all()) == 30


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters()), origin=st.text(st.characters()), title=st.none() | st.text(st.characters()))
def test_any_text_comes_back_character_for_character(  # noqa: PLR0913, PLR0917 - fixtures and what is drawn
    kind: str, tmp_path: Path, request: pytest.FixtureRequest, text: str, origin: str, title: str | None
) -> None:
    odd = replace(article(text, origin), title=title)
    opened = opener(kind, tmp_path, request)

    async def there_and_back() -> None:
        async with opened("1") as store:
            await store.save(odd, reading(odd), "d")
            assert await store.load(odd.id) == odd
            assert await store.reading(odd.id) == (reading(odd), origin)
            assert {(line.title, line.origin) for line in await store.all() if line.id == odd.id} == {(title, origin)}

    asyncio.run(there_and_back())
