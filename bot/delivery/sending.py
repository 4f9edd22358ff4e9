"""One answer on its way into the chat, until the platform has taken it.

Rule of this module: a message is placed empty, noted, and then filled, so whatever breaks off in between leaves at most
an empty message behind and never a second answer.
"""

from dataclasses import dataclass

from bot.chat import Reply
from bot.delivery.desk import Desk
from bot.delivery.patience import Patience, insist
from bot.letters import Later, Letter, Misplaced, Undeliverable, Unsure
from bot.ports import Waiting

GIVE_UP = 24 * 3600.0
"""Seconds after which an answer that the platform never took is given up."""


class GivenUp(Exception):
    """The platform was not well for longer than anybody waits."""


@dataclass
class Placed:
    """Where the message of an answer is, empty for nowhere, and whether that is noted; it outlives a failed try."""

    at: str
    noted: bool


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
        desk, placed = self._desk, self._placed
        if not placed.at:
            placed.at = await desk.courier.place(self._letter, self._reply)
        if not placed.noted:
            key, subject = self._waiting.key, self._letter.subject
            await insist(lambda: desk.inbox.note(key, placed.at, subject), desk.journal)
            placed.noted = True
        await desk.courier.fill(self._letter, placed.at, self._reply)

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
