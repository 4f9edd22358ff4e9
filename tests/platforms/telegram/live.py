"""The delivery and Telegram, plugged together in this process, against a Bot API server of ours.

Rule of this module: inbox, engine, platform and client library are the real ones; only who answers is scripted, and
only waits are shorter than a person would meet them.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.chat import Handle, Incoming, Reply, Said
from bot.delivery import Delivery, Limits
from bot.delivery import backoff as patience_of
from bot.delivery.context import DeliveryContext
from bot.platforms.once import PLACEHOLDER, Once
from bot.platforms.telegram import Options, Telegram, connect, polling, receiver
from bot.storage.inbox import SqliteInbox, open_inbox
from bot.transport import Enqueue, Heartbeat, UpdateSource
from tests.servers.bot_api import BotApi
from tests.servers.process import free_port
from tests.servers.telegram_bot import SECRET

QUICK = Limits(lease=3.0, silence=2.0, look=0.1)
"""As in production, but with a second here for a minute there."""


async def echo(incoming: Incoming) -> Reply:
    """Answer with the question, so that every answer shows which one it belongs to."""
    return Reply((Said(f"Answer to: {incoming.text}"),), "en")


async def let_in(_incoming: Incoming) -> Reply | None:
    """Turn nobody away, so that answers are placed while they are looked for, as in production."""
    return None


def hasten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorten the waits between tries for a test."""
    monkeypatch.setattr(patience_of.Backoff.__init__, "__defaults__", (0.05, 0.5))
    monkeypatch.setattr(polling, "LONG", 1)
    monkeypatch.setattr(polling, "FIRST_WAIT", 0.05)
    monkeypatch.setattr(polling, "LONGEST_WAIT", 0.5)
    monkeypatch.setattr(polling.Poller.__init__, "__defaults__", (0.3,))
    monkeypatch.setattr(polling, "PULSE", 0.2)
    monkeypatch.setattr(receiver, "AGAIN", 0.2)


@dataclass
class Live:
    """A bot that runs: its server, its inbox, and what it has written into its log."""

    api: BotApi
    inbox: SqliteInbox
    platform: Telegram
    url: str
    stop: asyncio.Event
    logged: list[tuple[str, Mapping[str, str | int | float]]] = field(default_factory=list)
    received: list[Incoming] = field(default_factory=list)

    def facts_of(self, event: str) -> list[Mapping[str, str | int | float]]:
        """Return the facts of every event of that name."""
        return [facts for name, facts in self.logged if name == event]

    async def empty(self) -> None:
        """Return when nothing waits any more, neither at the server nor in the inbox."""
        async with asyncio.timeout(120):
            while True:
                if not self.api.updates.pending and (await self.inbox.backlog()).waiting == 0:
                    return
                await asyncio.sleep(0.02)

    async def dead(self) -> int:
        """Return how many updates were given up."""
        return (await self.inbox.backlog()).dead


@asynccontextmanager
async def living(  # noqa: PLR0913 - each one is a thing that a fault needs
    api: BotApi,
    folder: Path,
    handle: Handle = echo,
    *,
    webhook: bool = False,
    limits: Limits = QUICK,
    through: "Through | None" = None,
    once: Once | None = None,
) -> AsyncIterator[Live]:
    """Yield a bot that takes updates in and answers them; `through` may come between it and its receiver.

    Without `once` a message is placed and filled, as where nothing can be proven.
    """
    port = free_port()
    url = f"http://127.0.0.1:{port}/telegram"
    hook = {"webhook_url": url, "webhook_secret": SECRET, "listen": f"127.0.0.1:{port}"} if webhook else {}
    logged: list[tuple[str, Mapping[str, str | int | float]]] = []
    received: list[Incoming] = []

    def log(event: str, facts: Mapping[str, str | int | float]) -> None:
        logged.append((event, dict(facts)))

    async def receive(incoming: Incoming) -> Reply:
        received.append(incoming)
        return await handle(incoming)

    options = Options(token=api.token, api_url=api.url, once=once or Once(PLACEHOLDER), **hook)
    async with open_inbox(folder / "chats.db") as inbox, connect(options, log) as platform:
        live = Live(api, inbox, platform, url, asyncio.Event(), logged, received)
        context = DeliveryContext(inbox, platform, receive, log, admit=let_in, direct=platform.direct)
        delivery = Delivery(context, platform.prefix, limits)
        receive_of = through(platform.receive) if through else platform.receive
        running = asyncio.create_task(delivery.run(receive_of, live.stop))
        try:
            await _reached(live, running, webhook=webhook)
            yield live
        finally:
            live.stop.set()
            await asyncio.wait_for(running, 120)


class Through:
    """Comes between the engine and a receiver: the first `times` lives of the receiver go as `fail` says."""

    def __init__(self, times: int = 1) -> None:
        self.lives = 0
        self._times = times

    def __call__(self, receiver: UpdateSource) -> UpdateSource:
        async def run(enqueue: Enqueue, heartbeat: Heartbeat) -> None:
            self.lives += 1
            if self.lives <= self._times:
                await self.fail(receiver, enqueue, heartbeat)
            else:
                await receiver(enqueue, heartbeat)

        return run

    async def fail(self, receiver: UpdateSource, enqueue: Enqueue, heartbeat: Heartbeat) -> None:
        """Be one life that ends badly."""
        raise NotImplementedError


async def _reached(live: Live, running: asyncio.Task[None], *, webhook: bool) -> None:
    def reached() -> bool:
        return running.done() or bool(live.api.updates.hook.url if webhook else live.api.updates.polls)

    await live.api.until(reached)
    if running.done():
        running.result()
