"""Several workspaces: installing through Bolt's OAuth flow, tokens that are renewed, and workspaces that leave."""

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from slack_sdk.oauth.installation_store import Bot

from bot.platforms.slack import Options
from bot.platforms.slack.installing import STATE_AGE, Installations, SignedStates
from tests.servers.slack_api import APP_TOKEN, SECRET, Fault, SlackServer, visible
from tests.servers.slack_payloads import BOT, BOT_USER, ENTERPRISE, Payload, Payloads
from tests.slack_chat import Talk, keeping, ready

# slack_sdk signs in to oauth.v2.access with a class that aiohttp is about to drop.
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")

PREFIX = "slack:111.222:"


def many(server: SlackServer, **more: str) -> Options:
    return Options(
        signing_secret=SECRET, client_id="111.222", client_secret="client-secret", api_url=server.base,  # noqa: S106
        listen="127.0.0.1:0", **more,
    )  # fmt: skip


@asynccontextmanager
async def workspaces(tmp_path: Path, **more: str) -> AsyncIterator[Talk]:
    async with SlackServer().running() as server:
        server.tokens.clear()
        async with ready(server, many(server, **more), folder=tmp_path) as talk:
            yield talk


async def install(talk: Talk, team: str) -> tuple[int, str]:
    """Go through the pages as a browser does, and return the last one."""
    root = talk.url.removesuffix("/events")
    async with talk.server.session.get(f"{root}/install") as page:
        html = await page.text()
        cookie = page.headers["Set-Cookie"].split(";")[0]
    url = re.search(r'href="(http[^"]+)"', html)
    assert url is not None
    assert url[1].startswith(f"{talk.server.base}/oauth/v2/authorize?")
    assert "chat:write" in url[1]
    state = re.search(r"state=([^&\"]+)", url[1])
    assert state is not None
    back = f"{root}/oauth_redirect?code=code-{team}&state={state[1]}"
    async with talk.server.session.get(back, headers={"Cookie": cookie}) as page:
        return page.status, await page.text()


def bot(team: str, token: str, **more: object) -> Bot:
    return Bot(
        team_id=team, bot_token=token, bot_id=BOT, bot_user_id=BOT_USER, installed_at=time.time(), **more  # type: ignore[arg-type]
    )  # fmt: skip


@asynccontextmanager
async def kept(tmp_path: Path) -> AsyncIterator[Installations]:
    async with keeping(tmp_path / "chats.db") as keep:
        yield Installations(keep, PREFIX)


async def asked(talk: Talk, team: str, question: str, **more: object) -> Payload:
    payload = Payloads(talk.server.base, team=team).direct(question, **more)
    payload["event_id"] = f"{team}-{question}"
    assert await talk.say(payload)
    return payload


def tokens(talk: Talk, method: str) -> list[str]:
    return [str(given["token"]) for name, given in talk.server.calls if name == method]


async def test_two_workspaces_install_the_app_and_each_is_answered_with_its_own_token(tmp_path: Path) -> None:
    async with workspaces(tmp_path) as talk:
        for team in ("T1", "T2"):
            status, page = await install(talk, team)
            assert status == 200, page
        await asked(talk, "T1", "one", channel="D1", user="U1")
        await asked(talk, "T2", "two", channel="D2", user="U2")
        await talk.seen("a:one")
        await talk.seen("a:two")
        found = {given["channel"]: given["token"] for name, given in talk.server.calls if name == "chat.postMessage"}
        assert found == {"D1": "xoxb-T1", "D2": "xoxb-T2"}


async def test_an_installation_outlives_the_process(tmp_path: Path) -> None:
    async with workspaces(tmp_path) as talk:
        await install(talk, "T1")
    async with workspaces(tmp_path) as talk:
        talk.server.tokens["xoxb-T1"] = "T1"
        await asked(talk, "T1", "still there?")
        await talk.seen("a:still there?")


async def test_an_installation_with_a_state_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    async with workspaces(tmp_path) as talk:
        root = talk.url.removesuffix("/events")
        for query in ("code=code-T1&state=forged", "code=code-T1", "error=access_denied", "state=x"):
            async with talk.server.session.get(
                f"{root}/oauth_redirect?{query}", headers={"Cookie": "slack-app-oauth-state=forged"}
            ) as page:
                assert page.status in {200, 400, 401}
                assert "xoxb" not in await page.text()
        assert talk.server.counts["oauth.v2.access"] == 0


