"""What holds for every test: a dictionary or a sentence encoder that a machine happens to have changes no answer.

Our own lexicon is compiled once for all tests, workers and bots, into a folder of the tests' own, not a person's.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from bot import languages
from bot.app.fingerprints import LEXICAL, fingerprint
from bot.core.lexical.lexicon import Buffer
from bot.storage.tables import cache_folder, kept

os.environ["BOT_DICTIONARY"] = "none"
os.environ["BOT_ENCODER"] = "none"
os.environ["XDG_CACHE_HOME"] = str(Path(__file__).parent.parent / ".pytest_cache" / "tables")

settings.register_profile("untimed", deadline=None)  # no property test fails because a machine is busy
settings.load_profile("untimed")


def _once(compile_table: Callable[[], bytes], folder: Path | None) -> Callable[[], Buffer]:
    name = f"lexicon-{languages.lexicon_digest()}-{fingerprint(LEXICAL)}"
    return lambda: kept(folder, name, compile_table)


languages.own_table = _once(languages.own_table, cache_folder())  # under the name by which a bot looks for it


def pytest_configure(config: pytest.Config) -> None:
    """Compile before there are workers: each one would do it for itself."""
    if config.getoption("numprocesses", None):
        languages.own_table()
