"""The threads that the bot answers in: where it was mentioned once, it is spoken to without a mention.

Rule of this module: what is kept names a channel, a thread and since when, never what was said there, and is dropped
after a month; what is not in memory is looked up, since another process may have kept it. An event does not tell
whether the bot takes part in a thread (`parent_user_id` names only who began it), and asking Slack takes a request for
every message of every thread; so it is remembered.
"""

import asyncio
import time
from collections.abc import Callable

from cachetools import FIFOCache

from bot.retention import THREADS
from bot.transport import EventLog, KeyValueStore

THREADS_KEPT = THREADS
"""Seconds that a thread is remembered, from when the bot began to take part in it."""
SWEEP = 3600.0
"""Seconds between two looks for threads that are old."""
MOST = 20_000
"""Threads in memory; beyond that the one answered in longest ago is forgotten."""


class Threads:
    """The threads that the bot answers in; `keep` holds them between two runs."""

    def __init__(self, keep: KeyValueStore, prefix: str, log: EventLog, clock: Callable[[], float] = time.time) -> None:
        self._keep = keep
        self._prefix = f"{prefix}thread:"
        self._log = log
        self._clock = clock
        self._known: FIFOCache[str, int] = FIFOCache(MOST)

    async def load(self) -> None:
        """Take what was kept into memory, and drop what is old."""
        for name in await self._keep.names(self._prefix):
            thread, since = _parted(name.removeprefix(self._prefix))
            if self._is_old(since):
                self._known.pop(thread, None)
                await self._keep.erase(name)
            elif thread not in self._known:
                self._known[thread] = since

    async def look(self, thread: str) -> bool:
        """Tell whether the bot answers in a thread, since another process was mentioned there; may raise `StoreError`.

        What is written in a thread is read after what was written there before was answered, by whichever process: so
        a mention whose thread was not kept yet is no matter.
        """
        for name in await self._keep.names(f"{self._prefix}{thread}@"):
            self._known[thread] = _parted(name)[1]
        return thread in self

    async def drop_old(self, every: float = SWEEP) -> None:
        """Drop what has become old, again and again until cancelled."""
        while True:
            await asyncio.sleep(every)
            try:
                await self.load()
            except Exception as error:  # noqa: BLE001 - the next time will do
                self._log("threads_not_dropped", {"error": type(error).__name__})

    def __contains__(self, thread: str) -> bool:
        """Tell whether the bot answers in a thread, named `channel/ts`."""
        return thread in self._known and not self._is_old(self._known[thread])

    async def add(self, thread: str) -> None:
        """Remember a thread; one that can't be written down is remembered until the end of the process."""
        if thread in self:
            return
        since = int(self._clock())
        self._known[thread] = since
        try:
            await self._keep.write(f"{self._prefix}{thread}@{since}", "")
        except Exception as error:  # noqa: BLE001 - an answer that is on its way must not be sent again for this
            self._log("thread_not_kept", {"error": type(error).__name__})

    def _is_old(self, since: int) -> bool:
        return since < self._clock() - THREADS_KEPT


def _parted(name: str) -> tuple[str, int]:
    """Return a thread and since when the bot takes part in it, in seconds since 1970; 0 where that is unknown."""
    thread, _, since = name.rpartition("@")
    return thread, int(since) if since.isdecimal() else 0
