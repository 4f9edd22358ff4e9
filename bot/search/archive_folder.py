"""The folder of an archive's index: opened where it is whole, made anew and empty where it is not.

Rule of this module: everything in such a folder may be lost at any time. Each analysis has a folder of its own below
it, so that two versions of the program that run side by side do not take each other's away; one that nobody has written
to for a day goes. A folder is made elsewhere and put in its place by one step.
"""

import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from mmap import ACCESS_READ, mmap
from pathlib import Path
from zlib import crc32

import tantivy

FORMAT = "2"
"""Goes up when the fields change."""
MARK = "mark"
"""The one document that is no passage: how far the index has followed."""
DAY, HOUR = 24 * 3600.0, 3600.0
"""Seconds after which the folder of another analysis goes, and between two looks."""
HEAP = 64_000_000
"""Bytes that are gathered in memory before a segment is written."""
_META = "meta.json"
_SEGMENT = re.compile("[0-9a-f]{32}")
_DRAFT = ".tmp"
"""How the name of a file begins that is being written."""
_MAGIC, _TAIL = 1337, 8
"""What every file of tantivy's ends with, behind the length of a footer with its checksum; bytes of the two."""
_ASIDE = ".aside"
"""Ends the name of a folder that is being made, or that was found damaged."""
_TRIES, _PAUSE, _STALE = 500, 0.02, 5.0
"""How often a place is looked at, the seconds between, and those after which somebody else's work is nobody's."""


@cache
def schema() -> tantivy.Schema:
    """Return the fields: terms as they come, and by whom, when and where a passage can be found.

    `owner` is a number for the first of those who may see it, and `shared` whether there are more: as columns they are
    read for any passage in a microsecond.
    """
    fields = tantivy.SchemaBuilder()
    fields.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
    for name in ("article", "tenant", "site", MARK):
        fields.add_text_field(name, stored=name == "article", tokenizer_name="raw", index_option="basic")
    fields.add_integer_field("day", indexed=True, fast=True)
    fields.add_integer_field("passage", fast=True)
    fields.add_integer_field("owner", fast=True)
    fields.add_boolean_field("shared", fast=True)
    fields.add_integer_field("position", stored=True)
    return fields.build()


def place_of(folder: Path, analysis: str) -> Path:
    """Return where in a folder the terms of an analysis are kept."""
    return folder / sha256(f"{FORMAT} {analysis}".encode("utf-8", "backslashreplace")).hexdigest()[:16]


def opened(place: Path, *, anew: bool = False) -> tantivy.Index:
    """Return the index at a place, an empty one where none is there whole, or where it is wanted `anew`.

    Raises `OSError` where it can't be written, `ValueError` for what tantivy can't do.
    """
    for _ in range(_TRIES):
        if not anew and (found := _whole(place)) is not None:
            return found
        if place.exists():
            _put_aside(place)
        else:
            _put_empty(place)
        anew = False
    raise ValueError("what was made anew is not whole")


