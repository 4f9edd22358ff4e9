"""Many articles at once: what is read of folders, lines and web archives, and what becomes of a run that breaks off.

Rule of this module: the processes are real; what is waited for is what the database holds.
"""

import asyncio
import gzip
import json
import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

import pytest

from bot import languages
from bot.bulk.ingesting import ingest_all
from bot.bulk.sources import LINE, Item, items_of, size_of
from bot.bulk.working import Worker, analysed
from bot.errors import ArticleError, ArticleProblem
from bot.formats import MAX_BYTES
from bot.model import Document
from bot.search.bm25 import Bm25Index
from bot.service import Library
from tests.fakes import MemoryStore

ROOT = Path(__file__).resolve().parents[2]
PAGE = (
    "<html lang='de'><head><title>Steg</title></head><body><article><h1>Steg {n}</h1>"
    "<p>Der Rat von Dunau hat am {n}. Mai den Bau von Steg {n} beschlossen.</p>"
    "<p>„Er ist zu schmal“, sagte Bürgermeisterin Ute Groß.</p></article></body></html>"
)


def text(n: int) -> str:
    return f"Der Rat von Dunau hat am {n}. Mai den Bau von Steg {n} beschlossen. Er kostet {n} Euro, sagte Ute Groß."


def line(n: int, **more: object) -> str:
    return json.dumps({"text": text(n), "title": f"Steg {n}", **more}, ensure_ascii=False)


def warc(*pages: tuple[str, str, str, bytes]) -> bytes:
    """Return a web archive of (address, status, media type, content): each record is packed by itself."""
    whole = b""
    for address, status, media_type, content in pages:
        packed = gzip.compress(content)
        told = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Encoding: gzip\r\n"
        http = f"{told}Content-Length: {len(packed)}\r\n\r\n".encode() + packed
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        kind = f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        whole += gzip.compress((head + kind).encode() + http + b"\r\n\r\n")
    return whole


def found(*paths: Path) -> list[Item]:
    return list(items_of([str(path) for path in paths]))


def test_a_folder_is_read_with_what_is_below_it_and_nothing_hidden(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.html", ".git/x.txt", "a/.hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text(1), "utf-8")
    items = found(tmp_path)
    assert [Path(item.origin).name for item in items] == ["b.txt", "c.html"]
    assert sum(item.size for item in items) == size_of([str(tmp_path)])


def test_lines_are_read_one_by_one_packed_or_not(tmp_path: Path) -> None:
    content = f"{line(1)}\n\n{line(2)}\n".encode()
    (tmp_path / "a.jsonl").write_bytes(content)
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(content))
    items = found(tmp_path)
    assert [item.origin.rpartition("/")[2] for item in items] == [
        "a.jsonl:1", "a.jsonl:3", "b.jsonl.gz:1", "b.jsonl.gz:3",
    ]  # fmt: skip
    assert items[0].document == Document(line(1).encode(), LINE, f"{tmp_path}/a.jsonl:1")
    assert sum(item.size for item in items) == size_of([str(tmp_path)])


def test_a_line_that_is_too_long_costs_itself_alone(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "' + b"x" * (2 * MAX_BYTES) + b'"}\n' + line(2).encode())
    assert [(item.problem, item.origin[-2:]) for item in found(tmp_path)] == [
        (ArticleProblem.TOO_LARGE, ":1"),
        (None, ":2"),
    ]


def test_fields_of_a_line_say_what_its_text_does_not() -> None:
    given = line(1, url="https://news.example/1", published="2026-05-01T10:00:00Z", author="x", date=7)
    done = analysed(Document(given.encode(), LINE, "a.jsonl:1"))
    assert done.article is not None
    assert (done.article.title, done.article.url, done.article.published) == (
        "Steg 1", "https://news.example/1", "2026-05-01",
    )  # fmt: skip
    page = json.dumps({"html": PAGE.format(n=2)})
    done = analysed(Document(page.encode(), LINE, "a.jsonl:2"))
    assert done.article is not None
    assert done.article.title == "Steg 2"


@pytest.mark.parametrize("bad", ["", "7", "[]", '{"text": 7}', '{"title": "x"}', '{"text": " "}', "{" * 10_000, "\xff"])
def test_a_line_without_a_text_is_said_to_be_none(bad: str) -> None:
    assert analysed(Document(bad.encode("latin-1"), LINE, "a:1")).problem is ArticleProblem.LINE


def test_pages_of_a_web_archive_are_read_and_nothing_else(tmp_path: Path) -> None:
    page = PAGE.format(n=1).encode()
    file = tmp_path / "a.warc.gz"
    file.write_bytes(
        warc(
            ("https://news.example/1", "200 OK", "text/html; charset=utf-8", page),
            ("https://news.example/2", "404 Not Found", "text/html", page),
            ("https://news.example/a.png", "200 OK", "image/png", b"\x89PNG"),
            ("https://news.example/bomb", "200 OK", "text/html", b" " * 50_000_000),
            ("https://news.example/3", "200 OK", "text/html; charset=utf-8", PAGE.format(n=3).encode()),
        )
    )
    items = found(file)
    assert [(item.origin[-4:], item.problem) for item in items] == [
        ("le/1", None),
        ("bomb", ArticleProblem.TOO_LARGE),
        ("le/3", None),
    ]
    first = items[0].document
    assert first is not None
    assert (first.content, first.media_type) == (page, "text/html; charset=utf-8")
    done = analysed(first)
    assert done.article is not None
    assert (done.article.title, done.article.url) == ("Steg 1", "https://news.example/1")


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.jsonl.gz"])
def test_a_damaged_file_costs_itself_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\x1f\x8b\x08\x00damaged" if name.endswith("gz") else b"no archive at all\r\n\r\n")
    (tmp_path / "z.txt").write_text(text(1), "utf-8")
    assert [item.problem for item in found(tmp_path)] == [ArticleProblem.UNREADABLE, None]


