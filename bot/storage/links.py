"""Links to pages that chats were given, in the SQLite file for chats.

Rule of this module: what opens a page is nowhere; of each link there is a hash, which nobody can go back from.
"""

import time
from collections.abc import Callable, Iterable

from bot.ports.chats import Link
from bot.storage.direct import Direct

MOST = 1_000
"""Links of one person that hold; of more the oldest are dropped."""

_GIVE = """
INSERT INTO links (digest, chat, user, article, language, until) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (digest) DO NOTHING
"""

_SURPLUS = """
DELETE FROM links WHERE user = ? AND digest NOT IN
(SELECT digest FROM links WHERE user = ? ORDER BY until DESC LIMIT ?)
"""

_REVOKE = """
DELETE FROM links WHERE article = ? AND (user = ? OR chat = ? OR substr(chat, 1, length(?)) = ?)
"""


class SqliteLinks:
    """`Links` in one SQLite file; the connection is somebody else's, `clock` gives seconds since 1970."""

    def __init__(self, connection: Direct, clock: Callable[[], float] = time.time, most: int = MOST) -> None:
        self._connection = connection
        self._clock = clock
        self._most = most

    async def give(self, link: Link) -> None:
        """Keep a link."""
        values = (link.digest, link.chat, link.user, link.article, link.language, link.until)
        await self._connection.change(_GIVE, values)
        await self._connection.change(_SURPLUS, (link.user, link.user, self._most))

    async def find(self, digest: str) -> Link | None:
        """Return the link with a hash, where it still holds."""
        sql = "SELECT digest, chat, user, article, language, until FROM links WHERE digest = ? AND until > ?"
        rows = await self._connection.rows(sql, (digest, self._clock()))
        return next((link_of(row) for row in rows), None)

    async def revoke(self, article: str, chat: str, user: str) -> None:
        """Let go of the links to an article in a chat with its threads, and of a person's."""
        below = f"{chat}/"
        await self._connection.change(_REVOKE, (article, user, chat, below, below))

    async def forget(self, user: str) -> None:
        """Let go of all links of a person."""
        await self._connection.change("DELETE FROM links WHERE user = ?", (user,))

    async def move(self, before: str, now: str) -> None:
        """Make the links of one chat those of another one."""
        await self._connection.change("UPDATE links SET chat = ? WHERE chat = ?", (now, before))

    async def purge(self) -> None:
        """Let go of links that no longer hold."""
        await self._connection.change("DELETE FROM links WHERE until <= ?", (self._clock(),))


def link_of(row: Iterable[object]) -> Link:
    """Return the link in a row."""
    found, chat, user, article, language, until = map(str, row)
    return Link(found, chat, user, article, language, float(until))
