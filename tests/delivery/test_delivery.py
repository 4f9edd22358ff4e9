"""The delivery over a chat on paper: what goes wrong, and what a person sees of it."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import ClassVar

import pytest

from bot.chat import Admit, Incoming, Kind, Reply, Said
from bot.delivery import Delivery, Limits, backoff, worker
from bot.delivery.context import DeliveryContext
from bot.errors import StoreError, StoreProblem
from bot.ports.delivery import Backlog, QueuedUpdate
from bot.transport import (
    AccessRevokedError,
    Enqueue,
    Heartbeat,
    NotStoredError,
    OutcomeUnknownError,
    PlaceholderGoneError,
    RawUpdate,
    RetryAfterError,
    UndeliverableError,
)
from tests.fakes import FakeTransport, MemoryInbox, Tray

QUICK = Limits(lanes=8, lease=30, drain=2, attempts=3, keep=3600, silence=0.5, look=0.05)


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backoff.Backoff.__init__, "__defaults__", (0.001, 0.01))


@pytest.fixture(autouse=True, params=[False, True], ids=["placed when it is known", "placed early"])
def placing(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong goes well, be an answer's message placed before or after it is found."""
    monkeypatch.setattr(Office, "early", request.param)


async def let_in(_incoming: Incoming) -> Reply | None:
    return None


async def echo(incoming: Incoming) -> Reply:
    return Reply((Said(f"a:{incoming.text}"),), "en")


