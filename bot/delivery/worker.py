"""One update: read it, have it answered, send the answer, whatever goes wrong.

Rule of this module: only failures of our own are counted, when they happen; a crash, or a platform that is not well, is
no reason to give a question up.
"""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, replace

from bot.chat import LONGEST_SURE, Incoming, Kind, Reply
from bot.delivery.backoff import Backoff, retry_store, yield_to_loop
from bot.delivery.context import DeliveryContext
from bot.delivery.holding import Hold
from bot.delivery.meanwhile import WhileAnswering
from bot.delivery.placing import UNKNOWN, Placeholder
from bot.delivery.sending import GivenUpError, Sending
from bot.errors import where
from bot.ports.delivery import QueuedUpdate
from bot.transport import (
    AccessRevokedError,
    Envelope,
    OutcomeUnknownError,
    Outgoing,
    OvertakenError,
    RetryAfterError,
    UnreadableError,
)

SLOW = 0.5
"""Seconds after which a person is shown that an answer is being looked for."""
AGAIN = 4.0
"""Seconds after which it is shown again: Telegram shows it for 5."""
PLACED = 2.0
"""Seconds after which an empty message is placed for an answer that would else be sent as one."""
SENDING = 2
"""Steps of the event loop in which a request goes out: the client makes it in one and writes it in the next."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an update: the reason why it was given up, or where its answer stands if that is not noted."""

    dead: str = ""
    place: str = ""
    subject: str = ""


DONE = Outcome()


class UpdateWorker:
    """Answers updates, one a call; `attempts` is after how many failures of our own it gives one up."""

    def __init__(self, context: DeliveryContext, attempts: int) -> None:
        self._context = context
        self._attempts = attempts
        self.resting = 0
        """How many calls wait for nothing but time."""

    async def answer(self, hold: Hold) -> Outcome:
        """Return what became of an update; raises `AccessRevokedError`, and `OvertakenError` where it is not ours."""
        placed = Placeholder(self._context, hold)
        try:
            return await self._answered(hold.queued, placed)
        finally:
            placed.drop()

    async def _answered(self, queued: QueuedUpdate, placed: Placeholder) -> Outcome:
        backoff = Backoff()
        while True:
            try:
                return await self._answer(queued, placed)
            except UnreadableError:
                self._context.log("unreadable", {"key": queued.key})
                self._context.observer.gave_up("unreadable")
                return Outcome(dead="unreadable")
            except GivenUpError:
                self._context.observer.gave_up("not_taken")
                return Outcome(dead="not taken")
            except (AccessRevokedError, OvertakenError):
                raise
            except Exception as error:  # noqa: BLE001 - a failure of ours: counted, and the rest goes on
                if await self._failed(queued, error) >= self._attempts:
                    await self._apologise(queued, placed)
                    self._context.observer.gave_up("failed")
                    return Outcome(dead=type(error).__name__)
            await self._rest(backoff.seconds())

    async def _failed(self, queued: QueuedUpdate, error: Exception) -> int:
        facts = {"key": queued.key, "error": type(error).__name__, "place": where(error)}
        self._context.log("failed", facts)
        self._context.observer.retried("failed")
        return await retry_store(lambda: self._context.inbox.fail(queued), self._context.log)

    async def _apologise(self, queued: QueuedUpdate, placed: Placeholder) -> None:
        """Let no empty message stand where an answer is given up."""
        await placed.settle()
        if placed.at and (envelope := await self._context.transport.parse(queued.body)):
            with suppress(Exception):
                reply = await self._context.handle(replace(envelope.incoming, kind=Kind.FAULT))
                await placed.hold.sure()
                await self._context.transport.edit(envelope, placed.at, reply)

    async def _answer(self, queued: QueuedUpdate, placed: Placeholder) -> Outcome:
        envelope = await self._context.transport.parse(queued.body)
        if envelope is None:
            return DONE
        if envelope.edits and not placed.at:
            placed.take(await self._earlier(queued, envelope))
            if not placed.at and not envelope.answered_late:
                return DONE
        reply = await self._reply(envelope, queued, placed)
        if not reply.parts:
            return DONE
        sending = Sending(self._context, envelope, reply, placed)
        while (wait := await sending.attempt()) is not None:
            await self._rest(wait)
        self._context.observer.replied(max(0.0, self._context.now() - queued.arrived))
        return Outcome(place=placed.unnoted, subject=envelope.subject)

    async def _earlier(self, queued: QueuedUpdate, envelope: Envelope) -> str:
        """Return where the answer to the earlier version of a message stands; empty for none."""
        return await retry_store(
            lambda: self._context.inbox.progress_of(queued.lane, envelope.edits), self._context.log
        )

    async def _reply(self, envelope: Envelope, queued: QueuedUpdate, placed: Placeholder) -> Reply:
        """Return the reply; one that is sure to come is placed meanwhile."""
        waited = max(envelope.incoming.waited, self._context.now() - queued.arrived)
        meanwhile = WhileAnswering(self._context, envelope, placed)
        incoming = replace(envelope.incoming, waited=waited, meanwhile=meanwhile, fence=queued.fence)
        turned_away = await self._context.admit(incoming) if self._context.admit else None
        if turned_away is not None:
            self._context.observer.turned_away()
            return turned_away
        early = self._context.admit is not None and envelope.placeholder_first and len(incoming.text) <= LONGEST_SURE
        outgoing = Outgoing(queued.key, envelope, UNKNOWN)
        if early and not await self._is_sent_directly(outgoing):
            placed.begin(outgoing)
            await yield_to_loop(SENDING)
        reply = await self._looked_for(incoming, outgoing, placed if early else None)
        if placed.begun and early and not reply.parts:
            return await self._context.handle(replace(incoming, kind=Kind.FAULT))
        return reply

    async def _is_sent_directly(self, outgoing: Outgoing) -> bool:
        """Tell whether the answer will be one message, so that nothing needs to stand there before it."""
        if self._context.direct is None:
            return False
        try:
            return await self._context.direct.sends_directly(outgoing)
        except (RetryAfterError, OutcomeUnknownError):
            return True  # which is asked again when there is something to send

    async def _looked_for(self, incoming: Incoming, outgoing: Outgoing, placed: Placeholder | None) -> Reply:
        """Return what is answered; while it takes long, the person sees that it is being looked for."""
        showing: list[asyncio.Task[None]] = []
        loop = asyncio.get_running_loop()
        timers = [loop.call_later(SLOW, lambda: showing.append(loop.create_task(self._busy(outgoing.envelope))))]
        if placed is not None:
            timers.append(loop.call_later(PLACED, placed.begin, outgoing))
        began = loop.time()
        try:
            reply = await self._context.handle(incoming)
            self._context.observer.composed(loop.time() - began)
            return reply
        finally:
            for timer in timers:
                timer.cancel()
            for task in showing:
                task.cancel()

    async def _busy(self, envelope: Envelope) -> None:
        while True:
            await self._context.transport.show_typing(envelope)
            await asyncio.sleep(AGAIN)

    async def _rest(self, seconds: float) -> None:
        self.resting += 1
        try:
            await asyncio.sleep(seconds)
        finally:
            self.resting -= 1
