"""Which sentences were shown where, in the SQLite file for chats.

Rule of this module: a sentence stands here as a fingerprint, never as a text.
"""

import time
from collections.abc import Callable, Iterable, Sequence

from bot.ports.notices import Shown
from bot.retention import SHOWN
from bot.storage.direct import Direct

_KEEP = """
INSERT INTO shown (chat, user, article, sentence, language, reach, at) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (chat, user, article, sentence)
DO UPDATE SET language = excluded.language, reach = excluded.reach, at = excluded.at
"""


class SqliteShown:
    """`ShownSentences` in one SQLite file; the connection is somebody else's, `clock` gives seconds since 1970."""

    def __init__(self, connection: Direct, clock: Callable[[], float] = time.time) -> None:
        self._connection = connection
        self._clock = clock

    async def keep(self, shown: Shown) -> None:
        """Keep what was shown, along with what was before."""
        for sentence in sorted(shown.sentences):
            values = (shown.chat, shown.user, shown.article, sentence, shown.language, shown.reach, self._clock())
            await self._connection.change(_KEEP, values)

    async def articles(self, prefix: str) -> tuple[str, ...]:
        """Return the articles of which something was shown in chats whose names begin with a text."""
        sql = "SELECT DISTINCT article FROM shown WHERE substr(chat, 1, length(?)) = ? ORDER BY article"
        return tuple(str(key) for (key,) in await self._connection.rows(sql, (prefix, prefix)))

    async def of(self, article_id: str, prefix: str) -> tuple[Shown, ...]:
        """Return what was shown of an article in such chats, once a chat and person."""
        sql = (
            "SELECT chat, user, sentence, language, reach FROM shown"
            " WHERE article = ? AND substr(chat, 1, length(?)) = ? ORDER BY chat, user, at"
        )
        return grouped(article_id, await self._connection.rows(sql, (article_id, prefix, prefix)))

    async def drop(self, article_id: str, chat: str) -> None:
        """Let go of what was shown of an article in a chat."""
        await self._connection.change("DELETE FROM shown WHERE article = ? AND chat = ?", (article_id, chat))

    async def forget(self, user: str) -> None:
        """Let go of all that was shown to a person."""
        await self._connection.change("DELETE FROM shown WHERE user = ?", (user,))

    async def move(self, before: str, now: str) -> None:
        """Make what was shown in one chat that of another one."""
        await self._connection.change("UPDATE OR IGNORE shown SET chat = ? WHERE chat = ?", (now, before))
        await self._connection.change("DELETE FROM shown WHERE chat = ? AND chat <> ?", (before, now))

    async def purge(self) -> None:
        """Let go of what was shown long ago."""
        await self._connection.change("DELETE FROM shown WHERE at <= ?", (self._clock() - SHOWN,))


def grouped(article_id: str, rows: Iterable[Sequence[object]]) -> tuple[Shown, ...]:
    """Return rows of `chat, user, sentence, language, reach` once a chat and person, with the latest of the rest."""
    found: dict[tuple[str, str], Shown] = {}
    for chat, user, sentence, language, reach in rows:
        key = str(chat), str(user)
        there = found[key].sentences if key in found else frozenset()
        found[key] = Shown(*key, article_id, there | {str(sentence)}, str(language), str(reach))
    return tuple(found.values())
