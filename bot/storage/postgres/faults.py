"""The border where PostgreSQL's errors end: each becomes a `StoreError`.

Rule of this module: an error is known by its SQLSTATE's class, never by its text, and no address in it has a password.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg

from bot.errors import StoreError, StoreProblem

LOST = (
    OSError,
    TimeoutError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # what the driver makes of an answer that breaks off
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.IdleInTransactionSessionTimeoutError,
)
"""What is raised where the connection, not the statement, is at fault: the same again may work."""

CONTESTED = (asyncpg.DeadlockDetectedError, asyncpg.SerializationError, asyncpg.LockNotAvailableError)
"""What is raised where another transaction stood in the way."""

_PROBLEMS: tuple[tuple[type[BaseException], StoreProblem], ...] = (
    (asyncpg.InvalidAuthorizationSpecificationError, StoreProblem.REFUSED),
    (asyncpg.InvalidCatalogNameError, StoreProblem.NO_DATABASE),
    (asyncpg.InsufficientPrivilegeError, StoreProblem.FORBIDDEN),
    (asyncpg.ReadOnlySQLTransactionError, StoreProblem.READ_ONLY),
    (asyncpg.DiskFullError, StoreProblem.FULL),
    (asyncpg.TooManyConnectionsError, StoreProblem.CROWDED),
    (asyncpg.UndefinedFunctionError, StoreProblem.OLD_SERVER),
)


def problem_of(error: BaseException) -> StoreProblem:
    """Return what an error of PostgreSQL or of the way there means for the database."""
    for kind, problem in _PROBLEMS:
        if isinstance(error, kind):
            return problem
    if isinstance(error, LOST):
        return StoreProblem.UNREACHABLE
    return StoreProblem.LOCKED if isinstance(error, CONTESTED) else StoreProblem.DAMAGED


@contextmanager
def mapped(place: str) -> Iterator[None]:
    """Turn an error of PostgreSQL into a `StoreError` about the place."""
    try:
        yield
    except (asyncpg.PostgresError, *LOST) as error:
        # The driver's own words may hold values; the chain is for a debugger alone.
        raise StoreError(problem_of(error), place) from error
