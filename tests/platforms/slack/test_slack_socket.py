"""Socket Mode: every way that a connection ends, and that nothing is lost by it."""

import asyncio

import pytest

from bot.delivery import Limits
from bot.platforms.slack import Options, connect
from bot.platforms.slack import socket as socket_mode
from bot.transport import AccessRevokedError
from tests.servers.slack_api import APP_TOKEN, TOKEN, Fault, SlackServer, visible
from tests.slack_chat import SOCKET, Log, Talk, keeping, options, ready, talking


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ping ten times a second, and step back for less long."""
    monkeypatch.setattr(socket_mode, "PING", 0.1)
    monkeypatch.setattr(socket_mode, "FIRST_STEP", 0.05)
    monkeypatch.setattr(socket_mode, "LONGEST_STEP", 0.4)
    monkeypatch.setattr(socket_mode, "LOOK", 0.02)


def server() -> SlackServer:
    return SlackServer(ack=1.0, retries=(0.2, 0.5, 1.0, 2.0))


async def asked(talk: Talk, number: int) -> None:
    """Ask some questions, as many tries as it takes, and see each answered once."""
    questions = [f"question {talk.server.payloads.ts()}" for _ in range(number)]
    said = (talk.say(talk.server.payloads.direct(q, channel=f"D{n:04}")) for n, q in enumerate(questions))
    assert all(await asyncio.gather(*said))
    for question in questions:
        await talk.seen(f"a:{question}\n")
    await talk.quiet()
    shown = [visible(content) for content in talk.server.shown()]
    assert [sum(f"a:{question}\n" in text for text in shown) for question in questions] == [1] * number


async def test_fault_14_a_polite_disconnect_loses_nothing() -> None:
    async with talking(way=SOCKET, server=server()) as talk:
        for _ in range(3):
            before = talk.server.counts["sockets"]
            await talk.server.disconnect()
            await asked(talk, 5)
            await talk.until(lambda: talk.server.counts["sockets"] > before)  # noqa: B023 - awaited in this round


async def test_fault_14_a_connection_that_is_broken_off_loses_nothing() -> None:
    async with talking(way=SOCKET, server=server()) as talk:
        for _ in range(2):
            talk.server.abort()
            await asked(talk, 5)


async def test_fault_14_a_connection_that_breaks_before_the_acknowledgement_loses_nothing() -> None:
    async with talking(way=SOCKET, server=server()) as talk:
        payload = talk.server.payloads.direct("who won?")
        sending = asyncio.ensure_future(talk.say(payload))
        await asyncio.sleep(0)
        talk.server.abort()
        assert await sending
        await talk.seen("a:who won?")
        await talk.quiet()
        assert talk.server.counts["chat.postMessage"] == 1


async def test_fault_14_too_many_connections_are_no_hot_loop() -> None:
    slack = server()
    slack.too_many = 5
    async with slack.running():
        asking = asyncio.get_running_loop().time()
        async with ready(slack, options(slack, SOCKET)) as talk:
            await asked(talk, 3)
            assert talk.log.events().count("stepping_back") >= 4
        took = asyncio.get_running_loop().time() - asking
        assert slack.counts["apps.connections.open"] == 6
        assert took > 0.05 + 0.1 + 0.2 + 0.4


async def test_a_server_that_is_frozen_is_left_and_found_again() -> None:
    async with talking(way=SOCKET, server=server()) as talk:
        talk.server.frozen.clear()
        await asyncio.sleep(0.8)
        talk.server.frozen.set()
        await asked(talk, 3)


async def test_slack_that_is_not_well_is_asked_again_for_a_connection() -> None:
    slack = server()
    slack.faults += [
        Fault("apps.connections.open", status=500, body="<html>"),
        Fault("apps.connections.open", error="ratelimited", status=429, headers={"Retry-After": "0"}),
        Fault("apps.connections.open", before=True),
    ]
    async with talking(way=SOCKET, server=slack) as talk:
        await asked(talk, 2)


async def test_fault_25_an_app_token_that_is_refused_stops_everything() -> None:
    async with SlackServer().running() as slack:
        given = Options(bot_token=TOKEN, app_token="xapp-wrong", api_url=slack.base)  # noqa: S106 - not one
        async with ready(slack, given) as talk:
            with pytest.raises(AccessRevokedError):
                await asyncio.wait_for(talk.running, 60)
            assert slack.counts["apps.connections.open"] == 1


async def test_an_intake_that_falls_silent_is_started_again() -> None:
    """The library may stop without a word; what no connection carries comes again, and is answered once."""
    async with talking(way=SOCKET, server=server(), limits=Limits(silence=0.5)) as talk:
        before = talk.server.counts["sockets"]
        talk.server.frozen.clear()
        talk.server.abort()
        await talk.until(lambda: "intake_silent" in talk.log.events())
        talk.server.frozen.set()
        await asked(talk, 2)
        assert talk.server.counts["sockets"] > before


async def test_a_command_gets_its_sign_over_the_socket_and_then_its_answer() -> None:
    async with talking(way=SOCKET) as talk:
        payload = talk.server.payloads.slash("who won?")
        assert await talk.server.send(payload) == {"response_type": "ephemeral", "text": "…"}
        await talk.seen("a:who won?")


async def test_fault_7_an_event_that_is_retried_over_the_socket_is_answered_once() -> None:
    async with talking(way=SOCKET) as talk:
        payload = talk.server.payloads.direct("who won?")
        for retry in range(3):
            assert await talk.server._over_socket(payload, retry=retry) == {}
        await talk.seen("a:who won?")
        await talk.quiet()
        assert talk.server.counts["chat.postMessage"] == 1


async def test_slack_that_is_not_reached_at_the_start_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setattr("bot.platforms.slack.FIRST_PAUSE", 0.05)
    slack = server()
    slack.faults += [Fault("auth.test", times=3, status=503, body="<html>"), Fault("auth.test", before=True)]
    log = Log()
    async with (
        slack.running(),
        keeping(f"{tmp_path}/chats.db") as keep,
        connect(Options(TOKEN, APP_TOKEN, api_url=slack.base), log.write, keep) as connected,
    ):
        assert connected.prefix == "slack:B0001:"
    assert log.events() == ["slack_unreachable"] * 4


async def test_fault_25_a_bot_token_that_is_refused_at_the_start_is_barred(tmp_path: object) -> None:
    async with SlackServer().running() as slack, keeping(f"{tmp_path}/chats.db") as keep:
        with pytest.raises(AccessRevokedError):
            async with connect(Options("xoxb-wrong", APP_TOKEN, api_url=slack.base), Log().write, keep):
                pass
