"""The hold on the lane of one update, which may be lost to another process while this one stands still.

Rule of this module: nothing is sent before it is known that the lane is held here. Where that was told lately, nobody
is asked; a process that was stopped, or whose machine has slept, asks the database first.
"""

import time

from bot.delivery.backoff import retry_store
from bot.ports.delivery import Inbox, QueuedUpdate
from bot.transport import EventLog


def elapsed() -> float:
    """Return seconds that never go back; they go on while a machine sleeps, where the system can tell."""
    return time.clock_gettime(_CLOCK) if _CLOCK is not None else time.monotonic()


_CLOCK: int | None = getattr(time, "CLOCK_BOOTTIME", None)


class Hold:
    """The hold on the lane of an update for `lease` seconds from `since`, which is before it was asked for."""

    def __init__(self, inbox: Inbox, log: EventLog, queued: QueuedUpdate, lease: float, since: float) -> None:
        self._inbox = inbox
        self._log = log
        self._lease = lease
        self.queued = queued
        self.since = since
        """When it was last asked for with success."""

    async def sure(self) -> None:
        """Return where the lane is held here for a while; raises `OvertakenError`."""
        if elapsed() - self.since > self._lease / 2:
            await self.renew()

    async def renew(self) -> None:
        """Hold the lane anew; raises `OvertakenError` where another process has it."""
        since = elapsed()
        await retry_store(lambda: self._inbox.hold(self.queued, self._lease), self._log)
        self.since = since
