"""Which feeds are followed, in PostgreSQL.

Rule of this module: every step is one statement or one transaction; of several processes one is given a feed at a time.
"""

from collections.abc import Sequence

from bot.ports.feeds import Feed, FeedEntry, Followed, Follower
from bot.storage.feeds import FEED, entry_of, feed_of, followed_of
from bot.storage.postgres.connections import Connections, Steps

_FOLLOWER = "w.shelf, w.person, w.chat, w.reach, w.language, w.taken, w.last"

_FOLLOW = """
INSERT INTO feeds AS f (address, title, due) VALUES ($1, $2, $3)
ON CONFLICT (address) DO UPDATE SET
    due = CASE WHEN f.paused THEN excluded.due ELSE f.due END, paused = false,
    failing = CASE WHEN f.paused THEN 0 ELSE f.failing END, failures = CASE WHEN f.paused THEN 0 ELSE f.failures END
RETURNING """
_FOLLOWER_OF = """
INSERT INTO followers (feed, shelf, person, chat, reach, language, since) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (feed, shelf) DO UPDATE SET told = false
"""
_CLAIM = """
UPDATE feeds AS f SET due = $1 WHERE number = (
    SELECT number FROM feeds WHERE NOT paused AND due <= $2 ORDER BY due, number LIMIT 1 FOR UPDATE SKIP LOCKED
) RETURNING """
_SEEN = """
INSERT INTO feed_entries AS known (feed, key, address, stamp, published, place, state, seen)
SELECT f.number, entry.key, entry.address, entry.stamp, entry.published, entry.place - 1,
    CASE WHEN entry.place > $6 AND f.checked = 0 THEN 1 ELSE 0 END, $7
FROM unnest($2::text[], $3::text[], $4::text[], $5::double precision[])
    WITH ORDINALITY AS entry (key, address, stamp, published, place), feeds AS f
WHERE f.number = $1
ON CONFLICT (feed, key) DO UPDATE SET
    seen = excluded.seen, place = excluded.place, address = excluded.address,
    state = CASE WHEN excluded.stamp NOT IN ('', known.stamp) THEN 0 ELSE known.state END,
    tries = CASE WHEN excluded.stamp NOT IN ('', known.stamp) THEN 0 ELSE known.tries END,
    stamp = CASE WHEN excluded.stamp = '' THEN known.stamp ELSE excluded.stamp END
"""
_SWEEP = "DELETE FROM feeds WHERE NOT EXISTS (SELECT 1 FROM followers WHERE feed = feeds.number)"
_MOVE = """
UPDATE followers AS old SET shelf = $2, chat = $2
WHERE shelf = $1 AND NOT EXISTS (SELECT 1 FROM followers AS new WHERE new.shelf = $2 AND new.feed = old.feed)
"""


