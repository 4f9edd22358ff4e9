"""What holds for every test: a large dictionary that a machine happens to have changes no answer here."""

import os

os.environ["BOT_DICTIONARY"] = "none"
