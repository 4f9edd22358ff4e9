"""The numbers of messages that are known to be somebody's.

Rule of this module: a number is taken once and never again, and what comes later has a higher one. All private chats
and basic groups of a bot share one sequence of numbers, every supergroup has its own (core.telegram.org/api/channel).
"""

from cachetools import FIFOCache
from telegram.constants import ChatType

from bot.platforms.telegram.fields import Json, needed, whole

MOST = 20_000
"""Numbers, and sequences, that are remembered; what was learned first is forgotten first."""
SHARED = ""
"""The sequence of private chats and basic groups."""


def sequence_of(chat: Json) -> str:
    """Return the name of the sequence that a chat's messages are numbered in."""
    return str(whole(chat.get("id"))) if chat.get("type") == ChatType.SUPERGROUP else SHARED


class Numbers:
    """Numbers of messages, by their sequence."""

    def __init__(self) -> None:
        self._known: FIFOCache[tuple[str, int], None] = FIFOCache(MOST)
        self._highest: FIFOCache[str, int] = FIFOCache(MOST)

    def add(self, sequence: str, number: int) -> None:
        """Take note of a message."""
        self._known[sequence, number] = None
        if number > self._highest.get(sequence, 0):
            self._highest[sequence] = number

    def seen(self, message: Json) -> None:
        """Take note of a message as the Bot API writes it."""
        self.add(sequence_of(needed(message, "chat")), whole(message.get("message_id")))

    def highest(self, sequence: str) -> int:
        """Return the highest number that is known, 0 for none."""
        return self._highest.get(sequence, 0)

    def is_known(self, sequence: str, number: int) -> bool:
        """Tell whether a number is somebody's, as far as is remembered."""
        return (sequence, number) in self._known
