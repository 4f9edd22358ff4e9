"""The Bot API server keeps the real one's rules, seen through python-telegram-bot, which is not ours."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from tests.servers.bot_api import BotApi, serving
from tests.servers.bot_api.server import TOKEN

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with serving() as server:
        yield server


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=f"{api.url}/bot") as client:
        yield client


def sent(api: BotApi, chat: int = 42) -> list[str]:
    return [message.text for message in api.chat(chat) if message.ours]


async def test_an_update_comes_again_until_a_later_call_asks_for_a_higher_one(api: BotApi, bot: Bot) -> None:
    api.people.write("first")
    api.people.write("second")
    one, two = await bot.get_updates(timeout=0)
    assert [u.message.text for u in await bot.get_updates(timeout=0) if u.message] == ["first", "second"]
    [left] = await bot.get_updates(offset=two.update_id, timeout=0)
    assert left.update_id == two.update_id == one.update_id + 1
    assert await bot.get_updates(offset=two.update_id + 1, timeout=0) == ()
    assert await bot.get_updates(timeout=0) == ()


async def test_a_poll_waits_for_the_next_update(api: BotApi, bot: Bot) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await api.until(lambda: api.updates.polls == 1)
    api.people.write("late")
    [update] = await asyncio.wait_for(poll, 60)
    assert update.message is not None
    assert update.message.text == "late"


async def test_of_two_pollers_the_older_one_is_sent_away(api: BotApi, bot: Bot) -> None:
    async with Bot(TOKEN, base_url=f"{api.url}/bot") as other:
        first = asyncio.create_task(other.get_updates(timeout=20))
        await api.until(lambda: api.updates.polls == 1)
        assert await bot.get_updates(timeout=0) == ()
        with pytest.raises(Conflict):
            await first


async def test_a_negative_offset_forgets_all_but_the_last(api: BotApi, bot: Bot) -> None:
    for text in ("one", "two", "three"):
        api.people.write(text)
    [last] = await bot.get_updates(offset=-1, timeout=0)
    assert last.message is not None
    assert last.message.text == "three"
    assert len(api.updates.pending) == 1


async def test_a_webhook_gets_every_update_until_it_says_yes(api: BotApi, bot: Bot) -> None:
    seen: list[tuple[str | None, str]] = []

    async def hook(request: web.Request) -> web.Response:
        body = await request.json()
        seen.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), body["message"]["text"]))
        return web.Response(status=503 if len(seen) < 3 else 200)

    app = web.Application()
    app.router.add_post("/hook", hook)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    api.people.write("before the hook was set")
    await bot.set_webhook(f"http://127.0.0.1:{runner.addresses[0][1]}/hook", secret_token="s3cret")  # noqa: S106
    with pytest.raises(Conflict):
        await bot.get_updates(timeout=0)
    api.people.write("after")
    await api.until(lambda: not api.updates.pending)
    assert seen == [("s3cret", "before the hook was set")] * 3 + [("s3cret", "after")]
    assert api.updates.refused == {503: 2}
    await bot.delete_webhook()
    api.people.write("fetched again")
    assert len(await bot.get_updates(timeout=0)) == 1
    await runner.cleanup()


async def test_a_person_must_have_written_first(api: BotApi, bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(42, "hello")
    api.people.write("hello?")
    assert (await bot.send_message(42, "hello")).text == "hello"


async def test_texts_are_counted_in_utf_16_units(api: BotApi, bot: Bot) -> None:
    api.people.write("hello?")
    await bot.send_message(42, "\U0001f600" * 2048)
    with pytest.raises(BadRequest, match="Message is too long"):
        await bot.send_message(42, "\U0001f600" * 2048 + "!")
    with pytest.raises(BadRequest, match="Message text is empty"):
        await bot.send_message(42, " \n")


async def test_html_is_read_and_what_is_no_html_is_refused(api: BotApi, bot: Bot) -> None:
    api.people.write("hello?")
    said = await bot.send_message(42, 'a &lt;b&gt; <b>\U0001f600 <i>x</i></b> <a href="https://e.org">l</a>', "HTML")
    assert said.text == "a <b> \U0001f600 x l"
    assert [(e.type, said.parse_entity(e)) for e in said.entities] == [
        ("bold", "\U0001f600 x"),
        ("italic", "x"),
        ("text_link", "l"),
    ]
    for broken in ("<b>", "a < b", "<u>x</i>", "</b>", "<p>x</p>", "<code>x", '<b x="', "<br/>", "<blockquote>x</b>"):
        with pytest.raises(BadRequest, match="Can't parse entities"):
            await bot.send_message(42, broken, "HTML")
    assert sent(api) == ["a <b> \U0001f600 x l"]


async def test_an_edit_knows_what_there_is(api: BotApi, bot: Bot) -> None:
    question = api.people.write("hello?")
    said = await bot.send_message(42, "…")
    await bot.edit_message_text("<b>done</b>", 42, said.message_id, parse_mode="HTML")
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("<b>done</b>", 42, said.message_id, parse_mode="HTML")
    await bot.edit_message_text("done", 42, said.message_id)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("mine", 42, question.id)
    api.people.erase(api.chat(42)[-1])
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("gone", 42, said.message_id)
    [(_, message)] = [(k, m) for k, m in api.record.messages.items() if m.ours]
    assert [version.text for version in message.versions] == ["…", "done", "done"]
    assert message.filled == ("done",)


async def test_a_quote_must_stand_in_the_message_that_is_replied_to(api: BotApi, bot: Bot) -> None:
    question = api.people.write("what did <Russia> send?")
    said = await bot.send_message(42, "this", reply_parameters=ReplyParameters(question.id, quote="did <Russia>"))
    assert said.quote is not None
    assert said.reply_to_message is not None
    assert said.reply_to_message.text == question.text
    with pytest.raises(BadRequest, match=r"(?i)quote_text_invalid"):
        await bot.send_message(42, "this", reply_parameters=ReplyParameters(question.id, quote="did russia"))
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(42, "this", reply_parameters=ReplyParameters(999))
    alone = ReplyParameters(999, allow_sending_without_reply=True)
    assert (await bot.send_message(42, "this", reply_parameters=alone)).reply_to_message is None


async def test_a_button_holds_64_bytes_and_its_tap_is_answered_once(api: BotApi, bot: Bot) -> None:
    def under(data: str) -> InlineKeyboardMarkup:
        return InlineKeyboardMarkup([[InlineKeyboardButton("Tap", callback_data=data)]])

    api.people.write("hello?")
    await bot.send_message(42, "tap", reply_markup=under("ä" * 32))
    with pytest.raises(BadRequest, match=r"(?i)button_data_invalid"):
        await bot.send_message(42, "tap", reply_markup=under("ä" * 33))
    name = api.people.tap(api.chat(42)[-1], "Tap")
    update = (await bot.get_updates(timeout=0))[-1]
    assert update.callback_query is not None
    assert update.callback_query.data == "ä" * 32
    assert await update.callback_query.answer("thanks")
    assert api.record.taps[name]["text"] == "thanks"
    with pytest.raises(BadRequest, match=r"(?i)query is too old"):
        await update.callback_query.answer("thanks")


async def test_faults_happen_as_they_were_planned(api: BotApi, bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    api.people.write("hello?")
    api.people.write("hello?", 43)
    api.faults.broken("sendMessage", status=502)
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(42, "one")
    api.faults.lose("sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(42, "two")
    api.faults.swallow("sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(42, "three")
    assert sent(api) == ["three"]
    api.faults.flood(42, 30)
    with pytest.raises(RetryAfter):
        await bot.send_message(42, "four")
    await bot.send_message(43, "the others go on")
    api.faults.block(43)
    with pytest.raises(Forbidden):
        await bot.send_message(43, "five")
    api.faults.revoke()
    with pytest.raises(InvalidToken):
        await bot.get_me()
    assert [call.status for call in api.named("sendMessage")] == [502, 0, 0, 429, 200, 403]


async def test_a_frozen_server_does_late_what_nobody_waits_for_any_more(api: BotApi, bot: Bot) -> None:
    api.people.write("hello?")
    api.faults.freeze()
    with pytest.raises(TimedOut):
        await bot.send_message(42, "late", read_timeout=0.2)
    assert sent(api) == []
    api.faults.thaw()
    await api.until(lambda: sent(api) == ["late"])


async def test_a_lone_surrogate_is_not_sent(api: BotApi) -> None:
    api.people.write("hello?")
    async with aiohttp.ClientSession() as session:
        body = b'{"chat_id":42,"text":"\\ud800"}'
        url = f"{api.url}/bot{TOKEN}/sendMessage"
        async with session.post(url, data=body, headers={"Content-Type": "application/json"}) as answer:
            assert (answer.status, (await answer.json())["description"]) == (
                400,
                "Bad Request: strings must be encoded in UTF-8",
            )


async def test_a_process_of_its_own_is_driven_over_http() -> None:
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.servers.bot_api", cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert server.stdout is not None
    url = (await server.stdout.readline()).decode().split()[0].partition("=")[2]
    try:
        async with aiohttp.ClientSession() as session, Bot(TOKEN, base_url=f"{url}/bot") as bot:
            async with session.post(f"{url}/control/people/write", json={"text": "hello?", "chat": 7}) as written:
                assert (await written.json())["versions"] == ["hello?"]
            async with session.post(f"{url}/control/faults/swallow", json={"method": "sendMessage"}) as planned:
                assert await planned.json() == {"planned": 1, "frozen": False}
            with pytest.raises(NetworkError):
                await bot.send_message(7, "hello!")
            async with session.get(f"{url}/control/chats/7") as chat:
                assert [one["versions"] for one in await chat.json()] == [["hello?"], ["hello!"]]
    finally:
        server.kill()
        await server.communicate()


async def test_a_file_is_handed_over_by_the_path_that_get_file_names(api: BotApi) -> None:
    async with Bot(TOKEN, base_url=f"{api.url}/bot", base_file_url=f"{api.url}/file/bot") as bot:
        file = api.files.add(b"Die Ernte war gut.", "ernte.txt", "text/plain")
        api.people.write("lies das", media=file)
        [update] = await bot.get_updates(timeout=0)
        assert update.message is not None
        assert update.message.document is not None
        assert (update.message.caption, update.message.document.file_name) == ("lies das", "ernte.txt")
        there = await bot.get_file(update.message.document.file_id)
        assert bytes(await there.download_as_bytearray()) == b"Die Ernte war gut."
        with pytest.raises(BadRequest, match="temporarily unavailable"):
            await bot.get_file("nobody's")
        api.files.change(file, size=20 * 2**20 + 1)
        with pytest.raises(BadRequest, match="File is too big"):
            await bot.get_file(file.id)
