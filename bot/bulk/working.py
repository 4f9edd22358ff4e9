"""What is done with a document in a process of its own: it is read and analysed.

Rule of this module: a process takes one document after the other; one that dies or takes too long costs that document
alone, and another process goes on.
"""

import multiprocessing
import re
import signal
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from threading import Lock

from bot import formats
from bot.bulk.sources import LINE, fields_of
from bot.errors import ArticleError, ArticleProblem
from bot.formats.media_types import HTML, PLAIN
from bot.model import Article, Document, ExtractedText
from bot.service import analyse

SECONDS = 60.0
"""How long a document may take; the longest that people bring take a second or two."""
MEMORY = 1_500_000_000
"""Bytes of address space of such a process; its tables take half of it."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Analysed:
    """What became of a document: an article with the text that it was made from, or why there is none."""

    article: Article | None = None
    reading: ExtractedText | None = None
    problem: ArticleProblem | None = None


def analysed(document: Document) -> Analysed:
    """Return what becomes of a document; never raises for what it holds."""
    try:
        reading = _read(document)
        return Analysed(analyse(reading, reading.url or document.origin), reading)
    except ArticleError as error:
        return Analysed(problem=error.problem)
    except MemoryError:
        return Analysed(problem=ArticleProblem.TOO_LARGE)


def _read(document: Document) -> ExtractedText:
    if document.media_type != LINE:
        return formats.read(document)
    fields = fields_of(document.content, document.origin)
    body, media_type = (fields["text"], PLAIN) if "text" in fields else (fields["html"], HTML)
    whole = Document(body.encode("utf-8", "surrogatepass"), f"{media_type}; charset=utf-8", document.origin)
    reading = formats.read(whole)
    day = _DAY.match(fields.get("published", ""))
    return replace(
        reading,
        title=fields.get("title", "").strip() or reading.title,
        url=fields.get("url", "").strip() or reading.url,
        published=day[0] if day else reading.published,
    )


class Worker:
    """A process that analyses documents; it is begun when it is needed, and begun anew where it has died."""

    def __init__(self) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._process: multiprocessing.process.BaseProcess | None = None
        self._line: Connection | None = None
        self._ending = Lock()

    def do(self, document: Document) -> Analysed:
        """Return what becomes of a document; blocks."""
        line = self._begun()
        try:
            line.send(document)
            if line.poll(SECONDS):
                done = line.recv()
                assert isinstance(done, Analysed)  # noqa: S101 - what comes back from there
                return done
            problem = ArticleProblem.TOO_SLOW_TO_READ
        except (EOFError, OSError):
            problem = ArticleProblem.FORMAT
        self.close()
        return Analysed(problem=problem)

    def _begun(self) -> Connection:
        if self._line is None:
            self._line, there = self._context.Pipe()
            self._process = self._context.Process(target=_work, args=(there,), daemon=True)
            self._process.start()
            there.close()
        return self._line

    def close(self) -> None:
        """End the process, whatever it does."""
        with self._ending:
            if self._process is not None and self._line is not None:
                self._process.kill()
                self._process.join()
                self._process.close()
                self._line.close()
            self._process = self._line = None


def _work(line: Connection) -> None:
    """Analyse what comes until nothing comes any more; Ctrl-C is for the process that asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with suppress(EOFError, OSError):
        while True:
            line.send(analysed(line.recv()))
