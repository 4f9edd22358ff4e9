"""One port for all: what platforms are sent, and what is asked about the bot's health.

Rule of this module: a path of a platform that takes nothing in now is answered with 503, so that what was sent comes
again; what is asked about health is answered whatever the platforms do, and says nothing of any person.
"""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from http import HTTPStatus
from urllib.parse import unquote

from aiohttp import web

from bot.platforms.connections import LARGEST, Route, listening
from bot.platforms.pages import Pages
from bot.transport import EventLog

LIVE, READY, METRICS = "/livez", "/readyz", "/metrics"
RESERVED = frozenset({LIVE, READY, METRICS})
"""Paths that no platform can have."""
AGAIN = "5"
"""Seconds after which to send again what was not taken in."""
FORMAT = "text/plain; version=0.0.4; charset=utf-8"
"""Prometheus' text format."""

State = Mapping[str, object]
"""What stands in the answer of /readyz, as JSON."""

Ready = Callable[[], Awaitable[tuple[bool, State]]]
"""Tells whether the bot can take in and answer, and how it is about each part."""

Metrics = Callable[[], Awaitable[bytes]]
"""Returns the figures in Prometheus' text format."""


class SharedPort:
    """Answers at one place for all platforms; `ready` and `metrics` say how the bot is, `pages` are served beside."""

    def __init__(self, ready: Ready, metrics: Metrics, pages: Pages | None = None) -> None:
        self._ready = ready
        self._metrics = metrics
        self._pages = pages
        self._routes: dict[str, Route] = {}
        self._known: set[str] = set()
        self.number = 0
        """The port, once it listens."""

    @asynccontextmanager
    async def listening(self, place: str, log: EventLog) -> AsyncIterator[None]:
        """Listen at "host:port" while it lasts; raises `OSError` where the place is taken."""
        app = web.Application(client_max_size=LARGEST)
        for path, page in ((LIVE, self._live), (READY, self._readiness), (METRICS, self._figures)):
            app.router.add_get(path, page)
        app.router.add_route("*", "/{path:.*}", self._platform)
        async with listening(app, place, log) as self.number:
            yield

    @asynccontextmanager
    async def listen(self, routes: Sequence[Route]) -> AsyncIterator[int]:
        """Answer requests by these routes while it lasts, and yield the port."""
        ours = {unquote(route.path): route for route in routes}
        self._routes |= ours
        self._known |= ours.keys()
        try:
            yield self.number
        finally:
            for path in ours:
                self._routes.pop(path, None)

    async def _platform(self, request: web.Request) -> web.StreamResponse:
        if request.path in RESERVED:
            return web.Response(status=HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": "GET"})
        if self._pages is not None and request.path.startswith(self._pages.prefix):
            return await self._pages.answer(request)
        route = self._routes.get(request.path)
        if route is None:
            known = request.path in self._known
            status = HTTPStatus.SERVICE_UNAVAILABLE if known else HTTPStatus.NOT_FOUND
            return web.Response(status=status, headers={"Retry-After": AGAIN} if known else None)
        if request.method != route.method:
            return web.Response(status=HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": route.method})
        return await route.handler(request)

    async def _live(self, _request: web.Request) -> web.Response:
        return _last(web.Response(text="ok\n"))

    async def _readiness(self, _request: web.Request) -> web.Response:
        ready, state = await self._ready()
        status = HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE
        body = json.dumps({"ready": ready, **state}) + "\n"
        return _last(web.Response(text=body, status=status, content_type="application/json"))

    async def _figures(self, _request: web.Request) -> web.Response:
        return _last(web.Response(body=await self._metrics(), headers={"Content-Type": FORMAT}))


def _last(response: web.Response) -> web.Response:
    """Return a response that ends its connection: who asks after health knows no secret, and holds none open."""
    response.force_close()
    return response
