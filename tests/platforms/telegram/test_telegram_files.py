"""Files that people send in Telegram, fetched through the real library from a Bot API server on loopback."""

import asyncio
import logging
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import StringIO

import pytest

from bot.chat import Attachment, Incoming, Kind, Reply, Said
from bot.platforms import downloads
from bot.platforms.telegram import Options, Telegram, connect
from bot.transport import (
    AccessRevokedError,
    DeliveryError,
    FileGoneError,
    FileTooLargeError,
    OutcomeUnknownError,
    RetryAfterError,
)
from tests.servers.bot_api import BotApi, File, serving
from tests.servers.elsewhere import elsewhere
from tests.servers.handing import Handing
from tests.telegram_chat import Log, talking
from tests.telegram_chat import connected as running

STORY = "Die Fähre fährt wieder. „Wir sind froh“, sagte die Kapitänin.\n".encode() * 20
MOST = 1_000_000
WRONG_TYPE = "Bad Request: wrong remote file identifier specified: can't unserialize it"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "WAITS", (0.01, 0.01))


@asynccontextmanager
async def connected() -> AsyncIterator[tuple[BotApi, Telegram]]:
    async with serving() as api, connect(Options(api.token, api.url), Log().write) as telegram:
        yield api, telegram


def sent(api: BotApi, content: bytes = STORY, size: int | None = None) -> tuple[File, Attachment]:
    file = api.files.add(content, "Fähre.txt", "text/plain", size)
    return file, Attachment(file.name, file.kind, 0, file.id)


async def test_a_file_that_somebody_sends_is_read_and_its_content_fetched() -> None:
    got: list[Incoming] = []

    async def handle(incoming: Incoming) -> Reply:
        got.append(incoming)
        return Reply((Said("Read."),), "en")

    async with talking(handle) as api, connect(Options(api.token, api.url), Log().write) as telegram:
        file, _ = sent(api)
        api.people.write("Wer ist froh?", media=file)
        await api.answer()
        [incoming] = got
        assert (incoming.kind, incoming.text, incoming.files[0].size) == (Kind.FILE, "Wer ist froh?", len(STORY))
        assert await telegram.download(incoming.files[0], MOST) == STORY
    assert api.refusals() == []


async def test_what_was_handed_on_is_read_as_it_comes() -> None:
    got: list[Incoming] = []

    async def handle(incoming: Incoming) -> Reply:
        got.append(incoming)
        return Reply((Said("Read."),), "en")

    async with serving() as api:
        api.people.write("Die Fähre liegt im Hafen.", forwarded=True)
        async with running(api, handle, Log()):
            await api.until(api.answers)
    assert [(one.text, one.kind, one.forwarded) for one in got] == [("Die Fähre liegt im Hafen.", Kind.TEXT, True)]


async def test_a_file_is_fetched_up_to_the_last_byte_that_is_allowed() -> None:
    async with connected() as (api, telegram):
        _, attachment = sent(api)
        assert await telegram.download(attachment, len(STORY)) == STORY
        with pytest.raises(FileTooLargeError):
            await telegram.download(attachment, len(STORY) - 1)


async def test_a_file_that_is_too_large_is_not_asked_for() -> None:
    async with connected() as (api, telegram):
        _, attachment = sent(api)
        with pytest.raises(FileTooLargeError):
            await telegram.download(Attachment("x", size=MOST + 1, place=attachment.place), MOST)
        assert api.named("getFile") == []
        huge, _ = sent(api, size=MOST + 1)
        with pytest.raises(FileTooLargeError):
            await telegram.download(Attachment("x", place=huge.id), MOST)
        assert api.files.asked == []


async def test_a_file_that_says_itself_that_it_is_too_large_is_not_waited_for() -> None:
    async with connected() as (api, telegram):
        file, attachment = sent(api, size=0)
        api.files.change(file, how=Handing.CUT)
        with pytest.raises(FileTooLargeError):
            await telegram.download(attachment, len(STORY) * 3 // 4)


async def test_telegram_hands_nothing_over_beyond_its_20_mb() -> None:
    async with connected() as (api, telegram):
        file, attachment = sent(api, size=20 * 2**20 + 1)
        with pytest.raises(FileTooLargeError):
            await telegram.download(attachment, 2**30)
        api.files.change(file, size=20 * 2**20, content=b"x" * 20 * 2**20)
        assert len(await telegram.download(attachment, 2**30)) == 20 * 2**20


async def test_a_file_that_is_unknown_or_gone_is_gone() -> None:
    async with connected() as (api, telegram):
        file, attachment = sent(api)
        with pytest.raises(FileGoneError):
            await telegram.download(Attachment("x", place="nobody's"), MOST)
        api.faults.refuse("getFile", 400, WRONG_TYPE)
        with pytest.raises(FileGoneError):
            await telegram.download(attachment, MOST)
        for status in (400, 403, 404, 410):
            api.files.change(file, status=status)
            with pytest.raises(FileGoneError):
                await telegram.download(attachment, MOST)


@pytest.mark.parametrize(
    "path", ["/var/lib/telegram-bot-api/1:x/documents/a", "C:\\bot\\a", "../getMe", "a/../../b", "a//b", "", "a/."]
)
async def test_a_path_that_is_none_of_the_servers_is_not_followed(path: str) -> None:
    async with connected() as (api, telegram):
        file, attachment = sent(api)
        api.files.change(file, path=path)
        with pytest.raises(FileGoneError):
            await telegram.download(attachment, MOST)
        assert api.files.asked == []


async def test_a_path_with_odd_signs_arrives_as_it_is() -> None:
    async with connected() as (api, telegram):
        file, attachment = sent(api)
        api.files.change(file, path="documents/Die Fähre?#50%.txt")
        assert await telegram.download(attachment, MOST) == STORY


@pytest.mark.parametrize("how", [Handing.CUT, Handing.SHORT])
async def test_a_file_that_breaks_off_is_not_taken_for_all_of_it(how: Handing) -> None:
    async with connected() as (api, telegram):
        file, attachment = sent(api)
        api.files.change(file, how=how)
        with pytest.raises(OutcomeUnknownError):
            await telegram.download(attachment, MOST)


async def test_a_file_that_drips_or_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "PATIENCE", 0.5)
    async with connected() as (api, telegram):
        file, attachment = sent(api, size=0)
        api.files.change(file, how=Handing.DRIP)
        with pytest.raises(OutcomeUnknownError):
            async with asyncio.timeout(60):
                await telegram.download(attachment, MOST)
        api.files.change(file, how=Handing.ENDLESS)
        with pytest.raises(FileTooLargeError):
            await telegram.download(attachment, MOST)


