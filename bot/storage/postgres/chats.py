"""All that chats need to be kept, in one PostgreSQL database.

Rule of this module: putting together only.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.storage.postgres.connections import connected
from bot.storage.postgres.drafts import PostgresDrafts
from bot.storage.postgres.feeds import PostgresFeeds
from bot.storage.postgres.inbox import PostgresInbox, open_inbox
from bot.storage.postgres.keyvalue import PostgresKeyValues
from bot.storage.postgres.leadership import PostgresLeadership
from bot.storage.postgres.links import PostgresLinks
from bot.storage.postgres.people import PostgresPeople
from bot.storage.postgres.schema import provide
from bot.storage.postgres.shown import PostgresShown
from bot.storage.postgres.turns import PostgresMemory


@dataclass(frozen=True, slots=True)
class PostgresChats:
    """What was opened."""

    inbox: PostgresInbox
    people: PostgresPeople
    drafts: PostgresDrafts
    memory: PostgresMemory
    texts: PostgresKeyValues
    shown: PostgresShown
    feeds: PostgresFeeds
    leadership: PostgresLeadership
    links: PostgresLinks


@asynccontextmanager
async def open_chats(address: str) -> AsyncIterator[PostgresChats]:
    """Open what is kept for chats in the database at an address, and let go of it in the end. Raises `StoreError`."""
    async with connected(address) as connections:
        await provide(address)
        async with open_inbox(connections) as inbox:
            yield PostgresChats(
                inbox,
                PostgresPeople(connections),
                PostgresDrafts(connections),
                PostgresMemory(connections),
                PostgresKeyValues(connections),
                PostgresShown(connections),
                PostgresFeeds(connections),
                PostgresLeadership(address),
                PostgresLinks(connections),
            )
