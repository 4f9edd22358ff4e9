"""Requests from Slack over HTTP: events, commands and taps on one path, and the pages to install the app.

Rule of this module: Bolt checks the signature; what it would answer with 500, or let in without end, is refused before
it, so that Slack never repeats what can't be understood.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import Clock, SignatureVerifier

from bot.transport import EventLog

PATH = "/slack/events"
"""Where Slack sends everything."""
HEALTH = "/healthz"
LARGEST = 1_000_000
"""Bytes of a request; Slack's own are far smaller."""
PATIENCE = 10.0
"""Seconds that a request may take to come in."""
FAREWELL = 2.0
"""Seconds that requests under way have when the server stops."""
STAMP = re.compile(r"\d{0,20}", re.ASCII)
"""What a request's time may look like; on anything else Bolt would fail, and answer 500."""
TOLERANCE = 300
"""Seconds that a request's time may differ from ours (Slack, verifying requests)."""
UNAUTHORIZED = 401


@dataclass(frozen=True, slots=True)
class Door:
    """Lets requests in: to `app`, by the signing `secret`."""

    app: AsyncApp
    secret: str
    log: EventLog

    async def event(self, request: web.Request) -> web.StreamResponse:
        """Answer a request on the path of events."""
        content = await _content(request)
        stamp = request.headers.get("X-Slack-Request-Timestamp", "")
        if content is None:
            return web.Response(status=400)
        if not STAMP.fullmatch(stamp):
            return web.Response(status=UNAUTHORIZED)
        try:
            update = AsyncBoltRequest(body=content, query=request.query_string, headers=_headers(request))
        except (ValueError, RecursionError, AttributeError, TypeError, KeyError):
            return self._malformed(request, content)
        answer = await to_aiohttp_response(await self.app.async_dispatch(update))
        if answer.status == UNAUTHORIZED:
            self._refused(request, content)
        return answer

    def _malformed(self, request: web.Request, content: str) -> web.Response:
        """Answer what Bolt can't read: 400 where Slack signed it, so that it is not sent again."""
        if not self._signed(request, content, Clock()):
            return web.Response(status=UNAUTHORIZED)
        self.log("malformed", {"bytes": len(content)})
        return web.Response(status=400)

    def _refused(self, request: web.Request, content: str) -> None:
        """Write down why a request was refused: our clock or theirs is wrong, or somebody is not Slack."""
        at = int(request.headers.get("X-Slack-Request-Timestamp") or 0)
        off = round(Clock().now() - at)
        if abs(off) > TOLERANCE and self._signed(request, content, _Stopped(at)):
            self.log("clock_skew", {"seconds": off})
        else:
            self.log("bad_signature", {})

    def _signed(self, request: web.Request, content: str, clock: Clock) -> bool:
        if not request.headers.get("X-Slack-Signature"):
            return False
        return SignatureVerifier(self.secret, clock).is_valid_request(content, dict(request.headers))

    async def page(self, request: web.Request) -> web.StreamResponse:
        """Answer a request for a page of the installation."""
        flow = self.app.oauth_flow
        if flow is None:
            return web.Response(status=404)
        run = flow.handle_installation if request.path == flow.install_path else flow.handle_callback
        try:
            return await to_aiohttp_response(await run(await to_bolt_request(request)))
        except Exception as error:  # noqa: BLE001 - whoever installs gets one line, whatever happened
            self.log("install_failed", {"error": type(error).__name__})
            return web.Response(status=503, text="Slack could not be reached. Please try again in a minute.\n")


class _Stopped(Clock):
    """A clock that shows one time."""

    def __init__(self, at: float) -> None:
        self._at = at

    def now(self) -> float:
        return self._at


async def _content(request: web.Request) -> str | None:
    """Return a request's body; None for one that is no text. Raises HTTP's own errors for too large and too slow."""
    try:
        async with asyncio.timeout(PATIENCE):
            return (await request.read()).decode()
    except UnicodeDecodeError:
        return None
    except TimeoutError:
        raise web.HTTPRequestTimeout from None


def _headers(request: web.Request) -> dict[str, str | Sequence[str]]:
    return dict(request.headers)


@asynccontextmanager
async def serving(door: Door, listen: str) -> AsyncIterator[int]:
    """Serve at "host:port" while it lasts; yield the port (useful where 0 was given)."""
    host, _, port = listen.rpartition(":")
    runner = web.AppRunner(_routes(door), access_log=None, shutdown_timeout=FAREWELL)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host.strip("[]") or None, int(port), backlog=512)
        await site.start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


async def _alive(_: web.Request) -> web.Response:
    """Say that the bot listens."""
    return web.Response(text="ok\n")


def _routes(door: Door) -> web.Application:
    app = web.Application(client_max_size=LARGEST)
    app.router.add_post(PATH, door.event)
    app.router.add_get(HEALTH, _alive)
    flow = door.app.oauth_flow
    for path in (flow.install_path, flow.redirect_uri_path) if flow else ():
        app.router.add_get(path, door.page)
    return app
