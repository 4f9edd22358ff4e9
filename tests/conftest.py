"""What holds for every test: a large dictionary that a machine happens to have changes no answer here."""

import os

from hypothesis import settings

os.environ["BOT_DICTIONARY"] = "none"

settings.register_profile("untimed", deadline=None)  # no property test fails because a machine is busy
settings.load_profile("untimed")
