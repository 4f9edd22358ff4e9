"""Slack: commands, mentions, direct messages, shortcuts, Home and the assistant's pane, over Socket Mode or HTTP.

Rule of this room: an update is kept before it is acknowledged, and read after that; what is sent can be found again, or
is placed first and filled after that. Bolt and Slack's SDK are imported here alone.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace

from aiohttp import ClientSession, ClientTimeout
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from slack_sdk.web.async_client import AsyncWebClient

from bot.chat import Attachment, Reply
from bot.platforms.connections import listen_at
from bot.platforms.slack.addresses import reach, unasked, unpacked
from bot.platforms.slack.app import build
from bot.platforms.slack.calls import Calls
from bot.platforms.slack.chats import NAME, lane
from bot.platforms.slack.direct import DirectSender
from bot.platforms.slack.enclosing import Enclosing
from bot.platforms.slack.files import Files
from bot.platforms.slack.http import Door, routes
from bot.platforms.slack.installing import Installations
from bot.platforms.slack.keeping import Keeping
from bot.platforms.slack.locales import Locales
from bot.platforms.slack.options import Options
from bot.platforms.slack.reading import parse
from bot.platforms.slack.refusals import mapped
from bot.platforms.slack.sending import Sending
from bot.platforms.slack.socket import Connection, connected, stay
from bot.platforms.slack.threads import THREADS_KEPT, Threads
from bot.platforms.slack.workspaces import ManyWorkspaces, OneWorkspace, Workspaces
from bot.transport import (
    Enqueue,
    Envelope,
    EventLog,
    Heartbeat,
    KeyValueStore,
    OutcomeUnknownError,
    RetryAfterError,
    noticed,
)

TIMEOUT = ClientTimeout(total=15.0, connect=5.0)
"""Seconds for a request to Slack; what takes longer may have been taken."""
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
"""Seconds between two tries to reach Slack at the start."""
BEAT = 5.0
"""Seconds between two signs of life of a server that waits for requests."""


class Slack:
    """Slack, connected; a `Transport` with a receiver."""

    name = NAME

    def __init__(self, options: Options, client: AsyncWebClient, ours: "Ours") -> None:
        self._options = options
        self._client = client
        self._ours = ours
        self._sending = Sending(ours.calls, ours.threads, Enclosing(ours.calls, options.draw))
        self.direct = DirectSender(ours.calls, self._sending, options.once, ours.log)
        """How an answer is sent as one message."""
        self.prefix = ours.prefix
        self.exclusive = False
        """Several processes may be connected: Slack hands each update to one of them."""
        self.me = f"@{ours.called}" if ours.called else ""
        self.port = 0
        """Where it listens, once it does."""
        self._socket: Connection | None = None
        self._listening = False

    @property
    def connected(self) -> bool:
        """Tell whether updates come in: a connection is open, or Slack's requests are waited for."""
        return self._socket.alive if self._socket is not None else self._listening

    async def receive(self, enqueue: Enqueue, heartbeat: Heartbeat) -> None:
        """Bring in updates until cancelled; raises `AccessRevokedError`."""
        options, ours = self._options, self._ours
        keeping = Keeping(ours.prefix, enqueue, ours.workspaces.leave)
        app = build(options, self._client, ours.installations, keeping)
        async with AsyncExitStack() as stack:
            stack.callback(self._left)
            if options.listens:
                door = Door(app, options.signing_secret, ours.log)
                listen = options.port or listen_at(options.listen, ours.log)
                self.port = await stack.enter_async_context(listen(routes(door)))
                self._listening = True
            if options.app_token:
                socket = connected(app, options.app_token, self._client, ours.log)
                self._socket = await stack.enter_async_context(socket)
                await stay(self._socket, heartbeat)
            while True:
                heartbeat()
                await asyncio.sleep(BEAT)

    def _left(self) -> None:
        """Note that nothing comes in any more."""
        self._socket, self._listening = None, False

    async def parse(self, body: bytes) -> Envelope | None:
        """Return the envelope in an update, None for one that wants no answer; raises `UnreadableError`.

        A thread that this process does not know may be one that another process answers in.
        """
        if (own := noticed(body)) is not None:
            return own
        threads, unknown = self._ours.threads, []

        def answers_in(channel: str, thread: str) -> bool:
            name = f"{channel}/{thread}"
            if name not in threads:
                unknown.append(name)
            return name in threads

        envelope = parse(body, self._ours.me, answers_in)
        if envelope is None and unknown and await threads.look(unknown[0]):
            envelope = parse(body, self._ours.me, answers_in)
        if envelope is None:
            return None
        at = unpacked(envelope.address)
        language = self._ours.locales.of(at)
        return replace(envelope, incoming=replace(envelope.incoming, language=language, reach=reach(at)))

    def unasked(self, chat: str, reach: str) -> Mapping[str, str]:
        """Return the address of what nobody has asked for in a chat."""
        return unasked(chat, reach).packed()

    def lane(self, chat: str) -> str:
        """Return the lane of a chat that an `Incoming` has named."""
        return lane(self.prefix, chat)

    async def send_placeholder(self, envelope: Envelope, reply: Reply) -> str:
        """Put an empty message where the reply will go, and return what names it."""
        return await self._sending.send_placeholder(envelope, reply)

    async def edit(self, envelope: Envelope, place: str, reply: Reply) -> None:
        """Write the reply into its place; doing it again changes nothing."""
        await self._sending.edit(envelope, place, reply)

    async def show_typing(self, envelope: Envelope) -> None:
        """Show that an answer is being looked for; never raises."""
        await self._sending.show_typing(envelope)

    async def download(self, file: Attachment, most: int) -> bytes:
        """Return the content of a file that somebody sent, of `most` bytes at most; raises what `Download` names."""
        return await self._ours.files.download(file, most)


