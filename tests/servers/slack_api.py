"""Slack on 127.0.0.1: Web API, Socket Mode, response_urls, signed requests, and everything that can go wrong there.

Rule of this module: it behaves as Slack's reference pages say, faults included; it knows nothing of the bot. Requests
are signed with slack_sdk's own signer, blocks are checked with slack_sdk's own models.

As a process: python -m tests.servers.slack_api PORT [URL of the bot's HTTP endpoint]
"""

import asyncio
import json
import random
import re
import sys
import time
from collections import Counter, defaultdict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from uuid import uuid4

from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector, WSMsgType, web
from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.signature import SignatureVerifier

from tests.servers.slack_files import LOGIN_PAGE, SlackFiles
from tests.servers.slack_payloads import BOT, BOT_USER, TEAM, Payload, Payloads, as_form, kind_of

SECRET = "signing-secret"  # noqa: S105 - not one
TOKEN, APP_TOKEN = "xoxb-test-token", "xapp-test-token"
BLOCKS_IN_ALL = 13_200
"""Characters in blocks that Slack refuses (bolt-js#2509)."""
MOST_BLOCKS = {"message": 50, "view": 100}
LONGEST_UPDATE = 4_000
USES, LIFETIME = 5, 1_800.0
"""Of a response_url: how often, and seconds."""


@dataclass
class Fault:
    """What goes wrong with the next `times` requests for a method ("respond" for response_urls).

    `error` is Slack's word, `status` and `body` an answer that is none of Slack's; `after` breaks the connection when
    the request has been carried out, `before` breaks it instead; `freeze` waits for seconds and then goes on.
    """

    method: str
    times: int = 1
    error: str = ""
    status: int = 200
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    before: bool = False
    after: bool = False
    freeze: float = 0.0
    channel: str = ""
    chance: float = 1.0
    """How likely it is that it goes wrong, drawn in the same way every time."""
    draws: random.Random = field(default_factory=lambda: random.Random(11), repr=False)  # noqa: S311 - no secret


@dataclass
class Message:
    """A message in a channel: what it shows now, and everything that it has shown."""

    channel: str
    ts: str
    content: Payload
    history: list[Payload] = field(default_factory=list)
    seen: float = 0.0
    """From when the history shows it, on the monotonic clock."""

    def json(self) -> Payload:
        """Return it as the history shows it to the app that wrote it."""
        kept = {name: self.content[name] for name in ("text", "blocks", "thread_ts", "files") if name in self.content}
        first = self.history[0].get("metadata")
        return {"type": "message", "ts": self.ts, "bot_id": BOT, "user": BOT_USER, **kept} | (
            {"metadata": first} if first else {}
        )


@dataclass
class Ephemeral:
    """What one person sees of a command or a tap."""

    content: Payload | None = None
    history: list[Payload] = field(default_factory=list)
    uses: int = 0
    born: float = field(default_factory=time.monotonic)
    notify: Callable[[], object] = lambda: None
    """Called when it shows something new."""


