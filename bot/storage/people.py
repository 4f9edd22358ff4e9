"""What people and chats have chosen, and who was let in, in the SQLite file for chats.

Rule of this module: every step is one statement, which SQLite commits whole or not at all; no question stands here.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from pathlib import Path
from sqlite3 import Row

from bot.ports.chats import Guest, Invitation, Preference
from bot.storage.chats import CHATS
from bot.storage.direct import Direct

INVITATIONS = 1_000
"""Strangers who wait to be let in; the oldest is dropped first."""

_CHOSEN = "SELECT chat, user, article, language, mentions, notify FROM choices"

_CHOOSE = """
INSERT INTO choices (chat, user, article, language, mentions, notify) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (chat, user)
DO UPDATE SET article = excluded.article, language = excluded.language, mentions = excluded.mentions,
    notify = excluded.notify
"""

_INVITED = "SELECT user, code, until, guesses, name FROM invitations"
_INVITE = "INSERT OR REPLACE INTO invitations (user, code, until, guesses, name) VALUES (?, ?, ?, ?, ?)"
_ADMIT = """
INSERT INTO guests (user, told, name)
VALUES (?, ?, coalesce((SELECT name FROM invitations WHERE user = ?), ''))
ON CONFLICT (user) DO NOTHING
"""


@asynccontextmanager
async def open_people(path: Path | str, invitations: int = INVITATIONS) -> AsyncIterator["SqlitePeople"]:
    """Open the file at a path, and close it in the end. Raises `StoreError`."""
    with closing(Direct(str(path), CHATS)) as connection:
        yield SqlitePeople(connection, invitations)


class SqlitePeople:
    """`Preferences` and a `GuestList` in one SQLite file, for any number of processes.

    The connection may be somebody else's.
    """

    def __init__(self, connection: Direct, invitations: int = INVITATIONS) -> None:
        self._connection = connection
        self._most = invitations

    async def chosen(self, places: Sequence[tuple[str, str]]) -> tuple[Preference, ...]:
        """Return what was chosen in each place."""
        # By `IN` with pairs SQLite would read the whole table.
        sql = f"{_CHOSEN} WHERE {' OR '.join(['(chat = ? AND user = ?)'] * len(places))}"
        found = await self._connection.rows(sql, [name for place in places for name in place])
        known = {
            (str(chat), str(user)): Preference(str(a), str(code), bool(m), bool(n))
            for chat, user, a, code, m, n in found
        }
        return tuple(known.get(place, Preference()) for place in places)

    async def choose(self, place: tuple[str, str], choice: Preference) -> None:
        """Keep a choice; an empty one leaves nothing behind."""
        if choice == Preference():
            await self._connection.change("DELETE FROM choices WHERE chat = ? AND user = ?", place)
        else:
            await self._connection.change(
                _CHOOSE, (*place, choice.article, choice.language, choice.mentions, choice.notify)
            )

    async def forget(self, user: str) -> None:
        """Forget what a person has chosen."""
        await self._connection.change("DELETE FROM choices WHERE user = ?", (user,))

    async def move(self, before: str, now: str) -> None:
        """Make what was chosen in one chat that of another one."""
        await self._connection.change("UPDATE OR IGNORE choices SET chat = ? WHERE chat = ?", (now, before))
        await self._connection.change("DELETE FROM choices WHERE chat = ? AND chat <> ?", (before, now))

    async def admitted(self, user: str) -> bool:
        """Tell whether a person was let in."""
        return bool(await self._connection.rows("SELECT 1 FROM guests WHERE user = ?", (user,)))

    async def admit(self, user: str, *, told: bool = True) -> None:
        """Let a person in; the invitation goes last, so that nobody ends with neither."""
        await self._connection.change(_ADMIT, (user, told, user))
        await self._connection.change("DELETE FROM invitations WHERE user = ?", (user,))

    async def tell(self, user: str) -> bool:
        """Tell whether a person is to be told that they were let in, and note that they are."""
        return await self._connection.change("UPDATE guests SET told = 1 WHERE user = ? AND told = 0", (user,)) > 0

    async def dismiss(self, user: str) -> bool:
        """Take a person off the list."""
        return await self._connection.change("DELETE FROM guests WHERE user = ?", (user,)) > 0

    async def guests(self) -> tuple[Guest, ...]:
        """Return who was let in."""
        rows = await self._connection.rows("SELECT user, name FROM guests ORDER BY id")
        return tuple(Guest(str(user), str(name)) for user, name in rows)

    async def invite(self, invitation: Invitation, now: float) -> None:
        """Keep an invitation, and drop what no longer holds or is too much."""
        values = (invitation.user, invitation.code, invitation.until, invitation.guesses, invitation.name)
        await self._connection.change(_INVITE, values)
        await self._connection.change(
            "DELETE FROM invitations WHERE until <= ?"
            " OR id NOT IN (SELECT id FROM invitations WHERE until > ? ORDER BY id DESC LIMIT ?)",
            (now, now, self._most),
        )

    async def invited(self, user: str) -> Invitation | None:
        """Return a person's invitation."""
        rows = await self._connection.rows(f"{_INVITED} WHERE user = ?", (user,))
        return _invitation(rows[0]) if rows else None

    async def guess(self, user: str) -> None:
        """Count a wrong guess."""
        await self._connection.change("UPDATE invitations SET guesses = guesses + 1 WHERE user = ?", (user,))

    async def purge(self, now: float) -> None:
        """Drop the invitations that no longer hold."""
        await self._connection.change("DELETE FROM invitations WHERE until <= ?", (now,))

    async def waiting(self, now: float) -> tuple[Invitation, ...]:
        """Return the invitations that hold."""
        rows = await self._connection.rows(f"{_INVITED} WHERE until > ? ORDER BY id", (now,))
        return tuple(_invitation(row) for row in rows)


def _invitation(row: Row) -> Invitation:
    user, code, until, guesses, name = row
    return Invitation(str(user), str(code), float(until), int(guesses), str(name))
