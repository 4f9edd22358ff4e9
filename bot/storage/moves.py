"""Which chats have taken the place of others, in the SQLite file for chats.

Rule of this module: every step is one statement that changes nothing when it is done again, and the note comes last; so
a move that was cut off is made whole by the next try.
"""

from bot.storage.direct import Direct

NOTE = "moved:"
"""Begins the names of the notes, in front of a chat's former name."""

_STEPS = (
    "UPDATE OR IGNORE choices SET chat = ?2 WHERE chat = ?1",
    "DELETE FROM choices WHERE chat = ?1 AND ?1 <> ?2",
    "UPDATE OR IGNORE drafts SET chat = ?2 WHERE chat = ?1",
    "DELETE FROM drafts WHERE chat = ?1 AND ?1 <> ?2",
)
_NOTED = "INSERT INTO kept (name, text) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET text = excluded.text"
_NOTES = "SELECT name, text FROM kept WHERE name >= ? AND name < ?"


async def open_moves(connection: Direct) -> "SqliteMoves":
    """Return the moves that were noted; the connection is somebody else's. Raises `StoreError`."""
    rows = await connection.rows(_NOTES, (NOTE, f"{NOTE[:-1]};"))  # ";" comes right behind ":"
    return SqliteMoves(connection, {str(name).removeprefix(NOTE): str(text) for name, text in rows})


class SqliteMoves:
    """`Moves` in one SQLite file; what another process notes is known here after the next start."""

    def __init__(self, connection: Direct, known: dict[str, str]) -> None:
        self._connection = connection
        self._now = known
        self._before = {now: before for before, now in known.items()}

    def now(self, chat: str) -> str:
        """Return the chat that has taken the place of one."""
        return self._now.get(chat, chat)

    def before(self, chat: str) -> str:
        """Return the chat whose place one has taken."""
        return self._before.get(chat, "")

    async def move(self, before: str, now: str) -> None:
        """Hand on what was chosen and begun in a chat, and note the move."""
        for step in _STEPS:
            await self._connection.change(step, (before, now))
        await self._connection.change(_NOTED, (f"{NOTE}{before}", now))
        self._now[before], self._before[now] = now, before
