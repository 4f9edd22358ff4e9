"""A connection whose statements run where they are called for, without a thread between.

Rule of this module: for statements that find a few rows by an index, and for those alone. Such a one takes 10 to 50
microseconds; its way to a thread and back takes 80, and a chat's question needs seven of them. Nothing is waited for
on the event loop: another writer's lock is tried again in between, and checkpoints, where SQLite waits for the disk,
are left to whoever keeps house.
"""

import asyncio
import time
from collections.abc import Callable, Iterable
from sqlite3 import SQLITE_BUSY, Connection, Error, Row
from typing import TypeVar

from bot.storage.database import TIMEOUT, Schema, open_database
from bot.storage.faults import family, mapped

T = TypeVar("T")

_FIRST, _LONGEST = 0.001, 0.02
"""Seconds between two attempts where somebody else writes; each one is twice as long as the one before."""


class Direct:
    """A connection to the database at a path, for the thread that has opened it.

    `timeout` is how long a locked database is tried, in seconds. Every method may raise `StoreError`.
    """

    def __init__(self, path: str, schema: Schema | None = None, timeout: float = TIMEOUT) -> None:
        self._path = path
        self._timeout = timeout
        with mapped(path):
            self._connection = _unhurried(open_database(path, schema=schema))

    async def rows(self, sql: str, values: Iterable[object] = ()) -> list[Row]:
        """Run one statement and return its rows."""
        return (await self._run(sql, tuple(values)))[0]

    async def change(self, sql: str, values: Iterable[object] | dict[str, object] = ()) -> int:
        """Run one statement and return how many rows it has changed."""
        return (await self._run(sql, values if isinstance(values, dict) else tuple(values)))[1]

    async def together(self, *steps: tuple[str, Iterable[object]]) -> tuple[int, ...]:
        """Run statements that add a row each, all or none of them; return the rows' numbers, 0 for none added."""
        whole = tuple((sql, tuple(values)) for sql, values in steps)
        return await self._patiently(lambda: self._whole(whole))

    def close(self) -> None:
        """Close the connection; closing it again does nothing."""
        with mapped(self._path):
            self._connection.close()

    async def _run(self, sql: str, values: tuple[object, ...] | dict[str, object]) -> tuple[list[Row], int]:
        return await self._patiently(lambda: self._one(sql, values))

    def _one(self, sql: str, values: tuple[object, ...] | dict[str, object]) -> tuple[list[Row], int]:
        cursor = self._connection.execute(sql, values)
        return cursor.fetchall(), cursor.rowcount

    def _whole(self, steps: Iterable[tuple[str, tuple[object, ...]]]) -> tuple[int, ...]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            made = [self._connection.execute(sql, values) for sql, values in steps]
            rows = tuple((one.lastrowid or 0) if one.rowcount > 0 else 0 for one in made)
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.rollback()
            raise
        return rows

    async def _patiently(self, work: Callable[[], T]) -> T:
        wait, end = _FIRST, 0.0
        while True:
            try:
                return work()
            except (Error, UnicodeDecodeError) as error:
                end = end or time.monotonic() + self._timeout
                if family(error) != SQLITE_BUSY or time.monotonic() >= end:
                    with mapped(self._path):
                        raise
            await asyncio.sleep(wait)
            wait = min(2 * wait, _LONGEST)


def _unhurried(connection: Connection) -> Connection:
    """Return a connection that neither waits for another writer nor for the disk."""
    connection.execute("PRAGMA busy_timeout = 0")
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    return connection
