"""Files in Slack: the page as a message of its own, the map within the message of its words, each exactly once."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bot.app.drawing import drawn
from bot.chat import Action, Drawing, Enclosure, Handle, Heading, Incoming, Reply, Rows, Said
from bot.delivery import backoff
from bot.platforms.once import Once
from bot.platforms.slack import enclosing
from bot.transport import Draw, File, FileGoneError
from tests.servers.slack_api import Fault, Message, SlackServer, buttons, visible
from tests.servers.slack_bot import SlackBot
from tests.servers.slack_payloads import Payload
from tests.slack_chat import HTTP, PATIENT, Talk, options, ready
from tests.viewing import named

pytestmark = pytest.mark.slow

ARTICLE = named("missiles-for-soldiers")
LIST = Rows((("1", "Shin Won-sik", "3×"), ("2", "BBC", "2×")))
MAP = Reply(
    (Heading("Who says what:"), LIST),
    "en",
    (Action("As a page", "/view"),),
    encloses=Enclosure(Drawing.MAP, ARTICLE.id),
)
INSTEAD = (Heading("Missiles"), Said("In words."))
PAGE = Reply((Heading("Missiles"), Said("Open it.")), "en", encloses=Enclosure(Drawing.PAGE, ARTICLE.id, INSTEAD))
WORDS = Reply((Said("Only words."),), "en")
WAYS = [Once("placeholder", 0.1), Once("auto", 0.1)]
BEGIN, COMPLETE = "files.getUploadURLExternal", "files.completeUploadExternal"

anyhow = pytest.mark.parametrize("once", WAYS, ids=lambda once: once.way)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try again after hundredths of a second."""
    monkeypatch.setattr(backoff.Backoff.__init__, "__defaults__", (0.02, 0.1))
    monkeypatch.setattr(enclosing, "READY", (0.01,) * 5)


async def draw(enclosure: Enclosure, language: str) -> File:
    return drawn(ARTICLE, enclosure.drawing, language)


async def gone(enclosure: Enclosure, _language: str) -> File:
    raise FileGoneError(enclosure.article)


async def handle(incoming: Incoming) -> Reply:
    """Answer by what is asked for."""
    return PAGE if "view" in incoming.text else MAP if "map" in incoming.text else WORDS


@asynccontextmanager
async def talking(
    once: Once, *faults: Fault, server: SlackServer | None = None, making: Draw = draw, answering: Handle = handle
) -> AsyncIterator[Talk]:
    server = server or SlackServer()
    server.faults += faults
    async with server.running():
        given = replace(options(server, HTTP), once=once, draw=making)
        async with ready(server, given, answering, PATIENT, direct=True) as talk:
            yield talk


async def settled(talk: Talk) -> list[Message]:
    """Return the messages when nothing is called any more."""
    await talk.until(lambda: talk.server.messages and not empty(talk))
    await talk.quiet(0.4)
    assert not empty(talk)
    return list(talk.server.messages.values())


def empty(talk: Talk) -> int:
    return sum(not m.content.get("files") and visible(m.content) == "…" for m in talk.server.messages.values())


def files(message: Message) -> list[Payload]:
    return list(message.content.get("files") or [])


def pictures(message: Message) -> list[Payload]:
    return [block for block in message.content.get("blocks") or [] if block["type"] == "image"]


@anyhow
async def test_the_page_is_a_message_with_a_file_that_a_browser_opens(once: Once) -> None:
    async with talking(once) as talk:
        await talk.say(talk.server.payloads.direct("view"))
        [answer] = await settled(talk)
        [file] = files(answer)
        assert file["name"].endswith(".view.html")
        assert file["title"] == "Missiles"
        assert talk.server.files.known[file["id"]].content.startswith(b"<!doctype html>")
        assert "Open it." in visible(answer.content)
        assert talk.server.counts["chat.postMessage"] == 0


@anyhow
async def test_in_a_channel_the_page_comes_into_the_thread_which_goes_on(once: Once) -> None:
    async with talking(once) as talk:
        mention = talk.server.payloads.mention("view")
        await talk.say(mention)
        [answer] = await settled(talk)
        assert (answer.channel, answer.content["thread_ts"]) == ("C0001", mention["event"]["ts"])
        assert files(answer)
        await talk.say(talk.server.payloads.posted("and in words?", thread_ts=mention["event"]["ts"]))
        await talk.seen("Only words.")


