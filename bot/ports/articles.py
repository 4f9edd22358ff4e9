"""Where articles are kept and searched."""

from collections.abc import Sequence
from typing import Protocol

from bot.model import Article, ExtractedText, Hit, Query
from bot.ports.versions import EditionStore

EVERYBODY = ""
"""The shelf of what is offered in every chat."""


class ArticleStore(EditionStore, Protocol):
    """Where articles live; the store is the truth, an index is derived from it.

    An article is stored once, under its id, with the extracted text it was made from (so that a better analysis can
    be made from the same text) and under the SHA-256 of every document that gave it.

    Who may see it is told by the shelves that it stands on: `EVERYBODY`, a chat, a person. What was only read on the
    machine stands on none. Nothing of what was removed is left in a file. Every method may raise `StoreError`.
    """

    async def save(self, article: Article, reading: ExtractedText, document: str) -> None:
        """Store an article; the same id again replaces its analysis, and `document` is one more name of it."""
        ...

    async def renew(self, article: Article, reading: ExtractedText) -> bool:
        """Replace the analysis of an article that is stored; tell whether it is: it may be forgotten meanwhile."""
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

    async def put(self, article_id: str, shelf: str, person: str = "", page: str = "", at: float = 0.0) -> None:
        """Put a stored article on a shelf: who brought it, from which page, and when (seconds since 1970).

        On a shelf where it stands already, who brought it first stays; one that is not stored is put nowhere.
        """
        ...

    async def on(self, shelves: Sequence[str], *, unplaced: bool = False) -> "tuple[ArticleSummary, ...]":
        """Return what stands on some shelves, the newest first; with `unplaced`, also what stands on none."""
        ...

    async def newest(
        self, shelves: Sequence[str], first: int, most: int, *, unplaced: bool = False
    ) -> "tuple[ArticleSummary, ...]":
        """Return a part of that list, `most` articles from place `first` (from 0) on, however long it is.

        Of articles that are versions of one, the one that came last among those that stand there.
        """
        ...

    async def number(self, shelves: Sequence[str], *, unplaced: bool = False) -> int:
        """Return how many articles stand on some shelves, every version counted."""
        ...

    async def starting(
        self, start: str, shelves: Sequence[str], *, unplaced: bool = False
    ) -> "tuple[ArticleSummary, ...]":
        """Return those that stand on some shelves and whose id begins so, two at most; older versions among them."""
        ...

    async def lines(self, ids: Sequence[str]) -> "tuple[ArticleSummary, ...]":
        """Return those of some articles that are stored, in the order of `ids`, wherever they stand."""
        ...

    async def shelves_of(self, article_id: str) -> tuple[str, ...]:
        """Return the shelves that an article stands on, in the order of their names."""
        ...

    async def at_page(self, page: str, shelves: Sequence[str]) -> str | None:
        """Return the article that a page gave last, where it stands on one of the shelves."""
        ...

    async def take(self, article_id: str, shelf: str) -> bool:
        """Take an article off a shelf, and forget it where that was the last one; tell whether it stood there."""
        ...

    async def move(self, before: str, now: str) -> None:
        """Put all that stands on one shelf on another one instead; what stands there already stays as it is."""
        ...

    async def take_all(self, person: str) -> tuple[str, ...]:
        """Take everything off that a person has brought, wherever it stands; return which articles that were."""
        ...

    async def brought(self, person: str, since: float) -> int:
        """Return how many articles that stand somewhere a person has brought since a moment."""
        ...

    async def count(self, shelf: str) -> int:
        """Return how many articles stand on a shelf."""
        ...

    async def oldest_fed(self, shelf: str) -> str | None:
        """Return the article that stands longest on a shelf of those that feeds have brought; None without any."""
        ...

    async def check(self) -> None:
        """Read everything; raises `StoreError` where something is not what was stored."""
        ...

    async def reachable(self) -> None:
        """Return where articles can be read now; raises `StoreError` where they can't, without reading all of them."""
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