@dataclass(frozen=True, slots=True)
class Ours:
    """What the bot knows of itself in Slack: its own id and what it is called, both empty for many workspaces."""

    prefix: str
    me: str
    called: str
    log: EventLog
    workspaces: Workspaces
    installations: Installations | None
    threads: Threads
    calls: Calls
    locales: Locales
    files: Files


@asynccontextmanager
async def connect(options: Options, log: EventLog, keep: KeyValueStore) -> AsyncIterator[Slack]:
    """Open a session with Slack and learn who the bot is; raises `AccessRevokedError` for a token that is refused.

    `keep` holds what must outlive the process: who installed the app, and which threads the bot answers in.
    """
    async with ClientSession(timeout=TIMEOUT) as session:
        client = AsyncWebClient(options.bot_token or None, base_url=options.api, session=session, retry_handlers=[])
        prefix, me, called = await _names(options, client, log)
        threads = Threads(keep, prefix, log)
        await threads.load()
        installations = Installations(keep, prefix) if options.many else None
        workspaces = _workspaces(options, client, installations, log)
        calls = Calls(client, session, workspaces)
        locales = Locales(calls)
        files = Files(calls, session, workspaces, options.api_url)
        dropping = asyncio.create_task(threads.drop_old())
        try:
            ours = Ours(prefix, me, called, log, workspaces, installations, threads, calls, locales, files)
            yield Slack(options, client, ours)
        finally:
            dropping.cancel()
            await asyncio.gather(dropping, return_exceptions=True)
            await locales.close()


async def _names(options: Options, client: AsyncWebClient, log: EventLog) -> tuple[str, str, str]:
    """Return what keys and lanes begin with, the bot's own id and its name; waits until Slack can be reached."""
    if options.many:
        return f"{NAME}:{options.client_id}:", "", ""
    pause = FIRST_PAUSE
    while True:
        try:
            with mapped():
                found = await client.auth_test()
                prefix = f"{NAME}:{found.get('bot_id') or found['user_id']}:"
                return prefix, str(found["user_id"]), str(found.get("user") or "")
        except (OutcomeUnknownError, RetryAfterError) as error:
            wait = min(error.seconds, LONGEST_PAUSE) if isinstance(error, RetryAfterError) else pause
        log("slack_unreachable", {"again_in": round(wait, 1)})
        await asyncio.sleep(wait)
        pause = min(2 * pause, LONGEST_PAUSE)


def _workspaces(
    options: Options, client: AsyncWebClient, installations: Installations | None, log: EventLog
) -> Workspaces:
    if installations is None:
        return OneWorkspace(options.bot_token)
    rotator = AsyncTokenRotator(client_id=options.client_id, client_secret=options.client_secret, client=client)
    return ManyWorkspaces(installations, rotator, log)


__all__ = ["NAME", "THREADS_KEPT", "Options", "Slack", "connect"]
