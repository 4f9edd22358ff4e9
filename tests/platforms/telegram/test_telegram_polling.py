"""Fetching updates: what is asked for, when it is acknowledged, and what happens when something goes wrong."""

import asyncio
import json
from collections.abc import Mapping, Sequence

import pytest

from bot.platforms.telegram import polling
from bot.platforms.telegram.outcomes import ContestedError
from bot.platforms.telegram.polling import KINDS, MOST, Poller, batch
from bot.transport import AccessRevokedError, NotStoredError, OutcomeUnknownError, RawUpdate, RetryAfterError
from tests.fakes import ScriptedBot
from tests.telegram_chat import Log, connected, talking


class OverError(Exception):
    """The script has come to its end."""


class Script:
    """What getUpdates answers, call by call, and what it was asked."""

    def __init__(self, *answers: object) -> None:
        self.answers = list(answers)
        self.asked: list[Mapping[str, object]] = []

    async def __call__(self, parameters: Mapping[str, object]) -> bytes:
        self.asked.append(parameters)
        if not self.answers:
            raise OverError
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer if isinstance(answer, bytes) else json.dumps({"ok": True, "result": answer}).encode()

    def offsets(self) -> list[object]:
        return [parameters.get("offset") for parameters in self.asked]


class Kept:
    """What was taken; the first `failures` times it was not."""

    def __init__(self, failures: int = 0) -> None:
        self.failures = failures
        self.taken: list[RawUpdate] = []
        self.heartbeats = 0

    async def __call__(self, updates: Sequence[RawUpdate]) -> None:
        if self.failures:
            self.failures -= 1
            raise NotStoredError
        self.taken += updates

    def heartbeat(self) -> None:
        self.heartbeats += 1

    def keys(self) -> list[str]:
        return [update.key for update in self.taken]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "FIRST_WAIT", 0.001)
    monkeypatch.setattr(polling, "LONGEST_WAIT", 0.002)


async def polled(script: Script, kept: Kept, log: Log | None = None, aside: float = 0.001) -> None:
    with pytest.raises(OverError):
        await Poller(script, "p:", (log or Log()).write, aside).run(kept, kept.heartbeat)


def update(number: object, chat: int = 1) -> dict[str, object]:
    return {"update_id": number, "message": {"chat": {"id": chat}}}


async def test_the_next_updates_are_asked_for_when_the_last_ones_are_kept() -> None:
    script, kept = Script([update(7), update(8, 2)], [update(9)], []), Kept()
    await polled(script, kept)
    assert script.offsets() == [None, 9, 10, None]
    assert [(a.key, a.lane) for a in kept.taken] == [("p:7", "p:1"), ("p:8", "p:2"), ("p:9", "p:1")]
    assert json.loads(kept.taken[0].body) == update(7)
    assert script.asked[0] == {"timeout": polling.LONG, "limit": MOST, "allowed_updates": KINDS}
    assert kept.heartbeats >= 4


async def test_a_number_that_telegram_has_heard_is_forgotten_so_that_lower_ones_are_not_swallowed() -> None:
    script, kept = Script([update(900)], [], [update(5)]), Kept()
    await polled(script, kept)
    assert script.offsets() == [None, 901, None, 6]
    assert kept.keys() == ["p:900", "p:5"]


async def test_what_could_not_be_kept_is_fetched_again() -> None:
    script, kept, log = Script([update(1)], [update(1)], [update(1)], []), Kept(failures=2), Log()
    await polled(script, kept, log)
    assert script.offsets() == [None, None, None, 2, None]
    assert kept.keys() == ["p:1"]
    assert [facts["error"] for _, facts in log.lines] == ["NotStoredError", "NotStoredError"]


async def test_the_numbers_need_not_be_in_order() -> None:
    script, kept = Script([update(3), update(2)], []), Kept()
    await polled(script, kept)
    assert script.offsets()[1] == 4


async def test_an_update_that_nobody_understands_is_kept_with_the_others() -> None:
    script, kept = Script([update(1), "poison", {"update_id": "x"}, update(4)], []), Kept()
    await polled(script, kept)
    assert script.offsets()[1] == 5
    assert [kept.keys()[0], kept.keys()[-1]] == ["p:1", "p:4"]
    assert len(set(kept.keys())) == 4
    assert kept.taken[1].lane == kept.taken[1].key


async def test_an_answer_that_cannot_be_parsed_is_fetched_one_by_one_and_kept_as_it_came() -> None:
    deep = b'{"ok":true,"result":[{"update_id":7,"message":' + b"[" * 100_000 + b"]" * 100_000 + b"}]}"
    one = json.dumps({"ok": True, "result": [update(6)]}).encode()
    script, kept = Script(deep, one, deep, deep, [update(8)], []), Kept()
    await polled(script, kept)
    assert [parameters["limit"] for parameters in script.asked] == [MOST, 1, MOST, 1, MOST, MOST, MOST]
    assert script.offsets() == [None, None, 7, 7, 8, 9, None]
    assert kept.keys() == ["p:6", "p:7", "p:8"]
    assert kept.taken[1].body == deep


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"ok":true}', b'{"ok":true,"result":{}}', b'{"ok":false}'])
async def test_an_answer_without_updates_is_none(body: bytes) -> None:
    with pytest.raises(OutcomeUnknownError):
        batch("p:", body)


async def test_updates_without_any_number_cannot_be_acknowledged() -> None:
    with pytest.raises(OutcomeUnknownError):
        batch("p:", b'{"ok":true,"result":[{"message":1}]}')


async def test_every_failure_is_waited_out_and_noted() -> None:
    script, kept, log = (
        Script(OutcomeUnknownError(), RetryAfterError(0.001), ContestedError(), OutcomeUnknownError(), [update(1)], []),
        Kept(),
        Log(),
    )
    await polled(script, kept, log)
    assert kept.keys() == ["p:1"]
    assert log.events() == ["not_fetched", "fetched_elsewhere", "not_fetched"]


async def test_a_token_that_was_revoked_ends_it() -> None:
    with pytest.raises(AccessRevokedError):
        await Poller(Script(AccessRevokedError()), "p:", Log().write).run(Kept(), lambda: None)


async def test_it_shows_that_it_is_alive_while_it_steps_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polling, "PULSE", 0.01)
    kept = Kept()
    await polled(Script(ContestedError()), kept, aside=0.1)
    assert kept.heartbeats >= 8


async def test_two_bots_with_one_token_do_not_fight_and_nobody_is_answered_twice() -> None:
    logs = [Log(), Log()]
    bots = [ScriptedBot(), ScriptedBot()]
    async with talking(bots[0].handle, logs[0]) as api, connected(api, bots[1].handle, logs[1]):
        await api.until(lambda: api.updates.conflicts)
        for number in range(5):
            api.people.write(f"what {number}?", chat=100 + number)
        for number in range(5):
            await api.answer(100 + number)
        assert [len(api.answers(100 + number)) for number in range(5)] == [1] * 5
        assert api.updates.conflicts <= 4
    assert "fetched_elsewhere" in logs[0].events() + logs[1].events()


async def test_an_intake_that_was_stopped_leaves_nothing_behind() -> None:
    kept = Kept()
    running = asyncio.create_task(Poller(Script(RetryAfterError(60.0)), "p:", Log().write).run(kept, kept.heartbeat))
    await asyncio.sleep(0.01)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
