"""What every `VectorStore` keeps to, whatever it is made of."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Protocol

import numpy as np
import pytest

from bot.ports.articles import ArticleStore
from bot.ports.encoders import VectorStore
from bot.storage.postgres.articles import open_store as open_postgres
from bot.storage.sqlite import open_store
from tests.fakes import MemoryStore, article, reading

KINDS = ("sqlite in memory", "sqlite in a file", "postgres", "dictionaries")
RAT, TAG = article(), article("Der Tag war lang. Es regnet.")
ROWS = np.array([[1.0, 0.0, 0.0], [0.6, 0.8, 0.0]], dtype=np.float32)


class Both(ArticleStore, VectorStore, Protocol):
    """What keeps articles and their vectors."""


@pytest.fixture(params=KINDS)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Both]:
    if request.param == "dictionaries":
        yield MemoryStore("1")
        return
    if request.param == "postgres":
        async with open_postgres(request.getfixturevalue("postgres_address"), "1") as kept:
            yield kept
        return
    async with open_store(":memory:" if "memory" in request.param else tmp_path / "articles.db", "1") as opened:
        yield opened


@pytest.fixture(autouse=True)
async def stored(store: Both) -> None:
    await store.save(RAT, reading(RAT), "d1")


async def test_vectors_come_back_in_half_precision(store: Both) -> None:
    await store.keep_vectors(RAT.id, "words-1", ROWS)
    found = await store.vectors(RAT.id, "words-1")
    assert found is not None
    assert found.dtype == np.float32
    assert np.allclose(found, ROWS, atol=1e-3)


async def test_another_makers_vectors_are_not_found(store: Both) -> None:
    await store.keep_vectors(RAT.id, "words-1", ROWS)
    assert await store.vectors(RAT.id, "words-2") is None
    assert await store.vectors(TAG.id, "words-1") is None


async def test_later_vectors_take_the_place_of_earlier_ones(store: Both) -> None:
    await store.keep_vectors(RAT.id, "words-1", ROWS)
    await store.keep_vectors(RAT.id, "words-2", -ROWS)
    assert await store.vectors(RAT.id, "words-1") is None
    found = await store.vectors(RAT.id, "words-2")
    assert found is not None
    assert found[0, 0] == -1


async def test_vectors_go_with_their_article(store: Both) -> None:
    await store.keep_vectors(RAT.id, "words-1", ROWS)
    await store.remove(RAT.id)
    assert await store.vectors(RAT.id, "words-1") is None
    await store.save(RAT, reading(RAT), "d1")
    assert await store.vectors(RAT.id, "words-1") is None


async def test_of_an_article_that_is_not_stored_none_are_kept(store: Both) -> None:
    await store.keep_vectors(TAG.id, "words-1", ROWS)
    assert await store.vectors(TAG.id, "words-1") is None


async def test_an_article_that_is_analysed_anew_keeps_its_vectors(store: Both) -> None:
    await store.keep_vectors(RAT.id, "words-1", ROWS)
    await store.save(RAT, reading(RAT), "")
    assert await store.vectors(RAT.id, "words-1") is not None


async def test_damaged_vectors_are_not_there(tmp_path: Path) -> None:
    file = tmp_path / "articles.db"
    async with open_store(file, "1") as opened:
        await opened.save(RAT, reading(RAT), "d1")
        for damage in ("x'00'", "substr(vectors, 1, length(vectors) - 1)", "zeroblob(length(vectors))", "'text'"):
            await opened.keep_vectors(RAT.id, "words-1", ROWS)
            with closing(sqlite3.connect(file)) as connection, connection:
                connection.execute(f"UPDATE vectors SET vectors = {damage}")  # noqa: S608 - see above
            assert await opened.vectors(RAT.id, "words-1") is None, damage
