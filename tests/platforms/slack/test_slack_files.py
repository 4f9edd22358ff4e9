"""Files that people share in Slack, fetched through the real platform from a Slack server on loopback."""

import asyncio
import json
import logging
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import StringIO
from pathlib import Path

import pytest

from bot.chat import Attachment, Incoming, Kind, Reply, Said
from bot.platforms import downloads
from bot.platforms.slack import Options, Slack, connect
from bot.platforms.slack.brought import Spot
from bot.platforms.slack.files import HOSTS
from bot.transport import (
    AccessRevokedError,
    DeliveryError,
    FileGoneError,
    FileTooLargeError,
    OutcomeUnknownError,
    RetryAfterError,
)
from tests.servers.elsewhere import elsewhere
from tests.servers.handing import Handing
from tests.servers.slack_api import SECRET, TOKEN, Fault, SlackServer, visible
from tests.servers.slack_files import Kept, Login
from tests.servers.slack_payloads import TEAM, Payload
from tests.slack_chat import HTTP, WAYS, Log, keeping, options, talking

STORY = "Die Fähre fährt wieder. „Wir sind froh“, sagte die Kapitänin.\n".encode() * 20
MOST = 1_000_000


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "WAITS", (0.01, 0.01))


@asynccontextmanager
async def connected() -> AsyncIterator[tuple[SlackServer, Slack]]:
    async with (
        SlackServer().running() as server,
        keeping(":memory:") as keep,
        connect(options(server, HTTP), Log().write, keep) as slack,
    ):
        yield server, slack


def shared(
    server: SlackServer, name: str = "Fähre.txt", kind: str = "text/plain", content: bytes = STORY, **more: object
) -> Kept:
    return server.files.keep(server.payloads.file(name, kind, len(content), **more), content)


async def attachment(slack: Slack, payload: Payload) -> Attachment:
    envelope = await slack.parse(json.dumps(payload).encode())
    assert envelope is not None
    [file] = envelope.incoming.files
    return file


async def read(server: SlackServer, slack: Slack, kept: Kept) -> Attachment:
    return await attachment(slack, server.payloads.shared("", kept.told))


def at(url: str) -> Attachment:
    return Attachment("x.txt", "text/plain", 0, Spot(TEAM, "", "F1", url).packed())


@pytest.mark.parametrize("way", WAYS)
async def test_a_file_that_somebody_shares_is_read_and_its_content_fetched(way: str) -> None:
    got: list[Incoming] = []

    async def handle(incoming: Incoming) -> Reply:
        got.append(incoming)
        return Reply((Said("Read."),), "en")

    async with talking(handle, way) as talk:
        kept = shared(talk.server)
        assert await talk.say(talk.server.payloads.shared("Wer ist froh?", kept.told))
        await talk.seen("Read.")
        [incoming] = got
        assert (incoming.kind, incoming.text) == (Kind.FILE, "Wer ist froh?")
        assert await talk.slack.download(incoming.files[0], MOST) == STORY


async def test_the_shortcut_that_opens_a_message_is_answered_in_a_modal() -> None:
    got: list[Incoming] = []

    async def handle(incoming: Incoming) -> Reply:
        got.append(incoming)
        return Reply((Said("42 sentences."),), "en")

    async with talking(handle) as talk:
        kept = shared(talk.server)
        assert await talk.say(talk.server.payloads.shortcut("open_article", "", files=[kept.told]))
        await talk.seen("42 sentences.")
        [view] = talk.server.views.values()
        assert "Fähre.txt" in visible(view)
        assert await talk.slack.download(got[0].files[0], MOST) == STORY
        assert talk.server.messages == {}


@pytest.mark.parametrize(
    ("name", "kind", "more"),
    [
        ("Fähre.pdf", "application/pdf", {}),
        ("-.txt", "text/plain", {"mode": "snippet"}),
        ("Die_Fähre", "application/vnd.slack-docs", {"mode": "quip"}),
        ("Die_Fähre", "application/vnd.slack-docs", {"mode": "post"}),
        ("Fähre.html", "text/html", {}),
    ],
)
async def test_files_snippets_posts_and_pages_are_fetched(name: str, kind: str, more: dict[str, str]) -> None:
    async with connected() as (server, slack):
        kept = shared(server, name, kind, b"<html><p>Die Ernte war gut.</p></html>", **more)
        assert await slack.download(await read(server, slack, kept), MOST) == kept.content


