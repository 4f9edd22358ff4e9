"""A process that answers for months keeps what is loaded out of the collector's way and holds little, on any system."""

import ctypes
import gc
import platform
import subprocess
import sys
from collections.abc import Iterator

import pytest

from bot.app.settling import settle
from bot.processes import hold_little


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
