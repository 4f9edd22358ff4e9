"""Articles in PostgreSQL, with their shelves and vectors.

Rule of this module: one statement reads an article, one transaction writes it. Whoever takes an article off a shelf
holds the article first, so that nobody puts it on another one while it is forgotten; and before that the turn to change
something at all, which triggers take for every other statement.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.model import Article, ExtractedText
from bot.ports.feeds import by_feed
from bot.storage.postgres.connections import PATIENCE, SOON, Connections, Steps, connected
from bot.storage.postgres.editions import Editioned
from bot.storage.postgres.listing import Listed
from bot.storage.postgres.schema import CHANGES, provide
from bot.storage.stored import HEX, Line, Packed, lines_of, packed, reading_of, unpacked, version_of
from bot.storage.vectors import pack_vectors, unpack_vectors

if TYPE_CHECKING:
    from bot.ports.encoders import Vectors

_SAVE = """
INSERT INTO articles (id, ingested, language, title, origin, sentences, version, text, reading, analysis)
VALUES ($1, to_char(now() AT TIME ZONE 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (id) DO UPDATE SET
    language = excluded.language, title = excluded.title, origin = excluded.origin, sentences = excluded.sentences,
    version = excluded.version, text = excluded.text, reading = excluded.reading, analysis = excluded.analysis
"""

_RENEW = """
UPDATE articles SET language = $2, title = $3, origin = $4, sentences = $5, version = $6, text = $7, reading = $8,
    analysis = $9
WHERE id = $1
"""

_NAME = (
    "INSERT INTO documents (hash, article) VALUES ($1, $2) ON CONFLICT (hash) DO UPDATE SET article = excluded.article"
)

# An article that was removed while its vectors were made has none.
_KEEP_VECTORS = """
INSERT INTO vectors (article, maker, vectors) SELECT id, $2, $3 FROM articles WHERE id = $1
ON CONFLICT (article) DO UPDATE SET maker = excluded.maker, vectors = excluded.vectors
"""

_PUT = """
INSERT INTO shelves (shelf, article, person, page, placed)
SELECT $2, id, $3, $4, $5 FROM articles WHERE id = $1 FOR KEY SHARE
ON CONFLICT (shelf, article) DO UPDATE SET page = excluded.page, placed = excluded.placed
"""

_LIST = """
SELECT a.id, a.title, a.language, a.origin, a.ingested, a.sentences
FROM articles AS a LEFT JOIN shelves AS s ON s.article = a.id
WHERE s.shelf = ANY($1::text[]) OR ($2 AND s.shelf IS NULL)
GROUP BY a.id ORDER BY max(coalesce(s.placed, 0)) DESC, a.number DESC
"""

_TURN = "SELECT pg_advisory_xact_lock($1)"

_HELD = "SELECT id FROM articles WHERE id = ANY($1::text[]) ORDER BY id FOR UPDATE"

_MOVE = """
UPDATE shelves AS old SET shelf = $2
WHERE shelf = $1 AND NOT EXISTS (SELECT 1 FROM shelves AS new WHERE new.shelf = $2 AND new.article = old.article)
"""

_FORSAKEN = """
DELETE FROM articles WHERE id = ANY($1::text[]) AND NOT EXISTS (SELECT 1 FROM shelves WHERE article = articles.id)
"""


@asynccontextmanager
async def open_store(address: str, analysis: str, patience: float = PATIENCE) -> AsyncIterator["PostgresStore"]:
    """Open the store in the database at an address, and let go of it in the end.

    `analysis` is the version of the analysis: articles that another one made are not loaded. Raises `StoreError`.
    """
    async with connected(address, patience) as connections:
        await provide(address)
        yield PostgresStore(connections, analysis)


class PostgresStore(Listed, Editioned):
    """An `ArticleStore` and a `VectorStore` in PostgreSQL; the connections are somebody else's."""

    def __init__(self, connections: Connections, analysis: str) -> None:
        self._connections = connections
        self._version = version_of(analysis)
        self._place = connections.place

    async def save(self, article: Article, reading: ExtractedText, document: str) -> None:
        """Store an article; an empty `document` is no name.

        The day it came in stays where the article is replaced. Raises `ValueError` where the id is not the SHA-256 of
        the text or the extracted text is another.
        """
        one = await packed(article, reading)
        await self._connections.whole(lambda steps: self._saved(steps, one, document))

    async def renew(self, article: Article, reading: ExtractedText) -> bool:
        """Replace the analysis of an article that is stored; raises `ValueError` as `save` does."""
        one = await packed(article, reading)
        head = (one.id, one.language, one.title, one.origin, one.sentences)
        return await self._connections.change(_RENEW, *head, self._version, one.text, one.reading, one.analysis) > 0

    async def _saved(self, steps: Steps, one: Packed, document: str) -> None:
        head = (one.id, one.language, one.title, one.origin, one.sentences)
        await steps.change(_SAVE, *head, self._version, one.text, one.reading, one.analysis)
        if document:
            await steps.change(_NAME, document, one.id)

    async def load(self, article_id: str) -> Article | None:
        """Return an article; one whose stored analysis can't be understood counts as made by another version."""
        sql = "SELECT text, analysis FROM articles WHERE id = $1 AND version = $2"
        rows = await self._connections.rows(sql, article_id, self._version)
        return await unpacked(rows[0], article_id, self._place) if rows else None

    async def reading(self, article_id: str) -> tuple[ExtractedText, str] | None:
        """Return what an article was made from, and its origin, whatever version made it."""
        rows = await self._connections.rows("SELECT text, reading, origin FROM articles WHERE id = $1", article_id)
        return reading_of(rows[0], article_id, self._place) if rows else None

    async def id_of_document(self, document: str) -> str | None:
        """Return the id of the article that a document (by its SHA-256) gave."""
        rows = await self._connections.rows("SELECT article FROM documents WHERE hash = $1", document)
        return str(rows[0][0]) if rows else None

    async def find(self, prefix: str) -> str | None:
        """Return the id that starts with `prefix` where exactly one does, else None."""
        if not set(prefix) <= HEX:
            return None
        # 'g' follows every hexadecimal digit, so the index alone answers.
        sql = "SELECT id FROM articles WHERE id >= $1 AND id < $2 LIMIT 2"
        rows = await self._connections.rows(sql, prefix, prefix + "g")
        return str(rows[0][0]) if len(rows) == 1 else None

    async def all(self) -> tuple[Line, ...]:
        """Return what is stored, the newest first."""
        sql = "SELECT id, title, language, origin, ingested, sentences FROM articles ORDER BY number DESC"
        return lines_of(await self._connections.rows(sql), self._place)

    async def remove(self, article_id: str) -> bool:
        """Forget an article and its documents; tell whether it was there."""
        return await self._connections.change("DELETE FROM articles WHERE id = $1", article_id) > 0

    async def vectors(self, article_id: str, maker: str) -> "Vectors | None":
        """Return an article's vectors, rounded to half precision; None for what this maker did not make."""
        sql = "SELECT vectors FROM vectors WHERE article = $1 AND maker = $2"
        rows = await self._connections.rows(sql, article_id, maker)
        return await asyncio.to_thread(unpack_vectors, rows[0][0]) if rows else None

    async def keep_vectors(self, article_id: str, maker: str, vectors: "Vectors") -> None:
        """Keep an article's vectors in the place of others."""
        stored = await asyncio.to_thread(pack_vectors, vectors)
        await self._connections.change(_KEEP_VECTORS, article_id, maker, stored)

    async def put(self, article_id: str, shelf: str, person: str = "", page: str = "", at: float = 0.0) -> None:
        """Put a stored article on a shelf; who put it there first stays."""
        await self._connections.change(_PUT, article_id, shelf, person, page, at)

    async def on(self, shelves: Sequence[str], *, unplaced: bool = False) -> tuple[Line, ...]:
        """Return what stands on some shelves, the newest first; with `unplaced`, also what stands on none."""
        return lines_of(await self._connections.rows(_LIST, list(shelves), unplaced), self._place)

    async def shelves_of(self, article_id: str) -> tuple[str, ...]:
        """Return the shelves that an article stands on."""
        sql = "SELECT shelf FROM shelves WHERE article = $1 ORDER BY shelf"
        return tuple(str(shelf) for (shelf,) in await self._connections.rows(sql, article_id))

    async def at_page(self, page: str, shelves: Sequence[str]) -> str | None:
        """Return the article that a page gave last, where it stands on one of the shelves."""
        sql = "SELECT article FROM shelves WHERE page = $1 AND page <> '' AND shelf = ANY($2::text[])"
        rows = await self._connections.rows(f"{sql} ORDER BY placed DESC LIMIT 1", page, list(shelves))
        return str(rows[0][0]) if rows else None

    async def take(self, article_id: str, shelf: str) -> bool:
        """Take an article off a shelf, and forget it where that was the last one; tell whether it stood there."""

        async def taken(steps: Steps) -> bool:
            await steps.rows(_TURN, CHANGES)
            await steps.rows(_HELD, [article_id])
            there = await steps.change("DELETE FROM shelves WHERE article = $1 AND shelf = $2", article_id, shelf) > 0
            if there:
                await steps.change(_FORSAKEN, [article_id])
            return there

        return await self._connections.whole(taken)

    async def move(self, before: str, now: str) -> None:
        """Put all that stands on one shelf on another one instead."""

        async def moved(steps: Steps) -> None:
            await steps.change(_MOVE, before, now)
            await steps.change("DELETE FROM shelves WHERE shelf = $1 AND $1 <> $2", before, now)

        await self._connections.whole(moved)

    async def take_all(self, person: str) -> tuple[str, ...]:
        """Take everything off that a person has brought, wherever it stands; return which articles that were."""

        async def taken(steps: Steps) -> tuple[str, ...]:
            await steps.rows(_TURN, CHANGES)
            rows = await steps.rows(
                "SELECT DISTINCT article FROM shelves WHERE person = $1 AND person <> '' ORDER BY article", person
            )
            keys = [str(key) for (key,) in rows]
            await steps.rows(_HELD, keys)
            await steps.change(
                "DELETE FROM shelves WHERE person = $1 AND person <> '' AND article = ANY($2::text[])", person, keys
            )
            await steps.change(_FORSAKEN, keys)
            return tuple(keys)

        return await self._connections.whole(taken)

    async def brought(self, person: str, since: float) -> int:
        """Return how many articles a person has brought since a moment."""
        # The index of persons has none without a name; only a query that says so is answered by it.
        sql = "SELECT count(*) FROM shelves WHERE person = $1 AND person <> '' AND placed >= $2"
        return int((await self._connections.rows(sql, person, since))[0][0])

    async def count(self, shelf: str) -> int:
        """Return how many articles stand on a shelf."""
        return int((await self._connections.rows("SELECT count(*) FROM shelves WHERE shelf = $1", shelf))[0][0])

    async def oldest_fed(self, shelf: str) -> str | None:
        """Return the article that stands longest on a shelf of those that feeds have brought; None without any."""
        sql = "SELECT article FROM shelves WHERE shelf = $1 AND person LIKE $2 ORDER BY placed, article LIMIT 1"
        rows = await self._connections.rows(sql, shelf, by_feed("%"))
        return str(rows[0][0]) if rows else None

    async def changes(self, after: int, most: int) -> tuple[tuple[int, str], ...]:
        """Return positions behind `after`, in order, each with the id of an article that has changed since."""
        sql = "SELECT position, article FROM changes WHERE position > $1 ORDER BY position LIMIT $2"
        return tuple((int(at), str(key)) for at, key in await self._connections.rows(sql, after, most))

    async def latest(self) -> int:
        """Return the last position, 0 where nothing has happened yet."""
        sql = "SELECT coalesce(max(position), 0) FROM changes"
        return int((await self._connections.rows(sql, patience=SOON))[0][0])

    async def behind(self, after: int) -> int:
        """Return how many articles have changed behind a position."""
        sql = "SELECT count(*) FROM changes WHERE position > $1"
        return int((await self._connections.rows(sql, after, patience=SOON))[0][0])

    async def check(self) -> None:
        """Read everything; raises `StoreError` where a text is not what came in. Pages are the server's to check."""
        for line in await self.all():
            await self.reading(line.id)

    async def reachable(self) -> None:
        """Return where articles can be read now; raises `StoreError`."""
        await self._connections.rows("SELECT 1 FROM articles LIMIT 1", patience=SOON)

    async def close(self) -> None:
        """Let go of the connections; doing it again does nothing."""
        await self._connections.close()
