"""Articles in an SQLite file.

Rule of this module: one statement reads an article, one transaction writes it, and every error leaves as a
`StoreError`. What is checked on the way is in `stored`.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from sqlite3 import Connection, Row
from threading import Thread, current_thread
from typing import TYPE_CHECKING

import aiosqlite

from bot.errors import StoreError, StoreProblem
from bot.model import Article, ExtractedText
from bot.storage.database import EMPTYING, MEMORY, Opened, open_database
from bot.storage.direct import Direct
from bot.storage.editions import Editioned, Values
from bot.storage.faults import mapped
from bot.storage.listing import Listed
from bot.storage.shelves import Shelved
from bot.storage.stored import HEX, Line, lines_of, packed, reading_of, unpacked, version_of
from bot.storage.vectors import pack_vectors, unpack_vectors

if TYPE_CHECKING:
    from bot.ports.encoders import Vectors

_FETCHED_AT_ONCE = 64
"""Rows; the driver's own figure."""

_SAVE = """
INSERT INTO articles (id, ingested, language, title, origin, sentences, version, text, reading, analysis)
VALUES (?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    language = excluded.language, title = excluded.title, origin = excluded.origin, sentences = excluded.sentences,
    version = excluded.version, text = excluded.text, reading = excluded.reading, analysis = excluded.analysis
"""

_RENEW = """
UPDATE articles SET language = ?, title = ?, origin = ?, sentences = ?, version = ?, text = ?, reading = ?, analysis = ?
WHERE id = ?
"""

_NAME = (
    "INSERT INTO documents (hash, article) VALUES (?, ?) ON CONFLICT (hash) DO UPDATE SET article = excluded.article"
)


# An article that was removed while its vectors were made has none.
_KEEP_VECTORS = """
INSERT INTO vectors (article, maker, vectors)
SELECT id, ?, ? FROM articles WHERE id = ?
ON CONFLICT (article) DO UPDATE SET maker = excluded.maker, vectors = excluded.vectors
"""


@asynccontextmanager
async def open_store(path: Path | str, analysis: str) -> AsyncIterator["SqliteStore"]:
    """Open the store at a path (":memory:" for one that is forgotten), and close it in the end.

    `analysis` is the version of the analysis: articles that another one made are not loaded. Raises `StoreError`.
    """
    store = await SqliteStore.open(path, analysis)
    try:
        yield store
    finally:
        await store.close()


