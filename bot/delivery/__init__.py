"""From an update that arrived to an answer in the chat: nothing is lost, nothing is answered twice.

Rule of this room: an update is kept before it is acknowledged and read after that; a lane has one update at work at a
time, and no lane waits for another. It knows no platform, no database and no word of any language.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from bot.delivery.backoff import Backoff, retry_store, yield_to_loop
from bot.delivery.context import DeliveryContext
from bot.delivery.holding import Hold, elapsed
from bot.delivery.supervisor import supervise
from bot.delivery.worker import UpdateWorker
from bot.errors import StoreError
from bot.ports.delivery import QueuedUpdate
from bot.retention import KEYS
from bot.transport import AccessRevokedError, NotStoredError, OvertakenError, RawUpdate, UpdateSource

STEPS = 2
"""Steps of the event loop that an acknowledgement takes after its update was kept: it goes before the answer."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how many; all times in seconds."""

    lanes: int = 32
    """Lanes at work at once; those that wait out the platform's request for patience are not counted."""
    lease: float = 30.0
    """A lane is free for another process this long after its own has died."""
    drain: float = 8.0
    """Time to answer what waits when asked to stop; a container is killed after 10."""
    attempts: int = 5
    """Failures of our own after which an update is given up."""
    keep: float = KEYS
    """How long the key of an answered update is known."""
    silence: float = 45.0
    """A receiver that says nothing for so long is started again; a long poll takes 25."""
    look: float = 1.0
    """Time between two looks for updates that another process has left."""


