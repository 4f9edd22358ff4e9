"""People bring articles to the bot as it runs: over the web, in many messages, while it is killed, and take them back.

Rule of this module: the process, the database and the web site are real, and what is left is looked for in every file.
"""

import asyncio
from pathlib import Path

import pytest

from tests.platforms.telegram.test_secrets_written import holding
from tests.servers.bot_api import BotApi
from tests.servers.site import Site
from tests.servers.telegram_bot import OurBot

HEADLINE = "Storks nest on the town hall"
BODY = (
    "Two storks have built a nest on the town hall of Velden.",
    "Mayor Rosa Quist said the clock would stand still until August.",
    "The bird society counted four eggs on Friday.",
    "The fire brigade refused to move the nest.",
    "Shopkeepers complained that nobody knew the time any more.",
)
PAGE = f"<html><head><title>{HEADLINE}</title></head><body><article><h1>{HEADLINE}</h1>" + "".join(
    f"<p>{sentence}</p>" for sentence in BODY * 2
)


pytestmark = pytest.mark.slow


def running(api: BotApi, folder: Path, **settings: object) -> OurBot:
    return OurBot(api, folder, fetch_private="127.0.0.1", **settings)


def texts(api: BotApi, chat: int) -> list[str]:
    return [message.text for message in api.answers(chat)]


async def test_a_link_is_read_and_asked_about_and_nothing_is_left_when_it_is_forgotten(
    api: BotApi, site: Site, tmp_path: Path
) -> None:
    url = site.put("/storks", PAGE, Content_Type="text/html; charset=utf-8")
    folder = tmp_path / "bot"
    async with running(api, folder) as bot:
        api.people.write(url, 42)
        await api.until(lambda: any(HEADLINE in text for text in texts(api, 42)), 60)
        asked = api.people.write("How many eggs are there?", 42)
        assert "four eggs" in (await api.answer(42, after=asked.id)).text
        other = api.people.write("How many eggs are there?", 43)
        assert "four eggs" not in (await api.answer(43, after=other.id)).text
        assert holding(folder, "Rosa Quist")
        forgot = api.people.write("/forget", 42)
        await api.answer(42, after=forgot.id)
        assert holding(folder, "Rosa Quist") == []
        await bot.stop()
    assert holding(folder, "Rosa Quist") == []
    assert holding(folder, "/storks") == []


async def test_a_text_in_five_messages_becomes_one_article(api: BotApi, tmp_path: Path) -> None:
    padding = " The town is small, and everybody has been to see the birds by now." * 12
    async with running(api, tmp_path / "bot") as bot:
        api.people.write(f"{HEADLINE}\n\n{BODY[0]}{padding}", 42)
        for sentence in BODY[1:]:
            api.people.write(sentence + padding, 42)
        await api.until(lambda: any(HEADLINE in text for text in texts(api, 42)), 60)
        asked = api.people.write("How many eggs are there?", 42)
        assert "four eggs" in (await api.answer(42, after=asked.id)).text
        assert len(texts(api, 42)) == 2
        forgot = api.people.write("/forget", 42)
        await api.answer(42, after=forgot.id)
        await bot.stop()
    assert holding(tmp_path / "bot", "storks") == []


async def test_a_bot_that_is_killed_while_it_reads_goes_on_and_answers_once(
    api: BotApi, site: Site, tmp_path: Path
) -> None:
    text = f"{HEADLINE}\n\n" + "\n\n".join(
        f"{sentence} It happened on day {n}." for n in range(1_000) for sentence in BODY
    )
    url = site.put("/long", text, Content_Type="text/plain; charset=utf-8")
    async with running(api, tmp_path / "bot") as bot:
        api.people.write(url, 42)
        for _ in range(2):
            await asyncio.sleep(1.5)
            await bot.kill()
            await bot.start()
        await api.until(lambda: any(HEADLINE in text for text in texts(api, 42)), 120)
        asked = api.people.write("Who refused to move the nest?", 42)
        await api.answer(42, after=asked.id, seconds=60)
        assert sum(HEADLINE in text for text in texts(api, 42)) == 1


async def test_others_are_answered_while_a_long_text_is_read(api: BotApi, site: Site, tmp_path: Path) -> None:
    text = f"{HEADLINE}\n\n" + "\n\n".join(f"{sentence} It was day {n}." for n in range(1_500) for sentence in BODY)
    url = site.put("/long", text, Content_Type="text/plain; charset=utf-8")
    async with running(api, tmp_path / "bot"):
        api.people.write("what did Russia send?", 43)
        await api.answer(43)
        api.people.write(url, 42)
        await asyncio.sleep(1.0)
        asked = api.people.write("Wovor warnte Selenskyj?", 43)
        await api.answer(43, after=asked.id)
        assert not any(HEADLINE in text for text in texts(api, 42))
        await api.until(lambda: any(HEADLINE in text for text in texts(api, 42)), 180)
