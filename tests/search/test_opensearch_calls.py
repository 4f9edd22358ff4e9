"""How an OpenSearch server is called: what is tried again, for how long, and what is told of what is wrong."""

import asyncio
import logging
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from opensearchpy import NotFoundError

from bot.errors import ArchiveError, ArchiveProblem
from bot.ports.archive import Entry
from bot.ports.articles import EVERYBODY
from bot.search.archive_opensearch import OpenSearchArchive
from bot.search.opensearch_address import address_in
from bot.search.opensearch_bulk import Bulk
from bot.search.opensearch_calls import Calls
from tests.servers.guarded import PASSWORD, QUOTED, USER, authority, guarded
from tests.servers.process import free_port

INFO = {"version": {"number": "2.19.6", "distribution": "opensearch"}}
Answer = Callable[[web.Request], web.Response]


@asynccontextmanager
async def answering(*answers: Answer) -> AsyncIterator[tuple[TestServer, list[float]]]:
    """Serve these answers one after the other, the last one again and again; yield it and when it was asked."""
    asked: list[float] = []

    async def answer(request: web.Request) -> web.Response:
        await request.read()
        asked.append(time.monotonic())
        return answers[min(len(asked), len(answers)) - 1](request)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    async with TestServer(app, host="127.0.0.1") as server:
        yield server, asked


