"""Which feeds are followed, what stands in them, and for whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found at an address that is looked at again and again.

    `content` is None where it is what it was (304), and where the site asks for patience (429, 503). `wait` is how many
    seconds it wants to be left alone, 0 where it does not say; `busy` whether it asks for patience.
    """

    content: bytes | None
    address: str = ""
    etag: str = ""
    modified: str = ""
    wait: float = 0.0
    busy: bool = False


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An entry of a feed: by what it is known, where it leads, when it came out (seconds since 1970, 0 for unknown).

    `stamp` is another one when the entry says that it was updated, "" where it says nothing of the kind.
    """

    key: str
    address: str
    stamp: str = ""
    published: float = 0.0


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, by its number: where it is, what it is called, and how it goes.

    `etag` and `modified` are what its server has said about it last. `checked` is when it was read last, `failing`
    since when it can't be (0: it can), `failures` how often that was in a row; times are seconds since 1970.
    """

    number: int
    address: str
    title: str = ""
    etag: str = ""
    modified: str = ""
    checked: float = 0.0
    failing: float = 0.0
    failures: int = 0
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Follower:
    """Who follows a feed: the shelf that its articles are put on, who has said so, and where and how to write to them.

    `taken` is how many articles were put on the shelf, and `last` when the last one was; 0 for none.
    """

    shelf: str
    person: str = ""
    chat: str = ""
    reach: str = ""
    language: str = ""
    taken: int = 0
    last: float = 0.0


def by_feed(person: str) -> str:
    """Return whom an article counts as brought by that a person's feed has brought: not among those of a day."""
    return f"{person} feed" if person else ""


@dataclass(frozen=True, slots=True)
class Followed:
    """A feed and one of its followers."""

    feed: Feed
    follower: Follower


class Following(Protocol):
    """What begins to follow feeds."""

    @property
    def store(self) -> "FeedStore":
        """Return where it is kept who follows what."""
        ...

    async def follow(self, address: str, follower: Follower) -> Feed:
        """Follow the feed at an address, or that of the page there; raises `ArticleError`."""
        ...


class FeedStore(Protocol):
    """Feeds, their followers, and which entries of them were seen; every method may raise `StoreError`.

    A feed is there as long as somebody follows it.
    """

    async def follow(self, address: str, title: str, follower: Follower, now: float) -> Feed:
        """Follow a feed; doing it again lets a paused one go on, and changes nothing else."""
        ...

    async def unfollow(self, number: int, shelf: str) -> bool:
        """Follow a feed no more; tell whether the shelf did."""
        ...

    async def followed(self, shelf: str) -> tuple[Followed, ...]:
        """Return what a shelf follows, in the order in which it began to."""
        ...

    async def followers(self, number: int) -> tuple[Follower, ...]:
        """Return who follows a feed."""
        ...

    async def claim(self, now: float, lease: float) -> Feed | None:
        """Return a feed that is due, the longest waiting first; nobody else is given it for `lease` seconds."""
        ...

    async def hold(self, number: int, until: float) -> None:
        """Give a feed that was claimed to nobody else until a moment."""
        ...

    async def seen(self, number: int, entries: Sequence[FeedEntry], first: int, now: float) -> None:
        """Note the entries that stand in a feed now.

        Those that are new, or were updated, wait to be taken in; when a feed is read for the first time, the `first` of
        them alone.
        """
        ...

    async def waiting(self, number: int, most: int) -> tuple[FeedEntry, ...]:
        """Return entries that wait to be taken in, in the order of the feed."""
        ...

    async def settle(self, number: int, key: str, article: str = "") -> None:
        """Note that an entry waits no more: it became an article, or can't be one."""
        ...

    async def newest(self, number: int, most: int) -> tuple[str, ...]:
        """Return the articles that entries became, in the order of the feed."""
        ...

    async def put_off(self, number: int, key: str) -> int:
        """Note that an entry could not be taken in; return how often that was."""
        ...

    async def took(self, number: int, shelf: str, now: float) -> None:
        """Count an article that was put on a shelf."""
        ...

    async def read(self, number: int, etag: str, modified: str, now: float, due: float) -> None:
        """Note that a feed was read, and when it is due again."""
        ...

    async def failed(self, number: int, now: float, due: float, *, pause: bool = False) -> None:
        """Note that a feed could not be read, and when it is due again, or that it is paused."""
        ...

    async def untold(self, prefix: str) -> tuple[Followed, ...]:
        """Return paused feeds whose followers, in chats whose names begin with a text, have not been told."""
        ...

    async def tell(self, number: int, shelf: str) -> None:
        """Note that a follower was told that a feed is paused."""
        ...

    async def forget(self, person: str) -> None:
        """Follow nothing more that a person wanted to be followed."""
        ...

    async def move(self, before: str, now: str) -> None:
        """Follow for one shelf what was followed for another."""
        ...

    async def purge(self, before: float) -> None:
        """Drop entries that have not stood in their feed since a moment."""
        ...
