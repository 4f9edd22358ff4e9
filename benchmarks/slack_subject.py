"""What benchmarks/slack.py measures, each as a process of its own.

    python -m benchmarks.slack_subject KIND BASE PORT FOLDER

bolt   a bare Bolt app: one listener that acknowledges a command and responds with what was asked
echo   our platform, inbox and delivery, with a handle that answers what was asked
bot    our bot, as `python -m bot slack` runs it
busy   our bot, and in the same process one article of 1 MB after the other is taken in
"""

import asyncio
import logging
import os
import sys
import time
from dataclasses import replace
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

TOKEN, APP_TOKEN, SECRET = "xoxb-test-token", "xapp-test-token", "signing-secret"
MEGABYTE = 1_000_000


async def bolt(base: str, port: int) -> None:
    """Serve a bare Bolt app, over HTTP where there is a port and over a socket where there is none."""
    from aiohttp import web  # noqa: PLC0415 - each subject loads what it needs
    from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler  # noqa: PLC0415
    from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond  # noqa: PLC0415
    from slack_sdk.web.async_client import AsyncWebClient  # noqa: PLC0415

    app = AsyncApp(signing_secret=SECRET, client=AsyncWebClient(TOKEN, base_url=f"{base}/api/"))

    @app.command("/ask")
    async def asked(ack: AsyncAck, command: dict[str, str], respond: AsyncRespond) -> None:
        await ack("…")
        await respond(f"a:{command['text']}", replace_original=True)

    if not port:
        await AsyncSocketModeHandler(app, APP_TOKEN).connect_async()
    else:
        runner = web.AppRunner(app.web_app("/slack/events"), access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port, backlog=512).start()
    await asyncio.Event().wait()


async def echo(base: str, port: int, folder: Path) -> None:
    """Serve our platform with a handle that costs nothing."""
    from bot.delivery import Delivery  # noqa: PLC0415
    from bot.delivery.context import DeliveryContext  # noqa: PLC0415
    from bot.platforms.slack import Options, connect  # noqa: PLC0415
    from bot.storage.inbox import open_inbox  # noqa: PLC0415
    from bot.storage.keyvalue import open_key_values  # noqa: PLC0415
    from tests.slack_chat import echo as answer  # noqa: PLC0415

    way = {"signing_secret": SECRET} if port else {"app_token": APP_TOKEN}
    options = Options(bot_token=TOKEN, api_url=base, listen=f"127.0.0.1:{port}", **way)
    file = folder / "chats.db"
    async with (
        open_inbox(file) as inbox,
        open_key_values(file) as kept,
        connect(options, lambda _event, _facts: None, kept) as slack,
    ):
        delivery = Delivery(DeliveryContext(inbox, slack, answer, lambda _event, _facts: None), slack.prefix)
        await delivery.run(slack.receive, asyncio.Event())


async def bot(base: str, port: int, folder: Path, *, busy: bool) -> None:
    """Serve our bot, with articles that are taken in all the while."""
    from bot.app import first_article as first  # noqa: PLC0415
    from bot.app import open_bot, serve  # noqa: PLC0415

    way = {"SLACK_SIGNING_SECRET": SECRET} if port else {"SLACK_APP_TOKEN": APP_TOKEN}
    given = {
        "DATABASE": folder / "articles.db", "SLACK_BOT_TOKEN": TOKEN, "SLACK_API_URL": base, "LOG": "json",
        "SLACK_LISTEN": f"127.0.0.1:{port}", "QUESTIONS_PER_MINUTE": 10**6, **way,
    }  # fmt: skip
    os.environ.update({f"BOT_{name}": str(value) for name, value in given.items()})
    async with open_bot() as ours:
        text = await asyncio.to_thread(first().read_text, encoding="utf-8")
        taking_in = asyncio.ensure_future(_taking_in(ours, text)) if busy else None
        await serve.slack(ours)
        if taking_in is not None:
            taking_in.cancel()


async def _taking_in(ours: object, text: str) -> None:
    """Take in one article of 1 MB after the other; write how long each took."""
    from bot.app import Bot  # noqa: PLC0415
    from bot.app.apart import processes  # noqa: PLC0415
    from bot.model import Document  # noqa: PLC0415

    assert isinstance(ours, Bot)  # noqa: S101 - for the type checker
    whole = (f"{text}\n\n" * (MEGABYTE // len(text.encode()) + 1)).encode()[:MEGABYTE].decode(errors="ignore")
    async with processes() as apart:
        library = replace(ours.library, apart=apart)
        for number in count():
            began = time.monotonic()
            document = Document(f"Nummer {number}\n\n{whole}".encode(), "text/plain", f"{number}.txt")
            article = await library.ingest(document)
            await library.store.remove(article.id)
            print(f"taken in after {time.monotonic() - began:.1f} s", flush=True)


def main() -> None:
    """Run the subject until it is killed."""
    kind, base, port, folder = sys.argv[1:]
    logging.basicConfig(level=logging.ERROR)
    subjects = {
        "bolt": lambda: bolt(base, int(port)),
        "echo": lambda: echo(base, int(port), Path(folder)),
        "bot": lambda: bot(base, int(port), Path(folder), busy=False),
        "busy": lambda: bot(base, int(port), Path(folder), busy=True),
    }
    asyncio.run(subjects[kind]())


if __name__ == "__main__":
    main()
