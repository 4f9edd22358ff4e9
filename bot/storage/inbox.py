"""Updates from chat platforms in an SQLite file, from their arrival until they are answered.

Rule of this module: every step is one statement, which SQLite commits whole or not at all, so no step of one task can
be part of another's transaction; what is said about an update names the hold that it was given under, and changes
nothing where that is no more. A step runs on the event loop and takes no longer than handing it to a thread would,
so what arrives waits for nothing; what takes long has a connection and a thread of its own.
"""

import asyncio
import json
import os
import time
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, closing, suppress
from pathlib import Path
from secrets import token_hex
from sqlite3 import Connection, Row
from threading import Thread, current_thread

import aiosqlite

from bot.errors import StoreError
from bot.ports.delivery import Backlog, QueuedUpdate
from bot.storage.chats import CHATS
from bot.storage.database import EMPTYING, Opened, open_database
from bot.storage.direct import Direct
from bot.storage.faults import mapped
from bot.transport import OvertakenError, RawUpdate

_AFTER = "\U0010ffff"
"""Follows every name that starts with the prefix it is put behind."""

_PROCESS = f"{os.getpid()}-{token_hex(4)}"
"""Names this process: its number alone may be another's after a restart."""

_PUT_AT_ONCE = 100
"""Updates in one statement; as many as Telegram hands over in one answer."""

_LATEST = 2_000
"""Updates whose answers' places are told whatever their lane."""

_HOLDS = 20
"""Bits of a fence that count how often an update was claimed; those above are the update's number, which grows."""

_CHECKPOINT = 1_000
"""Changes after which the write-ahead log is emptied: it has about 12 MB then, and grows slower to read."""

_AT_ONCE = 500
"""Old rows that are changed in one statement: whoever has something to write tries again and again for as long."""
_GIVE_WAY = 0.03
"""Seconds between two such statements: longer than `Direct` waits between two attempts."""

# Statements that are put together are put together from constants.
_HELD = "RETURNING id, claims, key, lane, body, arrived, attempts, progress, mark"

_BEGIN = f"""
INSERT INTO inbox (key, lane, arrived, body, owner, until, claims)
SELECT ?, ?, ?, ?, iif(alone, ?, ''), iif(alone, ?, 0), alone
FROM (SELECT NOT EXISTS (SELECT 1 FROM inbox WHERE lane = ? AND state = 0) AS alone) WHERE true
ON CONFLICT (key) DO NOTHING {_HELD}, owner
"""  # noqa: S608

_CLAIM = f"""
UPDATE inbox SET owner = ?, until = ?, claims = claims + 1 WHERE id IN (
    SELECT min(id) FROM inbox WHERE state = 0 AND lane >= ? AND lane < ?
    GROUP BY lane HAVING max(until) <= ? ORDER BY min(id) LIMIT ?
) {_HELD}
"""  # noqa: S608

_NEXT = f"""
UPDATE inbox SET owner = ?, until = ?, claims = claims + 1
WHERE id = (SELECT min(id) FROM inbox WHERE state = 0 AND lane = ?) AND until <= ? {_HELD}
"""  # noqa: S608

# The row that is returned has columns without a type, by which no index is searched.
_MORE = """
RETURNING EXISTS (SELECT 1 FROM inbox AS other WHERE other.lane = CAST(inbox.lane AS TEXT) AND other.state = 0)
"""

_OURS = "WHERE key = ? AND claims = ?"

_ANSWERED = f"UPDATE inbox SET state = 1, body = NULL, mark = '', owner = '', until = 0 {_OURS} {_MORE}"  # noqa: S608

_SENT = f"""
UPDATE inbox SET state = 1, body = NULL, mark = '', owner = '', until = 0, progress = ?, subject = ?
{_OURS} {_MORE}
"""  # noqa: S608

_GIVEN_UP = f"UPDATE inbox SET state = 2, reason = ?, owner = '', until = 0 {_OURS} {_MORE}"  # noqa: S608

_PLACES = "SELECT progress FROM inbox WHERE progress <> '' AND (lane = ? OR id > (SELECT max(id) FROM inbox) - ?)"

_BACKLOG = """
SELECT
    (SELECT count(*) FROM inbox WHERE state = 0 AND lane >= :first AND lane < :behind),
    (SELECT count(*) FROM inbox WHERE state = 2 AND lane >= :first AND lane < :behind)
"""

