"""On which shelves the stored articles stand, in the SQLite file for articles.

Rule of this module: who may see an article is decided by rows that this module alone writes, and an article that is
taken off its last shelf goes with all that was made of it.
"""

from collections.abc import Iterable, Sequence
from sqlite3 import Row

from bot.ports.feeds import by_feed
from bot.storage.editions import Values
from bot.storage.stored import Line, lines_of

_PUT = """
INSERT INTO shelves (shelf, article, person, page, placed)
SELECT ?, id, ?, ?, ? FROM articles WHERE id = ?
ON CONFLICT (shelf, article) DO UPDATE SET page = excluded.page, placed = excluded.placed
"""

_LIST = """
SELECT a.id, a.title, a.language, a.origin, a.ingested, a.sentences
FROM articles AS a LEFT JOIN shelves AS s ON s.article = a.id
WHERE s.shelf IN ({marks}) OR (? AND s.shelf IS NULL)
GROUP BY a.id ORDER BY max(coalesce(s.placed, 0)) DESC, a.rowid DESC
"""

_FORSAKEN = "DELETE FROM articles WHERE id = ? AND NOT EXISTS (SELECT 1 FROM shelves WHERE article = articles.id)"


class Shelved:
    """What an `ArticleStore` does with shelves; whoever inherits it reads and writes."""

    _path: str

    async def _read(self, sql: str, values: Iterable[object] = ()) -> list[Row]:
        raise NotImplementedError

    async def _write(self, statements: Iterable[tuple[str, Values]]) -> int:
        raise NotImplementedError

    async def _look(self, sql: str, values: tuple[object, ...]) -> list[Row]:
        """Read a few rows by an index."""
        raise NotImplementedError

    async def _wipe(self) -> None:
        """Leave nothing of what was deleted in a file."""
        raise NotImplementedError

    async def put(self, article_id: str, shelf: str, person: str = "", page: str = "", at: float = 0.0) -> None:
        """Put a stored article on a shelf; who put it there first stays."""
        await self._write([(_PUT, (shelf, person, page, at, article_id))])

    async def on(self, shelves: Sequence[str], *, unplaced: bool = False) -> tuple[Line, ...]:
        """Return what stands on some shelves, the newest first; with `unplaced`, also what stands on none."""
        marks = ", ".join("?" * len(shelves))
        rows = await self._read(_LIST.format(marks=marks), (*shelves, unplaced))
        return lines_of(rows, self._path)

    async def shelves_of(self, article_id: str) -> tuple[str, ...]:
        """Return the shelves that an article stands on."""
        rows = await self._look("SELECT shelf FROM shelves WHERE article = ? ORDER BY shelf", (article_id,))
        return tuple(str(shelf) for (shelf,) in rows)

    async def at_page(self, page: str, shelves: Sequence[str]) -> str | None:
        """Return the article that a page gave last, where it stands on one of the shelves."""
        marks = ", ".join("?" * len(shelves))
        sql = f"SELECT article FROM shelves WHERE page = ? AND page <> '' AND shelf IN ({marks}) ORDER BY placed DESC"  # noqa: S608 - question marks
        rows = await self._look(sql, (page, *shelves))
        return str(rows[0][0]) if rows else None

    async def take(self, article_id: str, shelf: str) -> bool:
        """Take an article off a shelf, and forget it where that was the last one; tell whether it stood there."""
        there = shelf in await self.shelves_of(article_id)
        if there:
            off = "DELETE FROM shelves WHERE article = ? AND shelf = ?"
            await self._write([(off, (article_id, shelf)), (_FORSAKEN, (article_id,))])
            await self._wipe()
        return there

    async def move(self, before: str, now: str) -> None:
        """Put all that stands on one shelf on another one instead."""
        if before != now:
            over = "UPDATE OR IGNORE shelves SET shelf = ? WHERE shelf = ?"
            await self._write([(over, (now, before)), ("DELETE FROM shelves WHERE shelf = ?", (before,))])

    async def take_all(self, person: str) -> tuple[str, ...]:
        """Take everything off that a person has brought, wherever it stands; return which articles that were."""
        rows = await self._look("SELECT DISTINCT article FROM shelves WHERE person = ? AND person <> ''", (person,))
        taken = tuple(str(key) for (key,) in rows)
        off = [("DELETE FROM shelves WHERE person = ? AND person <> ''", (person,))]
        await self._write([*off, *((_FORSAKEN, (key,)) for key in taken)])
        await self._wipe()
        return taken

    async def brought(self, person: str, since: float) -> int:
        """Return how many articles a person has brought since a moment."""
        # The index of persons has none without a name; only a query that says so is answered by it.
        sql = "SELECT count(*) FROM shelves WHERE person = ? AND person <> '' AND placed >= ?"
        return int((await self._look(sql, (person, since)))[0][0])

    async def count(self, shelf: str) -> int:
        """Return how many articles stand on a shelf."""
        return int((await self._look("SELECT count(*) FROM shelves WHERE shelf = ?", (shelf,)))[0][0])

    async def oldest_fed(self, shelf: str) -> str | None:
        """Return the article that stands longest on a shelf of those that feeds have brought; None without any."""
        sql = "SELECT article FROM shelves WHERE shelf = ? AND person LIKE ? ORDER BY placed, article LIMIT 1"
        rows = await self._look(sql, (shelf, by_feed("%")))
        return str(rows[0][0]) if rows else None

    async def changes(self, after: int, most: int) -> tuple[tuple[int, str], ...]:
        """Return positions behind `after`, in order, each with the id of an article that has changed since."""
        sql = "SELECT position, article FROM changes WHERE position > ? ORDER BY position LIMIT ?"
        return tuple((int(at), str(key)) for at, key in await self._look(sql, (after, most)))

    async def latest(self) -> int:
        """Return the last position, 0 where nothing has happened yet."""
        return int((await self._look("SELECT coalesce(max(position), 0) FROM changes", ()))[0][0])

    async def behind(self, after: int) -> int:
        """Return how many articles have changed behind a position."""
        return int((await self._look("SELECT count(*) FROM changes WHERE position > ?", (after,)))[0][0])
