"""Updates on their way to the bot: the queue, long polling, and the webhook.

Rule of this module: an update is forgotten only when a later `getUpdates` has asked for a higher one, or when the
webhook has answered 2xx; until then it comes again, as often as it takes.
"""

import asyncio
import json
import re
from collections import Counter, OrderedDict, deque
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from tests.servers.bot_api.values import Json, Params, RefusedError, bad

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Updates that only come to those who name them in `allowed_updates`."""
GONE_ON = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
HOOKED = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


@dataclass(slots=True)
class Hook:
    """Where updates are sent."""

    url: str = ""
    secret: str = ""
    most: int = 40
    last_error: str = ""
    last_error_at: float = 0.0

    def headers(self) -> dict[str, str]:
        """Return what is sent along with each update."""
        secret_header = {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}
        return secret_header | {"Content-Type": "application/json"}


@dataclass(slots=True)
class Updates:
    """The queue of one bot; `repeat_after` (seconds) is the pause before a delivery that failed is repeated."""

    repeat_after: float = 0.1
    timeout: float = 10.0
    """Seconds that the webhook has for its answer."""
    pending: OrderedDict[int, Json] = field(default_factory=OrderedDict)
    hook: Hook = field(default_factory=Hook)
    allowed: frozenset[str] | None = None
    delivered: Counter[int] = field(default_factory=Counter)
    """How often each update went out, whether or not it arrived."""
    refused: Counter[int] = field(default_factory=Counter)
    """Answers of the webhook that were not 2xx, by status; 0 where there was none."""
    polls: int = 0
    hooks: int = 0
    """How often a webhook was set."""
    conflicts: int = 0
    last: int = 1000
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    """Set whenever something happens that somebody may wait for."""
    _grown: asyncio.Event = field(default_factory=asyncio.Event)
    _poller: asyncio.Future[None] | None = None
    _lanes: dict[str, deque[int]] = field(default_factory=dict)
    _pumps: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _session: aiohttp.ClientSession | None = None
    _slots: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(40))

    def add(self, update: Json) -> int:
        """Queue an update, numbered where it is not; return its number, 0 where the bot has not asked for its kind."""
        kinds = update.keys() - {"update_id"}
        if self.allowed is not None and not kinds & self.allowed and len(kinds) == 1:
            return 0
        if "update_id" not in update:
            self.last += 1
            update = {"update_id": self.last, **update}
        number = int(update["update_id"])
        self.last = max(self.last, number)
        self.pending[number] = update
        if self.hook.url:
            self._send(number, update)
        self._grown.set()
        return number

    async def take(self, params: Params) -> list[Json]:
        """Answer `getUpdates`; the newer one of two pollers wins, and the older one is told so (409)."""
        if self.hook.url:
            raise RefusedError(409, HOOKED)
        self.polls += 1
        self._allow(params)
        self._confirm(params.number("offset"))
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(RefusedError(409, GONE_ON))
            self.conflicts += 1
        mine = self._poller = asyncio.get_running_loop().create_future()
        try:
            return await self._wait(params, mine)
        finally:
            if mine.done():
                mine.exception()
            else:
                mine.cancel()

    async def _wait(self, params: Params, ousted: asyncio.Future[None]) -> list[Json]:
        offset, most = params.number("offset"), min(max(params.number("limit", 100), 1), 100)
        loop = asyncio.get_running_loop()
        end = loop.time() + min(max(params.number("timeout"), 0), 50)
        while True:
            found = [update for number, update in self.pending.items() if number >= offset][:most]
            if found or loop.time() >= end:
                self.delivered.update(int(update["update_id"]) for update in found)
                return found
            self._grown.clear()
            grown = asyncio.ensure_future(self._grown.wait())
            try:
                waited: set[asyncio.Future[Any]] = {grown, ousted}
                await asyncio.wait(waited, timeout=end - loop.time(), return_when=asyncio.FIRST_COMPLETED)
            finally:
                grown.cancel()
            if ousted.done():
                ousted.result()

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            offset = ([*self.pending][offset:] or [0])[0]
        while self.pending and next(iter(self.pending)) < offset:
            self.pending.popitem(last=False)

    def _allow(self, params: Params) -> None:
        named = params.json("allowed_updates")
        if named is not None:
            self.allowed = frozenset(named) or None

    async def set_hook(self, params: Params) -> str:
        """Answer `setWebhook`; return the description of the result."""
        url, secret = params.text("url"), params.text("secret_token")
        if secret and not SECRET.fullmatch(secret):
            raise bad("secret token contains unallowed characters")
        if not url:
            return await self.drop_hook(params)
        address = urlsplit(url)
        if address.scheme != "https" and address.hostname not in ("127.0.0.1", "localhost"):
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        self._allow(params)
        self._forget(params)
        await self._stop()
        self.hook = Hook(url, secret, min(max(params.number("max_connections", 40), 1), 100))
        self.hooks += 1
        self._slots = asyncio.Semaphore(self.hook.most)
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(RefusedError(409, "Conflict: terminated by setWebhook request"))
        for number, update in self.pending.items():
            self._send(number, update)
        return "Webhook was set"

    async def drop_hook(self, params: Params) -> str:
        """Answer `deleteWebhook`."""
        await self._stop()
        had, self.hook = self.hook.url, Hook()
        self._forget(params)
        return "Webhook was deleted" if had else "Webhook is already deleted"

    def _forget(self, params: Params) -> None:
        if params.flag("drop_pending_updates"):
            self.pending.clear()
            self._lanes.clear()

    def info(self) -> Json:
        """Answer `getWebhookInfo`."""
        said: Json = {"url": self.hook.url, "has_custom_certificate": False, "pending_update_count": len(self.pending)}
        if self.hook.url:
            said["max_connections"] = self.hook.most
        if self.hook.last_error:
            said |= {"last_error_date": int(self.hook.last_error_at), "last_error_message": self.hook.last_error}
        if self.allowed is not None:
            said["allowed_updates"] = sorted(self.allowed)
        return said

    def _send(self, number: int, update: Json) -> None:
        """Queue an update for the webhook: what is of one chat goes out one after the other, as Telegram sends it."""
        lane = lane_of(update)
        self._lanes.setdefault(lane, deque()).append(number)
        if lane not in self._pumps:
            self._pumps[lane] = asyncio.ensure_future(self._pump(lane))

    async def _pump(self, lane: str) -> None:
        queue = self._lanes[lane]
        while queue:
            number = queue[0]
            update = self.pending.get(number)
            if update is None or await self._post(number, update):
                self.pending.pop(number, None)
                queue.popleft()
                self.changed.set()
            else:
                self.changed.set()
                await asyncio.sleep(self.repeat_after)
        del self._lanes[lane], self._pumps[lane]

    async def _post(self, number: int, update: Json) -> bool:
        """Deliver an update; tell whether the webhook has taken it."""
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        body = json.dumps(update).encode()
        limit = aiohttp.ClientTimeout(total=self.timeout)
        async with self._slots:
            self.delivered[number] += 1
            self.changed.set()
            try:
                async with self._session.post(
                    self.hook.url, data=body, headers=self.hook.headers(), timeout=limit, allow_redirects=False
                ) as answer:
                    status = answer.status
            except (aiohttp.ClientError, TimeoutError, OSError):
                status = 0
        if 200 <= status < 300:
            return True
        self.refused[status] += 1
        self.hook.last_error = f"Wrong response from the webhook: {status}" if status else "Connection refused"
        self.hook.last_error_at = asyncio.get_running_loop().time()
        return False

    async def _stop(self) -> None:
        for pump in (pumps := [*self._pumps.values()]):
            pump.cancel()
        for pump in pumps:
            with suppress(asyncio.CancelledError):
                await pump
        self._pumps.clear()
        self._lanes.clear()

    async def close(self) -> None:
        """Stop sending and let go of every connection."""
        await self._stop()
        if self._poller is not None and not self._poller.done():
            self._poller.cancel()
        if self._session is not None:
            await self._session.close()


def lane_of(update: Json) -> str:
    """Return the chat (or the person) that an update belongs to; an update of no known shape stands for itself."""
    for kind in ("message", "edited_message", "channel_post", "edited_channel_post", "callback_query", "inline_query"):
        match update.get(kind):
            case {"chat": {"id": chat}} | {"message": {"chat": {"id": chat}}}:
                return f"chat {chat}"
            case {"from": {"id": user}}:
                return f"user {user}"
    return f"update {update.get('update_id')}"
