"""Which database: opens the articles that are kept, in a file or at the address of a PostgreSQL server.

Rule of this module: a text is an address, a path is a file; who names a file loads nothing of PostgreSQL.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from bot.errors import StoreError, StoreProblem
from bot.ports.archive import ChangeLog
from bot.ports.articles import ArticleStore
from bot.ports.encoders import VectorStore
from bot.storage.server_address import shown
from bot.storage.sqlite import open_store

DRIVER = "asyncpg"
"""The package that speaks with PostgreSQL."""


class Articles(ArticleStore, VectorStore, ChangeLog, Protocol):
    """Articles, the vectors of their sentences, and what has changed."""


@asynccontextmanager
async def open_articles(place: Path | str, analysis: str) -> AsyncIterator[Articles]:
    """Open the articles in a file or at an address; `analysis` is the version of the analysis. Raises `StoreError`."""
    if isinstance(place, Path):
        async with open_store(place, analysis) as store:
            yield store
        return
    check_driver(place)
    from bot.storage.postgres.articles import open_store as open_postgres  # noqa: PLC0415 - see the rule

    async with open_postgres(place, analysis) as articles:
        yield articles


def check_driver(address: str) -> None:
    """Raise `StoreError` where what speaks with PostgreSQL is not installed."""
    if find_spec(DRIVER) is None:
        raise StoreError(StoreProblem.NO_DRIVER, shown(address))