async def test_an_installation_while_slack_is_not_well_says_to_try_again(tmp_path: Path) -> None:
    async with workspaces(tmp_path) as talk:
        talk.server.faults.append(Fault("oauth.v2.access", before=True))
        status, page = await install(talk, "T1")
        assert status == 503
        assert "try again" in page
        assert "install_failed" in talk.log.events()


async def test_a_workspace_that_was_never_installed_is_not_answered_and_stops_nobody(tmp_path: Path) -> None:
    async with workspaces(tmp_path) as talk:
        await install(talk, "T1")
        await asked(talk, "T9", "nobody")
        await asked(talk, "T1", "somebody", user="U1")
        await talk.seen("a:somebody")
        assert "undeliverable" in talk.log.events()


@pytest.mark.parametrize(
    "event", [{"type": "app_uninstalled"}, {"type": "tokens_revoked", "tokens": {"bot": [BOT_USER]}}]
)
async def test_a_workspace_that_leaves_is_forgotten_at_once(tmp_path: Path, event: Payload) -> None:
    async with workspaces(tmp_path) as talk:
        await install(talk, "T1")
        async with kept(tmp_path) as installations:
            assert await installations.async_find_bot(enterprise_id=None, team_id="T1") is not None
            assert await talk.say(Payloads(talk.server.base, team="T1").event(event))
            assert await installations.async_find_bot(enterprise_id=None, team_id="T1") is None
    left = [file.read_bytes() for file in tmp_path.iterdir()]  # noqa: ASYNC240 - a test may wait for the disk
    assert b"xoxb-T1" not in b"".join(left)


async def test_a_person_who_takes_their_own_token_back_does_not_remove_the_bot(tmp_path: Path) -> None:
    async with workspaces(tmp_path) as talk:
        await install(talk, "T1")
        revoked = {"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": []}}
        assert await talk.say(Payloads(talk.server.base, team="T1").event(revoked))
        await asked(talk, "T1", "still there?")
        await talk.seen("a:still there?")


async def test_fault_25_one_workspace_whose_token_is_refused_stops_no_other(tmp_path: Path) -> None:
    async with workspaces(tmp_path) as talk:
        await install(talk, "T1")
        await install(talk, "T2")
        del talk.server.tokens["xoxb-T1"]
        await asked(talk, "T1", "one", user="U1")
        await asked(talk, "T2", "two", user="U2")
        await talk.seen("a:two")
        await talk.quiet()
        assert "workspace_lost" in talk.log.events()
        assert tokens(talk, "chat.postMessage").count("xoxb-T1") <= 1
        await asked(talk, "T1", "three", user="U1")
        await talk.quiet()
        assert len([content for content in talk.server.shown() if "a:" in visible(content)]) == 1


async def test_a_token_that_is_about_to_end_is_renewed_once_however_many_ask(tmp_path: Path) -> None:
    async with workspaces(tmp_path) as talk:
        old = bot("T1", "xoxe.xoxb-old", bot_refresh_token="xoxe-1", bot_token_expires_in=60)  # noqa: S106
        async with kept(tmp_path) as installations:
            await installations.async_save_bot(old)
            fresh = {
                "access_token": "xoxe.xoxb-new",
                "refresh_token": "xoxe-2",
                "expires_in": 43_200,
                "token_type": "bot",
            }
            talk.server.refresh["xoxe-1"] = fresh
            talk.server.tokens["xoxe.xoxb-new"] = "T1"
            await asyncio.gather(*(asked(talk, "T1", f"q{n}", user=f"U{n}", channel=f"D{n}") for n in range(8)))
            for n in range(8):
                await talk.seen(f"a:q{n}")
            assert talk.server.counts["oauth.v2.access"] == 1
            found = await installations.async_find_bot(enterprise_id=None, team_id="T1")
            assert found is not None
            assert (found.bot_token, found.bot_refresh_token) == ("xoxe.xoxb-new", "xoxe-2")


@pytest.mark.parametrize("late", [0.0, 0.3])
async def test_a_token_that_another_process_has_renewed_is_used(tmp_path: Path, late: float) -> None:
    async with workspaces(tmp_path) as talk, kept(tmp_path) as installations:
        await installations.async_save_bot(
            bot("T1", "old", bot_refresh_token="xoxe-1", bot_token_expires_in=60)  # noqa: S106
        )
        talk.server.tokens["new"] = "T1"
        before = talk.server._oauth_v2_access
        saving: list[asyncio.Future[None]] = []

        async def save() -> None:
            await asyncio.sleep(late)
            newer = bot("T1", "new", bot_refresh_token="xoxe-2", bot_token_expires_in=43_200)  # noqa: S106
            await installations.async_save_bot(newer)

        def renewed_elsewhere(given: Payload) -> Payload:
            saving.append(asyncio.ensure_future(save()))
            return before(given)

        talk.server._oauth_v2_access = renewed_elsewhere  # type: ignore[method-assign]
        await asked(talk, "T1", "who?")
        await talk.seen("a:who?")


