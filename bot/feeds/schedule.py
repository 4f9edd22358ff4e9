"""When a feed is looked at again.

Rule of this module: what a site asks for counts; what it does not ask for is chosen so that nobody notices us.
"""

from bot.retention import DAY, HOUR

LONGEST = DAY
"""Seconds: however long a feed wants to be left alone, and however long it has been out of order, once a day it is
looked at."""
SHARE = 0.1
"""How much of a pause is left to chance, so that not everybody who follows a feed comes at once."""
WEEK = 7 * DAY
"""Seconds after which a feed that can't be read is given up."""
SOON = 60.0
"""Seconds until a feed is looked at again of which entries wait."""


def after_reading(interval: float, wait: float, chance: float, *, more: bool) -> float:
    """Return seconds until a feed that was read is due; `wait` is what it asks for, `chance` between 0 and 1.

    Where `more` waits to be taken in, that is soon, unless the feed asks for patience.
    """
    least = SOON if more and wait <= SOON else max(interval, wait)
    return min(LONGEST, least) * (1 + SHARE * chance)


def after_failure(interval: float, failures: int, wait: float, chance: float) -> float:
    """Return seconds until a feed that could not be read is tried again: twice as long with each failure in a row."""
    doubled: float = interval * float(2 ** min(failures, 10))
    return min(LONGEST, max(wait, min(doubled, 6 * HOUR))) * (1 + SHARE * chance)
