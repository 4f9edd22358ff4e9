"""Which sentences were shown where, for the one line that says that such a sentence has changed."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Shown:
    """Sentences of an article, by their fingerprints, that were shown to a person in a chat, and in which language.

    `reach` is what the platform needs, beside the chat's name, to write there unasked.
    """

    chat: str
    user: str
    article: str
    sentences: frozenset[str]
    language: str = ""
    reach: str = ""


class ShownSentences(Protocol):
    """What was shown in chats that want to be told of corrections; every method may raise `StoreError`."""

    async def keep(self, shown: Shown) -> None:
        """Keep what was shown, along with what was before."""
        ...

    async def articles(self, prefix: str) -> tuple[str, ...]:
        """Return the articles of which something was shown in chats whose names begin with a text."""
        ...

    async def of(self, article_id: str, prefix: str) -> tuple[Shown, ...]:
        """Return what was shown of an article in such chats, once a chat and person."""
        ...

    async def drop(self, article_id: str, chat: str) -> None:
        """Let go of what was shown of an article in a chat."""
        ...

    async def forget(self, user: str) -> None:
        """Let go of all that was shown to a person."""
        ...

    async def move(self, before: str, now: str) -> None:
        """Make what was shown in one chat that of another one."""
        ...

    async def purge(self) -> None:
        """Let go of what was shown longer ago than `retention.SHOWN`."""
        ...
