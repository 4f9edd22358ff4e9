"""What holds for every test: a dictionary or a sentence encoder that a machine happens to have changes no answer."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.servers.postgres import PostgresServer, serving

os.environ["BOT_DICTIONARY"] = "none"
os.environ["BOT_ENCODER"] = "none"

settings.register_profile("untimed", deadline=None)  # no property test fails because a machine is busy
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL server for all tests that want one; each makes a database of its own in it."""
    with serving() as server:
        yield server


@pytest.fixture(scope="session")
def _one_database(postgres: PostgresServer) -> str:
    return postgres.database()


@pytest.fixture
def postgres_address(postgres: PostgresServer, _one_database: str) -> str:
    """The address of a PostgreSQL database that is empty."""
    name = _one_database.rpartition("/")[2]
    postgres.execute("SET client_min_messages = error; DROP SCHEMA IF EXISTS article_bot CASCADE", name)
    return _one_database
