"""Albums: pictures that were sent together come as messages of their own, and get one answer.

Rule of this module: the picture with a caption speaks for its album, whichever comes first; without one, the first that
we see. What is remembered of an album is its number alone.
"""

from cachetools import FIFOCache

from bot.platforms.telegram.fields import Json
from bot.platforms.telegram.updates import parsed

MOST = 256
"""Albums that are remembered."""
SIGN = b'"media_group_id"'
"""Stands in every update that belongs to an album."""


class Albums:
    """What is known of albums."""

    def __init__(self) -> None:
        self._captioned: FIFOCache[str, None] = FIFOCache(MOST)
        self._first: FIFOCache[str, int] = FIFOCache(MOST)

    def arrived(self, body: bytes) -> None:
        """Look at an update that has come in and is not read yet, because its caption may come last. Never raises."""
        if SIGN not in body:
            return
        match parsed(body):
            case {"message": dict(message)}:
                self.seen(message)

    def seen(self, message: Json) -> None:
        """Remember that an album has a caption."""
        album = message.get("media_group_id")
        if album is not None and message.get("caption"):
            self._captioned[str(album)] = None

    def silent(self, message: Json, number: int) -> bool:
        """Tell whether a picture without a caption says nothing, because another one of its album does."""
        album = message.get("media_group_id")
        if album is None:
            return False
        return str(album) in self._captioned or self._first.setdefault(str(album), number) != number
