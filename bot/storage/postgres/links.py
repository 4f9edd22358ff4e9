"""Links to pages that chats were given, in PostgreSQL, where every process that serves pages finds them.

Rule of this module: what opens a page is nowhere; of each link there is a hash, which nobody can go back from.
"""

import time
from collections.abc import Callable

from bot.ports.chats import Link
from bot.storage.links import MOST, link_of
from bot.storage.postgres.connections import Connections, Steps

_GIVE = """
INSERT INTO links (digest, chat, person, article, language, until) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (digest) DO NOTHING
"""

_SURPLUS = """
DELETE FROM links WHERE person = $1 AND digest NOT IN
(SELECT digest FROM links WHERE person = $1 ORDER BY until DESC LIMIT $2)
"""

_REVOKE = "DELETE FROM links WHERE article = $1 AND (person = $2 OR chat = $3 OR starts_with(chat, $4))"


class PostgresLinks:
    """`Links` in PostgreSQL; the connections are somebody else's, `clock` gives seconds since 1970."""

    def __init__(self, connections: Connections, clock: Callable[[], float] = time.time, most: int = MOST) -> None:
        self._connections = connections
        self._clock = clock
        self._most = most

    async def give(self, link: Link) -> None:
        """Keep a link."""

        async def given(steps: Steps) -> None:
            await steps.change(_GIVE, link.digest, link.chat, link.user, link.article, link.language, link.until)
            await steps.change(_SURPLUS, link.user, self._most)

        await self._connections.whole(given)

    async def find(self, digest: str) -> Link | None:
        """Return the link with a hash, where it still holds."""
        sql = "SELECT digest, chat, person, article, language, until FROM links WHERE digest = $1 AND until > $2"
        rows = await self._connections.rows(sql, digest, self._clock())
        return next((link_of(row) for row in rows), None)

    async def revoke(self, article: str, chat: str, user: str) -> None:
        """Let go of the links to an article in a chat with its threads, and of a person's."""
        await self._connections.change(_REVOKE, article, user, chat, f"{chat}/")

    async def forget(self, user: str) -> None:
        """Let go of all links of a person."""
        await self._connections.change("DELETE FROM links WHERE person = $1", user)

    async def move(self, before: str, now: str) -> None:
        """Make the links of one chat those of another one."""
        await self._connections.change("UPDATE links SET chat = $2 WHERE chat = $1", before, now)

    async def purge(self) -> None:
        """Let go of links that no longer hold."""
        await self._connections.change("DELETE FROM links WHERE until <= $1", self._clock())