async def test_a_file_that_comes_compressed_is_not_unpacked() -> None:
    async with connected() as (api, telegram):
        file, attachment = sent(api, b"\0" * MOST)
        api.files.change(file, how=Handing.PACKED)
        with pytest.raises(FileGoneError):
            await telegram.download(attachment, MOST)


async def test_no_redirect_is_followed_so_that_no_other_host_sees_the_token() -> None:
    async with connected() as (api, telegram), elsewhere() as other:
        file, attachment = sent(api)
        for status in (301, 302, 303, 307, 308):
            api.files.change(file, status=status, headers=(("Location", f"{other.base}/x"),))
            with pytest.raises(FileGoneError):
                await telegram.download(attachment, MOST)
    assert other.visits == []


async def test_a_server_that_is_not_well_is_told_from_a_file_that_is_gone() -> None:
    async with connected() as (api, telegram):
        file, attachment = sent(api)
        for fault in (api.faults.lose, api.faults.broken):
            fault("getFile", times=2)
            assert await telegram.download(attachment, MOST) == STORY
            fault("getFile", times=3)
            with pytest.raises(OutcomeUnknownError):
                await telegram.download(attachment, MOST)
        api.files.change(file, status=502)
        with pytest.raises(OutcomeUnknownError):
            await telegram.download(attachment, MOST)
        api.faults.refuse("getFile", 429, "Too Many Requests: retry after 7", retry_after=7)
        with pytest.raises(RetryAfterError) as raised:
            await telegram.download(attachment, MOST)
        assert raised.value.seconds == 7
        api.faults.refuse("getFile", 429, "Too Many Requests: retry after 0", retry_after=0)
        with pytest.raises(OutcomeUnknownError):
            await telegram.download(attachment, MOST)
        api.files.change(file, status=200)
        api.faults.refuse("getFile", 429, "Too Many Requests: retry after 0", retry_after=0)
        assert await telegram.download(attachment, MOST) == STORY
        for after, seconds in ((("Retry-After", "9"), 9), (("Retry-After", "1000"), downloads.LONGEST_PAUSE)):
            api.files.change(file, status=429, headers=(after,))
            with pytest.raises(RetryAfterError) as raised:
                await telegram.download(attachment, MOST)
            assert raised.value.seconds == seconds


async def test_a_token_that_was_taken_back_is_said_to_be() -> None:
    async with connected() as (api, telegram):
        file, attachment = sent(api)
        api.files.change(file, status=401)
        with pytest.raises(AccessRevokedError):
            await telegram.download(attachment, MOST)
        api.faults.revoke()
        with pytest.raises(AccessRevokedError):
            await telegram.download(attachment, MOST)


async def test_no_failure_and_no_log_shows_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "PATIENCE", 0.3)
    stream, root = StringIO(), logging.getLogger()
    handler, level = logging.StreamHandler(stream), root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    shown = []
    try:
        async with connected() as (api, telegram):
            file, attachment = sent(api)
            for how in Handing:
                api.files.change(file, how=how)
                shown += await failing(telegram, attachment)
            for status in (302, 401, 404, 429, 500):
                api.files.change(file, status=status)
                shown += await failing(telegram, attachment)
            await api.down()
            shown += await failing(telegram, attachment)
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
    assert "During handling" not in "".join(shown)  # no error of the client library is dragged along
    assert len(shown) == 11
    for secret in (api.token, api.token.partition(":")[2]):
        assert secret not in "".join(shown) + stream.getvalue()


async def failing(telegram: Telegram, attachment: Attachment) -> list[str]:
    """Return the whole traceback of a download that fails, nothing for one that does not."""
    try:
        await telegram.download(attachment, MOST)
    except DeliveryError as error:
        return ["".join(traceback.format_exception(error))]
    return []
