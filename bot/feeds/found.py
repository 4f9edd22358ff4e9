"""What a feed turns out to be when it is read.

Rule of this module: it loads no parser, which takes 5 MB that a bot without feeds does not need.
"""

from dataclasses import dataclass

from bot.ports.feeds import FeedEntry


@dataclass(frozen=True, slots=True)
class ReadFeed:
    """What stands in a feed: what it is called, how long it asks to be left alone (seconds), its entries.

    `maps` are the addresses of further sitemaps where it is a list of them, the newest first.
    """

    title: str = ""
    ttl: float = 0.0
    entries: tuple[FeedEntry, ...] = ()
    maps: tuple[str, ...] = ()


class NoFeedError(Exception):
    """What was read is no feed."""
