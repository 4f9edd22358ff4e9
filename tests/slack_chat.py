"""Slack with the bot inside a test: the real platform, delivery and inbox, a Slack server on loopback.

Rule of this module: nothing in it stands in for the bot; only what answers may be a script.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.chat import Cited, Handle, Incoming, Reply, Said
from bot.delivery import Delivery, Limits
from bot.delivery.context import DeliveryContext
from bot.platforms.slack import Options, Slack, connect
from bot.storage.inbox import open_inbox
from bot.storage.keyvalue import open_key_values
from bot.transport import EventLog, KeyValueStore
from tests.servers.slack_api import APP_TOKEN, SECRET, TOKEN, Ephemeral, SlackServer, visible
from tests.servers.slack_payloads import Payload

Facts = dict[str, str | int | float]

SOCKET, HTTP = "socket", "http"
WAYS = (SOCKET, HTTP)
PATIENT = Limits()


@dataclass
class Log:
    """A log that a test can read."""

    lines: list[tuple[str, Facts]] = field(default_factory=list)

    @property
    def write(self) -> EventLog:
        return lambda event, facts: self.lines.append((event, dict(facts)))

    def events(self) -> list[str]:
        return [event for event, _ in self.lines]


@dataclass
class Talk:
    """Slack, the bot in it, and what the bot wrote down; `url` is where the bot listens, empty for Socket Mode."""

    server: SlackServer
    slack: Slack
    log: Log
    running: "asyncio.Task[None]"
    stop: asyncio.Event
    folder: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.slack.port}/slack/events" if self.slack.port else ""

    async def say(self, payload: Payload) -> bool:
        """Deliver a payload as Slack does."""
        return await self.server.deliver(payload, self.url)

    async def until(self, holds: Callable[[], object], seconds: float = 120.0) -> None:
        """Wait until something holds."""
        try:
            async with asyncio.timeout(seconds):
                while not holds():  # noqa: ASYNC110 - what is waited for is in another library
                    await asyncio.sleep(0.005)
        except TimeoutError:
            shown = [visible(content) for content in self.server.shown()]
            raise AssertionError(f"never held; shown: {shown}; log: {self.log.lines}") from None

    async def seen(self, words: str) -> str:
        """Wait until something in Slack shows some words, and return all that it shows."""
        await self.until(lambda: any(words in visible(content) for content in self.server.shown()))
        return next(text for content in self.server.shown() if words in (text := visible(content)))

    async def quiet(self, seconds: float = 0.15) -> None:
        """Wait until nothing has been called for a while."""
        before, now = -1, 0
        while before != now:
            await asyncio.sleep(seconds)
            before, now = now, sum(self.server.counts.values())


async def echo(incoming: Incoming) -> Reply:
    """Answer with what was asked, as a sentence of an article."""
    return Reply((Said("Here:"), Cited(1, f"a:{incoming.text}", "Source: a test")), "en")


@asynccontextmanager
async def keeping(path: Path | str) -> AsyncIterator[KeyValueStore]:
    """Yield what the platform keeps, in a file."""
    async with open_key_values(path) as kept:
        yield kept


def options(server: SlackServer, way: str) -> Options:
    secrets = {"app_token": APP_TOKEN} if way == SOCKET else {"signing_secret": SECRET}
    return Options(bot_token=TOKEN, api_url=server.base, listen="127.0.0.1:0", **secrets)


@asynccontextmanager
async def talking(
    handle: Handle = echo, way: str = HTTP, *, server: SlackServer | None = None, limits: Limits = PATIENT
) -> AsyncIterator[Talk]:
    """Yield a talk on a server of its own."""
    async with (
        (server or SlackServer()).running() as running,
        ready(running, options(running, way), handle, limits) as talk,
    ):
        yield talk


@asynccontextmanager
async def ready(  # noqa: PLR0913 - each one is a thing that a test needs
    server: SlackServer,
    given: Options,
    handle: Handle = echo,
    limits: Limits = PATIENT,
    folder: Path | None = None,
    *,
    direct: bool = False,
) -> AsyncIterator[Talk]:
    """Yield a talk in which the bot is ready, and stop it in the end; `folder` holds what the bot keeps.

    Answers are placed and filled, unless they are sent `direct`ly.
    """
    log = Log()
    with TemporaryDirectory() as temporary:
        place = folder or Path(temporary)
        async with (
            open_inbox(place / "chats.db") as inbox,
            keeping(place / "chats.db") as keep,
            connect(given, log.write, keep) as slack,
        ):
            stop = asyncio.Event()
            delivery = Delivery(
                DeliveryContext(inbox, slack, handle, log.write, direct=slack.direct if direct else None),
                slack.prefix,
                limits,
            )
            running = asyncio.create_task(delivery.run(slack.receive, stop))
            talk = Talk(server, slack, log, running, stop, place)
            try:
                await talk.until(lambda: slack.port or server.sockets or running.done())
                yield talk
            finally:
                stop.set()
                await asyncio.gather(running, return_exceptions=True)


async def slash(talk: Talk, text: str, **where: str) -> Ephemeral:
    """Type a command, and return what its person sees once it is answered."""
    command = talk.server.payloads.slash(text, **where)
    assert await talk.say(command)
    seen = talk.server.private[command["trigger_id"]]
    await talk.until(lambda: seen.history)
    return seen
