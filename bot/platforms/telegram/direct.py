"""An answer as one message, and the proof afterwards whether Telegram has it.

Rule of this module: no request here changes a message that may be somebody else's. No method of the Bot API reads a
chat, but one that stops live locations tells of any number whether a message of ours has it, none, or somebody else's,
before it would change anything (tdlib/telegram-bot-api, `edit_message_live_location`). A message whose outcome is
unknown can stand only above the highest number known when it was sent, and below a probe that is sent behind it: what
is sent into one chat is one chain. In a chat at most one outcome is unknown, so ours in between is the one.
"""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum

from bot.platforms.once import AUTO, PLACEHOLDER, Once
from bot.platforms.telegram.client import Client
from bot.platforms.telegram.numbers import SHARED, Numbers
from bot.platforms.telegram.outcomes import ForeignError, LocationlessError, MovedError, TurnedError
from bot.platforms.telegram.sending import Sender
from bot.transport import (
    AccessRevokedError,
    Envelope,
    EventLog,
    Found,
    KeepMark,
    Mark,
    MarkSending,
    Outgoing,
    PlaceholderGoneError,
    RetryAfterError,
    TooEarlyError,
    UndeliverableError,
    UnprovenError,
)

FAR = 1_000_000
"""How far behind a question a number is sure to be nobody's."""
HIGHEST = 2**31 - 1
"""The highest number that a message can have."""
KEPT = 10
"""Looks after which it is kept how far was looked."""
MOST = 2_000
"""Numbers that are looked at for one message; at 30 a second that is a minute."""


class Whose(Enum):
    """Whose message has a number."""

    OURS = "ours"
    FOREIGN = "foreign"
    NOBODYS = "nobody's"


GONE = Whose.NOBODYS


class Looks:
    """Looks at numbers of messages, without touching the messages."""

    def __init__(self, client: Client) -> None:
        self._client = client

    async def look(self, chat: int, number: int) -> Whose:
        """Tell whose message has a number; raises `UnprovenError` for an answer that is not known here."""
        try:
            await self._client.call("stopMessageLiveLocation", chat_id=chat, message_id=number)
        except LocationlessError:
            return Whose.OURS
        except ForeignError:
            return Whose.FOREIGN
        except PlaceholderGoneError:
            return Whose.NOBODYS
        except MovedError:
            raise
        except (TurnedError, AccessRevokedError) as error:
            # A server that does not know the method answers as to a wrong token; of that the next message tells.
            raise UnprovenError("unknown answer") from error
        return Whose.OURS

    async def confirm(self, chat: int, number: int) -> None:
        """Look at what is surely ours; raises `UnprovenError` where that is not said, for the words have changed."""
        if await self.look(chat, number) is not Whose.OURS:
            raise UnprovenError("unknown answer")


@dataclass(frozen=True, slots=True)
class Spot:
    """A chat, and the sequence that its messages are numbered in."""

    chat: int
    sequence: str

    @classmethod
    def of(cls, address: Mapping[str, str]) -> "Spot":
        """Return where an address leads."""
        return cls(int(address["chat"]), address["chat"] if "apart" in address else SHARED)

    def taken_at(self, place: str) -> tuple[int, ...]:
        """Return the numbers that a place tells of in the sequence: private chats are numbered together."""
        chat, *numbers = place.split(":")
        together = self.sequence == SHARED and chat.isdecimal()
        return tuple(int(n) for n in numbers if n.isdecimal()) if together or chat == str(self.chat) else ()


