"""Requests over HTTP: what is let in, what is refused, and that what comes twice is answered once."""

import asyncio
import gzip
import json
import socket
import sys
import threading
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.app.serve import SWITCH
from bot.chat import Incoming, Reply
from bot.delivery import Limits
from bot.platforms.connections import LARGEST
from bot.transport import NotStoredError, RawUpdate
from tests.servers.slack_api import SlackServer, visible
from tests.servers.slack_payloads import as_form
from tests.slack_chat import HTTP, Talk, echo, options, ready, talking

FORM = "application/x-www-form-urlencoded"


def answers(talk: Talk) -> list[str]:
    return [text for content in talk.server.shown() if "a:" in (text := visible(content))]


async def test_fault_7_an_event_that_is_retried_is_answered_once() -> None:
    async with talking() as talk:
        payload = talk.server.payloads.direct("who won?")
        for retry in range(4):
            assert await talk.server.post(payload, talk.url, retry=retry) == {}
        await talk.seen("a:who won?")
        await talk.quiet()
        assert len(answers(talk)) == 1
        assert talk.server.counts["chat.postMessage"] == 1


async def test_fault_7_a_retry_without_a_first_delivery_is_answered() -> None:
    async with talking() as talk:
        assert await talk.server.post(talk.server.payloads.direct("who won?"), talk.url, retry=2) == {}
        await talk.seen("a:who won?")


async def test_fault_8_an_exact_replay_of_a_signed_command_is_answered_once() -> None:
    async with talking() as talk:
        body, kind = as_form(talk.server.payloads.slash("who won?"))
        at = int(time.time())
        for _ in range(3):
            status, text = await talk.server.request(talk.url, body, kind, at=at)
            assert (status, json.loads(text)) == (200, {"response_type": "ephemeral", "text": "…"})
        await talk.seen("a:who won?")
        await talk.quiet()
        assert talk.server.counts["respond"] == 1


async def test_fault_9_the_same_id_is_a_new_event_when_its_key_was_swept() -> None:
    from bot.storage.inbox import open_inbox  # noqa: PLC0415 - a second look into the same file

    async with talking() as talk:
        payload = talk.server.payloads.direct("who won?")
        await talk.say(payload)
        await talk.seen("a:who won?")
        await talk.quiet()
        async with open_inbox(talk.folder / "chats.db") as inbox:
            assert await inbox.purge(-1.0) == 1
        await talk.say(payload)
        await talk.until(lambda: len(answers(talk)) == 2)


@pytest.mark.parametrize("off", [-400, 400])
async def test_fault_39_a_clock_that_is_wrong_is_refused_and_written_down(off: int) -> None:
    async with talking() as talk:
        body, kind = as_form(talk.server.payloads.direct("who won?"))
        status, _ = await talk.server.request(talk.url, body, kind, at=int(time.time()) + off)
        assert status == 401
        [(event, facts)] = talk.log.lines
        assert event == "clock_skew"
        assert abs(int(facts["seconds"]) + off) <= 2


async def test_a_request_that_slack_has_not_signed_is_refused_and_written_down() -> None:
    async with talking() as talk:
        body, kind = as_form(talk.server.payloads.direct("who won?"))
        wrong = {"X-Slack-Signature": "v0=0"}
        assert (await talk.server.request(talk.url, body, kind, **wrong))[0] == 401
        assert (await talk.server.request(talk.url, body, kind, **{"X-Slack-Signature": ""}))[0] == 401
        assert (await talk.server.request(talk.url, body, kind, **{"X-Slack-Signature": f"v0={'ÿ' * 64}"}))[0] == 401
        for stamp in ("", "soon", "²", "9" * 5_000, "-1", "1e3", " 7"):
            headers = {"X-Slack-Request-Timestamp": stamp}
            assert (await talk.server.request(talk.url, body, kind, **headers))[0] == 401, stamp
        assert (await talk.server.request(talk.url, body + " ", kind, **wrong))[0] == 401
        assert (await talk.server.request(talk.url, "{", kind, **wrong))[0] == 401
        assert set(talk.log.events()) == {"bad_signature"}
        assert "who won" not in str(talk.log.lines)


