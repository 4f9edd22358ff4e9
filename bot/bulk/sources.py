"""From paths to documents, one after the other: files of a folder, lines of JSONL, pages of a WARC archive.

Rule of this module: at most one document is held, and of what is longer than an article may be no more than that much.
"""

import gzip
import json
import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bot.errors import ArticleError, ArticleProblem
from bot.formats import MAX_BYTES, is_readable, media_type_of
from bot.formats.media_types import fetched_type
from bot.model import Document

LINE = "application/jsonl"
"""The media type of a line of JSONL."""
JSONL, WARC = (".jsonl", ".ndjson"), (".warc",)
PACKED = ".gz"
OK = "200"


@dataclass(frozen=True, slots=True)
class Item:
    """A document, or why there is none; `size` is how many bytes of its file it has taken."""

    document: Document | None
    size: int
    origin: str
    problem: ArticleProblem | None = None


def is_bulk(path: str) -> bool:
    """Tell whether a path may hold many articles."""
    return Path(path).expanduser().is_dir() or _kind(path) in {*JSONL, *WARC}


def _kind(path: str) -> str:
    """Return the ending of a file's name, in small letters, whether it is packed or not."""
    name = Path(path).name.lower()
    return Path(name.removesuffix(PACKED)).suffix


def files_of(paths: Sequence[str]) -> Iterator[Path]:
    """Yield the files at paths, those of a folder in the order of their names; hidden ones are passed over.

    Raises `ArticleError` for a path where there is nothing.
    """
    for path in paths:
        place = Path(path).expanduser()
        if not place.exists():
            raise ArticleError(ArticleProblem.NOT_FOUND, path)
        if not place.is_dir():
            yield place
            continue
        for folder, folders, names in os.walk(place):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                file = Path(folder, name)
                if not name.startswith(".") and file.is_file():
                    yield file


def size_of(paths: Sequence[str]) -> int:
    """Return how many bytes the files at paths have together; raises `ArticleError`."""
    return sum(_size(file) for file in files_of(paths))


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def items_of(paths: Sequence[str]) -> Iterator[Item]:
    """Yield what stands at paths; raises `ArticleError` for a path where there is nothing."""
    for file in files_of(paths):
        kind = _kind(file.name)
        read = _lines if kind in JSONL else _records if kind in WARC else _whole
        try:
            yield from read(file)
        except (OSError, EOFError, zlib.error):  # also what is raised for a packed file that is damaged
            yield Item(None, 0, str(file), ArticleProblem.UNREADABLE)


def _whole(file: Path) -> Iterator[Item]:
    origin = str(file)
    with file.open("rb") as opened:
        content = opened.read(MAX_BYTES + 1)
    size = _size(file)
    if len(content) > MAX_BYTES:
        yield Item(None, size, origin, ArticleProblem.TOO_LARGE)
    else:
        yield Item(Document(content, media_type_of(origin, content), origin), size, origin)


def _lines(file: Path) -> Iterator[Item]:
    """Yield the lines of a file; each is known by itself, so that a file that has grown is gone on with."""
    with file.open("rb") as raw, _unpacked(file, raw) as opened:
        before, number = 0, 0
        while line := opened.readline(MAX_BYTES + 1):
            number += 1
            origin = f"{file}:{number}"
            long = len(line) > MAX_BYTES
            while long and not line.endswith(b"\n") and (line := opened.readline(MAX_BYTES)):
                pass
            if not long and not line.strip():
                continue
            now = raw.tell()
            before, size = now, now - before
            if long:
                yield Item(None, size, origin, ArticleProblem.TOO_LARGE)
            else:
                yield Item(Document(line.strip(), LINE, origin), size, origin)


def _unpacked(file: Path, raw: IO[bytes]) -> IO[bytes]:
    return gzip.GzipFile(fileobj=raw) if file.name.lower().endswith(PACKED) else raw  # type: ignore[return-value]


def _records(file: Path) -> Iterator[Item]:
    """Yield the pages of a web archive: what sites have answered, of a type that is read, with status 200."""
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - no other command needs it
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415 - as above

    with file.open("rb") as raw:
        before, there = 0, False
        try:
            for record in ArchiveIterator(raw):
                there = True
                origin = record.rec_headers.get_header("WARC-Target-URI") or str(file)
                http = record.http_headers
                if record.rec_type != "response" or http is None or http.get_statuscode() != OK:
                    continue
                declared = http.get_header("Content-Type") or ""
                if not is_readable(declared):
                    continue
                content = record.content_stream().read(MAX_BYTES + 1)
                now = raw.tell()
                if len(content) > MAX_BYTES:
                    yield Item(None, now - before, origin, ArticleProblem.TOO_LARGE)
                else:
                    yield Item(Document(content, fetched_type(declared, origin, content), origin), now - before, origin)
                before = now
        except (ArchiveLoadFailed, AttributeError):  # the second for a record without an address
            there = False
        if not there:
            yield Item(None, 0, str(file), ArticleProblem.UNREADABLE)


def fields_of(line: bytes, origin: str) -> dict[str, str]:
    """Return the fields of a line that are texts; raises `ArticleError` for one without any."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        found = None
    named = found.items() if isinstance(found, dict) else ()
    fields = {name: value for name, value in named if isinstance(value, str) and value.strip()}
    if not {"text", "html"} & fields.keys():
        raise ArticleError(ArticleProblem.LINE, origin)
    return fields
