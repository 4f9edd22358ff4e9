"""Answers in Telegram as one message each, and what the Bot API can do to them; on the real library and inbox."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.chat import Incoming, Reply, Said
from bot.delivery import worker
from bot.platforms.once import AUTO, DIRECT, Once
from tests.platforms.telegram.live import QUICK, Live, echo, hasten, living
from tests.servers.bot_api import BotApi, Message, serving

GROUP = -1_000_000_000_007
SEND, LOOK = "sendMessage", "stopMessageLiveLocation"
NOW = Once(DIRECT, 0.2)
"""Nothing here is later than that."""
CALM = 0.4
"""Seconds in which what must not come would have come."""


pytestmark = pytest.mark.slow


@pytest.fixture
async def api(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[BotApi]:
    hasten(monkeypatch)
    async with serving() as server:
        yield server


def of_bot(api: BotApi, chat: int = 42) -> list[Message]:
    """Return what the bot has written into a chat and not deleted, empty messages among it."""
    return [message for message in api.chat(chat) if message.ours]


async def settled(api: BotApi, live: Live, chat: int = 42) -> list[str]:
    """Return what stands in a chat when nothing waits any more."""
    await live.empty()
    await asyncio.sleep(CALM)
    return [message.text for message in of_bot(api, chat)]


async def test_an_answer_rings_with_its_own_words_and_is_one_call(api: BotApi, tmp_path: Path) -> None:
    async with living(api, tmp_path, once=NOW) as live:
        api.people.write("hello?")
        assert await settled(api, live) == ["Answer to: hello?"]
    [answer] = of_bot(api)
    assert len(answer.versions) == 1
    assert not answer.silent
    assert answer.reply_to == 1
    assert [call.method for call in api.calls if call.chat == 42] == ["sendmessage"]


@pytest.mark.parametrize("chat", [42, GROUP])
@pytest.mark.parametrize("how", ["swallow", "lose", "broken"])
async def test_what_became_of_a_broken_request_is_found_out(api: BotApi, tmp_path: Path, how: str, chat: int) -> None:
    async with living(api, tmp_path, once=NOW) as live:
        api.people.write("@article_bot before?", chat)
        await api.answer(chat)
        getattr(api.faults, how)(SEND, chat)
        api.people.write("@article_bot first?", chat)
        for _ in range(3):
            api.people.overhear(chat)
        api.people.write("@article_bot second?", chat)
        assert await settled(api, live, chat) == [f"Answer to: {word}?" for word in ("before", "first", "second")]
        assert len(live.facts_of("found")) == (how == "swallow")
    assert all(len(message.versions) == 1 for message in of_bot(api, chat))


async def test_an_answer_that_stands_behind_a_question_is_not_taken_for_another_one(
    api: BotApi, tmp_path: Path
) -> None:
    """The answer to the first question has a higher number than the second question, whose answer was not sent."""
    async with living(api, tmp_path, once=NOW) as live:
        api.faults.slow(SEND, seconds=0.3)
        api.people.write("first?")
        api.people.write("second?")
        await api.until(api.answers)
        api.faults.lose(SEND)
        assert await settled(api, live) == ["Answer to: first?", "Answer to: second?"]


async def test_the_same_holds_for_a_process_that_knows_its_chats_from_the_inbox_alone(
    api: BotApi, tmp_path: Path
) -> None:
    gate = asyncio.Event()

    async def gated(incoming: Incoming) -> Reply:
        if incoming.text == "second?":
            await gate.wait()
        return await echo(incoming)

    async with living(api, tmp_path, gated, once=NOW, limits=replace(QUICK, drain=0.2)):
        api.people.write("first?")
        api.people.write("second?")
        await api.answer()
    api.faults.lose(SEND)
    async with living(api, tmp_path, once=NOW) as live:
        assert await settled(api, live) == ["Answer to: first?", "Answer to: second?"]


async def test_after_a_crash_neither_answers_nor_questions_of_other_chats_are_looked_at(
    api: BotApi, tmp_path: Path
) -> None:
    async with living(api, tmp_path, once=Once(DIRECT, 60.0), limits=replace(QUICK, drain=0.2)) as live:
        lost = api.faults.lose(SEND, 42)
        api.people.write("first?")
        await api.until(lambda: lost.met)
        for chat in range(100, 120):
            api.people.write("hello?", chat)
            await api.answer(chat)
        async with asyncio.timeout(60):
            while (await live.inbox.backlog()).waiting > 1:  # noqa: ASYNC110 - another task empties it
                await asyncio.sleep(0.02)
    async with living(api, tmp_path, once=NOW) as live:
        assert await settled(api, live) == ["Answer to: first?"]
    assert len(api.named(LOOK)) == 1  # at the probe


@pytest.mark.parametrize("how", ["swallow", "lose"])
async def test_a_probe_whose_fate_is_unknown_is_no_answer_and_does_not_stay(
    api: BotApi, tmp_path: Path, how: str
) -> None:
    async with living(api, tmp_path, once=NOW) as live:
        getattr(api.faults, how)(SEND)
        api.faults.swallow(SEND)
        api.people.write("hello?")
        assert await settled(api, live) == ["Answer to: hello?"]


async def test_a_request_that_is_late_is_waited_for(
    api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.platforms.telegram.request.AiohttpRequest.__init__.__defaults__", (0.2, 0.2))
    async with living(api, tmp_path, once=Once(DIRECT, 1.0)) as live:
        api.faults.slow(SEND, seconds=0.7)
        api.people.write("hello?")
        assert await settled(api, live) == ["Answer to: hello?"]
        assert live.facts_of("found")


async def test_nobody_hears_a_probe_and_it_replies_to_the_same_question(api: BotApi, tmp_path: Path) -> None:
    async with living(api, tmp_path, once=NOW) as live:
        api.faults.swallow(SEND)
        question = api.people.write("hello?")
        await settled(api, live)
    [probe] = [message for message in api.record.of_bot() if message.empty]
    assert probe.silent
    assert probe.deleted
    assert probe.reply_to == question.id


async def test_a_flood_is_waited_out_and_nothing_is_looked_for(api: BotApi, tmp_path: Path) -> None:
    async with living(api, tmp_path, once=NOW) as live:
        api.people.chat(42)
        api.faults.flood(42, 1)
        api.people.write("hello?")
        await api.answer()
        assert await settled(api, live) == ["Answer to: hello?"]
        assert not api.named(LOOK)


@pytest.mark.parametrize("method", [SEND, LOOK, "deleteMessage"])
async def test_a_flood_while_it_is_looked_for_a_message_is_waited_out(api: BotApi, tmp_path: Path, method: str) -> None:
    async with living(api, tmp_path, once=NOW) as live:
        fault = api.faults.swallow(SEND)
        api.people.write("hello?")
        await api.until(lambda: fault.met)
        api.faults.refuse(method, 429, "Too Many Requests: retry after 1", retry_after=1)
        assert await settled(api, live) == ["Answer to: hello?"]


@pytest.mark.parametrize("words", ["can't parse entities: x", "BUTTON_DATA_INVALID", "something new"])
async def test_what_telegram_refuses_is_sent_with_less_in_it(api: BotApi, tmp_path: Path, words: str) -> None:
    async with living(api, tmp_path, once=NOW) as live:
        api.faults.refuse(SEND, 400, f"Bad Request: {words}")
        api.people.write("hello?")
        assert await settled(api, live) == ["Answer to: hello?"]
        assert not live.facts_of("failed")


@pytest.mark.parametrize("how", ["block", "remove"])
async def test_who_cannot_be_reached_is_left_alone(api: BotApi, tmp_path: Path, how: str) -> None:
    async with living(api, tmp_path, once=Once(AUTO, 0.2)) as live:
        getattr(api.faults, how)(42)
        api.people.write("hello?")
        await api.until(lambda: live.facts_of("undeliverable"))
        assert await settled(api, live) == []
        assert await live.dead() == 0


async def test_a_group_that_became_a_supergroup_gets_its_answer_there(api: BotApi, tmp_path: Path) -> None:
    async with living(api, tmp_path, once=NOW) as live:
        api.people.chat(-5, "group")
        api.people.chat(GROUP)
        moved = "Bad Request: group chat was upgraded to a supergroup chat"
        api.faults.refuse(SEND, 400, moved, chat=-5, migrate_to_chat_id=GROUP)
        api.people.write("@article_bot hello?", -5)
        await api.answer(GROUP)
        assert await settled(api, live, GROUP) == ["Answer to: hello?"]
        assert await settled(api, live, -5) == []


async def test_a_test_of_three_numbers_that_nobody_sees_decides(api: BotApi, tmp_path: Path) -> None:
    async with living(api, tmp_path, once=Once(AUTO, 0.2)) as live:
        for chat in (42, 43, 44):
            api.people.write("hello?", chat)
            await api.answer(chat)
        await live.empty()
        assert not live.facts_of("placeholder_mode")
    assert len(api.named(LOOK)) == 3
    assert all(len(m.versions) == 1 for m in api.record.of_bot())


@pytest.mark.parametrize("good", [0, 1, 2], ids=["the question", "nobody's", "our own"])
async def test_words_that_are_not_known_mean_placeholders_and_one_line(api: BotApi, tmp_path: Path, good: int) -> None:
    async with living(api, tmp_path, once=Once(AUTO, 0.2)) as live:
        fault = api.faults.refuse(LOOK, 400, "Bad Request: MESSAGE_STRANGE", times=100)
        fault.skip = good
        for chat in (42, 43, 44):
            api.people.write("hello?", chat)
            await api.answer(chat)
        await live.empty()
        assert live.facts_of("placeholder_mode") == [{"reason": "unknown answer"}]
    assert [len(of_bot(api, chat)[0].versions) for chat in (42, 43, 44)] == ([1, 2, 2] if good == 2 else [2, 2, 2])


async def test_a_server_that_does_not_know_the_method_means_placeholders(api: BotApi, tmp_path: Path) -> None:
    async with living(api, tmp_path, once=Once(AUTO, 0.2)) as live:
        api.faults.refuse(LOOK, 404, "Not Found: method not found", times=100)
        api.people.write("hello?")
        assert await settled(api, live) == ["Answer to: hello?"]
        assert len(live.facts_of("placeholder_mode")) == 1


async def test_words_that_changed_while_it_runs_mean_that_it_is_sent_and_said(api: BotApi, tmp_path: Path) -> None:
    async with living(api, tmp_path, once=NOW) as live:
        api.faults.lose(SEND)
        api.faults.refuse(LOOK, 400, "Bad Request: MESSAGE_STRANGE", times=100)
        api.people.write("hello?")
        assert await settled(api, live) == ["Answer to: hello?"]
        [facts] = live.facts_of("unproven")
        assert facts["reason"] == "unknown answer"


async def test_a_tap_is_acknowledged_and_answered_in_one_message(api: BotApi, tmp_path: Path) -> None:
    async def offering(incoming: Incoming) -> Reply:
        from bot.chat import Action  # noqa: PLC0415 - here alone

        return Reply((Said(f"Answer to: {incoming.text}"),), "en", (Action("More", "/more"),))

    async with living(api, tmp_path, offering, once=Once(AUTO, 0.2)) as live:
        api.people.write("hello?")
        answer = await api.answer()
        tap = api.people.tap(answer)
        assert await settled(api, live) == ["Answer to: hello?", "Answer to: /more"]
        assert tap in api.record.taps
    assert api.named("answerCallbackQuery")
    assert not api.named("editMessageText")


async def test_a_silent_placeholder_comes_where_an_answer_takes_long(
    api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "PLACED", 0.1)

    async def slow(incoming: Incoming) -> Reply:
        await api.until(lambda: of_bot(api))
        return await echo(incoming)

    async with living(api, tmp_path, slow, once=NOW) as live:
        api.people.write("hello?")
        assert await settled(api, live) == ["Answer to: hello?"]
    [answer] = of_bot(api)
    assert answer.silent
    assert len(answer.versions) == 2
