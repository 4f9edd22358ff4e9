"""Updates from chat platforms in PostgreSQL, from their arrival until they are answered, for several processes.

Rule of this module: a lane has one row in `lanes` while something waits in it, and whoever changes what waits there
holds that row first. What waits is read in a statement after the one that has taken the row: one statement sees the
database as it was when it began, and would begin anew with an update that another process has answered meanwhile.
"""

import os
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from secrets import token_hex

from bot.errors import StoreError
from bot.ports.delivery import Backlog, QueuedUpdate
from bot.storage.postgres.connections import SOON, Connections, Row, Steps
from bot.transport import RawUpdate

_AFTER = "\U0010ffff"
"""Follows every name that starts with the prefix it is put behind."""

_LATEST = 2_000
"""Updates whose answers' places are told whatever their lane."""

_COLUMNS = "id, key, lane, body, arrived, attempts, progress, mark"

_NOW = "coalesce($1::float8, extract(epoch FROM clock_timestamp())::float8)"
"""The time of a lease: the server's, since the clocks of machines differ; $1 is another one, for tests."""

# A number is drawn before the lane's row is taken and, where others wait there, again after that: within a lane,
# numbers are in the order in which updates were kept. Statements are put together from constants.
_BEGIN = f"""
WITH drawn AS MATERIALIZED (
    SELECT nextval('arrivals') AS id WHERE NOT EXISTS (SELECT 1 FROM inbox WHERE key = $2)
), held AS (
    INSERT INTO lanes (lane, first, owner, until) SELECT $3, id, $6, {_NOW} + $7 FROM drawn
    ON CONFLICT (lane) DO UPDATE SET first = lanes.first RETURNING first
), kept AS (
    INSERT INTO inbox (id, key, lane, body, arrived)
    SELECT CASE WHEN held.first = drawn.id THEN drawn.id ELSE nextval('arrivals') END, $2, $3, $4, $5
    FROM held, drawn
    ON CONFLICT (key) DO NOTHING RETURNING id
)
SELECT held.first = drawn.id AS alone, kept.id FROM drawn, held LEFT JOIN kept ON true
"""  # noqa: S608

_PUT = """
WITH given AS MATERIALIZED (
    SELECT key, lane, body, place FROM unnest($1::text[], $2::text[], $3::bytea[])
    WITH ORDINALITY AS given (key, lane, body, place)
    WHERE NOT EXISTS (SELECT 1 FROM inbox WHERE inbox.key = given.key)
), drawn AS MATERIALIZED (
    SELECT nextval('arrivals') AS id
), held AS (
    INSERT INTO lanes (lane, first)
    SELECT given.lane, drawn.id + min(given.place) FROM given, drawn
    GROUP BY given.lane, drawn.id ORDER BY given.lane
    ON CONFLICT (lane) DO UPDATE SET first = lanes.first RETURNING lane
)
INSERT INTO inbox (id, key, lane, body, arrived)
SELECT nextval('arrivals'), key, lane, body, $4
FROM (SELECT given.* FROM given JOIN held USING (lane) ORDER BY place) AS waiting
ON CONFLICT (key) DO NOTHING
"""

_CLAIM = f"""
WITH free AS MATERIALIZED (
    SELECT lane FROM lanes
    WHERE lane >= $4 AND lane < $5 AND until <= {_NOW}
    ORDER BY first LIMIT $6 FOR UPDATE SKIP LOCKED
)
UPDATE lanes SET owner = $2, until = {_NOW} + $3 FROM free WHERE lanes.lane = free.lane RETURNING lanes.lane
"""  # noqa: S608

_RENEW = f"UPDATE lanes SET until = {_NOW} + $3 WHERE owner = $2 AND lane = ANY($4::text[])"  # noqa: S608

_TAKE = f"""
UPDATE lanes SET first = $5, owner = $2, until = {_NOW} + $3 WHERE lane = $4 AND (owner = $2 OR until <= {_NOW})
"""  # noqa: S608

_FIRST = f"""
SELECT DISTINCT ON (lane) {_COLUMNS} FROM inbox WHERE lane = ANY($1::text[]) AND state = 0 ORDER BY lane, id
"""  # noqa: S608

_ANSWERED = "UPDATE inbox SET state = 1, body = NULL, mark = '' WHERE key = $1"

_SENT = "UPDATE inbox SET state = 1, body = NULL, mark = '', progress = $2, subject = $3 WHERE key = $1"

_GIVEN_UP = "UPDATE inbox SET state = 2, reason = $2 WHERE key = $1"

