"""What people and strangers can send, one test an input, with the numbers of the list in docs/delivery.md."""

import asyncio
import json
import random
from collections.abc import AsyncIterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import aiohttp
import pytest

from bot.chat import Cited, Incoming, Reply, Said
from tests.platforms.telegram.live import Live, hasten, living
from tests.servers.bot_api import BotApi, Message, serving, units
from tests.servers.telegram_bot import SECRET, OurBot

CALM = 0.7
"""Seconds in which what must not come would have come."""
GROUP = -1001
LONGEST = 4096
"""UTF-16 code units of a message."""
STORY = "Lindau feiert die Fähre\n\nDie neue Fähre fasst 300 Fahrgäste. Der alte Leuchtturm wurde gestrichen.\n"
ANSWER = "Die neue Fähre fasst 300 Fahrgäste."
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}


pytestmark = pytest.mark.slow


@pytest.fixture
async def api(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[BotApi]:
    hasten(monkeypatch)
    async with serving() as server:
        yield server


@pytest.fixture
async def bot(api: BotApi, tmp_path: Path) -> AsyncIterator[OurBot]:
    """The whole bot as a process of its own, asked by webhook."""
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    async with OurBot(api, tmp_path / "bot", webhook=True, article=story) as running:
        yield running


def answered(api: BotApi, chat: int = 42) -> list[str]:
    return [message.text for message in api.answers(chat)]


async def ask(api: BotApi, text: str, chat: int = 42) -> Message:
    """Return what the bot answers to a message."""
    return await api.answer(chat, after=api.people.write(text, chat).id)


async def post(url: str, body: bytes, headers: dict[str, str] = HEADERS) -> int:
    """Return the status that the webhook answers with."""
    async with aiohttp.ClientSession() as session, session.post(url, data=BytesIO(body), headers=headers) as said:
        return said.status


def fine(bot: OurBot) -> bool:
    """Tell whether the bot runs and has nothing to say about failures of its own."""
    return bot.process.returncode is None and '"failed"' not in bot.output and '"unexpected"' not in bot.output


async def test_input_28_nothing_to_read_brings_one_friendly_line(api: BotApi, bot: OurBot) -> None:
    for chat, text in enumerate((" ", "\n\t", "\u00a0\u2003", "?!", "...", "\u200b\u200d"), 100):
        assert (await ask(api, text, chat)).text
    mention = await ask(api, "@article_bot", GROUP)
    assert mention.text
    assert (await ask(api, "How many passengers does the ferry hold?")).text.count(ANSWER) == 1
    assert fine(bot)


@pytest.mark.parametrize(
    "letters", ["a", "\U0001f600", "e\u0301", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "<b>&amp;"]
)
async def test_input_29_a_question_as_long_as_telegram_lets_it_be(api: BotApi, bot: OurBot, letters: str) -> None:
    text = letters * (LONGEST // units(letters))
    assert (await ask(api, text)).text
    assert not api.refusals()
    assert fine(bot)


def long_reply(_incoming: Incoming) -> Reply:
    """Return 20,000 characters in whole sentences, with everything that a careless cut would break."""
    chance = random.Random(3)  # noqa: S311 - no secret
    words = (
        "a<b",
        "&amp;",
        "x&y",
        "\U0001f600",
        "e\u0301\u0323",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "مرحبا",
    )
    parts = [f"Sentence {n}: {' '.join(chance.choice(words) for _ in range(40))}." for n in range(120)]
    return Reply(tuple(Cited(n, text, "Source: nobody") for n, text in enumerate(parts, 1)), "en", page=1)


async def test_input_29_and_30_an_answer_of_20_000_characters_comes_page_by_page_and_whole(
    api: BotApi, tmp_path: Path
) -> None:
    async def handle(incoming: Incoming) -> Reply:
        command, _, number = incoming.text.partition(" ")
        reply = long_reply(incoming)
        if command == "/page":
            return Reply(reply.parts, "en", page=int(number), replaces=True)
        return reply

    whole = long_reply(Incoming("", "", "")).parts
    assert sum(len(part.text) for part in whole if isinstance(part, Cited)) > 20_000
    async with living(api, tmp_path, handle):
        message = await ask(api, "tell me everything")
        pages = [message.text]
        while (more := [button for button in message.buttons if _page_of(button) == len(pages) + 1]) and more:
            versions = len(message.versions)
            api.people.tap(message, message.buttons.index(more[0]))
            await api.until(lambda seen=versions: len(message.versions) > seen)
            pages.append(message.text)
    assert len(pages) > 4
    assert all(units(page) <= LONGEST for page in pages)
    for part in whole:
        assert isinstance(part, Cited)
        assert sum(part.text in page for page in pages) == 1, part.text
    assert not api.refusals()
    assert len(answered(api)) == 1


def _page_of(button: dict[str, str]) -> int:
    command, _, rest = button["callback_data"].partition(" ")
    return int(rest.partition("|")[0]) if command == "/page" else 0


MARKUP = (
    "<b>bold</b>",
    "<b>unclosed",
    "</code>",
    "a & b &amp; c &lt;d&gt;",
    "<script>alert(1)</script>",
    '<a href="tg://user?id=1">x</a>',
    "*_`[x](y)",
    "<",
    "&#60;b&#62;",
)


@pytest.mark.parametrize("text", MARKUP)
async def test_input_31_markup_is_shown_literally(api: BotApi, tmp_path: Path, text: str) -> None:
    async def handle(incoming: Incoming) -> Reply:
        start = incoming.text.find("b")
        marks = ((start, start + 1),) if start >= 0 else ()
        return Reply((Said(f"You wrote {incoming.text}"), Cited(1, f"It says {incoming.text}.", text, marks)), "en")

    async with living(api, tmp_path, handle):
        shown = (await ask(api, text)).text
    assert f"You wrote {text}" in shown
    assert f"It says {text}." in shown
    assert not api.refusals()


async def test_input_31_markup_in_a_question_to_the_whole_bot_is_shown_literally(api: BotApi, bot: OurBot) -> None:
    for chat, text in enumerate(MARKUP, 100):
        assert (await ask(api, f"Was ist {text}?", chat)).text
    assert not api.refusals()
    assert fine(bot)


STRANGE = (
    "\u202eferry\u202c how many?",
    "fer\u200bry\u200d\ufeff",
    "ferry\x00ferry",
    "ferry \x1b[31m \x07",
    "\ud83d ferry",
    "ferry \udc00\ud800",
    "\u0301\u0301\u0301",
    "\U000e0001\U000e007f",
)


async def test_input_33_characters_that_nobody_types_are_survived(api: BotApi, bot: OurBot) -> None:
    for chat, text in enumerate(STRANGE, 100):
        assert (await ask(api, text, chat)).text
    assert (await ask(api, "How many passengers does the ferry hold?")).text.count(ANSWER) == 1
    assert not api.refusals()
    assert fine(bot)


async def test_input_33_bytes_that_are_no_utf_8_are_put_aside(api: BotApi, tmp_path: Path) -> None:
    async with living(api, tmp_path, webhook=True) as live:
        assert await post(live.url, b'{"update_id": 5, "message": {"text": "\xff\xfe"}}') == 200
        await live.empty()
        assert await live.dead() == 1
        await ask(api, "hello?")
    assert answered(api) == ["Answer to: hello?"]


async def test_input_34_what_is_not_for_the_bot_brings_nothing(api: BotApi, tmp_path: Path) -> None:
    async with living(api, tmp_path) as live:
        people = api.people
        people.write("two people talk", GROUP, 7)
        people.write("another bot asks?", GROUP, 8, is_bot=True)
        people.write("@article_bot says another bot", GROUP, 8, is_bot=True)
        people.write("another bot in a private chat", 8, is_bot=True)
        channel = people.chat(-1002, "channel")
        post_of = {"message_id": 900, "date": 1, "chat": channel, "text": "news"}
        people.push({"channel_post": post_of})
        people.push({"edited_channel_post": post_of | {"edit_date": 2}})
        people.push({"my_chat_member": {"chat": people.chat(7)}})
        people.write("a member joined", GROUP, 7, media="", entities=())
        edited = people.write("group chatter", GROUP, 7)
        people.edit(edited, "group chatter, spelled right")
        await live.empty()
        assert live.received == []
        mine = {"message_id": 901, "date": 1, "chat": people.chat(7), "from": api.me, "text": "my own words"}
        people.push({"message": mine})
        await live.empty()
        await asyncio.sleep(CALM)
        assert live.received == []
    assert list(api.record.of_bot()) == []


async def test_input_34_a_sticker_brings_one_friendly_line(api: BotApi, bot: OurBot) -> None:
    for chat, media in enumerate(("sticker", "photo", "voice"), 100):
        api.people.write("", chat, media=media)
        assert (await api.answer(chat)).text
        assert len(answered(api, chat)) == 1
    api.people.write("", GROUP, 7, media="photo")
    await ask(api, "How many passengers does the ferry hold?")
    assert answered(api, GROUP) == []
    assert fine(bot)


async def test_input_35_bodies_that_are_far_too_large_are_refused_and_take_no_memory(api: BotApi, bot: OurBot) -> None:
    del api
    url = f"http://127.0.0.1:{bot.port}/telegram"
    text = json.dumps({"update_id": 1, "message": {"text": "x" * 9_000_000}}).encode()
    before = bot.rss()
    assert await post(url, text) == 413

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(120):
            yield b" " * 2**20

    async with aiohttp.ClientSession(headers=HEADERS) as session:
        with suppress(aiohttp.ClientError):  # refused in the middle of it, or said so
            async with session.post(url, data=endless()) as said:
                assert said.status == 413
    assert bot.rss() - before < 16


SHAPES: tuple[object, ...] = (
    [],
    [1, 2, 3],
    {},
    "text",
    7,
    None,
    {"update_id": 1},
    {"update_id": "12", "message": {"message_id": "1", "date": "1", "chat": {"id": "42"}, "text": "ints as strings"}},
    {"update_id": 2**70, "message": {}},
    {"update_id": -1},
    {"update_id": True},
    {"update_id": 14, "message": []},
    {"update_id": 15, "message": {"chat": None, "text": None}},
    {"update_id": 16, "callback_query": {"id": 1}},
    {"update_id": 17, "inline_query": {}},
    {"update_id": 18, "message": {"message_id": 1, "date": 1, "chat": {"id": 10**400, "type": "private"}, "text": "x"}},
    {"update_id": 19, "message": {"text": {"a": [[[[[[{}]]]]]]}}},
)


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
async def test_input_36_json_of_any_shape_harms_nobody(api: BotApi, tmp_path: Path, *, webhook: bool) -> None:
    async with living(api, tmp_path, webhook=webhook) as live:
        for shape in SHAPES:
            if webhook:
                assert await post(live.url, json.dumps(shape).encode()) == 200, shape
            elif isinstance(shape, dict):
                api.people.push(dict(shape) | {"update_id": api.updates.last + 1})
        await ask(api, "hello?")
        await live.empty()
        assert await live.dead() > 0
        assert not live.facts_of("failed")
        assert [one.text for one in live.received] == ["hello?"]
    assert answered(api) == ["Answer to: hello?"]


async def test_input_36_numbers_of_64_bits_are_kept_whole(api: BotApi, tmp_path: Path) -> None:
    largest = 2**52 - 1
    async with living(api, tmp_path) as live:
        await ask(api, "hello?", largest)
        await ask(api, "@article_bot hello?", -largest)
        assert {one.chat.rpartition(":")[2] for one in live.received} == {str(largest), str(-largest)}


async def test_input_37_commands_of_other_bots_are_passed_over_and_unknown_ones_are_answered(
    api: BotApi, bot: OurBot
) -> None:
    api.people.write("/help@another_bot", GROUP, 7)
    api.people.write("/ask@another_bot ferry?", GROUP, 7)
    assert (await ask(api, "/frobnicate")).text
    assert (await ask(api, "/help")).text
    helped = await api.answer(GROUP, after=api.people.write("/help@article_bot", GROUP, 7).id)
    assert [message.text for message in api.answers(GROUP)] == [helped.text]
    assert fine(bot)


async def test_input_38_a_hundred_questions_at_once_bring_one_notice_and_delay_nobody(
    api: BotApi, tmp_path: Path
) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    async with OurBot(api, tmp_path / "bot", article=story, questions_per_minute=5) as bot:
        for _ in range(100):
            api.people.write("How many passengers does the ferry hold?", 1)
        others = [await ask(api, "How many passengers does the ferry hold?", chat) for chat in (2, 3)]
        assert all(ANSWER in other.text for other in others)
        await api.until(lambda: len(answered(api, 1)) == 6)
        await asyncio.sleep(CALM)
        said = answered(api, 1)
        assert [ANSWER in text for text in said] == [True] * 5 + [False]
        assert fine(bot)


RIGHT = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (JSON, 403),
        (JSON | {"X-Telegram-Bot-Api-Secret-Token": "wrong"}, 403),
        (JSON | {"X-Telegram-Bot-Api-Secret-Token": SECRET[:-1]}, 403),
        (JSON | {"X-Telegram-Bot-Api-Secret-Token": ""}, 403),
        (RIGHT | {"Content-Type": "application/json; charset=utf-8"}, 200),
        (RIGHT | {"Content-Type": "text/plain"}, 415),
        (RIGHT | {"Content-Type": "application/x-www-form-urlencoded"}, 415),
    ],
)
async def test_input_40_a_webhook_without_the_secret_or_of_another_type_is_refused(
    api: BotApi, tmp_path: Path, headers: dict[str, str], status: int
) -> None:
    async with living(api, tmp_path, webhook=True) as live:
        question = api.people.write("hello?")
        await api.answer()
        update = {"update_id": api.updates.last + 1, "message": api.record.json(question)}
        assert await post(live.url, json.dumps(update).encode(), headers) == status
        await live.empty()
        await asyncio.sleep(CALM / 2)
        assert len(live.received) == (2 if status == 200 else 1)


