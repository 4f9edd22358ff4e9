"""What must not get out: the token, the webhook's secret, and what people write."""

import json
import logging
import traceback
from collections.abc import Iterator
from io import StringIO

import pytest

from bot.chat import Incoming, Reply
from bot.event_log import open_event_log
from bot.platforms.telegram import Options, connect
from bot.transport import AccessRevokedError
from tests.fakes import ScriptedBot
from tests.servers.bot_api import Fault, How, serving
from tests.telegram_chat import Log, connected

TOKEN = "987654321:AAplanted-token_that-nobody-may-see-00"  # noqa: S105 - it opens nothing
QUESTION = "Planted: who is Rumpelstiltskin?"


@pytest.fixture
def raw() -> Iterator[StringIO]:
    """Return what libraries log, word for word; the log's own ears are taken off again in the end."""
    root = logging.getLogger()
    before, level, stream = root.handlers[:], root.level, StringIO()
    root.addHandler(logging.StreamHandler(stream))
    yield stream
    root.handlers[:] = before
    root.setLevel(level)
    logging.captureWarnings(capture=False)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.platforms.telegram.polling.FIRST_WAIT", 0.01)
    monkeypatch.setattr("bot.platforms.telegram.AGAIN", 0.01)


async def test_nothing_that_is_logged_holds_the_token_or_a_question(raw: StringIO) -> None:
    bot, out, times = ScriptedBot(), StringIO(), 0

    async def failing(incoming: Incoming) -> Reply:
        nonlocal times
        times += 1
        if times == 1:
            raise ValueError(incoming.text)
        return await bot.handle(incoming)

    # The log is given no secret to look for: there must be none to find.
    mine = logging.getLogger().handlers[:]
    log = Log(other=open_event_log("json", (), out))
    logging.getLogger().handlers += mine
    async with serving(token=TOKEN) as api:
        api.faults.broken("getMe")
        api.faults.lose("getUpdates")
        api.faults.broken("getUpdates", status=500)
        api.faults.lose("sendMessage")
        api.faults.refuse("editMessageText", 429, "Too Many Requests", retry_after=0)
        api.faults.refuse("editMessageText", 400, f"Bad Request: can't parse entities: {QUESTION}")
        api.faults.broken("editMessageText")
        async with connected(api, failing, log):
            api.people.push({"message": {"text": QUESTION, "chat": {"id": 42}}})
            api.people.write(QUESTION)
            await api.answer()
    written = out.getvalue() + raw.getvalue()
    assert len(out.getvalue().splitlines()) > 5
    for secret in (TOKEN, TOKEN.partition(":")[2], QUESTION, "Rumpelstiltskin"):
        assert secret not in written
        assert json.dumps(secret)[1:-1] not in written


async def test_no_traceback_of_a_refused_token_shows_it() -> None:
    async with serving() as api:
        api.faults.add(Fault(How.ANSWER, "getMe", status=401, body=json.dumps({"ok": False, "description": TOKEN})))
        for given in (Options(TOKEN, api.url), Options(f"{TOKEN} ", api.url), Options(TOKEN, api.url)):
            with pytest.raises(AccessRevokedError) as raised:
                async with connect(given, Log().write):
                    pass
            shown = "".join(traceback.format_exception(raised.value))
            assert TOKEN not in shown
            assert TOKEN not in repr(given)


async def test_the_platform_shows_none_of_what_it_was_given() -> None:
    secret = "planted-webhook-secret"  # noqa: S105 - it guards nothing
    async with serving(token=TOKEN) as api:
        given = Options(TOKEN, api.url, "https://example.org/hidden-path", secret)
        async with connect(given, Log().write) as telegram:
            shown = [repr(thing) for thing in (given, telegram, *vars(telegram).values())]
            shown += [repr(thing) for part in (telegram._sender, telegram._receiver) for thing in vars(part).values()]
    for hidden in (TOKEN, secret, "hidden-path"):
        assert hidden not in "".join(shown)
