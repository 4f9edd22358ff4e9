"""One process at a time for what several must not do: fetching updates that are handed to whoever asks first.

Rule of this module: the lock is held by a connection and ends with it, so that it never outlives its holder; who has
lost the connection stops at once. The server ends one that is silent for too long: its holder has been stopped.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import asyncpg

from bot.errors import StoreError, StoreProblem
from bot.storage.postgres.connections import lone
from bot.storage.postgres.faults import LOST, mapped
from bot.storage.server_address import shown

KIND = 0x41424C44
"""The first half of our advisory locks of this kind; reads "ABLD". The second one is made of the name."""
LOOK = 1.0
"""Seconds between two attempts to get the lock."""
PULSE = 5.0
"""Seconds between two looks whether the connection still stands."""
SILENCE = 30_000
"""Milliseconds without a pulse after which the server ends the connection."""
_TRY = "SELECT pg_try_advisory_lock($1, hashtext($2))"


class PostgresLeadership:
    """A `Leadership` among all processes on one PostgreSQL database."""

    def __init__(self, address: str) -> None:
        self._address = address

    async def lead(self, name: str, work: Callable[[], Awaitable[None]], waiting: Callable[[], None]) -> None:
        """Run `work` while this process alone does; raises `StoreError` where the database is lost."""
        place = shown(self._address)
        with mapped(place):
            connection = await lone(self._address)
            try:
                await connection.execute(f"SET idle_session_timeout = {SILENCE}")
                while not await connection.fetchval(_TRY, KIND, name):
                    waiting()
                    await asyncio.sleep(LOOK)
                await _while_connected(connection, work, place)
            finally:
                connection.terminate()


async def _while_connected(connection: Any, work: Callable[[], Awaitable[None]], place: str) -> None:  # noqa: ANN401 - the driver's connection
    task, watch = asyncio.ensure_future(work()), asyncio.ensure_future(_lost(connection))
    try:
        await asyncio.wait({task, watch}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            raise StoreError(StoreProblem.UNREACHABLE, place)
        task.result()
    finally:
        task.cancel()
        watch.cancel()
        await asyncio.gather(task, watch, return_exceptions=True)


async def _lost(connection: Any) -> None:  # noqa: ANN401 - as above
    """Return when the connection no longer stands."""
    ended = asyncio.Event()
    connection.add_termination_listener(lambda _: ended.set())
    while not ended.is_set() and not connection.is_closed():
        try:
            await connection.fetchval("SELECT 1", timeout=PULSE)
        except (asyncpg.PostgresError, *LOST):
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(PULSE):
                await ended.wait()