@anyhow
@pytest.mark.parametrize("slow", [0, 3])
async def test_the_map_stands_in_the_message_of_its_words(once: Once, slow: int) -> None:
    server = SlackServer()
    server.files.slow = slow
    async with talking(once, server=server) as talk:
        await talk.say(talk.server.payloads.direct("map"))
        [answer] = await settled(talk)
        [picture] = pictures(answer)
        kept = talk.server.files.known[picture["slack_file"]["id"]]
        assert kept.content.startswith(b"\x89PNG")
        assert not kept.told["shares"]
        assert "Shin Won-sik" in picture["alt_text"]
        assert "Shin Won-sik" in visible(answer.content)
        assert list(buttons(answer.content)) == ["As a page"]


async def test_the_same_map_is_uploaded_once_for_a_workspace() -> None:
    async with talking(WAYS[1]) as talk:
        for _ in range(2):
            await talk.say(talk.server.payloads.direct("map"))
            await settled(talk)
        assert sum(bool(pictures(m)) for m in await settled(talk)) == 2
        assert talk.server.counts[BEGIN] == 1


async def test_a_map_that_was_deleted_is_left_out_and_then_uploaded_anew() -> None:
    async with talking(WAYS[1]) as talk:
        await talk.say(talk.server.payloads.direct("map"))
        [first] = await settled(talk)
        talk.server.files.known[pictures(first)[0]["slack_file"]["id"]].told["deleted"] = True
        for _ in range(2):
            await talk.say(talk.server.payloads.direct("map"))
            await settled(talk)
        assert [bool(pictures(m)) for m in await settled(talk)] == [True, False, True]


@pytest.mark.parametrize(("asked", "enclosed"), [("view", files), ("map", pictures)])
@anyhow
async def test_what_a_command_asks_for_comes_as_a_direct_message_and_the_command_says_so(
    once: Once, asked: str, enclosed: object
) -> None:
    async with talking(once) as talk:
        command = talk.server.payloads.slash(asked)
        await talk.say(command)
        [answer] = await settled(talk)
        assert answer.channel == "D0ANNA"
        assert enclosed(answer)  # type: ignore[operator]
        assert "thread_ts" not in answer.content
        seen = talk.server.private[command["trigger_id"]]
        await talk.until(lambda: seen.content and "direct message" in visible(seen.content))


@pytest.mark.parametrize("where", ["direct", "mention", "slash"])
@pytest.mark.parametrize("asked", ["view", "map"])
@anyhow
async def test_an_app_without_the_scope_says_what_to_do_and_gives_the_words(once: Once, asked: str, where: str) -> None:
    server = SlackServer()
    server.files.writable = False
    async with talking(once, server=server) as talk:
        await talk.say(getattr(talk.server.payloads, where)(asked))
        shown = await talk.seen("files:write")
        assert ("In words." if asked == "view" else "BBC") in shown
        assert "Open it." not in shown
        await talk.quiet()
        assert not any(files(m) or pictures(m) for m in talk.server.messages.values())
        assert len(talk.server.messages) == (0 if where == "slash" else 1)


@anyhow
async def test_in_a_channel_that_the_bot_is_not_in_the_page_is_words_and_how_to_get_it(once: Once) -> None:
    server = SlackServer()
    server.outside.add("C0001")
    async with talking(once, server=server) as talk:
        await talk.say(talk.server.payloads.mention("view"))
        shown = await talk.seen("/invite")
        assert "In words." in shown
        [answer] = await settled(talk)
        assert not files(answer)


@anyhow
async def test_where_a_workspace_takes_no_such_file_the_words_come_alone(once: Once) -> None:
    server = SlackServer()
    server.files.forbidden = (".html", ".png")
    async with talking(once, server=server) as talk:
        for asked, words in (("view", "In words."), ("map", "BBC")):
            await talk.say(talk.server.payloads.direct(asked))
            assert "does not take the file" in await talk.seen(words)
        assert not any(files(m) or pictures(m) for m in await settled(talk))


@anyhow
async def test_without_its_article_a_file_is_left_out(once: Once) -> None:
    async with talking(once, making=gone) as talk:
        await talk.say(talk.server.payloads.direct("view"))
        await talk.seen("In words.")
        [answer] = await settled(talk)
        assert not files(answer)


