"""A port of the bot's own: strangers who hold connections open or fill it keep nobody else out for long."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from bot.platforms import connections
from bot.platforms.connections import listening
from tests.telegram_chat import Log

ASKED = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
HALF = b"POST / HTTP/1.1\r\nHost: x\r\nX: "


async def _fine(_request: web.Request) -> web.Response:
    return web.Response(text="fine")


@asynccontextmanager
async def port(log: Log) -> AsyncIterator[int]:
    app = web.Application()
    app.router.add_get("/", _fine)
    async with listening(app, "127.0.0.1:0", log.write) as number:
        yield number


async def opened(number: int, said: bytes) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    reader, writer = await asyncio.open_connection("127.0.0.1", number)
    writer.write(said)
    await writer.drain()
    return reader, writer


async def answer(reader: asyncio.StreamReader) -> bytes:
    """Return the first line of an answer; empty where the connection is ended instead."""
    async with asyncio.timeout(60):
        try:
            return await reader.readline()
        except ConnectionError:
            return b""


@pytest.mark.parametrize("said", [b"", HALF, b"\r\n"])
async def test_who_does_not_say_what_he_wants_is_let_out(monkeypatch: pytest.MonkeyPatch, said: bytes) -> None:
    monkeypatch.setattr(connections, "OPENING", 0.1)
    async with port(Log()) as number:
        reader, writer = await opened(number, said)
        assert await answer(reader) == b""
        writer.close()


async def test_who_has_asked_is_not_let_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "OPENING", 0.1)
    async with port(Log()) as number:
        reader, writer = await opened(number, ASKED)
        assert b"200" in await reader.readuntil(b"fine")
        await asyncio.sleep(0.2)
        writer.write(ASKED)
        assert b"200" in await reader.readuntil(b"fine")
        writer.close()


async def test_a_kept_connection_with_half_a_request_is_let_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "IDLE", 0.1)
    async with port(Log()) as number:
        reader, writer = await opened(number, ASKED + HALF)
        await reader.readuntil(b"fine")
        assert await answer(reader) == b""
        writer.close()


async def test_more_connections_than_there_is_room_for_are_ended_until_others_leave(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connections, "CONNECTIONS", 3)
    log = Log()
    async with port(log) as number:
        held = [await opened(number, HALF) for _ in range(3)]
        await asyncio.sleep(0.05)
        reader, late = await opened(number, ASKED)
        assert await answer(reader) == b""
        assert log.events() == ["connections_full"]
        for _, writer in held:
            writer.close()
            await writer.wait_closed()
        late.close()
        said = b""
        async with asyncio.timeout(60):
            while b"200" not in said:  # until the server has seen them leave
                reader, writer = await opened(number, ASKED)
                said = await answer(reader)
                writer.close()


def test_connections_leave_descriptors_for_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resource.getrlimit", lambda _: (256, 256))
    assert connections._most() == 128
    monkeypatch.setattr("resource.getrlimit", lambda _: (1_000_000, 1_000_000))
    assert connections._most() == connections.CONNECTIONS
