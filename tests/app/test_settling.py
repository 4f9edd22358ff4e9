"""A process that answers for months keeps what is loaded out of the collector's way and holds little, on any system."""

import ctypes
import gc
import platform
import subprocess
import sys
import weakref
from collections.abc import Iterator

import pytest

from bot import processes
from bot.app import settling
from bot.app.settling import settle
from bot.processes import hold_little


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    usual = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*usual)


def test_what_is_loaded_is_not_searched_for_garbage_again() -> None:
    settle()
    assert gc.get_freeze_count() > 1_000


class Ring:
    """Something that is found by a search for garbage alone."""

    def __init__(self) -> None:
        self.own = self


def test_garbage_among_what_was_kept_out_of_the_way_goes_with_the_whole() -> None:
    ring = Ring()
    left = weakref.ref(ring)
    settle()
    del ring
    settle()
    assert left() is not None
    settle(whole=True)
    assert left() is None


async def test_the_whole_is_meant_once_in_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    meant: list[bool] = []
    monkeypatch.setattr(settling, "WHOLE", 3)
    monkeypatch.setattr(settling, "settle", lambda *, whole: meant.append(whole))
    again = settling.settling()
    for _ in range(6):
        await again()
    assert meant == [False, False, True] * 2


def test_a_system_without_that_c_library_goes_without(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(_name: object) -> object:
        raise OSError

    monkeypatch.setattr(ctypes, "CDLL", nothing)
    processes._c_library.cache_clear()
    hold_little()
    settle()
    assert gc.get_freeze_count() > 1_000


LARGE_WORK = """
import sys
from pathlib import Path
from threading import Barrier, Thread
from bot.processes import give_back, hold_little

if sys.argv[1] == "little":
    hold_little()
b"x" * 30_000_000  # once freed, the C library takes pieces of this size for usual
together = Barrier(4)


def work():
    held = [b"x" * 100_000 for _ in range(150)]
    together.wait()
    del held
    together.wait()


threads = [Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
give_back()
print(int(Path("/proc/self/statm").read_text().split()[1]) * 4096)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="holding less is a matter of that C library alone")
def test_what_threads_have_had_is_given_back() -> None:
    usual, little = (
        int(subprocess.run([sys.executable, "-c", LARGE_WORK, kind], check=True, capture_output=True).stdout)
        for kind in ("usual", "little")
    )
    assert usual - little > 30 * 2**20
