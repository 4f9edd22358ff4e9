"""A web site on this machine: it serves what a test gives it, counts who came, and can misbehave."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import ThreadedResolver, web
from aiohttp.abc import AbstractResolver, ResolveResult

Page = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Site:
    """What a site has, by path, and the requests that it got."""

    pages: dict[str, Page] = field(default_factory=dict)
    seen: list[web.Request] = field(default_factory=list)
    root: str = ""
    port: int = 0

    @property
    def paths(self) -> list[str]:
        """Return the paths that were asked for, in order."""
        return [request.path for request in self.seen]

    def put(self, path: str, body: bytes | str, status: int = 200, **headers: str) -> str:
        """Serve a body under a path, with headers whose names have _ for -; return its address."""
        content = body.encode() if isinstance(body, str) else body
        given = {name.replace("_", "-"): value for name, value in headers.items()}

        async def page(_request: web.Request) -> web.Response:
            return web.Response(body=content, status=status, headers=given)

        self.pages[path] = page
        return self.root + path

    def move(self, path: str, to: str, status: int = 302) -> str:
        """Redirect a path; return its address."""
        return self.put(path, b"", status, Location=to)

    def stream(self, path: str, piece: bytes, every: float = 0.0, **headers: str) -> str:
        """Serve a body without an end, a piece at a time; return its address."""

        async def page(request: web.Request) -> web.StreamResponse:
            answer = web.StreamResponse(headers={name.replace("_", "-"): value for name, value in headers.items()})
            await answer.prepare(request)
            while True:
                await answer.write(piece)
                await asyncio.sleep(every)

        self.pages[path] = page
        return self.root + path


class Names(AbstractResolver):
    """A name server in somebody's hands: each name has answers, given one after the other."""

    def __init__(self, **answers: list[list[str]]) -> None:
        self.answers = {f"{name}.test": list(given) for name, given in answers.items()}

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        if host not in self.answers:
            return await ThreadedResolver().resolve(host, port, family)
        found = self.answers[host].pop(0)
        kinds = [socket.AF_INET6 if ":" in address else socket.AF_INET for address in found]
        return [
            ResolveResult(hostname=host, host=address, port=port, family=kind, proto=0, flags=socket.AI_NUMERICHOST)
            for address, kind in zip(found, kinds, strict=True)
        ]

    async def close(self) -> None:
        """Nothing is open."""


@asynccontextmanager
async def open_site(host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[Site]:
    """Run a site; it is gone at the end, with whoever is still waiting for it."""
    site = Site()

    async def answer(request: web.Request) -> web.StreamResponse:
        site.seen.append(request)
        page = site.pages.get(request.path)
        return await page(request) if page else web.Response(status=404)

    runner = web.ServerRunner(web.Server(answer, access_log=None), shutdown_timeout=0.1)
    await runner.setup()
    listener = web.TCPSite(runner, host, port)
    await listener.start()
    site.port = runner.addresses[0][1]
    site.root = f"http://{host}:{site.port}"
    try:
        yield site
    finally:
        await runner.cleanup()
