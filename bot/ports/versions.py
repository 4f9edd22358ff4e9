"""Which stored articles are versions of one: the chain from an article to those that it has replaced."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Edition:
    """An article as it was when it came in, and from which page ("" for none).

    `came` is when it came in, or came back after another version, and `seen` when it was found unchanged last: seconds
    since 1970.
    """

    article: str
    page: str
    came: float
    seen: float


class EditionStore(Protocol):
    """Editions of articles; those of one story are versions of each other. Every method may raise `StoreError`.

    It knows nothing of who may see an article: who shows an edition has to look where it stands. An article that is
    forgotten leaves its story, and the others stay in it.
    """

    async def note_edition(self, article_id: str, page: str, sketch: Sequence[int], now: float, like: str = "") -> None:
        """Note that a stored article came from a page, or was seen there again; one that is not stored is not noted.

        It belongs to the story of the page, else to that of the article that it is `like`, else to one of its own. The
        `sketch` is by what `alike` finds it.
        """
        ...

    async def editions(self, article_id: str) -> tuple[Edition, ...]:
        """Return all editions of the stories that an article belongs to, in the order in which they came."""
        ...

    async def alike(self, sketch: Sequence[int], most: int) -> tuple[Edition, ...]:
        """Return editions that share at least two numbers of a sketch, those first that share the most."""
        ...
