"""Updates that Telegram sends: a small HTTP server behind whatever ends TLS.

Rule of this module: 200 is said when `enqueue` has returned and not before. Whoever does not know the secret learns
nothing and sends nothing that is read; what comes with the secret is taken whatever it is, or Telegram would repeat it
for ever.
"""

import asyncio
import hmac
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from urllib.parse import urlsplit

from aiohttp import web

from bot.platforms.connections import Listen, Route
from bot.platforms.telegram.updates import parsed, raw_update
from bot.transport import Enqueue, EventLog, Heartbeat, NotStoredError

HEADER = "X-Telegram-Bot-Api-Secret-Token"
READING = 10.0
"""Seconds that a body may take to arrive."""


class Webhook:
    """Takes in what is posted to the path of `url`, on the port that `listen` opens."""

    def __init__(self, url: str, secret: str, listen: Listen, prefix: str, log: EventLog) -> None:
        self._path = urlsplit(url).path or "/"
        self._secret = secret.encode()
        self._listen = listen
        self._prefix = prefix
        self._log = log

    @asynccontextmanager
    async def serving(self, enqueue: Enqueue, heartbeat: Heartbeat) -> AsyncIterator[None]:
        """Listen, and take updates in; raises `OSError` where the place is taken."""

        async def post(request: web.Request) -> web.Response:
            heartbeat()
            return web.Response(status=await self._post(request, enqueue))

        async with self._listen((Route("POST", self._path, post),)):
            yield

    async def _post(self, request: web.Request, enqueue: Enqueue) -> HTTPStatus:
        """Return what to say to a request."""
        given = request.headers.get(HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            return HTTPStatus.FORBIDDEN
        if request.content_type != "application/json" or request.headers.get("Content-Encoding"):
            return HTTPStatus.UNSUPPORTED_MEDIA_TYPE
        try:
            body = await (request.read() if request.content.is_eof() else _dripping(request))
        except TimeoutError:
            return HTTPStatus.REQUEST_TIMEOUT
        return await self._taken(body, enqueue)

    async def _taken(self, body: bytes, enqueue: Enqueue) -> HTTPStatus:
        try:
            await enqueue((raw_update(self._prefix, body, parsed(body)),))
        except NotStoredError:
            return HTTPStatus.SERVICE_UNAVAILABLE
        except Exception as error:  # noqa: BLE001 - not safe, so not acknowledged, and no trace of it in an answer
            self._log("not_taken", {"error": type(error).__name__})
            return HTTPStatus.SERVICE_UNAVAILABLE
        return HTTPStatus.OK


async def _dripping(request: web.Request) -> bytes:
    """Return a body that is not all there yet; raises `TimeoutError`."""
    async with asyncio.timeout(READING):
        return await request.read()
