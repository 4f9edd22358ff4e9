import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import default_database
from bot.storage.dictionary import fetched
from bot.storage.tables import cache_folder
from tests.homes import BEFORE, VARIABLES, Home, moved


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, Home]]:
    """Yield the home of a person who is watched over, and who looks after it."""
    for name in (*VARIABLES, BEFORE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "person"))
    home = moved()
    home.watch()
    yield tmp_path / "person", home
    # The watch lasts as long as the process; later tests are not in this folder.
    home.touched()


def test_nothing_that_the_bot_keeps_is_in_the_persons_home() -> None:
    home, *folders = os.environ[BEFORE].split(os.pathsep)
    for place in (default_database(), cache_folder(), fetched()):
        assert place is not None
        assert not any(place.is_relative_to(folder) for folder in folders)
    assert os.environ["HOME"] != home


def test_what_is_touched_there_is_told_once(person: tuple[Path, Home]) -> None:
    there, home = person
    mine = there / ".local/share/article-bot"
    mine.mkdir(parents=True)
    home.touched()
    (mine / "articles.db").write_bytes(b"")
    sqlite3.connect(mine / "articles.db").close()
    sqlite3.connect(f"file:{mine / 'articles.db'}?mode=ro", uri=True).close()
    (mine / "articles.db").unlink()
    list(mine.iterdir())
    *events, looked = [line.partition(" ")[0] for line in home.touched()]
    assert events == ["open", "sqlite3.connect", "sqlite3.connect", "os.remove"]
    assert looked in {"os.listdir", "os.scandir"}  # the second since Python 3.14
    (there / "letter.txt").write_text("not the bot's")
    (there / ".local/share/article-bot-of-another").mkdir()
    assert home.touched() == ()


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (None, False),
        ({"HOME": "/nowhere"}, False),
        ({"HOME": "person"}, True),
        ({name: "/nowhere" for name in VARIABLES if name != "HOME"} | {"HOME": "person"}, False),
    ],
)
def test_a_program_that_is_started_there_is_told(
    person: tuple[Path, Home], given: dict[str, str] | None, *, told: bool
) -> None:
    there, home = person
    env = None if given is None else {n: str(there) if v == "person" else v for n, v in given.items()}
    subprocess.run([sys.executable, "-c", ""], env=env, check=True)
    assert bool(home.touched()) is told
