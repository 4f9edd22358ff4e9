"""How long to wait before trying again.

Rule of this module: the wait doubles, is never the same twice (so that many do not come back at once), and has an end.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.errors import StoreError
from bot.transport import EventLog

T = TypeVar("T")

SHORTEST = 0.5
"""Seconds before the second try."""
LONGEST = 60.0
"""Seconds between two tries, at most."""


class Backoff:
    """Counts the tries of one thing; `shortest` and `longest` in seconds."""

    def __init__(self, shortest: float = SHORTEST, longest: float = LONGEST) -> None:
        self._next = shortest
        self._longest = longest

    def seconds(self) -> float:
        """Return how long to wait now: half to all of the present step, which then doubles."""
        step = self._next
        self._next = min(2 * step, self._longest)
        return step * random.uniform(0.5, 1.0)  # noqa: S311 - no secret

    async def rest(self) -> None:
        """Wait."""
        await asyncio.sleep(self.seconds())


async def yield_to_loop(steps: int) -> None:
    """Let what is ready go first, for some steps of the event loop."""
    for _ in range(steps):
        await asyncio.sleep(0)


async def retry_store(do: Callable[[], Awaitable[T]], log: EventLog) -> T:
    """Return what `do` returns, however long the database refuses: an answer that was sent must be marked as such."""
    backoff = Backoff()
    while True:
        try:
            return await do()
        except StoreError as error:
            log("not_stored", {"problem": error.problem})
            await backoff.rest()
