"""Texts that come in several messages, in the SQLite file for chats, until they are whole.

Rule of this module: a part is kept before its message counts as answered, so none is lost where the bot is killed.
"""

from bot.storage import codec
from bot.storage.direct import Direct


class SqliteDrafts:
    """`Drafts` in one SQLite file; the connection is somebody else's."""

    def __init__(self, connection: Direct) -> None:
        self._connection = connection

    async def add(self, chat: str, user: str, message: str, text: str) -> None:
        """Keep a part; the same message again is the same part."""
        sql = "INSERT INTO drafts (chat, user, message, text) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
        await self._connection.change(sql, (chat, user, message, codec.to_bytes(text)))

    async def parts(self, chat: str, user: str) -> tuple[str, ...]:
        """Return the parts that a person has sent in a chat, in the order of their coming."""
        sql = "SELECT text FROM drafts WHERE chat = ? AND user = ? ORDER BY id"
        return tuple(codec.from_bytes(text) for (text,) in await self._connection.rows(sql, (chat, user)))

    async def drop(self, chat: str, user: str) -> None:
        """Let go of them."""
        await self._connection.change("DELETE FROM drafts WHERE chat = ? AND user = ?", (chat, user))

    async def forget(self, user: str) -> None:
        """Let go of all that a person has sent anywhere."""
        await self._connection.change("DELETE FROM drafts WHERE user = ?", (user,))
