"""How a server hands a file over: well, or in one of the ways in which that goes wrong.

Rule of this module: it knows HTTP and no platform.
"""

import asyncio
import gzip
from contextlib import suppress
from enum import StrEnum

from aiohttp import web


class Handing(StrEnum):
    """How a file is handed over."""

    WELL = "well"
    CUT = "cut"
    """It says how long it is, and the connection dies in the middle."""
    SHORT = "short"
    """It does not say how long it is, and ends in the middle as if that were all."""
    DRIP = "drip"
    """A byte now and then, for ever."""
    ENDLESS = "endless"
    """As fast as can be, for ever; it does not say how long it is."""
    PACKED = "packed"
    """Compressed, though nobody asked for that."""


async def handed(
    request: web.Request, content: bytes, how: Handing, kind: str = "application/octet-stream", **headers: str
) -> web.StreamResponse:
    """Answer a request with a file."""
    head = {"Content-Type": kind, **headers}
    if how is Handing.WELL:
        return web.Response(body=content, headers=head)
    if how is Handing.PACKED:
        return web.Response(body=gzip.compress(content), headers=head | {"Content-Encoding": "gzip"})
    answer = web.StreamResponse(headers=head)
    if how is Handing.CUT:
        answer.content_length = len(content)
    await answer.prepare(request)
    with suppress(ConnectionError):
        await _body(request, answer, content, how)
    return answer


async def _body(request: web.Request, answer: web.StreamResponse, content: bytes, how: Handing) -> None:
    half = content[: len(content) // 2]
    if how in {Handing.CUT, Handing.SHORT}:
        await answer.write(half)
    if how is Handing.CUT and request.transport:
        request.transport.close()
    while how in {Handing.DRIP, Handing.ENDLESS}:
        await answer.write(b"x" if how is Handing.DRIP else b"x" * 2**16)
        await asyncio.sleep(0.05 if how is Handing.DRIP else 0)
