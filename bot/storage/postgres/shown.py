"""Which sentences were shown where, in PostgreSQL.

Rule of this module: a sentence stands here as a fingerprint, never as a text.
"""

import time
from collections.abc import Callable

from bot.ports.notices import Shown
from bot.retention import SHOWN
from bot.storage.postgres.connections import Connections, Steps
from bot.storage.shown import grouped

_KEEP = """
INSERT INTO shown (chat, person, article, sentence, language, reach, at)
SELECT $1, $2, $3, sentence, $5, $6, $7 FROM unnest($4::text[]) AS sentence
ON CONFLICT (chat, person, article, sentence)
DO UPDATE SET language = excluded.language, reach = excluded.reach, at = excluded.at
"""

_OF = """
SELECT chat, person, sentence, language, reach FROM shown
WHERE article = $1 AND starts_with(chat, $2) ORDER BY chat, person, at
"""

_MOVE = """
UPDATE shown AS old SET chat = $2 WHERE chat = $1 AND NOT EXISTS (
    SELECT 1 FROM shown AS new
    WHERE new.chat = $2 AND new.person = old.person AND new.article = old.article AND new.sentence = old.sentence
)
"""


class PostgresShown:
    """`ShownSentences` in PostgreSQL; the connections are somebody else's, `clock` gives seconds since 1970."""

    def __init__(self, connections: Connections, clock: Callable[[], float] = time.time) -> None:
        self._connections = connections
        self._clock = clock

    async def keep(self, shown: Shown) -> None:
        """Keep what was shown, along with what was before."""
        sentences = sorted(shown.sentences)
        values = (shown.chat, shown.user, shown.article, sentences, shown.language, shown.reach, self._clock())
        await self._connections.change(_KEEP, *values)

    async def articles(self, prefix: str) -> tuple[str, ...]:
        """Return the articles of which something was shown in chats whose names begin with a text."""
        sql = "SELECT DISTINCT article FROM shown WHERE starts_with(chat, $1) ORDER BY article"
        return tuple(str(key) for (key,) in await self._connections.rows(sql, prefix))

    async def of(self, article_id: str, prefix: str) -> tuple[Shown, ...]:
        """Return what was shown of an article in such chats, once a chat and person."""
        return grouped(article_id, await self._connections.rows(_OF, article_id, prefix))

    async def drop(self, article_id: str, chat: str) -> None:
        """Let go of what was shown of an article in a chat."""
        await self._connections.change("DELETE FROM shown WHERE article = $1 AND chat = $2", article_id, chat)

    async def forget(self, user: str) -> None:
        """Let go of all that was shown to a person."""
        await self._connections.change("DELETE FROM shown WHERE person = $1", user)

    async def move(self, before: str, now: str) -> None:
        """Make what was shown in one chat that of another one."""

        async def moved(steps: Steps) -> None:
            await steps.change(_MOVE, before, now)
            await steps.change("DELETE FROM shown WHERE chat = $1 AND $1 <> $2", before, now)

        await self._connections.whole(moved)

    async def purge(self) -> None:
        """Let go of what was shown long ago."""
        await self._connections.change("DELETE FROM shown WHERE at <= $1", self._clock() - SHOWN)
