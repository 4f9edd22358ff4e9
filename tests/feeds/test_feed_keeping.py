"""Feeds that are followed, over a real site on this machine: what is fetched, when, and what becomes of it.

Rule of this module: the site, the store and the fetcher are real; the clock alone is set.
"""

import asyncio
import gzip
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

import pytest
from aiohttp import web

from bot import languages
from bot.errors import ArticleError, ArticleProblem
from bot.feeds.keeping import FeedKeeper, FeedLimits
from bot.feeds.schedule import LONGEST, WEEK, after_failure, after_reading
from bot.fetch.guard import networks
from bot.fetch.web import WebFetcher
from bot.model import Document
from bot.ports.articles import EVERYBODY
from bot.ports.feeds import Follower
from bot.retention import DAY
from bot.search.bm25 import Bm25Index
from bot.service import Library
from bot.storage.chats import CHATS
from bot.storage.direct import Direct
from bot.storage.feeds import SqliteFeeds
from tests.fakes import MemoryStore
from tests.servers.site import Site, open_site

INDEX = Bm25Index(languages.LANGUAGES)
ANNA, BEN = Follower("telegram:1", "telegram:1", "telegram:1"), Follower("telegram:2", "telegram:2", "telegram:2")
LOOPBACK = networks("127.0.0.1")


def page(number: int, extra: str = "") -> str:
    return (
        f"<html lang='de'><head><title>Steg {number}</title></head><body><article><h1>Steg {number}</h1>"
        f"<p>Der Rat von Dunau hat am {number}. Mai den Bau von Steg {number} über die Aue beschlossen.{extra}</p>"
        f"<p>„Die Brücke {number} ist zu schmal“, sagte Bürgermeisterin Ute Groß nach der Sitzung.</p>"
        "</article></body></html>"
    )


def rss(site: Site, *numbers: int, updated: str = "", ttl: str = "") -> str:
    stamp = f"<updated xmlns='http://www.w3.org/2005/Atom'>{updated}</updated>" if updated else ""
    items = "".join(
        f"<item><link>{site.root}/{n}</link><pubDate>Tue, 06 Jan 2026 {n % 24:02}:00:00 GMT</pubDate>{stamp}</item>"
        for n in numbers
    )
    return f"<rss version='2.0'><channel><title>Dunau</title>{ttl}{items}</channel></rss>"


@dataclass
class Clock:
    now: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Following:
    """A keeper of feeds with its site, its clock and its stores."""

    site: Site
    keeper: FeedKeeper
    clock: Clock = field(default_factory=Clock)

    @property
    def store(self) -> MemoryStore:
        store = self.keeper.library.store
        assert isinstance(store, MemoryStore)
        return store

    def serve(self, *numbers: int, **more: str) -> str:
        for number in numbers:
            self.site.put(f"/{number}", page(number), Content_Type="text/html")
        return self.site.put("/feed.xml", rss(self.site, *numbers, **more), Content_Type="application/rss+xml")

    async def titles(self, shelf: str = ANNA.shelf) -> list[str | None]:
        return sorted((line.title for line in await self.store.on((shelf,))), key=str)

    async def look(self, after: float = 1_000.0) -> bool:
        self.clock.now += after
        return await self.keeper.check()

    def articles_fetched(self) -> list[str]:
        return [path for path in self.site.paths if path[1:].isdecimal()]


@pytest.fixture
async def following(tmp_path: Path) -> AsyncIterator[Following]:
    async with open_site() as site:
        with closing(Direct(str(tmp_path / "chats.db"), CHATS)) as connection:
            clock = Clock()
            fetcher = WebFetcher(LOOPBACK)
            library = Library(MemoryStore("1"), INDEX, now=clock)
            limits = FeedLimits(pause=0.0, first=3, at_once=4, kept=20)
            store = SqliteFeeds(connection)
            crawler = replace(fetcher, respects_robots=True)
            keeper = FeedKeeper(store, library, fetcher.look, crawler.fetch, limits, clock, lambda: 0.0)
            yield Following(site, keeper, clock)


