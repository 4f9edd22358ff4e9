"""From a web address to a document.

Rule of this module: it goes where everybody can go and nowhere else, hop by hop; it has no memory, sends nothing but
what is written here, and waits for nobody longer than its limits say.
"""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import TypeVar

import aiohttp
import certifi
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot import formats
from bot.errors import ArticleError, ArticleProblem
from bot.fetch import robots
from bot.fetch.body import ENCODINGS, Body, BrokenBodyError, TooLongError
from bot.fetch.guard import PORTS, Guard, Network
from bot.formats import MAX_BYTES
from bot.model import Document
from bot.ports.feeds import Looked

T = TypeVar("T")

Fetch = Callable[[str], Awaitable[Document]]
"""Brings the document at a web address; raises `ArticleError` saying why not."""

AGENT = "article-bot"
HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": ", ".join(ENCODINGS),
}
"""All that a site is told."""

MAX_HOPS = 5
"""Redirects that are followed; a site's own are two or three (to https, to www, to the article's newest title)."""
MAX_LINE = 8_190
"""Bytes of a line of a server's headers, of which it may send `MAX_HEADERS`."""
MAX_HEADERS = 128
MAX_ADDRESS = 2_000
"""Characters of an address."""
PIECE = 65_536
"""Bytes that are taken from a connection at once."""

MAX_TOLD = 500
"""Characters of an ETag or a date that are kept and said back."""
FEEDS = "application/rss+xml,application/atom+xml,application/xml;q=0.9,text/xml;q=0.9,text/html;q=0.8,*/*;q=0.5"
"""What a feed may be served as, and a page that names one."""

