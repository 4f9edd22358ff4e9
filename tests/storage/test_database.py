"""Opening the database: what is there is kept, what can't be used is named."""

import os
import re
import shutil
import sqlite3
import stat
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bot import storage
from bot.errors import StoreError, StoreProblem
from bot.storage import database
from bot.storage.chats import CHATS
from bot.storage.database import ARTICLES, MEMORY, STEPS, TIMEOUT, Schema, open_database

NOBODY = 65534


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "articles.db"


@contextmanager
def refused(problem: StoreProblem, path: Path | str) -> Iterator[None]:
    with pytest.raises(StoreError) as caught:
        yield
    assert (caught.value.problem, caught.value.path) == (problem, str(path))


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that an unprivileged user may use; pytest's own belong to whoever runs the tests."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


@contextmanager
def unprivileged() -> Iterator[None]:
    """Give up the rights of root, whom no permission stops."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def made(path: Path) -> None:
    with closing(open_database(str(path))) as connection:
        connection.execute("INSERT INTO articles VALUES ('a', '', 'de', NULL, x'', 0, '1', x'', x'', x'')")


def ids(connection: sqlite3.Connection) -> list[str]:
    return [key for (key,) in connection.execute("SELECT id FROM articles")]


def test_a_fresh_database_is_made_with_its_folders_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "ü?#%41 \udce9.db"
    with closing(open_database(str(path))) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert connection.execute("PRAGMA synchronous").fetchone() == (1,)
        assert connection.execute("PRAGMA busy_timeout").fetchone() == (TIMEOUT * 1000,)
    assert os.listdir(path.parent) == [path.name]  # noqa: PTH208 - no files are left beside it
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_person_waits_for_a_locked_database_a_few_seconds() -> None:
    assert 2 <= TIMEOUT <= 5


def test_a_database_is_opened_again_with_what_is_in_it(place: Path) -> None:
    made(place)
    before = place.read_bytes()
    with closing(open_database(str(place))) as connection:
        assert ids(connection) == ["a"]
    assert place.read_bytes() == before


def test_a_database_in_memory_is_forgotten(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    with closing(open_database(MEMORY)) as connection:
        assert ids(connection) == []
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_a_database(place: Path) -> None:
    place.touch()
    with closing(open_database(str(place))) as connection:
        assert ids(connection) == []


@pytest.mark.parametrize("content", [b"x", b"Es regnet. " * 1000, bytes(5000), b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_file_that_is_no_database_is_damaged_and_left_alone(place: Path, content: bytes) -> None:
    place.write_bytes(content)
    with refused(StoreProblem.DAMAGED, place):
        open_database(str(place))
    assert place.read_bytes() == content
    assert list(place.parent.iterdir()) == [place]


def test_a_database_of_another_program_is_left_alone(place: Path) -> None:
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("CREATE TABLE bookmarks (address)")
    before = place.read_bytes()
    with refused(StoreProblem.DAMAGED, place):
        open_database(str(place))
    assert place.read_bytes() == before


@pytest.mark.parametrize("ours", [True, False])
def test_a_database_of_a_newer_version_is_left_alone(place: Path, *, ours: bool) -> None:
    if ours:
        made(place)
    with closing(sqlite3.connect(place)) as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    before = place.read_bytes()
    with refused(StoreProblem.NEWER, place):
        open_database(str(place))
    assert place.read_bytes() == before


def test_a_new_step_keeps_what_is_there(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(place)
    monkeypatch.setattr(
        database,
        "ARTICLES",
        Schema(ARTICLES.owner, (*STEPS, ("CREATE TABLE chats (id)", "INSERT INTO chats VALUES (7)"))),
    )
    for _ in range(2):
        with closing(open_database(str(place))) as connection:
            assert ids(connection) == ["a"]
            assert connection.execute("SELECT id FROM chats").fetchall() == [(7,)]
            assert connection.execute("PRAGMA user_version").fetchone() == (len(STEPS) + 1,)


def test_a_step_that_fails_leaves_nothing_of_it(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(place)
    with monkeypatch.context() as patch:
        patch.setattr(
            database,
            "ARTICLES",
            Schema(ARTICLES.owner, (*STEPS, ("CREATE TABLE chats (id)", "INSERT INTO nowhere VALUES (7)"))),
        )
        with refused(StoreProblem.DAMAGED, place):
            open_database(str(place))
    with closing(open_database(str(place))) as connection:
        assert ids(connection) == ["a"]
        assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'chats'").fetchall() == []


def test_many_who_come_at_once_make_the_database_once(place: Path) -> None:
    gate = threading.Barrier(8)

    def come(_: int) -> list[str]:
        gate.wait()
        with closing(open_database(str(place))) as connection:
            return ids(connection)

    for _ in range(5):
        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(come, range(8))) == [[]] * 8
        place.unlink()


def test_a_database_that_another_program_holds_is_locked(place: Path) -> None:
    with closing(sqlite3.connect(place, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        with refused(StoreProblem.LOCKED, place):
            open_database(str(place), timeout=0.05)


def test_a_database_that_is_held_for_a_moment_is_waited_for(place: Path) -> None:
    holder = sqlite3.connect(place, isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN EXCLUSIVE")
    timer = threading.Timer(0.2, holder.close)
    timer.start()
    with closing(open_database(str(place), timeout=5)) as connection:
        assert ids(connection) == []
    timer.join()


@pytest.mark.parametrize("kind", ["folder", "pipe", "device"])
def test_what_is_no_file_is_unreadable(place: Path, kind: str) -> None:
    match kind:
        case "folder":
            place.mkdir()
        case "pipe":
            os.mkfifo(place)
        case _:
            place = Path(os.devnull)
    with refused(StoreProblem.UNREADABLE, place):
        open_database(str(place))


def test_there_is_no_place_below_a_file_and_none_under_an_endless_name(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "file" / "a.db", tmp_path / "file" / "deep" / "a.db", tmp_path / ("n" * 300)):
        with refused(StoreProblem.NO_PLACE, path):
            open_database(str(path))


def test_there_is_no_place_in_a_folder_that_can_not_be_written(public: Path) -> None:
    public.chmod(0o555)
    for path in (public / "a.db", public / "deep" / "a.db"):
        with refused(StoreProblem.NO_PLACE, path), unprivileged():
            open_database(str(path))


def test_a_file_that_may_not_be_read_is_unreadable(public: Path) -> None:
    made(public / "a.db")
    (public / "a.db").chmod(0)
    with refused(StoreProblem.UNREADABLE, public / "a.db"), unprivileged():
        open_database(str(public / "a.db"))


def test_a_file_in_a_folder_that_may_not_be_entered_is_unreadable(public: Path) -> None:
    made(public / "a.db")
    public.chmod(0)
    with refused(StoreProblem.UNREADABLE, public / "a.db"), unprivileged():
        open_database(str(public / "a.db"))


@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o555, 0o444), (0o555, 0o666), (0o777, 0o444)])
def test_a_database_that_may_not_be_written_can_be_read(public: Path, folder_mode: int, file_mode: int) -> None:
    path = public / "a.db"
    made(path)
    before = path.read_bytes()
    path.chmod(file_mode)
    public.chmod(folder_mode)
    with unprivileged(), closing(open_database(str(path))) as connection:
        assert ids(connection) == ["a"]
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("DELETE FROM articles")
    assert path.read_bytes() == before


def test_a_database_that_may_not_be_written_can_not_be_brought_up_to_date(
    public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(public / "a.db")
    (public / "a.db").chmod(0o444)
    monkeypatch.setattr(database, "ARTICLES", Schema(ARTICLES.owner, (*STEPS, ("CREATE TABLE chats (id)",))))
    with refused(StoreProblem.READ_ONLY, public / "a.db"), unprivileged():
        open_database(str(public / "a.db"))


def test_unfinished_work_beside_a_file_is_not_passed_over(public: Path) -> None:
    path = public / "a.db"
    made(path)
    copied = public / "copy"
    copied.mkdir()
    with closing(open_database(str(path))) as connection:
        connection.execute("UPDATE articles SET id = 'b'")
        for name in ("a.db", "a.db-wal"):
            shutil.copy(public / name, copied / name)
            (copied / name).chmod(0o444)
    copied.chmod(0o555)
    with refused(StoreProblem.UNREADABLE, copied / "a.db"), unprivileged():
        open_database(str(copied / "a.db"))
    copied.chmod(0o777)
    with unprivileged(), closing(open_database(str(copied / "a.db"))) as connection:
        assert ids(connection) == ["b"]


def test_a_file_that_erases_overwrites_what_is_deleted(place: Path) -> None:
    with closing(open_database(str(place), schema=CHATS)) as connection:
        assert connection.execute("PRAGMA secure_delete").fetchone() == (1,)


def test_a_file_of_another_kind_is_refused(place: Path) -> None:
    made(place)
    with refused(StoreProblem.DAMAGED, place):
        open_database(str(place), schema=CHATS)


def test_no_statement_numbers_what_it_is_given() -> None:
    """Python 3.12 warns where ?1 is given a tuple, and will refuse it."""
    folder = Path(storage.__file__).parent
    statements = [path.read_text("utf-8") for path in folder.glob("*.py")]
    assert statements
    assert not [text for text in statements if re.search(r"\?\d", text)]