async def test_the_newest_come_first_and_then_what_is_new(following: Following) -> None:
    url = following.serve(1, 2, 3, 4, 5)
    feed = await following.keeper.follow(url, ANNA)
    assert feed.title == "Dunau"
    assert await following.look(1.0)
    assert await following.titles() == ["Steg 3", "Steg 4", "Steg 5"]
    following.serve(1, 2, 3, 4, 5, 6)
    assert not await following.look(600.0)
    assert await following.look(400.0)
    assert await following.titles() == ["Steg 3", "Steg 4", "Steg 5", "Steg 6"]
    [one] = await following.keeper.store.followed(ANNA.shelf)
    assert (one.follower.taken, one.follower.last) == (4, following.clock.now)
    assert sorted(following.articles_fetched()) == ["/3", "/4", "/5", "/6"]


async def test_what_has_not_changed_is_not_sent_again(following: Following) -> None:
    seen: list[str] = []

    async def conditional(request: web.Request) -> web.Response:
        seen.append(request.headers.get("If-None-Match", ""))
        if seen[-1] == '"v1"':
            return web.Response(status=304)
        return web.Response(text=rss(following.site, 1), headers={"ETag": '"v1"', "Last-Modified": "Mon"})

    following.serve(1)
    following.site.pages["/feed.xml"] = conditional
    await following.keeper.follow(following.site.root + "/feed.xml", ANNA)
    for _ in range(3):
        assert await following.look()
    assert seen == ["", '"v1"', '"v1"', '"v1"']
    assert following.articles_fetched() == ["/1"]


async def test_an_updated_entry_is_read_again_as_a_new_version(following: Following) -> None:
    url = following.serve(1, updated="2026-01-06T08:00:00Z")
    await following.keeper.follow(url, ANNA)
    await following.look()
    url = following.serve(1, updated="2026-01-07T08:00:00Z")
    following.site.put("/1", page(1, " Er kostet zwei Millionen Euro."), Content_Type="text/html")
    await following.look()
    [first, second] = await following.store.on((ANNA.shelf,))
    assert [one.article for one in await following.store.editions(first.id)] == [second.id, first.id]


async def test_a_page_leads_to_its_feed_and_one_without_is_said_to_have_none(following: Following) -> None:
    url = following.serve(1)
    start = (
        "<html><head><link rel='alternate' type='application/rss+xml' href='/feed.xml'></head><body>Hi</body></html>"
    )
    following.site.put("/start", start, Content_Type="text/html")
    assert (await following.keeper.follow(following.site.root + "/start", ANNA)).address == url
    following.site.put("/none", page(9), Content_Type="text/html")
    with pytest.raises(ArticleError) as caught:
        await following.keeper.follow(following.site.root + "/none", ANNA)
    assert caught.value.problem is ArticleProblem.NO_FEED


async def test_a_list_of_sitemaps_is_followed_by_the_newest_of_them(following: Following) -> None:
    site = following.site
    following.serve(1, 2)
    urls = "".join(f"<url><loc>{site.root}/{n}</loc><lastmod>2026-01-0{n}</lastmod></url>" for n in (1, 2))
    site.put("/map.xml", f"<urlset>{urls}</urlset>", Content_Type="text/xml")
    index = f"<sitemapindex><sitemap><loc>{site.root}/map.xml</loc></sitemap></sitemapindex>"
    await following.keeper.follow(site.put("/sitemap.xml", index, Content_Type="text/xml"), ANNA)
    await following.look()
    assert await following.titles() == ["Steg 1", "Steg 2"]


async def test_a_site_that_asks_for_patience_gets_it(following: Following) -> None:
    url = following.serve(1)
    await following.keeper.follow(url, ANNA)
    following.site.put("/feed.xml", "", 429, Retry_After="7200")
    assert await following.look(1.0)
    following.serve(1)
    assert not await following.look(7_100.0)
    assert await following.look(200.0)
    assert await following.titles() == ["Steg 1"]


async def test_a_feed_that_wants_to_be_read_seldom_is(following: Following) -> None:
    url = following.serve(1, ttl="<ttl>120</ttl>")
    await following.keeper.follow(url, ANNA)
    await following.look(1.0)
    assert not await following.look(7_000.0)
    assert await following.look(300.0)


