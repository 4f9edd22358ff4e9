"""What every `FeedStore` keeps to."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.ports.feeds import FeedEntry, FeedStore, Follower
from bot.storage.chats import CHATS
from bot.storage.direct import Direct
from bot.storage.feeds import SqliteFeeds
from bot.storage.postgres.chats import open_chats

URL, OTHER = "https://news.example/feed.xml", "https://paper.example/atom"
ANNA = Follower("telegram:1", "telegram:1", "telegram:1", "", "de")
GROUP = Follower("telegram:-100", "telegram:1", "telegram:-100/7", "T1 -", "en")
ENTRIES = tuple(FeedEntry(f"k{n}", f"https://news.example/{n}", "s1", 100.5 - n) for n in range(5))


@pytest.fixture(params=("sqlite", "postgres"))
async def feeds(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[FeedStore]:
    if request.param == "postgres":
        async with open_chats(request.getfixturevalue("postgres_address")) as kept:
            yield kept.feeds
        return
    with closing(Direct(str(tmp_path / "chats.db"), CHATS)) as connection:
        yield SqliteFeeds(connection)


async def keys(feeds: FeedStore, number: int, most: int = 99) -> list[str]:
    return [entry.key for entry in await feeds.waiting(number, most)]


async def test_a_feed_is_there_as_long_as_somebody_follows_it(feeds: FeedStore) -> None:
    feed = await feeds.follow(URL, "News", ANNA, 10.0)
    assert (feed.address, feed.title, feed.checked, feed.paused) == (URL, "News", 0.0, False)
    assert (await feeds.follow(URL, "News", GROUP, 11.0)).number == feed.number
    other = await feeds.follow(OTHER, "Paper", ANNA, 12.0)
    assert [(one.feed, one.follower) for one in await feeds.followed(ANNA.shelf)] == [(feed, ANNA), (other, ANNA)]
    assert await feeds.followers(feed.number) == (ANNA, GROUP)
    await feeds.seen(feed.number, ENTRIES, 9, 10.0)
    assert not await feeds.unfollow(other.number, GROUP.shelf)
    assert await feeds.unfollow(feed.number, ANNA.shelf)
    assert len(await keys(feeds, feed.number)) == 5
    assert await feeds.unfollow(feed.number, GROUP.shelf)
    assert await keys(feeds, feed.number) == []
    assert await feeds.followers(feed.number) == ()
    assert (await feeds.follow(URL, "News", ANNA, 20.0)).checked == 0.0


async def test_a_feed_that_is_due_is_given_to_one_at_a_time_the_longest_waiting_first(feeds: FeedStore) -> None:
    late, early = await feeds.follow(URL, "", ANNA, 20.0), await feeds.follow(OTHER, "", ANNA, 10.0)
    assert await feeds.claim(5.0, 100.0) is None
    found = [await feeds.claim(30.0, 100.0) for _ in range(3)]
    assert [one and one.number for one in found] == [early.number, late.number, None]
    again = await asyncio.gather(*(feeds.claim(200.0, 100.0) for _ in range(6)))
    assert sorted(one.number for one in again if one) == sorted((early.number, late.number))


async def test_what_is_held_is_given_to_nobody_else(feeds: FeedStore) -> None:
    feed = await feeds.follow(URL, "", ANNA, 10.0)
    assert await feeds.claim(20.0, 10.0) is not None
    await feeds.hold(feed.number, 50.0)
    assert await feeds.claim(40.0, 10.0) is None
    assert await feeds.claim(51.0, 10.0) is not None


async def test_what_was_read_is_due_when_it_is_said(feeds: FeedStore) -> None:
    feed = await feeds.follow(URL, "News", ANNA, 10.0)
    await feeds.read(feed.number, "e1", "Mon", 11.0, 500.0)
    assert await feeds.claim(499.0, 1.0) is None
    found = await feeds.claim(501.0, 1.0)
    assert found is not None
    assert (found.etag, found.modified, found.checked) == ("e1", "Mon", 11.0)


async def test_at_first_the_newest_alone_wait_and_later_all_that_are_new(feeds: FeedStore) -> None:
    feed = await feeds.follow(URL, "News", ANNA, 10.0)
    for _ in range(2):
        await feeds.seen(feed.number, ENTRIES[:4], 2, 10.0)
    assert await feeds.waiting(feed.number, 9) == ENTRIES[:2]
    await feeds.read(feed.number, "", "", 10.0, 20.0)
    await feeds.seen(feed.number, (ENTRIES[4], *ENTRIES[:4]), 0, 20.0)
    assert await keys(feeds, feed.number) == ["k4", "k0", "k1"]
    assert await keys(feeds, feed.number, 1) == ["k4"]


async def test_what_was_taken_in_waits_no_more_until_it_is_updated(feeds: FeedStore) -> None:
    feed = await feeds.follow(URL, "News", ANNA, 10.0)
    await feeds.seen(feed.number, ENTRIES[:2], 9, 10.0)
    await feeds.settle(feed.number, "k0", "a0")
    await feeds.settle(feed.number, "k1")
    await feeds.seen(feed.number, (ENTRIES[0], replace(ENTRIES[1], stamp="")), 9, 20.0)
    assert await keys(feeds, feed.number) == []
    assert await feeds.newest(feed.number, 9) == ("a0",)
    await feeds.seen(feed.number, (replace(ENTRIES[0], stamp="s2"), ENTRIES[1]), 9, 30.0)
    assert await keys(feeds, feed.number) == ["k0"]


async def test_tries_are_counted_until_an_entry_is_updated(feeds: FeedStore) -> None:
    feed = await feeds.follow(URL, "News", ANNA, 10.0)
    await feeds.seen(feed.number, ENTRIES[:1], 9, 10.0)
    assert [await feeds.put_off(feed.number, "k0") for _ in range(2)] == [1, 2]
    await feeds.seen(feed.number, (replace(ENTRIES[0], stamp="s2"),), 9, 20.0)
    assert await feeds.put_off(feed.number, "k0") == 1
    assert await feeds.put_off(feed.number, "none") == 0


async def test_articles_are_counted_for_each_follower(feeds: FeedStore) -> None:
    feed = await feeds.follow(URL, "News", ANNA, 10.0)
    await feeds.follow(URL, "News", GROUP, 10.0)
    for now in (20.0, 30.0):
        await feeds.took(feed.number, ANNA.shelf, now)
    assert await feeds.followers(feed.number) == (GROUP, replace(ANNA, taken=2, last=30.0)) or (
        await feeds.followers(feed.number) == (replace(ANNA, taken=2, last=30.0), GROUP)
    )


async def test_a_feed_that_fails_is_known_since_when_and_may_be_paused_and_go_on(feeds: FeedStore) -> None:
    feed = await feeds.follow(URL, "News", ANNA, 10.0)
    await feeds.failed(feed.number, 20.0, 30.0)
    await feeds.failed(feed.number, 30.0, 40.0)
    found = await feeds.claim(50.0, 1.0)
    assert found is not None
    assert (found.failing, found.failures, found.paused) == (20.0, 2, False)
    await feeds.failed(feed.number, 60.0, 70.0, pause=True)
    assert await feeds.claim(1e9, 1.0) is None
    [told] = await feeds.untold("telegram:")
    assert (told.feed.number, told.follower.chat) == (feed.number, ANNA.chat)
    assert await feeds.untold("slack:") == ()
    await feeds.tell(feed.number, ANNA.shelf)
    assert await feeds.untold("telegram:") == ()
    again = await feeds.follow(URL, "News", ANNA, 100.0)
    assert (again.paused, again.failures, again.failing) == (False, 0, 0.0)
    assert (await feeds.claim(101.0, 1.0)) is not None
    await feeds.read(feed.number, "", "", 110.0, 120.0)
    assert (await feeds.followed(ANNA.shelf))[0].feed.failures == 0


async def test_what_nobody_wants_any_more_is_gone(feeds: FeedStore) -> None:
    feed = await feeds.follow(URL, "News", ANNA, 10.0)
    await feeds.follow(URL, "News", replace(GROUP, person="telegram:2"), 10.0)
    await feeds.follow(OTHER, "", Follower(""), 10.0)
    await feeds.forget("telegram:1")
    await feeds.forget("")
    assert [one.shelf for one in await feeds.followers(feed.number)] == [GROUP.shelf]
    assert len(await feeds.followed("")) == 1


async def test_a_chat_that_moves_takes_its_feeds_along(feeds: FeedStore) -> None:
    feed = await feeds.follow(URL, "News", GROUP, 10.0)
    await feeds.follow(OTHER, "", GROUP, 11.0)
    await feeds.follow(OTHER, "", replace(GROUP, shelf="telegram:-200", chat="telegram:-200"), 12.0)
    for _ in range(2):
        await feeds.move(GROUP.shelf, "telegram:-200")
    await feeds.move("telegram:-200", "telegram:-200")
    assert [one.feed.address for one in await feeds.followed("telegram:-200")] == [URL, OTHER]
    assert [one.chat for one in await feeds.followers(feed.number)] == ["telegram:-200"]


async def test_entries_that_left_their_feed_are_dropped_after_a_time(feeds: FeedStore) -> None:
    feed = await feeds.follow(URL, "News", ANNA, 10.0)
    await feeds.seen(feed.number, ENTRIES, 9, 10.0)
    await feeds.seen(feed.number, ENTRIES[:2], 9, 20.0)
    await feeds.purge(15.0)
    assert await keys(feeds, feed.number) == ["k0", "k1"]


async def test_a_thousand_entries_are_noted_at_once(feeds: FeedStore) -> None:
    feed = await feeds.follow(URL, "News", ANNA, 10.0)
    many = tuple(FeedEntry(f"k{n}", f"https://news.example/ü{n}", "", 0.0) for n in range(1_000))
    await feeds.seen(feed.number, many, 1_000, 10.0)
    assert await feeds.waiting(feed.number, 2_000) == many
