"""`serve`: every platform in one process, and one port that says how it is; the process is a real one."""

import asyncio
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import chats_beside
from tests.servers.bot_api import BotApi
from tests.servers.bot_api.faults import FOREVER
from tests.servers.process import ROOT
from tests.servers.serving_bot import ServingBot
from tests.servers.slack_api import Fault, SlackServer, visible

STORY = "Lindau feiert die Fähre\n\nDie neue Fähre fasst 300 Fahrgäste. Der alte Leuchtturm wurde gestrichen.\n"
QUESTION = "How many passengers does the ferry hold?"
ANSWER = "Die neue Fähre fasst 300 Fahrgäste."
WAYS = pytest.mark.parametrize("webhooks", [False, True], ids=["connecting", "webhooks"])
MENDABLE = 2
FEW = """
import resource
resource.setrlimit(resource.RLIMIT_NOFILE, (120, 120))
from bot.__main__ import main
main()
"""
"""Runs the program with so few descriptors that sixty connections are too many."""

pytestmark = pytest.mark.slow


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def rows(folder: Path, state: int) -> int:
    """Return how many updates of a state the inbox of a process holds: 0 waiting, 1 answered, 2 given up."""
    inbox = sqlite3.connect(chats_beside(folder / "articles.db"))
    [(count,)] = inbox.execute("SELECT count(*) FROM inbox WHERE state = ?", (state,))
    inbox.close()
    return int(count)


def answered(slack: SlackServer) -> list[str]:
    return [text for content in slack.shown() if ANSWER in (text := visible(content))]


@WAYS
async def test_both_platforms_are_answered_by_one_process_and_counted(
    telegram: BotApi, slack: SlackServer, tmp_path: Path, story: Path, *, webhooks: bool
) -> None:
    async with ServingBot(tmp_path / "bot", telegram, slack, webhooks=webhooks, article=story) as bot:
        state = await bot.until_ready()
        assert state == {
            "ready": True,
            "draining": False,
            "store": "ok",
            "platforms": {"telegram": "connected", "slack": "connected"},
        }
        before = await bot.figures()
        telegram.people.write(QUESTION)
        telegram.people.write("Who won the marathon in Boston?")
        assert await slack.deliver(slack.payloads.direct(QUESTION), bot.slack_url)
        assert ANSWER in (await telegram.answer()).text
        await bot.reached(lambda: answered(slack) and len(telegram.answers(42)) == 2)
        await bot.reached(lambda: rows(tmp_path / "bot", 1) == 3)
        await asyncio.sleep(1.1)  # what was found counts for a second
        after = await bot.figures()
        refused = [name for name in after if name.startswith("article_bot_refusals_total")]
        assert sum(after[name] for name in refused) == 1
        for name, moved in {
            "article_bot_updates_total{platform=telegram}": 2,
            "article_bot_updates_total{platform=slack}": 1,
            "article_bot_questions_total{platform=telegram}": 2,
            "article_bot_answers_total{platform=telegram}": 1,
            "article_bot_answers_total{platform=slack}": 1,
            "article_bot_replies_total{platform=telegram}": 2,
            "article_bot_reply_seconds_count{platform=slack}": 1,
            "article_bot_compose_seconds_count{platform=telegram}": 2,
        }.items():
            assert after[name] - before.get(name, 0.0) == moved, name
        assert after["article_bot_queue_depth{platform=telegram}"] == 0
        assert after["article_bot_connected{platform=slack}"] == 1
        assert after["article_bot_ready"] == after["article_bot_store_reachable"] == 1
        assert await bot.stop() == 0


async def test_figures_name_no_person_no_chat_no_question_and_no_token(
    telegram: BotApi, slack: SlackServer, tmp_path: Path, story: Path
) -> None:
    async with ServingBot(tmp_path / "bot", telegram, slack, article=story) as bot:
        telegram.people.write("Zebrastreifen 987654?", 4_242_424_242)
        await telegram.answer(4_242_424_242)
        payload = slack.payloads.direct("Zebrastreifen 987654?", user="U0ZEBRA", channel="D0ZEBRA")
        assert await slack.deliver(payload, bot.slack_url)
        await bot.reached(lambda: slack.messages)
        written = (await bot.get("/metrics"))[1] + (await bot.get("/readyz"))[1]
        assert "article_bot_questions_total" in written
        for private in ("4242424242", "Zebra", "987654", "U0ZEBRA", "D0ZEBRA", telegram.token, "xoxb", "Fähre"):
            assert private not in written


