"""What holds for every test: it changes no answer what a machine happens to have, and nothing there is touched."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.homes import moved

os.environ["BOT_DICTIONARY"] = "none"
os.environ["BOT_ENCODER"] = "none"
HOME = moved()
HOME.watch()

settings.register_profile("untimed", deadline=None)  # no property test fails because a machine is busy
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def _persons_home_is_left_alone() -> Iterator[None]:
    """Fail a test that touches what a person has in their home, or starts a program there."""
    yield
    assert HOME.touched() == ()
