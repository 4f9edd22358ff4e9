"""Links to the page of an article: each belongs to the chat that it was given to, and to the person who asked for it.

Rule of this module: a link is made of what nobody can guess, and only its hash is kept.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from time import time

from bot.chat import Incoming
from bot.ports.chats import Link, Links
from bot.retention import LINKS

BYTES = 32
"""Of chance in a link: as many as in its hash."""


@dataclass(frozen=True, slots=True)
class Linking:
    """Gives out links below a `root`; `now` gives seconds since 1970."""

    links: Links
    root: str
    now: Callable[[], float] = time

    async def give(self, incoming: Incoming, article: str, language: str) -> str:
        """Return a new link to an article's page, for where somebody writes; may raise `StoreError`."""
        token = secrets.token_urlsafe(BYTES)
        until = self.now() + LINKS
        await self.links.give(Link(digest(token), incoming.chat, incoming.user, article, language, until))
        return self.root + token

    async def revoke(self, article: str, incoming: Incoming) -> None:
        """End the links to an article where somebody writes."""
        await self.links.revoke(article, incoming.chat.partition("/")[0], incoming.user)


def digest(token: str) -> str:
    """Return the hash that a link is kept under."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
