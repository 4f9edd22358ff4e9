"""Requests to the Bot API over aiohttp, for python-telegram-bot.

Rule of this module: a request is made once and never repeated, because a connection that broke does not say whether the
message was sent. No error that leaves it holds an address, for the token is part of every one.
"""

import json
import ssl
from collections.abc import Mapping
from typing import Any

import aiohttp
import certifi
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.platforms.downloads import Answer, fetched
from bot.transport import File, OutcomeUnknownError

CONNECTIONS = 256
"""Open at once, at most; as many as lanes may be at work, the long poll, and some."""
CONNECT = 5.0
"""Seconds to get a connection."""
READ = 15.0
"""Seconds without a byte of the answer."""
UPLOAD = 60.0
"""Seconds without a byte of the answer where a file goes along."""
MARGIN = 8.0
"""Seconds that an answer may take beyond the time that the server was asked to hold it back."""
FLOODED = 429
PATIENCE = 3.0
"""Seconds to wait where the Bot API asks for patience and does not say how long."""


class FloodedError(TelegramError):
    """Too many requests: wait for some seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__("too many requests")
        self.seconds = seconds


class AiohttpRequest(BaseRequest):
    """One session for everything that is sent and fetched."""

    def __init__(self, connect: float = CONNECT, read: float = READ) -> None:
        self._connect = connect
        self._read = read
        self._limits = _limits(connect, read)
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Return how many seconds may pass without a byte of an answer."""
        return self._read

    async def initialize(self) -> None:
        """Open the session."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=CONNECTIONS, ssl=trusted())
            jar = aiohttp.DummyCookieJar()
            headers = {"User-Agent": self.USER_AGENT}
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=jar, headers=headers)

    async def shutdown(self) -> None:
        """Close the session."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(  # noqa: PLR0913, PLR0917 - as python-telegram-bot calls it
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - aiohttp has none
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - part of the time to connect
    ) -> tuple[int, bytes]:
        """Return the status and the body of an answer; raises `TimedOut`, `NetworkError` and `FloodedError`."""
        limits = _limits(_seconds(connect_timeout, self._connect), _seconds(read_timeout, self._read))
        return await self._exchange(url, method, limits, _payload(request_data))

    async def raw(self, url: str, parameters: Mapping[str, object], held: float = 0.0) -> tuple[int, bytes]:
        """Return the status and the body of a call with JSON values; raises likewise.

        Where the server was asked to hold its answer back for `held` seconds, it may take `MARGIN` seconds longer.
        """
        limits = _limits(self._connect, held + MARGIN) if held else self._limits
        return await self._exchange(url, "POST", limits, _json(json.dumps(parameters).encode()))

    async def form(self, url: str, parameters: Mapping[str, object], field: str, file: File) -> tuple[int, bytes]:
        """Return the status and the body of a call that brings a file along; raises likewise."""
        form = aiohttp.FormData()
        for name, value in parameters.items():
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        form.add_field(field, file.content, filename=file.name, content_type=file.media_type)
        return await self._exchange(url, "POST", _limits(self._connect, UPLOAD), {"data": form})

    async def file(self, url: str, most: int) -> Answer:
        """Return the answer to a request for a file; raises `FileTooLargeError` and `OutcomeUnknownError`."""
        if self._session is None:
            raise OutcomeUnknownError
        return await fetched(self._session, url, most)

    async def _exchange(
        self, url: str, method: str, limits: aiohttp.ClientTimeout, payload: dict[str, Any]
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise NetworkError("the session is closed")
        failure: TelegramError
        try:
            async with self._session.request(method, url, timeout=limits, allow_redirects=False, **payload) as answer:
                body = await answer.read()
            if answer.status != FLOODED:
                return answer.status, body
            failure = FloodedError(_retry_after(body))
        except TimeoutError:
            failure = TimedOut()
        except (aiohttp.ClientError, OSError) as error:
            failure = NetworkError(type(error).__name__)
        raise failure  # out here, so that it does not drag along the error that knows the address

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return the JSON object of an answer; raises `TelegramError`, and logs nothing of it."""
        try:
            found = json.loads(payload)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict):
            return found
        raise TelegramError("the answer is no JSON object")


def trusted() -> ssl.SSLContext:
    """Return whom the system trusts, and where Python finds nobody (as installed from python.org on macOS), certifi."""
    context = ssl.create_default_context()
    places = ssl.get_default_verify_paths()
    if not (places.cafile or places.capath):
        context.load_verify_locations(certifi.where())
    return context


def _limits(connect: float | None, read: float | None) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=None, connect=connect, sock_read=read)


def _json(body: bytes) -> dict[str, Any]:
    return {"data": body, "headers": {"Content-Type": "application/json"}}


def _payload(data: RequestData | None) -> dict[str, Any]:
    """Return the body of a request: JSON, or a form where files go along."""
    if data is None:
        return {}
    if not data.contains_files:
        return _json(data.json_payload)
    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return {"data": form}


def _seconds(given: object, otherwise: float) -> float | None:
    """Return a timeout as it was given, or ours where none was."""
    if given is None or isinstance(given, int | float):
        return given
    return otherwise


def _retry_after(body: bytes) -> float:
    try:
        return max(float(AiohttpRequest.parse_json_payload(body)["parameters"]["retry_after"]), 0.1)
    except (TelegramError, KeyError, TypeError, ValueError):
        return PATIENCE
