"""What holds for every test: it changes no answer what a machine happens to have, and nothing there is touched.

Our own lexicon is compiled once for all tests, their workers and their bots, and again when its tables or code change.
"""

import os
import signal
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings

from bot import languages
from bot.app.fingerprints import LEXICAL, fingerprint
from bot.app.lexicons import own_lexicon
from bot.storage.tables import kept
from tests.homes import moved
from tests.servers.opensearch import OpenSearchNodes
from tests.servers.opensearch import serving as serving_opensearch
from tests.servers.postgres import PostgresServer, serving

TABLES = Path(__file__).parent.parent / ".pytest_cache" / "tables"

os.environ["BOT_DICTIONARY"] = "none"
os.environ["BOT_ENCODER"] = "none"
HOME = moved()
HOME.watch()

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a shell's background: what tests start would ignore Ctrl-C too
    signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("untimed", deadline=None)  # no property test fails because a machine is busy
settings.load_profile("untimed")

languages.own_table = partial(
    kept, TABLES, f"lexicon-{languages.lexicon_digest()}-{fingerprint(LEXICAL)}", languages.own_table
)


def pytest_configure(config: pytest.Config) -> None:
    """Have the lexicon where bots look for it, before several workers would each compile it."""
    if not hasattr(config, "workerinput"):
        own_lexicon()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what is slow, so that no worker is left alone with it at the end; mark what wants a PostgreSQL.

    What is slow goes to whichever worker is free; all else of a file stays with one, which makes its fixtures once.
    """
    for item in items:
        if _wants_postgres(item):
            item.add_marker(pytest.mark.postgres)
    items.sort(key=lambda item: not _is_slow(item))
    for item in items:
        if not _is_slow(item):
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


def _wants_postgres(item: pytest.Item) -> bool:
    """Tell whether a test names the server among its fixtures or its parameters."""
    given = getattr(item, "callspec", None)
    named = [*getattr(item, "fixturenames", ()), *map(str, given.params.values() if given else ())]
    return any("postgres" in name for name in named)


def _is_slow(item: pytest.Item) -> bool:
    return any(item.get_closest_marker(name) for name in ("slow", "long"))


@pytest.fixture(autouse=True)
def _persons_home_is_left_alone() -> Iterator[None]:
    """Fail a test that touches what a person has in their home, or starts a program there."""
    yield
    assert HOME.touched() == ()


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


@pytest.fixture(scope="session")
def opensearch() -> Iterator[OpenSearchNodes]:
    """A node of OpenSearch for all tests that want one; each has names of its own in it."""
    with serving_opensearch() as nodes:
        yield nodes