def _put_empty(place: Path) -> None:
    """Put an empty index where nothing is; of several processes one is first."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(dir=place.parent, suffix=_ASIDE))
    try:
        _empty(tantivy.Index(schema(), path=str(draft)))
        with suppress(OSError):
            draft.rename(place)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _put_aside(place: Path) -> None:
    """Move what stands at a place out of the way, and remove it.

    Of several processes one may: another one would take away what the first has put there meanwhile.
    """
    aside = _aside_of(place)
    if aside is None:
        return
    try:
        aside.mkdir(mode=0o700)
    except FileExistsError:
        time.sleep(_PAUSE)
        with suppress(OSError):
            if time.time() - aside.stat().st_mtime > _STALE:  # whoever would do it was killed
                shutil.rmtree(aside, ignore_errors=True)
        return
    try:
        if _aside_of(place) == aside:  # nobody was quicker
            place.rename(aside / place.name)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _aside_of(place: Path) -> Path | None:
    """Return where what stands at a place is moved to; None where nothing does any more."""
    try:
        now = place.stat()
    except FileNotFoundError:
        return None
    return place.with_name(f"{place.name}-{now.st_ino}-{now.st_mtime_ns}{_ASIDE}")


def in_memory() -> tantivy.Index:
    """Return an empty index that is gone with the process."""
    return _ready(_empty(tantivy.Index(schema())))


def position_in(index: tantivy.Index) -> int | None:
    """Return how far an index has followed; None where it does not say so."""
    searcher = index.searcher()
    query = tantivy.Query.term_query(index.schema, MARK, MARK, "basic")
    hits = searcher.search(query, 1, count=False).hits
    return int(searcher.doc(hits[0][1])["position"][0]) if hits else None


def mark(writer: tantivy.IndexWriter, position: int) -> None:
    """Note how far the index has followed, with all that is committed next."""
    writer.delete_documents_by_term(MARK, MARK)
    writer.add_document(tantivy.Document(mark=MARK, position=position))


def drop_old(folder: Path, own: Path) -> None:
    """Remove what was kept for another analysis, and what a killed process has left, where it is a day old."""
    with suppress(OSError):
        for place in folder.iterdir():
            if place != own and time.time() - _written(place) > DAY:
                shutil.rmtree(place, ignore_errors=True)


def tidy(place: Path) -> None:
    """Remove what a killed process has left among the files; for whoever alone may write.

    What its last commit was about to delete by is in the way of the next one, and known to no reader. All else waits a
    moment: somebody may be about to open it.
    """
    segments = _segments(place)
    for file in place.iterdir():
        name, number = _parsed(file)
        if number is not None and name in segments:
            stray = number > segments[name]
        else:
            draft = bool(_SEGMENT.fullmatch(name)) or file.name.startswith(_DRAFT)
            stray = name not in segments and draft and time.time() - file.stat().st_mtime > _STALE
        if stray:
            file.unlink(missing_ok=True)


def state_of(place: Path) -> tuple[int, int, int] | None:
    """Return what changes with every commit, and when another folder stands there; None where there is none."""
    try:
        folder, meta = place.stat(), (place / _META).stat()
    except OSError:
        return None
    return folder.st_ino, meta.st_ino, meta.st_mtime_ns


def writable(folder: Path) -> bool:
    """Tell whether a folder can be written to, or made."""
    there = next((f for f in (folder, *folder.parents) if f.exists()), folder)
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def _written(place: Path) -> float:
    """Return when something was written at a place last."""
    meta = place / _META
    return (meta if meta.exists() else place).stat().st_mtime


def _empty(index: tantivy.Index) -> tantivy.Index:
    writer = index.writer(heap_size=HEAP, num_threads=1)
    mark(writer, 0)
    writer.commit()
    writer.wait_merging_threads()
    return index


def _ready(index: tantivy.Index) -> tantivy.Index:
    # Whoever searches looks whether there is something new; a thread that looks all the time is not needed.
    index.config_reader("manual")
    index.reload()
    return index


def _whole(place: Path) -> tantivy.Index | None:
    """Return the index at a place, None where it is missing or damaged."""
    try:
        if not _sound(place):
            return None
        index = _ready(tantivy.Index.open(str(place)))
        return index if position_in(index) is not None else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _sound(place: Path) -> bool:
    """Tell whether every file of a place's segments is what was written: tantivy looks at their ends alone."""
    segments = _segments(place)
    counting = [file for file in place.iterdir() if _counts(file, segments)]
    return bool(segments) and all(_is_whole(file) for file in counting)


def _counts(file: Path, segments: Mapping[str, int]) -> bool:
    """Tell whether a file is part of a segment as it is now."""
    name, number = _parsed(file)
    return name in segments and number in {None, segments[name]}


def _parsed(file: Path) -> tuple[str, int | None]:
    """Return the segment that a file is of, and the number of the deletions in it where it holds some."""
    name, _, ending = file.name.partition(".")
    number = ending.partition(".")[0]
    return name, int(number) if number.isdecimal() else None


def _segments(place: Path) -> dict[str, int]:
    """Return the segments that count, each with the number of its last deletions, -1 for none."""
    listed = json.loads((place / _META).read_text("utf-8"))["segments"]
    return {one["segment_id"].replace("-", ""): (one["deletes"] or {"opstamp": -1})["opstamp"] for one in listed}


def _is_whole(file: Path) -> bool:
    with file.open("rb") as handle, mmap(handle.fileno(), 0, access=ACCESS_READ) as content:
        tail = content[-_TAIL:]
        length, magic = int.from_bytes(tail[:4], "little"), int.from_bytes(tail[4:], "little")
        end = len(content) - _TAIL - length
        if magic != _MAGIC or end < 0:
            return False
        with memoryview(content) as view, view[:end] as body:
            return bool(json.loads(content[end:-_TAIL])["crc"] == crc32(body))
