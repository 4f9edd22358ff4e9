"""Texts that come in several messages, in PostgreSQL, until they are whole.

Rule of this module: a part is kept before its message counts as answered, so none is lost where a process is killed.
"""

from bot.ports.chats import Draft
from bot.storage import codec
from bot.storage.postgres.connections import Connections


class PostgresDrafts:
    """`Drafts` in PostgreSQL; the connections are somebody else's."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    async def add(self, chat: str, user: str, message: str, text: str) -> None:
        """Keep a part; the same message again is the same part."""
        sql = "INSERT INTO drafts (chat, person, message, text) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"
        await self._connections.change(sql, chat, user, message, codec.to_bytes(text))

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
