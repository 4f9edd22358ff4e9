"""Texts that come in several messages, in the SQLite file for chats, until they are whole.

Rule of this module: a part is kept before its message counts as answered, so none is lost where the bot is killed.
"""

import time
from collections.abc import Callable

from bot.ports.chats import Draft
from bot.retention import PARTS
from bot.storage import codec
from bot.storage.direct import Direct

_OLD = """
DELETE FROM drafts WHERE (chat, user) IN (SELECT chat, user FROM drafts GROUP BY chat, user HAVING max(at) <= ?)
"""


class SqliteDrafts:
    """`Drafts` in one SQLite file; the connection is somebody else's, `clock` gives seconds since 1970."""

    def __init__(self, connection: Direct, clock: Callable[[], float] = time.time) -> None:
        self._connection = connection
        self._clock = clock

    async def add(self, chat: str, user: str, message: str, text: str) -> None:
        """Keep a part; the same message again is the same part."""
        sql = "INSERT INTO drafts (chat, user, message, text, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
        await self._connection.change(sql, (chat, user, message, codec.to_bytes(text), self._clock()))

    async def end(self, chat: str, user: str, message: str) -> None:
        """Note that a message was the last part."""
        await self._connection.change("UPDATE drafts SET ended = ? WHERE chat = ? AND user = ?", (message, chat, user))

    async def draft(self, chat: str, user: str) -> Draft:
        """Return what a person has sent in a chat, in the order of its coming."""
        sql = "SELECT message, text, ended FROM drafts WHERE chat = ? AND user = ? ORDER BY id"
        rows = await self._connection.rows(sql, (chat, user))
        parts = tuple((str(message), codec.from_bytes(text)) for message, text, _ in rows)
        return Draft(parts, next((str(ended) for _, _, ended in rows), ""))

    async def drop(self, chat: str, user: str) -> None:
        """Let go of them."""
        await self._connection.change("DELETE FROM drafts WHERE chat = ? AND user = ?", (chat, user))

    async def forget(self, user: str) -> None:
        """Let go of all that a person has sent anywhere."""
        await self._connection.change("DELETE FROM drafts WHERE user = ?", (user,))

    async def move(self, before: str, now: str) -> None:
        """Go on in another chat with what was begun in one."""
        await self._connection.change("UPDATE OR IGNORE drafts SET chat = ? WHERE chat = ?", (now, before))
        await self._connection.change("DELETE FROM drafts WHERE chat = ? AND chat <> ?", (before, now))

    async def purge(self) -> None:
        """Let go of texts of which the last part came long ago."""
        await self._connection.change(_OLD, (self._clock() - PARTS,))
