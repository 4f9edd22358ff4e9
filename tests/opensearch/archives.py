"""Archives on a server as the tests here fill and ask them, and bots that have one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from bot.app import Bot, open_bot
from bot.ports.archive import Entry
from bot.ports.articles import EVERYBODY
from bot.search.archive_opensearch import OpenSearchArchive
from bot.settings import Secret, Settings

BRIDGE, FERRY = {"de:bruck": 1.0}, {"de:fahr": 1.0}


def entry(name: str, *passages: str, tenants: tuple[str, ...] = (EVERYBODY,)) -> Entry:
    """Return an article of such passages, whose terms stand between spaces."""
    return Entry(name, tenants, passages=tuple(tuple(passage.split()) for passage in passages))


async def found(index: OpenSearchArchive, terms: dict[str, float], *tenants: str) -> list[tuple[str, int]]:
    """Return the articles and passages that an index finds for terms, best first."""
    return [(hit.article, hit.passage) for hit in await index.search(tenants or (EVERYBODY,), terms, 50)]


@asynccontextmanager
async def bot_on(folder: Path, address: str, **given: object) -> AsyncIterator[Bot]:
    """Open a bot whose database is in a folder and whose archive is at an address."""
    settings = Settings(
        database=folder / "articles.db", archive=Secret(address), archive_replicas=0, dictionary="none", encoder="none"
    )
    async with open_bot(replace(settings, **given)) as bot:  # type: ignore[arg-type] # named by the test
        yield bot