_SAME = 304
_BUSY = {429, 503}
_MOVED = {301, 302, 303, 307, 308}
_GONE = {404, 410}
_FAULTY = range(500, 600)
_FINE = range(200, 300)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long is waited, in seconds: for a whole document, and for a connection."""

    whole: float = 20.0
    connect: float = 5.0


@dataclass(frozen=True, slots=True)
class WebFetcher:
    """Fetches one page at a time for somebody who has named it.

    What is in the `private` networks may be fetched as well, from any port; `names` looks up names instead of the
    system.
    """

    private: tuple[Network, ...] = ()
    respects_robots: bool = False
    limits: Limits = field(default_factory=Limits)
    names: AbstractResolver | None = None

    async def fetch(self, url: str) -> Document:
        """Return the document at an address, under the address where it was found; raises `ArticleError`."""
        return await self._fetch(url, lambda visit: visit.document())

    async def look(self, url: str, etag: str = "", modified: str = "") -> Looked:
        """Return what stands at an address now, or that it is what it was; raises `ArticleError`.

        `etag` and `modified` are what the last answer said of itself.
        """
        asked = {"If-None-Match": etag, "If-Modified-Since": modified}
        return await self._fetch(url, lambda visit: visit.looked({name: one for name, one in asked.items() if one}))

    async def _fetch(self, url: str, work: "Callable[[_Visit], Awaitable[T]]") -> T:
        try:
            async with asyncio.timeout(self.limits.whole):
                trusted = await asyncio.to_thread(_trusted)
                return await self._visited(url, trusted, work)
        except TimeoutError:
            raise ArticleError(ArticleProblem.TIMEOUT, url) from None

    async def _visited(self, url: str, trusted: ssl.SSLContext, work: "Callable[[_Visit], Awaitable[T]]") -> T:
        guard = Guard(self.private, self.names)
        async with self._session(guard, trusted) as session:
            visit = _Visit(session, guard, url, self.respects_robots)
            try:
                return await work(visit)
            except TimeoutError:
                raise
            except ValueError:  # also aiohttp's own for an address that is none
                raise ArticleError(ArticleProblem.ADDRESS, url) from None
            except (aiohttp.ClientError, OSError):
                raise ArticleError(guard.refusal or ArticleProblem.UNREACHABLE, url) from None

    def _session(self, guard: Guard, trusted: ssl.SSLContext) -> aiohttp.ClientSession:
        """Return a session of this one visit: no proxy and no password from the environment, no cookies, no pool."""
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                socket_factory=guard.socket, resolver=guard, use_dns_cache=False, force_close=True, ssl=trusted
            ),
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=self.limits.connect),
            headers=HEADERS,
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            auto_decompress=False,
            max_line_size=MAX_LINE,
            max_field_size=MAX_LINE,
            max_headers=MAX_HEADERS,
        )


@dataclass(frozen=True, slots=True)
class _Visit:
    """The way from the address that was asked for (`origin`) to a document."""

    session: aiohttp.ClientSession
    guard: Guard
    origin: str
    respects_robots: bool

    async def document(self) -> Document:
        """Return what stands at the end of the way; raises `ArticleError`, and what aiohttp does."""
        async with self._answer(URL(self.origin.strip()), asks=self.respects_robots) as answer:
            self._judge(answer.status)
            declared = answer.headers.get("Content-Type", "")
            if not formats.is_readable(declared):
                raise self._error(ArticleProblem.FORMAT)
            content = await self._content(answer)
            name = _file_name(answer.headers.get("Content-Disposition", "")) or answer.url.path
            found = str(answer.url.with_fragment(None))
        return Document(content, formats.fetched_type(declared, name, content), found)

    async def looked(self, conditions: Mapping[str, str]) -> Looked:
        """Return what stands at the end of the way, whatever type it is; raises as `document` does."""
        asked = {"Accept": FEEDS, **conditions}
        async with self._answer(URL(self.origin.strip()), asks=self.respects_robots, headers=asked) as answer:
            told = answer.headers
            etag, modified = told.get("ETag", "")[:MAX_TOLD], told.get("Last-Modified", "")[:MAX_TOLD]
            if answer.status in _BUSY:
                return Looked(None, wait=_seconds(told.get("Retry-After", "")), busy=True)
            wait = _fresh(told.get("Cache-Control", ""))
            if answer.status == _SAME:
                return Looked(None, etag=etag, modified=modified, wait=wait)
            self._judge(answer.status)
            content = await self._content(answer)
            return Looked(content, str(answer.url.with_fragment(None)), etag, modified, wait)

    @asynccontextmanager
    async def _answer(
        self, place: URL, *, asks: bool, headers: Mapping[str, str] | None = None
    ) -> AsyncIterator[aiohttp.ClientResponse]:
        """Yield the answer at the end of the redirects; where this `asks`, each site's robots.txt is read first."""
        for _ in range(MAX_HOPS + 1):
            self._check(place)
            if asks and not await self._is_welcome(place):
                raise self._error(ArticleProblem.ROBOTS)
            async with self.session.get(place, allow_redirects=False, headers=headers) as answer:
                if answer.status not in _MOVED or "Location" not in answer.headers:
                    yield answer
                    return
                place = place.join(URL(answer.headers["Location"].strip()))
        raise self._error(ArticleProblem.REDIRECTS)

    def _check(self, place: URL) -> None:
        """Raise `ArticleError` for an address that is never opened, wherever its name may lead."""
        named = place.scheme in {"http", "https"} and place.host and not place.user and not place.password
        if not named or len(str(place)) > MAX_ADDRESS or not (place.port in PORTS or self.guard.private):
            raise self._error(ArticleProblem.ADDRESS)

    async def _is_welcome(self, place: URL) -> bool:
        """Tell whether a site lets bots read a page: without rules it does, out of order it does not."""
        async with self._answer(place.origin() / "robots.txt", asks=False) as answer:
            if answer.status not in _FINE:
                return answer.status not in _FAULTY
            rules = await self._content(answer)
        return robots.allows(rules, str(place), AGENT)

    async def _content(self, answer: aiohttp.ClientResponse) -> bytes:
        if (answer.content_length or 0) > MAX_BYTES:
            raise self._error(ArticleProblem.TOO_LARGE)
        try:
            body = Body(answer.headers.get("Content-Encoding", ""), MAX_BYTES)
            async for piece in answer.content.iter_chunked(PIECE):
                body.add(piece)
            return body.end()
        except TooLongError:
            raise self._error(ArticleProblem.TOO_LARGE) from None
        except BrokenBodyError:
            raise self._error(ArticleProblem.FORMAT) from None

    def _judge(self, status: int) -> None:
        """Raise `ArticleError` for a page that the site does not give."""
        if status in _GONE:
            raise self._error(ArticleProblem.GONE)
        if status in _FAULTY:
            raise self._error(ArticleProblem.SERVER_ERROR)
        if status not in _FINE:
            raise self._error(ArticleProblem.REFUSED)

    def _error(self, problem: ArticleProblem) -> ArticleError:
        return ArticleError(problem, self.origin)


def _seconds(told: str) -> float:
    """Return how long a server wants to be left alone: a number of seconds, or a date (RFC 9110, 10.2.3)."""
    if told.strip().isdecimal():
        return float(told.strip()[:9])
    try:
        until = parsedate_to_datetime(told)
    except (ValueError, TypeError, IndexError):
        return 0.0
    return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - datetime.now(UTC)).total_seconds())


def _fresh(told: str) -> float:
    """Return for how many seconds an answer holds, as Cache-Control says it; 0 where it does not."""
    parts = [part.strip().lower() for part in told.split(",")]
    ages = [part.partition("=")[2].strip('"') for part in parts if part.startswith("max-age=")]
    return float(ages[0][:9]) if ages and ages[0].isdecimal() and "no-cache" not in parts else 0.0


def _file_name(disposition: str) -> str:
    """Return the name that a server gives to a file (RFC 6266); "" where it gives none."""
    told = Message()
    told["Content-Disposition"] = " ".join(disposition.split())
    return told.get_filename("")


def _trusted() -> ssl.SSLContext:
    """Return whom the system trusts, and where Python finds nobody (as installed from python.org on macOS), certifi."""
    context = ssl.create_default_context()
    places = ssl.get_default_verify_paths()
    if not (places.cafile or places.capath):
        context.load_verify_locations(certifi.where())
    return context
