"""All that is kept for chats, opened in a file of its own or at the address of a PostgreSQL server.

Rule of this module: as in `opening`; it stands apart because who asks one question needs nothing of chats.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.ports.chats import ChatMemory, Drafts, Links, People
from bot.ports.delivery import Inbox, Leadership
from bot.ports.feeds import FeedStore
from bot.ports.notices import ShownSentences
from bot.storage.drafts import SqliteDrafts
from bot.storage.feeds import SqliteFeeds
from bot.storage.inbox import open_inbox
from bot.storage.keyvalue import open_key_values
from bot.storage.links import SqliteLinks
from bot.storage.opening import check_driver
from bot.storage.people import SqlitePeople
from bot.storage.shown import SqliteShown
from bot.storage.turns import SqliteMemory
from bot.transport import KeyValueStore


@dataclass(frozen=True, slots=True)
class ChatStores:
    """All that is kept for chats; `texts` is what platforms keep for themselves."""

    inbox: Inbox
    people: People
    drafts: Drafts
    memory: ChatMemory
    texts: KeyValueStore
    leadership: Leadership
    links: Links
    shown: ShownSentences
    feeds: FeedStore


class Unrivalled:
    """A `Leadership` where there is one process: whoever has a file to themselves."""

    async def lead(self, _name: str, work: Callable[[], Awaitable[None]], _waiting: Callable[[], None]) -> None:
        """Run `work`."""
        await work()


@asynccontextmanager
async def open_chats(place: Path | str) -> AsyncIterator[ChatStores]:
    """Open what is kept for chats, in a file of its own or at an address. Raises `StoreError`."""
    if isinstance(place, Path):
        async with open_inbox(place) as inbox, open_key_values(place) as texts:
            near = inbox.direct
            people, drafts, memory = SqlitePeople(near), SqliteDrafts(near), SqliteMemory(near)
            others = SqliteShown(near), SqliteFeeds(near)
            yield ChatStores(inbox, people, drafts, memory, texts, Unrivalled(), SqliteLinks(near), *others)
        return
    check_driver(place)
    from bot.storage.postgres.chats import open_chats as open_postgres  # noqa: PLC0415 - see the rule

    async with open_postgres(place) as kept:
        near_people = (kept.people, kept.drafts, kept.memory, kept.texts)
        yield ChatStores(kept.inbox, *near_people, kept.leadership, kept.links, kept.shown, kept.feeds)
