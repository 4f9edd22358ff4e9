"""The bot as a process: killed while people ask, stopped while it works, and stopped before it ever reached Slack."""

import asyncio
from pathlib import Path

import pytest

from benchmarks.soak import WAYS
from benchmarks.soak_slack import MODES, soak
from tests.servers.slack_api import APP_TOKEN, SECRET, TOKEN, Fault, SlackServer, visible
from tests.servers.slack_bot import SlackBot

EXIT_MENDABLE = 2
EVENTS, COMMANDS = MODES[:2], MODES[2:]
SHORT = {(EVENTS[0], WAYS[0]), (EVENTS[1], WAYS[1]), (COMMANDS[0], WAYS[0])}
ALL = [*((mode, way) for mode in EVENTS for way in WAYS), *((mode, WAYS[0]) for mode in COMMANDS)]


pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("mode", "way"), [pytest.param(*one, marks=[] if one in SHORT else pytest.mark.long) for one in ALL]
)
async def test_nothing_is_lost_and_nothing_answered_twice_when_the_bot_is_killed(mode: str, way: str) -> None:
    """A short form of `make soak-slack`; the answer to a command is never a message."""
    pace = 2.0 if mode in COMMANDS else 8.0  # Slack sends a command once, so a bot that starts slowly gets few
    outcome = await soak(mode, way, seed=4, number=40, pace=pace)
    assert outcome.kills >= 1
    assert outcome.answered >= 1
    assert outcome.good, outcome


@pytest.mark.parametrize("over_http", [False, True])
async def test_a_command_that_was_acknowledged_is_answered_by_the_next_process(tmp_path: Path, over_http: bool) -> None:  # noqa: FBT001
    """Slack sends a command once. Its response_url is not reached until the second process."""
    server = SlackServer()
    server.faults.append(Fault("respond", times=10_000, before=True))
    async with server.running():
        bot = SlackBot(server, tmp_path, over_http=over_http)
        async with bot:
            command = server.payloads.slash("Wovor warnte Selenskyj?")
            assert await server.deliver(command, bot.url)
            await bot.reached(lambda: server.counts["respond"])
        server.faults.clear()
        async with bot:
            seen = server.private[command["trigger_id"]]
            await bot.reached(lambda: seen.history)
        assert "warnte" in visible(seen.history[-1])


async def test_a_command_whose_response_url_ended_while_the_bot_was_away_is_answered_in_direct_messages(
    tmp_path: Path,
) -> None:
    server = SlackServer()
    server.faults.append(Fault("respond", times=10_000, before=True))
    async with server.running():
        bot = SlackBot(server, tmp_path, over_http=True)
        async with bot:
            command = server.payloads.slash("Wovor warnte Selenskyj?")
            assert await server.deliver(command, bot.url)
            await bot.reached(lambda: server.counts["respond"])
        server.faults.clear()
        server.expired.add(command["trigger_id"])
        async with bot:
            await bot.reached(lambda: any("warnte" in visible(m.content) for m in server.messages.values()))
        [(channel, _)] = server.messages
        assert channel.startswith("D")


async def test_sigterm_finishes_what_is_at_work(tmp_path: Path) -> None:
    server = SlackServer()
    server.faults.append(Fault("chat.postMessage", times=10_000, freeze=0.3))
    async with server.running():
        bot = await SlackBot(server, tmp_path, over_http=False, drain=100).start()
        asked = [
            server.payloads.direct(f"Wovor warnte Selenskyj {n}?", user=f"U{n:04}", channel=f"D{n:04}")
            for n in range(20)
        ]
        assert all(await asyncio.gather(*(server.deliver(question) for question in asked)))
        assert await bot.stop(120) == 0
        assert sum("warnte" in visible(message.content) for message in server.messages.values()) == 20


async def test_sigterm_ends_a_bot_that_has_never_reached_slack(tmp_path: Path) -> None:
    server = SlackServer()
    server.faults.append(Fault("auth.test", times=10_000, before=True))
    async with server.running():
        bot = SlackBot(server, tmp_path, over_http=True)
        starting = asyncio.ensure_future(bot.start())
        async with asyncio.timeout(120):
            while not server.counts["auth.test"]:  # noqa: ASYNC110 - what is waited for is in another process
                await asyncio.sleep(0.05)
        try:
            assert await bot.stop() == 0
        finally:
            starting.cancel()
            await asyncio.gather(starting, return_exceptions=True)
            await bot.kill()


@pytest.mark.parametrize("setting", ["slack_bot_token", "slack_app_token"])
async def test_fault_25_a_token_that_is_refused_ends_the_bot_with_one_line(tmp_path: Path, setting: str) -> None:
    async with SlackServer().running() as server:
        bot = SlackBot(server, tmp_path, over_http=False, **{setting: f"x{setting[6]}xx-wrong"})
        with pytest.raises(RuntimeError, match=f"ended with {EXIT_MENDABLE}"):
            await _ended(bot)
        [line] = [line for line in bot.output.splitlines() if line.startswith("article-bot:")]
        assert f"BOT_{setting.upper()}" in line
        assert "wrong" not in bot.output


async def _ended(bot: SlackBot) -> None:
    await bot.start()
    await bot.reached(lambda: False)


async def test_no_token_no_question_and_no_response_url_is_logged(tmp_path: Path) -> None:
    question = "Zebrastreifenfrage an Selenskyj?"
    server = SlackServer()
    server.faults += [
        Fault("respond", times=2, status=500, body="<html>"),
        Fault("chat.postMessage", times=1, status=429, error="ratelimited", headers={"Retry-After": "0"}),
        Fault("chat.postMessage", times=2, error="fatal_error"),
    ]
    async with server.running(), SlackBot(server, tmp_path, over_http=True, slack_app_token="") as bot:
        command = server.payloads.slash(question)
        assert await server.deliver(command, bot.url)
        assert await server.deliver(server.payloads.direct(question), bot.url)
        for body in ("{", '{"type": "event_callback"}'):
            await server.request(bot.url, body, "application/json")
        await server.request(bot.url, question, "text/plain", at=1)
        await bot.reached(lambda: server.private[command["trigger_id"]].history and server.messages)
        written = bot.output
    assert "unsure" in written
    for secret in (TOKEN, APP_TOKEN, SECRET, "Zebrastreifen", "/respond/"):
        assert secret not in written, secret
