import os
from pathlib import Path

import pytest

from bot import languages
from bot.core.lexical.lexicon import Lexicon
from bot.errors import DictionaryError, DictionaryProblem
from bot.storage import dictionary as module
from bot.storage.dictionary import find_dictionary

ANALYSERS = {code: languages.of(code).analyser() for code in ("de", "en")}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "de-en"
    path.write_text("# a list\nKahn {m} | Kähne {pl} :: barge | barges\n", encoding="utf-8")
    return path


def problem(file: str, folder: Path | None) -> DictionaryProblem:
    with pytest.raises(DictionaryError) as caught:
        find_dictionary(file, folder, "").compile(ANALYSERS)
    return caught.value.problem


def test_a_dictionary_is_compiled_once_and_then_mapped(file: Path, tmp_path: Path) -> None:
    found = find_dictionary(str(file), tmp_path / "cache", "this")
    assert found.compiled() is None
    found.compile(ANALYSERS)
    table = find_dictionary(str(file), tmp_path / "cache", "this").compiled()
    assert table is not None
    assert [r.word for r in Lexicon(languages.own_table(), table).translations("kahn", "de")] == ["barge"]


def test_another_file_or_other_code_needs_another_table(file: Path, tmp_path: Path) -> None:
    first = find_dictionary(str(file), tmp_path, "this").table
    assert find_dictionary(str(file), tmp_path, "this").table == first
    assert find_dictionary(str(file), tmp_path, "that").table != first
    os.utime(file, (1, 1))
    assert find_dictionary(str(file), tmp_path, "this").table != first


def test_what_was_fetched_comes_before_the_package(monkeypatch: pytest.MonkeyPatch, file: Path, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(module, "PACKAGED", file)
    assert find_dictionary("", tmp_path, "").file == file
    own = module.fetched()
    assert own is not None
    own.parent.mkdir(parents=True)
    own.write_bytes(file.read_bytes())
    assert find_dictionary("", tmp_path, "").file == own


def test_what_can_not_be_used_is_named(monkeypatch: pytest.MonkeyPatch, file: Path, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(module, "PACKAGED", tmp_path / "nowhere")
    assert problem("", tmp_path) is DictionaryProblem.NOT_FOUND
    assert problem(str(tmp_path / "nowhere"), tmp_path) is DictionaryProblem.NOT_FOUND
    assert problem("\0", tmp_path) is DictionaryProblem.NOT_FOUND
    assert problem(str(tmp_path), tmp_path) is DictionaryProblem.FOREIGN
    assert problem(str(file), None) is DictionaryProblem.NOT_KEPT
    assert problem(str(file), file / "folder") is DictionaryProblem.NOT_KEPT


@pytest.mark.parametrize("content", [b"", b"a text", b"\xff\xfe\x00 :: \x80", b"# Kahn :: barge\n"])
def test_a_file_of_another_format_is_named(file: Path, tmp_path: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert problem(str(file), tmp_path / "cache") is DictionaryProblem.FOREIGN
