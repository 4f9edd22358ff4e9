"""The border where SQLite's errors end: each becomes a `StoreError`.

Rule of this module: an error is known by SQLite's result code (https://www.sqlite.org/rescode.html), never by its text.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from bot.errors import StoreError, StoreProblem

_PRIMARY = 0xFF
"""The part of an extended result code that names its family."""

_BY_CODE = {
    sqlite3.SQLITE_IOERR_READ: StoreProblem.DAMAGED,
    sqlite3.SQLITE_IOERR_SHORT_READ: StoreProblem.DAMAGED,
    sqlite3.SQLITE_IOERR_CORRUPTFS: StoreProblem.DAMAGED,
    # A quota or a limit on the size of files does not answer "no space left", the write just fails.
    sqlite3.SQLITE_IOERR_WRITE: StoreProblem.FULL,
    sqlite3.SQLITE_IOERR_FSYNC: StoreProblem.FULL,
    sqlite3.SQLITE_IOERR_TRUNCATE: StoreProblem.FULL,
    sqlite3.SQLITE_IOERR_SHMSIZE: StoreProblem.FULL,
    sqlite3.SQLITE_IOERR_LOCK: StoreProblem.LOCKED,
    sqlite3.SQLITE_IOERR_SHMLOCK: StoreProblem.LOCKED,
}

_BY_FAMILY = {
    sqlite3.SQLITE_BUSY: StoreProblem.LOCKED,
    sqlite3.SQLITE_LOCKED: StoreProblem.LOCKED,
    sqlite3.SQLITE_PROTOCOL: StoreProblem.LOCKED,
    sqlite3.SQLITE_READONLY: StoreProblem.READ_ONLY,
    sqlite3.SQLITE_FULL: StoreProblem.FULL,
    sqlite3.SQLITE_CANTOPEN: StoreProblem.UNREADABLE,
    sqlite3.SQLITE_PERM: StoreProblem.UNREADABLE,
    sqlite3.SQLITE_AUTH: StoreProblem.UNREADABLE,
    sqlite3.SQLITE_IOERR: StoreProblem.UNREADABLE,
    sqlite3.SQLITE_CORRUPT: StoreProblem.DAMAGED,
    sqlite3.SQLITE_NOTADB: StoreProblem.DAMAGED,
    sqlite3.SQLITE_FORMAT: StoreProblem.DAMAGED,
}

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def problem_of(error: sqlite3.Error) -> StoreProblem:
    """Return what an error of SQLite means for the database.

    What is left over (a table that is not there, a row that breaks a constraint) can't happen in a sound database.
    """
    return _BY_CODE.get(_code(error)) or _BY_FAMILY.get(family(error), StoreProblem.DAMAGED)


def family(error: sqlite3.Error | UnicodeDecodeError) -> int:
    """Return the error's primary result code."""
    return _code(error) & _PRIMARY


def _code(error: sqlite3.Error | UnicodeDecodeError) -> int:
    # The driver's own errors, a row that is no text for one, carry no code.
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return code


@contextmanager
def mapped(path: str) -> Iterator[None]:
    """Turn an error of SQLite into a `StoreError` about the path."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(problem_of(error), path) from error
    except UnicodeDecodeError as error:
        # The driver fails on SQLite's own message where that quotes damaged bytes.
        raise StoreError(StoreProblem.DAMAGED, path) from error


@contextmanager
def placed(path: str) -> Iterator[None]:
    """Turn the system's refusal to make a file or a folder into a `StoreError` about the path."""
    try:
        yield
    except OSError as error:
        full = error.errno in _NO_ROOM
        raise StoreError(StoreProblem.FULL if full else StoreProblem.NO_PLACE, path) from error
