"""Where articles are kept and searched."""

from collections.abc import Sequence
from typing import Protocol

from bot.model import Article, ExtractedText, Hit, Query


class ArticleStore(Protocol):
    """Where articles live; the store is the truth, an index is derived from it.

    An article is stored once, under its id, with the extracted text it was made from (so that a better analysis can
    be made from the same text) and under the SHA-256 of every document that gave it. Every method may raise
    `StoreError`.
    """

    async def save(self, article: Article, reading: ExtractedText, document: str) -> None:
        """Store an article; the same id again replaces its analysis, and `document` is one more name of it."""
        ...

    async def load(self, article_id: str) -> Article | None:
        """Return an article; None for an unknown id and for one that another version of the analysis made."""
        ...

    async def reading(self, article_id: str) -> tuple[ExtractedText, str] | None:
        """Return what an article was made from, and its origin, whatever version made it."""
        ...

    async def id_of_document(self, document: str) -> str | None:
        """Return the id of the article that a document (by its SHA-256) gave."""
        ...

    async def find(self, prefix: str) -> str | None:
        """Return the id that starts with `prefix` where exactly one does, else None."""
        ...

    async def all(self) -> "tuple[ArticleSummary, ...]":
        """Return what is stored, the newest first."""
        ...

    async def remove(self, article_id: str) -> bool:
        """Forget an article; tell whether it was there."""
        ...

    async def check(self) -> None:
        """Read everything; raises `StoreError` where something is not what was stored."""
        ...

    async def close(self) -> None:
        """Let go of the database."""
        ...


class ArticleSummary(Protocol):
    """A stored article's line in a list."""

    @property
    def id(self) -> str:
        """Return the article's id."""
        ...

    @property
    def title(self) -> str | None:
        """Return its title, where it has one."""
        ...

    @property
    def language(self) -> str:
        """Return its language's code."""
        ...

    @property
    def origin(self) -> str:
        """Return where it came from."""
        ...

    @property
    def ingested(self) -> str:
        """Return when it was first stored: UTC, ISO 8601."""
        ...

    @property
    def sentences(self) -> int:
        """Return how many sentences it has."""
        ...


class SearchIndex(Protocol):
    """Sentences of prepared articles, ranked for a query; disposable, holds no truth.

    Any thread may call it: of those that want the same article at once, one prepares it and the others wait.
    """

    def prepared(self, article: Article) -> bool:
        """Tell whether an article can be searched without being indexed first; never waits."""
        ...

    def prepare(self, article: Article) -> None:
        """Index an article; doing it again changes nothing."""
        ...

    def search(self, article: Article, query: Query) -> Sequence[Hit]:
        """Return every sentence that matches, best first; ties in text order."""
        ...
