"""A process of its own for long work: threads would share the interpreter's one lock with whoever waits for an answer.

Rule of this module: a process does one thing and ends, so a long article's memory is given back; where one dies, a
thread does its work.
"""

import asyncio
import multiprocessing
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from multiprocessing.connection import Connection

from bot.model import Article
from bot.service import Apart

_SPAWN = multiprocessing.get_context("spawn")
"""A process that begins afresh: a copy of this one would have its locks and its connections."""


class ClosedError(Exception):
    """The bot is being stopped, and the work with it."""


@asynccontextmanager
async def processes() -> AsyncIterator[Apart]:
    """Yield what does work in processes of their own; what is not done in the end is broken off."""
    room = _Room()

    async def apart(work: Callable[[], Article]) -> Article:
        return await asyncio.to_thread(room.do, work)

    try:
        yield apart
    finally:
        room.close()


class _Room:
    """The processes at work."""

    def __init__(self) -> None:
        self._running: set[multiprocessing.process.BaseProcess] = set()
        self._closed = False

    def do(self, work: Callable[[], Article]) -> Article:
        """Return what the work gives in a process, or raise what it raises there; blocks."""
        inlet, outlet = _SPAWN.Pipe(duplex=False)
        process = _SPAWN.Process(target=_work, args=(work, outlet), daemon=True)
        process.start()
        outlet.close()
        self._running.add(process)
        try:
            done = inlet.recv()
        except EOFError:
            if self._closed:
                raise ClosedError from None
            return work()
        finally:
            process.join()
            self._running.discard(process)
            process.close()
            inlet.close()
        if isinstance(done, BaseException):
            raise done
        assert isinstance(done, Article)  # noqa: S101 - what comes back from there
        return done

    def close(self) -> None:
        """Break off what is at work."""
        self._closed = True
        for process in tuple(self._running):
            process.terminate()


def _work(work: Callable[[], Article], outlet: Connection) -> None:
    """Do the work and send what it gives; Ctrl-C is for the process that waits."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        outlet.send(work())
    except BaseException as error:  # noqa: BLE001 - it is raised where the work was asked for
        outlet.send(error)
