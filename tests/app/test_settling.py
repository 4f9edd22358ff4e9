"""Settling keeps what is loaded out of the collector's way, on any system."""

import ctypes
import gc
from collections.abc import Iterator

import pytest

from bot.app.settling import settle


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_is_loaded_is_not_searched_for_garbage_again() -> None:
    settle()
    assert gc.get_freeze_count() > 1_000


def test_a_system_without_that_c_library_goes_without(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(_name: object) -> object:
        raise OSError

    monkeypatch.setattr(ctypes, "CDLL", nothing)
    settle()
    assert gc.get_freeze_count() > 1_000
