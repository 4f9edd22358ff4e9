"""The doors through which strangers' input comes: updates, taps, signed requests, settings and command lines.

Rule of this module: as in `areas`; nothing here asks an article.
"""

import asyncio
import contextlib
import gc
import io
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from random import Random
from unittest.mock import patch

from aiohttp import streams
from aiohttp.base_protocol import BaseProtocol
from aiohttp.test_utils import make_mocked_request
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier

from bot.__main__ import main
from bot.errors import BotError
from bot.platforms.slack import reading as slack
from bot.platforms.slack.addresses import Place, Way, place_from, unpacked
from bot.platforms.slack.http import PATH, TOLERANCE, Door
from bot.platforms.slack.keeping import Keeping, acknowledgement
from bot.platforms.slack.raw import raw_update as slack_raw
from bot.platforms.telegram.addressed import Identity
from bot.platforms.telegram.buttons import LONGEST, Seal
from bot.platforms.telegram.reading import UpdateParser
from bot.platforms.telegram.updates import parsed, raw_update
from bot.settings import load_what_can_be
from bot.transport import Envelope, RawUpdate, UnreadableError
from tests.fuzzing import payloads, texts
from tests.servers.slack_payloads import as_form

Try = Callable[[Random], str]

SECRET = "s"  # noqa: S105 - nobody's
LINES_AT_ONCE = 5
"""Lines of a batch: the program is started for each batch."""


def telegram_updates(_stack: ExitStack) -> Try:
    """Return what reads Telegram's updates."""
    parser = UpdateParser(Identity(42, "my_bot", frozenset({"ask", "help"})), Seal(payloads.TOKEN))
    updates = payloads.telegram_updates()

    def one(chance: Random) -> str:
        content = payloads.body(payloads.changed(updates, chance), chance)
        _check_raw(raw_update("telegram:1:", content, parsed(content)), content)
        return _read(lambda: parser.parse(content))

    return one


def slack_updates(_stack: ExitStack) -> Try:
    """Return what reads Slack's events, commands, taps and forms."""
    updates = payloads.slack_updates()

    def one(chance: Random) -> str:
        payload = payloads.changed(updates, chance)
        content = payloads.body(payload, chance)
        with contextlib.suppress(ValueError, RecursionError):
            payload = json.loads(content)
        _check_raw(slack_raw("slack:", payload, content), content)
        json.dumps(acknowledgement(payload).body)

        def read() -> Envelope | None:
            envelope = slack.parse(content, "U0BOT", lambda _channel, _thread: chance.random() < 0.5)
            if envelope is not None:
                unpacked(envelope.address)
            return envelope

        return _read(read)

    return one


def buttons(_stack: ExitStack) -> Try:
    """Return what opens buttons: ours open as they were made, and nothing else opens."""
    seal = Seal(payloads.TOKEN)

    def one(chance: Random) -> str:
        chat = chance.choice((payloads.CHAT, -(2**63), 2**63 - 1, 0))
        text, answer = chance.choice(texts.COMMANDS), chance.choice(("", "a1", "zz", "|", "a|b"))
        data = seal.data(chat, text, answer)
        if data and "|" not in answer:
            assert len(data.encode()) <= LONGEST, "too long for a button"
            assert seal.opened(chat, data) == (text, answer), "a button of ours"
        at = chance.randint(0, len(data))
        forged = chance.choice(
            (
                lambda: data[:at] + chance.choice(texts.ODD) + data[at:],
                lambda: data[:at],
                data.swapcase,
                lambda: chance.choice(texts.ODD) * chance.randint(0, 20),
                lambda: "|" * chance.randint(0, 9),
                lambda: f"{texts.sentence(chance)[:20]}|{answer}|{data[-8:]}",
            )
        )()
        if forged != data:
            assert seal.opened(chat, forged) is None, "a forged button"
        assert not data or seal.opened(chat + 1, data) is None, "a button of another chat"
        return "closed"

    return one


def places(_stack: ExitStack) -> Try:
    """Return what reads where an answer is: what was written is read as it was."""

    def one(chance: Random) -> str:
        names = ("", "C1", "D0", "1.2", "V1", "x" * 50)
        place = Place(chance.choice(tuple(Way)), chance.choice(names), chance.choice(names))
        line = str(place)
        assert place_from(line) == place, "another place"
        at = chance.randint(0, len(line))
        with contextlib.suppress(ValueError):  # a line that we did not write
            place_from(line[:at] + chance.choice(texts.ODD) + line[at:])
        return "read"

    return one