@dataclass
class Office:
    """A delivery at work, and what can be asked of it."""

    transport: FakeTransport
    inbox: MemoryInbox
    events: list[tuple[str, object]] = field(default_factory=list)
    handle: Callable[[Incoming], Awaitable[Reply]] = echo
    admit: Admit = let_in
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    early: ClassVar[bool] = False
    direct: ClassVar[bool] = False

    def __post_init__(self) -> None:
        self.transport.early = self.early
        direct = self.transport if self.direct else None
        context = DeliveryContext(self.inbox, self.transport, self.handle, self.log, admit=self.admit, direct=direct)
        self.delivery = Delivery(context, "t:", QUICK)

    def log(self, event: str, facts: object) -> None:
        self.events.append((event, facts))

    async def receive(self, enqueue: Enqueue, heartbeat: Heartbeat) -> None:
        assert enqueue
        while True:
            heartbeat()
            await asyncio.sleep(0.01)

    async def bring(self, *texts: str, chat: str = "a", first: int = 1) -> None:
        await self.delivery.enqueue(
            [RawUpdate(f"t:{chat}:{n}:{x}", f"t:{chat}", x.encode()) for n, x in enumerate(texts, first)]
        )

    async def until(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + 60
        while not done():
            assert time.monotonic() < end, (self.transport.messages, self.events)
            await asyncio.sleep(0.005)

    async def idle(self) -> None:
        def quiet() -> bool:
            return not self.delivery._lanes and all(row.state for row in self.inbox.tray.rows.values())

        await asyncio.sleep(0.02)
        await self.until(quiet)

    def count_of(self, event: str) -> int:
        return sum(name == event for name, _ in self.events)


@asynccontextmanager
async def at_work(
    faults: dict[str, list[Exception | None]] | None = None,
    handle: Callable[[Incoming], Awaitable[Reply]] = echo,
    tray: Tray | None = None,
    admit: Admit = let_in,
) -> AsyncIterator[Office]:
    office = Office(FakeTransport(faults or {}), MemoryInbox(tray or Tray()), handle=handle, admit=admit)
    running = asyncio.create_task(office.delivery.run(office.receive, office.stop))
    try:
        yield office
    finally:
        office.stop.set()
        await running


async def test_each_question_gets_one_answer_in_its_order() -> None:
    async with at_work() as office:
        await office.bring("q1", "q2", "q3")
        await office.bring("q1", "q2", "q3")
        await office.idle()
        assert office.transport.messages == ["a:q1", "a:q2", "a:q3"]


async def test_what_wants_no_answer_gets_none() -> None:
    async def silent(incoming: Incoming) -> Reply | None:
        return Reply((), "en") if incoming.text == "hush" else None

    async with at_work(admit=silent) as office:
        await office.bring("", "hush", "q1")
        await office.idle()
        assert office.transport.messages == ["a:q1"]


async def test_something_is_shown_where_the_answer_will_stand() -> None:
    async def announced(incoming: Incoming) -> Reply:
        await incoming.meanwhile.show(Reply((Said("a moment"),), "en"))
        seen.append(list(office.transport.messages))
        return await echo(incoming)

    seen: list[list[str]] = []
    async with at_work(handle=announced) as office:
        await office.bring("q1")
        await office.idle()
        assert seen == [["a moment"]]
        assert office.transport.messages == ["a:q1"]


async def test_what_can_not_be_shown_costs_no_answer_and_is_tried_three_times() -> None:
    async def announced(incoming: Incoming) -> Reply:
        for number in range(5):
            await incoming.meanwhile.show(Reply((Said(f"{number}"),), "en"))
        return await echo(incoming)

    faults: dict[str, list[Exception | None]] = {"fill q1": [OutcomeUnknownError(), RetryAfterError(9), None]}
    async with at_work(faults, announced) as office:
        await office.bring("q1")
        await office.idle()
        assert office.transport.messages == ["a:q1"]
        assert office.transport.calls.count("fill q1") == 4


async def test_an_answer_can_look_at_the_message_behind_it() -> None:
    async def looking(incoming: Incoming) -> Reply:
        behind = await incoming.meanwhile.following(0.3)
        return Reply((Said(f"{incoming.text}, then {behind.text if behind else None}"),), "en")

    async with at_work(handle=looking) as office:
        await office.bring("q1", "q2")
        await office.bring("other", chat="b")
        await office.idle()
        assert sorted(office.transport.messages) == ["other, then None", "q1, then q2", "q2, then None"]


async def test_a_message_that_comes_while_it_is_waited_for_is_seen() -> None:
    async def looking(incoming: Incoming) -> Reply:
        behind = await incoming.meanwhile.following(60.0) if incoming.text == "q1" else None
        return Reply((Said(f"{incoming.text}, then {behind.text if behind else None}"),), "en")

    async with at_work(handle=looking) as office:
        await office.bring("q1")
        await asyncio.sleep(0.1)
        await office.bring("q2", first=2)
        await office.idle()
        assert office.transport.messages == ["q1, then q2", "q2, then None"]


async def test_a_long_message_that_gets_no_reply_leaves_no_empty_one_behind() -> None:
    async def held(incoming: Incoming) -> Reply:
        return Reply((), "en") if len(incoming.text) > 300 else await echo(incoming)

    async with at_work(handle=held) as office:
        await office.bring("w" * 301, "q2")
        await office.idle()
        assert office.transport.messages == ["a:q2"]


async def test_a_slow_chat_holds_up_nobody_else() -> None:
    gate = asyncio.Event()

    async def slow(incoming: Incoming) -> Reply:
        if incoming.text == "slow":
            await gate.wait()
        return await echo(incoming)

    async with at_work(handle=slow) as office:
        await office.bring("slow", "after")
        await office.bring("q1", "q2", chat="b")
        await office.until(lambda: office.transport.texts == ["a:q1", "a:q2"])
        gate.set()
        await office.idle()
        assert sorted(office.transport.texts[:3]) == ["a:q1", "a:q2", "a:slow"]
        assert office.transport.texts[3:] == ["a:after"]


async def test_chats_that_never_stop_asking_leave_room_for_others() -> None:
    async with at_work() as office:
        busy = [f"busy{number}" for number in range(QUICK.lanes)]
        for chat in busy:
            await office.bring(f"{chat}-0", chat=chat)
        await office.bring("quiet", chat="quiet")
        for chat in busy:
            await office.bring(*(f"{chat}-{n}" for n in range(1, 5)), chat=chat, first=2)
        await office.idle()
        assert len(office.transport.messages) == 5 * QUICK.lanes + 1
        assert office.transport.messages.index("a:quiet") < 2 * QUICK.lanes
        for chat in busy:
            said = [text for text in office.transport.messages if text.startswith(f"a:{chat}-")]
            assert said == [f"a:{chat}-{n}" for n in range(5)]


async def test_what_cannot_be_read_is_put_aside_and_the_rest_goes_on() -> None:
    async with at_work() as office:
        await office.bring("q1", "poison", "q2")
        await office.idle()
        assert office.transport.texts == ["a:q1", "a:q2"]
        assert await office.inbox.backlog() == Backlog(0, 1)
        assert office.count_of("unreadable") == 1


async def test_our_own_failures_are_counted_and_have_an_end() -> None:
    async with at_work() as office:
        await office.bring("bug", "q1")
        await office.idle()
        assert office.transport.texts == ["a:q1"]
        assert await office.inbox.backlog() == Backlog(0, 1)
        assert office.count_of("failed") == QUICK.attempts


async def test_no_empty_message_stays_where_an_answer_is_given_up() -> None:
    async def sorry(incoming: Incoming) -> Reply:
        return Reply((Said("sorry"),), "en") if incoming.kind is Kind.FAULT else await echo(incoming)

    async with at_work({"fill q1": [KeyError()] * QUICK.attempts}, sorry) as office:
        await office.bring("q1", "q2")
        await office.idle()
        assert office.transport.messages == ["sorry", "a:q2"]
        assert await office.inbox.backlog() == Backlog(0, 1)


async def test_a_failure_that_passes_costs_nothing() -> None:
    left = [RuntimeError(), RuntimeError()]

    async def shaky(incoming: Incoming) -> Reply:
        if left:
            raise left.pop()
        return await echo(incoming)

    async with at_work(handle=shaky) as office:
        await office.bring("q1")
        await office.idle()
        assert office.transport.messages == ["a:q1"]


async def test_patience_asked_for_in_one_chat_delays_that_chat_alone() -> None:
    async with at_work({"place q1": [RetryAfterError(0.3)], "fill q2": [RetryAfterError(0.1)]}) as office:
        began = time.monotonic()
        await office.bring("q1", "q2")
        await office.bring("q3", chat="b")
        await office.idle()
        assert time.monotonic() - began > 0.4
        assert office.transport.texts == ["a:q3", "a:q1", "a:q2"]


async def test_chats_that_wait_take_no_room_from_others() -> None:
    faults: dict[str, list[Exception | None]] = {f"place w{n}": [RetryAfterError(0.5)] for n in range(QUICK.lanes)}
    async with at_work(faults) as office:
        for n in range(QUICK.lanes):
            await office.bring(f"w{n}", chat=f"w{n}")
        await office.until(lambda: office.count_of("asked_to_wait") == QUICK.lanes)
        await office.bring("q1", chat="b")
        await office.until(lambda: office.transport.texts == ["a:q1"])


@pytest.mark.parametrize("lost", ["placed", "filled", "place q1", "fill q1"])
async def test_a_broken_connection_never_brings_a_second_text(lost: str) -> None:
    async with at_work({lost: [OutcomeUnknownError(), OutcomeUnknownError()]}) as office:
        await office.bring("q1", "q2")
        await office.idle()
        assert office.transport.texts == ["a:q1", "a:q2"]
        assert office.count_of("failed") == 0


async def test_an_answer_goes_into_a_new_message_once_where_the_old_one_was_deleted() -> None:
    async with at_work(
        {"fill q1": [PlaceholderGoneError()], "fill q2": [PlaceholderGoneError(), PlaceholderGoneError()]}
    ) as office:
        await office.bring("q1", "q2", "q3")
        await office.idle()
        assert office.transport.messages == ["…", "a:q1", "…", "…", "a:q3"]


async def test_who_cannot_be_reached_is_left_alone() -> None:
    async with at_work({"place q1": [UndeliverableError()], "fill q2": [UndeliverableError()]}) as office:
        await office.bring("q1", "q2", "q3")
        await office.idle()
        assert office.transport.texts == ["a:q3"]
        assert office.transport.calls.count("place q1") == 1


async def test_a_revoked_token_stops_everything_and_keeps_the_questions() -> None:
    tray = Tray()
    office = Office(FakeTransport({"place q1": [AccessRevokedError()]}), MemoryInbox(tray))
    await office.bring("q1", "q2")
    await office.bring("q3", chat="b")
    with pytest.raises(AccessRevokedError):
        await asyncio.wait_for(office.delivery.run(office.receive, office.stop), 60)
    assert office.transport.calls.count("place q1") == 1
    async with at_work(tray=tray) as again:
        await again.idle()
        assert sorted(again.transport.texts) >= ["a:q1", "a:q2"]


async def test_a_revoked_token_that_the_intake_finds_out_stops_everything() -> None:
    async def barred(_enqueue: Enqueue, _heartbeat: Heartbeat) -> None:
        raise AccessRevokedError

    office = Office(FakeTransport(), MemoryInbox())
    with pytest.raises(AccessRevokedError):
        await asyncio.wait_for(office.delivery.run(barred, office.stop), 60)


async def test_a_new_version_of_a_question_changes_its_answer() -> None:
    async with at_work() as office:
        await office.bring("q1", "q2", "q3 amends q1", "q4 amends q9")
        await office.idle()
        assert office.transport.messages == ["a:q3", "a:q2"]


async def test_a_crash_between_placing_and_filling_leaves_one_answer() -> None:
    tray = Tray()
    dying = Office(FakeTransport({"fill q1": [asyncio.CancelledError()]}), MemoryInbox(tray))  # type: ignore[list-item]
    running = asyncio.create_task(dying.delivery.run(dying.receive, dying.stop))
    await dying.bring("q1")
    await dying.until(lambda: "fill q1" in dying.transport.calls)
    running.cancel()
    await asyncio.gather(running, *dying.delivery._lanes, return_exceptions=True)
    tray.lanes.clear()
    office = Office(dying.transport, MemoryInbox(tray))
    running = asyncio.create_task(office.delivery.run(office.receive, office.stop))
    await office.idle()
    office.stop.set()
    await running
    assert office.transport.messages == ["a:q1"]


async def test_asked_to_stop_it_answers_what_waits_for_as_long_as_there_is_time() -> None:
    async def slow(incoming: Incoming) -> Reply:
        await asyncio.sleep(3600 if incoming.text == "q3" else 0.05)
        return await echo(incoming)

    async with at_work(handle=slow) as office:
        await office.bring("q1", "q2", "q3", "q4")
        await office.until(lambda: bool(office.delivery._lanes))
    assert office.transport.texts == ["a:q1", "a:q2"]
    assert await office.inbox.backlog() == Backlog(2, 0)
    assert office.inbox.tray.lanes == {}
    again = Office(office.transport, MemoryInbox(office.inbox.tray))
    running = asyncio.create_task(again.delivery.run(again.receive, again.stop))
    await again.idle()
    again.stop.set()
    await running
    assert office.transport.messages == ["a:q1", "a:q2", "a:q3", "a:q4"]


async def test_what_cannot_be_kept_is_not_acknowledged() -> None:
    class Full(MemoryInbox):
        async def put(self, _updates: Sequence[RawUpdate]) -> int:
            raise StoreError(StoreProblem.FULL, "chats.db")

    office = Office(FakeTransport(), Full())
    with pytest.raises(NotStoredError):
        await office.bring("q1")
    assert office.count_of("not_kept") == 1


async def test_a_database_that_refuses_for_a_while_loses_nothing() -> None:
    class Locked(MemoryInbox):
        refusals = 5

        async def claim(self, prefix: str, most: int, lease: float):  # type: ignore[no-untyped-def]  # noqa: ANN202
            self._refuse()
            return await super().claim(prefix, most, lease)

        async def save_progress(self, queued: QueuedUpdate, progress: str, subject: str) -> None:
            self._refuse()
            await super().save_progress(queued, progress, subject)

        async def save_mark(self, queued: QueuedUpdate, mark: str) -> None:
            self._refuse()
            await super().save_mark(queued, mark)

        async def finish(self, queued: QueuedUpdate, progress: str = "", subject: str = ""):  # type: ignore[no-untyped-def]  # noqa: ANN202
            self._refuse()
            return await super().finish(queued, progress, subject)

        def _refuse(self) -> None:
            self.refusals -= 1
            if self.refusals % 2:
                raise StoreError(StoreProblem.LOCKED, "chats.db")

    office = Office(FakeTransport(), Locked())
    running = asyncio.create_task(office.delivery.run(office.receive, office.stop))
    await office.bring("q1", "q2", "q3")
    await office.idle()
    office.stop.set()
    await running
    assert office.transport.messages == ["a:q1", "a:q2", "a:q3"]


async def test_who_waits_long_sees_that_it_is_being_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "SLOW", 0.02)
    monkeypatch.setattr(worker, "AGAIN", 0.02)

    async def slow(incoming: Incoming) -> Reply:
        await asyncio.sleep(0.1)
        return await echo(incoming)

    async with at_work(handle=slow) as office:
        await office.bring("q1")
        await office.idle()
        assert office.transport.shown_busy >= 2
        assert office.transport.messages == ["a:q1"]