async def test_a_platform_that_refuses_the_token_does_not_stop_the_other(
    telegram: BotApi, slack: SlackServer, tmp_path: Path, story: Path
) -> None:
    given = {"slack_bot_token": "xoxb-wrong", "article": story}
    async with ServingBot(tmp_path / "bot", telegram, slack, **given) as bot:
        state = await bot.until_ready()
        assert state["platforms"] == {"telegram": "connected", "slack": "refused"}
        assert '"event": "platform_refused"' in bot.output
        assert '"setting": "BOT_SLACK_BOT_TOKEN"' in bot.output
        assert "wrong" not in bot.output
        telegram.people.write(QUESTION)
        assert ANSWER in (await telegram.answer()).text
        assert (await bot.figures())["article_bot_connected{platform=slack}"] == 0
        assert await bot.stop() == 0


async def test_a_token_that_is_taken_back_later_stops_that_platform_alone(
    telegram: BotApi, slack: SlackServer, tmp_path: Path, story: Path
) -> None:
    async with ServingBot(tmp_path / "bot", telegram, slack, webhooks=False, article=story) as bot:
        slack.faults.append(Fault("chat.postMessage", times=10_000, error="token_revoked"))
        assert await slack.deliver(slack.payloads.direct(QUESTION))
        await bot.reached(lambda: '"event": "platform_refused"' in bot.output)
        telegram.people.write(QUESTION)
        assert ANSWER in (await telegram.answer()).text
        state = await bot.until_ready()
        assert state["platforms"] == {"telegram": "connected", "slack": "refused"}
        assert rows(tmp_path / "bot", 0) == 1  # which is answered when the token is right again
        assert await bot.stop() == 0


async def test_where_every_token_is_refused_it_ends_with_one_line(telegram: BotApi, tmp_path: Path) -> None:
    bot = ServingBot(tmp_path / "bot", telegram, telegram_token="1:wrong-token_of-nobody-0123456789abc")  # noqa: S106
    await bot.spawn()
    assert await asyncio.wait_for(bot.process.wait(), 60) == MENDABLE
    [line] = [line for line in bot.output.splitlines() if line.startswith("article-bot:")]
    assert "BOT_TELEGRAM_TOKEN was refused" in line
    assert "wrong" not in bot.output


async def test_where_no_platform_is_set_up_it_says_what_to_set(tmp_path: Path) -> None:
    bot = ServingBot(tmp_path / "bot")
    await bot.spawn()
    assert await asyncio.wait_for(bot.process.wait(), 60) == MENDABLE
    assert bot.output.count("\n") == 1
    assert "BOT_TELEGRAM_TOKEN" in bot.output
    assert "BOT_SLACK_BOT_TOKEN" in bot.output


async def test_a_port_that_is_taken_is_one_line(telegram: BotApi, tmp_path: Path) -> None:
    bot = ServingBot(tmp_path / "bot", telegram, listen=f"127.0.0.1:{telegram.port}")
    await bot.spawn()
    assert await asyncio.wait_for(bot.process.wait(), 60) == MENDABLE
    assert "BOT_LISTEN" in bot.output
    assert bot.output.count("\n") == 1


@pytest.mark.parametrize("path", ["/metrics", "/slack/events"])
async def test_a_webhook_cannot_take_the_place_of_another_page(telegram: BotApi, tmp_path: Path, path: str) -> None:
    bot = ServingBot(tmp_path / "bot", telegram, telegram_webhook_url=f"https://bot.example{path}")
    await bot.spawn()
    assert await asyncio.wait_for(bot.process.wait(), 60) == MENDABLE
    assert "BOT_TELEGRAM_WEBHOOK_URL" in bot.output


async def test_it_is_not_ready_when_its_database_is_gone_and_the_doctor_says_so(
    telegram: BotApi, tmp_path: Path, story: Path
) -> None:
    folder = tmp_path / "bot"
    bot = ServingBot(folder, telegram, article=story)
    away = await _doctor(bot)
    assert (away.returncode, away.stdout.count("\n"), away.stderr) == (1, 1, "")
    async with bot:
        there = await _doctor(bot)
        assert (there.returncode, there.stderr) == (0, "")
        assert "store ok, telegram connected" in there.stdout
        for file in folder.glob("articles*.db*"):
            shutil.rmtree(file) if file.is_dir() else file.unlink()
        state = await bot.until_ready(503)
        assert state["store"] == "unreadable"
        assert state["platforms"] == {"telegram": "connected"}
        assert (await bot.get("/livez"))[0] == 200
        asked = await _doctor(bot)
        assert asked.returncode == 1
        assert "store unreadable" in asked.stdout


async def _doctor(bot: ServingBot) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bot", "doctor", "--ready"]
    return await asyncio.to_thread(
        subprocess.run, command, cwd=ROOT, env=bot.environment, capture_output=True, text=True, check=False
    )


