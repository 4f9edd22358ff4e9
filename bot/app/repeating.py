"""Does something again and again, for as long as the bot runs.

Rule of this module: what is done stops with whoever wanted it, and is never left behind.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager


@asynccontextmanager
async def repeated(work: Callable[[], Awaitable[object]], pause: float) -> AsyncIterator[None]:
    """Do something now, and again and again while it lasts, with so many seconds between; it must not raise."""

    async def again() -> None:
        while True:
            await work()
            await asyncio.sleep(pause)

    task = asyncio.create_task(again())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
