"""The archive's index by tantivy: one document a passage, in a folder or in memory.

Rule of this module: it follows, whoever else does. A process has the right to write for one commit at a time, so that
several may share a folder; what one of them has brought further stays, and all of them find it.
"""

import asyncio
import math
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import TypeVar

import tantivy
from tantivy import Occur, Query

from bot.addresses import names_of_site
from bot.errors import StoreError, StoreProblem
from bot.ports.archive import ANYWHERE, Candidate, Entry, Within
from bot.processes import give_back
from bot.search import archive_folder as folders
from bot.search.archive_folder import HEAP, HOUR, mark, position_in
from bot.search.escaping import escaped, unescaped

T = TypeVar("T")

PATIENCE = 10.0
"""Seconds that another process's commit is waited for, with the merging behind it."""
_RETRY = 0.005
"""Seconds between two attempts to get the right to write."""
SPARE = 3
"""How many times as many passages as are wanted are looked at, where not all of them may be seen."""
PASSAGES = 10_000
"""Passages that the articles of the best ones may have together; where they have as many, the slower way is taken."""
Hit = tuple[float, tantivy.DocAddress]
"""A passage's score and its place in the index."""
_ODD = re.compile(r"[%\s\ud800-\udfff]")
"""What a term of tantivy's can't hold, or would be parted at."""
_NEVER = 99_999_999
"""A day behind all others."""
_BUSY, _FULL, _DENIED = "LockBusy", "os error 28", "os error 13"
"""How tantivy, whose errors have no codes in Python, says that another process writes, that the disk is full, and that
it may not be written to."""


