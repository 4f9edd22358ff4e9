"""The doors to the outside that the service knows, as Protocols.

Rule of this room: a port is earned by a second implementation and held by a suite in tests/contracts/.
"""

from collections.abc import Sequence
from typing import Protocol

from bot.model import Article, Hit, Query, Reading


class ArticleStore(Protocol):
    """Where articles live; the store is the truth, an index is derived from it.

    An article is stored once, under its id, with the reading it was made from (so that a better analysis can be made
    from the same text) and under the SHA-256 of every document that gave it. Every method may raise `StoreError`.
    """

    async def save(self, article: Article, reading: Reading, document: str) -> None:
        """Store an article; the same id again replaces its analysis, and `document` is one more name of it."""
        ...

    async def load(self, article_id: str) -> Article | None:
        """Return an article; None for an unknown id and for one that another version of the analysis made."""
        ...

    async def reading(self, article_id: str) -> tuple[Reading, str] | None:
        """Return what an article was made from, and its origin, whatever version made it."""
        ...

    async def named(self, document: str) -> str | None:
        """Return the id of the article that a document (by its SHA-256) gave."""
        ...

    async def find(self, prefix: str) -> str | None:
        """Return the id that starts with `prefix` where exactly one does, else None."""
        ...

    async def all(self) -> "tuple[Listed, ...]":
        """Return what is stored, the newest first."""
        ...

    async def remove(self, article_id: str) -> bool:
        """Forget an article; tell whether it was there."""
        ...

    async def close(self) -> None: ...


class Listed(Protocol):
    """A stored article's line in a list."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str | None: ...
    @property
    def language(self) -> str: ...
    @property
    def origin(self) -> str: ...
    @property
    def ingested(self) -> str: ...
    @property
    def sentences(self) -> int: ...


class SearchIndex(Protocol):
    """Sentences of prepared articles, ranked for a query; disposable, holds no truth."""

    def prepare(self, article: Article) -> None:
        """Index an article; doing it again changes nothing."""
        ...

    def search(self, article: Article, query: Query) -> Sequence[Hit]:
        """Return every sentence that matches, best first; ties in text order."""
        ...
