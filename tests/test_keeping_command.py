"""The commands that copy a database, as a person types them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.servers.postgres import PASSWORD, PostgresServer

ROOT = Path(__file__).resolve().parent.parent


def bot(database: object, *given: object, language: str = "C") -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    ours = {"PYTHONPATH": str(ROOT), "LC_ALL": language, "BOT_DICTIONARY": "none", "BOT_ENCODER": "none"}
    environment = kept | ours | {"BOT_DATABASE": str(database)}
    command = [sys.executable, "-m", "bot", *map(str, given)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


@pytest.mark.slow
def test_a_database_is_backed_up_restored_and_moved(postgres: PostgresServer, tmp_path: Path) -> None:
    story = tmp_path / "rat.txt"
    story.write_text("Der Rat tagt. Es regnet, sagte Anna Weber laut dpa.", "utf-8")
    first, backup, second = tmp_path / "a.db", tmp_path / "b.db", tmp_path / "deep" / "c.db"
    assert bot(first, "ingest", story).returncode == 0
    done = bot(first, "backup", backup)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Copied to {backup}: 1 articles")
    again = bot(first, "backup", backup, language="de_DE.UTF-8")
    assert (again.returncode, again.stdout, again.stderr.count("\n")) == (2, "", 1)
    assert "--overwrite" in again.stderr
    assert bot(second, "restore", backup).returncode == 0
    assert "rat.txt" in bot(second, "articles").stdout or "Der Rat" in bot(second, "articles").stdout
    address = postgres.database()
    moved = bot(first, "copy", second, address)
    assert (moved.returncode, moved.stderr) == (0, "")
    assert PASSWORD not in moved.stdout
    assert bot(address, "articles").stdout == bot(first, "articles").stdout
    assert bot(address, "ask", "-a", story, "Wer sagt, dass es regnet?").returncode == 0
    back = bot(address, "backup", tmp_path / "d.db")
    assert (back.returncode, back.stderr) == (0, "")
    assert bot(tmp_path / "d.db", "articles").stdout == bot(first, "articles").stdout


def test_what_can_not_be_copied_is_told_in_one_line(tmp_path: Path) -> None:
    for given in (("copy", "nothing.db", "b.db"), ("restore", "nothing.db"), ("copy", "a.db", "postgresql://no/path:")):
        done = bot(tmp_path / "a.db", *given)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
    assert list(tmp_path.iterdir()) == []
