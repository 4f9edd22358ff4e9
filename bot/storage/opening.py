"""Which database: opens what is kept, in a file or at the address of a PostgreSQL server.

Rule of this module: a text is an address, a path is a file; who names a file loads nothing of PostgreSQL.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from bot.errors import StoreError, StoreProblem
from bot.ports.archive import ChangeLog
from bot.ports.articles import ArticleStore
from bot.ports.chats import ChatMemory, Drafts, People
from bot.ports.delivery import Inbox, Leadership
from bot.ports.encoders import VectorStore
from bot.ports.feeds import FeedStore
from bot.ports.notices import ShownSentences
from bot.storage.drafts import SqliteDrafts
from bot.storage.feeds import SqliteFeeds
from bot.storage.inbox import open_inbox
from bot.storage.keyvalue import open_key_values
from bot.storage.people import SqlitePeople
from bot.storage.server_address import shown
from bot.storage.shown import SqliteShown
from bot.storage.sqlite import open_store
from bot.storage.turns import SqliteMemory
from bot.transport import KeyValueStore

DRIVER = "asyncpg"
"""The package that speaks with PostgreSQL."""


class Articles(ArticleStore, VectorStore, ChangeLog, Protocol):
    """Articles, the vectors of their sentences, and what has changed."""


@dataclass(frozen=True, slots=True)
class ChatStores:
    """All that is kept for chats; `texts` is what platforms keep for themselves."""

    inbox: Inbox
    people: People
    drafts: Drafts
    memory: ChatMemory
    texts: KeyValueStore
    shown: ShownSentences
    feeds: FeedStore
    leadership: Leadership


class Unrivalled:
    """A `Leadership` where there is one process: whoever has a file to themselves."""

    async def lead(self, _name: str, work: Callable[[], Awaitable[None]], _waiting: Callable[[], None]) -> None:
        """Run `work`."""
        await work()


@asynccontextmanager
async def open_articles(place: Path | str, analysis: str) -> AsyncIterator[Articles]:
    """Open the articles in a file or at an address; `analysis` is the version of the analysis. Raises `StoreError`."""
    if isinstance(place, Path):
        async with open_store(place, analysis) as store:
            yield store
        return
    check_driver(place)
    from bot.storage.postgres.articles import open_store as open_postgres  # noqa: PLC0415 - see the rule

    async with open_postgres(place, analysis) as articles:
        yield articles


@asynccontextmanager
async def open_chats(place: Path | str) -> AsyncIterator[ChatStores]:
    """Open what is kept for chats, in a file of its own or at an address. Raises `StoreError`."""
    if isinstance(place, Path):
        async with open_inbox(place) as inbox, open_key_values(place) as texts:
            near = inbox.direct
            people, drafts, memory = SqlitePeople(near), SqliteDrafts(near), SqliteMemory(near)
            yield ChatStores(inbox, people, drafts, memory, texts, SqliteShown(near), SqliteFeeds(near), Unrivalled())
        return
    check_driver(place)
    from bot.storage.postgres.chats import open_chats as open_postgres  # noqa: PLC0415 - see the rule

    async with open_postgres(place) as kept:
        yield ChatStores(
            kept.inbox, kept.people, kept.drafts, kept.memory, kept.texts, kept.shown, kept.feeds, kept.leadership
        )


def check_driver(address: str) -> None:
    """Raise `StoreError` where what speaks with PostgreSQL is not installed."""
    if find_spec(DRIVER) is None:
        raise StoreError(StoreProblem.NO_DRIVER, shown(address))