async def test_a_feed_that_fails_is_tried_less_and_less_and_given_up_after_a_week(following: Following) -> None:
    url = following.serve(1)
    await following.keeper.follow(url, ANNA)
    following.site.put("/feed.xml", "", 500)
    looks = 0
    began = following.clock.now
    while following.clock.now < began + WEEK + 2 * LONGEST:
        looks += await following.look(900.0)
    assert 20 < looks < 60
    [one] = await following.keeper.store.followed(ANNA.shelf)
    assert one.feed.paused
    assert len(await following.keeper.store.untold("telegram:")) == 1
    following.serve(1)
    await following.keeper.follow(url, ANNA)
    assert await following.look(1.0)
    assert await following.titles() == ["Steg 1"]


@pytest.mark.parametrize("stop", ["before the article stands on a shelf", "before it is noted"])
async def test_whoever_dies_in_between_takes_nothing_in_twice(following: Following, stop: str) -> None:
    await following.keeper.follow(following.serve(1), ANNA)
    store = following.keeper.store
    broken = following.keeper
    if stop == "before it is noted":

        class Dying(SqliteFeeds):
            async def settle(self, *_: object) -> None:
                raise KeyboardInterrupt

        assert isinstance(store, SqliteFeeds)
        broken = replace(broken, store=Dying(store._connection))
    else:

        class Killed(Library):
            async def ingest(self, document: object) -> object:  # type: ignore[override]
                await Library.ingest(self, document)  # type: ignore[arg-type]
                raise KeyboardInterrupt

        library = following.keeper.library
        broken = replace(broken, library=Killed(library.store, library.index, now=library.now))
    following.clock.now += 1
    with pytest.raises(KeyboardInterrupt):
        await broken.check()
    assert await following.look()  # when the lease of the dead one is over
    assert await following.titles() == ["Steg 1"]
    [one] = await store.followed(ANNA.shelf)
    assert one.follower.taken == 1
    assert len(await following.store.all()) == 1
    assert await store.waiting(one.feed.number, 9) == ()


async def test_of_many_entries_some_are_taken_in_at_once_and_the_rest_soon(following: Following) -> None:
    await following.keeper.follow(following.serve(1), ANNA)
    await following.look(1.0)
    following.serve(*range(1, 11))
    await following.look()
    assert len(await following.titles()) == 5
    while await following.look(61.0):
        pass
    assert len(await following.titles()) == 10


async def test_where_the_shelf_is_full_the_oldest_makes_room_for_the_newest(following: Following) -> None:
    looks = count()
    limits = replace(following.keeper.limits, kept=2)
    keeper = replace(following.keeper, limits=limits, now=lambda: following.clock.now + next(looks) / 1000)
    await keeper.follow(following.serve(1, 2, 3), ANNA)
    await keeper.follow(following.site.root + "/feed.xml", Follower(EVERYBODY))
    following.clock.now += 1
    await keeper.check()
    assert await following.titles() == ["Steg 2", "Steg 3"]
    assert len(await following.titles(EVERYBODY)) == 3
    following.serve(1, 2, 3, 4)
    following.clock.now += DAY
    await keeper.check()
    assert await following.titles() == ["Steg 3", "Steg 4"]
    assert len(await following.titles(EVERYBODY)) == 4


async def test_where_people_have_filled_the_shelf_nothing_more_is_taken_in(following: Following) -> None:
    keeper = replace(following.keeper, limits=replace(following.keeper.limits, kept=2))
    await keeper.follow(following.serve(1), Follower(EVERYBODY))
    following.clock.now += 1
    await keeper.check()
    for text in ("Der Rat tagt. Es regnet.", "Der Rat ruht. Es schneit."):
        one = await keeper.library.ingest(Document(text.encode(), "text/plain", "a.txt"))
        await following.store.put(one.id, ANNA.shelf, ANNA.person)
    brought = await following.titles()
    await keeper.follow(following.site.root + "/feed.xml", ANNA)
    following.serve(1, 2)
    following.clock.now += DAY
    await keeper.check()
    assert await following.titles() == brought
    assert len(await following.titles(EVERYBODY)) == 2


