"""What the Bot API says when it does not do what it was asked, and what that means for an answer."""

import asyncio
import ssl
from collections.abc import AsyncIterator

import pytest

from bot.platforms.telegram.client import Client
from bot.platforms.telegram.options import Options
from bot.platforms.telegram.outcomes import (
    ContestedError,
    ExpiredError,
    MovedError,
    RejectedError,
    TurnedError,
    UnbuttonedError,
    UnchangedError,
    UnparsedError,
    UnrepliableError,
    asked,
)
from bot.platforms.telegram.request import PATIENCE, AiohttpRequest, trusted
from bot.transport import (
    AccessRevokedError,
    DeliveryError,
    OutcomeUnknownError,
    PlaceholderGoneError,
    RetryAfterError,
    UndeliverableError,
)
from tests.servers.bot_api import BotApi, Fault, How, serving

MEANINGS = (
    (401, "Unauthorized", AccessRevokedError),
    (404, "Not Found", AccessRevokedError),
    (403, "Forbidden: bot was blocked by the user", UndeliverableError),
    (403, "Forbidden: user is deactivated", UndeliverableError),
    (400, "Bad Request: chat not found", UndeliverableError),
    (400, "Bad Request: not enough rights to send text messages to the chat", UndeliverableError),
    (400, "Bad Request: message thread not found", UndeliverableError),
    (400, "Bad Request: TOPIC_CLOSED", UndeliverableError),
    (400, "Bad Request: message to edit not found", PlaceholderGoneError),
    (400, "Bad Request: MESSAGE_ID_INVALID", PlaceholderGoneError),
    (400, "Bad Request: message is not modified: specified new message content", UnchangedError),
    (400, "Bad Request: query is too old and response timeout expired or query ID is invalid", ExpiredError),
    (400, "Bad Request: can't parse entities: Unsupported start tag", UnparsedError),
    (400, "Bad Request: BUTTON_DATA_INVALID", UnbuttonedError),
    (400, "Bad Request: QUOTE_TEXT_INVALID", UnrepliableError),
    (400, "Bad Request: message to be replied not found", UnrepliableError),
    (400, "Bad Request: something that nobody has seen before", RejectedError),
    (409, "Conflict: terminated by other getUpdates request", ContestedError),
    (500, "Internal Server Error", OutcomeUnknownError),
    (502, "Bad Gateway", OutcomeUnknownError),
    (504, "Gateway Timeout", OutcomeUnknownError),
    (413, "Request Entity Too Large", OutcomeUnknownError),
)


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with serving() as api:
        api.people.chat(42)
        yield api


class Saying(Client):
    """A client that says "x" in chat 42: by the library's method, or by a `call`."""

    def __init__(self, token: str, api_url: str, request: AiohttpRequest, *, calls: bool) -> None:
        super().__init__(token, api_url, request)
        with self._unfrozen():
            self._calls = calls

    async def say(self) -> None:
        if self._calls:
            await self.call("sendMessage", chat_id=42, text="x", reply_parameters=None)
        else:
            await asked(self.send_message(42, "x"))


@pytest.fixture(params=[True, False], ids=["by a call", "by the library's method"])
async def client(api: BotApi, request: pytest.FixtureRequest) -> AsyncIterator[Saying]:
    requests = AiohttpRequest(connect=1.0, read=0.3)
    await requests.initialize()
    yield Saying(api.token, api.url, requests, calls=request.param)
    await requests.shutdown()


async def failure(client: Saying) -> DeliveryError | TurnedError:
    """Return what comes of sending a message that can't be sent."""
    with pytest.raises((DeliveryError, TurnedError)) as raised:
        await client.say()
    return raised.value


@pytest.mark.parametrize(("status", "description", "meaning"), MEANINGS, ids=[d for _, d, _ in MEANINGS])
async def test_a_refusal_means(
    api: BotApi, client: Saying, status: int, description: str, meaning: type[Exception]
) -> None:
    api.faults.refuse("sendMessage", status, description)
    assert type(await failure(client)) is meaning