BROKEN = [
    Fault(BEGIN, after=True),
    Fault("upload", before=True),
    Fault("upload", after=True),
    Fault("upload", status=503),
    Fault(COMPLETE, before=True),
    Fault(COMPLETE, after=True),
    Fault(COMPLETE, times=2, after=True),
    Fault(COMPLETE, error="fatal_error"),
    Fault(COMPLETE, error="ratelimited", status=429, headers={"Retry-After": "0"}),
    Fault("chat.postMessage", after=True),
    Fault("files.info", times=3, before=True),
]


@pytest.mark.parametrize(
    "fault", BROKEN, ids=lambda fault: f"{fault.method}-{fault.error or fault.status}-{fault.after}"
)
@pytest.mark.parametrize(("asked", "enclosed"), [("view", files), ("map", pictures)])
@anyhow
async def test_a_file_whose_outcome_is_unknown_comes_once(
    once: Once, asked: str, enclosed: object, fault: Fault
) -> None:
    async with talking(once, replace(fault)) as talk:
        await talk.say(talk.server.payloads.direct(asked))
        await talk.until(lambda: any(enclosed(m) for m in talk.server.messages.values()))  # type: ignore[operator]
        await talk.quiet(0.5)
        shown = [m for m in talk.server.messages.values() if visible(m.content) != "…" or files(m)]
        assert len(shown) == 1
        assert enclosed(shown[0])  # type: ignore[operator]


@anyhow
async def test_once_too_little_is_better_than_twice_where_slack_may_not_be_asked(once: Once) -> None:
    server = SlackServer()
    server.files.readable = False
    async with talking(once, Fault(COMPLETE, after=True), server=server) as talk:
        await talk.say(talk.server.payloads.direct("view"))
        await talk.until(lambda: any(files(m) for m in talk.server.messages.values()))
        await talk.quiet(0.5)
        assert len(talk.server.messages) == 1


@pytest.mark.parametrize("way", ["direct", "slash"])
@anyhow
async def test_what_stood_there_while_the_page_was_looked_for_gives_way_to_it(once: Once, way: str) -> None:
    async def slowly(incoming: Incoming) -> Reply:
        await incoming.meanwhile.show(WORDS)
        return PAGE

    async with talking(once, answering=slowly) as talk:
        await talk.say(getattr(talk.server.payloads, way)("view"))
        await talk.until(lambda: any(files(m) for m in talk.server.messages.values()))
        [answer] = await settled(talk)
        assert files(answer)
        assert talk.server.counts["chat.delete"] == (1 if way == "direct" else 0)


async def test_blocks_that_slack_refuses_leave_the_page_its_text() -> None:
    async with talking(WAYS[1], Fault(COMPLETE, error="invalid_blocks")) as talk:
        await talk.say(talk.server.payloads.direct("view"))
        [answer] = await settled(talk)
        assert files(answer)
        assert "Missiles" in answer.content["text"]


@pytest.mark.parametrize("once", ["placeholder", "auto"])
@pytest.mark.parametrize("fault", [BEGIN, "upload", COMPLETE])
async def test_a_page_comes_once_when_the_bot_is_killed_while_it_sends_it(
    tmp_path: Path, once: str, fault: str
) -> None:
    """Killed with the request under way: once before Slack has carried it out, once after that."""
    for broken in (Fault(fault, times=10_000, before=True), Fault(fault, times=10_000, after=True)):
        server = SlackServer()
        server.faults.append(broken)
        folder = tmp_path / f"{broken.after}"
        folder.mkdir()
        async with server.running():
            bot = SlackBot(server, folder, over_http=True, slack_once=once, once_wait=1)
            async with bot:
                assert await server.deliver(server.payloads.direct("view"), bot.url)
                counted = "upload" if fault == "upload" else fault
                await bot.reached(lambda: server.counts[counted])  # noqa: B023 - it ends within the round
                await bot.kill()
            server.faults.clear()
            async with bot:
                await bot.reached(lambda: any(files(m) for m in server.messages.values()))  # noqa: B023 - as above
                assert await bot.stop(60) == 0
            shown = [m for m in server.messages.values() if files(m)]
            assert len(shown) == 1, (fault, broken.after, json.dumps([m.content for m in server.messages.values()]))
