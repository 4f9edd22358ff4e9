"""Looks for sentences that were shown and have changed, and has the chats told that want to be.

Rule of this module: a notice names the chat and the version, and is kept before what was shown is let go of.
"""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from itertools import groupby

from cachetools import LRUCache

from bot.app.repeating import repeated
from bot.app.unasked import Chats, put_notice
from bot.chat import Incoming
from bot.conversation.shelves import shelves
from bot.core.versions.comparison import fingerprints
from bot.errors import ArticleError, StoreError, where
from bot.ports.delivery import Inbox
from bot.ports.notices import Shown, ShownSentences
from bot.ports.versions import Edition
from bot.service import Library
from bot.transport import EventLog

LOOK = 15.0
"""Seconds between two looks for versions that have come."""
MOST_KNOWN = 10_000
"""Versions of which it is known that they have every sentence that was shown in a chat."""
MOST_SENTENCES = 50
"""Sentences that a notice names; as many as one hardly asks for."""


class Corrections:
    """What has changed of what was shown in the chats of one platform."""

    def __init__(self, library: Library, shown: ShownSentences, inbox: Inbox, chats: Chats) -> None:
        self._library = library
        self._shown = shown
        self._inbox = inbox
        self._chats = chats
        self._same: LRUCache[tuple[str, str, str, int], None] = LRUCache(MOST_KNOWN)

    async def tell(self) -> int:
        """Keep a notice for each chat in which a sentence was shown that has changed; return how many."""
        prefix = f"{self._chats.name}:"
        count = 0
        for article in await self._shown.articles(prefix):
            newer = _newer(await self._library.store.editions(article), article)
            if newer:
                for _, group in groupby(await self._shown.of(article, prefix), key=lambda one: one.chat):
                    count += await self._told(tuple(group), newer)
        return count

    async def _told(self, shown: Sequence[Shown], newer: Sequence[Edition]) -> bool:
        """Keep a notice for one chat where something has changed; tell whether one was kept."""
        one = shown[-1]
        now = await self._visible(one, newer)
        sentences = frozenset(sentence for each in shown for sentence in each.sentences)
        looked = (one.chat, one.article, now, hash(sentences))
        if not now or looked in self._same:
            return False
        changed = sorted(sentences - fingerprints(await self._library.article(now)))
        if not changed:
            self._same[looked] = None
            return False
        text = " ".join((one.article, now, *changed[:MOST_SENTENCES]))
        incoming = Incoming(one.chat, one.user, text, one.language or None)
        await put_notice(self._inbox, self._chats, f"notice:{one.chat}:{now[:16]}", incoming, one.reach)
        await self._shown.drop(one.article, one.chat)
        return True

    async def _visible(self, one: Shown, newer: Sequence[Edition]) -> str:
        """Return the newest version that is seen where something was shown; empty for none."""
        here = set(shelves(Incoming(one.chat, one.user, "")))
        for edition in reversed(newer):
            if not here.isdisjoint(await self._library.store.shelves_of(edition.article)):
                return edition.article
        return ""


def _newer(editions: Sequence[Edition], article: str) -> Sequence[Edition]:
    """Return the versions that came behind an article's last coming."""
    last = max((n for n, one in enumerate(editions) if one.article == article), default=len(editions))
    return editions[last + 1 :]


def told(tell: Callable[[], Awaitable[int]], log: EventLog) -> AbstractAsyncContextManager[None]:
    """Look now, and again and again while it lasts."""

    async def look() -> None:
        try:
            if count := await tell():
                log("corrections", {"chats": count})
        except (StoreError, ArticleError):
            pass  # put off until the database is there again, or the article is gone from the list
        except Exception as error:  # noqa: BLE001 - a fault of ours: answering goes on without it
            log("unexpected", {"error": type(error).__name__, "place": where(error)})

    return repeated(look, LOOK)
