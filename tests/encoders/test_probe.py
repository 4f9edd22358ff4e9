"""Native code is tried in a process of its own, and once."""

from pathlib import Path

import pytest

from bot.encoders import probe
from bot.encoders.probe import runs

KILLED = "import os, signal; os.kill(os.getpid(), signal.SIGILL)"


def test_what_ends_well_runs_and_what_is_killed_does_not(tmp_path: Path) -> None:
    assert runs("good", "pass", tmp_path)
    assert not runs("bad", KILLED, tmp_path)


def test_a_trial_is_made_once_a_processor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert runs("one", "pass", tmp_path)
    assert runs("one", KILLED, tmp_path)
    assert not runs("two", KILLED, tmp_path)
    assert not runs("two", "pass", tmp_path)
    monkeypatch.setattr(probe, "processor", lambda: "another")
    assert not runs("one", KILLED, tmp_path)
    assert runs("two", "pass", tmp_path)


def test_what_failed_otherwise_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for trial in ("raise SystemExit(3)", KILLED.replace("SIGILL", "SIGKILL")):
        assert not runs("broken", trial, tmp_path)
        assert list(tmp_path.iterdir()) == []
    assert runs("broken", "pass", tmp_path)
    monkeypatch.setattr(probe, "PATIENCE", 0.05)
    assert not runs("slow", "import time; time.sleep(5)", tmp_path)
    assert list(tmp_path.glob("trial-slow-*")) == []


def test_a_folder_that_can_not_be_written_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    assert runs("good", "pass", file)
    assert not runs("bad", KILLED, None)
