"""One answer on its way into the chat, until the platform has taken it.

Rule of this module: a message is placed empty, noted, and then filled, so whatever breaks off in between leaves at most
an empty message behind and never a second answer.
"""

import asyncio
from dataclasses import dataclass

from bot.chat import Reply
from bot.delivery.backoff import Backoff, retry_store
from bot.delivery.context import DeliveryContext
from bot.ports.delivery import QueuedUpdate
from bot.transport import Envelope, OutcomeUnknownError, PlaceholderGoneError, RetryAfterError, UndeliverableError

GIVE_UP = 24 * 3600.0
"""Seconds after which an answer that the platform never took is given up."""
UNKNOWN = Reply((), "")
"""A reply that is being looked for."""


class GivenUpError(Exception):
    """The platform was not well for longer than anybody waits."""


@dataclass
class Placeholder:
    """Where the message of an answer is, empty for nowhere, and whether that is noted; it outlives a failed try."""

    at: str
    noted: bool
    _coming: asyncio.Task[None] | None = None

    def begin(self, context: DeliveryContext, queued: QueuedUpdate, envelope: Envelope) -> None:
        """Place the message while its reply is looked for, unless that was begun or done."""
        if not self.at and self._coming is None:
            self._coming = asyncio.create_task(self._put(context, queued, envelope, UNKNOWN))

    async def put(self, context: DeliveryContext, queued: QueuedUpdate, envelope: Envelope, reply: Reply) -> None:
        """Place the message and note where, unless that is done; raises what placing raises."""
        coming, self._coming = self._coming, None
        if coming is not None:
            await coming
        await self._put(context, queued, envelope, reply)

    async def settle(self) -> None:
        """Return when what was begun has ended, however that was."""
        if self._coming is not None:
            await asyncio.wait({self._coming})

    def drop(self) -> None:
        """End what was begun; a failure that nobody waits for any more is of no importance."""
        if self._coming is not None and not self._coming.cancel() and not self._coming.cancelled():
            self._coming.exception()

    async def _put(self, context: DeliveryContext, queued: QueuedUpdate, envelope: Envelope, reply: Reply) -> None:
        if not self.at:
            self.at = await context.transport.send_placeholder(envelope, reply)
        if not self.noted:
            await retry_store(lambda: context.inbox.save_progress(queued.key, self.at, envelope.subject), context.log)
            self.noted = True


class Sending:
    """Sends one reply into the message that is `placed`, or into a new one."""

    def __init__(
        self, context: DeliveryContext, queued: QueuedUpdate, envelope: Envelope, reply: Reply, placed: Placeholder
    ) -> None:
        self._context = context
        self._queued = queued
        self._envelope = envelope
        self._reply = reply
        self._placed = placed
        self._replaced = False
        self._backoff = Backoff()
        self._began = context.now()

    async def attempt(self) -> float | None:
        """Try once; return None when it is over, else how many seconds to wait.

        Raises `GivenUpError` and `AccessRevokedError`.
        """
        try:
            await self._through()
        except RetryAfterError as error:
            self._tell("asked_to_wait", seconds=error.seconds)
            return error.seconds
        except OutcomeUnknownError:
            return self._once_more()
        except PlaceholderGoneError:
            return self._elsewhere()
        except UndeliverableError:
            self._tell("undeliverable")
        return None

    async def _through(self) -> None:
        await self._placed.put(self._context, self._queued, self._envelope, self._reply)
        await self._context.transport.edit(self._envelope, self._placed.at, self._reply)

    def _once_more(self) -> float:
        if self._context.now() - self._began > GIVE_UP:
            raise GivenUpError
        wait = self._backoff.seconds()
        self._tell("unsure", again_in=round(wait, 1))
        return wait

    def _elsewhere(self) -> float | None:
        """Take a new place once: whoever deletes the second message too does not want an answer."""
        if self._replaced:
            return None
        self._placed.at, self._placed.noted, self._replaced = "", False, True
        return 0.0

    def _tell(self, event: str, **facts: float) -> None:
        self._context.log(event, {"key": self._queued.key, **facts})