class DirectSender:
    """Sends answers as one message each; `answered` is told of each, `clock` gives seconds since 1970."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it works with
        self,
        client: Client,
        sender: Sender,
        numbers: Numbers,
        once: Once,
        answered: Callable[[Envelope], None],
        log: EventLog,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._client = client
        self._sender = sender
        self._numbers = numbers
        self._once = once
        self._answered = answered
        self._clock = clock
        self._looks = Looks(client)
        self._test = SelfTest(self._looks, log)

    async def sends_directly(self, outgoing: Outgoing) -> bool:
        """Tell whether a message of its own is the answer, and numbers tell whose they are."""
        address = outgoing.envelope.address
        replaced = outgoing.reply.replaces and "tapped" in address
        if self._once.way == PLACEHOLDER or replaced or {"inline", "expired", "again"} & address.keys():
            return False
        if "message" not in address and not self._numbers.highest(Spot.of(address).sequence):
            return False  # a greeting that answers no message: nothing tells above which number it will stand
        return self._once.way != AUTO or await self._test.passes(address)

    async def send(self, outgoing: Outgoing, mark: MarkSending) -> str:
        """Send the message and return "chat:message:question"; a tap is acknowledged.

        The question's number tells a later search, after a crash, that it is nobody else's.
        """
        address = outgoing.envelope.address
        if "callback" in address:
            await self._sender.acknowledge(outgoing.envelope)
        spot = Spot.of(address)
        try:
            number = await self._posted(spot, outgoing, mark)
        except MovedError as moved:
            spot = Spot(moved.chat, str(moved.chat))
            number = await self._posted(spot, outgoing, mark)
        self._test.sent(spot.chat, number)
        self._answered(outgoing.envelope)
        asked = _asked(spot, outgoing)
        return f"{spot.chat}:{number}:{asked}" if asked else f"{spot.chat}:{number}"

    async def _posted(self, spot: Spot, outgoing: Outgoing, mark: MarkSending) -> int:
        asked = _asked(spot, outgoing)

        async def before() -> None:
            await mark(max(asked, self._numbers.highest(spot.sequence)))

        number = await self._sender.post(spot.chat, outgoing, before)
        self._numbers.add(spot.sequence, number)
        return number

    async def find_sent(self, outgoing: Outgoing, mark: Mark, keep: KeepMark, known: Sequence[str]) -> Found | None:
        """Return the first message of ours behind the mark that is no other answer; None where there is none."""
        early = mark.at + self._once.wait - self._clock()
        if early > 0 and not mark.probe:
            raise TooEarlyError(early)
        spot = Spot.of(outgoing.envelope.address)
        taken = {number for place in known for number in spot.taken_at(place)}
        fresh = not mark.probe
        try:
            mark = await self._probed(spot, outgoing, mark, keep)
            if fresh:
                await self._looks.confirm(spot.chat, mark.probe)
            mark, sure = await self._searched(spot, mark, keep, taken)
        except MovedError as moved:
            raise UnprovenError("moved") from moved
        except UnprovenError:
            await self._gone(spot.chat, mark.probe)
            raise
        await self._gone(spot.chat, mark.probe)
        if not mark.found:
            if not sure:
                raise UnprovenError("too many numbers")
            return None
        self._numbers.add(spot.sequence, mark.found)
        self._answered(outgoing.envelope)
        return Found(f"{spot.chat}:{mark.found}", complete=mark.tries == 1 and not mark.empty)

    async def _probed(self, spot: Spot, outgoing: Outgoing, mark: Mark, keep: KeepMark) -> Mark:
        """Return the mark with a probe; it replies to the same message, which the server looks for before it sends."""
        if mark.probe:
            return mark
        before, mark = mark, replace(mark, at=self._clock(), tries=mark.tries + 1)
        await keep(mark)
        try:
            probe = await self._sender.probe(spot.chat, outgoing.envelope.address)
        except RetryAfterError:
            await keep(before)  # it is sure that it was not sent
            raise
        except TurnedError as error:
            raise (error if isinstance(error, MovedError) else UnprovenError("no probe")) from error
        self._numbers.add(spot.sequence, probe)
        mark = replace(mark, probe=probe)
        await keep(mark)
        return mark

    async def _searched(self, spot: Spot, mark: Mark, keep: KeepMark, taken: set[int]) -> tuple[Mark, bool]:
        """Return the mark with what was found, and whether all was looked at.

        Where there was a probe before this one, what is ours behind the first are probes that nobody has noted.
        """
        free = [n for n in range(mark.low + 1, mark.probe) if n not in taken and not self._is_known(spot, n)]
        for looked, number in enumerate(free[:MOST], 1):
            if mark.found and mark.tries == 1:
                break
            if await self._looks.look(spot.chat, number) is not Whose.OURS:
                if looked % KEPT == 0:
                    mark = replace(mark, low=number)
                    await keep(mark)
            elif mark.found:
                await self._gone(spot.chat, number)
            else:
                mark = replace(mark, low=number, found=number)
                await keep(mark)
        return mark, len(free) <= MOST

    def _is_known(self, spot: Spot, number: int) -> bool:
        return self._numbers.is_known(spot.sequence, number)

    async def _gone(self, chat: int, number: int) -> None:
        """Delete a message of ours that says nothing; one that is not there any more is as good."""
        with suppress(TurnedError, PlaceholderGoneError):
            if number:
                await self._client.call("deleteMessage", chat_id=chat, message_id=number)


def _asked(spot: Spot, outgoing: Outgoing) -> int:
    """Return the number of the message that is answered, 0 where it stands in another chat or there is none."""
    address = outgoing.envelope.address
    return int(address.get("message", 0)) if spot == Spot.of(address) else 0


class SelfTest:
    """Whether numbers tell whose they are: the question's, one far ahead, and that of the first message sent."""

    def __init__(self, looks: Looks, log: EventLog) -> None:
        self._looks = looks
        self._log = log
        self._works: bool | None = None
        self._own: tuple[int, int] | None = None
        self._seen: Whose | None = None
        self._proven = False
        self._testing = asyncio.Lock()

    def sent(self, chat: int, number: int) -> None:
        """Take note of a message that was sent, to look at it before the next one is."""
        self._own = self._own or (chat, number)

    async def passes(self, address: Mapping[str, str]) -> bool:
        """Tell whether the test is passed; raises `RetryAfterError` or `OutcomeUnknownError` where it can't be made.

        It can't where no message was written to us, and then counts as not passed for now.
        """
        if "message" in address and (self._works is None or (self._works and not self._proven and self._own)):
            async with self._testing:
                with suppress(UndeliverableError, MovedError):  # that chat tells nothing
                    await self._made(address)
        return bool(self._works)

    async def _made(self, address: Mapping[str, str]) -> None:
        chat, number = int(address["chat"]), int(address["message"])
        if self._works is None:
            asked = Whose.OURS if "tapped" in address else Whose.FOREIGN
            far = min(number + FAR, HIGHEST)
            self._works = await self._is(chat, number, asked, GONE) and await self._is(chat, far, GONE)
        elif self._works and not self._proven and self._own:
            self._works = await self._is(*self._own, Whose.OURS, GONE)
            self._proven, self._own = self._works and self._seen is Whose.OURS, None
        else:
            return
        if not self._works:
            self._log("placeholder_mode", {"reason": "unknown answer"})

    async def _is(self, chat: int, number: int, *wanted: Whose) -> bool:
        """Tell whether a number is what it should be; whose message it was can't be told once it is deleted."""
        try:
            self._seen = await self._looks.look(chat, number)
        except UnprovenError:
            return False
        return self._seen in wanted
