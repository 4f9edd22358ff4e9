"""What was said last in every chat, in PostgreSQL, so that any process can go on from it.

Rule of this module: as of `bot.storage.turns`: a turn is kept for an hour and then deleted.
"""

import time
from collections.abc import Callable

from bot.ports.chats import FORGOTTEN_AFTER, Turn
from bot.storage import codec
from bot.storage.postgres.connections import Connections, Steps
from bot.storage.turns import CHATS, MESSAGES, turn_of

# A turn that takes the place of another one gets a number of its own: by it the oldest are known. What the statement
# deletes, it sees as it was before; the new number is one more than the highest, or more.
_KEEP = """
WITH cut AS (
    DELETE FROM {table}
    WHERE id <= (SELECT max(id) FROM {table}) + 1 - $7 AND (chat, {name}) <> ($1, $2)
)
INSERT INTO {table} (chat, {name}, asker, at, shape, turn, fence) VALUES ($1, $2, $3, $4, $5, $6, $8)
ON CONFLICT (chat, {name}) DO UPDATE SET
    id = excluded.id, asker = excluded.asker, at = excluded.at, shape = excluded.shape, turn = excluded.turn,
    fence = excluded.fence
WHERE {table}.fence <= excluded.fence
"""
_LAST = _KEEP.format(table="last_turns", name="person")
_UNDER = _KEEP.format(table="message_turns", name="message")
_MOVE = """
UPDATE {table} AS old SET chat = $2, fence = 0
WHERE chat = $1 AND NOT EXISTS (SELECT 1 FROM {table} AS new WHERE new.chat = $2 AND new.{name} = old.{name})
"""
_LEFT = "DELETE FROM {table} WHERE chat = $1 AND $1 <> $2"
_RECALL_LAST = "SELECT turn FROM last_turns WHERE chat = $1 AND person = $2 AND at > $3 AND shape = $4"
_RECALL_UNDER = "SELECT turn FROM message_turns WHERE chat = $1 AND message = $2 AND at > $3 AND shape = $4"


class PostgresMemory:
    """A `ChatMemory` in PostgreSQL; the connections are somebody else's, `clock` gives seconds since 1970."""

    def __init__(
        self,
        connections: Connections,
        clock: Callable[[], float] = time.time,
        chats: int = CHATS,
        messages: int = MESSAGES,
    ) -> None:
        self._connections = connections
        self._clock = clock
        self._chats = chats
        self._messages = messages

    async def recall(self, chat: str, user: str, about: str = "") -> Turn | None:
        """Return the turn of the message `about`, or the last one, of the last hour."""
        sql, name = (_RECALL_UNDER, about) if about else (_RECALL_LAST, user)
        since = self._clock() - FORGOTTEN_AFTER
        return turn_of(await self._connections.rows(sql, chat, name, since, codec.shape(Turn)))

    async def remember(  # noqa: PLR0913 - as in the port
        self, chat: str, user: str, turn: Turn, message: str = "", *, last: bool = True, fence: int = 0
    ) -> None:
        """Keep a turn, and forget the oldest where there are too many."""
        about = (turn.asker, self._clock(), codec.shape(Turn), codec.pack(turn))
        if last:
            await self._connections.change(_LAST, chat, user, *about, self._chats, fence)
        if message:
            await self._connections.change(_UNDER, chat, message, *about, self._messages, fence)

    async def forget(self, user: str) -> None:
        """Forget every turn of a person."""
        await self._connections.change("DELETE FROM last_turns WHERE asker = $1 OR person = $1", user)
        await self._connections.change("DELETE FROM message_turns WHERE asker = $1", user)

    async def move(self, before: str, now: str) -> None:
        """Remember the turns of one chat as those of another one."""

        async def moved(steps: Steps) -> None:
            for table, name in (("last_turns", "person"), ("message_turns", "message")):
                await steps.change(_MOVE.format(table=table, name=name), before, now)
                await steps.change(_LEFT.format(table=table), before, now)

        await self._connections.whole(moved)

    async def purge(self) -> None:
        """Drop what is older than an hour."""
        old = self._clock() - FORGOTTEN_AFTER
        await self._connections.change("DELETE FROM last_turns WHERE at <= $1", old)
        await self._connections.change("DELETE FROM message_turns WHERE at <= $1", old)
