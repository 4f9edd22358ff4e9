"""What people and chats have chosen, and who was let in, in PostgreSQL.

Rule of this module: every step is one statement or one transaction; no question stands here.
"""

from collections.abc import Sequence

from bot.ports.chats import Guest, Invitation, Preference
from bot.storage.people import INVITATIONS
from bot.storage.postgres.connections import Connections, Row, Steps

_CHOSEN = """
SELECT chat, person, article, language, mentions, notify FROM choices
WHERE (chat, person) IN (SELECT * FROM unnest($1::text[], $2::text[]))
"""

_CHOOSE = """
INSERT INTO choices (chat, person, article, language, mentions, notify) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (chat, person)
DO UPDATE SET article = excluded.article, language = excluded.language, mentions = excluded.mentions,
    notify = excluded.notify
"""

_INVITED = "SELECT person, code, until, guesses, name FROM invitations"

_INVITE = "INSERT INTO invitations (person, code, until, guesses, name) VALUES ($1, $2, $3, $4, $5)"

_ADMIT = """
INSERT INTO guests (person, told, name)
VALUES ($1, $2, coalesce((SELECT name FROM invitations WHERE person = $1), ''))
ON CONFLICT (person) DO NOTHING
"""

_DROP_OLD = """
DELETE FROM invitations WHERE until <= $1
OR id NOT IN (SELECT id FROM invitations WHERE until > $1 ORDER BY id DESC LIMIT $2)
"""

_MOVE = """
UPDATE choices AS old SET chat = $2
WHERE chat = $1 AND NOT EXISTS (SELECT 1 FROM choices AS new WHERE new.chat = $2 AND new.person = old.person)
"""


class PostgresPeople:
    """`Preferences` and a `GuestList` in PostgreSQL; the connections are somebody else's."""

    def __init__(self, connections: Connections, invitations: int = INVITATIONS) -> None:
        self._connections = connections
        self._most = invitations

    async def chosen(self, places: Sequence[tuple[str, str]]) -> tuple[Preference, ...]:
        """Return what was chosen in each place."""
        chats, people = [chat for chat, _ in places], [user for _, user in places]
        found = await self._connections.rows(_CHOSEN, chats, people)
        known = {
            (str(chat), str(user)): Preference(str(a), str(code), bool(m), bool(n))
            for chat, user, a, code, m, n in found
        }
        return tuple(known.get(place, Preference()) for place in places)

    async def choose(self, place: tuple[str, str], choice: Preference) -> None:
        """Keep a choice; an empty one leaves nothing behind."""
        if choice == Preference():
            await self._connections.change("DELETE FROM choices WHERE chat = $1 AND person = $2", *place)
        else:
            await self._connections.change(
                _CHOOSE, *place, choice.article, choice.language, choice.mentions, choice.notify
            )

    async def forget(self, user: str) -> None:
        """Forget what a person has chosen."""
        await self._connections.change("DELETE FROM choices WHERE person = $1", user)

    async def move(self, before: str, now: str) -> None:
        """Make what was chosen in one chat that of another one."""

        async def moved(steps: Steps) -> None:
            await steps.change(_MOVE, before, now)
            await steps.change("DELETE FROM choices WHERE chat = $1 AND $1 <> $2", before, now)

        await self._connections.whole(moved)

    async def admitted(self, user: str) -> bool:
        """Tell whether a person was let in."""
        return bool(await self._connections.rows("SELECT 1 FROM guests WHERE person = $1", user))

    async def admit(self, user: str, *, told: bool = True) -> None:
        """Let a person in."""

        async def admitted(steps: Steps) -> None:
            await steps.change(_ADMIT, user, told)
            await steps.change("DELETE FROM invitations WHERE person = $1", user)

        await self._connections.whole(admitted)

    async def tell(self, user: str) -> bool:
        """Tell whether a person is to be told that they were let in, and note that they are."""
        return await self._connections.change("UPDATE guests SET told = true WHERE person = $1 AND NOT told", user) > 0

    async def dismiss(self, user: str) -> bool:
        """Take a person off the list."""
        return await self._connections.change("DELETE FROM guests WHERE person = $1", user) > 0

    async def guests(self) -> tuple[Guest, ...]:
        """Return who was let in."""
        rows = await self._connections.rows("SELECT person, name FROM guests ORDER BY id")
        return tuple(Guest(str(user), str(name)) for user, name in rows)

    async def invite(self, invitation: Invitation, now: float) -> None:
        """Keep an invitation, and drop what no longer holds or is too much."""

        async def invited(steps: Steps) -> None:
            one = invitation
            await steps.change("DELETE FROM invitations WHERE person = $1", one.user)
            await steps.change(_INVITE, one.user, one.code, one.until, one.guesses, one.name)
            await steps.change(_DROP_OLD, now, self._most)

        await self._connections.whole(invited)

    async def invited(self, user: str) -> Invitation | None:
        """Return a person's invitation."""
        rows = await self._connections.rows(f"{_INVITED} WHERE person = $1", user)
        return _invitation(rows[0]) if rows else None

    async def guess(self, user: str) -> None:
        """Count a wrong guess."""
        await self._connections.change("UPDATE invitations SET guesses = guesses + 1 WHERE person = $1", user)

    async def purge(self, now: float) -> None:
        """Drop the invitations that no longer hold."""
        await self._connections.change("DELETE FROM invitations WHERE until <= $1", now)

    async def waiting(self, now: float) -> tuple[Invitation, ...]:
        """Return the invitations that hold."""
        rows = await self._connections.rows(f"{_INVITED} WHERE until > $1 ORDER BY id", now)
        return tuple(_invitation(row) for row in rows)


def _invitation(row: Row) -> Invitation:
    user, code, until, guesses, name = row
    return Invitation(str(user), str(code), float(until), int(guesses), str(name))
