"""What the bot is made of: declared as it is imported, locked with hashes, and its licences shipped along."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = [*ROOT.glob("requirements*.txt"), ROOT / "benchmarks" / "requirements.txt"]
DATA = sorted(path for path in (ROOT / "bot").rglob("*") if path.suffix in {".tsv", ".txt", ".json", ".csv"})
NOTICES = (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")


def named(requirement: str) -> str:
    """Return the name of a package in the one form that all spellings of it have."""
    found = re.match(r"[\w.-]+", requirement)
    assert found, requirement
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def declared() -> set[str]:
    extras = [one for extra in project()["optional-dependencies"].values() for one in extra]
    return {named(one) for one in (*project()["dependencies"], *extras)}


def imported() -> Iterator[str]:
    """Yield the name of every library that a module of ours imports, wherever in the module it does."""
    for path in (ROOT / "bot").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Import(names):
                    yield from (one.name.partition(".")[0] for one in names)
                case ast.ImportFrom(level=0, module=str(module)):
                    yield module.partition(".")[0]


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    libraries = set(imported()) - sys.stdlib_module_names - {"bot"}
    known = packages_distributions()
    needed = {named(known.get(library, [library])[0]) for library in libraries}  # an extra may not be installed
    assert needed - declared() == set()
    assert declared() - needed == set()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.relative_to(ROOT).as_posix())
def test_every_locked_package_has_a_version_and_hashes(lock: Path) -> None:
    entries = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").replace("\\\n", " ").strip())
    assert entries
    for entry in entries:
        assert re.match(r"[\w.-]+(?:\[[\w,-]+\])?==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_every_data_file_names_its_source() -> None:
    assert DATA
    for path in DATA:
        assert f"`{path.relative_to(ROOT).as_posix()}`" in NOTICES, path


def test_every_shipped_package_has_its_licence_in_the_notices() -> None:
    locked = re.findall(r"^([\w.-]+)==", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)
    table = {named(name) for name in re.findall(r"^\| ([\w.-]+) \|", NOTICES, re.MULTILINE)}
    assert {named(name) for name in locked} - table == set()


def test_unicodes_notice_is_shipped_in_full() -> None:
    assert "UNICODE LICENSE V3" in NOTICES
    assert "this copyright and permission notice appear with all copies of the Data Files" in " ".join(NOTICES.split())
