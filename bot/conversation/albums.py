"""Albums: pictures that were sent together come as messages of their own, and get one answer.

Rule of this module: the picture with words speaks for its album, whichever comes first; without words, the last one.
A picture is silent where another one of its album has spoken, to whichever process, or comes right behind it.
"""

from bot.chat import Incoming, Kind
from bot.ports.chats import Drafts

TOGETHER = 1.0
"""Seconds in which the next picture of an album comes: they were sent at once."""


class Albums:
    """Which picture has spoken for an album; that is kept like a part of a text, without the text."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts

    async def is_silent(self, incoming: Incoming) -> bool:
        """Tell whether a message is a picture that another one of its album speaks for; may raise `StoreError`."""
        if not incoming.album:
            return False
        album = f"{incoming.chat} album {incoming.album}"
        if incoming.kind is Kind.ATTACHMENT:
            spoken = (await self._drafts.draft(album, incoming.user)).parts
            if spoken and spoken[-1][0] != incoming.id:
                return True
            behind = await incoming.meanwhile.following(TOGETHER)
            if behind is not None and behind.album == incoming.album:
                return True
        await self._drafts.add(album, incoming.user, incoming.id, "")
        return False
