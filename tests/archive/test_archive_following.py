"""The archive follows the store, and nothing leaves it that the store would not show now."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bot import languages
from bot.archive import following as archives
from bot.archive.following import Archive, day_of, site_of
from bot.errors import ArchiveError, ArchiveProblem, ArticleError, ArticleProblem, StoreError, StoreProblem
from bot.model import Article
from bot.ports.archive import ANYWHERE, UNPLACED, Candidate, Entry, Within
from bot.ports.articles import EVERYBODY
from bot.search.archive_tantivy import TantivyArchive
from bot.service import Library
from bot.storage.sqlite import open_store
from tests.asking import article_of
from tests.fakes import MemoryArchive, MemoryStore, article, named, reading

ANNA, BEN = "telegram:1", "telegram:2"
BRIDGE = {"de:bruck": 1.0}


@dataclass(eq=False)
class Halting(MemoryArchive):
    """An index that can be made to wait, or to fail."""

    go_on: asyncio.Event = field(default_factory=asyncio.Event)
    done: asyncio.Event = field(default_factory=asyncio.Event)
    error: StoreError | None = None
    written: int = 0
    most: int = 0

    def __post_init__(self) -> None:
        self.go_on.set()

    async def replace(self, entries: "list[Entry]", position: int) -> None:  # type: ignore[override] # a list is given
        await self.go_on.wait()
        if self.error:
            raise self.error
        self.written += 1
        self.most = max(self.most, len(entries))
        await super().replace(entries, position)
        self.done.set()


@dataclass
class Setting:
    """An archive, and what it is made of."""

    store: MemoryStore = field(default_factory=MemoryStore)
    index: Halting = field(default_factory=Halting)
    analysis: str = "1"

    def __post_init__(self) -> None:
        self.archive = self.made(self.store.load)

    def made(
        self, reading_: Callable[[str], Awaitable[Article | None]], there: Callable[[], bool] = lambda: True
    ) -> Archive:
        return Archive(
            self.store,
            self.store,
            reading_,
            languages.LANGUAGES,
            index=lambda: self.index,
            analysis=lambda: self.analysis,
            made=there,
        )

    async def add(self, text: str, *shelves: str) -> Article:
        one = named(article_of(text))
        await self.store.save(one, reading(one), "")
        for shelf in shelves:
            await self.store.put(one.id, shelf)
        return one

    async def found(self, *tenants: str, within: Within = ANYWHERE) -> list[str]:
        result = await self.archive.search(tenants, BRIDGE, 20, within)
        assert result.unread == 0
        return [hit.article for hit in result.candidates]


async def test_what_is_stored_is_found_by_those_who_see_it_alone() -> None:
    a = Setting()
    one, two = await a.add("Die Brücke ist neu.", ANNA), await a.add("Die Brücke ist alt.", EVERYBODY)
    await a.add("Es regnet sehr.", ANNA)
    assert sorted(await a.found(ANNA, EVERYBODY)) == sorted((one.id, two.id))
    assert await a.found(BEN, EVERYBODY) == [two.id]
    assert await a.found(BEN) == []


async def test_what_stands_on_no_shelf_is_found_where_that_is_asked_for() -> None:
    a = Setting()
    one = await a.add("Die Brücke ist neu.")
    assert await a.found(EVERYBODY) == []
    assert await a.found(EVERYBODY, UNPLACED) == [one.id]
    await a.store.put(one.id, ANNA)
    assert await a.found(EVERYBODY, UNPLACED) == []


async def test_it_follows_what_happens_in_the_store() -> None:
    a = Setting()
    one = await a.add("Die Brücke ist neu.", ANNA)
    assert await a.found(ANNA) == [one.id]
    await a.store.move(ANNA, BEN)
    assert (await a.found(ANNA), await a.found(BEN)) == ([], [one.id])
    await a.store.take(one.id, BEN)
    assert await a.found(ANNA, BEN, UNPLACED) == []
    assert await a.archive.size() == 0
    other = replace(await a.add("Die Brücke ist alt.", ANNA), published="2026-05-04", url="https://www.faz.net:80/a")
    await a.store.save(other, reading(other), "")
    assert await a.found(ANNA, within=Within(20260504, 20260504, ("faz.net",), (other.id,))) == [other.id]


async def test_an_index_is_told_when_it_has_all_there_is_and_not_before() -> None:
    a = Setting()
    told: list[int] = []

    async def caught_up() -> None:
        told.append(a.index.position)

    a.index.caught_up = caught_up  # type: ignore[method-assign] # it is watched
    for n in range(archives.BATCH + 1):
        await a.add(f"Die Brücke {n} ist neu.", ANNA)
    await a.archive.catch_up()
    assert told == [await a.store.latest()]


async def test_where_nothing_has_changed_nothing_is_written() -> None:
    a = Setting()
    await a.add("Die Brücke ist neu.", ANNA)
    for _ in range(3):
        await a.found(ANNA)
    assert a.index.written == 1


async def test_what_the_index_still_has_and_the_store_no_longer_shows_does_not_leave() -> None:
    a = Setting()
    texts = [await a.add(f"Die Brücke ist neu, sagt Nummer {n}.", ANNA) for n in range(12)]
    await a.archive.catch_up()
    a.index.error = StoreError(StoreProblem.LOCKED, "x")  # it can't be brought further
    for one in texts[:10]:
        await a.store.take(one.id, ANNA)
    await a.store.put(texts[10].id, BEN)
    result = await a.archive.search((ANNA,), BRIDGE, 2)
    assert {hit.article for hit in result.candidates} == {one.id for one in texts[10:]}
    assert result.unread == 11
    assert [hit.article for hit in (await a.archive.search((BEN,), BRIDGE, 20)).candidates] == []


async def test_a_question_does_not_wait_for_thousands_of_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "PATIENCE", 0.05)
    a = Setting()
    first = await a.add("Die Brücke ist neu.", ANNA)
    await a.archive.catch_up()
    for n in range(9):
        await a.add(f"Die Brücke ist neu, sagt Nummer {n}.", ANNA)
    a.index.go_on.clear()
    result = await a.archive.search((ANNA,), BRIDGE, 20)
    assert ([hit.article for hit in result.candidates], result.unread) == ([first.id], 9)
    a.index.go_on.set()
    await a.archive.catch_up()
    assert len(await a.found(ANNA)) == 10
    assert await a.archive.unread() == 0


async def test_articles_are_read_in_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "BATCH", 2)
    monkeypatch.setattr(archives, "MOST", 4)
    a = Setting()
    for n in range(10):
        await a.add(f"Die Brücke ist neu, sagt Nummer {n}.", ANNA)
    await asyncio.gather(*(a.archive.catch_up() for _ in range(5)))
    assert (a.index.written, a.index.most) == (3, 4)  # two, four, four
    assert len(await a.found(ANNA)) == 10


async def test_another_analysis_reads_everything_in_again() -> None:
    a = Setting()
    one = await a.add("Die Brücke ist neu.", ANNA)
    await a.found(ANNA)
    a.analysis = "2"
    assert await a.found(ANNA) == [one.id]
    assert a.index.written == 2


async def test_an_index_that_is_further_than_the_store_begins_anew() -> None:
    a = Setting()
    one = await a.add("Die Brücke ist neu.", ANNA)
    await a.index.open("1")
    await a.index.replace([Entry("gone", (ANNA,), passages=(("de:bruck",),))], 1_000)
    assert await a.found(ANNA) == [one.id]
    assert await a.archive.size() == 1


async def test_an_article_that_can_not_be_read_keeps_the_others_from_nothing() -> None:
    a = Setting()
    bad, worse, good = [await a.add(f"Die Brücke ist neu, sagt Nummer {n}.", ANNA) for n in range(3)]

    async def reading_(key: str) -> Article | None:
        if key == bad.id:
            raise ArticleError(ArticleProblem.LANGUAGE, "x")
        if key == worse.id:
            raise StoreError(StoreProblem.DAMAGED, "x")
        return await a.store.load(key)

    a.archive = a.made(reading_)
    assert await a.found(ANNA) == [good.id]


async def test_a_store_that_is_away_is_told_and_tried_again() -> None:
    a = Setting()
    one = await a.add("Die Brücke ist neu.", ANNA)
    told: list[StoreError] = []
    away = True

    async def reading_(key: str) -> Article | None:
        if away:
            raise StoreError(StoreProblem.UNREACHABLE, "x")
        return await a.store.load(key)

    a.archive = a.made(reading_)
    a.archive.failed = told.append
    result = await a.archive.search((ANNA,), BRIDGE, 20)
    assert (result.candidates, result.unread, [error.problem for error in told]) == ((), 1, [StoreProblem.UNREACHABLE])
    away = False
    assert await a.found(ANNA) == [one.id]


@pytest.mark.parametrize("problem", [ArchiveProblem.FORBIDDEN, ArchiveProblem.FULL])
async def test_a_server_that_forbids_to_write_is_said_and_one_that_is_full_answers(problem: ArchiveProblem) -> None:
    a = Setting()
    one = await a.add("Die Brücke ist neu.", ANNA)
    assert await a.found(ANNA) == [one.id]
    await a.add("Die Brücke ist alt.", ANNA)
    told: list[StoreError] = []
    a.index.error, a.archive.failed = ArchiveError(problem, "https://host/a"), told.append
    if problem is ArchiveProblem.FULL:
        result = await a.archive.search((ANNA,), BRIDGE, 20)
        assert ([hit.article for hit in result.candidates], result.unread) == ([one.id], 1)
    else:
        with pytest.raises(ArchiveError):
            await a.archive.search((ANNA,), BRIDGE, 20)
    assert told == [a.index.error]


async def test_it_is_brought_up_in_the_background_when_something_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "SETTLE", 0.0)
    a = Setting()
    async with a.archive.following():
        await a.add("Die Brücke ist neu.", ANNA)
        a.archive.notice()
        await asyncio.wait_for(a.index.done.wait(), 60)
    assert len(await a.index.search((ANNA,), BRIDGE, 5)) == 1
    await a.archive.close()


async def test_half_of_the_time_belongs_to_others_only_where_nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "SETTLE", 0.0)
    slept: list[float] = []
    sleep = asyncio.sleep

    async def noted(seconds: float) -> None:
        slept.append(seconds)
        await sleep(0)

    monkeypatch.setattr(asyncio, "sleep", noted)
    a = Setting()
    for n in range(5):
        await a.add(f"Die Brücke ist neu, sagt Nummer {n}.", ANNA)
    await a.archive.catch_up()
    assert (a.index.written, slept) == (1, [])
    await a.add("Die Brücke ist neu.", ANNA)
    a.index.done.clear()
    async with a.archive.following():
        await asyncio.wait_for(a.index.done.wait(), 60)
    assert any(seconds > 0 for seconds in slept)
    await a.archive.close()


async def test_of_few_articles_an_index_is_made_when_somebody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "SETTLE", 0.0)
    monkeypatch.setattr(archives, "LOOK", 0.01)
    a = Setting()
    archive = a.made(a.store.load, lambda: False)
    async with archive.following():
        one = await a.add("Die Brücke ist neu.", ANNA)
        await asyncio.sleep(0.1)
        assert a.index.written == 0
        found = await archive.search((ANNA,), BRIDGE, 5)
        assert [hit.article for hit in found.candidates] == [one.id]
        before = a.index.written
        await a.store.remove(one.id)
        async with asyncio.timeout(60):
            while a.index.written == before:  # noqa: ASYNC110 - what happens is in the background
                await asyncio.sleep(0.01)
    await archive.close()


async def test_of_many_articles_it_is_made_before_anybody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "SETTLE", 0.0)
    monkeypatch.setattr(archives, "FEW", 1)
    a = Setting()
    archive = a.made(a.store.load, lambda: False)
    await a.add("Die Brücke ist neu.", ANNA)
    async with archive.following():
        await a.add("Der Steg ist neu.", ANNA)
        archive.notice()
        await asyncio.wait_for(a.index.done.wait(), 60)
    await archive.close()


async def test_closing_breaks_off_what_is_under_way() -> None:
    a = Setting()
    await a.add("Die Brücke ist neu.", ANNA)
    a.index.go_on.clear()
    waiting = asyncio.create_task(a.archive.catch_up())
    await asyncio.sleep(0.01)
    await a.archive.close()
    await asyncio.wait_for(waiting, 60)
    assert a.index.position == 0


async def test_an_article_of_another_analysis_is_read_in_and_neither_kept_nor_at_hand(tmp_path: Path) -> None:
    text = "Die Brücke am Fluss ist neu, und der Rat lobt den Bau. Es regnet seit Tagen in der Stadt."
    one = article(text)
    async with open_store(tmp_path / "articles.db", "old") as old:
        await old.save(one, reading(one), "d")
        await old.put(one.id, ANNA)
    async with open_store(tmp_path / "articles.db", "new") as store:
        noticed: list[Article] = []
        library = Library(store, None, noticed=noticed.append)  # type: ignore[arg-type] # nobody searches in an article
        made = Archive(
            store,
            store,
            library.stored,
            languages.LANGUAGES,
            index=lambda: TantivyArchive(tmp_path / "archive"),
            analysis=lambda: "1",
        )
        await made.catch_up()
        result = await made.search((ANNA,), BRIDGE, 5)
        assert [hit.article for hit in result.candidates] == [one.id]
        assert (await store.load(one.id), noticed, len(library.recent)) == (None, [], 0)
        assert await library.stored("0" * 64) is None
        await made.close()


async def test_two_archives_on_one_store_share_their_index(tmp_path: Path) -> None:
    async with open_store(tmp_path / "articles.db", "1") as store, open_store(tmp_path / "articles.db", "1") as twin:
        both = [
            Archive(
                one,
                one,
                one.load,
                languages.LANGUAGES,
                index=lambda: TantivyArchive(tmp_path / "archive"),
                analysis=lambda: "1",
            )
            for one in (store, twin)
        ]
        for n in range(6):
            one = named(article_of(f"Die Brücke ist neu, sagt Nummer {n}."))
            await store.save(one, reading(one), "")
            await store.put(one.id, ANNA)
            results = await asyncio.gather(*(made.search((ANNA,), BRIDGE, 20) for made in both))
            assert [len(result.candidates) for result in results] == [n + 1, n + 1]
        await twin.take(one.id, ANNA)
        results = await asyncio.gather(*(made.search((ANNA,), BRIDGE, 20) for made in both))
        assert [len(result.candidates) for result in results] == [5, 5]
        for made in both:
            await made.close()


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2026-05-04", 20260504),
        ("2026-05-04T10:00:00+02:00", 20260504),
        (None, 0),
        ("", 0),
        ("gestern", 0),
        ("2026-13-04", 0),
        ("2026-05-32", 0),
        ("2026-05-041", 0),
    ],
)
def test_the_day_is_the_one_that_the_article_gives(published: str | None, day: int) -> None:
    assert day_of(replace(article(), published=published)) == day


@pytest.mark.parametrize(
    ("url", "origin", "site"),
    [
        ("https://www.spiegel.de/a?b", "x", "spiegel.de"),
        (None, "https://sport.Spiegel.de:8443/a/b", "sport.spiegel.de"),
        ("https://faz.net?x=1", "https://spiegel.de/a", "faz.net"),
        ("https://[2001:db8::1]:8080/a", "x", "[2001:db8::1]"),
        (None, "rat.txt", ""),
        (None, "", ""),
    ],
)
def test_the_site_is_the_host_of_the_address(url: str | None, origin: str, site: str) -> None:
    assert site_of(replace(article(), url=url, origin=origin)) == site


def test_a_candidate_names_a_place_and_holds_no_text() -> None:
    assert set(Candidate.__slots__) == {"article", "passage", "score"}
