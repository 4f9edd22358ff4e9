"""Feeds in a chat: who may have one followed, what is said of it, and when it ends."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.app.feeding import tell_given_up
from bot.chat import Incoming
from bot.conversation.context import Bringers, BringingRules
from bot.errors import ArticleError, ArticleProblem
from bot.feeds.keeping import FeedKeeper, FeedLimits
from bot.model import Article, Document
from bot.ports.feeds import Looked
from bot.render import plain
from bot.service import Library
from bot.storage.chats import CHATS
from bot.storage.direct import Direct
from bot.storage.feeds import SqliteFeeds
from bot.transport import noticed
from tests.conversation.test_bringing import HARBOUR, MILL
from tests.core.test_text_versions import MONDAY
from tests.fakes import MemoryInbox
from tests.talking import PLENTY, Talk

ANNA, BEN, GROUP = "telegram:1", "telegram:2", "telegram:-100"
URL = "https://news.example/feed.xml"
FEED = "<rss><channel><title>Harbour News</title><item><link>https://news.example/harbour</link></item></channel></rss>"


@pytest.fixture
def talk(library: Library, article: Article, tmp_path: Path) -> Iterator[Talk]:
    with closing(Direct(str(tmp_path / "chats.db"), CHATS)) as connection:
        feeds = {URL: FEED.encode()}

        async def look(address: str, _etag: str, _modified: str) -> Looked:
            if address not in feeds:
                raise ArticleError(ArticleProblem.GONE, address)
            return Looked(feeds[address], address)

        async def fetch(address: str) -> Document:
            return Document(MONDAY.encode(), "text/plain", address)

        talk = Talk(library, article.id)
        library.now = lambda: talk.now
        keeper = FeedKeeper(SqliteFeeds(connection), library, look, fetch, FeedLimits(pause=0), lambda: talk.now)
        made = replace(talk, feeds=keeper)
        talk.preferences = made.preferences
        yield made


def keeper_of(talk: Talk) -> FeedKeeper:
    assert isinstance(talk.feeds, FeedKeeper)
    return talk.feeds


async def said(talk: Talk, text: str, user: str = ANNA, chat: str = "", language: str = "en") -> str:
    return plain.render(await talk.handle(Incoming(chat or user, user, text, language)))


async def test_a_feed_is_followed_and_its_articles_stand_in_the_chat_without_a_word(talk: Talk) -> None:
    shown = await said(talk, f"/follow {URL}")
    assert "I follow “Harbour News” from now on." in shown
    assert "/unfollow 1 ends it" in shown
    assert "Ferry hits" not in await said(talk, "/articles")
    await keeper_of(talk).check()
    assert "Ferry hits pillar of harbour bridge" in await said(talk, "/articles")
    assert "Ferry hits" not in await said(talk, "/articles", BEN)
    shown = await said(talk, "/feeds")
    assert "Harbour News" in shown
    assert "read on 15 Jan 2027, 08:00 UTC" in shown
    assert "1 article" in shown
    assert "gelesen am 15.01.2027, 08:00 UTC" in await said(talk, "feeds", language="de")


async def test_a_feed_is_followed_no_more_and_its_articles_stay(talk: Talk) -> None:
    await said(talk, f"folge {URL}")
    await keeper_of(talk).check()
    assert "no feed 2" in await said(talk, "/unfollow 2")
    assert "“Harbour News” is followed here no more" in await said(talk, "unfollow 1")
    assert "No feed is followed here" in await said(talk, "/feeds")
    assert "Ferry hits" in await said(talk, "/articles")


async def test_what_is_no_feed_is_said_to_be_none(talk: Talk) -> None:
    assert "There is no page at https://none.example" in await said(talk, "/follow none.example")
    assert "Put the address of a feed" in await said(talk, "/follow")
    assert "Put the address of a feed" in await said(talk, "/follow the news please")


async def test_a_chat_may_follow_so_many_and_only_who_may_bring(talk: Talk) -> None:
    one = replace(talk, bringing=BringingRules(feeds=0))
    assert "0 feeds are followed here, and that is the limit" in await said(one, f"/follow {URL}")
    nobody = replace(talk, bringing=BringingRules(Bringers.OWNERS))
    assert "Only an owner" in await said(nobody, f"/follow {URL}")
    closed = replace(PLENTY, open=False, allowed=frozenset({GROUP, ANNA}), owners=frozenset({BEN}))
    listed = replace(talk, rules=closed)
    assert "Only an owner" in await said(listed, f"/follow {URL}", chat=GROUP)
    assert "I follow" in await said(listed, f"/follow {URL}", BEN, chat=GROUP)
    assert "Only an owner" in await said(listed, "/unfollow 1", chat=GROUP)


def holding_one(talk: Talk) -> Talk:
    """Return the same with shelves that hold one article each."""
    return replace(talk, bringing=BringingRules(kept=1), feeds=replace(keeper_of(talk), limits=FeedLimits(kept=1)))


async def test_a_shelf_that_people_have_filled_is_told_of(talk: Talk) -> None:
    full = holding_one(talk)
    await said(full, f"/follow {URL}")
    assert "9 sentences" in await said(full, HARBOUR)
    await keeper_of(full).check()
    assert "nothing more is taken in: 1 articles are kept here" in await said(full, "/feeds")


async def test_what_somebody_brings_has_room_where_a_feed_has_filled_the_shelf(talk: Talk) -> None:
    full = holding_one(talk)
    await said(full, f"/follow {URL}")
    await keeper_of(full).check()
    fed = [line.id for line in await talk.library.store.on((ANNA,))]
    assert len(fed) == 1
    assert "nothing more" not in await said(full, "/feeds")
    assert "9 sentences" in await said(full, HARBOUR)
    left = [line.id for line in await talk.library.store.on((ANNA,))]
    assert len(left) == 1
    assert left != fed
    assert "articles are kept for this chat" in await said(full, MILL)


async def test_whoever_is_forgotten_follows_nothing_and_leaves_no_article(talk: Talk) -> None:
    await said(talk, f"/follow {URL}")
    await keeper_of(talk).check()
    await said(talk, "/forget")
    assert await keeper_of(talk).store.followed(ANNA) == ()
    assert "Ferry hits" not in await said(talk, "/articles")
    assert len(await talk.library.articles()) == 1


@dataclass
class Chats:
    """A platform with one lane a chat."""

    name: str = "telegram"
    prefix: str = "telegram:9:"

    def lane(self, chat: str) -> str:
        return self.prefix + chat.partition(":")[2]

    def unasked(self, chat: str, reach: str) -> Mapping[str, str]:
        return {"chat": chat, "reach": reach}


async def test_a_chat_is_told_once_that_its_feed_was_given_up(talk: Talk) -> None:
    await said(talk, f"/follow {URL}", language="de")
    store, inbox = keeper_of(talk).store, MemoryInbox()
    [one] = await store.followed(ANNA)
    await store.failed(one.feed.number, talk.now, talk.now, pause=True)
    for _ in range(2):
        await tell_given_up(store, inbox, Chats())
    [waiting] = await inbox.claim("telegram:", 9, 30)
    envelope = noticed(waiting.body)
    assert envelope is not None
    shown = plain.render(await talk.conversation.answer(envelope.incoming))
    assert shown == (
        "Der Feed „Harbour News“ ist seit einer Woche nicht lesbar, ich habe ihn aufgegeben. "
        f"/follow {URL} versucht es wieder."
    )
    assert "given up; /follow" in await said(talk, "/feeds")
    await said(talk, f"/follow {URL}")
    assert (await talk.conversation.answer(envelope.incoming)).parts == ()


async def test_in_the_console_the_program_follows(talk: Talk) -> None:
    console = replace(talk, feeds=None)
    for text in (f"/follow {URL}", "/feeds", "/unfollow 1"):
        assert "article-bot follow ADDRESS" in await said(console, text)
