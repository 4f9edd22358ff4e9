"""What the doctor tries out in a chat of the owner's in Telegram."""

import pytest

from bot.platforms.once import Once
from bot.platforms.telegram.live import try_out
from bot.platforms.telegram.options import Options
from tests.servers.bot_api import BotApi, Fault, How

SEND, LOOK = "sendMessage", "stopMessageLiveLocation"
GROUP = -1_000_000_000_007


async def tried(api: BotApi, chat: int = 42) -> list[tuple[bool, str]]:
    options = Options(api.token, api.url, once=Once(wait=0.3))
    return [(check.good, check.text) for check in await try_out(options, chat, "en")]


@pytest.mark.parametrize("chat", [42, GROUP])
async def test_all_four_checks_are_made_and_nothing_stays(api: BotApi, chat: int) -> None:
    written = api.people.write("hello?", chat)
    api.faults.add(Fault(How.LINGER, SEND, times=3, skip=5, seconds=0.2))
    found = await tried(api, chat)
    assert [(good, text[:2]) for good, text in found] == [(True, "T1"), (True, "T2"), (True, "T3"), (True, "T5")]
    assert "3 of 3" in found[-1][1]
    assert api.chat(chat) == [written]
    assert all(message.silent for message in api.record.of_bot())


async def test_words_that_are_not_known_are_said(api: BotApi) -> None:
    api.people.write("hello?")
    api.faults.refuse(LOOK, 400, "Bad Request: MESSAGE_STRANGE", times=2)
    good, text = (await tried(api))[0]
    assert not good
    assert "BOT_TELEGRAM_ONCE=placeholder" in text


async def test_a_chat_where_nobody_else_has_written_is_said(api: BotApi) -> None:
    api.people.chat(42)
    good, text = (await tried(api))[0]
    assert not good
    assert "Write something" in text


async def test_patience_that_is_asked_for_is_said(api: BotApi) -> None:
    api.people.write("hello?")
    flood = Fault(How.ANSWER, LOOK, skip=10, status=429, body='{"ok": false, "parameters": {"retry_after": 1}}')
    api.faults.add(flood)
    assert "after 7 looks (1 s)" in (await tried(api))[2][1]


async def test_a_chat_that_can_not_be_written_to_is_said(api: BotApi) -> None:
    [(good, text)] = await tried(api, 99)
    assert not good
    assert "99" in text