class SqliteStore(Shelved, Listed, Editioned):
    """An `ArticleStore` and a `VectorStore` in one SQLite file, for any number of tasks and processes."""

    def __init__(self, connection: aiosqlite.Connection, path: str, analysis: str) -> None:
        self._connection = connection
        self._path = path
        self._version = version_of(analysis)
        # Tasks share the connection, and with it a transaction: one at a time.
        self._turn = asyncio.Lock()
        self._looking: Direct | None = None
        self._file = Opened.at(path)

    @classmethod
    async def open(cls, path: Path | str, analysis: str) -> "SqliteStore":
        """Open the store; the caller closes it."""
        threads: list[Thread] = []

        def connect() -> Connection:
            # This runs in the driver's thread: all of the opening is one way there and back.
            threads.append(current_thread())
            return open_database(str(path))

        try:
            return cls(await aiosqlite.Connection(connect, _FETCHED_AT_ONCE), str(path), analysis)
        except BaseException:
            # The driver does not wait for its thread, which would then speak to a loop that is closed.
            for thread in threads:
                thread.join()
            raise

    async def save(self, article: Article, reading: ExtractedText, document: str) -> None:
        """Store an article; an empty `document` is no name.

        The day it came in stays where the article is replaced. Raises `ValueError` where the id is not the SHA-256 of
        the text or the extracted text is another.
        """
        one = await packed(article, reading)
        head = (one.id, one.language, one.title, one.origin, one.sentences)
        body = (self._version, one.text, one.reading, one.analysis)
        await self._write([(_SAVE, head + body)] + ([(_NAME, (document, one.id))] if document else []))

    async def renew(self, article: Article, reading: ExtractedText) -> bool:
        """Replace the analysis of an article that is stored; raises `ValueError` as `save` does."""
        one = await packed(article, reading)
        head = (one.language, one.title, one.origin, one.sentences)
        return await self._write([(_RENEW, (*head, self._version, one.text, one.reading, one.analysis, one.id))]) > 0

    async def load(self, article_id: str) -> Article | None:
        """Return an article; one whose stored analysis can't be understood counts as made by another version."""
        sql = "SELECT text, analysis FROM articles WHERE id = ? AND version = ?"
        rows = await self._read(sql, (article_id, self._version))
        return await unpacked(rows[0], article_id, self._path) if rows else None

    async def reading(self, article_id: str) -> tuple[ExtractedText, str] | None:
        """Return what an article was made from, and its origin, whatever version made it."""
        rows = await self._read("SELECT text, reading, origin FROM articles WHERE id = ?", (article_id,))
        return reading_of(rows[0], article_id, self._path) if rows else None

    async def id_of_document(self, document: str) -> str | None:
        """Return the id of the article that a document (by its SHA-256) gave."""
        rows = await self._read("SELECT article FROM documents WHERE hash = ?", (document,))
        return str(rows[0][0]) if rows else None

    async def find(self, prefix: str) -> str | None:
        """Return the id that starts with `prefix` where exactly one does, else None."""
        if not set(prefix) <= HEX:
            return None
        # 'g' follows every hexadecimal digit, so the index alone answers.
        sql = "SELECT id FROM articles WHERE id >= ? AND id < ? || 'g' LIMIT 2"
        rows = await self._look(sql, (prefix, prefix))
        return str(rows[0][0]) if len(rows) == 1 else None

    async def all(self) -> tuple[Line, ...]:
        """Return what is stored, the newest first."""
        sql = "SELECT id, title, language, origin, ingested, sentences FROM articles ORDER BY rowid DESC"
        return lines_of(await self._read(sql), self._path)

    async def remove(self, article_id: str) -> bool:
        """Forget an article and its documents; tell whether it was there."""
        there = await self._write([("DELETE FROM articles WHERE id = ?", (article_id,))]) > 0
        await self._wipe()
        return there

    async def vectors(self, article_id: str, maker: str) -> "Vectors | None":
        """Return an article's vectors, rounded to half precision; None for what this maker did not make."""
        sql = "SELECT vectors FROM vectors WHERE article = ? AND maker = ?"
        rows = await self._read(sql, (article_id, maker))
        return await asyncio.to_thread(unpack_vectors, rows[0][0]) if rows else None

    async def keep_vectors(self, article_id: str, maker: str, vectors: "Vectors") -> None:
        """Keep an article's vectors in the place of others."""
        packed = await asyncio.to_thread(pack_vectors, vectors)
        await self._write([(_KEEP_VECTORS, (maker, packed, article_id))])

    async def check(self) -> None:
        """Read the whole database; raises `StoreError` where a page of it is damaged or a text is not what came in."""
        if [tuple(row) for row in await self._read("PRAGMA integrity_check(1)")] != [("ok",)]:
            raise StoreError(StoreProblem.DAMAGED, self._path)
        for line in await self.all():
            await self.reading(line.id)

    async def reachable(self) -> None:
        """Return where articles can be read now."""
        await asyncio.to_thread(self._file.check)
        await self._look("SELECT 1 FROM articles LIMIT 1", ())

    async def close(self) -> None:
        """Close the store; closing it again does nothing."""
        if self._looking is not None:
            self._looking.close()
        with mapped(self._path):
            await self._connection.close()

    def _at_hand(self) -> Direct:
        """Return the connection for what is looked up at every question; not everybody who opens a store asks two."""
        if self._looking is None:
            self._looking = Direct(self._path)
        return self._looking

    async def _look(self, sql: str, values: tuple[object, ...]) -> list[Row]:
        """Read a few rows by an index, where they are called for."""
        return await (self._read if self._path == MEMORY else self._at_hand().rows)(sql, values)

    async def _wipe(self) -> None:
        """Empty the write-ahead log, which still holds what was deleted; while others read it, that has to wait."""
        if self._path != MEMORY:
            for how in EMPTYING:
                await self._read(how)

    async def _read(self, sql: str, values: Iterable[object] | dict[str, object] = ()) -> list[Row]:
        with mapped(self._path):
            async with self._turn:
                return list(await self._connection.execute_fetchall(sql, values))

    async def _write(self, statements: Iterable[tuple[str, Values]]) -> int:
        """Make all the changes or none; return how many rows the last one changed."""
        with mapped(self._path):
            async with self._turn:
                try:
                    # A transaction that begins as a reader is not waited for when it comes to write.
                    await self._connection.execute("BEGIN IMMEDIATE")
                    for sql, values in statements:
                        cursor = await self._connection.execute(sql, values)
                    await self._connection.execute("COMMIT")
                except BaseException:
                    await self._connection.rollback()
                    raise
                return cursor.rowcount
