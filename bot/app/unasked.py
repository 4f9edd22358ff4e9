"""What a chat is told unasked: a correction, a feed that was given up.

Rule of this module: a notice is an update like any other, in the chat's lane and under a key of its own; so it is told
once, whoever dies in between, and by however many processes.
"""

from collections.abc import Mapping
from typing import Protocol

from bot.chat import Incoming
from bot.ports.delivery import Inbox
from bot.transport import notice


class Chats(Protocol):
    """The chats of a platform, where notices go."""

    @property
    def name(self) -> str:
        """Return what the platform is called."""
        ...

    @property
    def prefix(self) -> str:
        """Return what its lanes start with."""
        ...

    def lane(self, chat: str) -> str:
        """Return the lane of a chat that an `Incoming` has named."""
        ...

    def unasked(self, chat: str, reach: str) -> Mapping[str, str]:
        """Return the address of what nobody has asked for in a chat."""
        ...


async def put_notice(inbox: Inbox, chats: Chats, name: str, incoming: Incoming, reach: str) -> None:
    """Keep a notice for a chat; under the same name it is kept once."""
    address = chats.unasked(incoming.chat, reach)
    await inbox.put([notice(f"{chats.prefix}{name}", chats.lane(incoming.chat), incoming, address)])
