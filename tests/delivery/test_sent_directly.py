"""Answers that are sent as one message: what became of one is known before another is sent, whatever breaks off."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from bot.chat import Incoming, Reply, Said
from bot.delivery import backoff, worker
from bot.ports.delivery import Backlog
from bot.transport import (
    AccessRevokedError,
    OutcomeUnknownError,
    PlaceholderGoneError,
    RetryAfterError,
    TooEarlyError,
    UndeliverableError,
    UnprovenError,
)
from tests.delivery.test_delivery import QUICK, Office, echo
from tests.fakes import FakeTransport, MemoryInbox, Tray

Faults = dict[str, list[Exception | None]]


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backoff.Backoff.__init__, "__defaults__", (0.001, 0.01))


@pytest.fixture(autouse=True, params=[False, True], ids=["not sure of an answer", "sure of one"])
def sure(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong goes well, be it sure before that there will be an answer or not."""
    monkeypatch.setattr(Office, "early", request.param)


class DirectOffice(Office):
    """A delivery that sends answers as one message each."""

    direct = True


@asynccontextmanager
async def at_work(
    faults: Faults | None = None,
    handle: Callable[[Incoming], Awaitable[Reply]] = echo,
    tray: Tray | None = None,
    transport: FakeTransport | None = None,
) -> AsyncIterator[Office]:
    office = DirectOffice(transport or FakeTransport(faults or {}), MemoryInbox(tray or Tray()), handle=handle)
    running = asyncio.create_task(office.delivery.run(office.receive, office.stop))
    try:
        yield office
    finally:
        office.stop.set()
        await running


async def killed_at(step: str, tray: Tray, handle: Callable[[Incoming], Awaitable[Reply]] = echo) -> FakeTransport:
    """Ask one question and have the delivery end at a step; return the chat as it is then."""
    faults: Faults = {step: [asyncio.CancelledError()]}  # type: ignore[list-item]
    if step.startswith("find"):
        faults["sent q1"] = [OutcomeUnknownError()]
    dying = DirectOffice(FakeTransport(faults), MemoryInbox(tray), handle=handle)
    running = asyncio.create_task(dying.delivery.run(dying.receive, dying.stop))
    await dying.bring("q1")
    await dying.until(lambda: not faults[step])
    running.cancel()
    await asyncio.gather(running, *dying.delivery._lanes, return_exceptions=True)
    tray.lanes.clear()
    return dying.transport


async def test_each_answer_is_one_message_that_was_never_empty() -> None:
    async with at_work() as office:
        await office.bring("q1", "q2")
        await office.idle()
        assert office.transport.messages == ["a:q1", "a:q2"]
        assert office.transport.calls == ["send q1", "send q2"]


async def test_where_an_answer_stands_is_noted_with_its_end() -> None:
    async with at_work() as office:
        await office.bring("q1")
        await office.idle()
        [row] = office.inbox.tray.rows.values()
        assert (row.waiting.progress, row.subject, row.waiting.mark) == ("0", "q1", "")


async def test_a_mark_is_kept_before_anything_is_sent() -> None:
    tray = Tray()
    await killed_at("send q1", tray)
    [row] = tray.rows.values()
    assert row.waiting.mark
    assert row.waiting.progress == ""


async def test_what_was_sent_although_nobody_said_so_is_found_and_not_sent_again() -> None:
    async with at_work({"sent q1": [OutcomeUnknownError()]}) as office:
        await office.bring("q1", "q2")
        await office.idle()
        assert office.transport.messages == ["a:q1", "a:q2"]
        assert office.transport.calls == ["send q1", "find q1", "send q2"]
        assert office.count_of("found") == 1


async def test_what_was_not_sent_is_sent_once_that_is_proven() -> None:
    async with at_work({"send q1": [OutcomeUnknownError()]}) as office:
        await office.bring("q1", "q2")
        await office.idle()
        assert office.transport.messages == ["a:q1", "a:q2"]
        assert office.transport.calls == ["send q1", "find q1", "send q1", "send q2"]


async def test_what_is_looked_for_too_early_is_waited_for_in_its_chat_alone() -> None:
    async with at_work({"sent q1": [OutcomeUnknownError()], "find q1": [TooEarlyError(0.2)]}) as office:
        await office.bring("q1", "q2")
        await office.bring("q3", chat="b")
        await office.until(lambda: office.transport.messages == ["a:q1", "a:q3"])
        await office.idle()
        assert office.transport.messages == ["a:q1", "a:q3", "a:q2"]


async def test_a_search_that_breaks_off_goes_on_before_anything_else_is_sent() -> None:
    broken: list[Exception | None] = [OutcomeUnknownError(), RetryAfterError(0.01), OutcomeUnknownError()]
    async with at_work({"sent q1": [OutcomeUnknownError()], "find q1": broken}) as office:
        await office.bring("q1", "q2")
        await office.idle()
        assert office.transport.messages == ["a:q1", "a:q2"]
        assert office.transport.calls.count("send q1") == 1


@pytest.mark.parametrize("step", ["send q1", "sent q1", "find q1"])
async def test_whoever_is_killed_at_any_step_has_the_answer_given_once(step: str) -> None:
    tray = Tray()
    chat = await killed_at(step, tray)
    async with at_work(tray=tray, transport=chat) as office:
        await office.idle()
        assert office.transport.messages == ["a:q1"]
        assert "find q1" in office.transport.calls


