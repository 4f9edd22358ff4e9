"""Compiled tables on disk: made once, then mapped into memory, so that a start costs no parsing.

Rule of this room: a cache may be missing, foreign, cut off or read-only, and nobody notices but the clock.
"""

import mmap
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bot.core.translation import END, Buffer


def cache_folder() -> Path | None:
    """Return the folder of what may be lost at any time; None where a person has no home folder."""
    import platformdirs  # noqa: PLC0415 - it costs some milliseconds, and tests need none

    try:
        folder = platformdirs.user_cache_path("article-bot", appauthor=False)
    except RuntimeError:
        return None
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - the other one raises where this returns "~"
    return None if not folder.is_absolute() or (folder.is_relative_to(home) and not home.is_dir()) else folder


def kept(folder: Path | None, name: str, make: Callable[[], bytes]) -> Buffer:
    """Return the table `name`, mapped from the folder where it is whole there, else made and, if possible, kept.

    A name says what a table is made from: other tables of the same kind (the part before the first "-") are removed.
    """
    if folder is None:
        return make()
    try:
        return _mapped(folder / name)
    except (OSError, ValueError):
        table = make()
    with suppress(OSError):  # a folder that can't be written to costs time, nothing else
        _keep(folder, name, table)
    return table


def _mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        table = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if table[-len(END) :] != END:
        table.close()
        raise ValueError(path.name)
    return table


def _keep(folder: Path, name: str, table: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(f"{name.partition('-')[0]}-*"):
        old.unlink(missing_ok=True)
    handle, draft = tempfile.mkstemp(dir=folder)
    with os.fdopen(handle, "wb") as file:
        file.write(table)
    Path(draft).replace(folder / name)
