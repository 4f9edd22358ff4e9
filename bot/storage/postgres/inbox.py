"""Updates from chat platforms in PostgreSQL, from their arrival until they are answered, for several processes.

Rule of this module: a lane has one row in `lanes` while something waits in it, and whoever changes what waits there
holds that row first. Whoever says something about an update names the hold that it was given under (the lane's fence),
and changes nothing where that is no more. What waits is read in a statement after the one that has taken the row: one
statement sees the database as it was when it began, and would begin anew with an update that another process has
answered meanwhile.
"""

import os
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from secrets import token_hex

from bot.errors import StoreError
from bot.ports.delivery import Backlog, QueuedUpdate
from bot.storage.postgres.connections import AFTER, SOON, Connections, Row, Steps
from bot.transport import OvertakenError, RawUpdate

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
    INSERT INTO lanes (lane, first, owner, until, fence) SELECT $3, id, $6, {_NOW} + $7, id FROM drawn
    ON CONFLICT (lane) DO UPDATE SET first = lanes.first RETURNING first
), kept AS (
    INSERT INTO inbox (id, key, lane, body, arrived)
    SELECT CASE WHEN held.first = drawn.id THEN drawn.id ELSE nextval('arrivals') END, $2, $3, $4, $5
    FROM held, drawn
    ON CONFLICT (key) DO NOTHING RETURNING id
)
SELECT held.first = drawn.id AS alone, kept.id, drawn.id FROM drawn, held LEFT JOIN kept ON true
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
UPDATE lanes SET owner = $2, until = {_NOW} + $3, fence = nextval('arrivals')
FROM free WHERE lanes.lane = free.lane RETURNING lanes.lane, lanes.fence
"""  # noqa: S608

_RENEW = f"""
UPDATE lanes SET until = {_NOW} + $2 WHERE lane = ANY($3::text[]) AND fence = ANY($4::bigint[]) RETURNING fence
"""  # noqa: S608

_TAKE = f"""
UPDATE lanes SET
    first = $5, owner = $2, until = {_NOW} + $3, fence = CASE WHEN owner = $2 THEN fence ELSE nextval('arrivals') END
