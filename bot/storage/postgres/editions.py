"""Which stored articles are versions of one, in PostgreSQL.

Rule of this module: an edition goes with its article; whoever notes an edition of a page holds the page until that is
done, so that two that come at once belong to one story.
"""

from collections.abc import Iterable, Sequence
from secrets import token_hex

from bot.ports.versions import Edition
from bot.storage.postgres.connections import Connections, Row, Steps

LOCK = 0x41424544
"""The first half of the advisory locks of pages; reads "ABED"."""

_HELD = "SELECT pg_advisory_xact_lock($1, hashtext($2))"

# A page that has gone back to an earlier version shows that one as the newest again; what is pasted again is no news.
_NOTE = """
INSERT INTO editions AS known (article, page, story, came, seen)
SELECT id, $2, coalesce(
    (SELECT story FROM editions WHERE page = $2 AND page <> '' ORDER BY came DESC LIMIT 1),
    (SELECT story FROM editions WHERE article = $1 ORDER BY came DESC LIMIT 1),
    (SELECT story FROM editions WHERE article = $3 ORDER BY came DESC LIMIT 1),
    $4
), $5, $5 FROM articles WHERE id = $1 FOR KEY SHARE
ON CONFLICT (article, page) DO UPDATE SET
    seen = greatest(known.seen, excluded.seen),
    came = CASE WHEN known.page <> '' AND EXISTS (
        SELECT 1 FROM editions AS later
        WHERE later.story = known.story AND later.came > known.came AND later.article <> known.article
    ) THEN excluded.came ELSE known.came END
"""

_SKETCH = """
INSERT INTO sketches (hash, edition)
SELECT hash, number FROM unnest($2::bigint[]) AS hash,
    (SELECT min(number) AS number FROM editions WHERE article = $1) AS first
WHERE number IS NOT NULL ON CONFLICT DO NOTHING
"""

_EDITIONS = """
SELECT article, page, came, seen FROM editions
WHERE story IN (SELECT story FROM editions WHERE article = $1) ORDER BY came, number
"""

_ALIKE = """
SELECT e.article, e.page, e.came, e.seen FROM editions AS e JOIN (
    SELECT o.article, count(*) AS shared FROM sketches AS s JOIN editions AS o ON o.number = s.edition
    WHERE s.hash = ANY($1::bigint[]) GROUP BY o.article HAVING count(*) > 1
    ORDER BY shared DESC, max(o.number) DESC LIMIT $2
) AS f ON f.article = e.article ORDER BY f.shared DESC, e.number DESC
"""


class Editioned:
    """What an `ArticleStore` does with editions; whoever inherits it has connections."""

    _connections: Connections

    async def note_edition(self, article_id: str, page: str, sketch: Sequence[int], now: float, like: str = "") -> None:
        """Note that a stored article came from a page, or was seen there again."""
        fresh = token_hex(16)

        async def noted(steps: Steps) -> None:
            await steps.rows(_HELD, LOCK, page or article_id)
            await steps.change(_NOTE, article_id, page, like, fresh, now)
            await steps.change(_SKETCH, article_id, list(sketch))

        await self._connections.whole(noted)

    async def editions(self, article_id: str) -> tuple[Edition, ...]:
        """Return all editions of the stories that an article belongs to, in the order in which they came."""
        return _editions(await self._connections.rows(_EDITIONS, article_id))

    async def alike(self, sketch: Sequence[int], most: int) -> tuple[Edition, ...]:
        """Return editions that share at least two numbers of a sketch, those first that share the most."""
        return _editions(await self._connections.rows(_ALIKE, list(sketch), most))


def _editions(rows: Iterable[Row]) -> tuple[Edition, ...]:
    return tuple(Edition(str(article), str(page), float(came), float(seen)) for article, page, came, seen in rows)