_OLD = "DELETE FROM inbox WHERE id IN (SELECT id FROM inbox WHERE state <> 0 AND arrived < ? LIMIT ?)"

# ";" comes right behind ":".
_TRACES = """
SELECT id FROM inbox
WHERE (lane = :lane OR (:below AND lane >= :lane || ':' AND lane < :lane || ';')) AND state <> 0
"""

_FORGOTTEN = """
UPDATE inbox SET state = 1, body = NULL, lane = '', subject = '', progress = '', mark = '', reason = ''
WHERE state <> 0 AND id IN (SELECT value FROM json_each(?))
"""

_TOUCH = "UPDATE inbox SET state = state WHERE id = -1"
"""Changes nothing, and fails where nothing can be changed."""

_FREED = "UPDATE inbox SET owner = '', until = 0, claims = claims + 1 WHERE state = 0 AND owner = ?"

_RENEW = """
UPDATE inbox SET until = ? WHERE state = 0 AND owner = ? AND key IN (SELECT value FROM json_each(?))
RETURNING id, claims
"""


@asynccontextmanager
async def open_inbox(path: Path | str, clock: Callable[[], float] = time.time) -> AsyncIterator["SqliteInbox"]:
    """Open the inbox at a path, and close it in the end; `clock` gives seconds since 1970. Raises `StoreError`."""
    threads: list[Thread] = []

    def connect() -> Connection:
        threads.append(current_thread())
        return open_database(str(path), schema=CHATS)

    try:
        async with AsyncExitStack() as stack:
            with mapped(str(path)):
                keeping = await stack.enter_async_context(aiosqlite.Connection(connect, 64))
            direct = stack.enter_context(closing(Direct(str(path), CHATS)))
            inbox = SqliteInbox(direct, keeping, str(path), clock)
            await inbox.inherit()
            yield inbox
            await inbox.release_all()
            await inbox.settled()
    finally:
        # The driver does not wait for its threads, which would then speak to a loop that is closed.
        for thread in threads:
            thread.join()