@WAYS
async def test_asked_to_stop_with_fifty_questions_in_flight_it_loses_none(
    telegram: BotApi, slack: SlackServer, tmp_path: Path, story: Path, *, webhooks: bool
) -> None:
    """It says first that it is not ready, then takes nothing in, answers what it has, and ends with 0."""
    folder = tmp_path / "bot"
    telegram.faults.slow("sendMessage", times=FOREVER, seconds=0.3)
    slack.faults.append(Fault("chat.postMessage", times=10_000, freeze=0.3))
    given = {"article": story, "drain": 30}
    async with ServingBot(folder, telegram, slack, webhooks=webhooks, **given) as bot:
        chats = range(100, 125)
        asked = [slack.payloads.direct(QUESTION, user=f"U{n:04}", channel=f"D{n:04}") for n in range(25)]
        for chat in chats:
            telegram.people.write(QUESTION, chat)
        assert all(await asyncio.gather(*(slack.deliver(one, bot.slack_url) for one in asked)))
        await bot.reached(lambda: rows(folder, 0) + rows(folder, 1) == 50)
        assert len(answered(slack)) + sum(len(telegram.answers(chat)) for chat in chats) < 50
        assert await bot.stop(60) == 0
    assert [len(telegram.answers(chat)) for chat in chats] == [1] * 25
    assert len(answered(slack)) == 25
    assert rows(folder, 0) == 0


async def test_while_it_stops_it_is_alive_not_ready_and_sends_webhooks_away(
    telegram: BotApi, slack: SlackServer, tmp_path: Path, story: Path
) -> None:
    # Longer than what is asked meanwhile takes on a busy machine.
    telegram.faults.slow("sendMessage", times=FOREVER, seconds=10)
    given = {"article": story, "drain": 30, "drain_delay": 1}
    async with ServingBot(tmp_path / "bot", telegram, slack, **given) as bot:
        telegram.people.write(QUESTION)
        await bot.reached(lambda: rows(tmp_path / "bot", 0) == 1)
        bot.process.terminate()
        state = await bot.until_ready(503)
        assert (state["draining"], state["store"]) == (True, "ok")
        late = slack.payloads.direct(QUESTION)
        statuses = []

        async def turned_away() -> bool:
            statuses.append(await _status(slack, bot, late))
            return statuses[-1] == 503

        await bot.reached_by(turned_away)
        assert set(statuses) <= {200, 503}  # 200 for as long as it goes on taking in
        assert (await bot.get("/livez"))[0] == 200
        assert (await bot.figures())["article_bot_draining"] == 1
        assert await asyncio.wait_for(bot.process.wait(), 60) == 0
    assert len(telegram.answers(42)) == 1


async def _status(slack: SlackServer, bot: ServingBot, payload: dict[str, object]) -> int:
    from tests.servers.slack_payloads import as_form  # noqa: PLC0415 - a helper of this one function

    body, kind = as_form(payload)
    return (await slack.request(bot.slack_url, body, kind))[0]


async def test_strangers_who_fill_the_port_keep_nobody_out_for_long(
    telegram: BotApi, tmp_path: Path, story: Path
) -> None:
    """Half-open connections beyond the limit, heads that are too large, and requests that nobody has signed."""
    bot = ServingBot(tmp_path / "bot", telegram, article=story)
    bot.program = ("-c", FEW, "serve")
    async with bot:
        head = b"GET /livez HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 20_000
        many = b"GET /livez HTTP/1.1\r\nHost: x\r\n" + b"".join(b"X%d: 1\r\n" % n for n in range(500)) + b"\r\n"
        for said in (head + b"\r\n\r\n", many):
            assert b" 400 " in await _answer(bot.port, said)
        assert b" 404 " in await _answer(bot.port, b"GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n")
        for path in ("/", "/telegram/", "/Telegram", "/readyz/", "/healthz", "/slack/events"):
            assert (await bot.get(path))[0] == 404, path
        for line in (b"GET /telegram", b"POST /readyz"):
            assert b" 405 " in await _answer(bot.port, line + b" HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b" 403 " in await _answer(bot.port, b"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")
        held = []

        async def full() -> bool:
            _, writer = await asyncio.open_connection("127.0.0.1", bot.port)
            writer.write(b"POST /telegram HTTP/1.1\r\nX: ")
            held.append(writer)
            return "connections_full" in bot.output

        await bot.reached_by(full)
        await bot.until_ready()
        telegram.people.write(QUESTION)
        assert ANSWER in (await telegram.answer()).text
        for writer in held:
            writer.close()


async def _answer(port: int, said: bytes) -> bytes:
    """Return all that is answered to a request, to the end of the connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(said)
    async with asyncio.timeout(30):
        answer = await reader.read()
    writer.close()
    return answer
