"""Deletes what is too old, for as long as the bot runs.

Rule of this module: how long something is kept stands in `bot.retention`, and each store knows what that means for it;
here is only that it happens, and that a database that is away for a while puts it off and stops nothing.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

from bot.errors import StoreError
from bot.retention import SWEEP

Purge = Callable[[], Awaitable[object]]
"""Deletes what is too old in one store; may raise `StoreError`."""


async def sweep(*purges: Purge) -> None:
    """Delete once what is too old; a store that can't be used keeps the others from nothing."""
    for purge in purges:
        with suppress(StoreError):
            await purge()


@asynccontextmanager
async def swept(*purges: Purge) -> AsyncIterator[None]:
    """Delete what is too old now, and again and again while it lasts."""

    async def again() -> None:
        while True:
            await sweep(*purges)
            await asyncio.sleep(SWEEP)

    task = asyncio.create_task(again())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
