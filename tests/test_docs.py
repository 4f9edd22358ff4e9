"""What is written is true: commands, settings, versions and links."""

import re
import tomllib
from pathlib import Path

import click

from bot import __version__
from bot.__main__ import cli
from bot.conversation.dialogue import COMMANDS
from bot.conversation.error_messages import PHRASES

ROOT = Path(__file__).resolve().parent.parent
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "corpus" / "README.md"]


def test_readme_names_every_command_and_no_other() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `article-bot (\w+)", readme, re.MULTILINE))
    assert isinstance(cli, click.Group)
    assert named == set(cli.commands)


def test_the_help_in_every_language_names_every_command_of_a_conversation() -> None:
    for phrases in PHRASES.values():
        assert {name.split()[0] for name, _ in phrases.commands} == set(COMMANDS)


def test_every_target_that_readme_names_is_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:`|^)make (\w+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert named >= {"run", "test"}
    assert named <= set(re.findall(r"^(\w+):", makefile, re.MULTILINE))


def test_links_between_pages_lead_somewhere() -> None:
    for page in PAGES:
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_every_dependency_has_its_reason_in_contributing() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    table = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").lower().replace("prompt_toolkit", "prompt-toolkit")
    for dependency in project["dependencies"]:
        name = re.match(r"[\w-]+", dependency)
        assert name is not None
        assert name[0].lower() in table, dependency


def test_the_pythons_that_are_promised_are_those_that_are_tried() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    promised = [name.rpartition(" ")[2] for name in project["classifiers"] if "Python :: 3." in name]
    tried = re.search(r"^supported=\((.*)\)$", (ROOT / "scripts" / "pythons.sh").read_text("utf-8"), re.MULTILINE)
    assert tried is not None
    assert tried[1].split() == promised
    assert project["requires-python"] == f">={promised[0]}"


def test_the_version_is_the_newest_of_the_changelog() -> None:
    entries = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert entries[0] == "Unreleased"
    assert entries[1:2] in ([], [__version__])


def test_no_lock_file_records_an_address() -> None:
    for lock in ROOT.glob("requirements*.txt"):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text
        assert text.count("--hash=sha256:") > text.count("==")


def test_every_test_that_the_threat_model_names_is_there() -> None:
    written = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    there = set(re.findall(r"^(?:async )?def (test_\w+)", written, re.MULTILINE))
    rows = [line for line in (ROOT / "SECURITY.md").read_text(encoding="utf-8").splitlines() if "| `test_" in line]
    assert len(rows) > 10
    assert set(re.findall(r"`(test_\w+)`", "\n".join(rows))) - there == set()
