"""Slack through a server that nobody here has written: emulate from npm, its Web API and its signed events.

`make independent` installs it, with the Node that it needs, and runs this test. It has no commands, no Socket Mode, no
retries and no limits; what it shows is that a signed event of somebody else's making is let in and read, that what is
posted, edited and uploaded is what somebody else's Web API takes and keeps, and that the bot does not answer its own
messages.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.app.drawing import drawn
from bot.chat import Drawing, Enclosure, Heading, Incoming, Reply
from bot.transport import File
from tests.servers.process import ROOT, free_port
from tests.servers.slack_api import SECRET, SlackServer, visible
from tests.slack_chat import HTTP, Talk, echo, options, ready
from tests.viewing import named

FOLDER = os.environ.get("SLACK_EMULATE", "")
SERVER = ROOT / "tests" / "servers" / "slack_emulate.mjs"
BOT, ANNA = "xoxb-emulate", "xoxp-anna"

pytestmark = [
    pytest.mark.skipif(not FOLDER, reason="make independent installs the server and runs this"),
    pytest.mark.slow,
]


ARTICLE = named("missiles-for-soldiers")


async def draw(enclosure: Enclosure, language: str) -> File:
    return drawn(ARTICLE, enclosure.drawing, language)


async def handle(incoming: Incoming) -> Reply:
    """Answer with a file where one is asked for."""
    enclosed = {"view": Drawing.PAGE, "map": Drawing.MAP}.get(incoming.text)
    if enclosed is None:
        return await echo(incoming)
    return Reply((Heading(f"a:{incoming.text}"),), "en", encloses=Enclosure(enclosed, ARTICLE.id))


@pytest.fixture
async def talk() -> AsyncIterator[Talk]:
    """The bot at the other server; of our own server there is nothing but the type."""
    listen = f"127.0.0.1:{free_port()}"
    [node] = (Path(FOLDER) / "node_modules").glob("node-*/bin/node")
    command = (str(node), str(SERVER), FOLDER, f"http://{listen}/slack/events", SECRET)
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    there = SlackServer()
    there.base = f"http://127.0.0.1:{(await process.stdout.readline()).decode().strip()}"
    given = replace(options(there, HTTP), bot_token=BOT, listen=listen, draw=draw)
    async with ready(there, given, handle) as talk:
        yield talk
    process.kill()
    await process.communicate()


async def messages(anna: AsyncWebClient, channel: str) -> list[dict[str, Any]]:
    history = await anna.api_call("conversations.history", json={"channel": channel})
    return [dict(message) for message in history["messages"]]


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(120):
        while not await holds():  # noqa: ASYNC110 - it is asked over HTTP
            await asyncio.sleep(0.05)


async def test_a_direct_message_is_answered_on_a_server_that_is_not_ours(talk: Talk) -> None:
    anna = AsyncWebClient(ANNA, base_url=f"{talk.server.base}/api/")
    me = (await AsyncWebClient(BOT, base_url=f"{talk.server.base}/api/").auth_test())["user_id"]
    channel = (await anna.api_call("conversations.open", json={"users": me}))["channel"]["id"]
    await anna.chat_postMessage(channel=channel, text="who &lt;won&gt;?")

    async def answered() -> bool:
        return any("a:who <won>?" in visible(message) for message in await messages(anna, channel))

    await until(answered)
    await asyncio.sleep(0.5)
    found = await messages(anna, channel)
    assert [message["user"] == me for message in found] == [True, False]
    assert found[0]["text"] == "a:who &lt;won&gt;? — Source: a test"
    assert "edited" in found[0]
    assert not {"unreadable", "failed", "bad_signature", "malformed"} & set(talk.log.events())


@pytest.mark.parametrize("asked", ["view", "map"])
async def test_files_are_taken_once_by_a_server_that_is_not_ours_and_the_bot_does_not_read_its_own(
    talk: Talk, asked: str
) -> None:
    anna = AsyncWebClient(ANNA, base_url=f"{talk.server.base}/api/")
    me = (await AsyncWebClient(BOT, base_url=f"{talk.server.base}/api/").auth_test())["user_id"]
    channel = (await anna.api_call("conversations.open", json={"users": me}))["channel"]["id"]
    await anna.chat_postMessage(channel=channel, text=asked)

    async def answered() -> bool:
        return any(f"a:{asked}" in visible(message) for message in await messages(anna, channel))

    await until(answered)
    await asyncio.sleep(0.7)
    found = await messages(anna, channel)
    assert [message["user"] == me for message in found] == [True, False]
    if asked == "view":
        [file] = found[0]["files"]
        assert file["name"].endswith(".view.html")
        assert file["size"] > 10_000
    else:
        assert found[0]["blocks"][0]["type"] == "image"
    assert not {"unreadable", "failed", "unsure"} & set(talk.log.events())


async def test_a_channel_is_left_alone_on_a_server_that_is_not_ours(talk: Talk) -> None:
    anna = AsyncWebClient(ANNA, base_url=f"{talk.server.base}/api/")
    general = next(c["id"] for c in (await anna.api_call("conversations.list"))["channels"] if c["name"] == "general")
    await anna.api_call("conversations.join", json={"channel": general})
    await anna.chat_postMessage(channel=general, text="who won?")
    await asyncio.sleep(0.7)
    assert not any("a:" in visible(message) for message in await messages(anna, general))
    assert talk.log.events() == []
