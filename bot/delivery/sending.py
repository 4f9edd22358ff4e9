"""One answer on its way into the chat, until the platform has taken it.

Rule of this module: a message is placed empty, noted, and then filled, so whatever breaks off in between leaves at most
an empty message behind and never a second answer.
"""

import asyncio
from dataclasses import dataclass

from bot.chat import Reply
from bot.delivery.desk import Desk
from bot.delivery.patience import Patience, insist
from bot.letters import Later, Letter, Misplaced, Undeliverable, Unsure
from bot.ports import Waiting

GIVE_UP = 24 * 3600.0
"""Seconds after which an answer that the platform never took is given up."""


UNKNOWN = Reply((), "")
"""A reply that is being looked for."""


class GivenUp(Exception):
    """The platform was not well for longer than anybody waits."""


@dataclass
class Placed:
    """Where the message of an answer is, empty for nowhere, and whether that is noted; it outlives a failed try."""

    at: str
    noted: bool
    _coming: asyncio.Task[None] | None = None

    def begin(self, desk: Desk, waiting: Waiting, letter: Letter) -> None:
        """Place the message while its reply is looked for, unless that was begun or done."""
        if not self.at and self._coming is None:
            self._coming = asyncio.create_task(self._put(desk, waiting, letter, UNKNOWN))

    async def put(self, desk: Desk, waiting: Waiting, letter: Letter, reply: Reply) -> None:
        """Place the message and note where, unless that is done; raises what placing raises."""
        coming, self._coming = self._coming, None
        if coming is not None:
            await coming
        await self._put(desk, waiting, letter, reply)

    async def settle(self) -> None:
        """Return when what was begun has ended, however that was."""
        if self._coming is not None:
            await asyncio.wait({self._coming})

    def drop(self) -> None:
        """End what was begun; a failure that nobody waits for any more is of no importance."""
        if self._coming is not None and not self._coming.cancel() and not self._coming.cancelled():
            self._coming.exception()

    async def _put(self, desk: Desk, waiting: Waiting, letter: Letter, reply: Reply) -> None:
        if not self.at:
            self.at = await desk.courier.place(letter, reply)
        if not self.noted:
            await insist(lambda: desk.inbox.note(waiting.key, self.at, letter.subject), desk.journal)
            self.noted = True


class Sending:
    """Sends one reply into the message that is `placed`, or into a new one."""

    def __init__(self, desk: Desk, waiting: Waiting, letter: Letter, reply: Reply, placed: Placed) -> None:
        self._desk = desk
        self._waiting = waiting
        self._letter = letter
        self._reply = reply
        self._placed = placed
        self._replaced = False
        self._patience = Patience()
        self._began = desk.now()

    async def attempt(self) -> float | None:
        """Try once; return None when it is over, else how many seconds to wait. Raises `GivenUp` and `Barred`."""
        try:
            await self._through()
        except Later as error:
            self._tell("asked_to_wait", seconds=error.seconds)
            return error.seconds
        except Unsure:
            return self._once_more()
        except Misplaced:
            return self._elsewhere()
        except Undeliverable:
            self._tell("undeliverable")
        return None

    async def _through(self) -> None:
        await self._placed.put(self._desk, self._waiting, self._letter, self._reply)
        await self._desk.courier.fill(self._letter, self._placed.at, self._reply)

    def _once_more(self) -> float:
        if self._desk.now() - self._began > GIVE_UP:
            raise GivenUp
        wait = self._patience.seconds()
        self._tell("unsure", again_in=round(wait, 1))
        return wait

    def _elsewhere(self) -> float | None:
        """Take a new place once: whoever deletes the second message too does not want an answer."""
        if self._replaced:
            return None
        self._placed.at, self._placed.noted, self._replaced = "", False, True
        return 0.0

    def _tell(self, event: str, **facts: float) -> None:
        self._desk.journal(event, {"key": self._waiting.key, **facts})
