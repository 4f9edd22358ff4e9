"""Requests from Slack over HTTP: events, commands and taps on one path, and the pages to install the app.

Rule of this module: nothing is unpacked or parsed before its signature was checked, but for a form of a few fields;
what Bolt would answer with 500 is refused before it, so that Slack never repeats what can't be understood.
"""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import Clock, SignatureVerifier

from bot.platforms.connections import Route
from bot.transport import EventLog

PATH = "/slack/events"
"""Where Slack sends everything."""
PATIENCE = 10.0
"""Seconds that a request may take to come in."""
STAMP = re.compile(r"\d{1,20}", re.ASCII)
"""What a request's time may look like; on anything else Bolt would fail, and answer 500."""
SIGNATURE = re.compile(r"v0=[0-9a-f]{64}")
"""What a signature looks like (Slack, verifying requests)."""
TRIAL = 1_000
"""Bytes of a request without a signature, at most, that is read: the form by which Slack tries the certificate."""
TOLERANCE = 300
"""Seconds that a request's time may differ from ours (Slack, verifying requests)."""
UNAUTHORIZED, UNPACKED = 401, 415


@dataclass(frozen=True, slots=True)
class Door:
    """Lets requests in: to `app`, by the signing `secret`."""

    app: AsyncApp
    secret: str
    log: EventLog

    async def event(self, request: web.Request) -> web.StreamResponse:
        """Answer a request on the path of events."""
        if request.headers.get("Content-Encoding"):
            return web.Response(status=UNPACKED)
        if not _may_be_signed(request) and (request.content_length is None or request.content_length > TRIAL):
            return self._refused(request, "")
        content = await _content(request)
        if content is None:
            return web.Response(status=400)
        if not self._signed(request, content, Clock()) and not _is_trial(content):
            return self._refused(request, content)
        try:
            update = AsyncBoltRequest(body=content, query=request.query_string, headers=_headers(request))
        except (ValueError, RecursionError, AttributeError, TypeError, KeyError):
            self.log("malformed", {"bytes": len(content)})
            return web.Response(status=400)  # so that it is not sent again
        return await to_aiohttp_response(await self.app.async_dispatch(update))

    def _refused(self, request: web.Request, content: str) -> web.Response:
        """Refuse a request, and write down why: our clock or theirs is wrong, or somebody is not Slack."""
        at = int(request.headers["X-Slack-Request-Timestamp"]) if _may_be_signed(request) else 0
        off = round(Clock().now() - at)
        if abs(off) > TOLERANCE and self._signed(request, content, _Stopped(at)):
            self.log("clock_skew", {"seconds": off})
        else:
            self.log("bad_signature", {})
        return web.Response(status=UNAUTHORIZED)

    def _signed(self, request: web.Request, content: str, clock: Clock) -> bool:
        if not _may_be_signed(request):
            return False
        return SignatureVerifier(self.secret, clock).is_valid_request(content, dict(request.headers))

    async def page(self, request: web.Request) -> web.StreamResponse:
        """Answer a request for a page of the installation."""
        flow = self.app.oauth_flow
        if flow is None:
            return web.Response(status=404)
        run = flow.handle_installation if request.path == flow.install_path else flow.handle_callback
        try:
            asked = AsyncBoltRequest(body="", query=request.query_string, headers=_headers(request))
            return await to_aiohttp_response(await run(asked))
        except Exception as error:  # noqa: BLE001 - whoever installs gets one line, whatever happened
            self.log("install_failed", {"error": type(error).__name__})
            return web.Response(status=503, text="Slack could not be reached. Please try again in a minute.\n")


class _Stopped(Clock):
    """A clock that shows one time."""

    def __init__(self, at: float) -> None:
        self._at = at

    def now(self) -> float:
        return self._at


def _may_be_signed(request: web.Request) -> bool:
    """Tell whether a request has what a signature needs, in the form that Slack gives it."""
    stamp, signature = (request.headers.get(f"X-Slack-{name}", "") for name in ("Request-Timestamp", "Signature"))
    return bool(STAMP.fullmatch(stamp) and SIGNATURE.fullmatch(signature))


def _is_trial(content: str) -> bool:
    """Tell whether a request tries the certificate, which Slack does without a signature."""
    return len(content) <= TRIAL and parse_qs(content).get("ssl_check") == ["1"]


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


def routes(door: Door) -> tuple[Route, ...]:
    """Return what is answered where: events, and the pages of the installation."""
    flow = door.app.oauth_flow
    pages = (flow.install_path, flow.redirect_uri_path) if flow else ()
    return (Route("POST", PATH, door.event), *(Route("GET", path, door.page) for path in pages))