class TantivyArchive:
    """An `ArchiveIndex` in a folder that may be shared, or in memory where there is none that can be written to."""

    def __init__(self, folder: Path | None, patience: float = PATIENCE) -> None:
        self._folder = folder if folder is not None and folders.writable(folder) else None
        self._patience = patience
        # One thread writes, so that what comes first is there first; reading takes any.
        self._writing = ThreadPoolExecutor(1, "archive")
        self._index: tantivy.Index | None = None
        self._writer: tantivy.IndexWriter | None = None
        self._place: Path | None = None
        self._analysis = ""
        self._state: tuple[int, int, int] | None = None
        self._faults = 0
        self._looked = -math.inf

    async def open(self, analysis: str) -> int:
        """Return how far the index has followed; one of another analysis is another one."""
        place = None if self._folder is None else folders.place_of(self._folder, analysis)
        if self._is_ready(place, analysis):
            return await asyncio.to_thread(self._guarded, self._position)  # what is being written holds up nobody
        return await self._in_turn(lambda: self._guarded(lambda: self._opened(place, analysis)))

    async def replace(self, entries: Sequence[Entry], position: int) -> None:
        """Put articles in the place of what the index had of them; merging goes on behind it."""
        await self._in_turn(lambda: self._replaced(entries, position))
        self._writing.submit(self._let_go)

    async def caught_up(self) -> None:
        """Do nothing: it answers from what it has, and says how much that is."""

    async def search(
        self, tenants: Sequence[str], terms: Mapping[str, float], most: int, within: Within = ANYWHERE
    ) -> tuple[Candidate, ...]:
        """Return the best passages; what another process has committed is found as well."""
        if most <= 0 or not tenants or () in {within.sites, within.articles}:
            return ()
        wanted = _wanted(terms)
        if wanted is None:
            return ()
        found = await asyncio.to_thread(self._guarded, lambda: self._found(wanted, tenants, within, most))
        return tuple(sorted(found, key=lambda c: (-c.score, c.article, c.passage)))

    async def size(self) -> int:
        """Return how many passages there are."""
        return await asyncio.to_thread(lambda: self._guarded(lambda: self._current().searcher().num_docs - 1))

    async def close(self) -> None:
        """Wait until what was begun is written, and let go of the folder."""
        await asyncio.to_thread(self._writing.shutdown)
        self._index = None

    async def _in_turn(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._writing, work)

    def _is_ready(self, place: Path | None, analysis: str) -> bool:
        """Tell whether what is open is what is wanted, and still stands where it stood."""
        if self._index is None or self._faults or self._analysis != analysis:
            return False
        if place is None:
            return True
        now = folders.state_of(place)
        kept = now is not None and self._state is not None and now[0] == self._state[0]
        return kept and time.monotonic() - self._looked < HOUR

    def _opened(self, place: Path | None, analysis: str) -> int:
        if not self._is_ready(place, analysis):
            # What fails again though its files are what was written is made anew as well.
            again = self._faults > 1
            self._index = folders.in_memory() if place is None else folders.opened(place, anew=again)
            self._place, self._analysis, self._state = place, analysis, None
        if place is not None:
            self._looked = time.monotonic()
            folders.drop_old(place.parent, place)
        return self._position()

    def _position(self) -> int:
        found = position_in(self._current())
        if found is None:
            raise ValueError("an index says how far it is")
        return found

    def _current(self) -> tantivy.Index:
        """Return the index with all that was committed, by whomever."""
        index = self._index
        if index is None:
            raise StoreError(StoreProblem.MISSING, str(self._folder))
        if self._place is None:
            return index
        now = folders.state_of(self._place)
        if now != self._state:
            index.reload()
            self._state = now
        return index

    def _replaced(self, entries: Sequence[Entry], position: int) -> None:
        """Commit entries with a position, unless another process has come further."""
        self._guarded(lambda: self._committed(entries, position))

    def _committed(self, entries: Sequence[Entry], position: int) -> None:
        writer = self._may_write()
        cleared = not entries and position == 0
        if self._position() > position and not cleared:
            return
        try:
            if cleared:
                writer.delete_all_documents()
            for entry in entries:
                writer.delete_documents_by_term("article", _escaped(entry.article))
            for document in chain.from_iterable(map(_documents, entries)):  # made while others are indexed
                writer.add_document(document)
            mark(writer, position)
            writer.commit()
        except BaseException:
            with suppress(ValueError):
                writer.rollback()
            self._let_go()
            raise
        self._current().reload()
        self._faults = 0

    def _may_write(self) -> tantivy.IndexWriter:
        """Return who may write; waits for another process."""
        self._let_go()
        end = time.monotonic() + self._patience
        while True:
            try:
                self._writer = self._current().writer(heap_size=HEAP, num_threads=1)
            except ValueError as error:
                if _BUSY not in str(error) or time.monotonic() > end:
                    raise
                time.sleep(_RETRY)
            else:
                if self._place is not None:
                    folders.tidy(self._place)
                return self._writer

    def _let_go(self) -> None:
        """Wait until segments are merged, which few are, and let others write; what fails is tried by the next one."""
        writer, self._writer = self._writer, None
        if writer is not None:
            with suppress(ValueError):
                writer.wait_merging_threads()
            give_back()  # each writer is a thread of its own, for which 15 MB would be kept

    def _found(self, wanted: Query, tenants: Sequence[str], within: Within, most: int) -> list[Candidate]:
        searcher = self._current().searcher()
        hits = (
            _best_seen(searcher, wanted, tenants, most) if within == ANYWHERE and _is_most(searcher, tenants) else None
        )
        if hits is None:
            free = ((Occur.Must, Query.const_score_query(one, 0.0)) for one in (_seen(tenants), *_filters(within)))
            query = Query.boolean_query([(Occur.Must, wanted), *free])
            hits = searcher.search(query, most, count=False).hits
        self._faults = 0
        passages = searcher.fast_field_values("passage", [address for _, address in hits])
        return [
            Candidate(unescaped(searcher.doc(address)["article"][0]), int(passage or 0), float(score))
            for (score, address), passage in zip(hits, passages, strict=True)
        ]

    def _guarded(self, work: Callable[[], T]) -> T:
        """Return what work gives; what fails in tantivy leaves as a `StoreError`, and damage is mended by opening."""
        with _mapped(str(self._folder), self._failed):
            return work()

    def _failed(self) -> None:
        self._faults += 1


@contextmanager
def _mapped(place: str, damaged: Callable[[], None]) -> Iterator[None]:
    try:
        yield
    except StoreError:
        raise
    except (ValueError, OSError, KeyError) as error:
        said = str(error)
        if _BUSY in said:
            raise StoreError(StoreProblem.LOCKED, place) from error
        if _FULL in said or "No space left" in said:
            raise StoreError(StoreProblem.FULL, place) from error
        if isinstance(error, PermissionError) or _DENIED in said:
            raise StoreError(StoreProblem.READ_ONLY, place) from error
        damaged()
        raise StoreError(StoreProblem.DAMAGED, place) from error
    except BaseException as error:
        # A panic of Rust's is no Exception, so that nobody catches it by chance.
        if type(error).__name__ != "PanicException":
            raise
        damaged()
        raise StoreError(StoreProblem.DAMAGED, place) from error


