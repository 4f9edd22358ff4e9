"""Pages that `serve` serves: a link from the chat opens the article's page, which asks; the process is a real one."""

import json
import re
from pathlib import Path

import aiohttp
import pytest

from bot.app.together import configured
from bot.errors import SettingsError
from bot.settings import Secret, Settings
from tests.servers.bot_api import BotApi
from tests.servers.postgres import PostgresServer
from tests.servers.process import free_port
from tests.servers.serving_bot import ServingBot
from tests.servers.slack_api import SlackServer, texts

STORY = "Lindau feiert die Fähre\n\nDie neue Fähre fasst 300 Fahrgäste. „Wir freuen uns“, sagte Anna Weber.\n"
QUESTION, ANSWER = "How many passengers does the ferry hold?", "Die neue Fähre fasst 300 Fahrgäste."
LINK = re.compile(r"https?://[^\s\"<>]+/view/[A-Za-z0-9_-]{43}")

pytestmark = pytest.mark.slow


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


async def got(url: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return answer.status, await answer.text()


async def asked(url: str, page: str, question: str = QUESTION) -> tuple[int, list[str]]:
    """Ask as the page does, and return the status and the sentences."""
    article = re.search(r'data-article="(\w+)"', page)
    assert article is not None
    origin = re.match(r"https?://[^/]+", url)
    assert origin is not None
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, json={"article": article[1], "question": question}, headers={"Origin": origin[0]}) as answer,
    ):
        body = await answer.text()
        return answer.status, [one["text"] for one in json.loads(body)["answers"]] if answer.status == 200 else []


async def linked(telegram: BotApi, chat: int = 42) -> str:
    """Ask for the page in Telegram, and return its link."""
    before = len(telegram.answers(chat))
    telegram.people.write("/view", chat)
    await telegram.until(lambda: len(telegram.answers(chat)) > before and telegram.answers(chat)[-1].media)
    return link_in(telegram.answers(chat)[-1])


def link_in(answer: object) -> str:
    found = LINK.search(repr(answer))
    assert found is not None, answer
    return found[0]


async def test_a_link_from_either_chat_opens_the_page_and_the_page_asks(
    telegram: BotApi, slack: SlackServer, tmp_path: Path, story: Path
) -> None:
    bot = ServingBot(tmp_path / "bot", telegram, slack, article=story, questions_per_minute=6)
    bot.environment["BOT_PUBLIC_URL"] = bot.root
    async with bot:
        url = await linked(telegram)
        status, page = await got(url)
        assert status == 200
        assert "300 Fahrgäste" in page
        assert await asked(url, page) == (200, [ANSWER])
        assert (await asked(url[:-1] + ("A" if url[-1] != "A" else "B"), page))[0] == 404
        assert await slack.deliver(slack.payloads.direct("view"), bot.slack_url)
        await bot.reached(lambda: any(m.content.get("files") for m in slack.messages.values()))
        [message] = slack.messages.values()
        other = link_in(message.content["blocks"])
        assert "Open the page" in " ".join(texts(message.content["blocks"]))
        assert (await got(other))[0] == 200
        assert [(await asked(url, page))[0] for _ in range(8)][-1] == 429
        assert await bot.stop() == 0
        written = bot.output
    for secret in (url.rpartition("/")[2], other.rpartition("/")[2], "passengers", "Fahrgäste"):
        assert secret not in written


async def test_forget_ends_the_links_and_without_an_address_there_are_none(
    telegram: BotApi, tmp_path: Path, story: Path
) -> None:
    bot = ServingBot(tmp_path / "bot", telegram, article=story)
    bot.environment["BOT_PUBLIC_URL"] = f"{bot.root}/news"
    async with bot:
        url = await linked(telegram)
        assert url.startswith(f"{bot.root}/news/view/")
        assert (await got(url))[0] == 200
        telegram.people.write("/forget")
        await bot.reached(lambda: len(telegram.answers(42)) == 2)
        assert (await got(url))[0] == 404
    async with ServingBot(tmp_path / "bot", telegram, article=story) as silent:
        telegram.people.write("/view", 43)
        await silent.reached(lambda: any(m.media for m in telegram.answers(43)))
        assert not LINK.search(repr(telegram.answers(43)))
        assert (await silent.get(f"/view/{url.rpartition('/')[2]}"))[0] == 404


async def test_either_of_two_bots_on_one_database_opens_a_link_and_ends_it_for_both(
    telegram: BotApi, tmp_path: Path, story: Path, postgres: PostgresServer
) -> None:
    given = {"database": postgres.database(), "article": story}
    one, other = (ServingBot(tmp_path / name, telegram, webhooks=False, **given) for name in ("one", "two"))
    for bot in (one, other):
        bot.environment["BOT_PUBLIC_URL"] = one.root
    async with one, other:
        url = await linked(telegram)
        elsewhere = url.replace(one.root, other.root)
        status, page = await got(elsewhere)
        assert status == (await got(url))[0] == 200
        assert await asked(url, page) == (200, [ANSWER])
        telegram.people.write("/forget")
        await one.reached(lambda: len(telegram.answers(42)) == 2)
        assert [(await got(at))[0] for at in (url, elsewhere)] == [404, 404]


def test_telegram_is_sent_to_no_path_of_the_pages() -> None:
    settings = Settings(
        telegram_token=Secret("1:a"),
        telegram_webhook_url=f"https://bot.example.org/view/{free_port()}",
        telegram_webhook_secret=Secret("s"),
        public_url="https://bot.example.org",
    )
    with pytest.raises(SettingsError):
        configured(settings, lambda _routes: None)  # type: ignore[arg-type,return-value] # never called