_PLACES = """
SELECT progress FROM inbox
WHERE progress <> '' AND (lane = $1 OR id IN (SELECT id FROM inbox ORDER BY id DESC LIMIT $2))
"""

_BACKLOG = """
SELECT count(*) FILTER (WHERE state = 0), count(*) FILTER (WHERE state = 2)
FROM inbox WHERE state <> 1 AND lane >= $1 AND lane < $2
"""

_FORGOTTEN = """
UPDATE inbox SET state = 1, body = NULL, lane = '', subject = '', progress = '', mark = '', reason = ''
WHERE (lane = $1 OR ($2 AND starts_with(lane, $1 || ':'))) AND state <> 0
"""


@asynccontextmanager
async def open_inbox(
    connections: Connections, clock: Callable[[], float] | None = None
) -> AsyncIterator["PostgresInbox"]:
    """Open the inbox, and let go of its lanes in the end; `clock` gives seconds since 1970 instead of the server's."""
    inbox = PostgresInbox(connections, clock)
    try:
        yield inbox
    finally:
        with suppress(StoreError):  # others take the lanes when their lease is over
            await inbox.release_all()


class PostgresInbox:
    """An `Inbox` in PostgreSQL; each one that is open holds lanes of its own."""

    def __init__(self, connections: Connections, clock: Callable[[], float] | None) -> None:
        self._connections = connections
        self._clock = clock
        self._owner = f"{os.getpid()}-{token_hex(8)}"
        self._lease = 0.0
        # Ours in the database may be more: what a statement claimed whose end we did not see. That is not renewed, so
        # it is free when its lease is over.
        self._lanes: set[str] = set()

    async def put(self, updates: Sequence[RawUpdate]) -> int:
        """Keep updates, all or none, and return how many are new."""
        if not updates:
            return 0
        keys, lanes, bodies = [u.key for u in updates], [u.lane for u in updates], [u.body for u in updates]
        return await self._connections.change(_PUT, keys, lanes, bodies, self._time(), patience=SOON)

    async def put_and_claim(self, update: RawUpdate, lease: float) -> QueuedUpdate | None:
        """Keep an update; where it is new and alone in its lane, hold the lane and return it."""
        now = self._time()
        self._lease = lease
        values = (update.key, update.lane, update.body, now, self._owner, lease)
        rows = await self._connections.rows(_BEGIN, self._now(), *values, patience=SOON)
        if not rows or not rows[0][0]:
            return None
        if rows[0][1] is None:  # somebody else has kept the same update in this moment
            return await self._next(update.lane)
        self._lanes.add(update.lane)
        return QueuedUpdate(update.key, update.lane, update.body, now)

    async def claim(self, prefix: str, most: int, lease: float) -> tuple[QueuedUpdate, ...]:
        """Hold up to `most` free lanes that start with `prefix`; return the first update of each, oldest first."""
        self._lease = lease
        values = (self._now(), self._owner, lease, prefix, prefix + _AFTER, most)
        lanes = [str(lane) for (lane,) in await self._connections.rows(_CLAIM, *values, patience=SOON)]
        if not lanes:
            return ()
        rows = await self._connections.rows(_FIRST, lanes, patience=SOON)
        found = {str(row[2]) for row in rows}
        self._lanes.update(found)
        late = [await self._next(lane) for lane in lanes if lane not in found]
        claimed = [*(row for row in map(_waiting, sorted(rows, key=_number))), *(one for one in late if one)]
        return tuple(claimed)

    async def peek(self, lane: str, key: str) -> bytes | None:
        """Return the update that waits next in a lane behind the one with a key."""
        sql = (
            "SELECT body FROM inbox WHERE lane = $1 AND state = 0"
            " AND id > (SELECT id FROM inbox WHERE key = $2) ORDER BY id LIMIT 1"
        )
        rows = await self._connections.rows(sql, lane, key)
        return bytes(rows[0][0]) if rows else None

    async def save_progress(self, key: str, progress: str, subject: str) -> None:
        """Remember how far the answer is, and what its message is called within the lane."""
        sql = "UPDATE inbox SET progress = $2, subject = $3, mark = '' WHERE key = $1"
        await self._connections.change(sql, key, progress, subject)

    async def save_mark(self, key: str, mark: str) -> None:
        """Remember what is known of a message that is being sent."""
        await self._connections.change("UPDATE inbox SET mark = $2 WHERE key = $1", key, mark)

    async def finish(self, key: str, lane: str, progress: str = "", subject: str = "") -> QueuedUpdate | None:
        """Forget what an answered update held; return the next one of the lane, or None and let go of the lane."""
        return await (self._next(lane, _SENT, key, progress, subject) if progress else self._next(lane, _ANSWERED, key))

    async def dead_letter(self, key: str, lane: str, reason: str) -> QueuedUpdate | None:
        """Give an update up; then like `finish`."""
        return await self._next(lane, _GIVEN_UP, key, reason)

    async def release_lane(self, lane: str) -> None:
        """Let go of a lane that is held here; what waits in it is claimed anew."""
        sql = "UPDATE lanes SET owner = '', until = 0 WHERE lane = $1 AND owner = $2"
        await self._connections.change(sql, lane, self._owner)
        self._lanes.discard(lane)

    async def fail(self, key: str) -> int:
        """Count a failure of our own; return how many there were."""
        sql = "UPDATE inbox SET attempts = attempts + 1 WHERE key = $1 RETURNING attempts"
        [(count,)] = await self._connections.rows(sql, key)
        return int(count)

    async def renew_leases(self, lease: float) -> None:
        """Hold all lanes that are held here for another `lease` seconds."""
        values = (self._now(), self._owner, lease, list(self._lanes))
        await self._connections.change(_RENEW, *values, patience=SOON)

    async def release_all(self) -> None:
        """Let go of all lanes that are held here."""
        sql = "UPDATE lanes SET owner = '', until = 0 WHERE owner = $1"
        await self._connections.change(sql, self._owner, patience=SOON)
        self._lanes.clear()

    async def progress_of(self, lane: str, subject: str) -> str:
        """Return what was noted last of the answer to a message of the lane; empty where nothing is known."""
        sql = "SELECT progress FROM inbox WHERE lane = $1 AND subject = $2 AND subject <> '' ORDER BY id DESC LIMIT 1"
        rows = await self._connections.rows(sql, lane, subject)
        return str(rows[0][0]) if rows else ""

    async def places(self, lane: str) -> tuple[str, ...]:
        """Return what was noted of the answers to all messages of a lane, and to the latest of others."""
        return tuple(str(at) for (at,) in await self._connections.rows(_PLACES, lane, _LATEST))

    async def purge(self, age: float) -> int:
        """Drop what was answered or given up longer than `age` seconds ago; return how many."""
        sql = "DELETE FROM inbox WHERE state <> 0 AND arrived < $1"
        return await self._connections.change(sql, self._time() - age, patience=SOON)

    async def forget(self, lane: str, *, below: bool = False) -> None:
        """Drop everything about a lane but the keys of what was answered or given up; "lane:..." is below it."""
        await self._connections.change(_FORGOTTEN, lane, below)

    async def backlog(self, prefix: str = "") -> Backlog:
        """Return how much waits and how much was given up in the lanes that start with `prefix`."""
        [(waiting, dead)] = await self._connections.rows(_BACKLOG, prefix, prefix + _AFTER, patience=SOON)
        return Backlog(int(waiting), int(dead))

    async def reachable(self) -> None:
        """Return where updates can be kept now; raises `StoreError`."""
        await self._connections.change("UPDATE inbox SET state = state WHERE id = -1", patience=SOON)

    async def _next(self, lane: str, sql: str = "", *values: object) -> QueuedUpdate | None:
        """Run a statement about an update of a lane; return the next update there, where the lane is held here then."""

        async def done(steps: Steps) -> Row | None:
            if sql:
                await steps.change(sql, *values)
            return await self._passed_on(steps, lane)

        row = await self._connections.whole(done)
        (self._lanes.discard if row is None else self._lanes.add)(lane)
        return None if row is None else _waiting(row)

    async def _passed_on(self, steps: Steps, lane: str) -> Row | None:
        """Return what waits longest in a lane, held here where nobody else does; one where nothing waits is no more."""
        await steps.rows("SELECT 1 FROM lanes WHERE lane = $1 FOR UPDATE", lane)
        rows = await steps.rows(_FIRST, [lane])
        if not rows:
            await steps.change("DELETE FROM lanes WHERE lane = $1", lane)
            return None
        values = (self._now(), self._owner, self._lease, lane, _number(rows[0]))
        return rows[0] if await steps.change(_TAKE, *values) else None

    def _now(self) -> float | None:
        return self._clock() if self._clock else None

    def _time(self) -> float:
        return self._clock() if self._clock else time.time()


def _number(row: Row) -> int:
    return int(row[0])


def _waiting(row: Row) -> QueuedUpdate:
    _, key, lane, body, arrived, attempts, progress, mark = row
    return QueuedUpdate(str(key), str(lane), bytes(body), float(arrived), int(attempts), str(progress), str(mark))
