"""A correction reaches the chat that wants it, from the bot as it runs, and once though it is killed.

Rule of this module: the processes, the databases and the web site are real.
"""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.core.test_text_versions import MONDAY, TUESDAY
from tests.servers.bot_api import BotApi
from tests.servers.site import Site
from tests.servers.telegram_bot import OurBot

ROOT = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.slow


def texts(api: BotApi, chat: int) -> list[str]:
    return [message.text for message in api.answers(chat)]


def notices(api: BotApi, chat: int) -> list[str]:
    return [text for text in texts(api, chat) if "has changed since I showed you" in text]


async def ingest(bot: OurBot, url: str) -> None:
    """Take a page in for everybody, beside the bot that runs."""
    environment = {**os.environ, **bot.environment, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "bot", "ingest", url]
    await asyncio.to_thread(subprocess.run, command, env=environment, cwd=ROOT, check=True, capture_output=True)


async def test_a_correction_is_told_once_though_the_bot_is_killed(api: BotApi, site: Site, tmp_path: Path) -> None:
    url = site.put("/harbour", MONDAY, Content_Type="text/plain; charset=utf-8")
    async with OurBot(api, tmp_path / "bot", fetch_private="127.0.0.1") as bot:
        for text, answer in (
            ("/notify on", "From now on I tell you here"),
            (url, "Ferry hits pillar"),
            ("What would the repair cost?", "two million"),
        ):
            api.people.write(text, 42)
            await api.until(lambda wanted=answer: any(wanted in said for said in texts(api, 42)), 60)
        site.put("/harbour", TUESDAY, Content_Type="text/plain; charset=utf-8")
        await ingest(bot, url)
        await api.until(lambda: bool(notices(api, 42)), 60)
        await bot.kill()
        await bot.start()
        api.people.write("What would the repair cost?", 43)
        await api.until(lambda: len(texts(api, 43)) > 0, 60)
        await asyncio.sleep(1)
    [told] = notices(api, 42)
    assert "two million" in told
    assert "three million" in told
