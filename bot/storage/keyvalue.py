"""Small texts under names in the file for chats.

Rule of this module: every step is one statement. The file is made for its owner alone (mode 0600), because tokens are
among the texts.
"""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from sqlite3 import Connection, Row

import aiosqlite

from bot.storage.chats import CHATS
from bot.storage.database import open_database
from bot.storage.faults import mapped

_WRITE = "INSERT INTO kept (name, text) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET text = excluded.text"

_NAMES = "SELECT name FROM kept WHERE substr(name, 1, length(?)) = ? ORDER BY name"


@asynccontextmanager
async def open_key_values(path: Path | str) -> AsyncIterator["SqliteKeyValues"]:
    """Open the texts in the file at a path (":memory:" for some that are forgotten). Raises `StoreError`."""

    def connect() -> Connection:
        return open_database(str(path), schema=CHATS)

    with mapped(str(path)):
        connection = await aiosqlite.Connection(connect, 64)
    try:
        yield SqliteKeyValues(connection, str(path))
    finally:
        with mapped(str(path)):
            await connection.close()


class SqliteKeyValues:
    """A `KeyValueStore` in one SQLite file."""

    def __init__(self, connection: aiosqlite.Connection, path: str) -> None:
        self._connection = connection
        self._path = path

    async def read(self, name: str) -> str | None:
        """Return the text under a name."""
        rows = await self._run("SELECT text FROM kept WHERE name = ?", (name,))
        return str(rows[0][0]) if rows else None

    async def write(self, name: str, text: str) -> None:
        """Put a text under a name."""
        await self._run(_WRITE, (name, text))

    async def erase(self, name: str) -> None:
        """Forget a name."""
        await self._run("DELETE FROM kept WHERE name = ?", (name,))

    async def names(self, prefix: str) -> tuple[str, ...]:
        """Return the names that begin with a text."""
        return tuple(str(row[0]) for row in await self._run(_NAMES, (prefix, prefix)))

    async def _run(self, sql: str, values: Iterable[object]) -> list[Row]:
        with mapped(self._path):
            return list(await self._connection.execute_fetchall(sql, values))
