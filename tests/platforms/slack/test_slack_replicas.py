"""Slack with two bots on one PostgreSQL behind a load balancer: what one has begun, the other goes on with."""

import asyncio
import re
from pathlib import Path

import pytest

from tests.servers.postgres import PASSWORD, PostgresServer
from tests.servers.slack_api import SECRET, SlackServer, visible
from tests.servers.slack_bot import SlackBot
from tests.servers.slack_payloads import Payload, Payloads

pytestmark = pytest.mark.slow

STORY = "Lindau feiert die Fähre\n\nDie neue Fähre fasst 300 Fahrgäste. Der alte Leuchtturm wurde 1856 gebaut.\n"
FERRY, TOWER = "Die neue Fähre fasst 300 Fahrgäste.", "Der alte Leuchtturm wurde 1856 gebaut."
PATIENCE = 60.0
"""Seconds for an answer of a process that has just started on a machine that is busy."""


def two(server: SlackServer, postgres: PostgresServer, folder: Path, **more: object) -> tuple[SlackBot, SlackBot]:
    story = folder / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    given = {"database": postgres.database(), "article": story, **more}
    one, other = (SlackBot(server, folder / name, over_http=True, **given) for name in ("1", "2"))
    return one, other


async def shown(server: SlackServer, text: str, thread: str = "") -> None:
    """Return when a message shows a text, in a thread where one is named."""
    async with asyncio.timeout(PATIENCE):
        while not any(  # noqa: ASYNC110 - what is waited for is shown by processes
            text in visible(message.content) and thread in {"", str(message.content.get("thread_ts"))}
            for message in server.messages.values()
        ):
            await asyncio.sleep(0.02)


async def test_a_thread_begun_with_one_bot_goes_on_with_the_other_without_a_mention(
    postgres: PostgresServer, tmp_path: Path
) -> None:
    async with SlackServer().running() as server:
        one, other = two(server, postgres, tmp_path)
        async with one, other:
            asked = server.payloads.mention("Wie viele Fahrgäste fasst die neue Fähre?")
            root = asked["event"]["ts"]
            assert await server.deliver(asked, one.url)
            await shown(server, FERRY, root)
            follow_up = server.payloads.posted("Wann wurde der Leuchtturm gebaut?", thread_ts=root)
            stranger = server.payloads.posted("Wann wurde der Leuchtturm gebaut?", thread_ts="5.5")
            assert await server.deliver(stranger, other.url)
            assert await server.deliver(follow_up, other.url)
            await shown(server, TOWER, root)
            posted = [visible(message.content) for message in server.messages.values()]
            assert [sum(text in one for one in posted) for text in (FERRY, TOWER)] == [1, 1]
            assert PASSWORD not in one.output + other.output


async def test_an_installation_begun_with_one_bot_ends_with_the_other_and_counts_for_both(
    postgres: PostgresServer, tmp_path: Path
) -> None:
    async with SlackServer().running() as server:
        server.tokens.clear()
        many = {"slack_bot_token": "", "slack_client_id": "111.222", "slack_client_secret": "client-secret"}
        one, other = two(server, postgres, tmp_path, **many, slack_signing_secret=SECRET)
        async with one, other:
            roots = [bot.url.removesuffix("/events") for bot in (one, other)]
            async with server.session.get(f"{roots[0]}/install") as page:
                html, cookie = await page.text(), page.headers["Set-Cookie"].split(";")[0]
            state = re.search(r"state=([^&\"]+)", html)
            assert state is not None
            back = f"{roots[1]}/oauth_redirect?code=code-T1&state={state[1]}"
            async with server.session.get(back, headers={"Cookie": cookie}) as page:
                assert page.status == 200, await page.text()
            async with server.session.get(back, headers={"Cookie": cookie}) as page:
                assert page.status != 200  # a state is used up
            asked: Payload = Payloads(server.base, team="T1").direct("Wie viele Fahrgäste fasst die neue Fähre?")
            assert await server.deliver(asked, one.url)
            await shown(server, FERRY)