def signatures(stack: ExitStack) -> Try:
    """Return what knocks at Slack's door: only what is signed, whole and in time gets in, and nothing ends in 500."""
    runner = stack.enter_context(asyncio.Runner())
    taken: list[RawUpdate] = []

    async def enqueue(updates: object) -> None:
        taken.extend(updates)  # type: ignore[arg-type]

    async def leave(_body: object) -> None:
        pass

    async def opened() -> Door:
        app = AsyncApp(signing_secret=SECRET, token="xoxb-1", before_authorize=Keeping("slack:", enqueue, leave))  # noqa: S106
        return Door(app, SECRET, lambda _event, _facts: None)

    door = runner.run(opened())
    signer = SignatureVerifier(SECRET)

    def one(chance: Random) -> str:
        taken.clear()
        payload = payloads.changed(payloads.slack_updates(), chance)
        try:
            body, kind = as_form(payload)
        except (TypeError, UnicodeEncodeError, AttributeError, ValueError):
            body, kind = payloads.body(payload, chance).decode("utf-8", "replace"), "application/json"
        at = int(time.time())
        stamp = chance.choice((str(at),) * 4 + (str(at - 400), str(at + 400), "", "²", "-1", "9" * 30, f"{at}.0"))
        content = body.encode("utf-8", "replace")
        signature = signer.generate_signature(timestamp=stamp, body=content) or ""
        whole = chance.random() < 0.6
        if not whole:
            signature = chance.choice(("", "v0=", "v0=" + "0" * 64, signature[:-1], signature.upper(), "ä" * 67))
        packed = chance.random() < 0.05
        headers = {
            "Content-Type": kind,
            "X-Slack-Request-Timestamp": stamp,
            "X-Slack-Signature": signature,
            "Content-Length": str(len(content)),
            **({"Content-Encoding": "gzip"} if packed else {}),
        }
        response = runner.run(_knocked(door, headers, content))
        in_time = stamp.isdecimal() and stamp.isascii() and abs(int(stamp) - at) < TOLERANCE
        assert response < 500, f"status {response}"
        assert not taken or (whole and in_time and not packed), "an unsigned update was taken"
        return str(response)

    return one


async def _knocked(door: Door, headers: dict[str, str], content: bytes) -> int:
    reader = streams.StreamReader(BaseProtocol(asyncio.get_running_loop()), 2**16, loop=asyncio.get_running_loop())
    reader.feed_data(content)
    reader.feed_eof()
    return (await door.event(make_mocked_request("POST", PATH, headers, payload=reader))).status  # type: ignore[arg-type]


def settings(stack: ExitStack) -> Try:
    """Return what reads a `.env` and the environment: settings, or what is wrong with which."""
    names = ("DATABASE", "ARTICLE", "ACCESS", "LOG", "TELEGRAM_TOKEN", "TELEGRAM_LISTEN", "SLACK_BOT_TOKEN",
             "QUESTIONS_PER_MINUTE", "FETCH_PRIVATE", "TELEGRAM_OWNERS", "TELEGRAM_WEBHOOK_SECRET",
             "STALE_AFTER", "NONE")  # fmt: skip
    values = ("", "1", "-1", "1e9", "list", "xoxb-1", "10.0.0.0/8", "~", "~nobody/x", "a b", "'", '"x',
              "${HOME}", "127.0.0.1:80", "/dev/null", "ä", "\u202e", "²", "9" * 400, "#",
              "=", "\\n", "x\ty")  # fmt: skip
    secrets, hidden = ("TELEGRAM_TOKEN", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "TELEGRAM_WEBHOOK_SECRET"), "A" * 35
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))

    def one(chance: Random) -> str:
        lines = [
            chance.choice(("", "export ", " ")) + f"BOT_{chance.choice(names)}" + chance.choice(("=", " = ", "", ":"))
            + chance.choice(values)
            for _ in range(chance.randint(0, 6))
        ]  # fmt: skip
        lines += [f"BOT_{chance.choice(secrets)}={hidden}{chance.choice(values)}"] * (chance.random() < 0.5)
        (folder / ".env").write_bytes(chance.choice(("\n", "\r\n")).join(lines).encode("utf-8", "surrogatepass"))
        held = {f"BOT_{name}": value for name in chance.sample(names, 2) if (value := chance.choice(values))}
        with contextlib.chdir(folder), patch.dict(os.environ, held):
            found, wrong = load_what_can_be()
        shown = " ".join(str(error) for error in wrong) + repr(found)
        assert hidden not in shown, "a secret was shown"
        return "read" if found else "refused"

    return one


