"""Calls of an OpenSearch server, or of several nodes of one: tried again for as long as there is hope.

Rule of this module: whatever goes wrong leaves as an `ArchiveError`, which holds no password, no question and no text
of the server's. A call may be made twice, so it is one that changes nothing the second time.
"""

import asyncio
import logging
import random
import ssl
import time
from collections.abc import Awaitable, Callable, Mapping
from types import SimpleNamespace
from typing import Any, TypeVar

import aiohttp
import certifi
from opensearchpy import (
    AIOHttpConnection,
    AsyncOpenSearch,
    ConnectionTimeout,
    NotFoundError,
    OpenSearchException,
    TransportError,
)
from opensearchpy import ConnectionError as NotConnectedError

from bot.errors import ArchiveError, ArchiveProblem
from bot.search.opensearch_address import Address

T = TypeVar("T")

for _logger in ("opensearch", "opensearchpy.trace"):
    logging.getLogger(_logger).setLevel(logging.CRITICAL + 1)  # it writes down requests, and stack traces

PATIENCE = 15.0
"""Seconds in which a call is tried again: a cluster that has lost a node needs up to 5 to choose another manager."""
TRY = 5.0
"""Seconds that a node has to answer a search before another one is asked."""
WRITE_TRY = 30.0
"""Seconds that a node has to take in a batch."""
SHORTEST, LONGEST = 0.05, 2.0
"""Seconds between two tries, at least and at most."""
CONNECTIONS = 32
"""Requests to a node at a time."""
_PASSING = frozenset({429, 500, 502, 503, 504})
"""What a server says that is busy, or whose cluster is putting itself in order."""
_REFUSED = {401: ArchiveProblem.REFUSED, 403: ArchiveProblem.FORBIDDEN}
_FULL = ("flood-stage", "read-only")
"""What a server whose disk is full says of an index."""
FORBIDDEN_KIND = "security_exception"
"""What a server calls its error where the user may not do something; it names the user, who may be called anything."""


class Node(AIOHttpConnection):
    """A connection to a node that remembers for how many seconds the node wants to be left alone."""

    rest: float = 0.0

    async def _create_aiohttp_session(self) -> None:
        self.loop = asyncio.get_running_loop()
        trace = aiohttp.TraceConfig()
        trace.on_request_end.append(self._ended)
        self.session = aiohttp.ClientSession(
            headers=self.headers,
            cookie_jar=aiohttp.DummyCookieJar(),
            connector=aiohttp.TCPConnector(limit=CONNECTIONS, ssl=self._ssl_context or True),
            trace_configs=[trace],
        )

    async def _ended(
        self, _session: aiohttp.ClientSession, _context: SimpleNamespace, ended: aiohttp.TraceRequestEndParams
    ) -> None:
        said = ended.response.headers.get("Retry-After", "")
        self.rest = float(said) if said.isdecimal() and ended.response.status in _PASSING else 0.0

    def _raise_warnings(self, warning_headers: Any) -> None:  # noqa: ANN401 - as it is there
        """Say nothing: a warning of the server's is for its administrator."""


class Calls:
    """Makes calls of whichever node answers; for one event loop."""

    def __init__(self, address: Address, ca_file: str = "", patience: float = PATIENCE) -> None:
        self.address = address
        self._patience = patience
        self._gone = False
        context = _trusting(address, ca_file)
        auth = (address.user, address.password) if address.user else None
        self._nodes = [_client(node, auth, context) for node in address.nodes]
        self._turn = random.randrange(len(self._nodes))  # noqa: S311 - which of them begins

    async def make(self, call: Callable[[AsyncOpenSearch], Awaitable[T]]) -> T:
        """Return what a call gives, of a node that answers; raises `ArchiveError`, and `NotFoundError` as it is.

        Where no node was to be had the last time, each is tried once.
        """
        end = time.monotonic() + (0 if self._gone else self._patience)
        tries, pause = 0, SHORTEST
        while True:
            client = self._nodes[self._turn % len(self._nodes)]
            try:
                found = await call(client)
            except NotFoundError:
                self._gone = False
                raise
            except OpenSearchException as error:
                tries += 1
                rest = self._judged(error, client)
                if time.monotonic() + rest > end and tries >= len(self._nodes):
                    self._gone = True
                    raise ArchiveError(_problem(error), str(self.address)) from None
                self._turn += 1
                await asyncio.sleep(max(rest, pause * random.uniform(0.5, 1.0)))  # noqa: S311 - no secret
                pause = min(2 * pause, LONGEST)
            else:
                self._gone = False
                return found

    async def close(self) -> None:
        """Let go of all connections."""
        for client in self._nodes:
            await client.close()

    def _judged(self, error: OpenSearchException, client: AsyncOpenSearch) -> float:
        """Return how many seconds a node wants to be left alone; raises `ArchiveError` for what no patience mends."""
        problem = _problem(error)
        if problem not in {ArchiveProblem.UNREACHABLE, ArchiveProblem.CROWDED}:
            raise ArchiveError(problem, str(self.address)) from None
        return float(client.transport.get_connection().rest) if problem is ArchiveProblem.CROWDED else 0.0


def _client(node: str, auth: tuple[str, str] | None, context: ssl.SSLContext | None) -> AsyncOpenSearch:
    return AsyncOpenSearch(
        hosts=[node],
        http_auth=auth,
        ssl_context=context,
        connection_class=Node,
        timeout=TRY,
        max_retries=0,
        http_compress=False,
    )


def _trusting(address: Address, ca_file: str) -> ssl.SSLContext | None:
    """Return whom to trust: the authority in a file alone, else those of the system; None without TLS."""
    if address.scheme != "https":
        return None
    try:
        context = ssl.create_default_context(cafile=ca_file or None)
    except (OSError, ssl.SSLError):
        raise ArchiveError(ArchiveProblem.CA_FILE, ca_file) from None
    if not context.get_ca_certs() and not ca_file:
        context.load_verify_locations(certifi.where())
    return context


def _problem(error: OpenSearchException) -> ArchiveProblem:
    """Return what an error of the client's means."""
    if isinstance(error, NotConnectedError):
        cause = error.info
        foreign = isinstance(cause, (aiohttp.ClientConnectorCertificateError, ssl.SSLCertVerificationError))
        return ArchiveProblem.CERTIFICATE if foreign else ArchiveProblem.UNREACHABLE
    if not isinstance(error, TransportError) or isinstance(error, ConnectionTimeout):
        return ArchiveProblem.UNREACHABLE  # what came back was cut off
    said = str(error.info)
    if FORBIDDEN_KIND not in said and any(word in said for word in _FULL):
        return ArchiveProblem.FULL
    if error.status_code in _REFUSED:
        return _REFUSED[int(error.status_code)]
    if error.status_code == 429:  # noqa: PLR2004 - too many requests
        return ArchiveProblem.CROWDED
    return ArchiveProblem.UNREACHABLE if error.status_code in _PASSING else ArchiveProblem.UNEXPECTED


def is_missing_index(error: NotFoundError) -> bool:
    """Tell whether an index is not there, and not just a document in it."""
    return isinstance(error.info, Mapping) and "error" in error.info
