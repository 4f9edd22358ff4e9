"""How much one person, and all together, may ask in a minute: token buckets.

Rule of this module: it remembers little and only for as long as it matters; whoever is told to wait is told once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from cachetools import LRUCache

MINUTE = 60.0
"""Seconds."""
TOGETHER = 30_000
"""Questions a minute of all people together: at a millisecond of CPU time each, half of what one core can do."""
CALM = 0.25
"""Share of a bucket that must be full again before a person who was told to wait is answered: a quarter of a minute."""
PEOPLE = 10_000
"""Buckets kept; one that was not used for a minute is full, so that forgetting it changes nothing."""


class Allowed(Enum):
    """Whether a message may be answered."""

    YES = "yes"
    NOTIFIED = "told"
    """No, and this is the first time: the person is to be told."""
    NO = "no"


@dataclass(slots=True)
class Bucket:
    """What is left for a person; `at` is when that was, in seconds of the clock."""

    left: float
    at: float
    notified: bool = False


class Limiter:
    """Counts messages; `clock` gives seconds that never go back."""

    def __init__(self, per_minute: int, together: int, clock: Callable[[], float]) -> None:
        self._most = float(per_minute)
        self._clock = clock
        self._people: LRUCache[str, Bucket] = LRUCache(PEOPLE)
        self._together = float(together)
        self._all = Bucket(self._together, clock())

    def take(self, user: str, cost: float = 1.0) -> Allowed:
        """Take `cost` questions out of a person's bucket, where they are in it."""
        now = self._clock()
        own = self._bucket(user, now)
        _fill(own, self._most, now)
        _fill(self._all, self._together, now)
        if own.left < (max(cost, CALM * self._most) if own.notified else cost) or self._all.left < cost:
            notified, own.notified = own.notified, True
            return Allowed.NO if notified else Allowed.NOTIFIED
        own.notified = False
        own.left -= cost
        self._all.left -= cost
        return Allowed.YES

    @property
    def pause(self) -> int:
        """How many seconds of silence let a person ask again."""
        return round(CALM * MINUTE)

    def _bucket(self, user: str, now: float) -> Bucket:
        found = self._people.get(user)
        if found is None:
            found = self._people[user] = Bucket(self._most, now)
        return found


def _fill(bucket: Bucket, most: float, now: float) -> None:
    bucket.left = min(most, bucket.left + (now - bucket.at) * most / MINUTE)
    bucket.at = now
