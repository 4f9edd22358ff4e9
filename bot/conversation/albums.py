"""Albums: pictures that were sent together come as messages of their own, and get one answer.

Rule of this module: the picture with words speaks for its album, whichever comes first; without words, the last one.
A picture is silent where another one of its album has spoken or comes right behind it.
"""

from cachetools import FIFOCache

from bot.chat import Incoming, Kind

MOST = 256
"""Albums of which it is remembered which picture has spoken."""
TOGETHER = 1.0
"""Seconds in which the next picture of an album comes: they were sent at once."""


class Albums:
    """Which picture has spoken for an album."""

    def __init__(self) -> None:
        self._spoken: FIFOCache[tuple[str, str], str] = FIFOCache(MOST)

    async def is_silent(self, incoming: Incoming) -> bool:
        """Tell whether a message is a picture that another one of its album speaks for."""
        if not incoming.album:
            return False
        album = incoming.chat, incoming.album
        if incoming.kind is Kind.ATTACHMENT:
            if self._spoken.get(album, incoming.id) != incoming.id:
                return True
            behind = await incoming.meanwhile.following(TOGETHER)
            if behind is not None and behind.album == incoming.album:
                return True
        self._spoken[album] = incoming.id
        return False
