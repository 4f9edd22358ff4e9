"""What was said last in every chat, in the SQLite file for chats, so that a restart forgets nothing.

Rule of this module: a turn is kept for an hour and then deleted; one that another version wrote counts as forgotten.
"""

import time
from collections.abc import Callable, Sequence

from bot.ports.chats import FORGOTTEN_AFTER, Turn
from bot.storage import codec
from bot.storage.direct import Direct

CHATS = 100_000
"""Chats remembered; the one that was silent longest is forgotten first. A turn takes about 5 kB."""
MESSAGES = 100_000
"""Answers remembered under their messages; the oldest goes first."""
SOME = 1_000
"""The oldest go when there is one in so many too many."""

_KEEP = """
INSERT OR REPLACE INTO {table} (chat, {name}, asker, at, shape, turn, fence) SELECT ?, ?, ?, ?, ?, ?, ?
WHERE NOT EXISTS (SELECT 1 FROM {table} WHERE chat = ? AND {name} = ? AND fence > ?)
"""
_LAST = _KEEP.format(table="last_turns", name="user")
_UNDER = _KEEP.format(table="message_turns", name="message")
_RECALL_LAST = "SELECT turn FROM last_turns WHERE chat = ? AND user = ? AND at > ? AND shape = ?"
_RECALL_UNDER = "SELECT turn FROM message_turns WHERE chat = ? AND message = ? AND at > ? AND shape = ?"


class SqliteMemory:
    """A `ChatMemory` in one SQLite file; the connection is somebody else's, `clock` gives seconds since 1970."""

    def __init__(
        self,
        connection: Direct,
        clock: Callable[[], float] = time.time,
        chats: int = CHATS,
        messages: int = MESSAGES,
    ) -> None:
        self._connection = connection
        self._clock = clock
        self._most = {"last_turns": chats, "message_turns": messages}

    async def recall(self, chat: str, user: str, about: str = "") -> Turn | None:
        """Return the turn of the message `about`, or the last one, of the last hour."""
        sql, name = (_RECALL_UNDER, about) if about else (_RECALL_LAST, user)
        since = self._clock() - FORGOTTEN_AFTER
        return turn_of(await self._connection.rows(sql, (chat, name, since, codec.shape(Turn))))

    async def remember(  # noqa: PLR0913 - as in the port
        self, chat: str, user: str, turn: Turn, message: str = "", *, last: bool = True, fence: int = 0
    ) -> None:
        """Keep a turn, and forget the oldest where there are too many."""
        about = (turn.asker, self._clock(), codec.shape(Turn), codec.pack(turn), fence)
        kept = {"last_turns": (_LAST, (chat, user, *about, chat, user, fence))} if last else {}
        if message:
            kept["message_turns"] = (_UNDER, (chat, message, *about, chat, message, fence))
        for table, row in zip(kept, await self._connection.together(*kept.values()), strict=True):
            await self._trim(table, row)

    async def forget(self, user: str) -> None:
        """Forget every turn of a person."""
        await self._connection.change("DELETE FROM last_turns WHERE asker = ?", (user,))
        await self._connection.change("DELETE FROM last_turns WHERE user = ?", (user,))
        await self._connection.change("DELETE FROM message_turns WHERE asker = ?", (user,))

    async def move(self, before: str, now: str) -> None:
        """Remember the turns of one chat as those of another one."""
        for table in self._most:
            over = f"UPDATE OR IGNORE {table} SET chat = ?, fence = 0 WHERE chat = ?"  # noqa: S608 - one of two names
            await self._connection.change(over, (now, before))
            left = f"DELETE FROM {table} WHERE chat = ? AND chat <> ?"  # noqa: S608 - as above
            await self._connection.change(left, (before, now))

    async def purge(self) -> None:
        """Drop what is older than an hour."""
        for table in self._most:
            sql = f"DELETE FROM {table} WHERE at <= ?"  # noqa: S608 - one of two names
            await self._connection.change(sql, (self._clock() - FORGOTTEN_AFTER,))

    async def _trim(self, table: str, row: int) -> None:
        """Forget the oldest, by the number of the row that came in last; of many only now and then, some at once."""
        most = self._most[table]
        if row > most and row % max(1, most // SOME) == 0:
            sql = f"DELETE FROM {table} WHERE id <= (SELECT max(id) FROM {table}) - ?"  # noqa: S608 - one of two names
            await self._connection.change(sql, (most,))


def turn_of(rows: Sequence[Sequence[object]]) -> Turn | None:
    """Return the turn of the one row, None where there is none that can be read."""
    try:
        return codec.unpack(Turn, bytes(rows[0][0])) if rows and isinstance(rows[0][0], bytes) else None
    except (ValueError, TypeError):
        return None
