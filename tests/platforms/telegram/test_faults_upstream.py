"""What the Bot API can do to an answer on its way, one test a fault; the numbers are those of docs/delivery.md."""

import asyncio
import time
from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.platforms.telegram.live import hasten, living
from tests.servers.bot_api import BotApi, serving
from tests.servers.telegram_bot import OurBot

CALM = 0.7
"""Seconds in which what must not come would have come."""
FLOOD = 2
"""Seconds; the Bot API counts whole ones, and one alone may round to nothing."""
EDIT, SEND = "editMessageText", "sendMessage"


pytestmark = pytest.mark.slow


@pytest.fixture
async def api(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[BotApi]:
    hasten(monkeypatch)
    async with serving() as server:
        yield server


def answered(api: BotApi, chat: int = 42) -> list[str]:
    return [message.text for message in api.answers(chat)]


def orphans(api: BotApi, chat: int = 42) -> int:
    return sum(message.ours and message.empty for message in api.chat(chat))


async def test_fault_17_a_flood_in_one_chat_delays_that_chat_alone(api: BotApi, tmp_path: Path) -> None:
    async with living(api, tmp_path) as live:
        for chat in (1, 2, 3):
            api.people.chat(chat)
        api.faults.flood(1, FLOOD)
        began = time.monotonic()
        for chat in (1, 2, 3):
            api.people.write("hello?", chat)
        for chat in (1, 2, 3):
            await api.answer(chat)
        sent = [call.params.number("chat_id") for call in api.named(SEND) if call.status == 200]
        assert sent[-1] == 1
        assert time.monotonic() - began >= FLOOD
        assert len([call for call in api.named(SEND) if call.status == 429]) <= 2
        await live.empty()
    assert [answered(api, chat) for chat in (1, 2, 3)] == [["Answer to: hello?"]] * 3
    assert orphans(api, 1) == 0


async def test_fault_18_a_flood_between_placing_and_filling_is_waited_out(api: BotApi, tmp_path: Path) -> None:
    async with living(api, tmp_path) as live:
        api.faults.refuse(EDIT, 429, "Too Many Requests: retry after 1", retry_after=1)
        api.people.write("hello?")
        await api.answer()
        [first, second] = api.named(EDIT)
        assert (first.status, second.status) == (429, 200)
        assert second.at - first.at >= 1
        await live.empty()
    assert answered(api) == ["Answer to: hello?"]
    assert orphans(api) == 0


@pytest.mark.parametrize("method", [SEND, EDIT])
@pytest.mark.parametrize("status", [500, 502, 504])
async def test_fault_19_a_page_instead_of_an_answer_is_tried_again(
    api: BotApi, tmp_path: Path, method: str, status: int
) -> None:
    async with living(api, tmp_path) as live:
        api.faults.broken(method, times=4, status=status)
        api.people.write("hello?")
        await api.answer()
        calls = api.named(method)
        assert [call.status for call in calls] == [status] * 4 + [200]
        gaps = [after.at - before.at for before, after in pairwise(calls)]
        assert gaps[-1] > gaps[0]
        assert await live.dead() == 0
    assert answered(api) == ["Answer to: hello?"]


async def test_fault_19_pages_instead_of_updates_are_tried_again(api: BotApi, tmp_path: Path) -> None:
    async with living(api, tmp_path) as live:
        api.faults.broken("getUpdates", times=5)
        api.people.write("hello?")
        await api.answer()
        assert not live.facts_of("intake_ended")
    assert answered(api) == ["Answer to: hello?"]


@pytest.mark.parametrize("method", [SEND, EDIT])
async def test_fault_20_a_connection_that_dies_after_the_message_was_taken_brings_no_second_text(
    api: BotApi, tmp_path: Path, method: str
) -> None:
    async with living(api, tmp_path) as live:
        api.faults.swallow(method, times=2)
        api.people.write("hello?")
        await api.answer()
        await live.empty()
        await asyncio.sleep(CALM)
    assert answered(api) == ["Answer to: hello?"]
    assert orphans(api) == (2 if method == SEND else 0)


@pytest.mark.parametrize("how", ["block", "remove"])
async def test_fault_21_who_cannot_be_reached_is_left_alone(api: BotApi, tmp_path: Path, how: str) -> None:
    async with living(api, tmp_path) as live:
        getattr(api.faults, how)(42)
        api.people.write("hello?")
        await api.until(lambda: live.facts_of("undeliverable"))
        await live.empty()
        await asyncio.sleep(CALM)
        assert len(api.named(SEND)) == 1
        assert await live.dead() == 0
        api.people.write("still there?", 43)
        await api.answer(43)
    assert answered(api) == []


async def test_fault_22_a_placeholder_that_was_deleted_is_made_anew_once(api: BotApi, tmp_path: Path) -> None:
    async with living(api, tmp_path) as live:
        api.faults.slow(EDIT, seconds=0.3)
        api.people.write("hello?")
        await api.until(lambda: orphans(api) == 1)
        api.people.erase(api.chat(42)[-1])
        await api.answer()
        await live.empty()
        await asyncio.sleep(CALM)
        assert len(api.named(SEND)) == 2
    assert answered(api) == ["Answer to: hello?"]


async def test_fault_22_who_deletes_the_new_one_too_gets_no_third(api: BotApi, tmp_path: Path) -> None:
    async with living(api, tmp_path) as live:
        api.faults.refuse(EDIT, 400, "Bad Request: message to edit not found", times=100)
        api.people.write("hello?")
        await api.until(lambda: len(api.named(EDIT)) == 2)
        await live.empty()
        await asyncio.sleep(CALM)
        assert len(api.named(SEND)) == 2
        assert await live.dead() == 0


async def test_fault_23_a_message_that_reads_like_that_already_is_done(api: BotApi, tmp_path: Path) -> None:
    async with living(api, tmp_path) as live:
        api.faults.swallow(EDIT)
        api.people.write("hello?")
        await api.until(lambda: len(api.named(EDIT)) == 2)
        await live.empty()
        await asyncio.sleep(CALM)
        first, second = api.named(EDIT)
        assert (first.status, second.status) == (0, 400)
        assert "not modified" in second.description
        assert not live.facts_of("failed")
    assert answered(api) == ["Answer to: hello?"]


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
async def test_fault_25_a_revoked_token_ends_the_program_with_one_line(
    api: BotApi, tmp_path: Path, *, webhook: bool
) -> None:
    async with OurBot(api, tmp_path / "bot", webhook=webhook) as bot:
        api.faults.revoke()
        api.people.write("what did Russia send?")
        assert await asyncio.wait_for(bot.process.wait(), 120) == 2
        assert api.token not in bot.output
        assert "BOT_TELEGRAM_TOKEN" in bot.output.splitlines()[-1]
        assert len([call for call in api.calls if call.status == 401]) < 5
