"""Pages that are served: each to whoever has its link, and to nobody else.

Rule of this module: all that opens nothing is answered alike, whatever is wrong with it; a page is kept by nobody on
the way, found by no search engine, shown within no other page, and tells no other site where it was.
"""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from time import monotonic
from urllib.parse import urlsplit

from aiohttp import web
from cachetools import LRUCache

TOKEN = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)
"""32 bytes in the letters that stand in addresses."""
BELOW = "/view/"
"""What links begin with, behind the address that the port is reached at."""
LARGEST = 16_000
"""Bytes of a question with what stands around it."""
MINUTE = 60.0
VISITS, STRAYS = 60, 600
"""Requests a minute for one link, and those of which it is not known yet whether they have one."""
AGAIN: Mapping[str, str] = {"Retry-After": "15"}
KNOWN = 10_000
"""Links whose visits are counted."""
AT_ONCE = 2
"""Pages that are made at once."""
ALWAYS: Mapping[str, str] = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
CLOSED = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
NOTHING_HERE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Article Bot</title>
<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem}</style>
<main><h1>This link does not hold</h1>
<p>It may have run out. Send the bot /view for another one.</p>
<h1 lang="de">Dieser Link gilt nicht</h1>
<p lang="de">Vielleicht ist er abgelaufen. Senden Sie dem Bot /view für einen neuen.</p></main></html>
"""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a link opens: the page as it is made, and its content security policy; the answer to a question on it.

    `page` takes milliseconds to a second and needs a thread of its own. `ask` returns a Reply as JSON, None where too
    much is asked, and raises `ValueError` for what is no question.
    """

    article: str
    policy: str
    page: Callable[[], str]
    ask: Callable[[str], Awaitable[Mapping[str, object] | None]]


Open = Callable[[str], Awaitable[Opened | None]]
"""Returns what a token opens, None for nothing; raises `OSError` where that can't be told now."""


class Pages:
    """Answers at `root`, the address that the port is reached at from outside."""

    def __init__(self, root: str, opening: Open, clock: Callable[[], float] = monotonic) -> None:
        parts = urlsplit(root)
        self.prefix = f"{parts.path.rstrip('/')}{BELOW}"
        """What the paths of pages begin with."""
        self._origin = f"{parts.scheme}://{parts.netloc}".lower()
        self._open = opening
        self._visits: LRUCache[str, Meter] = LRUCache(KNOWN)
        self._strays = Meter(STRAYS, clock)
        self._clock = clock
        self._making = asyncio.Semaphore(AT_ONCE)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer a request for a path that begins with the prefix."""
        if request.method not in {"GET", "HEAD", "POST"}:
            return _said("", HTTPStatus.METHOD_NOT_ALLOWED, Allow="GET, POST")
        token = request.path.removeprefix(self.prefix)
        if not TOKEN.fullmatch(token):
            return _nothing()
        meter = self._visits.get(token, self._strays)
        if not meter.take():
            return _said("", HTTPStatus.TOO_MANY_REQUESTS, **AGAIN)
        try:
            opened = await self._open(token)
        except OSError:
            return _said("", HTTPStatus.SERVICE_UNAVAILABLE, **{"Retry-After": "5"})
        if opened is None:
            self._visits.pop(token, None)
            return _nothing()
        self._visits.setdefault(token, Meter(VISITS, self._clock))
        return await self._asked(request, opened) if request.method == "POST" else await self._shown(opened)

    async def _shown(self, opened: Opened) -> web.Response:
        async with self._making:
            page = await asyncio.to_thread(opened.page)
        policy = f"{opened.policy}; frame-ancestors 'none'"
        return _said(page, HTTPStatus.OK, "text/html", **{"Content-Security-Policy": policy})

    async def _asked(self, request: web.Request, opened: Opened) -> web.Response:
        if not self._is_from_the_page(request):
            return _said("", HTTPStatus.FORBIDDEN)
        question = await _question(request, opened.article)
        if question is None:
            return _said("", HTTPStatus.BAD_REQUEST)
        try:
            reply = await opened.ask(question)
        except ValueError:
            return _said("", HTTPStatus.BAD_REQUEST)
        if reply is None:
            return _said("", HTTPStatus.TOO_MANY_REQUESTS, **AGAIN)
        return _said(json.dumps(reply), HTTPStatus.OK, "application/json")

    def _is_from_the_page(self, request: web.Request) -> bool:
        """Tell whether a request comes from a page of this server: a browser names the origin of whoever posts."""
        site = request.headers.get("Sec-Fetch-Site", "same-origin")
        return request.headers.get("Origin", "").lower() == self._origin and site == "same-origin"


class Meter:
    """Counts how much happens in a minute."""

    def __init__(self, most: int, clock: Callable[[], float]) -> None:
        self._most = most
        self._clock = clock
        self._began, self._taken = clock(), 0

    def take(self) -> bool:
        """Tell whether once more is not too much."""
        now = self._clock()
        if now - self._began >= MINUTE:
            self._began, self._taken = now, 0
        self._taken += 1
        return self._taken <= self._most


async def _question(request: web.Request, article: str) -> str | None:
    """Return the question that a request asks an article, None for what is none."""
    if request.content_type != "application/json" or (request.content_length or 0) > LARGEST:
        return None
    if "Content-Encoding" in request.headers:
        return None
    body = await request.content.read(LARGEST + 1)
    while len(body) <= LARGEST and (more := await request.content.read(LARGEST + 1)):
        body += more
    try:
        asked = json.loads(body) if len(body) <= LARGEST else None
    except (ValueError, RecursionError):
        return None
    match asked:
        case {"article": str(named), "question": str(question)} if named == article:
            return question
    return None


def _nothing() -> web.Response:
    return _said(NOTHING_HERE, HTTPStatus.NOT_FOUND, "text/html")


def _said(text: str, status: HTTPStatus, kind: str = "text/plain", **headers: str) -> web.Response:
    policy = {"Content-Security-Policy": CLOSED}
    return web.Response(
        text=text, status=status, content_type=kind, charset="utf-8", headers={**ALWAYS, **policy, **headers}
    )
