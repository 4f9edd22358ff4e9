"""A web server that belongs to nobody: it writes down who comes, and with what.

Rule of this module: it serves whatever it is asked for, so that only whoever asks can be at fault.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web


@dataclass
class Elsewhere:
    """Where it is, and the headers and addresses of all requests, each as one text."""

    base: str = ""
    visits: list[str] = field(default_factory=list)


@asynccontextmanager
async def elsewhere() -> AsyncIterator[Elsewhere]:
    """Yield a server that listens on a free port of 127.0.0.1."""
    host = Elsewhere()

    async def visited(request: web.Request) -> web.Response:
        host.visits.append(f"{request.path_qs} {dict(request.headers)}")
        return web.Response(text="not what was asked for")

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", visited)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield host
    finally:
        await runner.cleanup()
