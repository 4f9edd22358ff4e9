"""The list of articles as people see it, in the SQLite file for articles: the newest first, a part at a time.

Rule of this module: a part is read by an index, from its front, and never the whole list. Of articles that are
versions of one, the one that came last stands in it, among those that are seen there.
"""

import json
from collections.abc import Iterable, Sequence
from sqlite3 import Row

from bot.storage.listed import COLUMNS, NEWEST
from bot.storage.stored import HEX, Line, lines_of

_THERE = """(
    EXISTS (SELECT 1 FROM shelves WHERE article = {id} AND shelf IN (SELECT value FROM json_each(:shelves)))
    OR (:unplaced AND NOT EXISTS (SELECT 1 FROM shelves WHERE article = {id}))
)"""

_NEWEST = NEWEST.format(there=_THERE.format(id="later.article"))

_OF_SHELF = f"""SELECT * FROM (
    SELECT a.id AS id, s.placed AS placed FROM shelves AS s JOIN articles AS a ON a.id = s.article
    WHERE s.shelf = :shelf{{number}} AND {_NEWEST} ORDER BY s.placed DESC, a.rowid DESC LIMIT :all
)"""  # noqa: S608 - from the lines above

_OF_NONE = f"""SELECT * FROM (
    SELECT a.id AS id, 0.0 AS placed FROM articles AS a
    WHERE NOT EXISTS (SELECT 1 FROM shelves WHERE article = a.id) AND {_NEWEST} ORDER BY a.rowid DESC LIMIT :all
)"""  # noqa: S608 - as above

_PART = f"""
SELECT {COLUMNS} FROM (SELECT id, max(placed) AS placed FROM ({{shelves}}) GROUP BY id) AS there
JOIN articles AS a ON a.id = there.id ORDER BY there.placed DESC, a.rowid DESC LIMIT :most OFFSET :first
"""  # noqa: S608 - as above

_NUMBER = """
SELECT count(*) FROM (
    SELECT article FROM shelves WHERE shelf IN (SELECT value FROM json_each(:shelves))
    UNION SELECT id FROM articles WHERE :unplaced AND NOT EXISTS (SELECT 1 FROM shelves WHERE article = articles.id)
)
"""

# 'g' follows every hexadecimal digit, so the index alone answers.
_STARTING = f"""
SELECT {COLUMNS} FROM articles AS a WHERE a.id >= :start AND a.id < :start || 'g' AND {_THERE.format(id="a.id")}
LIMIT 2
"""  # noqa: S608 - as above

_LINES = f"SELECT {COLUMNS} FROM articles AS a WHERE a.id IN (SELECT value FROM json_each(?))"  # noqa: S608 - as above


class Listed:
    """What an `ArticleStore` lists; whoever inherits it reads."""

    _path: str

    async def _read(self, sql: str, values: Iterable[object] | dict[str, object] = ()) -> list[Row]:
        raise NotImplementedError

    async def newest(
        self, shelves: Sequence[str], first: int, most: int, *, unplaced: bool = False
    ) -> tuple[Line, ...]:
        """Return a part of the list of what stands on some shelves, from place `first` (from 0) on."""
        there = dict.fromkeys(shelves)
        parts = [_OF_SHELF.format(number=number) for number in range(len(there))] + [_OF_NONE] * unplaced
        if not parts:
            return ()
        values: dict[str, object] = {f"shelf{number}": shelf for number, shelf in enumerate(there)}
        values |= {"first": first, "most": most, "all": first + most}
        sql = _PART.format(shelves=" UNION ALL ".join(parts))
        return lines_of(await self._read(sql, self._asked(shelves, unplaced=unplaced) | values), self._path)

    async def number(self, shelves: Sequence[str], *, unplaced: bool = False) -> int:
        """Return how many articles stand on some shelves, every version counted."""
        return int((await self._read(_NUMBER, self._asked(shelves, unplaced=unplaced)))[0][0])

    async def starting(self, start: str, shelves: Sequence[str], *, unplaced: bool = False) -> tuple[Line, ...]:
        """Return those on some shelves whose id begins so, two at most."""
        if not set(start) <= HEX:
            return ()
        asked = self._asked(shelves, unplaced=unplaced) | {"start": start}
        return lines_of(await self._read(_STARTING, asked), self._path)

    async def lines(self, ids: Sequence[str]) -> tuple[Line, ...]:
        """Return those of some articles that are stored, in the order of their ids in `ids`."""
        found = {line.id: line for line in lines_of(await self._read(_LINES, (json.dumps(ids),)), self._path)}
        return tuple(found[key] for key in ids if key in found)

    @staticmethod
    def _asked(shelves: Sequence[str], *, unplaced: bool) -> dict[str, object]:
        return {"shelves": json.dumps(list(shelves)), "unplaced": unplaced}
