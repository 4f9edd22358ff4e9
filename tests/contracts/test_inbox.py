"""What every `Inbox` keeps to, whatever it is made of."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.ports.delivery import Backlog, Inbox, QueuedUpdate
from bot.storage.inbox import open_inbox
from bot.storage.postgres.connections import connected
from bot.storage.postgres.inbox import open_inbox as open_postgres
from bot.storage.postgres.schema import provide
from bot.transport import OvertakenError, RawUpdate
from tests.fakes import MemoryInbox, Tray

KINDS = ("sqlite in a file", "postgres", "dictionaries")
LEASE = 30.0


@dataclass
class Clock:
    now: float = 1_000_000.0

    def __call__(self) -> float:
        return self.now


Opened = Callable[[], AbstractAsyncContextManager[Inbox]]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=KINDS)
def opened(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Opened:
    """Opens the inbox under test, again and again over the same updates, as processes do."""
    tray = Tray()

    @asynccontextmanager
    async def memory() -> AsyncIterator[Inbox]:
        inbox = MemoryInbox(tray, clock)
        yield inbox
        await inbox.release_all()

    @asynccontextmanager
    async def postgres() -> AsyncIterator[Inbox]:
        async with connected(address) as connections:
            await provide(address)
            async with open_postgres(connections, clock) as inbox:
                yield inbox

    address = request.getfixturevalue("postgres_address") if request.param == "postgres" else ""
    others = {"postgres": postgres, "dictionaries": memory}
    return others.get(request.param, lambda: open_inbox(tmp_path / "chats.db", clock))


@pytest.fixture
async def inbox(opened: Opened) -> AsyncIterator[Inbox]:
    async with opened() as inbox:
        yield inbox


def update(number: int, chat: str = "a", body: bytes = b"{}") -> RawUpdate:
    return RawUpdate(f"telegram:1:{number}", f"telegram:1:{chat}", body)


async def claimed(inbox: Inbox, most: int = 10, prefix: str = "telegram:") -> dict[str, QueuedUpdate]:
    return {w.key.rpartition(":")[2]: w for w in await inbox.claim(prefix, most, LEASE)}


async def keys(inbox: Inbox, most: int = 10, prefix: str = "telegram:") -> list[str]:
    return list(await claimed(inbox, most, prefix))


async def test_what_is_kept_is_claimed_as_it_came(inbox: Inbox, clock: Clock) -> None:
    body = '{"text": "\ud83d\udd0e ü"}\0'.encode("utf-8", "surrogatepass")
    assert await inbox.put([update(1, body=body)]) == 1
    [waiting] = await inbox.claim("telegram:", 10, LEASE)
    assert (waiting.key, waiting.lane, waiting.body) == ("telegram:1:1", "telegram:1:a", body)
    assert (waiting.arrived, waiting.attempts, waiting.progress) == (clock.now, 0, "")


async def test_the_same_update_again_is_passed_over_even_after_it_was_answered(inbox: Inbox) -> None:
    assert await inbox.put([update(1), update(2, "b"), update(1)]) == 2
    assert await inbox.put([update(2, "b"), update(3, "c")]) == 1
    found = await claimed(inbox)
    assert list(found) == ["1", "2", "3"]
    assert await inbox.finish(found["1"]) is None
    assert await inbox.put([update(1)]) == 0
    assert await keys(inbox) == []


async def test_an_update_that_is_alone_in_its_lane_is_begun_with_at_once(opened: Opened, clock: Clock) -> None:
    async with opened() as inbox, opened() as other:
        begun = await inbox.put_and_claim(update(1, body=b"1"), LEASE)
        assert begun is not None
        assert begun == QueuedUpdate("telegram:1:1", "telegram:1:a", b"1", clock.now, fence=begun.fence)
        assert await inbox.put_and_claim(update(1), LEASE) is None
        assert await other.put_and_claim(update(2), LEASE) is None
        assert await keys(other) == []
        second = await inbox.finish(begun)
        assert second is not None
        assert second.key == "telegram:1:2"
        assert await inbox.finish(second) is None
        assert await inbox.put_and_claim(update(2), LEASE) is None
        assert await other.put_and_claim(update(3), LEASE) is not None


async def test_a_lane_that_was_begun_is_free_again_after_its_lease(opened: Opened, clock: Clock) -> None:
    async with opened() as inbox, opened() as other:
        assert await inbox.put_and_claim(update(1), LEASE) is not None
        clock.now += LEASE - 1
        assert await keys(other) == []
        clock.now += 1
        assert await keys(other) == ["1"]


async def test_many_updates_are_kept_at_once(inbox: Inbox) -> None:
    assert await inbox.put([]) == 0
    assert await inbox.put([update(n, str(n)) for n in range(250)]) == 250
    assert await keys(inbox, most=300) == [str(n) for n in range(250)]


async def test_a_lane_has_one_update_at_work_and_keeps_the_order(inbox: Inbox) -> None:
    await inbox.put([update(1), update(2), update(3, "b"), update(4)])
    found = await claimed(inbox)
    assert list(found) == ["1", "3"]
    assert await keys(inbox) == []
    second = await inbox.finish(found["1"])
    assert second is not None
    assert second.key == "telegram:1:2"
    assert await keys(inbox) == []
    third = await inbox.finish(second)
    assert third is not None
    assert await inbox.finish(third) is None
    await inbox.put([update(5)])
    assert await keys(inbox) == ["5"]


async def test_what_waits_behind_an_update_can_be_looked_at(inbox: Inbox) -> None:
    await inbox.put(
        [update(1, body=b"one"), update(2, "b", b"other"), update(3, body=b"two"), update(4, body=b"three")]
    )
    found = await claimed(inbox)
    assert await inbox.peek("telegram:1:a", "telegram:1:1") == b"two"
    assert await inbox.peek("telegram:1:a", "telegram:1:4") is None
    assert await inbox.peek("telegram:1:b", "telegram:1:2") is None
    await inbox.finish(found["1"])
    assert await inbox.peek("telegram:1:a", "telegram:1:3") == b"three"


async def test_the_longest_waiting_lanes_come_first_and_no_more_than_asked_for(inbox: Inbox) -> None:
    await inbox.put([update(n, str(n)) for n in range(5)])
    assert await keys(inbox, most=2) == ["0", "1"]
    assert await keys(inbox, most=2) == ["2", "3"]


async def test_a_lane_that_was_let_go_comes_after_those_that_have_waited_longer(opened: Opened) -> None:
    async with opened() as inbox, opened() as other:
        await inbox.put([update(1), update(2), update(3, "b"), update(4), update(5, "c")])
        second = await inbox.finish((await claimed(inbox, most=1))["1"])
        assert second is not None
        await other.release_lane(replace(second, fence=second.fence - 1))
        assert await keys(inbox, most=1) == ["3"]
        await inbox.release_lane(second)
        assert await keys(inbox) == ["2", "5"]


async def test_only_lanes_of_the_platform_are_claimed(inbox: Inbox) -> None:
    await inbox.put(
        [update(1), RawUpdate("slack:T:1", "slack:T:C", b"{}"), RawUpdate("telegram:12:1", "telegram:12:a", b"")]
    )
    assert await keys(inbox, prefix="slack:") == ["1"]
    assert [w.key for w in await inbox.claim("telegram:1:", 10, LEASE)] == ["telegram:1:1"]


async def test_an_answered_update_leaves_its_key_and_nothing_else(inbox: Inbox) -> None:
    await inbox.put([update(1, body=b"secret")])
    await inbox.finish((await claimed(inbox))["1"])
    assert await inbox.backlog() == Backlog(0, 0)


async def test_progress_survives_whoever_died(opened: Opened, clock: Clock) -> None:
    async with opened() as dying, opened() as other:
        await dying.put([update(1)])
        await dying.save_progress((await claimed(dying))["1"], "77", "m5")
        clock.now += LEASE - 1
        assert await keys(other) == []
        clock.now += 2
        [waiting] = await other.claim("telegram:", 10, LEASE)
        assert waiting.progress == "77"


async def test_who_lives_keeps_hold(opened: Opened, clock: Clock) -> None:
    async with opened() as living, opened() as other:
        await living.put([update(1)])
        [held] = (await claimed(living)).values()
        for _ in range(5):
            clock.now += LEASE - 1
            assert await living.renew_leases([held], LEASE) == {held.fence}
            assert await keys(other) == []
        await living.release_all()
        assert await keys(other) == ["1"]


async def test_what_is_closed_lets_go(opened: Opened) -> None:
    async with opened() as first:
        await first.put([update(1)])
        assert await keys(first) == ["1"]
    async with opened() as second:
        assert await keys(second) == ["1"]


async def test_failures_are_counted_when_they_happen(inbox: Inbox) -> None:
    await inbox.put([update(1)])
    held = (await claimed(inbox))["1"]
    assert [await inbox.fail(held) for _ in range(3)] == [1, 2, 3]
    await inbox.release_all()
    [waiting] = await inbox.claim("telegram:", 10, LEASE)
    assert waiting.attempts == 3


async def test_what_is_given_up_does_not_stop_the_rest(inbox: Inbox) -> None:
    await inbox.put([update(1), update(2)])
    second = await inbox.dead_letter((await claimed(inbox))["1"], "unreadable")
    assert second is not None
    assert second.key == "telegram:1:2"
    assert await inbox.backlog() == Backlog(1, 1)
    assert await inbox.put([update(1)]) == 0


async def test_an_earlier_answer_is_found_by_its_message(inbox: Inbox) -> None:
    await inbox.put([update(1), update(2, "b")])
    held = (await claimed(inbox))["1"]
    await inbox.save_progress(held, "77", "m5")
    await inbox.finish(held)
    assert await inbox.progress_of("telegram:1:a", "m5") == "77"
    assert await inbox.progress_of("telegram:1:b", "m5") == ""
    assert await inbox.progress_of("telegram:1:a", "m6") == ""
    assert await inbox.progress_of("telegram:1:a", "") == ""


async def test_old_keys_are_dropped_and_may_come_again(inbox: Inbox, clock: Clock) -> None:
    await inbox.put([update(1), update(2, "b"), update(3, "c")])
    held = await claimed(inbox)
    await inbox.finish(held["1"])
    await inbox.dead_letter(held["2"], "unreadable")
    assert await inbox.purge(3600) == 0
    clock.now += 3601
    assert await inbox.purge(3600) == 2
    assert await inbox.backlog() == Backlog(1, 0)
    assert await inbox.put([update(1)]) == 1


async def test_a_forgotten_chat_leaves_only_keys(inbox: Inbox) -> None:
    await inbox.put([update(1), update(2), update(3)])
    first = (await claimed(inbox))["1"]
    await inbox.save_progress(first, "77", "m5")
    second = await inbox.finish(first)
    assert second is not None
    await inbox.dead_letter(second, "unreadable")
    await inbox.forget("telegram:1:a")
    assert await inbox.progress_of("telegram:1:a", "m5") == ""
    assert await inbox.backlog() == Backlog(1, 0)
    assert await inbox.put([update(1), update(2)]) == 0


async def test_the_threads_of_a_chat_are_forgotten_with_it_where_that_is_wanted(inbox: Inbox) -> None:
    lanes = ("a", "a:1", "a:2", "ab", "b:a")
    await inbox.put([update(number, lane) for number, lane in enumerate(lanes)])
    for held in (await claimed(inbox)).values():
        await inbox.dead_letter(held, "unreadable")
    await inbox.forget("telegram:1:a")
    assert await inbox.backlog() == Backlog(0, 4)
    await inbox.forget("telegram:1:a", below=True)
    assert await inbox.backlog() == Backlog(0, 2)


async def test_a_mark_survives_whoever_died_and_is_gone_when_the_place_is_noted(opened: Opened, clock: Clock) -> None:
    async with opened() as dying, opened() as other:
        await dying.put([update(1)])
        await dying.save_mark((await claimed(dying))["1"], "1000000.000 0 7 0 0 0")
        clock.now += LEASE + 1
        [waiting] = await other.claim("telegram:", 10, LEASE)
        assert (waiting.mark, waiting.progress) == ("1000000.000 0 7 0 0 0", "")
        await other.save_progress(waiting, "77", "m5")
        clock.now += LEASE + 1
        [waiting] = await dying.claim("telegram:", 10, LEASE)
        assert (waiting.mark, waiting.progress) == ("", "77")


async def test_where_an_answer_stands_can_be_noted_with_its_end(inbox: Inbox) -> None:
    await inbox.put([update(1), update(2), update(3, "b")])
    held = await claimed(inbox)
    assert await inbox.places("telegram:1:a") == ()
    second = await inbox.finish(held["1"], "77", "m5")
    assert second is not None
    await inbox.finish(second, "78")
    await inbox.finish(held["3"], "79", "m6")
    assert await inbox.progress_of("telegram:1:a", "m5") == "77"
    assert sorted(await inbox.places("telegram:1:a")) == ["77", "78", "79"]
    await inbox.put([update(number, "c") for number in range(4, 2_004)])
    assert sorted(await inbox.places("telegram:1:a")) == ["77", "78"]


async def test_an_end_that_says_no_place_leaves_the_one_that_was_noted(inbox: Inbox) -> None:
    await inbox.put([update(1)])
    held = (await claimed(inbox))["1"]
    await inbox.save_progress(held, "77", "m5")
    await inbox.finish(held)
    assert await inbox.progress_of("telegram:1:a", "m5") == "77"


async def test_what_waits_is_counted_for_all_and_for_those_lanes_alone_that_are_asked_for(inbox: Inbox) -> None:
    await inbox.put([update(1), update(2, "b"), RawUpdate("slack:1:1", "slack:1:a", b"{}")])
    assert await inbox.backlog() == Backlog(3, 0)
    assert await inbox.backlog("telegram:1:") == Backlog(2, 0)
    assert await inbox.backlog("slack:1:") == Backlog(1, 0)
    assert await inbox.backlog("telegram:2:") == Backlog(0, 0)


async def test_an_inbox_that_is_open_is_in_reach(inbox: Inbox) -> None:
    await inbox.put([update(1)])
    await inbox.reachable()
    assert await inbox.backlog() == Backlog(1, 0)


def sayings(inbox: Inbox, held: QueuedUpdate) -> tuple[Callable[[], Awaitable[object]], ...]:
    """Return everything that may be said about an update that is held."""
    return (
        lambda: inbox.save_progress(held, "77", "m5"),
        lambda: inbox.save_mark(held, "1000000.000 0 7 0 0 0"),
        lambda: inbox.fail(held),
        lambda: inbox.hold(held, LEASE),
        lambda: inbox.finish(held, "77", "m5"),
        lambda: inbox.finish(held),
        lambda: inbox.dead_letter(held, "failed"),
    )


async def test_who_was_overtaken_while_it_stood_still_says_nothing_more(opened: Opened, clock: Clock) -> None:
    async with opened() as paused, opened() as other:
        await paused.put([update(1, body=b"one"), update(2)])
        [before] = (await claimed(paused)).values()
        clock.now += LEASE
        [now] = (await claimed(other)).values()
        assert now.fence > before.fence
        for say in sayings(paused, before):
            with pytest.raises(OvertakenError):
                await say()
        assert await paused.renew_leases([before], LEASE) == frozenset()
        await paused.release_lane(before)
        assert await keys(paused) == []
        clock.now += LEASE
        [again] = (await claimed(other)).values()
        assert (again.body, again.progress, again.mark, again.attempts) == (b"one", "", "", 0)
        second = await other.finish(again, "78", "m5")
        assert second is not None
        assert second.fence >= again.fence
        for say in sayings(paused, before):
            with pytest.raises(OvertakenError):
                await say()
        assert await other.finish(second) is None
        with pytest.raises(OvertakenError):
            await paused.finish(before)
        assert await other.progress_of("telegram:1:a", "m5") == "78"


async def test_who_stood_still_and_was_not_overtaken_goes_on(opened: Opened, clock: Clock) -> None:
    async with opened() as paused, opened() as other:
        await paused.put([update(1)])
        [held] = (await claimed(paused)).values()
        clock.now += 2 * LEASE
        await paused.hold(held, LEASE)
        assert await keys(other) == []
        await paused.save_mark(held, "")
        assert await paused.finish(held) is None
        await paused.hold(held, LEASE)


async def test_who_claims_a_lane_of_its_own_anew_has_overtaken_itself(inbox: Inbox, clock: Clock) -> None:
    before = await inbox.put_and_claim(update(1), LEASE)
    assert before is not None
    clock.now += LEASE
    [now] = (await claimed(inbox)).values()
    with pytest.raises(OvertakenError):
        await inbox.finish(before)
    assert await inbox.renew_leases([before, now], LEASE) == {now.fence}
    assert await inbox.finish(now) is None


async def test_who_has_let_go_says_nothing_more(inbox: Inbox) -> None:
    await inbox.put([update(1), update(2, "b")])
    first, second = (await claimed(inbox)).values()
    await inbox.release_lane(first)
    await inbox.release_all()
    for held in (first, second):
        with pytest.raises(OvertakenError):
            await inbox.save_mark(held, "1000000.000 0 7 0 0 0")


async def test_an_end_that_is_told_twice_is_one(inbox: Inbox) -> None:
    """A statement whose connection breaks is repeated, and may have been carried out."""
    await inbox.put([update(1), update(2)])
    [first] = (await claimed(inbox)).values()
    second = await inbox.finish(first, "77", "m5")
    assert second is not None
    assert await inbox.finish(second, "78", "m6") is None
    assert await inbox.finish(second, "78", "m6") is None
    await inbox.put([update(3)])
    [third] = (await claimed(inbox)).values()
    assert third.fence > first.fence
    await inbox.finish(second, "78", "m6")
    assert await inbox.progress_of("telegram:1:a", "m6") == "78"
