"""Deletes what is too old, for as long as the bot runs.

Rule of this module: how long something is kept stands in `bot.retention`, and each store knows what that means for it;
here is only that it happens, and that a database that is away for a while puts it off and stops nothing.
"""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, suppress
from functools import partial

from bot.app.repeating import repeated
from bot.errors import StoreError
from bot.retention import SWEEP

Purge = Callable[[], Awaitable[object]]
"""Deletes what is too old in one store; may raise `StoreError`."""


async def sweep(*purges: Purge) -> None:
    """Delete once what is too old; a store that can't be used keeps the others from nothing."""
    for purge in purges:
        with suppress(StoreError):
            await purge()


def swept(*purges: Purge) -> AbstractAsyncContextManager[None]:
    """Delete what is too old now, and again and again while it lasts."""
    return repeated(partial(sweep, *purges), SWEEP)
