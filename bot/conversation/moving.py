"""A chat that takes the place of another one: what the other had is its own from then on.

Rule of this module: doing it again changes nothing: both chats bring the news, and a killed process begins anew. That
it is done is noted last, among the small texts that are kept, for every process to read.
"""

from collections.abc import Callable
from dataclasses import replace
from time import monotonic

from bot.chat import Incoming, Kind
from bot.transport import KeyValueStore

NOTE = "moved:"
"""Begins the names of the notes, in front of a chat's former name."""
SOON = 3.0
"""Seconds in which the news that a chat has moved comes behind the one that the bot is in it."""
LOOK = 60.0
"""Seconds after which it is looked again what another process may have noted."""


class Moves:
    """Which chats have taken the place of others, by the names of whole chats; without `texts`, none has."""

    def __init__(self, texts: KeyValueStore | None = None, clock: Callable[[], float] = monotonic) -> None:
        self._texts = texts
        self._clock = clock
        self._looked: float | None = None
        self._now: dict[str, str] = {}
        self._before: dict[str, str] = {}

    def before(self, chat: str) -> str:
        """Return the chat whose place one has taken, as far as was looked; empty for none."""
        return self._before.get(chat, "")

    async def followed(self, incoming: Incoming) -> Incoming:
        """Return a message as one of the chat that has taken the place of its own: old messages keep their buttons.

        May raise `StoreError`.
        """
        await self._look()
        whole, stroke, thread = incoming.chat.partition("/")
        now = self._now.get(whole)
        return incoming if now is None else replace(incoming, chat=f"{now}{stroke}{thread}")

    async def is_greeted(self, incoming: Incoming) -> bool:
        """Tell whether a chat that the bot has come into is one that it was in under another name."""
        if self.before(incoming.chat):
            return True
        behind = await incoming.meanwhile.following(SOON)
        return (behind is not None and behind.kind is Kind.MOVED) or bool(self.before(incoming.chat))

    async def note(self, before: str, now: str) -> None:
        """Note that a chat has taken the place of another one; may raise `StoreError`."""
        if self._texts is not None:
            await self._texts.write(NOTE + before, now)
        self._add(before, now)

    async def _look(self) -> None:
        if self._texts is None or (self._looked is not None and self._clock() - self._looked < LOOK):
            return
        self._looked = self._clock()
        for name in await self._texts.names(NOTE):
            if name.removeprefix(NOTE) not in self._now and (now := await self._texts.read(name)):
                self._add(name.removeprefix(NOTE), now)

    def _add(self, before: str, now: str) -> None:
        self._now[before], self._before[now] = now, before