class SqliteInbox:
    """An `Inbox` in one SQLite file; each one that is open holds lanes of its own.

    Others may use its connection (`direct`): what is written through it need not be read from the file again.
    """

    def __init__(self, direct: Direct, keeping: aiosqlite.Connection, path: str, clock: Callable[[], float]) -> None:
        self.direct = direct
        self._keeping = keeping
        self._path = path
        self._clock = clock
        self._owner = f"{_PROCESS}-{token_hex(4)}"
        self._lease = 0.0
        self._changes = 0
        self._emptying: asyncio.Task[None] | None = None
        self._file = Opened.at(path)

    async def inherit(self) -> None:
        """Let go of the lanes that processes held which do not run any more."""
        for (owner,) in await self._rows("SELECT DISTINCT owner FROM inbox WHERE state = 0 AND owner <> ''"):
            if not _runs(str(owner)):
                await self._do(_FREED, (owner,))

    async def put(self, updates: Sequence[RawUpdate]) -> int:
        """Keep updates, all or none of each hundred, and return how many are new."""
        new = 0
        for first in range(0, len(updates), _PUT_AT_ONCE):
            some = updates[first : first + _PUT_AT_ONCE]
            now = self._clock()
            rows = ", ".join(["(?, ?, ?, ?)"] * len(some))
            sql = f"INSERT INTO inbox (key, lane, arrived, body) VALUES {rows} ON CONFLICT (key) DO NOTHING"  # noqa: S608
            new += await self.direct.change(sql, [v for a in some for v in (a.key, a.lane, now, a.body)])
            self._changed()
        return new

    async def put_and_claim(self, update: RawUpdate, lease: float) -> QueuedUpdate | None:
        """Keep an update; where it is new and alone in its lane, hold the lane and return it."""
        now = self._clock()
        self._lease = lease
        self._changed()
        values = (update.key, update.lane, now, update.body, self._owner, now + lease, update.lane)
        rows = await self.direct.rows(_BEGIN, values)
        return _waiting(rows[0]) if rows and rows[0][-1] else None

    async def claim(self, prefix: str, most: int, lease: float) -> tuple[QueuedUpdate, ...]:
        """Hold up to `most` free lanes that start with `prefix`; return the first update of each, oldest first."""
        now = self._clock()
        self._lease = lease
        return await self._held(_CLAIM, (self._owner, now + lease, prefix, prefix + _AFTER, now, most))

    async def peek(self, lane: str, key: str) -> bytes | None:
        """Return the update that waits next in a lane behind the one with a key."""
        sql = (
            "SELECT body FROM inbox WHERE lane = ? AND state = 0"
            " AND id > (SELECT id FROM inbox WHERE key = ?) ORDER BY id LIMIT 1"
        )
        rows = await self._rows(sql, (lane, key))
        return bytes(rows[0][0]) if rows else None

    async def save_progress(self, queued: QueuedUpdate, progress: str, subject: str) -> None:
        """Remember how far the answer is, and what its message is called within the lane."""
        await self._noted("progress = ?, subject = ?, mark = ''", queued, progress, subject)

    async def save_mark(self, queued: QueuedUpdate, mark: str) -> None:
        """Remember what is known of a message that is being sent."""
        await self._noted("mark = ?", queued, mark)

    async def finish(self, queued: QueuedUpdate, progress: str = "", subject: str = "") -> QueuedUpdate | None:
        """Forget what an answered update held; return the next one of the lane, or None and let go of the lane."""
        sql, values = (_SENT, (progress, subject)) if progress else (_ANSWERED, ())
        return await self._next(queued, await self._rows(sql, (*values, *_named(queued))))

    async def dead_letter(self, queued: QueuedUpdate, reason: str) -> QueuedUpdate | None:
        """Give an update up; then like `finish`."""
        return await self._next(queued, await self._rows(_GIVEN_UP, (reason, *_named(queued))))

    async def release_lane(self, queued: QueuedUpdate) -> None:
        """Let go of the lane of an update; what waits in it is claimed anew."""
        await self._do(f"{_FREED} AND key = ? AND claims = ?", (self._owner, *_named(queued)))

    async def fail(self, queued: QueuedUpdate) -> int:
        """Count a failure of our own; return how many there were."""
        sql = f"UPDATE inbox SET attempts = attempts + 1 {_OURS} RETURNING attempts"  # noqa: S608 - constants
        return int(_sole(await self._rows(sql, _named(queued)))[0])

    async def hold(self, queued: QueuedUpdate, lease: float) -> None:
        """Hold the lane of an update for another `lease` seconds; one that was finished here is no error."""
        await self._noted("until = iif(state = 0, ?, until)", queued, self._clock() + lease)

    async def renew_leases(self, held: Sequence[QueuedUpdate], lease: float) -> frozenset[int]:
        """Hold the lanes of these updates for another `lease` seconds; return the fences of those that still are."""
        keys = json.dumps([queued.key for queued in held])
        rows = await self._rows(_RENEW, (self._clock() + lease, self._owner, keys))
        return frozenset(map(_fence, rows)) & {queued.fence for queued in held}

    async def release_all(self) -> None:
        """Let go of all lanes that are held here."""
        await self._do(_FREED, (self._owner,))

    async def progress_of(self, lane: str, subject: str) -> str:
        """Return what was noted last of the answer to a message of the lane; empty where nothing is known."""
        sql = "SELECT progress FROM inbox WHERE lane = ? AND subject = ? AND subject <> '' ORDER BY id DESC LIMIT 1"
        rows = await self._rows(sql, (lane, subject))
        return str(rows[0][0]) if rows else ""

    async def places(self, lane: str) -> tuple[str, ...]:
        """Return what was noted of the answers to all messages of a lane, and to the latest of others."""
        with mapped(self._path):  # in the thread: no index has the answers to what was tapped
            return tuple(str(at) for (at,) in await self._keeping.execute_fetchall(_PLACES, (lane, _LATEST)))

    async def purge(self, age: float) -> int:
        """Drop what was answered or given up longer than `age` seconds ago; return how many.

        What answered questions have left in the write-ahead log goes too.
        """
        old = self._clock() - age
        dropped = 0
        while (now := await self._aside(_OLD, (old, _AT_ONCE))) == _AT_ONCE:
            dropped += now
            await asyncio.sleep(_GIVE_WAY)
        await self._empty()
        return dropped + now

    async def forget(self, lane: str, *, below: bool = False) -> None:
        """Drop everything about a lane but the keys of what was answered or given up; "lane:..." is below it."""
        # All rows are looked through, since no index has the lanes of what was answered; meanwhile others may write.
        with mapped(self._path):
            found = [row[0] for row in await self._keeping.execute_fetchall(_TRACES, {"lane": lane, "below": below})]
        for first in range(0, len(found), _AT_ONCE):
            await self._aside(_FORGOTTEN, (json.dumps(found[first : first + _AT_ONCE]),))
            await asyncio.sleep(_GIVE_WAY)
        # What was deleted stands in the write-ahead log until it is emptied.
        await self._emptied()

    async def backlog(self, prefix: str = "") -> Backlog:
        """Return how much waits and how much was given up."""
        with mapped(self._path):
            [(waiting, dead)] = await self._keeping.execute_fetchall(
                _BACKLOG, {"first": prefix, "behind": prefix + _AFTER}
            )
        return Backlog(int(waiting), int(dead))

    async def reachable(self) -> None:
        """Return where updates can be kept now."""
        await asyncio.to_thread(self._file.check)
        await self.direct.change(_TOUCH)

    async def settled(self) -> None:
        """Return when nothing is done in the background any more."""
        if self._emptying is not None:
            await self._emptying

    async def _next(self, queued: QueuedUpdate, more: Sequence[Row]) -> QueuedUpdate | None:
        """Return the next update of a lane where `more` of them wait, and nobody else has claimed it in between."""
        if not _sole(more)[0]:
            return None
        now = self._clock()
        found = await self._held(_NEXT, (self._owner, now + self._lease, queued.lane, now))
        return found[0] if found else None

    async def _noted(self, what: str, queued: QueuedUpdate, *values: object) -> None:
        """Change something about an update; raises `OvertakenError` where it is not held here any more."""
        if not await self._do(f"UPDATE inbox SET {what} {_OURS}", (*values, *_named(queued))):  # noqa: S608 - constants
            raise OvertakenError

    async def _held(self, sql: str, values: Iterable[object]) -> tuple[QueuedUpdate, ...]:
        rows = sorted(await self._rows(sql, values), key=lambda row: int(row[0]))
        return tuple(_waiting(row) for row in rows)

    async def _rows(self, sql: str, values: Iterable[object] = ()) -> list[Row]:
        self._changed()
        return await self.direct.rows(sql, values)

    async def _do(self, sql: str, values: Iterable[object] = ()) -> int:
        self._changed()
        return await self.direct.change(sql, values)

    async def _aside(self, sql: str, values: Iterable[object]) -> int:
        """Change what may be many rows, in the thread; return how many there were."""
        with mapped(self._path):
            return (await self._keeping.execute(sql, values)).rowcount

    def _changed(self) -> None:
        """Have the write-ahead log emptied from time to time."""
        self._changes += 1
        if self._changes >= _CHECKPOINT and (self._emptying is None or self._emptying.done()):
            self._changes = 0
            self._emptying = asyncio.create_task(self._emptied())

    async def _emptied(self) -> None:
        with suppress(StoreError):  # a disk that is full is met by whoever writes next
            await self._empty()

    async def _empty(self) -> None:
        with mapped(self._path):
            for how in EMPTYING:
                await self._keeping.execute_fetchall(how)


def _waiting(row: Row) -> QueuedUpdate:
    _, _, key, lane, body, arrived, attempts, progress, mark, *_ = row
    kept = str(key), str(lane), bytes(body), float(arrived), int(attempts), str(progress), str(mark)
    return QueuedUpdate(*kept, _fence(row))


def _fence(row: Row) -> int:
    """Return the fence of a row: of a later update of a lane, and of a later claim of an update, it is higher."""
    return int(row[0]) << _HOLDS | int(row[1])


def _named(queued: QueuedUpdate) -> tuple[str, int]:
    """Return what an update is known by, as long as it is held under its fence."""
    return queued.key, queued.fence & ((1 << _HOLDS) - 1)


def _sole(rows: Sequence[Row]) -> Row:
    """Return the row that was changed; raises `OvertakenError` where there is none."""
    if not rows:
        raise OvertakenError
    return rows[0]


def _runs(owner: str) -> bool:
    """Tell whether the process that an owner is named after may still run; another one with our number does not."""
    number = owner.partition("-")[0]
    if int(number) == os.getpid():
        return owner.startswith(f"{_PROCESS}-")
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
