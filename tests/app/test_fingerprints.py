"""What is stored is made anew when the code that made it changes, and only then."""

import ast
from pathlib import Path

import pytest

from bot.app import fingerprints
from bot.app.fingerprints import ANALYSIS, ARCHIVE, LEXICAL, PACKAGE, files, fingerprint

FREE = {"model/__init__.py", "errors.py", "languages/__init__.py"}
"""Records without rules of their own, and the list of the languages."""


def _imports(file: Path) -> set[str]:
    """Return the modules of ours that a module imports when it runs."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found = [node.module for node in tree.body if isinstance(node, ast.ImportFrom) and node.module]
    names = {name.removeprefix("bot.").replace(".", "/") for name in found if name.startswith("bot.")}
    return {f"{name}/__init__.py" if (PACKAGE / name).is_dir() else f"{name}.py" for name in names}


@pytest.mark.parametrize("stage", [ANALYSIS, LEXICAL, ARCHIVE], ids=["analysis", "lexical", "archive"])
def test_what_a_stage_imports_is_part_of_it(stage: tuple[str, ...]) -> None:
    inside = {file.relative_to(PACKAGE).as_posix() for file in files(stage)}
    needed = set().union(*(_imports(file) for file in files(stage)))
    assert inside
    assert needed - FREE <= inside


@pytest.mark.parametrize("stage", [ANALYSIS, LEXICAL, ARCHIVE], ids=["analysis", "lexical", "archive"])
def test_every_part_of_a_stage_is_there(stage: tuple[str, ...]) -> None:
    assert all(list(PACKAGE.glob(pattern)) for pattern in stage)


def test_a_line_changes_the_name_of_its_stage_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("core/attribution/a.py", "core/lexical/b.py", "core/retrieval/c.py"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("")
    monkeypatch.setattr(fingerprints, "PACKAGE", tmp_path)

    def names() -> tuple[str, str]:
        fingerprint.cache_clear()
        return fingerprint(ANALYSIS), fingerprint(LEXICAL)

    before = names()
    (tmp_path / "core/retrieval/c.py").write_text("# a comment")
    assert names() == before
    (tmp_path / "core/attribution/a.py").write_text("# a comment")
    assert names()[0] != before[0]
    assert names()[1] == before[1]
    monkeypatch.undo()
    fingerprint.cache_clear()
