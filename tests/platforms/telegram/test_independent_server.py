"""Telegram through a Bot API server that nobody here has written: telegram-test-api from npm.

`make independent` installs it and runs this test; the way goes question in, answer out, as polling and as webhook.
"""

import asyncio
import json
import os
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.servers.process import ROOT
from tests.servers.telegram_bot import TelegramBot

FOLDER = os.environ.get("TELEGRAM_TEST_API", "")
TOKEN = "666:AAtest-token_of-nobody-0123456789abc"  # noqa: S105 - it opens a server on loopback
SERVER = ROOT / "tests" / "servers" / "telegram_test_api.mjs"
PATIENCE = 120.0
"""Seconds until an answer is there."""

pytestmark = [
    pytest.mark.skipif(not FOLDER, reason="make independent installs the server and runs this"),
    pytest.mark.slow,
]


@pytest.fixture
async def url() -> AsyncIterator[str]:
    server = await asyncio.create_subprocess_exec("node", str(SERVER), FOLDER, stdout=asyncio.subprocess.PIPE)
    assert server.stdout is not None
    port = (await server.stdout.readline()).decode().strip()
    yield f"http://127.0.0.1:{port}"
    server.kill()
    await server.communicate()


async def post(url: str, **given: object) -> Any:  # noqa: ANN401 - whatever the server says
    async with aiohttp.ClientSession() as session, session.post(url, json=given) as answer:
        return json.loads(await answer.read())


async def hooked(url: str) -> None:
    """Return when the server knows the webhook."""
    async with asyncio.timeout(PATIENCE):
        while True:
            if (await post(f"{url}/bot{TOKEN}/getWebhookInfo"))["result"]["url"]:
                return
            await asyncio.sleep(0.05)


async def answer(url: str) -> str:
    """Return the first message of the bot that has something to read."""
    async with asyncio.timeout(PATIENCE):
        while True:
            history = (await post(f"{url}/getUpdatesHistory", token=TOKEN))["result"]
            texts = [one["message"]["text"] for one in history if "chat_id" in one["message"]]
            if found := [text for text in texts if any(character.isalnum() for character in text)]:
                return str(found[0])
            await asyncio.sleep(0.05)


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
async def test_a_question_is_answered_through_a_server_that_is_not_ours(
    url: str, tmp_path: Path, *, webhook: bool
) -> None:
    bot = TelegramBot(url, TOKEN, tmp_path, webhook=webhook)
    await bot.spawn()
    try:
        if webhook:
            await bot.reached(bot.listening)
            await hooked(url)
        person = {"id": 1, "first_name": "Person", "is_bot": False, "language_code": "en"}
        chat = {"id": 1, "first_name": "Person", "type": "private"}
        asked = {"botToken": TOKEN, "from": person, "chat": chat, "date": int(time.time())}
        await post(f"{url}/sendMessage", **asked, text="what did Russia send?")
        assert "Raketen für die Flugabwehr" in await answer(url)
    finally:
        await bot.kill()
