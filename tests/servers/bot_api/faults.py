"""What can go wrong between a bot and the Bot API, on request.

Rule of this module: a fault is either planned for some calls (`add`) or lasts until it is lifted; a test reads which.
"""

import asyncio
import json
import random
import time
from dataclasses import dataclass, field
from enum import StrEnum

from tests.servers.bot_api.values import Json, RefusedError

FOREVER = 1_000_000_000


class How(StrEnum):
    """What happens to a call; each takes the fault's `seconds` at its slow place."""

    ANSWER = "answer"
    """It waits, and is answered with `status` and `body`; nothing else happens."""
    LOSE = "lose"
    """It waits, and the connection dies; nothing else happens."""
    SWALLOW = "swallow"
    """It is done, and then the connection dies: the caller can't know."""
    DELAY = "delay"
    """It waits, is done and answered."""
    LINGER = "linger"
    """It is done, waits, and is answered."""


@dataclass(slots=True)
class Fault:
    """What happens to the next `times` calls of a method (any, where empty) in a chat (any, where None)."""

    how: How
    method: str = ""
    chat: int | None = None
    times: int = 1
    skip: int = 0
    """Calls that go well before the first one that does not."""
    status: int = 200
    body: str = ""
    content_type: str = "application/json"
    seconds: float = 0.0
    met: int = 0
    """Calls that it has happened to."""
    chance: float = 1.0
    """How likely it is that it happens to a call, drawn in the same way every time."""
    _draws: random.Random = field(default_factory=lambda: random.Random(11), repr=False)  # noqa: S311 - no secret

    def meets(self, method: str, chat: int | None) -> bool:
        """Tell whether it happens to this call."""
        if self.method.lower() not in ("", method) or self.chat not in (None, chat) or self.met >= self.times:
            return False
        if self.skip:
            self.skip -= 1
            return False
        if self.chance < 1 and self._draws.random() >= self.chance:
            return False
        self.met += 1
        return True


@dataclass(frozen=True, slots=True)
class Wire:
    """An answer as it goes over the wire."""

    status: int
    body: str
    content_type: str = "application/json"


HTML = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><h1>502 Bad Gateway</h1></body>\r\n</html>\r\n"


@dataclass(slots=True)
class Faults:
    """What is broken at the moment."""

    planned: list[Fault] = field(default_factory=list)
    blocked: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)
    floods: dict[int, float] = field(default_factory=dict)
    """Until when a chat is flooded, on the monotonic clock."""
    revoked: bool = False
    _frozen: asyncio.Event | None = None

    def add(self, fault: Fault) -> Fault:
        """Plan a fault; the first one planned that meets a call happens to it."""
        self.planned.append(fault)
        return fault

    def lose(self, method: str = "", chat: int | None = None, times: int = 1, seconds: float = 0.0) -> Fault:
        """Cut the connection before anything happens."""
        return self.add(Fault(How.LOSE, method, chat, times, seconds=seconds))

    def swallow(self, method: str = "", chat: int | None = None, times: int = 1, seconds: float = 0.0) -> Fault:
        """Cut the connection after it has happened."""
        return self.add(Fault(How.SWALLOW, method, chat, times, seconds=seconds))

    def slow(self, method: str = "", chat: int | None = None, times: int = 1, seconds: float = 1.0) -> Fault:
        """Take some seconds before it happens."""
        return self.add(Fault(How.DELAY, method, chat, times, seconds=seconds))

    def linger(self, method: str = "", chat: int | None = None, times: int = 1, seconds: float = 1.0) -> Fault:
        """Take some seconds after it has happened."""
        return self.add(Fault(How.LINGER, method, chat, times, seconds=seconds))

    def broken(self, method: str = "", chat: int | None = None, times: int = 1, status: int = 502) -> Fault:
        """Answer with a gateway's page instead of JSON."""
        return self.add(Fault(How.ANSWER, method, chat, times, 0, status, HTML, "text/html"))

    def refuse(
        self, method: str, code: int, description: str, chat: int | None = None, times: int = 1, **parameters: int
    ) -> Fault:
        """Answer with an error of the Bot API."""
        body = json.dumps(RefusedError(code, description, **parameters).body())
        return self.add(Fault(How.ANSWER, method, chat, times, 0, code, body))

    def flood(self, chat: int, seconds: float) -> None:
        """Refuse to write into a chat (429, with the seconds that are left) until the time is over."""
        self.floods[chat] = time.monotonic() + seconds

    def block(self, chat: int) -> None:
        """Let the person of a chat block the bot."""
        self.blocked.add(chat)

    def remove(self, chat: int) -> None:
        """Let a chat be gone."""
        self.gone.add(chat)

    def revoke(self) -> None:
        """Take the token away."""
        self.revoked = True

    def freeze(self) -> None:
        """Take calls and leave them lying; they are done when the server thaws, as a stuck server does them."""
        self._frozen = asyncio.Event()

    def thaw(self) -> None:
        """Go on after `freeze`."""
        if self._frozen is not None:
            self._frozen.set()
            self._frozen = None

    async def thawed(self) -> None:
        """Return when the server is not frozen."""
        while self._frozen is not None:
            await self._frozen.wait()

    def next(self, method: str, chat: int | None) -> Fault | None:
        """Return the planned fault that happens to this call."""
        return next((fault for fault in self.planned if fault.meets(method, chat)), None)

    def check(self, chat: int | None) -> None:
        """Raise `RefusedError` for a chat that can't be written to at the moment."""
        if chat is None:
            return
        if chat in self.gone:
            raise RefusedError(400, "Bad Request: chat not found")
        if chat in self.blocked:
            raise RefusedError(403, "Forbidden: bot was blocked by the user")
        left = self.floods.get(chat, 0.0) - time.monotonic()
        if left > 0:
            seconds = int(left) + 1
            raise RefusedError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)

    def state(self) -> Json:
        """Return what is broken, for the control API."""
        return {"planned": sum(f.met < f.times for f in self.planned), "frozen": self._frozen is not None}