async def test_what_slack_has_not_signed_is_neither_unpacked_nor_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A megabyte of fields takes a fifth of a second, and packed ones longer still, in which nobody gets an answer."""

    def parsed(**_: object) -> AsyncBoltRequest:
        raise AssertionError

    async with talking() as talk:
        monkeypatch.setattr("bot.platforms.slack.http.AsyncBoltRequest", parsed)
        monkeypatch.setattr("bot.platforms.slack.http.parse_qs", parsed)
        wrong = {"X-Slack-Signature": f"v0={'0' * 64}"}
        fields = "a=1&" * (LARGEST // 5)
        for body, kind in ((fields, FORM), ("payload=" + "%5B" * 300_000, FORM), ("[" * 100_000, "application/json")):
            for headers in (wrong, {"X-Slack-Signature": ""}):
                assert (await talk.server.request(talk.url, body, kind, **headers))[0] == 401
        packed = {"Content-Type": FORM, "Content-Encoding": "gzip"}
        async with talk.server.session.post(talk.url, data=gzip.compress(fields.encode()), headers=packed) as answer:
            assert answer.status == 415


async def test_of_a_large_body_without_a_signature_nothing_is_awaited() -> None:
    async with talking() as talk:
        reader, writer = await asyncio.open_connection("127.0.0.1", talk.slack.port)
        writer.write(b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n")
        async with asyncio.timeout(60):
            assert b"401" in await reader.readline()
        writer.close()


@pytest.mark.parametrize("body", ["{", '{"a":', "[1, 2]", "null", "7", '"x"', "{}", "[" * 100_000, ""])
async def test_fault_36_malformed_signed_json_is_400_and_never_500(body: str) -> None:
    async with talking() as talk:
        assert (await talk.server.request(talk.url, body, "application/json"))[0] == 400
        assert (await talk.server.request(talk.url, body, FORM))[0] in {200, 400}


@pytest.mark.parametrize("body", ["payload=%7B", "payload=7", "payload=[]", "payload=", "payload", "{", "{}"])
async def test_fault_36_malformed_signed_forms_are_400_and_never_500(body: str) -> None:
    async with talking() as talk:
        assert (await talk.server.request(talk.url, body, FORM))[0] == 400


async def test_fault_36_signed_json_of_the_wrong_shape_is_kept_and_never_500() -> None:
    """It is in nobody's way: what can't be read is set aside, and the next question is answered."""
    async with talking() as talk:
        for body in (
            {"type": "event_callback"},
            {"type": "event_callback", "event": "x", "event_id": 7},
            {"type": "event_callback", "event": {"type": "message", "channel": {}, "user": "U1", "ts": 1}},
            {"type": "block_actions", "actions": "x", "user": []},
            {"type": "event_callback", "authorizations": 5, "event": {"type": "app_mention"}},
            {"type": "event_callback", "team_id": ["T"], "event": {"type": "link_shared", "links": {}}},
        ):
            status, _ = await talk.server.request(talk.url, json.dumps(body), "application/json")
            assert status in {200, 400}, body
        assert await talk.say(talk.server.payloads.direct("who won?"))
        await talk.seen("a:who won?")


async def test_bytes_that_are_no_utf_8_are_400() -> None:
    async with talking() as talk, talk.server.session.post(talk.url, data=b"text=\xff\xfe") as answer:
        assert answer.status == 400


async def test_fault_35_more_than_a_megabyte_is_413_and_what_fits_is_read() -> None:
    async with talking() as talk:
        assert (await talk.server.request(talk.url, "x" * (LARGEST + 1), FORM))[0] == 413
        payload = talk.server.payloads.direct("w" * (LARGEST - 2_000))
        assert await talk.say(payload)


async def test_other_paths_and_methods_are_refused() -> None:
    async with talking() as talk:
        body, kind = as_form(talk.server.payloads.direct("who won?"))
        root = talk.url.removesuffix("/slack/events")
        for path in ("/", "/slack", "/slack/events/", "/slack/install", "/slack/oauth_redirect", "//slack/events"):
            assert (await talk.server.request(root + path, body, kind))[0] == 404, path
        for method in ("GET", "PUT", "DELETE", "PATCH"):
            async with talk.server.session.request(method, talk.url) as answer:
                assert answer.status == 405
        async with talk.server.session.get(f"{root}/healthz") as answer:
            assert answer.status == 200


async def test_a_request_that_comes_in_too_slowly_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.platforms.slack.http.PATIENCE", 0.2)
    async with talking() as talk:
        reader, writer = await asyncio.open_connection("127.0.0.1", talk.slack.port)
        writer.write(b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc")
        async with asyncio.timeout(60):
            assert b"408" in await reader.readline()
        writer.close()


async def test_slack_can_verify_the_url_and_check_the_certificate() -> None:
    async with talking() as talk:
        challenge = {"type": "url_verification", "challenge": "abc", "token": "v"}
        status, text = await talk.server.request(talk.url, json.dumps(challenge), "application/json")
        assert (status, json.loads(text)) == (200, {"challenge": "abc"})
        async with talk.server.session.post(talk.url, data={"ssl_check": "1", "token": "v"}) as answer:
            assert answer.status == 200
        unsigned = {"X-Slack-Signature": "v0=0"}
        assert (await talk.server.request(talk.url, json.dumps(challenge), "application/json", **unsigned))[0] == 401


async def test_what_could_not_be_kept_is_not_acknowledged_and_comes_again() -> None:
    async with talking(server=SlackServer(retries=(0.05, 0.05, 0.05))) as talk, failing(talk, times=2) as url:
        assert await talk.server.deliver(talk.server.payloads.direct("who won?"), url)
        assert talk.server.counts["retries"] == 2
    async with talking() as talk, failing(talk, times=1) as url:
        assert not await talk.server.deliver(talk.server.payloads.slash("who won?"), url)


@asynccontextmanager
async def failing(talk: Talk, times: int) -> AsyncIterator[str]:
    """Yield where the same platform takes in updates that can't be kept at first."""
    left = times

    async def enqueue(_updates: Sequence[RawUpdate]) -> None:
        nonlocal left
        left -= 1
        if left >= 0:
            raise NotStoredError

    before = talk.slack.port
    receiving = asyncio.ensure_future(talk.slack.receive(enqueue, lambda: None))
    await talk.until(lambda: talk.slack.port != before)
    yield talk.url
    receiving.cancel()
    await asyncio.gather(receiving, return_exceptions=True)