async def test_two_who_follow_one_feed_have_each_article_fetched_once(following: Following) -> None:
    url = following.serve(1, 2)
    await following.keeper.follow(url, ANNA)
    await following.look(1.0)
    await following.keeper.follow(url, BEN)
    assert await following.titles(BEN.shelf) == ["Steg 1", "Steg 2"]
    following.serve(1, 2, 3)
    await following.look()
    assert await following.titles() == await following.titles(BEN.shelf) == ["Steg 1", "Steg 2", "Steg 3"]
    assert sorted(following.articles_fetched()) == ["/1", "/2", "/3"]
    assert await following.store.take_all(ANNA.person) == ()  # what a feed brought does not count as brought by hand
    assert await following.store.brought(ANNA.person, 0.0) == 0


async def test_articles_that_can_not_be_read_are_left_out(following: Following) -> None:
    url = following.serve(1, 2, 3)
    following.site.put("/1", "", 404)
    following.site.put("/2", "", 503)
    await following.keeper.follow(url, ANNA)
    for _ in range(5):
        await following.look()
    assert await following.titles() == ["Steg 3"]
    assert following.articles_fetched().count("/1") == 1
    assert following.articles_fetched().count("/2") == 3


async def test_robots_are_heard_for_articles_that_a_feed_leads_to(following: Following) -> None:
    following.site.put("/robots.txt", "User-agent: *\nDisallow: /2\n", Content_Type="text/plain")
    await following.keeper.follow(following.serve(1, 2), ANNA)
    await following.look()
    assert await following.titles() == ["Steg 1"]
    assert "/2" not in following.site.paths


async def test_a_feed_leads_into_no_private_network(following: Following) -> None:
    fetcher = WebFetcher()
    keeper = replace(following.keeper, fetch=fetcher.fetch)
    await keeper.follow(following.serve(1), ANNA)
    following.clock.now += 1
    await keeper.check()
    assert await following.titles() == []
    with pytest.raises(ArticleError) as caught:
        await replace(keeper, look=fetcher.look).follow("http://169.254.169.254/feed", ANNA)
    assert caught.value.problem is ArticleProblem.PRIVATE_ADDRESS


async def test_a_small_answer_does_not_become_a_huge_feed(following: Following) -> None:
    bomb = gzip.compress(b"<rss><channel>" + b" " * 50_000_000)
    url = following.site.put("/bomb.xml", bomb, Content_Type="text/xml", Content_Encoding="gzip")
    with pytest.raises(ArticleError) as caught:
        await following.keeper.follow(url, ANNA)
    assert caught.value.problem is ArticleProblem.TOO_LARGE


async def test_redirects_are_followed_to_the_feed(following: Following) -> None:
    url = following.serve(1)
    moved = following.site.move("/old.xml", "/feed.xml", 301)
    assert (await following.keeper.follow(moved, ANNA)).address == url


async def test_of_several_who_look_at_once_one_is_given_a_feed(following: Following) -> None:
    await following.keeper.follow(following.serve(1, 2, 3), ANNA)
    following.clock.now += 1
    assert sorted(await asyncio.gather(*(following.keeper.check() for _ in range(5)))) == [False] * 4 + [True]
    assert sorted(following.articles_fetched()) == ["/1", "/2", "/3"]


def test_pauses_are_as_long_as_the_site_wants_and_never_longer_than_a_day() -> None:
    assert after_reading(900, 0, 0, more=False) == 900
    assert after_reading(900, 0, 1, more=False) == pytest.approx(990)
    assert after_reading(900, 3_600, 0, more=False) == 3_600
    assert after_reading(900, 1e9, 0, more=False) == LONGEST
    assert after_reading(900, 0, 0, more=True) == 60
    assert after_reading(900, 600, 0, more=True) == 900
    assert [after_failure(900, n, 0, 0) for n in (0, 1, 2, 60)] == [900, 1_800, 3_600, 21_600]
    assert after_failure(900, 0, 50_000, 0) == 50_000
