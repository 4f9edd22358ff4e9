"""A process that stood still for longer than its lease, and comes back: another one has its lanes meanwhile."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from bot.chat import Incoming, Reply, Said
from bot.delivery import Delivery, Limits, holding, placing
from bot.delivery.context import DeliveryContext
from bot.ports.delivery import QueuedUpdate
from bot.transport import Enqueue, Heartbeat, RawUpdate
from tests.fakes import FakeTransport, MemoryInbox, Tray

QUICK = Limits(lanes=8, lease=30, drain=1, attempts=3, keep=3600, silence=5, look=0.01)


@dataclass
class Clock:
    """Seconds that pass when a test says so."""

    now: float = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    for module in (holding, placing):
        monkeypatch.setattr(module, "elapsed", clock)
    monkeypatch.setattr("bot.delivery.elapsed", clock)
    return clock


@dataclass
class Paused:
    """A delivery whose answer waits at `gate`, and another inbox on the same updates that takes its lane over."""

    clock: Clock
    transport: FakeTransport
    limits: Limits = QUICK
    tray: Tray = field(default_factory=Tray)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    events: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    direct: bool = False

    def __post_init__(self) -> None:
        self.inbox = Asked(self.tray, self.clock, self.asked)
        direct = self.transport if self.direct else None
        context = DeliveryContext(
            self.inbox, self.transport, self.answer, lambda event, _: self.events.append(event), direct=direct
        )
        self.delivery = Delivery(context, "t:", self.limits)
        self.stop = asyncio.Event()

    async def answer(self, incoming: Incoming) -> Reply:
        self.reached.set()
        await self.gate.wait()
        return Reply((Said(f"a:{incoming.text}"),), "en")

    async def receive(self, _enqueue: Enqueue, heartbeat: Heartbeat) -> None:
        while True:
            heartbeat()
            await asyncio.sleep(0.01)

    async def begun(self) -> "asyncio.Task[None]":
        running = asyncio.create_task(self.delivery.run(self.receive, self.stop))
        await self.delivery.enqueue([RawUpdate("t:1", "t:a", b"q1")])
        await self.reached.wait()
        return running

    async def overtaken(self, seconds: float = 31.0) -> QueuedUpdate:
        self.clock.now += seconds
        [queued] = await MemoryInbox(self.tray, self.clock).claim("t:", 5, 30)
        return queued

    async def ended(self, running: "asyncio.Task[None]") -> None:
        self.gate.set()
        await until(lambda: not self.delivery._lanes)
        self.stop.set()
        await running


@dataclass(eq=False)
class Asked(MemoryInbox):
    """An inbox that notes when it is asked whether a lane is held."""

    def __init__(self, tray: Tray, clock: Clock, asked: list[str]) -> None:
        super().__init__(tray, clock)
        self.asked = asked

    async def hold(self, queued: QueuedUpdate, lease: float) -> None:
        self.asked.append(queued.key)
        await super().hold(queued, lease)


async def until(done: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not done():  # noqa: ASYNC110 - it is the delivery's own
            await asyncio.sleep(0.005)


@pytest.mark.parametrize("direct", [False, True], ids=["placed", "direct"])
async def test_what_another_one_has_taken_over_is_neither_sent_nor_finished(clock: Clock, *, direct: bool) -> None:
    paused = Paused(clock, FakeTransport(), direct=direct)
    running = await paused.begun()
    queued = await paused.overtaken()
    await paused.ended(running)
    assert paused.transport.messages == []
    assert paused.events.count("overtaken") == 1
    assert "failed" not in paused.events
    assert paused.tray.rows["t:1"].state == 0
    assert await MemoryInbox(paused.tray, clock).finish(queued) is None


async def test_what_nobody_has_taken_over_is_answered_however_late(clock: Clock) -> None:
    paused = Paused(clock, FakeTransport())
    running = await paused.begun()
    clock.now += 500
    await paused.ended(running)
    assert paused.transport.messages == ["a:q1"]
    assert paused.asked
    assert paused.tray.rows["t:1"].state == 1


async def test_the_database_is_asked_for_nothing_while_the_lease_is_young(clock: Clock) -> None:
    paused = Paused(clock, FakeTransport())
    running = await paused.begun()
    clock.now += QUICK.lease / 2
    await paused.ended(running)
    assert paused.transport.messages == ["a:q1"]
    assert paused.asked == []


async def test_work_in_a_lane_that_was_taken_over_ends_with_the_next_look(clock: Clock) -> None:
    paused = Paused(clock, FakeTransport(), Limits(lanes=8, lease=0.3, drain=1, silence=5, look=0.01))
    running = await paused.begun()
    await paused.overtaken()
    await until(lambda: not paused.delivery._lanes)
    assert not paused.gate.is_set()
    assert paused.events.count("overtaken") == 1
    await paused.ended(running)


async def test_a_mark_that_took_long_is_kept_anew_before_the_message_is_sent(clock: Clock) -> None:
    class Slow(Paused):
        def __post_init__(self) -> None:
            super().__post_init__()
            keep, marks = self.inbox.save_mark, self.marks = self.inbox.save_mark, []  # type: ignore[attr-defined]

            async def slow(queued: QueuedUpdate, mark: str) -> None:
                await keep(queued, mark)
                marks.append(mark)
                clock.now += placing.PROMPT if len(marks) == 1 else 0

            self.inbox.save_mark = slow  # type: ignore[method-assign]

    paused = Slow(clock, FakeTransport(), direct=True)
    running = await paused.begun()
    await paused.ended(running)
    assert len(paused.marks) == 2  # type: ignore[attr-defined]
    assert paused.transport.messages == ["a:q1"]
