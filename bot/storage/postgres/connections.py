"""Connections to a PostgreSQL database, and patience with it.

Rule of this module: what is asked can be asked again. A statement whose connection breaks is repeated for as long as
the caller has patience, so each one is written to change nothing the second time.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any, Protocol, TypeVar

import asyncpg

from bot.errors import StoreError, StoreProblem
from bot.storage.postgres.faults import CONTESTED, LOST, mapped
from bot.storage.server_address import shown

T = TypeVar("T")
Row = Sequence[Any]

SCHEMA = "article_bot"
"""The namespace of our tables in the database, so that others may live beside them."""
AFTER = "\U0010ffff"
"""Follows every text that starts with the prefix it is put behind: a comparison that an index answers."""
OLDEST = 14
"""The first version of PostgreSQL that has what is used here, and that its makers still mend."""
MOST = 8
"""Connections of one process; a statement takes a millisecond."""
PATIENCE = 300.0
"""Seconds that a statement is tried again: longer than a server's restart or a failover takes."""
SOON = 1.0
"""Seconds of patience for whoever has a way of their own to try again, and a platform that waits for them."""
CONNECT, STATEMENT = 10.0, 60.0
"""Seconds that connecting and a statement may take."""
_FIRST, _LONGEST = 0.05, 2.0
"""Seconds between two attempts; each one is twice as long as the one before."""
SETTINGS = {
    "application_name": "article-bot",
    "search_path": SCHEMA,
    "jit": "off",  # compiling takes longer than any statement of ours
    # Who is stopped in the middle of a transaction holds a chat's row for so long, and no longer than the chat itself.
    "idle_in_transaction_session_timeout": "30s",
    # A server notices within 30 seconds that a machine is gone, and lets go of what it held.
    "tcp_keepalives_idle": "10",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "4",
}


class Steps(Protocol):
    """Runs statements, one after the other."""

    async def rows(self, sql: str, *values: object) -> Sequence[Row]:
        """Run one statement and return its rows."""
        ...

    async def change(self, sql: str, *values: object) -> int:
        """Run one statement and return how many rows it has changed."""
        ...


class OneConnection:
    """`Steps` on one connection."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401 - the driver's, or its pool's
        self._connection = connection

    async def rows(self, sql: str, *values: object) -> Sequence[Row]:
        """Run one statement and return its rows."""
        rows: Sequence[Row] = await self._connection.fetch(sql, *map(storable, values))
        return rows

    async def change(self, sql: str, *values: object) -> int:
        """Run one statement and return how many rows it has changed."""
        done: str = await self._connection.execute(sql, *map(storable, values))
        count = done.rpartition(" ")[2]
        return int(count) if count.isdecimal() else 0


class Connections:
    """A pool of connections; `place` is the address without its password. Every method may raise `StoreError`."""

    def __init__(self, pool: Any, place: str, patience: float) -> None:  # noqa: ANN401 - the driver's pool
        self._pool = pool
        self._patience = patience
        self.place = place

    async def rows(self, sql: str, *values: object, patience: float | None = None) -> Sequence[Row]:
        """Run one statement and return its rows."""
        return await self._patiently(lambda steps: steps.rows(sql, *values), patience, whole=False)

    async def change(self, sql: str, *values: object, patience: float | None = None) -> int:
        """Run one statement and return how many rows it has changed."""
        return await self._patiently(lambda steps: steps.change(sql, *values), patience, whole=False)

    async def whole(self, work: Callable[[Steps], Awaitable[T]], patience: float | None = None) -> T:
        """Return what `work` makes of its statements, all of them or none; each sees what was committed before it."""
        return await self._patiently(work, patience, whole=True)

    async def close(self) -> None:
        """Close the connections; closing them again does nothing."""
        try:
            await asyncio.wait_for(self._pool.close(), CONNECT)
        except (asyncpg.PostgresError, *LOST):
            self._pool.terminate()

    async def _patiently(self, work: Callable[[Steps], Awaitable[T]], patience: float | None, *, whole: bool) -> T:
        end = time.monotonic() + (self._patience if patience is None else patience)
        wait = _FIRST
        while True:
            try:
                return await self._once(work, whole=whole)
            except (*LOST, *CONTESTED, asyncpg.TooManyConnectionsError):
                if time.monotonic() + wait >= end:
                    with mapped(self.place):
                        raise
            except asyncpg.PostgresError:
                with mapped(self.place):
                    raise
            await asyncio.sleep(wait)
            wait = min(2 * wait, _LONGEST)

    async def _once(self, work: Callable[[Steps], Awaitable[T]], *, whole: bool) -> T:
        async with self._pool.acquire(timeout=CONNECT) as connection:
            steps = OneConnection(connection)
            if not whole:
                return await work(steps)
            async with connection.transaction():
                return await work(steps)


@asynccontextmanager
async def connected(address: str, patience: float = PATIENCE) -> AsyncIterator[Connections]:
    """Connect to the database at an address, and let go of it in the end.

    Raises `StoreError` at once where it can't be reached: whoever starts the program can mend that.
    """
    place = shown(address)
    with mapped(place):
        first = await _first(address)
        await first.close()
        pool = await asyncpg.create_pool(
            address, min_size=0, max_size=MOST, timeout=CONNECT, command_timeout=STATEMENT, server_settings=SETTINGS
        )
    connections = Connections(pool, place, patience)
    try:
        yield connections
    finally:
        await connections.close()


async def lone(address: str, statement: float | None = STATEMENT) -> Any:  # noqa: ANN401 - the driver's connection
    """Return a connection of one's own, which holds what a pool would pass on: locks.

    `statement` is how many seconds one may take, None for as long as it takes, and as lies between two of them.
    """
    settings = SETTINGS if statement else SETTINGS | {"idle_in_transaction_session_timeout": "0"}
    return await asyncpg.connect(address, timeout=CONNECT, command_timeout=statement, server_settings=settings)


async def _first(address: str) -> Any:  # noqa: ANN401 - as above
    """Return a connection to a server that is new enough; raises what the driver raises, or `StoreError`."""
    try:
        connection = await lone(address)
    except (ValueError, TypeError) as error:
        # The driver's words for an address that it can't read may hold the password.
        raise StoreError(StoreProblem.NO_PLACE, shown(address)) from error
    if connection.get_server_version().major < OLDEST:
        await connection.close()
        raise StoreError(StoreProblem.OLD_SERVER, shown(address))
    return connection


def storable(value: object) -> object:
    """Return a value as PostgreSQL takes it: its texts can hold neither a zero nor half a surrogate pair."""
    if isinstance(value, str):
        if value.isascii() and "\0" not in value:
            return value
        return value.replace("\0", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace").decode("utf-8")
    return [storable(one) for one in value] if isinstance(value, list) else value
