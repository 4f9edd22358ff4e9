"""Where the message of one answer stands: placed empty or sent whole, and noted.

Rule of this module: a message that can be found again is marked before it is sent; while it has a mark and no place,
nothing else is sent for its answer but what tells where it is.
"""

import asyncio
from dataclasses import replace

from bot.chat import Reply
from bot.delivery.backoff import retry_store
from bot.delivery.context import DeliveryContext
from bot.delivery.holding import Hold, elapsed
from bot.ports.delivery import DirectTransport
from bot.transport import Mark, OutcomeUnknownError, Outgoing, OvertakenError, UnprovenError, unpacked_mark

UNKNOWN = Reply((), "")
"""A reply that is being looked for."""
PROMPT = 5.0
"""Seconds after which a mark is kept anew before the message is sent: another process may have looked in vain."""


class Placeholder:
    """Where the message of an answer is, and whether that is noted; it outlives a failed try.

    `hold` is that on the lane of the update that is answered; what is sent without a mark is sent while that is sure.
    """

    def __init__(self, context: DeliveryContext, hold: Hold) -> None:
        self._context = context
        self.hold = hold
        self._queued = queued = hold.queued
        self.at = queued.progress
        """What names the message; empty for nowhere."""
        self._noted = bool(queued.progress)
        self._mark = unpacked_mark(queued.mark)
        self._coming: asyncio.Task[None] | None = None

    @property
    def begun(self) -> bool:
        """Tell whether an empty message stands there, or may."""
        return self._coming is not None or bool(self.at)

    @property
    def unnoted(self) -> str:
        """Return the place where it is not noted yet, to be noted with the end of the update."""
        return "" if self._noted else self.at

    def begin(self, outgoing: Outgoing) -> None:
        """Place the message while its reply is looked for, unless that was begun or done."""
        if not self.begun and self._mark is None:
            self._coming = asyncio.create_task(self._put(outgoing))

    async def put(self, outgoing: Outgoing) -> None:
        """Place the message and note where, unless that is done; raises what placing raises."""
        coming, self._coming = self._coming, None
        if coming is not None:
            await coming
        await self._put(outgoing)

    def take(self, at: str) -> None:
        """Take the place of an earlier answer."""
        self.at, self._noted = at, bool(at)

    def leave(self) -> None:
        """Leave a place where no message stands any more."""
        self.at, self._noted = "", False

    async def settle(self) -> None:
        """Return when what was begun has ended, however that was."""
        if self._coming is not None:
            await asyncio.wait({self._coming})

    def drop(self) -> None:
        """End what was begun; a failure that nobody waits for any more is of no importance."""
        if self._coming is not None and not self._coming.cancel() and not self._coming.cancelled():
            self._coming.exception()

    async def sent(self, outgoing: Outgoing) -> bool:
        """Tell whether the whole answer was sent, now or before; raises what sending raises.

        It was not where an empty message is placed, or where a message could not be found again.
        """
        direct = self._context.direct
        if direct is None or self.begun:
            return False
        if self._mark is not None and await self._found(direct, outgoing, self._mark):
            return True
        if self.at or not await direct.sends_directly(outgoing):
            return False
        self.at = await self._send(direct, outgoing)
        return True

    async def _put(self, outgoing: Outgoing) -> None:
        direct = self._context.direct
        if not self.at and direct is not None:
            if self._mark is not None:
                await self._found(direct, outgoing, self._mark)
            empty = replace(outgoing, reply=UNKNOWN)
            if not self.at and await direct.sends_directly(outgoing):
                self.at = await self._send(direct, empty)
        if not self.at:
            await self.hold.sure()
            self.at = await self._context.transport.send_placeholder(outgoing.envelope, outgoing.reply)
        if not self._noted:
            inbox, queued, subject = self._context.inbox, self._queued, outgoing.envelope.subject
            await retry_store(lambda: inbox.save_progress(queued, self.at, subject), self._context.log)
            self._noted, self._mark = True, None

    async def _send(self, direct: DirectTransport, outgoing: Outgoing) -> str:
        async def mark(low: int) -> None:
            began = -PROMPT
            while elapsed() - began >= PROMPT:
                began = elapsed()
                await self._keep(Mark(self._context.now(), not outgoing.reply.parts, low))

        try:
            return await direct.send(outgoing, mark)
        except (OutcomeUnknownError, OvertakenError):
            raise
        except Exception:
            await self._keep(None)  # it is sure that nothing was sent
            raise

    async def _found(self, direct: DirectTransport, outgoing: Outgoing, mark: Mark) -> bool:
        """Find out what became of a message with a mark; tell whether it was the whole answer."""
        places = await retry_store(lambda: self._context.inbox.places(self._queued.lane), self._context.log)
        try:
            found = await direct.find_sent(outgoing, mark, self._keep, places)
        except UnprovenError as error:
            self._context.log("unproven", {"key": outgoing.key, "reason": error.reason})
            found = None
        if found is None:
            await self._keep(None)
            return False
        self._context.log("found", {"key": outgoing.key})
        self.at = found.place
        return found.complete

    async def _keep(self, mark: Mark | None) -> None:
        """Keep a mark, or that there is none."""
        line = mark.packed() if mark else ""
        await retry_store(lambda: self._context.inbox.save_mark(self._queued, line), self._context.log)
        self._mark = mark