async def test_fault_27_an_acknowledgement_waits_for_no_answer_and_for_no_busy_thread() -> None:
    """All lanes are at work, each in a thread that does nothing but compute; Slack waits as long as the real one."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    stop = threading.Event()

    def compute() -> None:
        while not stop.is_set():
            sum(range(1_000))

    async def busy(incoming: Incoming) -> Reply:
        await asyncio.to_thread(compute)
        return await echo(incoming)

    async with talking(busy, server=SlackServer(ack=3.0, retries=()), limits=Limits(lanes=4)) as talk:
        try:
            for number in range(30):
                assert await talk.say(talk.server.payloads.direct(f"q{number}", user=f"U{number}")), number
        finally:
            stop.set()
            sys.setswitchinterval(before)
        await talk.seen("a:q29")


async def test_a_question_about_a_payload_is_read() -> None:
    """Bolt takes a form in which the word stands for an empty one."""
    async with talking() as talk:
        assert await talk.say(talk.server.payloads.slash("what payload did it carry?"))
        await talk.seen("a:what payload did it carry?")


async def test_the_port_is_free_again_for_the_next_process() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        listen = f"127.0.0.1:{probe.getsockname()[1]}"
    async with SlackServer().running() as server:
        given = replace(options(server, HTTP), listen=listen)
        for _ in range(2):
            async with ready(server, given) as talk:
                assert talk.url == f"http://{listen}/slack/events"
                assert await talk.say(server.payloads.direct("who won?"))
