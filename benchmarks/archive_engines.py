"""The engines that the archive's index is measured beside, each built and asked in a process of its own.

Rule of this module: all of them get the same terms of the same passages; what one can't do (weights, shelves) is said.
"""

import asyncio
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Protocol

from benchmarks.archive_corpus import Question
from bot.archive.following import sizes
from bot.ports.archive import ArchiveIndex, Entry
from bot.search.archive_tantivy import TantivyArchive

MOST = 50
"""Passages that are wanted."""


class Engine(Protocol):
    """What is measured."""

    weighs: bool
    """Whether a term may count less than another one."""
    tenants: bool
    """Whether it can be confined to shelves."""

    def build(self, entries: Iterable[Entry]) -> None:
        """Take everything in."""
        ...

    def ask(self, question: Question, tenant: str | None) -> int:
        """Return how many of the best passages there are, from a shelf or from all."""
        ...

    def close(self) -> None:
        """Let go of what is held."""
        ...


def batches(entries: Iterable[Entry], size: int) -> Iterator[list[Entry]]:
    """Yield entries, some at a time."""
    rest = iter(entries)
    while some := list(islice(rest, size)):
        yield some


class Tantivy:
    """The bot's own adapter, asked as the bot asks it: in a thread, with a look at the folder before each search."""

    weighs = tenants = True

    def __init__(self, folder: Path) -> None:
        self._loop = asyncio.new_event_loop()
        self._index: ArchiveIndex = TantivyArchive(folder)

    def build(self, entries: Iterable[Entry]) -> None:
        """Read everything in as the archive does when it follows."""
        self._loop.run_until_complete(self._index.open("benchmark"))
        rest = iter(_for_everybody(entries))
        for n, size in enumerate(sizes()):
            some = list(islice(rest, size))
            if not some:
                break
            self._loop.run_until_complete(self._index.replace(some, n + 1))
        self._loop.run_until_complete(self._index.close())

    def ask(self, question: Question, tenant: str | None) -> int:
        """Search, from a shelf or from the one on which everything stands."""
        search = self._index.search((tenant or "",), question.terms, MOST)
        return len(self._loop.run_until_complete(search))

    def reopen(self, folder: Path) -> None:
        """Open it as after a start."""
        self._index = TantivyArchive(folder)
        self._loop.run_until_complete(self._index.open("benchmark"))

    def close(self) -> None:
        """Let go of it."""
        self._loop.run_until_complete(self._index.close())


class OpenSearch(Tantivy):
    """The bot's own adapter at a server of one node, which `OPENSEARCH` says where to fetch (`make opensearch`)."""

    def __init__(self, folder: Path) -> None:
        from bot.search.archive_opensearch import OpenSearchArchive  # noqa: PLC0415 - the others need none
        from tests.servers.opensearch import serving  # noqa: PLC0415 - as above

        folder.mkdir(parents=True, exist_ok=True)
        self._serving = serving(heap="1g")
        self.nodes = self._serving.__enter__()
        self._loop = asyncio.new_event_loop()
        self._made = lambda: OpenSearchArchive(self.nodes.address("benchmark"), replicas=0)
        self._index = self._made()

    def reopen(self, _folder: Path) -> None:
        """Connect again."""
        self._index = self._made()
        self._loop.run_until_complete(self._index.open("benchmark"))

    def close(self) -> None:
        """End the server."""
        super().close()
        self._serving.__exit__(None, None, None)


def _for_everybody(entries: Iterable[Entry]) -> Iterator[Entry]:
    for one in entries:
        yield Entry(one.article, ("", *one.tenants), one.day, one.site, one.passages)


class Fts5:
    """SQLite's full-text search: every term counts alike."""

    weighs, tenants = False, True

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(folder / "fts5.db", isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA cache_size = -64000")

    def build(self, entries: Iterable[Entry]) -> None:
        """Fill a table without its content."""
        sql = "CREATE VIRTUAL TABLE passages USING fts5(terms, scope, content='', tokenize='ascii tokenchars '':''')"
        self._connection.execute(sql)
        for some in batches(entries, 2_000):
            self._connection.execute("BEGIN")
            self._connection.executemany(
                "INSERT INTO passages (terms, scope) VALUES (?, ?)",
                ((" ".join(row), " ".join(one.tenants)) for one in some for row in one.passages),
            )
            self._connection.execute("COMMIT")
        self._connection.execute("INSERT INTO passages (passages) VALUES ('optimize')")

    def ask(self, question: Question, tenant: str | None) -> int:
        """Search by its own BM25."""
        query = " OR ".join(f'"{term}"' for term in question.terms)
        query = f"terms : ({query})" + (f' AND scope : "{tenant}"' if tenant else "")
        sql = "SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY bm25(passages, 1.0, 0.0) LIMIT ?"
        return len(self._connection.execute(sql, (query, MOST)).fetchall())

    def close(self) -> None:
        """Let go of it."""
        self._connection.close()


class Bm25s:
    """bm25s on numpy, in memory: every term counts alike, nothing is added or taken away later."""

    weighs = tenants = False

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def build(self, entries: Iterable[Entry]) -> None:
        """Index everything at once."""
        import bm25s  # noqa: PLC0415 - who measures others needs none

        numbers: dict[str, int] = {}
        rows = [[numbers.setdefault(t, len(numbers)) for t in row] for one in entries for row in one.passages]
        self._index = bm25s.BM25(k1=1.2, b=0.75, method="lucene")
        self._index.index((rows, numbers), show_progress=False)
        self._known = numbers
        self._index.save(self._folder)

    def ask(self, question: Question, _tenant: str | None) -> int:
        """Score everything and take the best."""
        terms = [term for term in question.terms if term in self._known]
        _, scores = self._index.retrieve([terms], k=MOST, show_progress=False)
        return int((scores > 0).sum())

    def close(self) -> None:
        """There is nothing to let go of."""


class RankBm25:
    """rank_bm25 in memory, term by term, so that terms are weighed."""

    weighs, tenants = True, False

    def __init__(self, _folder: Path) -> None:
        pass

    def build(self, entries: Iterable[Entry]) -> None:
        """Index everything at once."""
        from tests.fakes import PlainBm25  # noqa: PLC0415 - what the contract holds engines to

        self._index = PlainBm25([row for one in entries for row in one.passages])

    def ask(self, question: Question, _tenant: str | None) -> int:
        """Score everything and take the best."""
        import numpy as np  # noqa: PLC0415 - the others need none

        scores = np.zeros(self._index.corpus_size)
        for term, weight in question.terms.items():
            if term in self._index.idf:
                scores += weight * self._index.get_scores([term])
        best = np.argpartition(scores, -MOST)[-MOST:]
        return int((scores[best] > 0).sum())

    def close(self) -> None:
        """There is nothing to let go of."""


ENGINES: dict[str, type[Tantivy | Fts5 | Bm25s | RankBm25]] = {
    "tantivy": Tantivy,
    "OpenSearch": OpenSearch,
    "FTS5": Fts5,
    "bm25s": Bm25s,
    "rank_bm25": RankBm25,
}
