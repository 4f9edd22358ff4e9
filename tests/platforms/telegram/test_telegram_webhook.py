"""The webhook: what gets in, what is told to wait, and what learns nothing."""

import asyncio
import json
import os
import resource
from collections.abc import AsyncIterator, Sequence

import aiohttp
import pytest

from bot.platforms.connections import LARGEST, listen_at
from bot.platforms.telegram import webhook
from bot.platforms.telegram.receiver import secret_of
from bot.platforms.telegram.webhook import HEADER, Webhook
from bot.transport import NotStoredError, RawUpdate
from tests.fakes import GERMAN_SENTENCE, ScriptedBot
from tests.servers.bot_api import Fault, How, serving
from tests.servers.process import free_port
from tests.telegram_chat import Log, connected, talking

SECRET = "Secret_of-nobody"  # noqa: S105 - it guards a port on loopback
JSON = {"Content-Type": "application/json", HEADER: SECRET}
UPDATE = {"update_id": 7, "message": {"chat": {"id": 42}}}


class Hook:
    """A webhook that listens, and what it has taken."""

    def __init__(self, session: aiohttp.ClientSession, port: int, log: Log) -> None:
        self.session = session
        self.url = f"http://127.0.0.1:{port}/telegram"
        self.port = port
        self.log = log
        self.taken: list[RawUpdate] = []
        self.failure: Exception | None = None

    async def enqueue(self, updates: Sequence[RawUpdate]) -> None:
        if self.failure is not None:
            raise self.failure
        self.taken += updates

    async def post(self, body: object = UPDATE, headers: dict[str, str] | None = None, path: str = "") -> int:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        given = JSON if headers is None else headers
        async with self.session.post(path or self.url, data=data, headers=given) as answer:
            assert SECRET not in await answer.text()
            return answer.status


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    port, log = free_port(), Log()
    async with aiohttp.ClientSession() as session:
        hook = Hook(session, port, log)
        listen = listen_at(f"127.0.0.1:{port}", log.write)
        served = Webhook(hook.url.replace("http", "https"), SECRET, listen, "p:", log.write)
        async with served.serving(hook.enqueue, lambda: None):
            yield hook


async def test_an_update_is_acknowledged_when_it_is_kept(hook: Hook) -> None:
    assert await hook.post() == 200
    [update] = hook.taken
    assert (update.key, update.lane, json.loads(update.body)) == ("p:7", "p:42", UPDATE)


async def test_an_update_that_was_not_kept_is_not_acknowledged(hook: Hook) -> None:
    for failure in (NotStoredError(), RuntimeError("disk")):
        hook.failure = failure
        assert await hook.post() == 503
    assert hook.log.lines == [("not_taken", {"error": "RuntimeError"})]


async def test_without_the_secret_nothing_is_read(hook: Hook) -> None:
    for secret in (None, "", SECRET[:-1], SECRET + "x", SECRET.lower(), "ü"):
        headers = {"Content-Type": "application/json"} | ({} if secret is None else {HEADER: secret})
        assert await hook.post(headers=headers) == 403
    assert hook.taken == []


async def test_json_is_taken_with_and_without_a_charset_and_nothing_else_is(hook: Hook) -> None:
    for kind, status in (
        ("application/json; charset=utf-8", 200),
        ("Application/JSON", 200),
        ("text/plain", 415),
        ("application/x-www-form-urlencoded", 415),
    ):
        assert await hook.post(headers=JSON | {"Content-Type": kind}) == status
    assert await hook.post(headers=JSON | {"Content-Encoding": "gzip"}) == 415


async def test_other_paths_and_methods_are_refused(hook: Hook) -> None:
    root = f"http://127.0.0.1:{hook.port}"
    for path in ("/", "/telegram/", "/telegram/x", "/Telegram", "/..", "/telegram%00"):
        assert await hook.post(path=root + path) == 404
    for method in ("GET", "PUT", "DELETE", "OPTIONS"):
        async with hook.session.request(method, hook.url, headers=JSON) as answer:
            assert answer.status == 405
    async with hook.session.get(root + "/healthz") as answer:
        assert (answer.status, await answer.text()) == (200, "ok")