class SlackServer:
    """A workspace; `retries` are the seconds between the tries of an event, `ack` how long an answer is waited for."""

    def __init__(self, *, ack: float = 3.0, retries: tuple[float, ...] = (0.05, 0.3, 1.0)) -> None:
        self.ack_timeout = ack
        self.retries = retries
        self.faults: list[Fault] = []
        self.calls: list[tuple[str, Payload]] = []
        self.tokens = {TOKEN: TEAM}
        self.locale = "en-US"
        self.scopes = "chat:write,commands,app_mentions:read"
        self.messages: dict[tuple[str, str], Message] = {}
        self.private: defaultdict[str, Ephemeral] = defaultdict(Ephemeral)
        self.views: dict[str, Payload] = {}
        self.homes: dict[str, Payload] = {}
        self.unfurls: list[Payload] = []
        self.files = SlackFiles()
        self.lag = 0.0
        """Seconds by which the history is behind what was posted, at most."""
        self.closed: set[str] = set()
        """Channels that the bot may post into and not read."""
        self.outside: set[str] = set()
        """Channels that the bot is no member of: it may post there, and share no file."""
        self.page = 1000
        """Messages that the history gives at once, at most; 15 for apps that are not in the Marketplace."""
        self._lags = random.Random(11)  # noqa: S311 - no secret
        self.prompts: list[Payload] = []
        self.statuses: list[Payload] = []
        self.sockets: list[web.WebSocketResponse] = []
        self.too_many = 0
        self.triggers: set[str] = set()
        self.expired: set[str] = set()
        self.gone: set[str] = set()
        self.counts: Counter[str] = Counter()
        self.refresh: dict[str, Payload] = {}
        self.frozen = asyncio.Event()
        self.frozen.set()
        self._acks: dict[str, asyncio.Future[Payload | None]] = {}
        self._numbers = iter(range(1, 10**9))
        self._turn = 0
        self.base = ""
        self.payloads = Payloads("")
        self.session: ClientSession

    # -- the server ---------------------------------------------------------------------------------------------------

    @asynccontextmanager
    async def running(self, port: int = 0) -> AsyncIterator["SlackServer"]:
        app = web.Application(client_max_size=50 * 2**20)
        app.router.add_post("/api/{method}", self._api)
        app.router.add_get("/link", self._link)
        app.router.add_post("/upload/v1/{name}", self._upload)
        app.router.add_get("/files-pri/{path:.*}", self._file)
        app.router.add_get("/", self._login)
        app.router.add_post("/respond/{name}", self._respond)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", port, backlog=512)
        await site.start()
        self.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
        self.payloads = Payloads(self.base)
        self.session = ClientSession(connector=TCPConnector(limit=0))
        try:
            yield self
        finally:
            await self.session.close()
            for socket in list(self.sockets):
                with suppress(Exception):
                    await socket.close()
            await runner.cleanup()

    async def _api(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        given = await _arguments(request)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ") or str(given.get("token", ""))
        await self.frozen.wait()
        self.counts[method] += 1
        fault = self._fault(method, str(given.get("channel", "")))
        if (early := await self._early(fault, request)) is not None:
            return early
        given["token"] = token
        self.calls.append((method, given))
        answer = self._refused(method, token) or self._do(method, given)
        if fault and fault.after:
            return _aborted(request)
        return web.json_response(answer, headers={"x-oauth-scopes": self.scopes})

    async def _file(self, request: web.Request) -> web.StreamResponse:
        return await self.files.hand(request, self.tokens)

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        await self.frozen.wait()
        self.counts["upload"] += 1
        fault = self._fault("upload", "")
        if (early := await self._early(fault, request)) is not None:
            return early
        answer = await self.files.take(request)
        return _aborted(request) if fault and fault.after else answer

    async def _login(self, _request: web.Request) -> web.StreamResponse:
        self.counts["login"] += 1
        return web.Response(text=LOGIN_PAGE, content_type="text/html")

    def _fault(self, method: str, channel: str) -> Fault | None:
        for fault in self.faults:
            if fault.method != method or fault.times <= 0 or fault.channel not in {"", channel}:
                continue
            if fault.chance >= 1 or fault.draws.random() < fault.chance:
                fault.times -= 1
                return fault
        return None

    async def _early(self, fault: Fault | None, request: web.Request) -> web.StreamResponse | None:
        """Return what a fault answers before anything was carried out."""
        if fault is None:
            return None
        if fault.freeze:
            await asyncio.sleep(fault.freeze)
        if fault.before:
            return _aborted(request)
        if fault.error:
            return web.json_response({"ok": False, "error": fault.error}, status=fault.status, headers=fault.headers)
        if fault.status != 200 or fault.body:
            return web.Response(text=fault.body, status=fault.status, headers=fault.headers, content_type="text/html")
        return None

    def _refused(self, method: str, token: str) -> Payload | None:
        if method == "oauth.v2.access":
            return None
        if method == "apps.connections.open":
            return None if token == APP_TOKEN else {"ok": False, "error": "invalid_auth"}
        return None if token in self.tokens else {"ok": False, "error": "invalid_auth"}

    def _do(self, method: str, given: Payload) -> Payload:
        does = getattr(self, "_" + method.replace(".", "_"), None)
        if does is None:
            return {"ok": False, "error": "unknown_method"}
        problem = self._problem(given) if method != "files.completeUploadExternal" else ""
        if problem:
            return {"ok": False, "error": problem}
        answer: Payload = does(given)
        return {"ok": "error" not in answer, **answer}

    # -- the Web API --------------------------------------------------------------------------------------------------

    def _auth_test(self, given: Payload) -> Payload:
        who = {"team": "Example", "user": "article-bot", "user_id": BOT_USER, "bot_id": BOT}
        return {"url": "https://example.slack.com/", "team_id": self.tokens.get(given["token"], TEAM), **who}

    def _users_info(self, given: Payload) -> Payload:
        return {"user": {"id": given.get("user"), "locale": self.locale}}

    def _files_info(self, given: Payload) -> Payload:
        return self.files.info(given)

    def _files_getUploadURLExternal(self, given: Payload) -> Payload:  # noqa: N802 - Slack's name
        return self.files.begin(given, self.base)

    def _files_completeUploadExternal(self, given: Payload) -> Payload:  # noqa: N802 - as above
        [file] = json.loads(given["files"])
        channel = str(given.get("channel_id") or "")
        if channel and not re.fullmatch(r"[CGDZ][A-Z0-9]+", channel):
            return {"error": "invalid_arguments"}
        if channel in self.gone | self.outside:
            return {"error": "channel_not_found" if channel in self.gone else "not_in_channel"}
        blocks = json.loads(given.get("blocks") or "[]")
        if problem := self._problem({"blocks": blocks}):
            return {"error": problem}
        answer = self.files.complete(str(file["id"]), str(file.get("title") or ""))
        if "error" in answer:
            return answer
        if channel:
            self._share(str(file["id"]), channel, {**given, "text": given.get("initial_comment", ""), "blocks": blocks})
        return {"files": [file]}

    def _share(self, number: str, channel: str, given: Payload) -> None:
        """Make a completed file a message."""
        ts = f"{1_800_000_000 + next(self._numbers)}.000200"
        thread = {"thread_ts": given["thread_ts"]} if given.get("thread_ts") else {}
        told = self.files.known[number].told
        content = {"channel": channel, "text": given["text"], "blocks": given["blocks"], "files": [told], **thread}
        self.messages[channel, ts] = Message(channel, ts, content, [content])
        told["shares"] = {"private" if channel.startswith("D") else "public": {channel: [{"ts": ts, **thread}]}}

    def _conversations_open(self, given: Payload) -> Payload:
        user = str(given.get("users") or "")
        return {"channel": {"id": f"D0{user[2:]}"}} if user.startswith(("U", "W")) else {"error": "users_not_found"}

    def _problem(self, given: Payload) -> str:
        """Return what Slack would find wrong with the blocks in a request; a picture in them is a file of its own."""
        blocks = (given.get("view") or given).get("blocks") or []
        pictures = [block for block in blocks if block.get("type") == "image"]
        if not all(self.files.is_picture(str((one.get("slack_file") or {}).get("id"))) for one in pictures):
            return "invalid_blocks"
        return _problem(given)

    def _apps_connections_open(self, _given: Payload) -> Payload:
        return {"url": f"{self.base.replace('http', 'ws')}/link?ticket={uuid4()}"}

    def _chat_postMessage(self, given: Payload) -> Payload:  # noqa: N802 - Slack's name
        channel = str(given["channel"])
        if channel in self.gone:
            return {"error": "channel_not_found"}
        channel = f"D0{channel[2:]}" if channel.startswith("U") else channel
        ts = f"{1_800_000_000 + next(self._numbers)}.000200"
        message = Message(channel, ts, given)
        message.seen = time.monotonic() + self._lags.uniform(0, self.lag)
        self.messages[channel, ts] = message
        self._show(message, given)
        return {"channel": channel, "ts": ts, "message": {"text": given.get("text")}}

    def _conversations_history(self, given: Payload) -> Payload:
        shown = [m for m in self._shown_in(given) if "thread_ts" not in m.history[0]]
        return self._paged(given, shown[::-1])

    def _conversations_replies(self, given: Payload) -> Payload:
        root = str(given["ts"])
        return self._paged(given, [m for m in self._shown_in(given) if root in {m.ts, m.history[0].get("thread_ts")}])

    def _shown_in(self, given: Payload) -> list[Message]:
        oldest, now = float(given.get("oldest") or 0), time.monotonic()
        of_channel = [m for m in self.messages.values() if m.channel == given["channel"] and m.seen <= now]
        latest = float(given.get("latest") or "inf")
        return [m for m in of_channel if oldest < float(m.ts) <= latest]

    def _chat_delete(self, given: Payload) -> Payload:
        there = self.messages.pop((str(given["channel"]), str(given["ts"])), None)
        return {"ts": there.ts} if there else {"error": "message_not_found"}

    def _paged(self, given: Payload, found: list[Message]) -> Payload:
        if given["channel"] in self.closed | self.outside:
            return {"error": "not_in_channel"}
        first, most = int(given.get("cursor") or 0), min(int(given.get("limit") or 100), self.page)
        messages = [message.json() for message in found[first : first + most]]
        if str(given.get("include_all_metadata")).lower() != "true":
            messages = [{name: value for name, value in m.items() if name != "metadata"} for m in messages]
        more = first + most < len(found)
        cursor = str(first + most) if more else ""
        return {"messages": messages, "has_more": more, "response_metadata": {"next_cursor": cursor}}

    def _chat_update(self, given: Payload) -> Payload:
        message = self.messages.get((str(given["channel"]), str(given["ts"])))
        if message is None:
            return {"error": "message_not_found"}
        if len(given.get("text") or "") > LONGEST_UPDATE:
            return {"error": "msg_too_long"}
        self._show(message, given)
        return {"channel": message.channel, "ts": message.ts}

    def _show(self, message: Message, given: Payload) -> None:
        message.content = given
        message.history.append(given)

    def _chat_unfurl(self, given: Payload) -> Payload:
        self.unfurls.append(given)
        return {}

    def _views_open(self, given: Payload) -> Payload:
        trigger, view = str(given["trigger_id"]), given["view"]
        if trigger in self.expired:
            return {"error": "expired_trigger_id"}
        if trigger in self.triggers:
            return {"error": "trigger_exchanged"}
        self.triggers.add(trigger)
        name = f"V{next(self._numbers)}"
        self.views[name] = {"id": name, **view}
        return {"view": self.views[name]}

    def _views_update(self, given: Payload) -> Payload:
        wanted = given.get("view_id") or given.get("external_id")
        for name, view in self.views.items():
            if wanted in {name, view.get("external_id")}:
                self.views[name] = {"id": name, "external_id": view.get("external_id"), **given["view"]}
                return {"view": self.views[name]}
        return {"error": "not_found"}

    def _views_publish(self, given: Payload) -> Payload:
        self.homes[str(given["user_id"])] = given["view"]
        return {"view": {"id": "VHOME", **given["view"]}}

    def _assistant_threads_setStatus(self, given: Payload) -> Payload:  # noqa: N802
        self.statuses.append(given)
        return {}

    def _assistant_threads_setSuggestedPrompts(self, given: Payload) -> Payload:  # noqa: N802
        self.prompts.append(given)
        return {}

    def _oauth_v2_access(self, given: Payload) -> Payload:
        if given.get("grant_type") == "refresh_token":
            return self.refresh.pop(str(given.get("refresh_token")), {"error": "invalid_refresh_token"})
        team = str(given.get("code", "")).removeprefix("code-")
        token = f"xoxb-{team}"
        self.tokens[token] = team
        whole = team.startswith("E")
        workspace, organization = (None, {"id": team, "name": team}) if whole else ({"id": team, "name": team}, None)
        return {
            "access_token": token, "token_type": "bot", "scope": "chat:write,commands", "bot_user_id": BOT_USER,
            "app_id": "A0001", "team": workspace, "enterprise": organization,
            "is_enterprise_install": whole, "authed_user": {"id": "U0ADMIN"},
        }  # fmt: skip

    # -- response_urls ------------------------------------------------------------------------------------------------

    async def _respond(self, request: web.Request) -> web.StreamResponse:
        name, given = request.match_info["name"], await _arguments(request)
        await self.frozen.wait()
        self.counts["respond"] += 1
        fault = self._fault("respond", "")
        seen = self.private[name]
        if (early := await self._early(fault, request)) is not None:
            return early
        seen.uses += 1
        if time.monotonic() - seen.born > LIFETIME or name in self.expired:
            return web.json_response({"ok": False, "error": "expired_url"}, status=404)
        if seen.uses > USES:
            return web.json_response({"ok": False, "error": "used_url"}, status=404)
        blocks = given.get("blocks") or []
        problem = "invalid_blocks" if any(one.get("type") == "image" for one in blocks) else _problem(given)
        if problem:
            return web.Response(text=problem, status=400)
        seen.content = given
        seen.history.append(given)
        seen.notify()
        if fault and fault.after:
            return _aborted(request)
        return web.Response(text="ok")

    # -- Socket Mode --------------------------------------------------------------------------------------------------

    async def _link(self, request: web.Request) -> web.StreamResponse:
        await self.frozen.wait()
        socket = web.WebSocketResponse(max_msg_size=0, autoping=False)
        await socket.prepare(request)
        self.counts["sockets"] += 1
        if self.too_many > 0:
            self.too_many -= 1
            await socket.send_json({"type": "disconnect", "reason": "too_many_websockets"})
        else:
            self.sockets.append(socket)
            await socket.send_json({"type": "hello", "num_connections": len(self.sockets)})
        try:
            async for message in socket:
                await self.frozen.wait()
                if message.type is WSMsgType.PING:
                    await socket.pong(message.data)
                elif message.type is WSMsgType.TEXT:
                    self._acked(json.loads(message.data))
        finally:
            if socket in self.sockets:
                self.sockets.remove(socket)
        return socket

    def _acked(self, answer: Payload) -> None:
        waiting = self._acks.pop(str(answer.get("envelope_id")), None)
        if waiting and not waiting.done():
            waiting.set_result(answer.get("payload"))

    async def disconnect(self, reason: str = "refresh_requested") -> None:
        """Ask every client politely to connect anew."""
        for socket in list(self.sockets):
            await socket.send_json({"type": "disconnect", "reason": reason})

    def abort(self) -> None:
        """Break every connection off."""
        for socket in list(self.sockets):
            transport = socket._req.transport if socket._req else None
            if transport:
                transport.abort()

    # -- deliveries ---------------------------------------------------------------------------------------------------

    async def send(self, payload: Payload, url: str = "") -> Payload | None:
        """Deliver a payload once, over HTTP to `url` or over a socket; return the acknowledgement's body ({} for none).

        None is no acknowledgement: what a person would see as a failure, and what is sent again for an event.
        """
        return await (self.post(payload, url) if url else self._over_socket(payload))

    async def deliver(self, payload: Payload, url: str = "") -> bool:
        """Deliver a payload as Slack does: an event again and again, anything else once; tell whether it was taken."""
        answer = await self.send(payload, url)
        tries = self.retries if payload.get("type") == "event_callback" else ()
        for number, wait in enumerate(tries, 1):
            if answer is not None:
                break
            await asyncio.sleep(wait)
            self.counts["retries"] += 1
            answer = await (self.post(payload, url, retry=number) if url else self._over_socket(payload, retry=number))
        self._heard(payload, answer)
        return answer is not None

    def _heard(self, payload: Payload, answer: Payload | None) -> None:
        """Show what the acknowledgement of a command shows."""
        if answer and "command" in payload:
            seen = self.private[str(payload["trigger_id"])]
            if seen.content is None:
                seen.content = answer

    async def post(self, payload: Payload, url: str, *, retry: int = 0) -> Payload | None:
        body, kind = as_form(payload)
        more = {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": "http_timeout"} if retry else {}
        status, text = await self.request(url, body, kind, **more)
        if status != 200:
            return None
        return json.loads(text) if text.startswith("{") else {"text": text} if text else {}

    async def request(
        self, url: str, body: str | bytes, kind: str, *, at: int | None = None, **headers: str
    ) -> tuple[int, str]:
        """Return status and body of a signed request; (0, reason) where there was no answer in time."""
        stamp = str(int(time.time()) if at is None else at)
        signed = SignatureVerifier(SECRET).generate_signature(timestamp=stamp, body=body)
        sent = {"Content-Type": kind, "X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signed or ""}
        try:
            timeout = ClientTimeout(total=self.ack_timeout)
            async with self.session.post(url, data=body, headers=sent | headers, timeout=timeout) as answer:
                return answer.status, await answer.text()
        except (TimeoutError, ClientError) as error:
            return 0, type(error).__name__

    async def _over_socket(self, payload: Payload, *, retry: int = 0) -> Payload | None:
        if not self.sockets:
            return None
        self._turn += 1
        socket = self.sockets[self._turn % len(self.sockets)]
        name = str(uuid4())
        waiting: asyncio.Future[Payload | None] = asyncio.get_running_loop().create_future()
        self._acks[name] = waiting
        kind = kind_of(payload)
        envelope: Payload = {"envelope_id": name, "type": kind, "payload": payload}
        envelope["accepts_response_payload"] = kind != "events_api"
        if kind == "events_api":
            envelope |= {"retry_attempt": retry, "retry_reason": "timeout" if retry else ""}
        try:
            await socket.send_json(envelope)
            return await asyncio.wait_for(waiting, self.ack_timeout) or {}
        except (TimeoutError, ClientError, ConnectionError, RuntimeError):
            self._acks.pop(name, None)
            return None

    # -- what people see ----------------------------------------------------------------------------------------------

    def shown(self) -> list[Payload]:
        """Return what every message, ephemeral and view shows now."""
        private = [seen.content for seen in self.private.values() if seen.content]
        return [message.content for message in self.messages.values()] + private + list(self.views.values())


async def _arguments(request: web.Request) -> Payload:
    if request.content_type == "application/json":
        found: Payload = await request.json()
        return found
    return dict(await request.post()) or dict(request.query)


def _aborted(request: web.Request) -> web.StreamResponse:
    if request.transport:
        request.transport.abort()
    return web.Response()


def _problem(given: Payload) -> str:
    """Return what Slack would find wrong with the blocks in a request."""
    view = given.get("view")
    blocks = (view or given).get("blocks") or []
    if len(blocks) > MOST_BLOCKS["view" if view else "message"]:
        return "invalid_blocks"
    try:
        for block in blocks:
            parsed = Block.parse(block)
            if parsed is None:
                return "invalid_blocks"
            parsed.to_dict()
    except (SlackObjectFormationError, TypeError, ValueError):
        return "invalid_blocks"
    return "msg_blocks_too_long" if sum(map(len, texts(blocks))) > BLOCKS_IN_ALL else ""


def texts(blocks: object) -> list[str]:
    """Return every text in blocks that a person sees, in order."""
    if isinstance(blocks, list):
        return [text for block in blocks for text in texts(block)]
    if not isinstance(blocks, dict):
        return []
    own = [blocks["text"]] if isinstance(blocks.get("text"), str) else []
    return own + [text for name, inner in blocks.items() if name != "value" for text in texts(inner)]


def visible(content: Payload) -> str:
    """Return all that a person sees of a message or a view, as one text; blocks take the place of the text."""
    found = texts(content.get("blocks") or [])
    return "".join(f"{text}\n" for text in _lines(content["blocks"])) if found else str(content.get("text", ""))


def _lines(blocks: list[Payload]) -> list[str]:
    """Return the text of each block, or of each element of a list or rich text, in one piece."""
    lines = []
    for block in blocks:
        inner = block.get("elements", []) if block["type"] == "rich_text" else []
        items = [
            item for element in inner for item in (element["elements"] if "list" in element["type"] else [element])
        ]
        lines += ["".join(texts(item)) for item in items] if items else [" ".join(texts(block))]
    return lines


def buttons(content: Payload) -> dict[str, Payload]:
    """Return the buttons of a message or a view by their labels."""
    found = [e for b in content.get("blocks") or [] if b["type"] == "actions" for e in b["elements"]]
    return {button["text"]["text"]: button for button in found}


async def main(port: int, url: str) -> None:
    """Serve until the input ends; each line of it is a question, asked as a direct message."""
    async with SlackServer().running(port) as server:
        print(server.base, flush=True)  # noqa: T201 - for whoever started it
        lines: deque[str] = deque()
        while line := await asyncio.to_thread(sys.stdin.readline):
            lines.append(line)
            taken = await server.deliver(server.payloads.direct(line.strip()), url)
            print("taken" if taken else "not taken", flush=True)  # noqa: T201


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), *(sys.argv[2:3] or [""])))
