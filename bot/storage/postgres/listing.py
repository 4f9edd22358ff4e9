"""The list of articles as people see it, in PostgreSQL: the newest first, a part at a time.

Rule of this module: a part is read by an index, from its front, and never the whole list. Of articles that are
versions of one, the one that came last stands in it, among those that are seen there.
"""

from collections.abc import Sequence

from bot.storage.listed import COLUMNS, NEWEST
from bot.storage.postgres.connections import Connections
from bot.storage.stored import HEX, Line, lines_of

_THERE = """(
    EXISTS (SELECT 1 FROM shelves WHERE article = {id} AND shelf = ANY($1::text[]))
    OR ($2::boolean AND NOT EXISTS (SELECT 1 FROM shelves WHERE article = {id}))
)"""

_NEWEST = NEWEST.format(there=_THERE.format(id="later.article"))

_PART = f"""
SELECT {COLUMNS} FROM (
    SELECT id, max(placed) AS placed FROM (
        SELECT on_shelf.* FROM unnest($1::text[]) AS asked (shelf) CROSS JOIN LATERAL (
            SELECT a.id, s.placed FROM shelves AS s JOIN articles AS a ON a.id = s.article
            WHERE s.shelf = asked.shelf AND {_NEWEST}
            ORDER BY s.placed DESC, a.number DESC LIMIT $3::bigint + $4::bigint
        ) AS on_shelf
        UNION ALL SELECT on_none.* FROM (
            SELECT a.id, 0.0 AS placed FROM articles AS a
            WHERE $2::boolean AND NOT EXISTS (SELECT 1 FROM shelves WHERE article = a.id) AND {_NEWEST}
            ORDER BY a.number DESC LIMIT $3::bigint + $4::bigint
        ) AS on_none
    ) AS parts GROUP BY id
) AS there JOIN articles AS a ON a.id = there.id
ORDER BY there.placed DESC, a.number DESC LIMIT $4::bigint OFFSET $3::bigint
"""  # noqa: S608 - from the lines above

_NUMBER = """
SELECT count(*) FROM (
    SELECT article FROM shelves WHERE shelf = ANY($1::text[])
    UNION SELECT id FROM articles WHERE $2::boolean AND NOT EXISTS (SELECT 1 FROM shelves WHERE article = articles.id)
) AS there
"""

# 'g' follows every hexadecimal digit, so the index alone answers.
_STARTING = f"""
SELECT {COLUMNS} FROM articles AS a WHERE a.id >= $3 AND a.id < $4 AND {_THERE.format(id="a.id")} LIMIT 2
"""  # noqa: S608 - as above

_LINES = f"SELECT {COLUMNS} FROM articles AS a WHERE a.id = ANY($1::text[])"  # noqa: S608 - as above


class Listed:
    """What an `ArticleStore` lists; whoever inherits it has connections."""

    _connections: Connections
    _place: str

    async def newest(
        self, shelves: Sequence[str], first: int, most: int, *, unplaced: bool = False
    ) -> tuple[Line, ...]:
        """Return a part of the list of what stands on some shelves, from place `first` (from 0) on."""
        there = list(dict.fromkeys(shelves))
        return lines_of(await self._connections.rows(_PART, there, unplaced, first, most), self._place)

    async def number(self, shelves: Sequence[str], *, unplaced: bool = False) -> int:
        """Return how many articles stand on some shelves, every version counted."""
        return int((await self._connections.rows(_NUMBER, list(shelves), unplaced))[0][0])

    async def starting(self, start: str, shelves: Sequence[str], *, unplaced: bool = False) -> tuple[Line, ...]:
        """Return those on some shelves whose id begins so, two at most."""
        if not set(start) <= HEX:
            return ()
        rows = await self._connections.rows(_STARTING, list(shelves), unplaced, start, start + "g")
        return lines_of(rows, self._place)

    async def lines(self, ids: Sequence[str]) -> tuple[Line, ...]:
        """Return those of some articles that are stored, in the order of their ids in `ids`."""
        found = {line.id: line for line in lines_of(await self._connections.rows(_LINES, list(ids)), self._place)}
        return tuple(found[key] for key in ids if key in found)
