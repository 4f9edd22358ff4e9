"""What every `Inbox` keeps to, whatever it is made of."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.ports.delivery import Backlog, Inbox, QueuedUpdate
from bot.storage.inbox import open_inbox
from bot.storage.postgres.connections import connected
from bot.storage.postgres.inbox import open_inbox as open_postgres
from bot.storage.postgres.schema import provide
from bot.transport import RawUpdate
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


async def keys(inbox: Inbox, most: int = 10, prefix: str = "telegram:") -> list[str]:
    return [w.key.rpartition(":")[2] for w in await inbox.claim(prefix, most, LEASE)]


async def test_what_is_kept_is_claimed_as_it_came(inbox: Inbox, clock: Clock) -> None:
    body = '{"text": "\ud83d\udd0e ü"}\0'.encode("utf-8", "surrogatepass")
    assert await inbox.put([update(1, body=body)]) == 1
    [waiting] = await inbox.claim("telegram:", 10, LEASE)
    assert (waiting.key, waiting.lane, waiting.body) == ("telegram:1:1", "telegram:1:a", body)
    assert (waiting.arrived, waiting.attempts, waiting.progress) == (clock.now, 0, "")


async def test_the_same_update_again_is_passed_over_even_after_it_was_answered(inbox: Inbox) -> None:
    assert await inbox.put([update(1), update(2, "b"), update(1)]) == 2
    assert await inbox.put([update(2, "b"), update(3, "c")]) == 1
    assert await keys(inbox) == ["1", "2", "3"]
    assert await inbox.finish("telegram:1:1", "telegram:1:a") is None
    assert await inbox.put([update(1)]) == 0
    assert await keys(inbox) == []


async def test_an_update_that_is_alone_in_its_lane_is_begun_with_at_once(opened: Opened, clock: Clock) -> None:
    async with opened() as inbox, opened() as other:
        begun = await inbox.put_and_claim(update(1, body=b"1"), LEASE)
        assert begun == QueuedUpdate("telegram:1:1", "telegram:1:a", b"1", clock.now)
        assert await inbox.put_and_claim(update(1), LEASE) is None
        assert await other.put_and_claim(update(2), LEASE) is None
        assert await keys(other) == []
        second = await inbox.finish("telegram:1:1", "telegram:1:a")
        assert second is not None
        assert second.key == "telegram:1:2"
        assert await inbox.finish(second.key, second.lane) is None
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
    assert await keys(inbox) == ["1", "3"]
    assert await keys(inbox) == []
    second = await inbox.finish("telegram:1:1", "telegram:1:a")
    assert second is not None
    assert second.key == "telegram:1:2"
    assert await keys(inbox) == []
    third = await inbox.finish(second.key, second.lane)
    assert third is not None
    assert await inbox.finish(third.key, third.lane) is None
    await inbox.put([update(5)])
    assert await keys(inbox) == ["5"]


async def test_what_waits_behind_an_update_can_be_looked_at(inbox: Inbox) -> None:
    await inbox.put(
        [update(1, body=b"one"), update(2, "b", b"other"), update(3, body=b"two"), update(4, body=b"three")]
    )
    await keys(inbox)
    assert await inbox.peek("telegram:1:a", "telegram:1:1") == b"two"
    assert await inbox.peek("telegram:1:a", "telegram:1:4") is None
    assert await inbox.peek("telegram:1:b", "telegram:1:2") is None
    await inbox.finish("telegram:1:1", "telegram:1:a")
    assert await inbox.peek("telegram:1:a", "telegram:1:3") == b"three"


async def test_the_longest_waiting_lanes_come_first_and_no_more_than_asked_for(inbox: Inbox) -> None:
    await inbox.put([update(n, str(n)) for n in range(5)])
    assert await keys(inbox, most=2) == ["0", "1"]
    assert await keys(inbox, most=2) == ["2", "3"]


async def test_a_lane_that_was_let_go_comes_after_those_that_have_waited_longer(opened: Opened) -> None:
    async with opened() as inbox, opened() as other:
        await inbox.put([update(1), update(2), update(3, "b"), update(4), update(5, "c")])
        assert await keys(inbox, most=1) == ["1"]
        assert await inbox.finish("telegram:1:1", "telegram:1:a") is not None
        await other.release_lane("telegram:1:a")
        assert await keys(inbox, most=1) == ["3"]
        await inbox.release_lane("telegram:1:a")
        assert await keys(inbox) == ["2", "5"]


async def test_only_lanes_of_the_platform_are_claimed(inbox: Inbox) -> None:
    await inbox.put(
        [update(1), RawUpdate("slack:T:1", "slack:T:C", b"{}"), RawUpdate("telegram:12:1", "telegram:12:a", b"")]
    )
    assert await keys(inbox, prefix="slack:") == ["1"]
    assert [w.key for w in await inbox.claim("telegram:1:", 10, LEASE)] == ["telegram:1:1"]


async def test_an_answered_update_leaves_its_key_and_nothing_else(inbox: Inbox) -> None:
    await inbox.put([update(1, body=b"secret")])
    await keys(inbox)
    await inbox.finish("telegram:1:1", "telegram:1:a")
    assert await inbox.backlog() == Backlog(0, 0)


async def test_progress_survives_whoever_died(opened: Opened, clock: Clock) -> None:
    async with opened() as dying, opened() as other:
        await dying.put([update(1)])
        assert await keys(dying) == ["1"]
        await dying.save_progress("telegram:1:1", "77", "m5")
        clock.now += LEASE - 1
        assert await keys(other) == []
        clock.now += 2
        [waiting] = await other.claim("telegram:", 10, LEASE)
        assert waiting.progress == "77"


async def test_who_lives_keeps_hold(opened: Opened, clock: Clock) -> None:
    async with opened() as living, opened() as other:
        await living.put([update(1)])
        await keys(living)
        for _ in range(5):
            clock.now += LEASE - 1
            await living.renew_leases(LEASE)
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
    await keys(inbox)
    assert [await inbox.fail("telegram:1:1") for _ in range(3)] == [1, 2, 3]
    await inbox.release_all()
    [waiting] = await inbox.claim("telegram:", 10, LEASE)
    assert waiting.attempts == 3


async def test_what_is_given_up_does_not_stop_the_rest(inbox: Inbox) -> None:
    await inbox.put([update(1), update(2)])
    await keys(inbox)
    second = await inbox.dead_letter("telegram:1:1", "telegram:1:a", "unreadable")
    assert second is not None
    assert second.key == "telegram:1:2"
    assert await inbox.backlog() == Backlog(1, 1)
    assert await inbox.put([update(1)]) == 0


async def test_an_earlier_answer_is_found_by_its_message(inbox: Inbox) -> None:
    await inbox.put([update(1), update(2, "b")])
    await keys(inbox)
    await inbox.save_progress("telegram:1:1", "77", "m5")
    await inbox.finish("telegram:1:1", "telegram:1:a")
    assert await inbox.progress_of("telegram:1:a", "m5") == "77"
    assert await inbox.progress_of("telegram:1:b", "m5") == ""
    assert await inbox.progress_of("telegram:1:a", "m6") == ""
    assert await inbox.progress_of("telegram:1:a", "") == ""


async def test_old_keys_are_dropped_and_may_come_again(inbox: Inbox, clock: Clock) -> None:
    await inbox.put([update(1), update(2, "b"), update(3, "c")])
    await keys(inbox)
    await inbox.finish("telegram:1:1", "telegram:1:a")
    await inbox.dead_letter("telegram:1:2", "telegram:1:b", "unreadable")
    assert await inbox.purge(3600) == 0
    clock.now += 3601
    assert await inbox.purge(3600) == 2
    assert await inbox.backlog() == Backlog(1, 0)
    assert await inbox.put([update(1)]) == 1


async def test_a_forgotten_chat_leaves_only_keys(inbox: Inbox) -> None:
    await inbox.put([update(1), update(2), update(3)])
    await keys(inbox)
    await inbox.save_progress("telegram:1:1", "77", "m5")
    await inbox.finish("telegram:1:1", "telegram:1:a")
    await inbox.dead_letter("telegram:1:2", "telegram:1:a", "unreadable")
    await inbox.forget("telegram:1:a")
    assert await inbox.progress_of("telegram:1:a", "m5") == ""
    assert await inbox.backlog() == Backlog(1, 0)
    assert await inbox.put([update(1), update(2)]) == 0


async def test_the_threads_of_a_chat_are_forgotten_with_it_where_that_is_wanted(inbox: Inbox) -> None:
    lanes = ("a", "a:1", "a:2", "ab", "b:a")
    await inbox.put([update(number, lane) for number, lane in enumerate(lanes)])
    await keys(inbox)
    for number, lane in enumerate(lanes):
        await inbox.dead_letter(f"telegram:1:{number}", f"telegram:1:{lane}", "unreadable")
    await inbox.forget("telegram:1:a")
    assert await inbox.backlog() == Backlog(0, 4)
    await inbox.forget("telegram:1:a", below=True)
    assert await inbox.backlog() == Backlog(0, 2)


async def test_a_mark_survives_whoever_died_and_is_gone_when_the_place_is_noted(opened: Opened, clock: Clock) -> None:
    async with opened() as dying, opened() as other:
        await dying.put([update(1)])
        await keys(dying)
        await dying.save_mark("telegram:1:1", "1000000.000 0 7 0 0 0")
        clock.now += LEASE + 1
        [waiting] = await other.claim("telegram:", 10, LEASE)
        assert (waiting.mark, waiting.progress) == ("1000000.000 0 7 0 0 0", "")
        await other.save_progress("telegram:1:1", "77", "m5")
        clock.now += LEASE + 1
        [waiting] = await dying.claim("telegram:", 10, LEASE)
        assert (waiting.mark, waiting.progress) == ("", "77")


async def test_where_an_answer_stands_can_be_noted_with_its_end(inbox: Inbox) -> None:
    await inbox.put([update(1), update(2), update(3, "b")])
    await keys(inbox)
    assert await inbox.places("telegram:1:a") == ()
    await inbox.finish("telegram:1:1", "telegram:1:a", "77", "m5")
    await inbox.finish("telegram:1:2", "telegram:1:a", "78")
    await inbox.finish("telegram:1:3", "telegram:1:b", "79", "m6")
    assert await inbox.progress_of("telegram:1:a", "m5") == "77"
    assert sorted(await inbox.places("telegram:1:a")) == ["77", "78", "79"]
    await inbox.put([update(number, "c") for number in range(4, 2_004)])
    assert sorted(await inbox.places("telegram:1:a")) == ["77", "78"]


async def test_an_end_that_says_no_place_leaves_the_one_that_was_noted(inbox: Inbox) -> None:
    await inbox.put([update(1)])
    await keys(inbox)
    await inbox.save_progress("telegram:1:1", "77", "m5")
    await inbox.finish("telegram:1:1", "telegram:1:a")
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
