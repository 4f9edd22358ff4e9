"""Feeds that are followed: begun, looked at when they are due, and what is new in them taken in.

Rule of this module: an entry is noted before it is fetched and settled after its article stands on the shelves; so a
process that dies in between fetches it again, and finds that it is there.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from random import random
from time import time

from bot.addresses import page_of
from bot.errors import ArticleError, ArticleProblem
from bot.feeds.found import NoFeedError, ReadFeed
from bot.feeds.schedule import WEEK, after_failure, after_reading
from bot.model import Document
from bot.ports.articles import EVERYBODY
from bot.ports.feeds import Feed, FeedEntry, FeedStore, Follower, Looked, by_feed
from bot.service import Library

Look = Callable[[str, str, str], Awaitable[Looked]]
"""Returns what stands at an address, given what was said of it last (ETag, Last-Modified); raises `ArticleError`."""
Fetch = Callable[[str], Awaitable[Document]]
"""Returns the document at an address; raises `ArticleError`."""

PASSING = frozenset(
    {
        ArticleProblem.TIMEOUT,
        ArticleProblem.UNREACHABLE,
        ArticleProblem.SERVER_ERROR,
        ArticleProblem.TOO_SLOW_TO_READ,
    }
)
"""Problems of an article that may be none later."""


@dataclass(frozen=True, slots=True)
class FeedLimits:
    """How often, how many, how long; times in seconds."""

    interval: float = 900.0
    """Between two looks at a feed that asks for nothing else."""
    kept: int = 100
    """Articles on the shelf of a chat, above which the oldest that feeds have brought there go for new ones."""
    first: int = 10
    """Articles of a feed that are taken in when it is followed."""
    at_once: int = 20
    """Articles that are taken in at one look; the others wait for the next one."""
    tries: int = 3
    """How often an article is tried that can't be fetched for a reason that may pass."""
    lease: float = 180.0
    """How long one process has a feed for itself, from each article on: longer than one takes."""
    pause: float = 1.0
    """Between two articles of one feed, which are mostly one site's."""
    maps: int = 2
    """Sitemaps that are read of a list of them: the newest."""


