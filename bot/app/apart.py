"""A process of its own for long work: threads would share the interpreter's one lock with whoever waits for an answer.

Rule of this module: where a process dies that analyses, a thread does its work; one that reads what a stranger has sent
may die or be killed, and its work with it.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

from bot import formats
from bot.errors import ArticleError, ArticleProblem
from bot.model import Article, Document, ExtractedText
from bot.processes import Bounds, DiedError, OverdueError, Room
from bot.service import Apart, Reading, read_here

BOUNDS = Bounds(seconds=20.0, memory=1_500_000_000)
"""What reading a document may take; the longest that people bring take a second or two, and 300 MB."""

READERS = 2
"""Documents that are read at once; others wait."""


LOADED = (
    "bot.formats.html",
    "bot.formats.mail",
    "bot.formats.pdf",
    "bot.formats.docx",
    "bot.formats.markdown",
    "click",
)
"""What is loaded once for all documents, so that reading one begins after hundredths of a second, not after one."""


@asynccontextmanager
async def processes() -> AsyncIterator[Apart]:
    """Yield what does work in processes of their own; what is not done in the end is broken off."""
    room = Room()

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
async def readers(bounds: Bounds = BOUNDS) -> AsyncIterator[Reading]:
    """Yield what reads documents: short texts and pages here, all others in processes that are killed in the end.

    What takes too long, or too much, raises `ArticleError`: TOO_SLOW_TO_READ, TOO_LARGE, or FORMAT where it dies of it.
    """
    room, turns = Room(LOADED), asyncio.Semaphore(READERS)

    async def reading(document: Document) -> ExtractedText:
        if formats.is_quick(document):
            return await read_here(document)
        async with turns:
            return await asyncio.to_thread(_read, room, document, bounds)

    try:
        yield reading
    finally:
        room.close()


def _read(room: Room, document: Document, bounds: Bounds) -> ExtractedText:
    try:
        return room.do(partial(formats.read, document), ExtractedText, bounds)
    except OverdueError:
        raise ArticleError(ArticleProblem.TOO_SLOW_TO_READ, document.origin) from None
    except MemoryError:
        raise ArticleError(ArticleProblem.TOO_LARGE, document.origin) from None
    except DiedError:
        raise ArticleError(ArticleProblem.FORMAT, document.origin) from None