class Delivery:
    """Keeps what a platform brings in, has it answered, and sends the answers; `prefix` begins the platform's lanes."""

    def __init__(self, context: DeliveryContext, prefix: str, limits: Limits = Limits()) -> None:
        self._inbox = context.inbox
        self._log = context.log
        self._observer = context.observer
        self._prefix = prefix
        self._limits = limits
        self._answering = UpdateWorker(context, limits.attempts)
        self._news = asyncio.Event()
        self._lanes: set[asyncio.Task[None]] = set()
        self._holds: dict[Hold, asyncio.Task[None]] = {}
        self._crowded = False
        self._leaving = False
        self._stopping = False
        self._barred: AccessRevokedError | None = None

    async def enqueue(self, updates: Sequence[RawUpdate]) -> None:
        """Keep updates; they are safe when this returns. Raises `NotStoredError`."""
        try:
            await self._kept(updates)
        except Exception as error:
            self._log("not_kept", {"updates": len(updates), "error": type(error).__name__})
            raise NotStoredError from error
        self._observer.arrived(len(updates))

    async def _kept(self, updates: Sequence[RawUpdate]) -> None:
        """Keep updates, and begin at once with one that comes alone, as from a webhook, while there is room."""
        if len(updates) == 1 and not self._crowded and not self._leaving and self._room() > 0:
            since = elapsed()
            waiting = await self._inbox.put_and_claim(updates[0], self._limits.lease)
            if waiting is not None:
                self._start(waiting, since, giving_way=True)
        else:
            await self._inbox.put(updates)
            self._news.set()

    def _room(self) -> int:
        """Return how many lanes more may be at work."""
        return self._limits.lanes - len(self._lanes) + self._answering.resting

    async def run(self, updates: UpdateSource, stop: asyncio.Event) -> None:
        """Take in and answer until `stop` is set, then answer what waits still; raises `AccessRevokedError`."""
        watching = _task(supervise(updates, self.enqueue, self._log, self._limits.silence))
        claiming, tending, stopped = _task(self._dispatch()), _task(self._tend()), _task(stop.wait())
        tasks = {watching, claiming, tending, stopped}
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        self._leaving = True
        await _cancelled(watching, stopped)
        await self._drain(claiming)
        await _cancelled(tending)
        with suppress(StoreError):
            await self._inbox.release_all()
        if self._barred:
            raise self._barred
        for task in done - {stopped}:
            task.result()

    async def _dispatch(self) -> None:
        """Set lanes to work as updates come in, the longest waiting first."""
        backoff = Backoff()
        while not self._stopping:
            self._news.clear()
            room, since = self._room(), elapsed()
            try:
                claimed = await self._inbox.claim(self._prefix, room, self._limits.lease) if room > 0 else ()
            except StoreError as error:
                self._log("not_claimed", {"problem": error.problem})
                await backoff.rest()
                continue
            backoff = Backoff()
            self._crowded = len(claimed) >= room
            for waiting in claimed:
                self._start(waiting, since)
            if self._leaving and not self._lanes:
                return
            await self._wait()

    async def _wait(self) -> None:
        # wait_for would lose a cancellation that comes along with the news (Python 3.11), and never stop.
        with suppress(TimeoutError):
            async with asyncio.timeout(self._limits.look):
                await self._news.wait()

    def _start(self, queued: QueuedUpdate, since: float, *, giving_way: bool = False) -> None:
        task = asyncio.create_task(self._lane(queued, since, giving_way=giving_way))
        self._lanes.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._lanes.discard(task)
        if self._crowded or self._leaving:
            self._news.set()
        if not task.cancelled() and (error := task.exception()):
            if isinstance(error, AccessRevokedError):
                self._barred, self._stopping = error, True
                self._news.set()
            self._log("lane_ended", {"error": type(error).__name__})

    async def _lane(self, queued: QueuedUpdate | None, since: float, *, giving_way: bool) -> None:
        """Answer the updates of a lane in their order until none waits, or others wait for room."""
        await yield_to_loop(STEPS if giving_way else 0)
        while queued is not None:
            hold = Hold(self._inbox, self._log, queued, self._limits.lease, since)
            try:
                queued = await self._held(hold)
            except OvertakenError:
                self._log("overtaken", {"key": hold.queued.key})
                return
            since = hold.since
            if self._stopping:
                return
            if queued is not None and self._crowded:
                await retry_store(partial(self._inbox.release_lane, queued), self._log)
                return

    async def _held(self, hold: Hold) -> QueuedUpdate | None:
        """Answer an update; return the next one of its lane. Raises `OvertakenError`."""
        if task := asyncio.current_task():
            self._holds[hold] = task
        try:
            outcome = await self._answering.answer(hold)
            ended = partial(self._inbox.finish, hold.queued, outcome.place, outcome.subject)
            if outcome.dead:
                ended = partial(self._inbox.dead_letter, hold.queued, outcome.dead)
            since = elapsed()
            following = await retry_store(ended, self._log)
            hold.since = since
            return following
        finally:
            self._holds.pop(hold, None)

    async def _tend(self) -> None:
        """Keep hold of the lanes at work, and drop what is old, so that no question outlives its answer by much."""
        while True:
            with suppress(StoreError):
                await self._renewed(tuple(self._holds))
                await self._inbox.purge(self._limits.keep)
            await asyncio.sleep(self._limits.lease / 3)

    async def _renewed(self, holds: Sequence[Hold]) -> None:
        """Keep hold of lanes, and end the work in those that another process has taken over."""
        since = elapsed()
        held = await self._inbox.renew_leases([hold.queued for hold in holds], self._limits.lease)
        for hold in holds:
            if hold.queued.fence in held:
                hold.since = since
                continue
            try:
                await self._inbox.hold(hold.queued, self._limits.lease)
            except OvertakenError:
                if task := self._holds.pop(hold, None):
                    self._log("overtaken", {"key": hold.queued.key})
                    task.cancel()

    async def _drain(self, claiming: asyncio.Task[object]) -> None:
        """Answer what waits, within the time there is; what is not answered then waits for the next start."""
        self._news.set()
        await asyncio.wait({claiming}, timeout=self._limits.drain)
        self._stopping = True
        await _cancelled(claiming, *self._lanes)


def _task(work: Coroutine[object, object, object]) -> asyncio.Task[object]:
    return asyncio.create_task(work)


async def _cancelled(*tasks: asyncio.Task[object] | asyncio.Task[None]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