async def test_a_file_of_which_slack_tells_the_id_alone_is_looked_up() -> None:
    async with connected() as (server, slack):
        kept = shared(server)
        stub = await attachment(slack, server.payloads.shared("", server.payloads.stub(kept.told)))
        assert await slack.download(stub, MOST) == STORY
        assert server.counts["files.info"] == 1
        with pytest.raises(FileTooLargeError):
            await slack.download(stub, 10)
        assert len(server.files.asked) == 1
        for error in ("file_not_found", "file_deleted", "access_denied", "missing_scope", "channel_not_found"):
            server.faults.append(Fault("files.info", error=error))
            with pytest.raises(FileGoneError):
                await slack.download(stub, MOST)
        kept.told |= {"url_private": "", "url_private_download": ""}
        with pytest.raises(FileGoneError):
            await slack.download(stub, MOST)


async def test_a_file_is_fetched_up_to_the_last_byte_that_is_allowed() -> None:
    async with connected() as (server, slack):
        kept = shared(server)
        untold = await read(server, slack, Kept({**kept.told, "size": 0}, b""))
        assert await slack.download(untold, len(STORY)) == STORY
        with pytest.raises(FileTooLargeError):
            await slack.download(untold, len(STORY) - 1)
        before = len(server.files.asked)
        with pytest.raises(FileTooLargeError):
            await slack.download(await read(server, slack, kept), len(STORY) - 1)
        assert len(server.files.asked) == before


@pytest.mark.parametrize("login", list(Login))
async def test_a_page_to_log_in_is_no_file(login: Login) -> None:
    async with connected() as (server, slack):
        server.files.readable, server.files.login = False, login
        for name, kind in (
            ("a.txt", "text/plain"),
            ("a.html", "text/html"),
            ("Die_Fähre", "application/vnd.slack-docs"),
        ):
            kept = shared(server, name, kind)
            with pytest.raises(FileGoneError):
                await slack.download(await read(server, slack, kept), MOST)
        assert server.counts["login"] == 0


async def test_a_page_in_the_place_of_a_text_is_no_file() -> None:
    async with connected() as (server, slack):
        kept = shared(server, "a.txt", "text/html", b"<html>The proxy is not well.</html>")
        told = {**kept.told, "mimetype": "text/plain"}
        with pytest.raises(FileGoneError):
            await slack.download(await attachment(slack, server.payloads.shared("", told)), MOST)


async def test_a_saved_page_of_slack_itself_is_a_file_where_it_is_handed_over_as_one() -> None:
    async with connected() as (server, slack):
        kept = shared(server, "a.html", "text/html", b"<link href='https://a.slack-edge.com/x.css'><p>Ernte.</p>")
        kept.headers = {"Content-Disposition": "attachment"}
        assert await slack.download(await read(server, slack, kept), MOST) == kept.content


async def test_the_token_goes_to_slacks_own_hosts_alone() -> None:
    async with connected() as (server, slack), elsewhere() as other:
        port = other.base.rpartition(":")[2]
        own = server.base.removeprefix("http://")
        for url in (
            f"{other.base}/x",
            f"http://{own}@127.0.0.1:{port}/x",
            f"{server.base}@127.0.0.1:{port}/x",
            f"{server.base}\\@127.0.0.1:{port}/x",
            f"{server.base}1/x",
            f"{server.base}",
            f"https://files.slack.com@127.0.0.1:{port}/x",
            f"https://files.slack.com:{port}/x",
            "https://files.slack.com.evil.example/x",
            "https://slack.com.evil.example/x",
            "https://evilslack.com/x",
            "https://evil.example/slack.com/x",
            "https://evil.example#.slack.com/x",
            "https://evil.example?.slack.com/x",
            "https://evil.example\\.slack.com/x",
            "https://evil.example/\n.slack.com/x",
            "http://files.slack.com/x",
            "https://files.slack.com/x\ny",
            "//files.slack.com/x",
            "file:///etc/passwd",
            "",
        ):
            with pytest.raises(FileGoneError):
                await slack.download(at(url), MOST)
    assert other.visits == []


@pytest.mark.parametrize(
    "url",
    [
        "https://files.slack.com/files-pri/T1-F1/download/a%20b.txt?x=1",
        "https://example.enterprise.slack.com/files/U1/F1/a.txt",
        "https://FILES.slack.com/files-pri/T1-F1/a.txt",
        "https://files.slack-gov.com/files-pri/T1-F1/a.txt",
    ],
)
def test_slacks_own_hosts_are_known(url: str) -> None:
    assert HOSTS.fullmatch(url)


