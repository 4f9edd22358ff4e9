"""Which feeds are followed, in the SQLite file for chats.

Rule of this module: every step is one statement, which SQLite commits whole or not at all.
"""

import json
from collections.abc import Sequence

from bot.ports.feeds import Feed, FeedEntry, Followed, Follower
from bot.storage.direct import Direct

FEED = "f.number, f.address, f.title, f.etag, f.modified, f.checked, f.failing, f.failures, f.paused"
_FOLLOWER = "w.shelf, w.user, w.chat, w.reach, w.language, w.taken, w.last"

_FOLLOW = """
INSERT INTO feeds (address, title, due) VALUES (?, ?, ?)
ON CONFLICT (address) DO UPDATE SET
    due = CASE WHEN paused THEN excluded.due ELSE due END, paused = 0,
    failing = CASE WHEN paused THEN 0 ELSE failing END, failures = CASE WHEN paused THEN 0 ELSE failures END
"""
_FOLLOWER_OF = """
INSERT INTO followers (feed, shelf, user, chat, reach, language, since)
SELECT number, ?, ?, ?, ?, ?, ? FROM feeds WHERE address = ? ON CONFLICT (feed, shelf) DO UPDATE SET told = 0
"""
_CLAIM = """
UPDATE feeds SET due = ? WHERE number = (
    SELECT number FROM feeds WHERE NOT paused AND due <= ? ORDER BY due, number LIMIT 1
) RETURNING number, address, title, etag, modified, checked, failing, failures, paused
"""
_SEEN = """
INSERT INTO feed_entries (feed, key, address, stamp, published, place, state, seen)
SELECT :feed, json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'),
    json_extract(value, '$[3]'), CAST(each.key AS INTEGER),
    CASE WHEN CAST(each.key AS INTEGER) >= :first AND (SELECT checked FROM feeds WHERE number = :feed) = 0
    THEN 1 ELSE 0 END, :now
FROM json_each(:entries) AS each WHERE EXISTS (SELECT 1 FROM feeds WHERE number = :feed)
ON CONFLICT (feed, key) DO UPDATE SET
    seen = excluded.seen, place = excluded.place, address = excluded.address,
    state = CASE WHEN excluded.stamp NOT IN ('', stamp) THEN 0 ELSE state END,
    tries = CASE WHEN excluded.stamp NOT IN ('', stamp) THEN 0 ELSE tries END,
    stamp = CASE WHEN excluded.stamp = '' THEN stamp ELSE excluded.stamp END
"""