class PostgresFeeds:
    """A `FeedStore` in PostgreSQL; the connections are somebody else's."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    async def follow(self, address: str, title: str, follower: Follower, now: float) -> Feed:
        """Follow a feed; a paused one goes on."""

        async def followed(steps: Steps) -> Feed:
            one, [row] = follower, await steps.rows(_FOLLOW + FEED, address, title, now)
            whose = (one.shelf, one.person, one.chat, one.reach, one.language)
            await steps.change(_FOLLOWER_OF, row[0], *whose, now)
            return feed_of(tuple(row))

        return await self._connections.whole(followed)

    async def unfollow(self, number: int, shelf: str) -> bool:
        """Follow a feed no more; what nobody follows is gone."""
        return await self._dropped("DELETE FROM followers WHERE feed = $1 AND shelf = $2", number, shelf)

    async def _dropped(self, sql: str, *values: object) -> bool:
        async def dropped(steps: Steps) -> bool:
            there = await steps.change(sql, *values) > 0
            await steps.change(_SWEEP)
            return there

        return await self._connections.whole(dropped)

    async def followed(self, shelf: str) -> tuple[Followed, ...]:
        """Return what a shelf follows, in the order in which it began to."""
        return await self._followed("w.shelf = $1 ORDER BY w.since, w.feed", shelf)

    async def _followed(self, where: str, *values: object) -> tuple[Followed, ...]:
        sql = f"SELECT {FEED}, {_FOLLOWER} FROM followers AS w JOIN feeds AS f ON f.number = w.feed WHERE {where}"  # noqa: S608 - ours
        return tuple(followed_of(tuple(row)) for row in await self._connections.rows(sql, *values))

    async def followers(self, number: int) -> tuple[Follower, ...]:
        """Return who follows a feed."""
        return tuple(one.follower for one in await self._followed("w.feed = $1 ORDER BY w.since, w.shelf", number))

    async def claim(self, now: float, lease: float) -> Feed | None:
        """Return a feed that is due, and put it off."""
        rows = await self._connections.rows(_CLAIM + FEED, now + lease, now)
        return feed_of(tuple(rows[0])) if rows else None

    async def hold(self, number: int, until: float) -> None:
        """Give a feed to nobody else until a moment."""
        await self._connections.change("UPDATE feeds SET due = $2 WHERE number = $1", number, until)

    async def seen(self, number: int, entries: Sequence[FeedEntry], first: int, now: float) -> None:
        """Note the entries that stand in a feed now."""
        columns = [[getattr(one, name) for one in entries] for name in ("key", "address", "stamp", "published")]
        await self._connections.change(_SEEN, number, *columns, first, now)

    async def waiting(self, number: int, most: int) -> tuple[FeedEntry, ...]:
        """Return entries that wait, in the order of the feed."""
        sql = (
            "SELECT key, address, stamp, published FROM feed_entries WHERE feed = $1 AND state = 0"
            " ORDER BY place LIMIT $2"
        )
        return tuple(entry_of(tuple(row)) for row in await self._connections.rows(sql, number, most))

    async def settle(self, number: int, key: str, article: str = "") -> None:
        """Note that an entry waits no more."""
        sql = "UPDATE feed_entries SET state = 1, article = $3 WHERE feed = $1 AND key = $2"
        await self._connections.change(sql, number, key, article)

    async def newest(self, number: int, most: int) -> tuple[str, ...]:
        """Return the articles that entries became, in the order of the feed."""
        sql = "SELECT article FROM feed_entries WHERE feed = $1 AND article <> '' ORDER BY place LIMIT $2"
        return tuple(str(article) for (article,) in await self._connections.rows(sql, number, most))

    async def put_off(self, number: int, key: str) -> int:
        """Note that an entry could not be taken in."""
        sql = "UPDATE feed_entries SET tries = tries + 1 WHERE feed = $1 AND key = $2 RETURNING tries"
        rows = await self._connections.rows(sql, number, key)
        return int(rows[0][0]) if rows else 0

    async def took(self, number: int, shelf: str, now: float) -> None:
        """Count an article that was put on a shelf."""
        sql = "UPDATE followers SET taken = taken + 1, last = $3 WHERE feed = $1 AND shelf = $2"
        await self._connections.change(sql, number, shelf, now)

    async def read(self, number: int, etag: str, modified: str, now: float, due: float) -> None:
        """Note that a feed was read."""
        sql = (
            "UPDATE feeds SET etag = $2, modified = $3, checked = $4, due = $5, failing = 0, failures = 0"
            " WHERE number = $1"
        )
        await self._connections.change(sql, number, etag, modified, now, due)

    async def failed(self, number: int, now: float, due: float, *, pause: bool = False) -> None:
        """Note that a feed could not be read."""
        sql = (
            "UPDATE feeds SET due = $2, failures = failures + 1, paused = $3,"
            " failing = CASE WHEN failing = 0 THEN $4 ELSE failing END WHERE number = $1"
        )
        await self._connections.change(sql, number, due, pause, now)

    async def untold(self, prefix: str) -> tuple[Followed, ...]:
        """Return paused feeds whose followers in some chats have not been told."""
        where = "f.paused AND NOT w.told AND w.chat <> '' AND starts_with(w.chat, $1) ORDER BY w.feed, w.shelf"
        return await self._followed(where, prefix)

    async def tell(self, number: int, shelf: str) -> None:
        """Note that a follower was told."""
        await self._connections.change("UPDATE followers SET told = true WHERE feed = $1 AND shelf = $2", number, shelf)

    async def forget(self, person: str) -> None:
        """Follow nothing more that a person wanted."""
        await self._dropped("DELETE FROM followers WHERE person = $1 AND person <> ''", person)

    async def move(self, before: str, now: str) -> None:
        """Follow for one shelf what was followed for another."""

        async def moved(steps: Steps) -> None:
            await steps.change(_MOVE, before, now)
            await steps.change("DELETE FROM followers WHERE shelf = $1 AND $1 <> $2", before, now)

        await self._connections.whole(moved)

    async def purge(self, before: float) -> None:
        """Drop entries that are not in their feed any more."""
        await self._connections.change("DELETE FROM feed_entries WHERE seen < $1", before)