@dataclass(frozen=True, slots=True)
class FeedKeeper:
    """Follows feeds for shelves; any number of processes may have one on the same stores."""

    store: FeedStore
    library: Library
    look: Look
    fetch: Fetch
    limits: FeedLimits = field(default_factory=FeedLimits)
    now: Callable[[], float] = time
    chance: Callable[[], float] = random

    async def follow(self, address: str, follower: Follower) -> Feed:
        """Follow the feed at an address, or the one that the page there names as its own.

        What others have had taken in of it already stands on the shelf at once. Raises `ArticleError`, NO_FEED among
        them, and `StoreError`.
        """
        looked, read = await self._found(address)
        feed = await self.store.follow(looked.address, read.title, follower, self.now())
        if feed.checked:
            for article in reversed(await self.store.newest(feed.number, self.limits.first)):
                await self._put(feed, follower, article, "")
        else:
            await self.store.seen(feed.number, read.entries, self.limits.first, self.now())
            await self.store.read(feed.number, looked.etag, looked.modified, self.now(), self.now())
        return feed

    async def _found(self, address: str) -> tuple[Looked, ReadFeed]:
        looked = await self._there(address)
        try:
            return looked, await self._read(looked)
        except NoFeedError:
            named = await asyncio.to_thread(_discovered, looked)
        for other in named[: self.limits.maps]:
            looked = await self._there(other)
            try:
                return looked, await self._read(looked)
            except NoFeedError:
                continue
        raise ArticleError(ArticleProblem.NO_FEED, address)

    async def _there(self, address: str) -> Looked:
        looked = await self.look(address, "", "")
        if looked.content is None:
            raise ArticleError(ArticleProblem.SERVER_ERROR, address)
        return looked

    async def _read(self, looked: Looked) -> ReadFeed:
        """Return what stands in a feed; of a list of sitemaps, what stands in the newest. Raises `NoFeedError`."""
        read = await asyncio.to_thread(_read_feed, looked)
        entries = list(read.entries)
        for address in read.maps[: self.limits.maps]:
            there = await self.look(address, "", "")
            if there.content is not None:
                entries += (await asyncio.to_thread(_read_feed, there)).entries
        if read.maps:
            entries.sort(key=lambda entry: -entry.published)
        return ReadFeed(read.title, read.ttl, tuple(entries), read.maps)

    async def check(self) -> bool:
        """Look at one feed that is due; tell whether there was one. May raise `StoreError`."""
        feed = await self.store.claim(self.now(), self.limits.lease)
        if feed is None:
            return False
        try:
            looked = await self.look(feed.address, feed.etag, feed.modified)
            read = None if looked.content is None else await self._read(looked)
        except (ArticleError, NoFeedError):
            await self._failed(feed, 0.0)
            return True
        if looked.busy:
            await self._failed(feed, looked.wait)
            return True
        wait = looked.wait
        if read is not None:
            await self.store.seen(feed.number, read.entries, self.limits.first, self.now())
            wait = max(wait, read.ttl)
        more = await self._take_in(feed)
        due = self.now() + after_reading(self.limits.interval, wait, self.chance(), more=more)
        etag, modified = looked.etag or feed.etag, looked.modified or feed.modified
        await self.store.read(feed.number, etag, modified, self.now(), due)
        return True

    async def _failed(self, feed: Feed, wait: float) -> None:
        now = self.now()
        pause = feed.failing > 0 and now - feed.failing >= WEEK
        due = now + after_failure(self.limits.interval, feed.failures, wait, self.chance())
        await self.store.failed(feed.number, now, due, pause=pause)

    async def _take_in(self, feed: Feed) -> bool:
        """Take in entries that wait, as many as at once, the newest last; tell whether more of them do."""
        waiting = await self.store.waiting(feed.number, self.limits.at_once + 1)
        for place, entry in enumerate(reversed(waiting[: self.limits.at_once])):
            followers = await self._with_room(feed)
            if not followers:
                return False
            if place:
                await asyncio.sleep(self.limits.pause)
            await self.store.hold(feed.number, self.now() + self.limits.lease)
            await self._take(feed, entry, followers)
        return len(waiting) > self.limits.at_once

    async def _with_room(self, feed: Feed) -> Sequence[Follower]:
        """Return those of a feed's followers on whose shelves there is room."""
        return [one for one in await self.store.followers(feed.number) if await self._has_room(one)]

    async def _has_room(self, follower: Follower) -> bool:
        return follower.shelf == EVERYBODY or await self.library.has_room(follower.shelf, self.limits.kept)

    async def _take(self, feed: Feed, entry: FeedEntry, followers: Sequence[Follower]) -> None:
        try:
            document = await self.fetch(entry.address)
            article = await self.library.ingest(document)
        except ArticleError as error:
            passing = error.problem in PASSING
            if not passing or await self.store.put_off(feed.number, entry.key) >= self.limits.tries:
                await self.store.settle(feed.number, entry.key)
            return
        page = page_of(article.url, document.origin)
        for follower in followers:
            await self._put(feed, follower, article.id, page)
        await self.store.settle(feed.number, entry.key, article.id)

    async def _put(self, feed: Feed, follower: Follower, article: str, page: str) -> None:
        """Put an article on a follower's shelf and count it, unless it stands there already."""
        there = await self.library.store.shelves_of(article)
        if follower.shelf in there or not await self._has_room(follower):
            return
        known = await self.library.store.editions(article)
        page = page or next((one.page for one in known if one.article == article), "")
        if follower.shelf != EVERYBODY:
            await self.library.make_room(article, follower.shelf, self.limits.kept)
        await self.library.store.put(article, follower.shelf, by_feed(follower.person), page, self.now())
        await self.store.took(feed.number, follower.shelf, self.now())


def _read_feed(looked: Looked) -> ReadFeed:
    from bot.feeds.reading import read_feed  # noqa: PLC0415 - who follows no feed loads no parser

    return read_feed(looked.content or b"", looked.address)


def _discovered(looked: Looked) -> tuple[str, ...]:
    from bot.feeds.reading import discovered  # noqa: PLC0415 - as above

    return discovered(looked.content or b"", looked.address)
