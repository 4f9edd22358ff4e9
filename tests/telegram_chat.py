"""A Telegram chat with the bot inside a test: the real platform and delivery, a Bot API server on loopback.

Rule of this module: nothing in it stands in for the bot; only what answers may be a script.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.chat import Handle
from bot.delivery import Delivery, Limits
from bot.delivery.context import DeliveryContext
from bot.platforms.telegram import Options, connect
from bot.storage.inbox import open_inbox
from bot.transport import EventLog
from tests.servers.bot_api import BotApi, serving

Facts = dict[str, str | int | float]


@dataclass
class Log:
    """A log that a test can read; what is written into it may be written into another one too."""

    lines: list[tuple[str, Facts]] = field(default_factory=list)
    other: EventLog | None = None

    def write(self, event: str, facts: Mapping[str, str | int | float]) -> None:
        self.lines.append((event, dict(facts)))
        if self.other is not None:
            self.other(event, facts)

    def events(self) -> list[str]:
        return [event for event, _ in self.lines]


@asynccontextmanager
async def talking(
    handle: Handle, log: Log | None = None, limits: Limits | None = None, **options: object
) -> AsyncIterator[BotApi]:
    """Yield the server that the bot is connected to, and stop the bot in the end; `options` are fields of `Options`."""
    async with serving() as api, connected(api, handle, log or Log(), limits, **options):
        yield api


@asynccontextmanager
async def connected(
    api: BotApi, handle: Handle, log: Log, limits: Limits | None = None, **options: object
) -> AsyncIterator[None]:
    """Run a bot against a server that is there, and stop it in the end."""
    given = Options(api.token, api.url, **options)  # type: ignore[arg-type] # they are named at the call
    with TemporaryDirectory() as folder:
        async with open_inbox(Path(folder, "chats.db")) as inbox, connect(given, log.write) as telegram:
            stop = asyncio.Event()
            delivery = Delivery(
                DeliveryContext(inbox, telegram, handle, log.write), telegram.prefix, limits or Limits()
            )
            running = asyncio.create_task(delivery.run(telegram.receive, stop))
            try:
                yield
            finally:
                stop.set()
                await running
