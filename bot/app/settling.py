"""What a long-lived process does about its memory: once when it has loaded what it needs, and again and again.

Rule of this module: nothing here changes what is answered; where a system has no such thing, it is left out.
"""

import asyncio
import gc
from collections.abc import Awaitable, Callable
from itertools import count

from bot.processes import give_back

MINUTE = 60.0
"""Seconds between two times; giving back 100 MB in small pieces takes 5 to 9 ms, in a thread."""
WHOLE = 60
"""How many of them until all is searched for garbage. With an archive's words at hand that takes 0.1 s, in which nobody
is answered."""

SELDOM = 5_000, 5, 10_000
"""Thresholds of the collector: what has come since the last minute is searched then, so by itself it looks at the
newest alone."""


def settle(*, whole: bool = False) -> None:
    """Keep what is there out of the collector's way, and give back to the system what is free.

    With the tables of a tagger loaded, that is some ten megabytes. What was kept out of the way before is searched for
    garbage where the `whole` is meant.
    """
    if whole:
        gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)
    give_back()


def settling() -> Callable[[], Awaitable[None]]:
    """Return what settles once a minute, and the whole once an hour.

    By itself Python looks through all that stays whenever a quarter as much has come, as words and articles at hand do
    within a few questions: a pause of 0.1 s each time. Next to nothing here is garbage that only a search finds.
    """
    times = count(1)

    async def again() -> None:
        await asyncio.to_thread(settle, whole=next(times) % WHOLE == 0)

    return again