async def test_a_token_that_can_not_be_renewed_gives_the_workspace_up(tmp_path: Path) -> None:
    async with workspaces(tmp_path) as talk, kept(tmp_path) as installations:
        await installations.async_save_bot(
            bot("T1", "old", bot_refresh_token="gone", bot_token_expires_in=60)  # noqa: S106
        )
        await asked(talk, "T1", "who?")
        await talk.until(lambda: "token_not_renewed" in talk.log.events())
        await talk.until(lambda: "undeliverable" in talk.log.events())


async def test_a_whole_enterprise_that_installed_the_app_is_answered_in_every_workspace(tmp_path: Path) -> None:
    async with workspaces(tmp_path) as talk, kept(tmp_path) as installations:
        await installations.async_save_bot(bot("", "xoxb-E1", enterprise_id="E1", is_enterprise_install=True))
        talk.server.tokens["xoxb-E1"] = "T1"
        payload = Payloads(talk.server.base, team="T1").direct("who?")
        payload["authorizations"][0] |= {"enterprise_id": "E1", "is_enterprise_install": True}
        assert await talk.say(payload)
        await talk.seen("a:who?")


@pytest.mark.parametrize(
    "event", [{"type": "app_uninstalled"}, {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [BOT_USER]}}]
)
async def test_a_whole_enterprise_installs_the_app_is_answered_and_is_forgotten_when_it_leaves(
    tmp_path: Path, event: Payload
) -> None:
    async with workspaces(tmp_path) as talk:
        status, page = await install(talk, ENTERPRISE)
        assert status == 200, page
        talk.server.tokens[f"xoxb-{ENTERPRISE}"] = "T2"
        made = Payloads(talk.server.base, team="T2")
        assert await talk.say(made.in_enterprise(made.direct("who?")))
        await talk.seen("a:who?")
        assert tokens(talk, "chat.postMessage") == [f"xoxb-{ENTERPRISE}"]
        assert await talk.say(made.of_enterprise(event))
        async with kept(tmp_path) as installations:
            assert await installations.async_find_bot(enterprise_id=ENTERPRISE, team_id="T2") is None


async def test_over_socket_mode_workspaces_still_install_the_app_over_http(tmp_path: Path) -> None:
    async with workspaces(tmp_path, app_token=APP_TOKEN) as talk:
        assert (await install(talk, "T1"))[0] == 200
        await talk.until(lambda: talk.server.sockets)
        assert await talk.server.deliver(Payloads(talk.server.base, team="T1").direct("who?"))
        await talk.seen("a:who?")


async def test_a_state_is_good_once_and_for_ten_minutes() -> None:
    now = 1_000.0
    states = SignedStates("secret", lambda: now)
    state, other = await states.async_issue(), await states.async_issue()
    assert await states.async_consume(state)
    assert not await states.async_consume(state)
    assert not await SignedStates("another", lambda: now).async_consume(other)
    for forged in ("", ".", "x", f"{other}x", other[:-1], "9999999999.abc." + "0" * 32, "ä.ö.ü"):
        assert not await states.async_consume(forged)
    now += STATE_AGE + 1
    assert not await states.async_consume(other)


async def test_what_is_kept_holds_no_token_of_a_person(tmp_path: Path) -> None:
    from slack_sdk.oauth.installation_store import Installation  # noqa: PLC0415

    async with keeping(tmp_path / "chats.db") as keep:
        installations = Installations(keep, PREFIX)
        person = Installation(team_id="T1", user_id="U1", user_token="xoxp-person", bot_token="xoxb-1", bot_id=BOT)  # noqa: S106
        await installations.async_save(person)
        [name] = await keep.names("")
        stored = await keep.read(name)
        assert stored is not None
        assert "xoxp" not in stored
        assert json.loads(stored)["bot_token"] == "xoxb-1"  # noqa: S105
        found = await installations.async_find_installation(enterprise_id=None, team_id="T1")
        assert found is not None
        assert found.bot_token == "xoxb-1"  # noqa: S105