def command_lines(stack: ExitStack) -> Try:
    """Return what starts the program with a batch of lines or with words, and what it says: JSON, or one line."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    (folder / "story.txt").write_text("\n\n".join(texts.paragraphs()[:6]), "utf-8")
    held = {"BOT_DATABASE": str(folder / "a.db"), "BOT_DICTIONARY": "none", "BOT_ENCODER": "none", "LANG": "en"}
    words = ("ask", "check", "quote", "analyze", "articles", "remove", "evaluate", "--json", "--limit", "5", "-1",
             "--article", "story.txt", "missing.txt", "-a", "--batch", "batch.jsonl", "--help", "--", "", ".",
             "/dev/null", "x" * 300)  # fmt: skip

    def one(chance: Random) -> str:
        lines = [_batch_line(chance) for _ in range(chance.randint(1, LINES_AT_ONCE))]
        content = chance.choice(("\n", "\r\n")).join(lines).encode("utf-8", "surrogatepass")
        (folder / "batch.jsonl").write_bytes(content)
        batch = ["ask", "--json", "--batch", "batch.jsonl"]
        said = [chance.choice(words) for _ in range(chance.randint(1, 5))]
        if said[0] not in words[:7]:
            said = [words[0], *said]
        given = batch if chance.random() < 0.6 else [*said, *([texts.sentence(chance)[:99]] * (chance.random() < 0.5))]
        given = [word.replace("\0", "") for word in given]  # no system hands one on
        out, err = io.StringIO(), io.StringIO()
        with (
            contextlib.chdir(folder),
            patch.dict(os.environ, held),
            patch.object(sys, "argv", ["article-bot", *given]),
            patch.object(sys, "stdin", io.StringIO("")),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
            contextlib.suppress(BotError),
        ):
            try:
                main()
                code: object = 0
            except SystemExit as ended:
                code = ended.code or 0
        gc.unfreeze()  # a command keeps all that it has loaded until it ends, and here many come one after the other
        gc.enable()
        gc.collect()
        complaint = err.getvalue()
        assert code in {0, 1, 2}, f"exit code {code}"
        assert "went wrong" not in complaint, complaint
        assert len(complaint.splitlines()) <= 1 or "Usage" in complaint, "more than one line"
        if given == batch:
            for line in out.getvalue().split("\n")[:-1]:
                json.loads(line)
        return f"exit {code}"

    return one


def _batch_line(chance: Random) -> str:
    """Return a line of a batch, more often than not as it should be."""
    row = {"article": "story.txt", "question": texts.question(chance)[:400]}
    line = json.dumps(row, ensure_ascii=chance.random() < 0.7)
    kind = chance.random()
    if kind < 0.75:
        return line
    if kind < 0.9:
        return json.dumps({name: value for name, value in row.items() if chance.random() < 0.8} | {"x": None})
    at = chance.randint(0, len(line))
    return chance.choice(
        (line[:at], line[:at] + chance.choice(texts.ODD) + line[at:], "[" * 3_000, "null", '"', "1" * 5_000)
    )


def _read(parse: Callable[[], Envelope | None]) -> str:
    try:
        envelope = parse()
    except UnreadableError:
        return "unreadable"
    if envelope is None:
        return "passed over"
    incoming = envelope.incoming
    for said in (incoming.text, incoming.chat, incoming.user, incoming.id, incoming.quoted, incoming.name):
        said.encode()
    assert all(isinstance(value, str) for value in envelope.address.values()), "an address of other things than text"
    json.dumps(dict(envelope.address)).encode()
    return "read"


def _check_raw(update: RawUpdate, content: bytes) -> None:
    assert update.key, "no name"
    assert update.lane, "no lane"
    assert update.body == content, "another update is kept"
    update.key.encode()
    update.lane.encode()
