"""One answer on its way into the chat, until the platform has taken it.

Rule of this module: nothing is sent before it is known what became of what was sent before. An answer goes out as one
message where that can be proven afterwards; else a message is placed empty, noted, and then filled, so whatever breaks
off in between leaves at most an empty message behind and never a second answer.
"""

from bot.chat import Reply
from bot.delivery.backoff import Backoff
from bot.delivery.context import DeliveryContext
from bot.delivery.placing import Placeholder
from bot.transport import (
    Envelope,
    MisplacedError,
    OutcomeUnknownError,
    Outgoing,
    PlaceholderGoneError,
    RetryAfterError,
    TooEarlyError,
    UndeliverableError,
)

GIVE_UP = 24 * 3600.0
"""Seconds after which an answer that the platform never took is given up."""


class GivenUpError(Exception):
    """The platform was not well for longer than anybody waits."""


class Sending:
    """Sends one reply into the message that is `placed`, or as a new one."""

    def __init__(self, context: DeliveryContext, envelope: Envelope, reply: Reply, placed: Placeholder) -> None:
        self._context = context
        self._outgoing = Outgoing(placed.hold.queued.key, envelope, reply)
        self._placed = placed
        self._replaced = False
        self._backoff = Backoff()
        self._began = context.now()

    async def attempt(self) -> float | None:
        """Try once; return None when it is over, else how many seconds to wait.

        Raises `GivenUpError`, `AccessRevokedError` and `OvertakenError`.
        """
        try:
            await self._through()
        except RetryAfterError as error:
            self._tell("asked_to_wait", seconds=error.seconds)
            self._context.observer.retried("asked_to_wait")
            return error.seconds
        except TooEarlyError as error:
            return error.seconds
        except OutcomeUnknownError:
            return self._once_more()
        except PlaceholderGoneError:
            return self._elsewhere()
        except MisplacedError:
            self._placed.leave()
            return 0.0
        except UndeliverableError:
            self._tell("undeliverable")
        return None

    async def _through(self) -> None:
        placed, outgoing = self._placed, self._outgoing
        if await placed.sent(outgoing):
            return
        await placed.put(outgoing)
        await placed.hold.sure()
        await self._context.transport.edit(outgoing.envelope, placed.at, outgoing.reply)

    def _once_more(self) -> float:
        if self._context.now() - self._began > GIVE_UP:
            raise GivenUpError
        wait = self._backoff.seconds()
        self._tell("unsure", again_in=round(wait, 1))
        self._context.observer.retried("unsure")
        return wait

    def _elsewhere(self) -> float | None:
        """Take a new place once: whoever deletes the second message too does not want an answer."""
        if self._replaced:
            return None
        self._placed.leave()
        self._replaced = True
        return 0.0

    def _tell(self, event: str, **facts: float) -> None:
        self._context.log(event, {"key": self._outgoing.key, **facts})