@pytest.mark.parametrize("body", [b"[]", b"[1]", b"null", b'"x"', b"{}", b"{", b"\xff", b"[" * 100_000, b""])
async def test_what_comes_with_the_secret_is_taken_once_whatever_it_is(hook: Hook, body: bytes) -> None:
    assert await hook.post(body) == 200
    assert await hook.post(body) == 200
    first, second = hook.taken
    assert first.key == second.key
    assert first.body == body


async def test_a_body_beyond_a_megabyte_is_refused_and_not_held_in_memory(hook: Hook) -> None:
    assert await hook.post(b'"' + b"x" * (LARGEST - 2) + b'"') == 200
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(120):
            yield b"x" * 2**20

    for length in ({}, {"Content-Length": str(120 * 2**20)}):
        try:
            async with hook.session.post(hook.url, data=endless(), headers=JSON | length) as answer:
                assert answer.status == 413
        except aiohttp.ClientError:
            pass  # the connection was closed while we were still sending
    assert (
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        < 40 * (1 if os.uname().sysname == "Linux" else 1024) * 1024
    )
    assert len(hook.taken) == 1


async def test_a_body_that_never_ends_is_given_up(hook: Hook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "READING", 0.2)
    reader, writer = await asyncio.open_connection("127.0.0.1", hook.port)
    head = f"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n{HEADER}: {SECRET}\r\n"
    writer.write(f"{head}Content-Length: 1000\r\n\r\n{{".encode())
    async with asyncio.timeout(60):
        assert b"408" in await reader.readline()
        assert await reader.read()  # to the end: the connection is closed
    writer.close()
    assert hook.taken == []


async def test_a_question_is_answered_by_way_of_the_webhook() -> None:
    bot, port = ScriptedBot(), free_port()
    options = {"webhook_url": f"http://127.0.0.1:{port}/telegram", "listen": f"127.0.0.1:{port}"}
    async with talking(bot.handle, **options) as api:
        api.people.write("what did Russia send?")
        answer = await api.answer()
        assert GERMAN_SENTENCE in answer.text
        assert api.updates.hook.secret == secret_of(api.token)
        assert api.updates.polls == 0
        assert api.updates.refused == {}
    assert api.updates.hook.url, "what comes while the bot is off waits for it"


async def test_a_webhook_that_somebody_took_away_is_set_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.platforms.telegram.receiver.LOOK", 0.05)
    bot, port, log = ScriptedBot(), free_port(), Log()
    url = f"http://127.0.0.1:{port}/telegram"
    async with talking(bot.handle, log, webhook_url=url, listen=f"127.0.0.1:{port}") as api:
        await api.until(lambda: api.named("getWebhookInfo"))
        api.updates.hook.url = "https://elsewhere.example.org/"
        await api.until(lambda: api.updates.hook.url == url)
        api.people.write("what?")
        assert await api.answer()
    assert log.events().count("webhook_lost") == 1


async def test_updates_that_do_not_arrive_are_counted_in_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.platforms.telegram.receiver.LOOK", 0.05)
    port, log = free_port(), Log()
    options = {"webhook_url": f"http://127.0.0.1:{port}/telegram", "listen": f"127.0.0.1:{port}"}
    async with talking(ScriptedBot().handle, log, **options) as api:
        info = {"url": options["webhook_url"], "has_custom_certificate": False, "pending_update_count": 3}
        failing = json.dumps({"ok": True, "result": info | {"last_error_date": 1_700_000_000}})
        api.faults.add(Fault(How.ANSWER, "getWebhookInfo", times=3, body=failing))
        await api.until(lambda: len(api.named("getWebhookInfo")) > 3)
    assert [facts for event, facts in log.lines if event == "webhook_not_reached"] == [{"waiting": 3}]


async def test_polling_after_a_webhook_takes_over_what_waits() -> None:
    async with serving() as api:
        api.updates.hook.url = "http://127.0.0.1:9/telegram"
        api.people.write("what?")
        async with connected(api, ScriptedBot().handle, Log()):
            assert await api.answer()
            assert not api.updates.hook.url


def test_the_secret_of_the_webhook_tells_nothing_of_the_token() -> None:
    assert secret_of("1:a") == secret_of("1:a") != secret_of("1:b")
    assert "1:a" not in secret_of("1:a")