def test_a_record_without_an_address_ends_its_archive_with_a_reason(tmp_path: Path) -> None:
    page = PAGE.format(n=1).encode()
    archive = warc(("https://news.example/1", "200 OK", "text/html", page))
    nameless = gzip.compress(gzip.decompress(archive).replace(b"WARC-Target-URI", b"WARC-Target-Nothing"))
    (tmp_path / "a.warc.gz").write_bytes(archive + nameless)
    (tmp_path / "z.txt").write_text(text(1), "utf-8")
    assert [item.problem for item in found(tmp_path)] == [None, ArticleProblem.UNREADABLE, None]


def test_a_path_where_nothing_is_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(ArticleError) as caught:
        found(tmp_path / "none")
    assert caught.value.problem is ArticleProblem.NOT_FOUND


@pytest.mark.slow
def test_a_process_that_dies_costs_one_document() -> None:
    worker = Worker()
    try:
        good = Document(text(1).encode(), "text/plain", "a.txt")
        assert worker.do(good).article is not None
        assert worker._process is not None
        os.kill(worker._process.pid or 0, signal.SIGKILL)
        assert worker.do(good).problem is ArticleProblem.FORMAT
        assert worker.do(good).article is not None
    finally:
        worker.close()


# --- the command -----------------------------------------------------------------------------------------------------


@pytest.fixture
def environment(tmp_path: Path) -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    given = {"BOT_DATABASE": str(tmp_path / "db" / "a.db"), "BOT_ENCODER": "none", "LC_ALL": "C.UTF-8"}
    return {**kept, **given, "PYTHONPATH": str(ROOT)}


def started(environment: Mapping[str, str], *words: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "bot", *words]
    return subprocess.Popen(
        command, env=dict(environment), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def run(environment: Mapping[str, str], *words: str) -> tuple[int, str, str]:
    process = started(environment, *words)
    out, err = process.communicate(timeout=300)
    return process.returncode, out, err


def stored(environment: Mapping[str, str]) -> int:
    with (
        suppress(sqlite3.Error),
        closing(sqlite3.connect(f"file:{environment['BOT_DATABASE']}?mode=ro", uri=True)) as db,
    ):
        [[count]] = db.execute("SELECT count(*) FROM shelves WHERE shelf = ''").fetchall()
        return int(count)
    return 0


@pytest.mark.slow
def test_what_is_taken_in_is_offered_and_what_is_not_is_said_with_its_reason(
    environment: Mapping[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "a.jsonl").write_text("\n".join([*(line(n) for n in range(1, 7)), "broken", "{}"]), "utf-8")
    (folder / "b.warc.gz").write_bytes(
        warc(("https://news.example/9", "200 OK", "text/html", PAGE.format(n=9).encode()))
    )
    (folder / "c.bin").write_bytes(bytes(range(256)) * 9)
    code, out, err = run(environment, "ingest", "--processes", "2", str(folder))
    assert (code, out) == (1, "7 taken in, 0 known already, 3 not read.\n")
    named, _, _ = next(bit for bit in err.splitlines() if bit.startswith("2 ×")).partition(" is not")
    # Two processes read them, so either may be named first.
    assert set(named.removeprefix("2 ×  ").split(", ")) == {f"{folder}/a.jsonl:{number}" for number in (7, 8)}
    assert run(environment, "articles")[1].count("offered   Steg") == 7
    code, out, _ = run(environment, "ingest", str(folder))
    assert (code, out) == (1, "0 taken in, 7 known already, 3 not read.\n")
    code, out, err = run(environment, "ingest", str(tmp_path / "none") + "/")
    assert (code, out, err.count("\n")) == (2, "", 1)


@pytest.mark.slow
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT], ids=["kill", "ctrl-c"])
def test_a_run_that_breaks_off_loses_nothing_and_is_gone_on_with(
    environment: Mapping[str, str], tmp_path: Path, end: signal.Signals
) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(line(n) for n in range(1, 121)), "utf-8")
    process = started(environment, "ingest", "--processes", "2", str(file))
    while (before := stored(environment)) < 5:
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(end)
    _, err = process.communicate(timeout=120)
    assert process.returncode == (130 if end is signal.SIGINT else -signal.SIGKILL)
    assert "Traceback" not in err
    after = stored(environment)
    assert before <= after < 120
    code, out, _ = run(environment, "ingest", str(file))
    assert code == 0
    new, known = (int(part.split()[0]) for part in out.split(", ")[:2])
    assert new + known == 120
    assert known >= after
    assert stored(environment) == 120


async def test_nothing_is_left_running_when_a_run_is_cancelled(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n".join(line(n) for n in range(1, 400)), "utf-8")
    library = Library(MemoryStore("1"), Bm25Index(languages.LANGUAGES))
    begun = asyncio.Event()
    task = asyncio.create_task(ingest_all(library, [str(tmp_path)], 1, lambda _: begun.set()))
    await asyncio.wait_for(begun.wait(), 120)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert multiprocessing.active_children() == []


async def test_what_was_kept_and_not_offered_yet_when_a_run_broke_off_is_offered_by_the_next(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text(1), "utf-8")
    library = Library(MemoryStore("1"), Bm25Index(languages.LANGUAGES))
    [item] = found(tmp_path)
    assert item.document is not None
    done = analysed(item.document)
    assert done.article is not None
    assert done.reading is not None
    await library.keep(done.article, done.reading, item.document)
    tally = await ingest_all(library, [str(tmp_path)], 1)
    assert (tally.new, tally.known) == (0, 1)
    assert await library.store.shelves_of(done.article.id) == ("",)
