"""The threads that the bot answers in: where it was mentioned once, it is spoken to without a mention.

Rule of this module: what is kept names a channel and a thread, never what was said there, and is dropped after a month.
An event does not tell whether the bot takes part in a thread (`parent_user_id` names only who began it), and asking
Slack takes a request for every message of every thread; so it is remembered.
"""

import time
from collections import OrderedDict
from collections.abc import Callable

from bot.letters import Journal, Keep

THREADS_KEPT = 30 * 24 * 3600.0
"""Seconds after its first message that a thread is remembered."""
MOST = 20_000
"""Threads in memory; beyond that the one answered in longest ago is forgotten."""


class Threads:
    """The threads that the bot answers in; `keep` holds them between two runs."""

    def __init__(self, keep: Keep, prefix: str, journal: Journal, clock: Callable[[], float] = time.time) -> None:
        self._keep = keep
        self._prefix = f"{prefix}thread:"
        self._journal = journal
        self._clock = clock
        self._known: OrderedDict[str, None] = OrderedDict()

    async def load(self) -> None:
        """Take what was kept into memory, and drop what is old."""
        for name in await self._keep.names(self._prefix):
            thread = name.removeprefix(self._prefix)
            if self._is_old(thread):
                await self._keep.erase(name)
            else:
                self._remember(thread)

    def __contains__(self, thread: str) -> bool:
        """Tell whether the bot answers in a thread, named `channel/ts`."""
        return thread in self._known

    async def add(self, thread: str) -> None:
        """Remember a thread; one that can't be written down is remembered until the end of the process."""
        if thread in self._known:
            return
        self._remember(thread)
        try:
            await self._keep.write(self._prefix + thread, "")
        except Exception as error:  # noqa: BLE001 - an answer that is on its way must not be sent again for this
            self._journal("thread_not_kept", {"error": type(error).__name__})

    def _remember(self, thread: str) -> None:
        self._known[thread] = None
        while len(self._known) > MOST:
            self._known.popitem(last=False)

    def _is_old(self, thread: str) -> bool:
        try:
            return float(thread.rpartition("/")[2]) < self._clock() - THREADS_KEPT
        except ValueError:
            return True