async def test_no_redirect_is_followed_so_that_no_other_host_sees_the_token() -> None:
    async with connected() as (server, slack), elsewhere() as other:
        kept = shared(server)
        kept.headers = {"Location": f"{other.base}/x"}
        for kept.status in (301, 302, 303, 307, 308):
            with pytest.raises(FileGoneError):
                await slack.download(await read(server, slack, kept), MOST)
    assert other.visits == []


async def test_a_file_that_is_gone_is_told_from_a_server_that_is_not_well() -> None:
    async with connected() as (server, slack):
        kept = shared(server)
        file = await read(server, slack, kept)
        for kept.status in (401, 403, 404, 410):
            with pytest.raises(FileGoneError):
                await slack.download(file, MOST)
        for kept.status in (500, 503):
            with pytest.raises(OutcomeUnknownError):
                await slack.download(file, MOST)
        kept.status, kept.headers = 429, {"Retry-After": "8"}
        with pytest.raises(RetryAfterError) as raised:
            await slack.download(file, MOST)
        assert raised.value.seconds == 8
        kept.status = 200
        server.faults.append(Fault("files.info", status=503, body="<html>", times=2))
        assert await slack.download(
            await attachment(slack, server.payloads.shared("", server.payloads.stub(kept.told))), MOST
        )
        server.files.known.clear()
        with pytest.raises(FileGoneError):
            await slack.download(file, MOST)


async def test_a_file_that_breaks_off_drips_or_never_ends_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "PATIENCE", 0.5)
    async with connected() as (server, slack):
        kept = shared(server)
        file = await read(server, slack, kept)
        for kept.how, error in (
            (Handing.CUT, OutcomeUnknownError),
            (Handing.DRIP, OutcomeUnknownError),
            (Handing.ENDLESS, FileTooLargeError),
            (Handing.PACKED, FileGoneError),
        ):
            with pytest.raises(error):
                async with asyncio.timeout(60):
                    await slack.download(file, MOST)


async def test_a_token_that_was_taken_back_is_said_to_be() -> None:
    async with connected() as (server, slack):
        kept = shared(server)
        stub = await attachment(slack, server.payloads.shared("", server.payloads.stub(kept.told)))
        server.tokens.clear()
        with pytest.raises(AccessRevokedError):
            await slack.download(stub, MOST)


async def test_a_workspace_that_has_removed_the_app_has_no_files(tmp_path: Path) -> None:
    async with SlackServer().running() as server, keeping(tmp_path / "chats.db") as keep:
        many = Options(client_id="1.2", client_secret=SECRET, signing_secret=SECRET, api_url=server.base)
        async with connect(many, Log().write, keep) as slack:
            with pytest.raises(FileGoneError):
                await slack.download(at(f"{server.base}/files-pri/T-F1/x"), MOST)
    assert server.files.asked == []


@pytest.mark.parametrize("place", ["", "x", "{}", '["T1"]'])
async def test_a_place_that_is_none_of_ours_is_not_asked_for(place: str) -> None:
    async with connected() as (server, slack):
        with pytest.raises(FileGoneError):
            await slack.download(Attachment("x", place=place), MOST)
        assert server.files.asked == []


async def test_no_failure_and_no_log_shows_the_token_or_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "PATIENCE", 0.3)
    stream, root = StringIO(), logging.getLogger()
    handler, level = logging.StreamHandler(stream), root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    shown = []
    try:
        async with connected() as (server, slack):
            kept = shared(server)
            file = await read(server, slack, kept)
            for kept.how in Handing:
                shown += await failing(slack, file)
            for kept.status in (302, 401, 404, 429, 500):
                shown += await failing(slack, file)
            server.faults.append(Fault("files.info", error="file_not_found"))
            shown += await failing(
                slack, await attachment(slack, server.payloads.shared("", server.payloads.stub(kept.told)))
            )
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
    assert "During handling" not in "".join(shown)  # no error of the client library is dragged along
    assert len(shown) >= 10  # more where a busy machine is as late as a server that hangs
    assert TOKEN not in "".join(shown) + stream.getvalue()
    assert "files-pri" not in "".join(shown) + stream.getvalue()


async def failing(slack: Slack, file: Attachment) -> list[str]:
    """Return the whole traceback of a download that fails, nothing for one that does not."""
    try:
        await slack.download(file, MOST)
    except DeliveryError as error:
        return ["".join(traceback.format_exception(error))]
    return []
