"""What holds for every test: a dictionary or a sentence encoder that a machine happens to have changes no answer."""

import os

from hypothesis import settings

os.environ["BOT_DICTIONARY"] = "none"
os.environ["BOT_ENCODER"] = "none"

settings.register_profile("untimed", deadline=None)  # no property test fails because a machine is busy
settings.load_profile("untimed")
