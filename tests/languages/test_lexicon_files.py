"""The lexicon's files keep the rules that scripts/lexicon_check.py states, and the checks find what they are for."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "lexicon_check.py"
HEADWORDS = 8_000  # what the project promises


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("lexicon_check", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


check = load()
FILES = sorted(check.LEXICON.glob("*.tsv"))


def test_there_are_lexicon_files() -> None:
    assert {path.stem for path in FILES} >= {"countries", "names", "function", "adjectives", "people", "time_measure"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_line_of_a_lexicon_file_keeps_the_format(path: Path) -> None:
    assert check.findings(path) == []


def test_the_lexicon_has_the_promised_number_of_english_headwords() -> None:
    assert len(check.headwords(FILES)) >= HEADWORDS


GOOD = "arms\tWaffen\tn\t1"


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("arms\tWaffen\tn", "cells"),
        ("arms\t\tn\t1", "empty word"),
        ("arms;weapons\tWaffen\tn\t1", "parted by"),
        ("arms; arms\tWaffen\tn\t1", "twice"),
        ("arms\tWaffen\tnoun\t1", "part of speech"),
        ("arms\tWaffen\tn\t0.9", "weight"),
        ("arms\twaffen\tn\t1", "capital"),
        ("send\tschickt\tv\t1", "infinitive"),
        ("the arms\tWaffen\tn\t1", "articles"),
    ],
)
def test_a_faulty_line_is_found_and_said(tmp_path: Path, line: str, fault: str) -> None:
    path = tmp_path / "trial.tsv"
    path.write_text(f"# trial: lines to fail\n{line}\n", encoding="utf-8")
    found = check.findings(path)
    assert len(found) == 1
    assert fault in found[0]
    assert ":2:" in found[0]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (f"{GOOD}\n", "header"),
        (f"# trial: x\n{GOOD}\n{GOOD}\n", "twice"),
        (f"# trial: x\n{GOOD}\nArm\tArm\tn\t1\n", "not sorted"),
        (f"# trial: x\n{GOOD}", "line break"),
    ],
)
def test_a_faulty_file_is_found_and_said(tmp_path: Path, text: str, fault: str) -> None:
    path = tmp_path / "trial.tsv"
    path.write_text(text, encoding="utf-8")
    assert any(fault in finding for finding in check.findings(path))


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("RU\tcapital\tde", "cells"),
        ("ru\tcapital\tde\tMoskau", "code"),
        ("RU\tcity\tde\tMoskau", "kind"),
        ("RU\tcapital\tfr\tMoscou", "language"),
        ("RU\tcapital\tde\tMoskau; Kreml", "one word"),
    ],
)
def test_a_faulty_party_is_found_and_said(tmp_path: Path, line: str, fault: str) -> None:
    path = tmp_path / "parties.tsv"
    path.write_text(f"# parties: lines to fail\n{line}\n", encoding="utf-8")
    assert [fault in finding for finding in check.findings(path)] == [True]


def test_mending_sorts_and_drops_lines_that_stand_twice(tmp_path: Path) -> None:
    path = tmp_path / "trial.tsv"
    path.write_text(f"# trial: x\nzoo\tZoo\tn\t1\n{GOOD}\n{GOOD}\n", encoding="utf-8")
    check.mend(path)
    assert path.read_text(encoding="utf-8") == f"# trial: x\n{GOOD}\nzoo\tZoo\tn\t1\n"
    assert check.findings(path) == []
