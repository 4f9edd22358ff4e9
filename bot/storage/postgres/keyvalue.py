"""Small texts under names in PostgreSQL: what platforms keep for themselves, tokens of workspaces among it.

Rule of this module: every step is one statement.
"""

from bot.storage.postgres.connections import AFTER, Connections

_WRITE = "INSERT INTO kept (name, text) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET text = excluded.text"


class PostgresKeyValues:
    """A `KeyValueStore` in PostgreSQL; the connections are somebody else's."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    async def read(self, name: str) -> str | None:
        """Return the text under a name."""
        rows = await self._connections.rows("SELECT text FROM kept WHERE name = $1", name)
        return str(rows[0][0]) if rows else None

    async def write(self, name: str, text: str) -> None:
        """Put a text under a name."""
        await self._connections.change(_WRITE, name, text)

    async def erase(self, name: str) -> None:
        """Forget a name."""
        await self._connections.change("DELETE FROM kept WHERE name = $1", name)

    async def names(self, prefix: str) -> tuple[str, ...]:
        """Return the names that begin with a text."""
        sql = "SELECT name FROM kept WHERE name >= $1 AND name < $2 ORDER BY name"
        return tuple(str(name) for (name,) in await self._connections.rows(sql, prefix, prefix + AFTER))
