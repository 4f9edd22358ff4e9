"""Tries out in a chat of the owner's what only Telegram itself can show: docs/delivery.md, T1, T2, T3 and T5.

Rule of this module: what is sent is silent and deleted in the end, and no message of somebody else is touched.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from bot.platforms.telegram.checks import Check
from bot.platforms.telegram.client import Client, open_client
from bot.platforms.telegram.direct import FAR, HIGHEST, Looks, Whose
from bot.platforms.telegram.live_texts import LiveChecks, words_in
from bot.platforms.telegram.options import Options
from bot.platforms.telegram.outcomes import TurnedError
from bot.platforms.telegram.request import AiohttpRequest
from bot.platforms.telegram.sending import EMPTY_TEXT
from bot.transport import DeliveryError, OutcomeUnknownError, RetryAfterError, UnprovenError

BEFORE = 50
"""Numbers before our own that are looked at for somebody else's message."""
LOOKS = 30
"""Looks that are made as fast as can be."""
CUTS = 3
"""Messages whose answers are cut off."""
CUT = 0.02
"""Seconds until an answer is cut off; Telegram takes about 0.1."""


@dataclass
class Trial:
    """What is tried in a chat; `ours` are the messages that were sent."""

    client: Client
    cut: Client
    chat: int
    words: LiveChecks
    wait: float
    ours: list[int] = field(default_factory=list)

    async def send(self) -> int:
        """Send a silent message and return its number."""
        match await self.client.call("sendMessage", chat_id=self.chat, **EMPTY_TEXT):
            case {"message_id": int(number)}:
                self.ours.append(number)
                return number
        raise OutcomeUnknownError

    async def texts(self, looks: Looks) -> Check:
        """T1: whether our message, somebody else's and nobody's are told apart."""
        own = await self.send()
        seen = [await _whose(looks, self.chat, own), await _whose(looks, self.chat, min(own + FAR, HIGHEST))]
        if seen != [Whose.OURS.value, Whose.NOBODYS.value]:
            return Check(good=False, text=self.words.other_words.format(seen=", ".join(seen)))
        for number in range(own - 1, max(0, own - BEFORE), -1):
            found = await _whose(looks, self.chat, number)
            if found == Whose.FOREIGN.value:
                return Check(good=True, text=self.words.words)
            if found not in {Whose.OURS.value, Whose.NOBODYS.value}:
                return Check(good=False, text=self.words.other_words.format(seen=found))
        return Check(good=False, text=self.words.nobody)

    async def numbers(self) -> Check:
        """T2: whether numbers rise."""
        numbers = [await self.send() for _ in range(3)]
        text = self.words.rising if numbers == sorted(numbers) else self.words.falling
        return Check(good=numbers == sorted(numbers), text=text.format(numbers=", ".join(map(str, numbers))))

    async def pace(self, looks: Looks) -> Check:
        """T3: whether many looks are taken."""
        began = time.monotonic()
        for count in range(LOOKS):
            try:
                await looks.look(self.chat, self.ours[0])
            except RetryAfterError as error:
                text = self.words.flooded.format(count=count, wait=error.seconds)
                await asyncio.sleep(error.seconds)
                return Check(good=True, text=text)
        return Check(good=True, text=self.words.quick.format(count=LOOKS, seconds=time.monotonic() - began))

    async def cuts(self, looks: Looks) -> Check:
        """T5: whether messages whose answers were cut off are found between two others."""
        low, tries = await self.send(), 0
        for _ in range(CUTS):
            try:
                await self.cut.call("sendMessage", chat_id=self.chat, **EMPTY_TEXT)
            except OutcomeUnknownError:
                tries += 1
        await asyncio.sleep(self.wait)
        probe = await self.send()
        found = [n for n in range(low + 1, probe) if await looks.look(self.chat, n) is Whose.OURS]
        self.ours += found
        if not tries:
            return Check(good=True, text=self.words.uncut.format(tries=CUTS))
        # One that was cut off before Telegram had it is not there; all of them would be strange.
        text = self.words.found if found else self.words.lost
        return Check(good=bool(found), text=text.format(count=min(len(found), tries), tries=tries))

    async def tidy(self) -> None:
        """Delete what was sent."""
        for number in self.ours:
            with suppress(TurnedError, DeliveryError):
                await self.client.call("deleteMessage", chat_id=self.chat, message_id=number)


async def try_out(options: Options, chat: int, language: str) -> tuple[Check, ...]:
    """Return what was seen in a chat, in the order of the checks."""
    words = words_in(language)
    async with _open(options) as client, _open(options, CUT) as cut:
        trial, looks = Trial(client, cut, chat, words, options.once.wait), Looks(client)
        found: list[Check] = []
        try:
            found.append(await trial.texts(looks))
            found.append(await trial.numbers())
            found.append(await trial.pace(looks))
            found.append(await trial.cuts(looks))
        except (TurnedError, DeliveryError):
            found.append(Check(good=False, text=words.unwritable.format(chat=chat)))
        finally:
            await trial.tidy()
        return tuple(found)


async def _whose(looks: Looks, chat: int, number: int) -> str:
    try:
        return (await looks.look(chat, number)).value
    except UnprovenError as error:
        return error.reason


@asynccontextmanager
async def _open(options: Options, read: float = 15.0) -> AsyncIterator[Client]:
    request = AiohttpRequest(read=read)
    client = open_client(options, request)
    await request.initialize()
    try:
        yield client
    finally:
        await request.shutdown()
