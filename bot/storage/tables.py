"""Compiled tables on disk: made once, then mapped into memory, so that a start costs no parsing.

Rule of this room: a cache may be missing, foreign, cut off, damaged or read-only, and nobody notices but the clock.
"""

import mmap
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from bot.core.lexical.lexicon import Buffer

DAY = 24 * 3600.0
UNUSED = 30 * DAY
"""Seconds after which a table that nobody has used is another version's that is gone."""
DRAFT = ".draft"
"""What a table's name ends with while it is written."""
_CHECK = 4
"""Bytes at the end of a file: the CRC-32 of the table before them, which takes a millisecond for 4 MB."""


def cache_folder() -> Path | None:
    """Return the folder of what may be lost at any time; None where a person has no home folder."""
    import platformdirs  # noqa: PLC0415 - it costs some milliseconds, and tests need none

    try:
        return at_home(platformdirs.user_cache_path("article-bot", appauthor=False))
    except RuntimeError:
        return None


def at_home(folder: Path) -> Path | None:
    """Return a folder of a person's own; None where it would be in a home folder that is not there."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - the other one raises where this returns "~"
    return None if not folder.is_absolute() or (folder.is_relative_to(home) and not home.is_dir()) else folder


def kept(folder: Path | None, name: str, make: Callable[[], bytes]) -> Buffer:
    """Return the table `name`, mapped from the folder where it is whole there, else made and, if possible, kept."""
    if folder is None:
        return make()
    found = mapped(folder, name)
    if found is None:
        found = make()
        with suppress(OSError):  # a folder that can't be written to costs time, nothing else
            keep(folder, name, found)
    return found


def mapped(folder: Path, name: str) -> Buffer | None:
    """Return the table `name` of a folder, mapped into memory; None where it is not there or not whole."""
    try:
        with (folder / name).open("rb") as file:
            length = file.seek(0, os.SEEK_END) - _CHECK
            file.seek(max(length, 0))
            check = file.read(_CHECK)
            table = mmap.mmap(file.fileno(), length, access=mmap.ACCESS_READ) if length > 0 else None
    except (OSError, ValueError):
        return None
    if table is None or _check(table) == check:
        _used(folder / name)
        return table
    table.close()
    return None


def _check(table: Buffer) -> bytes:
    """Return what a table is known by: a bit that has changed shows."""
    return crc32(memoryview(table)).to_bytes(_CHECK)  # type: ignore[arg-type] # both kinds of `Buffer` are one of Python's


def _used(file: Path) -> None:
    """Note, once a day, that a table is used: it is not old."""
    with suppress(OSError):
        if time.time() - file.stat().st_mtime > DAY:
            os.utime(file)


def keep(folder: Path, name: str, table: bytes) -> None:
    """Write the table `name` into a folder, all of it or nothing; raises `OSError`.

    A name says what a table is made from. Others of the same kind (the part before the first "-") are other versions',
    which may be in use side by side: they are removed where nobody has used them for long, and so are drafts that were
    left behind.
    """
    folder.mkdir(parents=True, exist_ok=True)
    kind = name.partition("-")[0]
    for old in folder.glob(f"{kind}-*"):
        with suppress(OSError):  # another process may be doing the same
            if time.time() - old.stat().st_mtime > (DAY if old.suffix == DRAFT else UNUSED):
                old.unlink()
    handle, draft = tempfile.mkstemp(dir=folder, prefix=f"{kind}-", suffix=DRAFT)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(table)
            file.write(_check(table))
        Path(draft).replace(folder / name)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
