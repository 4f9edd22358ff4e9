"""The watch over a receiver: it may end, raise, or fall silent; it is started again.

Rule of this module: a receiver is known to be alive by its heartbeat alone, never by a task that merely has not ended.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

from bot.delivery.backoff import Backoff
from bot.transport import AccessRevokedError, Enqueue, EventLog, Heartbeat, UpdateSource

CALM = 300.0
"""Seconds; a receiver that lived this long is started again without delay."""
FAREWELL = 5.0
"""Seconds that a cancelled receiver has to end; after that it is left to itself."""


async def supervise(
    updates: UpdateSource, enqueue: Enqueue, log: EventLog, silence: float, clock: Callable[[], float] = monotonic
) -> None:
    """Run a receiver for ever; raises `AccessRevokedError`. `silence`: its longest without a heartbeat, in seconds."""
    backoff = Backoff()
    while True:
        began = clock()
        await _life(updates, enqueue, log, silence, clock)
        if clock() - began > CALM:
            backoff = Backoff()
        await backoff.rest()


async def _life(
    updates: UpdateSource, enqueue: Enqueue, log: EventLog, silence: float, clock: Callable[[], float]
) -> None:
    """Run a receiver until it ends or falls silent."""
    last = clock()

    def heartbeat() -> None:
        nonlocal last
        last = clock()

    task = asyncio.ensure_future(_run(updates, enqueue, heartbeat))
    try:
        while not task.done():
            await asyncio.wait({task}, timeout=silence / 9)
            if not task.done() and clock() - last > silence:
                log("intake_silent", {"seconds": round(clock() - last)})
                return
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.wait({task}, timeout=FAREWELL)
    error = None if task.cancelled() else task.exception()
    if isinstance(error, AccessRevokedError):
        raise error
    log("intake_ended", {"error": type(error).__name__ if error else ""})


async def _run(updates: UpdateSource, enqueue: Enqueue, heartbeat: Heartbeat) -> None:
    await updates(enqueue, heartbeat)
