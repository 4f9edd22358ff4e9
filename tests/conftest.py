"""What holds for every test: a dictionary or a sentence encoder that a machine happens to have changes no answer.

Our own lexicon is compiled once for all tests, their workers and their bots, and again when its tables or code change.
"""

import os
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings

from bot import languages
from bot.app import own_lexicon
from bot.app.fingerprints import LEXICAL, fingerprint
from bot.storage.tables import kept

TABLES = Path(__file__).parent.parent / ".pytest_cache" / "tables"

os.environ["BOT_DICTIONARY"] = "none"
os.environ["BOT_ENCODER"] = "none"

settings.register_profile("untimed", deadline=None)  # no property test fails because a machine is busy
settings.load_profile("untimed")

languages.own_table = partial(
    kept, TABLES, f"lexicon-{languages.lexicon_digest()}-{fingerprint(LEXICAL)}", languages.own_table
)


def pytest_configure(config: pytest.Config) -> None:
    """Have the lexicon where bots look for it, before several workers would each compile it."""
    if not hasattr(config, "workerinput"):
        own_lexicon()
