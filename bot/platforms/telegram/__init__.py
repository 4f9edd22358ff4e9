"""Telegram: updates come in by polling or by webhook, are read when they are asked for, and answers go out.

Rule of this package: an update is acknowledged when it is kept, nothing is sent that could show a second answer, and
the token is in no log, error or representation.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress

from telegram import User

from bot.chat import Attachment, Reply
from bot.platforms.telegram.addressed import Identity
from bot.platforms.telegram.buttons import Seal
from bot.platforms.telegram.client import Client, open_client
from bot.platforms.telegram.direct import DirectSender
from bot.platforms.telegram.files import Files
from bot.platforms.telegram.menus import publish
from bot.platforms.telegram.options import Menu, Options
from bot.platforms.telegram.outcomes import TurnedError, asked
from bot.platforms.telegram.polling import pause, rest
from bot.platforms.telegram.reading import PLATFORM, UpdateParser, unasked
from bot.platforms.telegram.receiver import Receiver
from bot.platforms.telegram.request import AiohttpRequest
from bot.platforms.telegram.sending import Sender
from bot.transport import (
    Enqueue,
    Envelope,
    EventLog,
    Heartbeat,
    OutcomeUnknownError,
    RetryAfterError,
    noticed,
)

__all__ = ["Menu", "Options", "Telegram", "connect"]

AGAIN = 5.0
"""Seconds until the Bot API is asked again who we are, where it could not be reached."""


class Telegram:
    """Telegram, as the delivery sees it."""

    name = PLATFORM

    def __init__(  # noqa: PLR0913, PLR0917 - its parts
        self,
        us: Identity,
        reader: UpdateParser,
        sender: Sender,
        direct: DirectSender,
        receive: Receiver,
        files: Files,
        *,
        exclusive: bool,
    ) -> None:
        self.me = f"@{us.username}"
        self.prefix = prefix_of(us.id)
        self.exclusive = exclusive
        """Whether one process alone may bring in updates at a time: Telegram hands them to whoever asks first."""
        self.direct = direct
        """How an answer is sent as one message."""
        self._files = files
        self._reader = reader
        self._sender = sender
        self._receiver = receive

    @property
    def connected(self) -> bool:
        """Tell whether updates come in."""
        return self._receiver.connected

    def lane(self, chat: str) -> str:
        """Return the lane of a chat that an `Incoming` has named."""
        return self.prefix + chat.partition(":")[2].partition("/")[0]

    async def receive(self, enqueue: Enqueue, heartbeat: Heartbeat) -> None:
        """Bring in updates until cancelled; raises `AccessRevokedError`."""
        await self._receiver.run(enqueue, heartbeat)

    async def parse(self, body: bytes) -> Envelope | None:
        """Return the envelope in an update, None for one that wants no answer; raises `UnreadableError`."""
        return noticed(body) or self._reader.parse(body)

    def unasked(self, chat: str, _reach: str) -> Mapping[str, str]:
        """Return the address of what nobody has asked for in a chat."""
        return unasked(chat)

    async def send_placeholder(self, envelope: Envelope, reply: Reply) -> str:
        """Put an empty message where the reply will go, and return what names it."""
        return await self._sender.send_placeholder(envelope, reply)

    async def edit(self, envelope: Envelope, place: str, reply: Reply) -> None:
        """Write the reply into its message; doing it again changes nothing."""
        await self._sender.edit(envelope, place, reply)
        self._reader.answered(envelope)

    async def show_typing(self, envelope: Envelope) -> None:
        """Show that an answer is being looked for; never raises."""
        await self._sender.show_typing(envelope)

    async def download(self, file: Attachment, most: int) -> bytes:
        """Return the content of a file that somebody sent, of `most` bytes at most; raises what `Download` names."""
        return await self._files.download(file, most)


@asynccontextmanager
async def connect(options: Options, log: EventLog, clock: Callable[[], float] = time.time) -> AsyncIterator[Telegram]:
    """Connect, and yield the platform; waits where nobody answers.

    Raises `AccessRevokedError` for a token that is refused.
    """
    request = AiohttpRequest()
    client = open_client(options, request)
    await request.initialize()
    menus: asyncio.Task[None] | None = None
    try:
        me = await _introduced(client, log)
        menus = asyncio.create_task(publish(client, options.menus, log))
        yield _platform(client, me, options, log, clock)
    finally:
        if menus is not None:
            menus.cancel()
            with suppress(asyncio.CancelledError):
                await menus
        await request.shutdown()


async def _introduced(client: Client, log: EventLog) -> User:
    """Return who we are, however long the Bot API can't be reached; raises `AccessRevokedError`."""
    while True:
        try:
            return await asked(client.get_me())
        except (RetryAfterError, OutcomeUnknownError, TurnedError) as error:
            wait = pause(error, AGAIN)
            log("not_reached", {"error": type(error).__name__, "again_in": wait})
            await rest(wait, lambda: None)


def _platform(client: Client, me: User, options: Options, log: EventLog, clock: Callable[[], float]) -> Telegram:
    seal = Seal(options.token)
    us = Identity(me.id, me.username or "", options.commands)
    receiver = Receiver(client, options, prefix_of(me.id), log)
    reader, sender = UpdateParser(us, seal, clock), Sender(client, seal, options.draw)
    direct = DirectSender(client, sender, reader.numbers, options.once, reader.answered, log, clock)
    return Telegram(us, reader, sender, direct, receiver, Files(client), exclusive=not options.webhook_url)


def prefix_of(bot: int) -> str:
    """Return what the keys and lanes of a bot begin with."""
    return f"{PLATFORM}:{bot}:"
