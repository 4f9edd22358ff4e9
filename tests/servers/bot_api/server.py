"""The server itself: one bot, its chats, and the door that every call comes through.

Rule of this module: a call passes the faults, then the checks, then the method; what was done is on record.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from tests.servers.bot_api.faults import Fault, Faults, How, Wire
from tests.servers.bot_api.files import Files
from tests.servers.bot_api.methods import METHODS, WRITES
from tests.servers.bot_api.people import People
from tests.servers.bot_api.record import Message, Record
from tests.servers.bot_api.updates import Updates
from tests.servers.bot_api.values import Json, Params, RefusedError, params_of

TOKEN = "123456789:AAtest-token_of-nobody-0123456789abc"  # noqa: S105 - it opens this server alone
TIMEOUT = 120.0
"""Seconds; a loaded machine is slow, and a test that passes never waits that long."""
BEFORE = (How.LOSE, How.ANSWER, How.DELAY)
"""Faults that take their time before the call is done."""
LONGEST_BODY = 50 * 2**20


@dataclass(frozen=True, slots=True)
class Call:
    """A call that was answered; `status` is 0 where the connection was cut, and `planned` says that a fault did it."""

    method: str
    params: Params
    at: float
    status: int
    description: str = ""
    planned: bool = False

    @property
    def chat(self) -> int:
        """Return the chat that it is about, 0 where there is none."""
        return self.params.number("chat_id")


@dataclass
class BotApi:
    """A Bot API server for one bot; `keeping` False forgets calls at once, for long measurements."""

    token: str = TOKEN
    username: str = "article_bot"
    keeping: bool = True
    record: Record = field(default_factory=Record)
    updates: Updates = field(default_factory=Updates)
    faults: Faults = field(default_factory=Faults)
    files: Files = field(default_factory=Files)
    calls: list[Call] = field(default_factory=list)
    actions: list[tuple[int, str]] = field(default_factory=list)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    profile: dict[tuple[str, str], str] = field(default_factory=dict)
    listeners: list[Callable[[Message], None]] = field(default_factory=list)
    """Told of every message that the bot writes or edits."""
    port: int = 0
    _runner: web.AppRunner | None = None

    def __post_init__(self) -> None:
        self.people = People(self)

    @property
    def url(self) -> str:
        """Return the root that a bot is given instead of https://api.telegram.org."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def me(self) -> Json:
        """Return the bot's user."""
        name = {"first_name": "Article bot", "username": self.username}
        return {"id": int(self.token.partition(":")[0]), "is_bot": True, **name}

    def chat(self, number: int) -> list[Message]:
        """Return what is to be seen in a chat, in order."""
        return [message for message in self.record.by_chat.get(number, []) if not message.deleted]

    def answers(self, chat: int = 42) -> list[Message]:
        """Return what the bot has written into a chat, without placeholders that are empty still."""
        return [message for message in self.chat(chat) if message.ours and not message.empty]

    def refusals(self) -> list[Call]:
        """Return the calls that were refused as bad requests without a fault being planned.

        What only looks whose message it is gets a refusal whatever it finds.
        """
        refused = [call for call in self.calls if call.status == 400 and not call.planned]
        return [call for call in refused if call.method != "stopmessagelivelocation"]

    def named(self, method: str) -> list[Call]:
        """Return the calls of a method."""
        return [call for call in self.calls if call.method == method.lower()]

    async def until(self, condition: Callable[[], object], seconds: float = TIMEOUT) -> None:
        """Return when the condition holds; it is looked at with every call and delivery. Raises `TimeoutError`."""
        async with asyncio.timeout(seconds):
            while not condition():
                self.updates.changed.clear()
                await self.updates.changed.wait()

    async def answer(self, chat: int = 42, after: int = 0, seconds: float = TIMEOUT) -> Message:
        """Return the first message of the bot in a chat that is newer than `after` and has something to read."""
        await self.until(lambda: any(m.id > after for m in self.answers(chat)), seconds)
        return next(m for m in self.answers(chat) if m.id > after)

    def wrote(self, message: Message) -> None:
        """Tell the listeners."""
        for listener in self.listeners:
            listener(message)

    async def up(self, control: web.Application | None = None) -> None:
        """Listen, on the port that it had before; what is not the Bot API goes to `control`."""
        app = web.Application(client_max_size=LONGEST_BODY)
        if control is not None:
            app.add_subapp("/control", control)
        app.router.add_route("*", "/bot{token}/{method}", self._door)
        app.router.add_get("/file/bot{token}/{path:.*}", self._hand)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port, backlog=512)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def down(self) -> None:
        """Refuse connections, and cut those that are open."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def close(self) -> None:
        """Stop for good."""
        self.faults.thaw()
        await self.updates.close()
        await self.down()

    async def _door(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"].lower()
        try:
            params = await params_of(request)
        except RefusedError as refusal:
            return self._finish(request, Params(), _wire(refusal))
        chat = params.number("chat_id") if "chat_id" in params else None
        self.updates.changed.set()
        await self.faults.thawed()
        fault = self.faults.next(method, chat)
        if fault is not None and fault.how in BEFORE:
            await asyncio.sleep(fault.seconds)
        if fault is not None and fault.how is How.LOSE:
            return self._cut(request, params)
        if fault is not None and fault.how is How.ANSWER:
            return self._finish(request, params, Wire(fault.status, fault.body, fault.content_type), fault)
        wire = await self._done(request.match_info["token"], method, params, chat)
        if fault is not None and fault.how not in BEFORE:
            self.updates.changed.set()
            await asyncio.sleep(fault.seconds)
        if fault is not None and fault.how is How.SWALLOW:
            return self._cut(request, params)
        return self._finish(request, params, wire, fault)

    async def _hand(self, request: web.Request) -> web.StreamResponse:
        return await self.files.hand(request, self.token)

    async def _done(self, token: str, method: str, params: Params, chat: int | None) -> Wire:
        try:
            self._check(token, method, chat)
            result = await METHODS[method](self, params)
        except RefusedError as refusal:
            return _wire(refusal)
        return Wire(200, json.dumps({"ok": True, "result": result}))

    def _check(self, token: str, method: str, chat: int | None) -> None:
        if token != self.token or self.faults.revoked:
            raise RefusedError(401, "Unauthorized")
        if method not in METHODS:
            raise RefusedError(404, "Not Found: method not found")
        if method in WRITES:
            self.faults.check(chat)

    def _finish(
        self, request: web.Request, params: Params, wire: Wire, fault: Fault | None = None
    ) -> web.StreamResponse:
        description = str(json.loads(wire.body).get("description", "")) if wire.status != 200 and not fault else ""
        self._note(request, params, wire.status, description, planned=fault is not None)
        return web.Response(status=wire.status, text=wire.body, content_type=wire.content_type)

    def _cut(self, request: web.Request, params: Params) -> web.StreamResponse:
        self._note(request, params, 0, "", planned=True)
        if request.transport is not None:
            request.transport.abort()
        return web.Response()

    def _note(self, request: web.Request, params: Params, status: int, description: str, *, planned: bool) -> None:
        if self.keeping:
            method = request.match_info["method"].lower()
            self.calls.append(Call(method, params, time.monotonic(), status, description, planned))
        self.updates.changed.set()


def _wire(refusal: RefusedError) -> Wire:
    return Wire(refusal.code, json.dumps(refusal.body()))


@asynccontextmanager
async def serving(**options: object) -> AsyncIterator[BotApi]:
    """Yield a server that listens on a free port of 127.0.0.1; `options` are the fields of `BotApi`."""
    api = BotApi(**options)  # type: ignore[arg-type] # they are named at the call
    await api.up()
    try:
        yield api
    finally:
        await api.close()
