"""Work in a process of its own, that can be bounded and killed.

Rule of this room: a process that is started here does one thing and ends. It begins afresh, or is forked from one that
does nothing else: a copy of this one would have its locks and its connections. What such a process loads is next to
nothing.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import ctypes
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerContext, SpawnContext
    from multiprocessing.process import BaseProcess

T = TypeVar("T")
_HOLDING = {-8: 2, -3: 2**17, -1: 2**17}
"""Options of mallopt(3): pools; bytes from which on a piece comes from the system; bytes that a pool may keep free."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What work may take: seconds, and bytes of address space where the system can hold it to that."""

    seconds: float
    memory: int


def give_back() -> None:
    """Give what is free in this process back to the system, which a C library may keep for each thread that there was.

    Where the library is another one than glibc, nothing happens.
    """
    _tell_c_library("malloc_trim", 0)


def hold_little() -> None:
    """Have the C library give back what is free as soon as it is, whichever thread had it; before there are threads.

    By itself glibc has up to eight pools a core, one for a thread, and after one large piece of work each may keep
    64 MB of what that has left free (mallopt(3)): 15 MB here for each thread that had written to the archive's index.
    Where the library is another one, nothing happens.
    """
    for option, value in _HOLDING.items():
        _tell_c_library("mallopt", option, value)


def _tell_c_library(function: str, *values: int) -> None:
    with suppress(ImportError, OSError, AttributeError, TypeError):
        getattr(_c_library(), function)(*values)


@cache
def _c_library() -> ctypes.CDLL:
    import ctypes  # noqa: PLC0415 - not on every system

    return ctypes.CDLL(None)


class ClosedError(Exception):
    """The bot is being stopped, and the work with it."""


class DiedError(Exception):
    """A process has died over its work."""


class OverdueError(Exception):
    """A process has taken longer than it may."""


class Room:
    """The processes at work; each is forked from one that has `loaded` these modules, where there are any."""

    def __init__(self, loaded: Sequence[str] = ()) -> None:
        self._context = _forking(loaded) if loaded else _spawning()
        self._running: set[BaseProcess] = set()
        self._closed = False

    def do(self, work: Callable[[], T], kind: type[T], bounds: Bounds | None = None) -> T:
        """Return what the work gives in a process, or raise what it raises there; blocks.

        Raises `DiedError` where the process dies, and `OverdueError` where it has been killed for taking too long.
        """
        inlet, outlet = self._context.Pipe(duplex=False)
        process = self._context.Process(target=_work, args=(work, outlet, bounds.memory if bounds else 0), daemon=True)
        process.start()
        outlet.close()
        self._running.add(process)
        if self._closed:  # in between; `close` has not seen it
            process.terminate()
        try:
            done = _received(inlet, bounds.seconds if bounds else None)
        except EOFError:
            raise (ClosedError if self._closed else DiedError) from None
        finally:
            process.kill()
            process.join()
            self._running.discard(process)
            process.close()
            inlet.close()
        if isinstance(done, BaseException):
            raise done
        assert isinstance(done, kind)  # noqa: S101 - what comes back from there
        return done

    def close(self) -> None:
        """Break off what is at work."""
        self._closed = True
        for process in tuple(self._running):
            process.terminate()


def _spawning() -> SpawnContext:
    import multiprocessing  # noqa: PLC0415 - most commands start no process, and need not wait for it

    return multiprocessing.get_context("spawn")


def _forking(loaded: Sequence[str]) -> ForkServerContext | SpawnContext:
    import multiprocessing  # noqa: PLC0415 - as above

    if "forkserver" not in multiprocessing.get_all_start_methods():
        return _spawning()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, *loaded])
    return context


def _received(inlet: Connection, seconds: float | None) -> object:
    if not inlet.poll(seconds):
        raise OverdueError
    return inlet.recv()


def _work(work: Callable[[], object], outlet: Connection, memory: int) -> None:
    """Do the work and send what it gives; Ctrl-C is for the process that waits."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if memory:
        _hold_to(memory)
    try:
        outlet.send(work())
    except BaseException as error:  # noqa: BLE001 - it is raised where the work was asked for
        outlet.send(error)


def _hold_to(memory: int) -> None:
    """Take no more address space than so many bytes, where the system knows such a thing."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
