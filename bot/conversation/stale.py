"""Questions that have waited too long: one line for all of a person's, so that nobody is flooded after a failure.

Rule of this module: what is tapped or commanded still makes sense later; a question may have been settled long ago.
"""

from cachetools import FIFOCache

from bot.chat import Incoming, Kind

PEOPLE = 10_000
"""People of whom it is known that they were told."""


def is_stale(incoming: Incoming, limit: float) -> bool:
    """Tell whether a message is too old to be answered."""
    asks = not incoming.text.lstrip().startswith("/") or incoming.text.split()[:1] == ["/ask"]
    return incoming.waited > limit and incoming.kind is not Kind.TAP and asks


class Notified:
    """Who was told, since they were last answered."""

    def __init__(self) -> None:
        self._notified: FIFOCache[tuple[str, str], None] = FIFOCache(PEOPLE)

    def should_notify(self, incoming: Incoming) -> bool:
        """Tell whether a person is to be told now, and remember it."""
        key = incoming.chat, incoming.user
        if key in self._notified:
            return False
        self._notified[key] = None
        return True

    def answered(self, incoming: Incoming) -> None:
        """Remember that a person is answered again."""
        self._notified.pop((incoming.chat, incoming.user), None)
