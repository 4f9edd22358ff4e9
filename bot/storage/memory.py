"""What is remembered of chats, in this process and nowhere else.

Rule of this module: nothing is written down, and what is old or too much is forgotten.
"""

from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

from bot.ports import Turn

FORGOTTEN_AFTER = 3_600.0
"""Seconds of silence; a follow-up that comes later than this starts anew."""
CHATS = 10_000
"""Chats remembered; the one that was silent longest is forgotten first."""


class ProcessMemory:
    """A `ChatMemory` in this process; `clock` gives seconds that never go back."""

    def __init__(self, clock: Callable[[], float] = monotonic, chats: int = CHATS) -> None:
        self._clock = clock
        self._chats = chats
        self._turns: OrderedDict[tuple[str, str], tuple[float, Turn]] = OrderedDict()

    async def recall(self, chat: str, user: str) -> Turn | None:
        """Return the last turn of the last hour."""
        at, turn = self._turns.get((chat, user), (0.0, None))
        if turn is not None and self._clock() - at > FORGOTTEN_AFTER:
            del self._turns[chat, user]
            return None
        return turn

    async def remember(self, chat: str, user: str, turn: Turn) -> None:
        """Keep a turn, and forget the oldest where there are too many."""
        self._turns[chat, user] = (self._clock(), turn)
        self._turns.move_to_end((chat, user))
        while len(self._turns) > self._chats:
            self._turns.popitem(last=False)
