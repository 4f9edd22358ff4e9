"""A port of the bot's own: how many connections it holds, and how long each may say nothing.

Rule of this module: whoever reaches the port can fill it for seconds, never for good, and never takes the descriptors
that the database and the platform's own connections need.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from http import HTTPStatus

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.transport import EventLog

CONNECTIONS = 500
"""Connections at once, at most; a proxy in front of the bot holds a few dozen."""
SHARE = 2
"""The part of the process's descriptors, 1 in so many, that connections may take."""
OPENING = 10.0
"""Seconds until the first request of a connection has its headers."""
IDLE = 130.0
"""Seconds that a connection is kept for the next request: longer than proxies keep theirs (Caddy: 120; nginx: 60)."""
LINGERING = 1.0
"""Seconds for which what is left of a refused request is still read."""
FAREWELL = 2.0
"""Seconds that requests under way have when the server stops."""
BACKLOG = 512
"""Connections that wait to be accepted."""
LINE, FIELD, HEADERS = 8_190, 8_190, 64
"""Characters of a request's first line and of a header, and how many headers: what aiohttp takes, and half as many."""
LARGEST = 1_000_000
"""Bytes of a body; real updates have a few thousand."""
HEALTH = "/healthz"
"""Where a port of a platform's own says that somebody listens."""


@dataclass(frozen=True, slots=True)
class Route:
    """What is answered at a path."""

    method: str
    path: str
    handler: Handler


Listen = Callable[[Sequence[Route]], AbstractAsyncContextManager[int]]
"""Answers requests by these routes while it lasts, and yields the port. Raises `OSError` where the place is taken."""


def listen_at(place: str, log: EventLog) -> Listen:
    """Return what listens at "host:port" with a port of its own."""

    @asynccontextmanager
    async def listen(routes: Sequence[Route]) -> AsyncIterator[int]:
        app = web.Application(client_max_size=LARGEST)
        for route in (*routes, *([] if any(one.path == HEALTH for one in routes) else [Route("GET", HEALTH, _alive)])):
            app.router.add_route(route.method, route.path, route.handler)
        async with listening(app, place, log) as port:
            yield port

    return listen


async def _alive(_request: web.Request) -> web.Response:
    return web.Response(text="ok")


@asynccontextmanager
async def listening(app: web.Application, listen: str, log: EventLog) -> AsyncIterator[int]:
    """Serve at "host:port" while it lasts; yield the port. Raises `OSError` where the place is taken.

    Bodies that are packed stay so: unpacking one takes a thousand times as long as sending it.
    """
    host, _, port = listen.rpartition(":")
    entrance = _Entrance(log)
    app.middlewares.append(entrance.heard)
    runner = web.AppRunner(
        app,
        access_log=None,
        auto_decompress=False,
        keepalive_timeout=IDLE,
        lingering_time=LINGERING,
        shutdown_timeout=FAREWELL,
        max_line_size=LINE,
        max_field_size=FIELD,
        max_headers=HEADERS,
    )
    await runner.setup()
    assert runner.server is not None  # noqa: S101 - it is there after `setup`
    entrance.server = runner.server
    try:
        loop = asyncio.get_running_loop()
        listener = await loop.create_server(entrance.protocol, host.strip("[]") or None, int(port), backlog=BACKLOG)
        try:
            yield int(listener.sockets[0].getsockname()[1])
        finally:
            listener.close()
    finally:
        await runner.cleanup()


class _Entrance:
    """Lets connections in while there is room, and those out again that do not say what they want."""

    server: web.Server

    def __init__(self, log: EventLog) -> None:
        self._log = log
        self._silent: dict[web.RequestHandler, asyncio.TimerHandle] = {}

    def protocol(self) -> asyncio.Protocol:
        """Return what handles a new connection."""
        most = _most()
        if len(self.server.connections) >= most:
            self._log("connections_full", {"connections": most})
            return _Refused()
        handler = self.server()
        self._silent[handler] = asyncio.get_running_loop().call_later(OPENING, self._let_out, handler)
        return handler

    def _let_out(self, handler: web.RequestHandler) -> None:
        self._silent.pop(handler, None)
        handler.force_close()

    @web.middleware
    async def heard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Note that a connection has brought a request; one that is refused is the last one."""
        timer = self._silent.pop(request.protocol, None)
        if timer is not None:
            timer.cancel()
        try:
            response = await handler(request)
        except web.HTTPException as refused:
            refused.force_close()
            raise
        if response.status >= HTTPStatus.BAD_REQUEST:
            response.force_close()
        return response


class _Refused(asyncio.Protocol):
    """Ends a connection as soon as it is made."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """End it."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 - a server's are
        transport.abort()


def _most() -> int:
    """Return how many connections this process can hold beside what else it has open."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return CONNECTIONS
    descriptors, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return CONNECTIONS if descriptors == resource.RLIM_INFINITY else min(CONNECTIONS, descriptors // SHARE)