class SqliteFeeds:
    """A `FeedStore` in one SQLite file; the connection is somebody else's."""

    def __init__(self, connection: Direct) -> None:
        self._connection = connection

    async def follow(self, address: str, title: str, follower: Follower, now: float) -> Feed:
        """Follow a feed; a paused one goes on."""
        one = follower
        await self._connection.change(_FOLLOW, (address, title, now))
        whose = (one.shelf, one.person, one.chat, one.reach, one.language, now, address)
        await self._connection.change(_FOLLOWER_OF, whose)
        [row] = await self._connection.rows(f"SELECT {FEED} FROM feeds AS f WHERE address = ?", (address,))  # noqa: S608 - our columns
        return feed_of(row)

    async def unfollow(self, number: int, shelf: str) -> bool:
        """Follow a feed no more; what nobody follows is gone."""
        sql = "DELETE FROM followers WHERE feed = ? AND shelf = ?"
        there = await self._connection.change(sql, (number, shelf)) > 0
        await self._swept()
        return there

    async def _swept(self) -> None:
        """Drop what nobody follows."""
        await self._connection.change("DELETE FROM feeds WHERE number NOT IN (SELECT feed FROM followers)")

    async def followed(self, shelf: str) -> tuple[Followed, ...]:
        """Return what a shelf follows, in the order in which it began to."""
        return await self._followed("w.shelf = ? ORDER BY w.since, w.feed", shelf)

    async def _followed(self, where: str, *values: object) -> tuple[Followed, ...]:
        sql = f"SELECT {FEED}, {_FOLLOWER} FROM followers AS w JOIN feeds AS f ON f.number = w.feed WHERE {where}"  # noqa: S608 - ours
        return tuple(followed_of(row) for row in await self._connection.rows(sql, values))

    async def followers(self, number: int) -> tuple[Follower, ...]:
        """Return who follows a feed."""
        return tuple(one.follower for one in await self._followed("w.feed = ? ORDER BY w.since, w.shelf", number))

    async def claim(self, now: float, lease: float) -> Feed | None:
        """Return a feed that is due, and put it off."""
        rows = await self._connection.rows(_CLAIM, (now + lease, now))
        return feed_of(rows[0]) if rows else None

    async def hold(self, number: int, until: float) -> None:
        """Give a feed to nobody else until a moment."""
        await self._connection.change("UPDATE feeds SET due = ? WHERE number = ?", (until, number))

    async def seen(self, number: int, entries: Sequence[FeedEntry], first: int, now: float) -> None:
        """Note the entries that stand in a feed now."""
        packed = json.dumps([(one.key, one.address, one.stamp, one.published) for one in entries])
        values = {"feed": number, "first": first, "now": now, "entries": packed}
        await self._connection.change(_SEEN, values)

    async def waiting(self, number: int, most: int) -> tuple[FeedEntry, ...]:
        """Return entries that wait, in the order of the feed."""
        columns = "SELECT key, address, stamp, published FROM feed_entries"
        rows = await self._connection.rows(
            f"{columns} WHERE feed = ? AND state = 0 ORDER BY place LIMIT ?", (number, most)
        )
        return tuple(entry_of(row) for row in rows)

    async def settle(self, number: int, key: str, article: str = "") -> None:
        """Note that an entry waits no more."""
        sql = "UPDATE feed_entries SET state = 1, article = ? WHERE feed = ? AND key = ?"
        await self._connection.change(sql, (article, number, key))

    async def newest(self, number: int, most: int) -> tuple[str, ...]:
        """Return the articles that entries became, in the order of the feed."""
        sql = "SELECT article FROM feed_entries WHERE feed = ? AND article <> '' ORDER BY place LIMIT ?"
        return tuple(str(article) for (article,) in await self._connection.rows(sql, (number, most)))

    async def put_off(self, number: int, key: str) -> int:
        """Note that an entry could not be taken in; it stands behind the others now."""
        sql = "UPDATE feed_entries SET tries = tries + 1 WHERE feed = ? AND key = ? RETURNING tries"
        rows = await self._connection.rows(sql, (number, key))
        return int(rows[0][0]) if rows else 0

    async def took(self, number: int, shelf: str, now: float) -> None:
        """Count an article that was put on a shelf."""
        sql = "UPDATE followers SET taken = taken + 1, last = ? WHERE feed = ? AND shelf = ?"
        await self._connection.change(sql, (now, number, shelf))

    async def read(self, number: int, etag: str, modified: str, now: float, due: float) -> None:
        """Note that a feed was read."""
        sql = (
            "UPDATE feeds SET etag = ?, modified = ?, checked = ?, due = ?, failing = 0, failures = 0 WHERE number = ?"
        )
        await self._connection.change(sql, (etag, modified, now, due, number))

    async def failed(self, number: int, now: float, due: float, *, pause: bool = False) -> None:
        """Note that a feed could not be read."""
        sql = (
            "UPDATE feeds SET due = ?, failures = failures + 1, paused = ?,"
            " failing = CASE WHEN failing = 0 THEN ? ELSE failing END WHERE number = ?"
        )
        await self._connection.change(sql, (due, pause, now, number))

    async def untold(self, prefix: str) -> tuple[Followed, ...]:
        """Return paused feeds whose followers in some chats have not been told."""
        where = "f.paused AND NOT w.told AND w.chat <> '' AND substr(w.chat, 1, length(?)) = ? ORDER BY w.feed, w.shelf"
        return await self._followed(where, prefix, prefix)

    async def tell(self, number: int, shelf: str) -> None:
        """Note that a follower was told."""
        await self._connection.change("UPDATE followers SET told = 1 WHERE feed = ? AND shelf = ?", (number, shelf))

    async def forget(self, person: str) -> None:
        """Follow nothing more that a person wanted."""
        await self._connection.change("DELETE FROM followers WHERE user = ? AND user <> ''", (person,))
        await self._swept()

    async def move(self, before: str, now: str) -> None:
        """Follow for one shelf what was followed for another."""
        if before != now:
            over = "UPDATE OR IGNORE followers SET shelf = ?, chat = ? WHERE shelf = ?"
            await self._connection.change(over, (now, now, before))
            await self._connection.change("DELETE FROM followers WHERE shelf = ?", (before,))

    async def purge(self, before: float) -> None:
        """Drop entries that are not in their feed any more."""
        await self._connection.change("DELETE FROM feed_entries WHERE seen < ?", (before,))


def feed_of(row: Sequence[object]) -> Feed:
    """Return the feed in a row of `FEED`."""
    number, address, title, etag, modified, checked, failing, failures, paused = row
    assert isinstance(number, int)  # noqa: S101 - a column of numbers
    assert isinstance(failures, int)  # noqa: S101 - as above
    since = float(str(failing))
    return Feed(
        number,
        str(address),
        str(title),
        str(etag),
        str(modified),
        float(str(checked)),
        since,
        failures,
        bool(paused),
    )


def followed_of(row: Sequence[object]) -> Followed:
    """Return the feed and the follower in a row of both."""
    shelf, person, chat, reach, language, taken, last = row[9:]
    names = (str(shelf), str(person), str(chat), str(reach), str(language))
    return Followed(feed_of(row[:9]), Follower(*names, int(str(taken)), float(str(last))))


def entry_of(row: Sequence[object]) -> FeedEntry:
    """Return the entry in a row of `key, address, stamp, published`."""
    key, address, stamp, published = row
    return FeedEntry(str(key), str(address), str(stamp), float(str(published)))