WHERE lane = $4 AND (owner = $2 OR until <= {_NOW}) RETURNING fence
"""  # noqa: S608

_LET_GO = "UPDATE lanes SET owner = '', until = 0, fence = 0"
"""No hold has that fence: who has let go says nothing more."""

# Who would claim the lane waits until this is done, or has done so before: then the row is looked at again.
_HELD = "SELECT 1 FROM lanes WHERE lane = $1 AND fence = $2 FOR KEY SHARE"

_NOTE = f"""
WITH held AS MATERIALIZED ({_HELD}) UPDATE inbox SET {{}} WHERE key = $3 AND EXISTS (SELECT 1 FROM held)
"""  # noqa: S608

_MARKED = _NOTE.format("mark = $4")

_PLACED = _NOTE.format("progress = $4, subject = $5, mark = ''")

_FAILED = _NOTE.format("attempts = attempts + 1") + " RETURNING attempts"

_LOCKED = "SELECT 1 FROM lanes WHERE lane = $1 FOR UPDATE"

_LOCKED_BY_US = "SELECT 1 FROM lanes WHERE lane = $1 AND fence = $2 FOR UPDATE"

_ENDED = "SELECT 1 FROM inbox WHERE key = $1 AND fence = $2 AND state <> 0"

_FIRST = f"""
SELECT DISTINCT ON (lane) {_COLUMNS} FROM inbox WHERE lane = ANY($1::text[]) AND state = 0 ORDER BY lane, id
"""  # noqa: S608

_ANSWERED = "UPDATE inbox SET state = 1, fence = $2, body = NULL, mark = '' WHERE key = $1"

_SENT = """
UPDATE inbox SET state = 1, fence = $2, body = NULL, mark = '', progress = $3, subject = $4 WHERE key = $1
"""

_GIVEN_UP = "UPDATE inbox SET state = 2, fence = $2, reason = $3 WHERE key = $1"

_PLACES = """
SELECT progress FROM inbox
WHERE progress <> '' AND (lane = $1 OR id IN (SELECT id FROM inbox ORDER BY id DESC LIMIT $2))
"""

_BACKLOG = """
SELECT
    (SELECT count(*) FROM inbox WHERE state = 0 AND lane >= $1 AND lane < $2),
    (SELECT count(*) FROM inbox WHERE state = 2 AND lane >= $1 AND lane < $2)
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
            return await self._taken(update.lane)
        return QueuedUpdate(update.key, update.lane, update.body, now, fence=int(rows[0][2]))

    async def claim(self, prefix: str, most: int, lease: float) -> tuple[QueuedUpdate, ...]:
        """Hold up to `most` free lanes that start with `prefix`; return the first update of each, oldest first."""
        self._lease = lease
        values = (self._now(), self._owner, lease, prefix, prefix + AFTER, most)
        # What is claimed by a statement whose end is not seen is renewed by nobody, and free when its lease is over.
        lanes = {str(lane): int(fence) for lane, fence in await self._connections.rows(_CLAIM, *values, patience=SOON)}
        if not lanes:
            return ()
        rows = sorted(await self._connections.rows(_FIRST, list(lanes), patience=SOON), key=_number)
        found = [_waiting(row, lanes[str(row[2])]) for row in rows]
        for lane in lanes.keys() - {queued.lane for queued in found}:
            late = await self._taken(lane)
            found += [late] if late else []
        return tuple(found)

    async def peek(self, lane: str, key: str) -> bytes | None:
        """Return the update that waits next in a lane behind the one with a key."""
        sql = (
            "SELECT body FROM inbox WHERE lane = $1 AND state = 0"
            " AND id > (SELECT id FROM inbox WHERE key = $2) ORDER BY id LIMIT 1"
        )
        rows = await self._connections.rows(sql, lane, key)
        return bytes(rows[0][0]) if rows else None

    async def save_progress(self, queued: QueuedUpdate, progress: str, subject: str) -> None:
        """Remember how far the answer is, and what its message is called within the lane."""
        await self._noted(_PLACED, queued, progress, subject)

    async def save_mark(self, queued: QueuedUpdate, mark: str) -> None:
        """Remember what is known of a message that is being sent."""
        await self._noted(_MARKED, queued, mark)

    async def finish(self, queued: QueuedUpdate, progress: str = "", subject: str = "") -> QueuedUpdate | None:
        """Forget what an answered update held; return the next one of the lane, or None and let go of the lane."""
        return await (self._ended(queued, _SENT, progress, subject) if progress else self._ended(queued, _ANSWERED))

    async def dead_letter(self, queued: QueuedUpdate, reason: str) -> QueuedUpdate | None:
        """Give an update up; then like `finish`."""
        return await self._ended(queued, _GIVEN_UP, reason)

    async def release_lane(self, queued: QueuedUpdate) -> None:
        """Let go of the lane of an update; what waits in it is claimed anew."""
        await self._connections.change(f"{_LET_GO} WHERE lane = $1 AND fence = $2", queued.lane, queued.fence)

    async def fail(self, queued: QueuedUpdate) -> int:
        """Count a failure of our own; return how many there were."""
        rows = await self._connections.rows(_FAILED, queued.lane, queued.fence, queued.key)
        if not rows:
            raise OvertakenError
        return int(rows[0][0])

    async def hold(self, queued: QueuedUpdate, lease: float) -> None:
        """Hold the lane of an update for another `lease` seconds; one that was finished here is no error."""
        held = await self.renew_leases([queued], lease)
        if not held and not await self._connections.rows(_ENDED, queued.key, queued.fence, patience=SOON):
            raise OvertakenError

    async def renew_leases(self, held: Sequence[QueuedUpdate], lease: float) -> frozenset[int]:
        """Hold the lanes of these updates for another `lease` seconds; return the fences of those that still are."""
        lanes, fences = [queued.lane for queued in held], [queued.fence for queued in held]
        rows = await self._connections.rows(_RENEW, self._now(), lease, lanes, fences, patience=SOON)
        return frozenset(int(fence) for (fence,) in rows)

    async def release_all(self) -> None:
        """Let go of all lanes that are held here."""
        await self._connections.change(f"{_LET_GO} WHERE owner = $1", self._owner, patience=SOON)

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
        [(waiting, dead)] = await self._connections.rows(_BACKLOG, prefix, prefix + AFTER, patience=SOON)
        return Backlog(int(waiting), int(dead))

    async def reachable(self) -> None:
        """Return where updates can be kept now; raises `StoreError`."""
        await self._connections.change("UPDATE inbox SET state = state WHERE id = -1", patience=SOON)

    async def _noted(self, sql: str, queued: QueuedUpdate, *values: object) -> None:
        """Change something about an update; raises `OvertakenError` where it is not held here any more."""
        if not await self._connections.change(sql, queued.lane, queued.fence, queued.key, *values):
            raise OvertakenError

    async def _ended(self, queued: QueuedUpdate, sql: str, *values: object) -> QueuedUpdate | None:
        """End an update by a statement; return the next one of its lane."""

        async def done(steps: Steps) -> QueuedUpdate | None:
            if await steps.rows(_LOCKED_BY_US, queued.lane, queued.fence):
                await steps.change(sql, queued.key, queued.fence, *values)
                return await self._passed_on(steps, queued.lane)
            if await steps.rows(_ENDED, queued.key, queued.fence):
                return None  # a statement before this one had ended it, though its connection broke
            raise OvertakenError

        return await self._connections.whole(done)

    async def _taken(self, lane: str) -> QueuedUpdate | None:
        """Return what waits longest in a lane, held here where nobody else does."""

        async def done(steps: Steps) -> QueuedUpdate | None:
            await steps.rows(_LOCKED, lane)
            return await self._passed_on(steps, lane)

        return await self._connections.whole(done)

    async def _passed_on(self, steps: Steps, lane: str) -> QueuedUpdate | None:
        """Return the same for a lane whose row is locked; one where nothing waits is no more."""
        rows = await steps.rows(_FIRST, [lane])
        if not rows:
            await steps.change("DELETE FROM lanes WHERE lane = $1", lane)
            return None
        values = (self._now(), self._owner, self._lease, lane, _number(rows[0]))
        taken = await steps.rows(_TAKE, *values)
        return _waiting(rows[0], int(taken[0][0])) if taken else None

    def _now(self) -> float | None:
        return self._clock() if self._clock else None

    def _time(self) -> float:
        return self._clock() if self._clock else time.time()


def _number(row: Row) -> int:
    return int(row[0])


def _waiting(row: Row, fence: int) -> QueuedUpdate:
    _, key, lane, body, arrived, attempts, progress, mark = row
    kept = str(key), str(lane), bytes(body), float(arrived), int(attempts), str(progress), str(mark)
    return QueuedUpdate(*kept, fence)
