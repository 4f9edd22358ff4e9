"""What can be done between a message and its reply: show something, and look at what comes behind it.

Rule of this module: nothing here may cost the reply; whatever fails is as if it had not been tried.
"""

import asyncio
from contextlib import suppress

from bot.chat import Incoming, Reply
from bot.delivery.context import DeliveryContext
from bot.delivery.placing import Placeholder
from bot.transport import Envelope, Outgoing

LOOK = 0.05
"""Seconds between two looks at what waits."""
SHOWN = 3
"""How often something is shown before the reply: Slack lets an answer to a command be written five times."""


class WhileAnswering:
    """`Meanwhile` for one update: shows things in the message that the reply will stand in."""

    def __init__(self, context: DeliveryContext, envelope: Envelope, placed: Placeholder) -> None:
        self._context = context
        self._queued = placed.hold.queued
        self._envelope = envelope
        self._placed = placed
        self._shown = 0

    async def show(self, reply: Reply) -> None:
        """Show something for now; never raises."""
        self._shown += 1
        if self._shown > SHOWN:
            return
        with suppress(Exception):
            await self._placed.put(Outgoing(self._queued.key, self._envelope, reply))
            await self._placed.hold.sure()
            await self._context.transport.edit(self._envelope, self._placed.at, reply)

    async def following(self, seconds: float) -> Incoming | None:
        """Return the message that waits behind this one, giving it up to so many seconds to come."""
        with suppress(Exception):
            async with asyncio.timeout(seconds):
                while True:
                    body = await self._context.inbox.peek(self._queued.lane, self._queued.key)
                    if body is not None:
                        envelope = await self._context.transport.parse(body)
                        return envelope.incoming if envelope and not envelope.edits else None
                    await asyncio.sleep(LOOK)
        return None
