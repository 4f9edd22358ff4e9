"""One update: read it, have it answered, send the answer, whatever goes wrong.

Rule of this module: only failures of our own are counted, when they happen; a crash, or a platform that is not well, is
no reason to give a question up.
"""

import asyncio
from contextlib import suppress
from dataclasses import replace
from enum import Enum

from bot.chat import Incoming, Kind, Reply
from bot.delivery.desk import Desk
from bot.delivery.patience import Patience, give_way, insist
from bot.delivery.sending import GivenUp, Placed, Sending
from bot.errors import where
from bot.letters import Barred, Letter, Unreadable
from bot.ports import Waiting

SLOW = 1.0
"""Seconds after which a person is shown that an answer is being looked for."""
AGAIN = 4.0
"""Seconds after which it is shown again: Telegram shows it for 5."""
SENDING = 2
"""Steps of the event loop in which a request goes out: the client makes it in one and writes it in the next."""


class Outcome(Enum):
    """What became of an update."""

    DONE = "done"
    DEAD = "dead"


DONE = (Outcome.DONE, "")


class Answering:
    """Answers updates, one a call; `attempts` is after how many failures of our own it gives one up."""

    def __init__(self, desk: Desk, attempts: int) -> None:
        self._desk = desk
        self._attempts = attempts
        self.resting = 0
        """How many calls wait for nothing but time."""

    async def answer(self, waiting: Waiting) -> tuple[Outcome, str]:
        """Return what became of an update, and for a dead one the reason; raises `Barred`."""
        placed = Placed(waiting.progress, bool(waiting.progress))
        try:
            return await self._answered(waiting, placed)
        finally:
            placed.drop()

    async def _answered(self, waiting: Waiting, placed: Placed) -> tuple[Outcome, str]:
        patience = Patience()
        while True:
            try:
                return await self._answer(waiting, placed)
            except Unreadable:
                self._desk.journal("unreadable", {"key": waiting.key})
                return Outcome.DEAD, "unreadable"
            except GivenUp:
                return Outcome.DEAD, "not taken"
            except Barred:
                raise
            except Exception as error:  # noqa: BLE001 - a failure of ours: counted, and the rest goes on
                if await self._failed(waiting, error) >= self._attempts:
                    await self._apologise(waiting, placed)
                    return Outcome.DEAD, type(error).__name__
            await self._rest(patience.seconds())

    async def _failed(self, waiting: Waiting, error: Exception) -> int:
        facts = {"key": waiting.key, "error": type(error).__name__, "place": where(error)}
        self._desk.journal("failed", facts)
        return await insist(lambda: self._desk.inbox.fail(waiting.key), self._desk.journal)

    async def _apologise(self, waiting: Waiting, placed: Placed) -> None:
        """Let no empty message stand where an answer is given up."""
        await placed.settle()
        if placed.at and (letter := self._desk.courier.read(waiting.body)):
            with suppress(Exception):
                reply = await self._desk.handle(replace(letter.incoming, kind=Kind.FAULT))
                await self._desk.courier.fill(letter, placed.at, reply)

    async def _answer(self, waiting: Waiting, placed: Placed) -> tuple[Outcome, str]:
        letter = self._desk.courier.read(waiting.body)
        if letter is None:
            return DONE
        if letter.amends and not placed.at:
            placed.at = await self._earlier(waiting, letter)
            placed.noted = bool(placed.at)
            if not placed.at:
                return DONE
        reply = await self._reply(letter, waiting, placed)
        if not reply.parts:
            return DONE
        sending = Sending(self._desk, waiting, letter, reply, placed)
        while (wait := await sending.attempt()) is not None:
            await self._rest(wait)
        return DONE

    async def _earlier(self, waiting: Waiting, letter: Letter) -> str:
        """Return where the answer to the earlier version of a message stands; empty for none."""
        return await insist(lambda: self._desk.inbox.earlier(waiting.lane, letter.amends), self._desk.journal)

    async def _reply(self, letter: Letter, waiting: Waiting, placed: Placed) -> Reply:
        """Return the reply; one that is sure to come is placed meanwhile."""
        waited = max(letter.incoming.waited, self._desk.now() - waiting.arrived)
        incoming = replace(letter.incoming, waited=waited)
        turned_away = await self._desk.admit(incoming) if self._desk.admit else None
        if turned_away is not None:
            return turned_away
        early = self._desk.admit is not None and letter.early
        if early:
            placed.begin(self._desk, waiting, letter)
            await give_way(SENDING)
        reply = await self._looked_for(letter, incoming)
        if early and not reply.parts:
            return await self._desk.handle(replace(incoming, kind=Kind.FAULT))
        return reply

    async def _looked_for(self, letter: Letter, incoming: Incoming) -> Reply:
        """Return what is answered; while it takes long, the person sees that it is being looked for."""
        showing: list[asyncio.Task[None]] = []
        loop = asyncio.get_running_loop()
        timer = loop.call_later(SLOW, lambda: showing.append(loop.create_task(self._busy(letter))))
        try:
            return await self._desk.handle(incoming)
        finally:
            timer.cancel()
            for task in showing:
                task.cancel()

    async def _busy(self, letter: Letter) -> None:
        while True:
            await self._desk.courier.busy(letter)
            await asyncio.sleep(AGAIN)

    async def _rest(self, seconds: float) -> None:
        self.resting += 1
        try:
            await asyncio.sleep(seconds)
        finally:
            self.resting -= 1
