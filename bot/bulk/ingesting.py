"""Takes many articles in: what is known is passed over, what is new analysed by several processes and kept.

Rule of this module: each article is kept by itself, as soon as it is there; as many documents as processes are under
way, and no more are held.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from time import time

from bot.addresses import page_of
from bot.bulk.sources import Item, items_of
from bot.bulk.working import Worker
from bot.errors import ArticleProblem
from bot.ports.articles import EVERYBODY
from bot.service import Library, name_of

EXAMPLES = 3
"""Documents that are named of those that can't be read for one reason."""


@dataclass(slots=True)
class Tally:
    """What has become of documents so far; `read` counts bytes, `examples` name some of those that can't be read."""

    new: int = 0
    known: int = 0
    read: int = 0
    unread: Counter[ArticleProblem] = field(default_factory=Counter)
    examples: dict[ArticleProblem, list[str]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """Return how many documents were dealt with."""
        return self.new + self.known + self.unread.total()

    def fail(self, problem: ArticleProblem, origin: str) -> None:
        """Count a document that can't be read."""
        self.unread[problem] += 1
        named = self.examples.setdefault(problem, [])
        if len(named) < EXAMPLES:
            named.append(origin)


async def ingest_all(
    library: Library, paths: Sequence[str], processes: int, told: Callable[[Tally], None] = lambda _: None
) -> Tally:
    """Take in what stands at paths, for everybody, and return what has become of it; `told` is told on the way.

    Raises `ArticleError` for a path where there is nothing, and `StoreError`.
    """
    tally, items = Tally(), items_of(paths)
    turn = asyncio.Lock()
    workers = [Worker() for _ in range(processes)]
    tasks = [asyncio.create_task(_work(library, worker, items, turn, tally, told)) for worker in workers]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        for worker in workers:
            worker.close()
        await asyncio.gather(*tasks, return_exceptions=True)
    return tally


async def _work(  # noqa: PLR0913, PLR0917 - what all of them share
    library: Library,
    worker: Worker,
    items: Iterator[Item],
    turn: asyncio.Lock,
    tally: Tally,
    told: Callable[[Tally], None],
) -> None:
    while True:
        async with turn:
            item = await asyncio.to_thread(next, items, None)
        if item is None:
            return
        await _take(library, worker, item, tally)
        tally.read += item.size
        told(tally)


async def _take(library: Library, worker: Worker, item: Item, tally: Tally) -> None:
    if item.document is None or item.problem is not None:
        tally.fail(item.problem or ArticleProblem.UNREADABLE, item.origin)
        return
    known = await library.store.id_of_document(name_of(item.document))
    if known is not None:
        tally.known += 1
        # It may have been kept, and not offered yet, when an earlier run broke off.
        if EVERYBODY not in await library.store.shelves_of(known):
            await library.store.put(known, EVERYBODY, at=time())
        return
    done = await asyncio.to_thread(worker.do, item.document)
    if done.article is None or done.reading is None:
        tally.fail(done.problem or ArticleProblem.FORMAT, item.origin)
        return
    article = done.article
    await library.keep(article, done.reading, item.document)
    await library.store.put(article.id, EVERYBODY, page=page_of(article.url, item.document.origin), at=time())
    tally.new += 1