def _documents(entry: Entry) -> Iterator[tantivy.Document]:
    """Yield what stands for the passages of an article, none where nobody may find them."""
    if not entry.tenants:
        return
    common = {
        "owner": _number(min(entry.tenants)),
        "shared": len(set(entry.tenants)) > 1,
        "article": _escaped(entry.article),
        "tenant": [_named(tenant) for tenant in entry.tenants],
        "site": [_escaped(host) for host in names_of_site(entry.site)],
        "day": entry.day,
    }
    for number, terms in enumerate(entry.passages):
        odd = _ODD.search("".join(terms))
        text = " ".join(map(_escaped, terms) if odd else terms)
        yield tantivy.Document(**common, passage=number, terms=text)


def _is_most(searcher: tantivy.Searcher, tenants: Sequence[str]) -> bool:
    """Tell whether tenants may see half of all there is, or more."""
    there = sum(searcher.doc_freq("tenant", _named(tenant)) for tenant in set(tenants))
    return 2 * there >= searcher.num_docs


def _best_seen(searcher: tantivy.Searcher, wanted: Query, tenants: Sequence[str], most: int) -> Sequence[Hit] | None:
    """Return the best passages of those that are seen; None where most of the best ones are not.

    Without a condition the index passes over what can't be among the best (block-max WAND), which takes half as long.
    """
    for asked in (most, SPARE * most):
        best = searcher.search(wanted, asked, count=False).hits
        found = _of_those_seen(searcher, best, tenants)
        if found is None or len(found) >= most or len(best) < asked:
            return found and found[:most]
    return None


def _of_those_seen(searcher: tantivy.Searcher, hits: Sequence[Hit], tenants: Sequence[str]) -> Sequence[Hit] | None:
    """Return the hits that some tenants may see; None where that would take long to find out."""
    addresses = [address for _, address in hits]
    owners, shared = (searcher.fast_field_values(field, addresses) for field in ("owner", "shared"))
    numbers = set(map(_number, tenants))
    own = [owner in numbers for owner in owners]
    doubtful = [a for a, is_own, is_shared in zip(addresses, own, shared, strict=True) if is_shared and not is_own]
    allowed: set[tuple[int, int]] = set()
    if doubtful:
        names = {searcher.doc(address)["article"][0] for address in doubtful}
        of_them = _one_of("article", list(names))
        both = (Query.const_score_query(one, 0.0) for one in (of_them, _seen(tenants)))
        there = searcher.search(Query.boolean_query([(Occur.Must, one) for one in both]), PASSAGES, count=False).hits
        if len(there) == PASSAGES:
            return None
        allowed = {_place(address) for _, address in there}
    return [hit for hit, is_own in zip(hits, own, strict=True) if is_own or _place(hit[1]) in allowed]


def _place(address: tantivy.DocAddress) -> tuple[int, int]:
    return address.segment_ord, address.doc


def _seen(tenants: Sequence[str]) -> Query:
    return _one_of("tenant", [_named(tenant) for tenant in tenants])


def _number(tenant: str) -> int:
    """Return a number of 63 bits for a tenant, which no other one has but by a chance of one in 2^63."""
    return int.from_bytes(blake2b(_named(tenant).encode(), digest_size=8).digest()) >> 1


def _wanted(terms: Mapping[str, float]) -> Query | None:
    """Return what finds passages; None where no term could."""
    fields = folders.schema()
    wanted = [
        (Occur.Should, Query.boost_query(Query.term_query(fields, "terms", _escaped(term), "freq"), weight))
        for term, weight in terms.items()
        if term and 0 < weight < math.inf
    ]
    return Query.boolean_query(wanted) if wanted else None


def _filters(within: Within) -> list[Query]:
    """Return the conditions that passages have to meet."""
    filters = []
    if within.sites is not None:
        filters.append(_one_of("site", [_escaped(host) for host in within.sites if host]))
    if within.articles is not None:
        filters.append(_one_of("article", [_escaped(article) for article in within.articles]))
    if within.since or within.until:
        filters.append(_between(within.since, within.until))
    return filters


def _one_of(field: str, values: Sequence[str]) -> Query:
    if len(values) == 1:
        return Query.term_query(folders.schema(), field, values[0], "basic")
    return Query.term_set_query(folders.schema(), field, values)


def _between(since: int, until: int) -> Query:
    """Return what finds the days between bounds; the unknown day, 0, is between none."""
    kind = tantivy.FieldType.Integer
    return Query.range_query(folders.schema(), "day", kind, max(since, 1), until or _NEVER)


def _named(tenant: str) -> str:
    """Return a tenant as it is indexed: "" is one, and an empty value is none."""
    return f"={_escaped(tenant)}"


def _escaped(text: str) -> str:
    return escaped(text, _ODD)
