"""Texts that come in several messages, in PostgreSQL, until they are whole.

Rule of this module: a part is kept before its message counts as answered, so none is lost where a process is killed.
"""

import time
from collections.abc import Callable

from bot.ports.chats import Draft
from bot.retention import PARTS
from bot.storage import codec
from bot.storage.postgres.connections import Connections, Steps

_MOVE = """
UPDATE drafts AS old SET chat = $2 WHERE chat = $1 AND NOT EXISTS (
    SELECT 1 FROM drafts AS new WHERE new.chat = $2 AND new.person = old.person AND new.message = old.message
)
"""

_ADD = "INSERT INTO drafts (chat, person, message, text, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING"

_OLD = """
DELETE FROM drafts WHERE (chat, person) IN (SELECT chat, person FROM drafts GROUP BY chat, person HAVING max(at) <= $1)
"""


class PostgresDrafts:
    """`Drafts` in PostgreSQL; the connections are somebody else's, `clock` gives seconds since 1970."""

    def __init__(self, connections: Connections, clock: Callable[[], float] = time.time) -> None:
        self._connections = connections
        self._clock = clock

    async def add(self, chat: str, user: str, message: str, text: str) -> None:
        """Keep a part; the same message again is the same part."""
        await self._connections.change(_ADD, chat, user, message, codec.to_bytes(text), self._clock())

    async def end(self, chat: str, user: str, message: str) -> None:
        """Note that a message was the last part."""
        sql = "UPDATE drafts SET ended = $3 WHERE chat = $1 AND person = $2"
        await self._connections.change(sql, chat, user, message)

    async def draft(self, chat: str, user: str) -> Draft:
        """Return what a person has sent in a chat, in the order of its coming."""
        sql = "SELECT message, text, ended FROM drafts WHERE chat = $1 AND person = $2 ORDER BY id"
        rows = await self._connections.rows(sql, chat, user)
        parts = tuple((str(message), codec.from_bytes(text)) for message, text, _ in rows)
        return Draft(parts, next((str(ended) for _, _, ended in rows), ""))

    async def drop(self, chat: str, user: str) -> None:
        """Let go of them."""
        await self._connections.change("DELETE FROM drafts WHERE chat = $1 AND person = $2", chat, user)

    async def forget(self, user: str) -> None:
        """Let go of all that a person has sent anywhere."""
        await self._connections.change("DELETE FROM drafts WHERE person = $1", user)

    async def move(self, before: str, now: str) -> None:
        """Go on in another chat with what was begun in one."""

        async def moved(steps: Steps) -> None:
            await steps.change(_MOVE, before, now)
            await steps.change("DELETE FROM drafts WHERE chat = $1 AND $1 <> $2", before, now)

        await self._connections.whole(moved)

    async def purge(self) -> None:
        """Let go of texts of which the last part came long ago."""
        await self._connections.change(_OLD, self._clock() - PARTS)
