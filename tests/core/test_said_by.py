"""What somebody says is found by every way to name them, and nobody is given the words of others."""

import pytest

from bot import languages
from bot.app import wiring
