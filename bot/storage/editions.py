"""Which stored articles are versions of one, in the SQLite file for articles.

Rule of this module: an edition goes with its article; what is noted again changes nothing but when it was seen.
"""

import json
from collections.abc import Iterable, Sequence
from secrets import token_hex
from sqlite3 import Row

from bot.ports.versions import Edition

Values = tuple[object, ...] | dict[str, object]
"""What the marks of a statement stand for."""

# A page that has gone back to an earlier version shows that one as the newest again; what is pasted again is no news.
_NOTE = """
INSERT INTO editions (article, page, story, came, seen)
SELECT id, :page, coalesce(
    (SELECT story FROM editions WHERE page = :page AND page <> '' ORDER BY came DESC LIMIT 1),
    (SELECT story FROM editions WHERE article = :article ORDER BY came DESC LIMIT 1),
    (SELECT story FROM editions WHERE article = :like ORDER BY came DESC LIMIT 1),
    :fresh
), :now, :now FROM articles WHERE id = :article
ON CONFLICT (article, page) DO UPDATE SET
    seen = max(seen, excluded.seen),
    came = CASE WHEN page <> '' AND EXISTS (
        SELECT 1 FROM editions AS later
        WHERE later.story = editions.story AND later.came > editions.came AND later.article <> editions.article
    ) THEN excluded.came ELSE came END
"""

_SKETCH = """
INSERT OR IGNORE INTO sketches (hash, edition)
SELECT value, (SELECT min(number) FROM editions WHERE article = ?) FROM json_each(?)
"""

_EDITIONS = """
SELECT article, page, came, seen FROM editions
WHERE story IN (SELECT story FROM editions WHERE article = ?) ORDER BY came, number
"""

_ALIKE = """
SELECT e.article, e.page, e.came, e.seen FROM editions AS e JOIN (
    SELECT o.article, count(*) AS shared FROM sketches AS s JOIN editions AS o ON o.number = s.edition
    WHERE s.hash IN (SELECT value FROM json_each(?)) GROUP BY o.article HAVING shared > 1
    ORDER BY shared DESC, max(o.number) DESC LIMIT ?
) AS f ON f.article = e.article ORDER BY f.shared DESC, e.number DESC
"""


class Editioned:
    """What an `ArticleStore` does with editions; whoever inherits it reads and writes."""

    async def _write(self, statements: Iterable[tuple[str, Values]]) -> int:
        raise NotImplementedError

    async def _look(self, sql: str, values: tuple[object, ...]) -> list[Row]:
        """Read a few rows by an index."""
        raise NotImplementedError

    async def note_edition(self, article_id: str, page: str, sketch: Sequence[int], now: float, like: str = "") -> None:
        """Note that a stored article came from a page, or was seen there again."""
        values = {"article": article_id, "page": page, "like": like, "fresh": token_hex(16), "now": now}
        await self._write([(_NOTE, values), (_SKETCH, (article_id, json.dumps(sketch)))])

    async def editions(self, article_id: str) -> tuple[Edition, ...]:
        """Return all editions of the stories that an article belongs to, in the order in which they came."""
        return _editions(await self._look(_EDITIONS, (article_id,)))

    async def alike(self, sketch: Sequence[int], most: int) -> tuple[Edition, ...]:
        """Return editions that share at least two numbers of a sketch, those first that share the most."""
        return _editions(await self._look(_ALIKE, (json.dumps(sketch), most)))


def _editions(rows: Iterable[Row]) -> tuple[Edition, ...]:
    return tuple(Edition(str(article), str(page), float(came), float(seen)) for article, page, came, seen in rows)
