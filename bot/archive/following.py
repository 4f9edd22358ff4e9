"""The archive: passages of all articles, found by their terms, in an index that follows the store.

Rule of this room: the store decides. What an index returns is looked up there before it leaves, and an index that is
behind answers from what it has and says how much is missing; nobody waits for thousands of articles to be read in.
"""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from bot.addresses import page_of
from bot.core.language import Language
from bot.core.retrieval.archive_terms import passage_terms
from bot.errors import ArchiveError, ArchiveProblem, ArticleError, StoreError, StoreProblem
from bot.model import Article
from bot.ports.archive import ANYWHERE, UNPLACED, ArchiveIndex, Candidate, ChangeLog, Entry, Within
from bot.ports.articles import ArticleStore

BATCH, MOST = 64, 1_024
"""Articles that are read in with one commit: at first few, so that something is there soon, then twice as many each
time, since every commit and what is merged behind it costs as well; 1,024 are about 40 MB of terms."""
PATIENCE = 1.0
"""Seconds that a search waits for what has changed; longer than one article takes, shorter than a person notices."""
SETTLE, LOOK = 0.5, 30.0
"""Seconds in which what comes in is put on its shelf, and between two looks where nobody has noticed anything."""
FEW = 16
"""Changes of a store that wait for somebody to ask: they are read in within the second that a search waits, and an
index that nobody asks takes 17 MB."""
_DAY = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)", re.ASCII)

Reading = Callable[[str], Awaitable[Article | None]]
"""Returns a stored article, None for one that is not there; may raise `ArticleError` and `StoreError`."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a search finds, the best first, and how many articles have changed that the index has not read in yet."""

    candidates: tuple[Candidate, ...]
    unread: int = 0


