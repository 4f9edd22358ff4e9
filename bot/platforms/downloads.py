"""Files that a chat platform hands over by HTTP.

Rule of this module: a body is read as it travels, in pieces and never beyond its bound; no redirect is followed, since
a token belongs to one address alone; and no error holds an address.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

import aiohttp

from bot.transport import DeliveryError, FileGoneError, FileTooLargeError, OutcomeUnknownError, RetryAfterError

PATIENCE = 30.0
"""Seconds that a whole file may take, with every try at it."""
WAITS = (0.5, 2.0)
"""Seconds before the second and the third try: a file is fetched as often as it takes, and nothing comes of it."""
LONGEST_WAIT = 5.0
"""Seconds of patience that a platform may ask for within a download."""
CONNECT = 5.0
"""Seconds to get a connection."""
PIECE = 2**16
"""Bytes that are read at once."""
PAUSE = 3.0
"""Seconds to wait where patience is asked for and nobody says how long."""
LONGEST_PAUSE = 600.0
"""Seconds; a figure beyond that is a slip."""
OK, TOO_MANY, FAILED = 200, 429, 500


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; a body is read where the status is `OK`."""

    status: int
    headers: Mapping[str, str]
    body: bytes


async def patiently(attempt: Callable[[], Awaitable[bytes]]) -> bytes:
    """Return what an attempt at a file brings; one that may go well the next time is made again.

    Raises what the last one raised, and `OutcomeUnknownError` after `PATIENCE`.
    """
    try:
        async with asyncio.timeout(PATIENCE):
            return await _again_and_again(attempt)
    except TimeoutError:
        pass
    raise OutcomeUnknownError


async def _again_and_again(attempt: Callable[[], Awaitable[bytes]]) -> bytes:
    for pause in WAITS:
        wait = pause
        try:
            return await attempt()
        except OutcomeUnknownError:
            pass
        except RetryAfterError as error:
            if error.seconds > LONGEST_WAIT:
                raise
            wait = error.seconds
        await asyncio.sleep(wait)
    return await attempt()


async def fetched(
    session: aiohttp.ClientSession, url: str, most: int, headers: Mapping[str, str] | None = None
) -> Answer:
    """Return the answer to one GET; raises `FileTooLargeError` beyond `most` bytes, and `OutcomeUnknownError`.

    How long that may take is the business of `patiently`.
    """
    try:
        async with session.get(
            url,
            headers={"Accept-Encoding": "identity", **(headers or {})},
            timeout=aiohttp.ClientTimeout(total=None, connect=CONNECT),
            allow_redirects=False,
            auto_decompress=False,
        ) as answer:
            body = await _bounded(answer, most) if answer.status == OK else b""
            return Answer(answer.status, answer.headers, body)
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
        pass
    raise OutcomeUnknownError  # out here, so that it does not drag along the error that knows the address


async def _bounded(answer: aiohttp.ClientResponse, most: int) -> bytes:
    if (answer.content_length or 0) > most:
        raise FileTooLargeError
    if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise FileGoneError  # nobody asked for that, and what it would become has no bound
    found = bytearray()
    async for piece in answer.content.iter_chunked(PIECE):
        found += piece
        if len(found) > most:
            raise FileTooLargeError
    return bytes(found)


def refused(answer: Answer) -> DeliveryError:
    """Return what a status that is not `OK` means for a file."""
    if answer.status == TOO_MANY:
        return RetryAfterError(_pause(answer.headers.get("Retry-After", "")))
    return OutcomeUnknownError() if answer.status >= FAILED else FileGoneError()


def _pause(given: str) -> float:
    try:
        return min(max(float(given), 0.1), LONGEST_PAUSE)
    except ValueError:
        return PAUSE