async def test_a_flood_is_waited_out_for_as_long_as_telegram_says(api: BotApi, client: Saying) -> None:
    api.faults.refuse("sendMessage", 429, "Too Many Requests: retry after 7", retry_after=7)
    api.faults.refuse("sendMessage", 429, "Too Many Requests")
    api.faults.broken("sendMessage", status=429)
    waits = [await failure(client) for _ in range(3)]
    assert [wait.seconds for wait in waits if isinstance(wait, RetryAfterError)] == [7.0, PATIENCE, PATIENCE]


async def test_a_group_that_moved_says_where(api: BotApi, client: Saying) -> None:
    api.faults.refuse("sendMessage", 400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-200)
    moved = await failure(client)
    assert isinstance(moved, MovedError)
    assert moved.chat == -200


@pytest.mark.parametrize("status", [200, 301, 400, 401, 403, 404, 409, 500, 502, 503])
async def test_a_page_of_something_in_between_leaves_it_open(api: BotApi, client: Saying, status: int) -> None:
    api.faults.broken("sendMessage", status=status)
    assert type(await failure(client)) is OutcomeUnknownError


@pytest.mark.parametrize("body", ["", "null", "[]", "[1]", '"x"', "[" * 100_000, "9" * 5_000])
@pytest.mark.parametrize("status", [200, 400, 500])
async def test_an_answer_that_is_no_object_leaves_it_open(api: BotApi, client: Saying, status: int, body: str) -> None:
    api.faults.add(Fault(How.ANSWER, "sendMessage", status=status, body=body))
    assert type(await failure(client)) is OutcomeUnknownError


async def test_connections_that_break_and_answers_that_do_not_come_leave_it_open(api: BotApi, client: Saying) -> None:
    api.faults.lose("sendMessage")
    assert type(await failure(client)) is OutcomeUnknownError
    api.faults.swallow("sendMessage")
    assert type(await failure(client)) is OutcomeUnknownError
    assert len(api.chat(42)) == 1
    api.faults.freeze()
    assert type(await failure(client)) is OutcomeUnknownError
    api.faults.thaw()
    await api.down()
    assert type(await failure(client)) is OutcomeUnknownError


async def test_nothing_is_sent_twice_of_itself(api: BotApi, client: Saying) -> None:
    await client.say()
    for _ in range(5):
        api.faults.swallow("sendMessage")
        await failure(client)
    assert len(api.chat(42)) == 6


async def test_no_failure_drags_along_the_address_with_the_token(api: BotApi, client: Saying) -> None:
    api.faults.lose("sendMessage")
    api.faults.broken("sendMessage")
    api.faults.refuse("sendMessage", 401, "Unauthorized")
    for _ in range(3):
        error = await failure(client)
        assert error.__context__ is None
        assert error.__cause__ is None
        assert api.token not in repr(error)
    assert api.token not in repr(client) + str(client)
    assert api.token not in repr(Options(api.token))


async def test_a_file_goes_along_as_a_form(api: BotApi, client: Saying) -> None:
    with pytest.raises(AccessRevokedError):  # the server has no such method, but has read the form
        await asked(client.send_audio(42, b"content", filename="a.txt"))
    [call] = api.named("sendAudio")
    assert call.params.number("chat_id") == 42
    assert call.params.given["audio"].filename == "a.txt"


async def test_requests_share_connections(api: BotApi, client: Saying) -> None:
    await asyncio.gather(*(client.send_message(42, str(n)) for n in range(20)))
    assert {message.text for message in api.chat(42)} == {str(n) for n in range(20)}


def test_certificates_are_found_where_python_finds_none(monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = ssl.get_default_verify_paths()._replace(cafile=None, capath=None)
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: nowhere)
    monkeypatch.setattr(ssl, "create_default_context", lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
    assert len(trusted().get_ca_certs()) > 50