class Archive:
    """An index that follows a store; for one event loop. `index` and `analysis` are asked for when they are needed.

    `made` tells whether there is something on disk or a server: then it follows from the beginning.
    `reading` may be set to another one, and `failed` to what is told why the archive can't be brought further for now.
    """

    def __init__(  # noqa: PLR0913 - what it is made of
        self,
        store: ArticleStore,
        log: ChangeLog,
        reading: Reading,
        languages: Mapping[str, Language],
        *,
        index: Callable[[], ArchiveIndex],
        analysis: Callable[[], str],
        made: Callable[[], bool] = lambda: True,
    ) -> None:
        self.reading = reading
        self.failed: Callable[[StoreError], None] = lambda _: None
        self._store = store
        self._log = log
        self._languages = languages
        self._make = index
        self._analysis = analysis
        self._made = made
        self._index: ArchiveIndex | None = None
        self._task: asyncio.Task[None] | None = None
        self._noticed = asyncio.Event()
        self._hurry = 0

    async def search(
        self, tenants: Sequence[str], terms: Mapping[str, float], most: int, within: Within = ANYWHERE
    ) -> Proposal:
        """Return the best passages that any of the tenants may see, as the store has it now; raises `StoreError`."""
        unread = await self._brought_up()
        index, asked = self._opened(), most
        while True:
            hits = await index.search(tenants, terms, asked, within)
            kept = await self._allowed(hits, tenants)
            if len(kept) >= most or len(hits) < asked or asked > 16 * most:
                return Proposal(kept[:most], unread)
            asked *= 4  # what was taken away and is still in the index stands in the way of the others

    async def catch_up(self) -> None:
        """Read in all that has changed, as somebody waits for it; raises `StoreError`."""
        self._hurry += 1
        try:
            await self._caught_up()
        finally:
            self._hurry -= 1

    async def _caught_up(self) -> None:
        """Read in all that has changed; who comes while it is done waits for the same."""
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._follow())
        task = self._task
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            if task.cancelled() and not _is_cancelled():
                return  # the archive was closed
            raise

    async def unread(self) -> int:
        """Return how many articles have changed that the index has not read in yet; raises `StoreError`."""
        return await self._log.behind(await self._position())

    async def size(self) -> int:
        """Return how many passages there are; raises `StoreError`."""
        await self._position()
        return await self._opened().size()

    def notice(self) -> None:
        """Have a look soon whether something has changed, where somebody follows."""
        self._noticed.set()

    @asynccontextmanager
    async def following(self) -> AsyncIterator[None]:
        """Keep the index up to date in the background while it lasts, slowly enough that questions come first."""
        task = asyncio.create_task(self._keep_following())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def close(self) -> None:
        """Break off what is under way and let go of the index; what was committed stays."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        if self._index is not None:
            await self._index.close()
            self._index = None

    def _opened(self) -> ArchiveIndex:
        if self._index is None:
            self._index = self._make()
        return self._index

    async def _position(self) -> int:
        return await self._opened().open(self._analysis())

    async def _keep_following(self) -> None:
        while True:
            try:
                if await self._is_wanted():
                    await self._caught_up()
            except StoreError as error:
                self.failed(error)
            self._noticed.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK):
                    await self._noticed.wait()
            await asyncio.sleep(SETTLE)

    async def _is_wanted(self) -> bool:
        """Tell whether the index is to follow before anybody asks it."""
        return self._index is not None or self._made() or await self._log.latest() > FEW

    async def _brought_up(self) -> int:
        """Wait a moment for what has changed; return how many articles are missing then."""
        at = await self._position()
        if await self._log.latest() == at:
            return 0
        try:
            async with asyncio.timeout(PATIENCE):
                await self.catch_up()
        except TimeoutError:
            return await self.unread()
        except StoreError as error:
            self.failed(error)
            if isinstance(error, ArchiveError) and error.reason is ArchiveProblem.FORBIDDEN:
                raise  # waiting does not mend it, and nothing is being read in
            # Another process is at it, or the disk is full: what is there answers.
            return await self.unread()
        return 0

    async def _follow(self) -> None:
        at = await self._position()
        if at > await self._log.latest():
            # It has followed another store, or one that was put back to what it was before.
            await self._opened().replace((), 0)
            at = 0
        for batch in sizes():
            changes = await self._log.changes(at, batch)
            if not changes:
                await self._opened().caught_up()
                return
            entries = [await self._at_leisure(key) for _, key in changes]
            await self._opened().replace(entries, changes[-1][0])
            at = await self._position()

    async def _at_leisure(self, key: str) -> Entry:
        """Return an article as the index holds it; where nobody waits for it, half of the time belongs to others."""
        began = time.monotonic()
        entry = await self._entry(key)
        if not self._hurry:
            await asyncio.sleep(time.monotonic() - began)
        return entry

    async def _entry(self, key: str) -> Entry:
        """Return an article as the index holds it; one that is gone, or can't be read, is nobody's."""
        tenants = await self._tenants(key)
        article = await self._read(key) if tenants else None
        if article is None:
            return Entry(key, ())
        terms = await asyncio.to_thread(passage_terms, article, self._languages[article.language])
        return Entry(key, tenants, day_of(article), site_of(article), terms)

    async def _read(self, key: str) -> Article | None:
        try:
            return await self.reading(key)
        except ArticleError:
            return None
        except StoreError as error:
            if error.problem is not StoreProblem.DAMAGED:
                raise
            return None  # one article: the others are no worse for it

    async def _tenants(self, key: str) -> tuple[str, ...]:
        shelves = await self._store.shelves_of(key)
        if shelves:
            return shelves
        return (UNPLACED,) if await self._store.find(key) == key else ()

    async def _allowed(self, hits: Sequence[Candidate], tenants: Sequence[str]) -> tuple[Candidate, ...]:
        """Return those of articles that stand, now, where somebody asks who may see them."""
        asked = frozenset(tenants)
        keys = tuple(dict.fromkeys(hit.article for hit in hits))
        where = await asyncio.gather(*(self._tenants(key) for key in keys))
        seen = {key for key, there in zip(keys, where, strict=True) if not asked.isdisjoint(there)}
        return tuple(hit for hit in hits if hit.article in seen)


def sizes() -> Iterator[int]:
    """Yield how many articles are read in at a time, one batch after the other."""
    batch = BATCH
    while True:
        yield batch
        batch = min(2 * batch, MOST)


def day_of(article: Article) -> int:
    """Return the day on which an article was published, as 20260131; 0 where it does not say."""
    found = _DAY.match(article.published or "")
    return int("".join(found.groups())) if found else 0


def site_of(article: Article) -> str:
    """Return the host of an article's address, without "www." and a port; "" where it has none."""
    place = re.split("[/?]", page_of(article.url, article.origin))[0]
    return re.sub(r":\d+$", "", place)


def _is_cancelled() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