def says(status: int, body: object = None, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: web.json_response({} if body is None else body, status=status, headers=named)


@asynccontextmanager
async def calls(place: TestServer | str, patience: float = 20.0) -> AsyncIterator[Calls]:
    address = place if isinstance(place, str) else f"http://{USER}:{QUOTED}@127.0.0.1:{place.port}/a"
    made = Calls(address_in(address), patience=patience)
    try:
        yield made
    finally:
        await made.close()


async def refused(made: Calls) -> ArchiveProblem:
    with pytest.raises(ArchiveError) as caught:
        await made.make(lambda c: c.info())
    assert PASSWORD not in str(caught.value)
    assert "zebra" not in caught.value.path
    return caught.value.reason


async def test_a_server_that_is_busy_is_asked_again_when_it_wants() -> None:
    async with (
        answering(says(429, Retry_After="1"), says(503), says(200, INFO)) as (server, asked),
        calls(server) as made,
    ):
        assert await made.make(lambda c: c.info()) == INFO
    assert len(asked) == 3
    assert asked[1] - asked[0] >= 1


@pytest.mark.parametrize(
    ("status", "body", "problem"),
    [
        (401, {}, ArchiveProblem.REFUSED),
        (403, {"error": {"type": "security_exception"}}, ArchiveProblem.FORBIDDEN),
        (403, {"error": {"type": "security_exception", "reason": "User [name=read-only]"}}, ArchiveProblem.FORBIDDEN),
        (403, {"error": {"reason": "blocked by: [FORBIDDEN/12/index read-only]"}}, ArchiveProblem.FULL),
        (429, {"error": {"reason": "disk usage exceeded flood-stage watermark"}}, ArchiveProblem.FULL),
        (400, {"error": {"type": "parsing_exception"}}, ArchiveProblem.UNEXPECTED),
    ],
)
async def test_what_no_patience_mends_is_said_at_once(status: int, body: object, problem: ArchiveProblem) -> None:
    async with answering(says(status, body)) as (server, asked), calls(server) as made:
        assert await refused(made) is problem
    assert len(asked) == 1


async def test_where_nobody_answers_patience_ends_and_the_next_call_does_not_wait_again() -> None:
    port = free_port()
    async with calls(f"http://{USER}:{QUOTED}@127.0.0.1:{port}/a", patience=1.0) as made:
        began = time.monotonic()
        assert await refused(made) is ArchiveProblem.UNREACHABLE
        waited = time.monotonic() - began
        assert waited > 0.4
        began = time.monotonic()
        assert await refused(made) is ArchiveProblem.UNREACHABLE
        assert time.monotonic() - began < waited


async def test_a_server_that_stays_busy_is_said_to_be_so() -> None:
    async with answering(says(429)) as (server, _), calls(server, patience=0.3) as made:
        assert await refused(made) is ArchiveProblem.CROWDED


async def test_another_node_answers_where_one_does_not() -> None:
    async with answering(says(200, INFO)) as (server, _):
        for _ in range(5):  # whichever is asked first
            async with calls(f"http://127.0.0.1:{free_port()},127.0.0.1:{server.port}/a") as made:
                assert await made.make(lambda c: c.info()) == INFO


async def test_what_is_not_there_is_no_trouble_of_the_servers() -> None:
    async with answering(says(404, {"found": False, "_index": "a"})) as (server, asked), calls(server) as made:
        with pytest.raises(NotFoundError):
            await made.make(lambda c: c.get(index="a", id="1"))
    assert len(asked) == 1


async def test_of_a_batch_only_what_was_not_taken_in_is_sent_again() -> None:
    sent: list[int] = []

    def answer(request: web.Request) -> web.Response:
        lines = request["body"].count('"delete"')
        sent.append(lines)
        first = [{"delete": {"status": 200}}] + [{"delete": {"status": 429, "error": {}}}] * (lines - 1)
        return web.json_response({"errors": lines > 1, "items": first})

    async def read(request: web.Request) -> web.Response:
        request["body"] = (await request.read()).decode()
        return answer(request)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", read)
    async with TestServer(app, host="127.0.0.1") as server, calls(server) as made:
        bulk = Bulk(made)
        await bulk._sent("a", [({"delete": {"_id": str(n)}}, None) for n in range(3)])
    assert sent == [3, 2, 1]


async def test_a_document_of_several_that_may_not_be_read_is_said_at_once() -> None:
    error = {"type": "security_exception", "reason": "no permissions for [indices:data/read/mget[shard]]"}
    answer = says(200, {"docs": [{"_id": "h-a", "error": error}]})
    async with answering(answer) as (server, asked), calls(server) as made:
        with pytest.raises(ArchiveError) as caught:
            await Bulk(made).write("a", [Entry("a", (EVERYBODY,))], 1)
    assert caught.value.reason is ArchiveProblem.FORBIDDEN
    assert len(asked) == 1


async def test_something_else_at_the_address_is_named() -> None:
    async with answering(says(200, {"version": {"number": "8.1", "distribution": "other"}, "status": "green"})) as (
        server,
        _,
    ):
        index = OpenSearchArchive(f"http://127.0.0.1:{server.port}/a")
        with pytest.raises(ArchiveError) as caught:
            await index.about()
        await index.close()
    assert caught.value.reason is ArchiveProblem.UNEXPECTED


async def test_what_goes_wrong_is_written_nowhere(caplog: pytest.LogCaptureFixture) -> None:
    noted = {"position": 1, "complete": True, "touched": int(time.time())}
    state = says(200, {"_index": "a.1", "_seq_no": 0, "_primary_term": 1, "_source": noted})
    refresh = says(200, {"_shards": {"failed": 0}})
    with caplog.at_level(logging.DEBUG):
        async with answering(state, state, refresh, says(400)) as (server, asked):
            index = OpenSearchArchive(f"http://{USER}:{QUOTED}@127.0.0.1:{server.port}/a")
            assert await index.open("1") == 1
            with pytest.raises(ArchiveError) as caught:
                await index.search(("",), {"de:zebra": 1.0}, 5)
            await index.close()
    assert len(asked) == 4
    assert "zebra" not in str(caught.value) + repr(caught.value.__cause__)
    assert not [record for record in caplog.records if record.name.startswith("opensearch")]


async def test_an_authority_of_ones_own_vouches_for_a_server_and_nobody_else_does(tmp_path: Path) -> None:
    ca, context = authority(tmp_path)
    async with answering(says(200, INFO)) as (server, _), guarded(f"http://127.0.0.1:{server.port}", context) as port:
        address = f"https://{USER}:{QUOTED}@127.0.0.1:{port}/a"
        trusting = Calls(address_in(address), str(ca))
        assert await trusting.make(lambda c: c.info()) == INFO
        stranger = Calls(address_in(address.replace(USER, "eve")), str(ca))
        assert await refused(stranger) is ArchiveProblem.REFUSED
        distrusting = Calls(address_in(address))
        assert await refused(distrusting) is ArchiveProblem.CERTIFICATE
        for made in (trusting, stranger, distrusting):
            await made.close()
        await asyncio.sleep(0.1)  # for connections that end with TLS


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_a_file_that_is_no_certificate_is_named(content: str | None, tmp_path: Path) -> None:
    file = tmp_path / "ca.pem"
    if content:
        file.write_text(content, "utf-8")
    with pytest.raises(ArchiveError) as caught:
        Calls(address_in("https://host/a"), str(file))
    assert (caught.value.reason, caught.value.path) == (ArchiveProblem.CA_FILE, str(file))


def test_an_address_is_shown_without_who_asks_there() -> None:
    address = address_in(f"https://{USER}:{QUOTED}@one,two:9300,[::1]:9201/archive")
    assert str(address) == repr(address) == "https://one:9200,two:9300,[::1]:9201/archive"
    assert (address.user, address.password, address.name) == (USER, PASSWORD, "archive")
    assert address.nodes == ("https://one:9200", "https://two:9300", "https://[::1]:9201")


def test_what_the_lock_leaves_out_is_not_needed() -> None:
    code = "import sys\nfor name in ('grpc', 'google.protobuf', 'opensearch'): sys.modules[name] = None\n"
    code += "import bot.search.archive_opensearch"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
