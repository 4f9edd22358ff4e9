"""The archive: what finds, among all articles that may be seen somewhere, the few passages worth asking.

Rule of this module: an index holds no truth. It returns addresses, never text; it can be thrown away and made
again from the store at any time, and what it returns is looked up in the store before anybody sees it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

UNPLACED = "-"
"""The tenant of stored articles that stand on no shelf: the console alone asks them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as an index holds it: who may find it, its day and site, and the terms of each of its passages.

    `tenants` are the shelves that it stands on (`EVERYBODY` among them); one without any is in the index no more.
    `day` is when it was published, as 20260131, 0 where nobody knows; `site` is the host of its address without
    "www.", "" where it has none. `passages` are analysed terms as `language:form`, which an engine takes as they are.
    """

    article: str
    tenants: tuple[str, ...]
    day: int = 0
    site: str = ""
    passages: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Within:
    """What a search is confined to: days (both included, 0 for no bound), sites, articles.

    `sites` hold hosts, each with the hosts below it ("spiegel.de", "sport.spiegel.de"), or a host's name without its
    ending ("spiegel": `addresses.names_of_site`); None is every site, and every article. An empty tuple is none. An
    article of an unknown day is not between any bounds.
    """

    since: int = 0
    until: int = 0
    sites: tuple[str, ...] | None = None
    articles: tuple[str, ...] | None = None


ANYWHERE = Within()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may answer: its article, its number in `Article.passages`, its score (only its order counts)."""

    article: str
    passage: int
    score: float


class ArchiveIndex(Protocol):
    """Passages of many articles by their terms; any task may call it. Every method may raise `StoreError`."""

    async def open(self, analysis: str) -> int:
        """Return how far the index has followed the store, a position that `replace` was given; 0 for an empty one.

        One that is missing, damaged or holds terms of another `analysis` is made anew, empty.
        """
        ...

    async def replace(self, entries: Sequence[Entry], position: int) -> None:
        """Put articles in the place of what the index had of them, and note the position: all of it or nothing.

        Doing it again changes nothing. What was replaced is found no more once this returns. Where several processes
        write to one index and another one has brought it further than `position`, all stays as it is: what it has is
        newer. No entries at position 0 leave nothing in it.
        """
        ...

    async def caught_up(self) -> None:
        """Take note that all there was has been read in.

        Until then searches may answer from what an index of another analysis had, where it is still there; an index
        that no process uses any more may be removed now.
        """
        ...

    async def search(
        self, tenants: Sequence[str], terms: Mapping[str, float], most: int, within: Within = ANYWHERE
    ) -> tuple[Candidate, ...]:
        """Return the `most` best passages that any of the tenants may see, by BM25 over weighted terms, best first."""
        ...

    async def size(self) -> int:
        """Return how many passages there are, each once however many tenants see it."""
        ...

    async def close(self) -> None:
        """Let go of what is held."""
        ...


class ChangeLog(Protocol):
    """Which articles have changed: what an index follows. Every method may raise `StoreError`."""

    async def changes(self, after: int, most: int) -> tuple[tuple[int, str], ...]:
        """Return positions behind `after`, in order, each with the id of an article that has changed since.

        It was stored, analysed anew, put on a shelf, taken off one, or forgotten; of several changes to an article the
        last one alone is there.
        """
        ...

    async def latest(self) -> int:
        """Return the last position, 0 where nothing has happened yet."""
        ...

    async def behind(self, after: int) -> int:
        """Return how many articles have changed behind a position."""
        ...