async def test_a_search_knows_the_other_answers_of_its_chat() -> None:
    async with at_work({"sent q2": [OutcomeUnknownError()]}) as office:
        await office.bring("q0", chat="b")
        await office.idle()
        await office.bring("q1", "q2")
        await office.idle()
        assert office.transport.known == [("0", "1")]


async def test_after_patience_was_asked_for_nothing_is_looked_for() -> None:
    async with at_work({"send q1": [RetryAfterError(0.05)]}) as office:
        await office.bring("q1")
        await office.idle()
        assert office.transport.messages == ["a:q1"]
        assert office.transport.calls == ["send q1", "send q1"]


async def test_who_cannot_be_reached_is_left_alone() -> None:
    async with at_work({"send q1": [UndeliverableError()]}) as office:
        await office.bring("q1", "q2")
        await office.idle()
        assert office.transport.calls == ["send q1", "send q2"]


async def test_what_is_refused_is_a_failure_of_ours_and_nothing_is_looked_for() -> None:
    async with at_work({"send q1": [KeyError(), KeyError()]}) as office:
        await office.bring("q1")
        await office.idle()
        assert office.transport.calls == ["send q1"] * 3
        assert office.count_of("failed") == 2


async def test_a_revoked_token_stops_everything_and_the_mark_stays() -> None:
    tray = Tray()
    office = DirectOffice(FakeTransport({"find q1": [AccessRevokedError()]}), MemoryInbox(tray))
    office.transport.faults["sent q1"] = [OutcomeUnknownError()]
    await office.bring("q1")
    with pytest.raises(AccessRevokedError):
        await asyncio.wait_for(office.delivery.run(office.receive, office.stop), 60)
    async with at_work(tray=tray, transport=office.transport) as again:
        await again.idle()
        assert again.transport.messages == ["a:q1"]


async def test_what_can_not_be_proven_any_more_is_sent_and_said_in_the_log() -> None:
    async with at_work({"sent q1": [OutcomeUnknownError()], "find q1": [UnprovenError("moved")]}) as office:
        await office.bring("q1")
        await office.idle()
        assert office.transport.messages == ["a:q1", "a:q1"]
        assert ("unproven", {"key": "t:a:1:q1", "reason": "moved"}) in office.events


async def test_the_way_is_asked_for_again_where_the_platform_could_not_tell() -> None:
    async with at_work({"way q1": [OutcomeUnknownError(), OutcomeUnknownError(), RetryAfterError(0.01)]}) as office:
        await office.bring("q1")
        await office.idle()
        assert office.transport.messages == ["a:q1"]
        assert await office.inbox.backlog() == Backlog(0, 0)


async def test_where_nothing_can_be_proven_a_message_is_placed_and_filled() -> None:
    async with at_work(transport=FakeTransport(whole=False)) as office:
        await office.bring("q1")
        await office.idle()
        assert office.transport.messages == ["a:q1"]
        assert office.transport.calls == ["place q1", "fill q1"]


async def test_a_new_version_of_a_question_changes_its_answer() -> None:
    async with at_work() as office:
        await office.bring("q1", "q2", "q3 amends q1", "q4 amends q9")
        await office.idle()
        assert office.transport.messages == ["a:q3", "a:q2"]


async def test_an_answer_that_was_deleted_before_it_is_changed_is_sent_anew_once() -> None:
    async with at_work({"fill q2": [PlaceholderGoneError()]}) as office:
        await office.bring("q1", "q2 amends q1")
        await office.idle()
        assert office.transport.messages == ["a:q1", "a:q2"]
        assert office.transport.calls == ["send q1", "fill q2", "send q2"]


async def shown_first(incoming: Incoming) -> Reply:
    await incoming.meanwhile.show(Reply((Said("a moment"),), "en"))
    return await echo(incoming)


@pytest.mark.parametrize("step", ["send q1", "sent q1", "fill q1"])
async def test_what_was_shown_before_the_answer_is_found_and_filled_and_never_stays(step: str) -> None:
    tray = Tray()
    chat = await killed_at(step, tray, shown_first)
    async with at_work(tray=tray, transport=chat) as office:
        await office.idle()
        assert office.transport.messages == ["a:q1"]


async def test_an_answer_takes_the_place_of_what_was_shown_before_it() -> None:
    async with at_work(handle=shown_first) as office:
        await office.bring("q1", "q2")
        await office.idle()
        assert office.transport.messages == ["a:q1", "a:q2"]
        assert office.transport.calls == ["send q1", "fill q1", "fill q1", "send q2", "fill q2", "fill q2"]


async def test_an_empty_message_comes_only_where_an_answer_is_sure_and_takes_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(worker, "PLACED", 0.05)
    seen = []

    async def slow(incoming: Incoming) -> Reply:
        await asyncio.sleep(0.15)
        seen.append(list(office.transport.messages))
        return await echo(incoming)

    async with at_work(handle=slow) as office:
        await office.bring("q1")
        await office.idle()
        assert office.transport.messages == ["a:q1"]
        assert seen == [["…"] if office.early else []]


async def test_asked_to_stop_while_a_message_is_looked_for_it_leaves_that_to_the_next() -> None:
    tray = Tray()
    async with at_work({"sent q1": [OutcomeUnknownError()], "find q1": [TooEarlyError(3600)]}, tray=tray) as office:
        await office.bring("q1")
        await office.until(lambda: "find q1" in office.transport.calls)
    assert QUICK.drain < 3
    async with at_work(tray=tray, transport=office.transport) as again:
        await again.idle()
        assert again.transport.messages == ["a:q1"]