async def test_input_40_a_webhook_takes_posts_to_its_path_alone(api: BotApi, tmp_path: Path) -> None:
    async with living(api, tmp_path, webhook=True) as live, aiohttp.ClientSession(headers=HEADERS) as session:
        async with session.get(live.url) as said:
            assert said.status == 405
        async with session.put(live.url, data=b"{}") as said:
            assert said.status == 405
        async with session.post(live.url + "/elsewhere", data=b"{}") as said:
            assert said.status == 404


async def test_input_40_a_body_that_drips_is_given_up_and_holds_up_nobody(
    api: BotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.platforms.telegram.webhook.READING", 0.5)
    async with living(api, tmp_path, webhook=True) as live:
        drips = [asyncio.create_task(_drip(live)) for _ in range(20)]
        await asyncio.sleep(0.2)
        await ask(api, "hello?")
        heads = await asyncio.gather(*drips)
        assert all(head in (b"", b"HTTP/1.1 408") for head in heads)
        assert any(heads)


async def _drip(live: Live) -> bytes:
    """Send the beginning of an update byte by byte; return the beginning of the answer."""
    port = int(live.url.split(":")[2].partition("/")[0])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = [f"{name}: {value}" for name, value in (HEADERS | {"Host": "x", "Content-Length": "1000"}).items()]
    writer.write("\r\n".join(["POST /telegram HTTP/1.1", *head, "", ""]).encode())
    answer = asyncio.create_task(reader.read(12))
    with suppress(ConnectionError):
        while not answer.done():
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.05)
    writer.close()
    return await answer
