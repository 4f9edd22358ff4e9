"""Every error of SQLite has a meaning for the database."""

import errno
import sqlite3

import pytest

from bot.errors import StoreError, StoreProblem
from bot.storage.faults import mapped, placed, problem_of


def with_code(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("not for people")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("SQLITE_BUSY", StoreProblem.LOCKED),
        ("SQLITE_BUSY_SNAPSHOT", StoreProblem.LOCKED),
        ("SQLITE_BUSY_RECOVERY", StoreProblem.LOCKED),
        ("SQLITE_LOCKED_SHAREDCACHE", StoreProblem.LOCKED),
        ("SQLITE_PROTOCOL", StoreProblem.LOCKED),
        ("SQLITE_READONLY", StoreProblem.READ_ONLY),
        ("SQLITE_READONLY_DIRECTORY", StoreProblem.READ_ONLY),
        ("SQLITE_CORRUPT", StoreProblem.DAMAGED),
        ("SQLITE_CORRUPT_INDEX", StoreProblem.DAMAGED),
        ("SQLITE_NOTADB", StoreProblem.DAMAGED),
        ("SQLITE_IOERR_SHORT_READ", StoreProblem.DAMAGED),
        ("SQLITE_FULL", StoreProblem.FULL),
        ("SQLITE_IOERR_WRITE", StoreProblem.FULL),
        ("SQLITE_IOERR_SHMSIZE", StoreProblem.FULL),
        ("SQLITE_CANTOPEN", StoreProblem.UNREADABLE),
        ("SQLITE_CANTOPEN_ISDIR", StoreProblem.UNREADABLE),
        ("SQLITE_PERM", StoreProblem.UNREADABLE),
        ("SQLITE_IOERR_ACCESS", StoreProblem.UNREADABLE),
        ("SQLITE_ERROR", StoreProblem.DAMAGED),
        ("SQLITE_CONSTRAINT_FOREIGNKEY", StoreProblem.DAMAGED),
    ],
)
def test_a_result_code_has_its_meaning(name: str, problem: StoreProblem) -> None:
    assert problem_of(with_code(getattr(sqlite3, name))) is problem


def test_an_error_without_a_code_is_a_row_that_makes_no_sense() -> None:
    assert problem_of(sqlite3.OperationalError("Could not decode to UTF-8")) is StoreProblem.DAMAGED


def test_an_error_of_sqlite_leaves_with_the_path_and_without_its_text() -> None:
    with pytest.raises(StoreError) as caught, mapped("a.db"):
        raise with_code(sqlite3.SQLITE_FULL)
    assert (caught.value.problem, caught.value.path) == (StoreProblem.FULL, "a.db")
    assert "not for people" not in str(caught.value)


def test_other_errors_pass() -> None:
    with pytest.raises(ZeroDivisionError), mapped("a.db"):
        raise ZeroDivisionError


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        (errno.ENOSPC, StoreProblem.FULL),
        (errno.EDQUOT, StoreProblem.FULL),
        (errno.EFBIG, StoreProblem.FULL),
        (errno.EROFS, StoreProblem.NO_PLACE),
        (errno.EACCES, StoreProblem.NO_PLACE),
        (errno.ENAMETOOLONG, StoreProblem.NO_PLACE),
    ],
)
def test_a_file_that_the_system_does_not_make_has_no_place_or_no_room(number: int, problem: StoreProblem) -> None:
    with pytest.raises(StoreError) as caught, placed("a.db"):
        raise OSError(number, "not for people")
    assert caught.value.problem is problem
