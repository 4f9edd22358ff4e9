"""A process of its own for long work: threads would share the interpreter's one lock with whoever waits for an answer.

Rule of this module: a process does one thing and ends, so a long article's memory is given back. Where one dies that
analyses, a thread does its work; one that reads what a stranger has sent may die or be killed, and its work with it.
"""

import asyncio
import multiprocessing
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from typing import TypeVar

from bot import formats
from bot.errors import ArticleError, ArticleProblem
from bot.model import Article, Document, ExtractedText
from bot.service import Apart, Reading, read_here

T = TypeVar("T")

_SPAWN = multiprocessing.get_context("spawn")
"""A process that begins afresh: a copy of this one would have its locks and its connections."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What reading a document may take: seconds, and bytes of address space where the system can hold it to that."""

    seconds: float = 20.0
    memory: int = 1_500_000_000


READERS = 2
"""Documents that are read at once; others wait."""


class ClosedError(Exception):
    """The bot is being stopped, and the work with it."""


class DiedError(Exception):
    """A process has died over its work."""


class OverdueError(Exception):
    """A process has taken longer than it may."""


@asynccontextmanager
async def processes() -> AsyncIterator[Apart]:
    """Yield what does work in processes of their own; what is not done in the end is broken off."""
    room = _Room()

    async def apart(work: Callable[[], Article]) -> Article:
        try:
            return await asyncio.to_thread(room.do, work, Article)
        except DiedError:
            return await asyncio.to_thread(work)

    try:
        yield apart
    finally:
        room.close()


@asynccontextmanager
async def readers(bounds: Bounds | None = None) -> AsyncIterator[Reading]:
    """Yield what reads documents: short texts and pages here, all others in processes that are killed in the end.

    What takes too long, or too much, raises `ArticleError`: TOO_SLOW_TO_READ, TOO_LARGE, or FORMAT where it dies of it.
    """
    room, turns, held = _Room(), asyncio.Semaphore(READERS), bounds or Bounds()

    async def reading(document: Document) -> ExtractedText:
        if formats.is_quick(document):
            return await read_here(document)
        async with turns:
            return await asyncio.to_thread(_read, room, document, held)

    try:
        yield reading
    finally:
        room.close()


def _read(room: "_Room", document: Document, bounds: Bounds) -> ExtractedText:
    try:
        return room.do(partial(formats.read, document), ExtractedText, bounds)
    except OverdueError:
        raise ArticleError(ArticleProblem.TOO_SLOW_TO_READ, document.origin) from None
    except MemoryError:
        raise ArticleError(ArticleProblem.TOO_LARGE, document.origin) from None
    except DiedError:
        raise ArticleError(ArticleProblem.FORMAT, document.origin) from None


class _Room:
    """The processes at work."""

    def __init__(self) -> None:
        self._running: set[multiprocessing.process.BaseProcess] = set()
        self._closed = False

    def do(self, work: Callable[[], T], kind: type[T], bounds: Bounds | None = None) -> T:
        """Return what the work gives in a process, or raise what it raises there; blocks.

        Raises `DiedError` where the process dies, and `OverdueError` where it has been killed for taking too long.
        """
        inlet, outlet = _SPAWN.Pipe(duplex=False)
        process = _SPAWN.Process(target=_work, args=(work, outlet, bounds.memory if bounds else 0), daemon=True)
        process.start()
        outlet.close()
        self._running.add(process)
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
