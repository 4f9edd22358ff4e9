"""Looks at the feeds that are followed, for as long as the bot runs.

Rule of this module: a feed is one process's at a time, whoever else runs on the same database; what goes wrong with one
is noted with it, and what goes wrong here stops no answer.
"""

from contextlib import AbstractAsyncContextManager

from bot.app import Bot
from bot.app.repeating import repeated
from bot.app.unasked import Chats, put_notice
from bot.chat import Incoming
from bot.errors import StoreError, where
from bot.feeds.keeping import FeedKeeper, FeedLimits
from bot.model import Document
from bot.ports.delivery import Inbox
from bot.ports.feeds import FeedStore, Looked
from bot.transport import EventLog

LOOK = 10.0
"""Seconds between two looks for feeds that are due."""
MINUTE = 60.0
"""Seconds."""
GIVEN_UP = "feed"
"""Begins the text of the notice that a feed was given up; its number follows."""


def keeper(bot: Bot, store: FeedStore) -> FeedKeeper:
    """Return what follows feeds as it is set.

    Articles that a feed leads to were named by no person, so robots.txt counts for them, whatever is set.
    """
    from bot.fetch.guard import networks  # noqa: PLC0415 - 0.3 s that no other command needs
    from bot.fetch.web import WebFetcher  # noqa: PLC0415 - as above

    private = networks(bot.settings.fetch_private)
    named = WebFetcher(private, bot.settings.fetch_robots == "respect")
    led_to = WebFetcher(private, respects_robots=True)
    limits = FeedLimits(interval=bot.settings.feed_minutes * MINUTE, kept=bot.settings.bring_kept)

    async def look(address: str, etag: str, modified: str) -> Looked:
        return await named.look(address, etag, modified)

    async def fetch(address: str) -> Document:
        return await led_to.fetch(address)

    return FeedKeeper(store, bot.library, look, fetch, limits)


async def tell_given_up(store: FeedStore, inbox: Inbox, chats: Chats) -> None:
    """Tell the chats whose feeds were given up, once."""
    for one in await store.untold(f"{chats.name}:"):
        there = one.follower
        incoming = Incoming(there.chat, there.person, f"{GIVEN_UP} {one.feed.number}", there.language or None)
        name = f"feed:{there.chat}:{one.feed.number}:{int(one.feed.failing)}"
        await put_notice(inbox, chats, name, incoming, there.reach)
        await store.tell(one.feed.number, there.shelf)


def followed(feeds: FeedKeeper, inbox: Inbox, chats: Chats, log: EventLog) -> AbstractAsyncContextManager[None]:
    """Look at feeds that are due again and again while it lasts."""

    async def look() -> None:
        try:
            while await feeds.check():
                pass
            await tell_given_up(feeds.store, inbox, chats)
        except StoreError as error:
            log("feeds_put_off", {"problem": error.problem})
        except Exception as error:  # noqa: BLE001 - a fault of ours: answering goes on without it
            log("unexpected", {"error": type(error).__name__, "place": where(error)})

    return repeated(look, LOOK)