async def test_an_answer_knows_how_long_its_question_has_waited() -> None:
    seen: list[float] = []

    async def look(incoming: Incoming) -> Reply:
        seen.append(incoming.waited)
        return await echo(incoming)

    tray = Tray()
    old = MemoryInbox(tray, clock=lambda: time.time() - 500)
    await old.put([RawUpdate("t:a:1", "t:a", b"q1")])
    async with at_work(handle=look, tray=tray) as office:
        await office.idle()
    assert 499 < seen[0] < 510


async def test_an_intake_that_ends_raises_or_falls_silent_is_started_again() -> None:
    lives: list[str] = []

    async def mortal(enqueue: Enqueue, heartbeat: Heartbeat) -> None:
        heartbeat()
        lives.append("life")
        if len(lives) == 1:
            return
        if len(lives) == 2:
            raise OSError
        await enqueue([RawUpdate(f"t:a:{len(lives)}", "t:a", f"q{len(lives)}".encode())])
        await asyncio.Event().wait()

    office = Office(FakeTransport(), MemoryInbox())
    running = asyncio.create_task(office.delivery.run(mortal, office.stop))
    await office.until(lambda: len(lives) == 4)
    await office.until(lambda: office.transport.texts == ["a:q3", "a:q4"])
    office.stop.set()
    await running
    assert office.count_of("intake_ended") == 2
    assert office.count_of("intake_silent") >= 1


async def test_an_answer_is_placed_and_noted_while_it_is_looked_for() -> None:
    seen = []

    async def looking(incoming: Incoming) -> Reply:
        for _ in range(20):
            await asyncio.sleep(0)
        [row] = office.inbox.tray.rows.values()
        seen.append((list(office.transport.messages), row.waiting.progress))
        return await echo(incoming)

    async with at_work(handle=looking) as office:
        await office.bring("q1")
        await office.idle()
        assert office.transport.messages == ["a:q1"]
    assert seen == ([(["…"], "0")] if office.early else [([], "")])


async def test_nothing_is_placed_early_for_somebody_who_is_turned_away() -> None:
    async def away(incoming: Incoming) -> Reply | None:
        return Reply((Said("no"),), "en") if incoming.text == "q1" else Reply((), "en")

    async with at_work(admit=away) as office:
        await office.bring("q1", "q2")
        await office.idle()
        assert office.transport.messages == ["no"]


async def test_an_answer_that_was_placed_early_and_has_nothing_to_say_says_that_something_went_wrong() -> None:
    async def nothing(incoming: Incoming) -> Reply:
        return Reply((Said("sorry"),) if incoming.kind is Kind.FAULT else (), "en")

    async with at_work(handle=nothing) as office:
        await office.bring("q1")
        await office.idle()
        assert office.transport.messages == (["sorry"] if office.early else [])
