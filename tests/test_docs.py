"""What is written is true: commands, settings, versions and links."""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest

from bot import __version__
from bot.__main__ import cli
from bot.conversation.dialogue import COMMANDS
from bot.conversation.error_messages import PHRASES
from bot.settings import PREFIX, Secret, Settings
from scripts import settings_page

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
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            there = page.parent / link
            assert there.exists() or there.resolve() == ROOT / settings_page.PLACE, f"{page.name}: {link}"


def test_the_page_of_settings_has_every_setting_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `(BOT_\w+)`(?: 🔒)? \| .+ \| (.+) \|$", settings_page.page(), re.MULTILINE))
    assert rows.keys() == {f"{PREFIX}{f.name.upper()}" for f in fields(Settings)}
    for setting in fields(Settings):
        if setting.default and not isinstance(setting.default, Secret):
            assert rows[f"{PREFIX}{setting.name.upper()}"] == f"`{setting.default}`"


def test_every_setting_that_a_page_names_is_one() -> None:
    known = {f"{PREFIX}{f.name.upper()}" for f in fields(Settings)}
    for page in PAGES:
        named = set(re.findall(r"\bBOT_[A-Z][A-Z_]*[A-Z]\b", page.read_text(encoding="utf-8")))
        assert named <= known, f"{page.name}: {named - known}"


def _examples() -> Iterator[tuple[Path, str]]:
    """Yield every line that a page shows to be typed."""
    for page in PAGES:
        for _, block in re.findall(r"(?ms)^ *```(sh|bash|console)\n(.*?)^ *```", page.read_text(encoding="utf-8")):
            for line in re.sub(r"\\\n\s*", "", block).splitlines():
                words = shlex.split(line, comments=True)
                if words:
                    yield page, shlex.join(words)


@pytest.mark.parametrize(("page", "line"), [pytest.param(p, line, id=f"{p.stem}: {line}") for p, line in _examples()])
def test_what_a_page_shows_to_be_typed_can_be_typed(page: Path, line: str) -> None:
    words = shlex.split(line)
    match words:
        case ["make", target, *settings]:
            makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
            assert re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE)
            assert all(re.search(rf"\$\({word.partition('=')[0]}\)", makefile) for word in settings)
        case ["article-bot", command, *given]:
            assert isinstance(cli, click.Group)
            found = cli.commands[command]
            found.make_context(command, list(given))
        case ["pip", "install", package]:
            extra = re.fullmatch(r"article-bot\[(\w+)\]", package)
            assert extra is not None
            project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
            assert extra[1] in project["optional-dependencies"]
        case [".", ".venv/bin/activate"]:
            assert (ROOT / "Makefile").exists()
        case ["cp", ".env.example", ".env"]:
            assert (ROOT / ".env.example").exists()
        case ["createuser" | "createdb", *given]:  # PostgreSQL's own; what it is given is a name
            assert given[-1].isidentifier()
        case ["docker", *given]:
            _in_a_container(given)
        case [*settings]:
            known = {f"{PREFIX}{f.name.upper()}" for f in fields(Settings)}
            assert {word.partition("=")[0] for word in settings} <= known, f"{page.name}: {line}"


def _in_a_container(words: list[str]) -> None:
    match words:
        case ["build", *_, "."]:
            assert (ROOT / "Dockerfile").exists()
        case ["compose", "--profile", profile, "up", *_]:
            compose = (ROOT / "compose.yaml").read_text(encoding="utf-8")
            assert re.search(rf"^ +profiles: \[.*\b{re.escape(profile)}\b.*\]", compose, re.MULTILINE)
        case ["run", *given]:
            image = len(given) - given[::-1].index("article-bot")
            assert isinstance(cli, click.Group)
            for command in given[image : image + 1]:
                cli.commands[command].make_context(command, given[image + 1 :])
        case _:
            pytest.fail("what is that?")


RUN = [line for page, line in _examples() if page.name == "index.md" and line.startswith("article-bot ")]


@pytest.mark.slow
@pytest.mark.parametrize("line", [line for line in RUN if "corpus/" in line])
def test_the_first_hour_runs_as_it_is_written(line: str, tmp_path: Path) -> None:
    env = os.environ | {"BOT_DATABASE": str(tmp_path / "articles.db")}
    command = [sys.executable, "-m", "bot", *shlex.split(line)[1:]]
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert re.search(r"Zoo|Raketen|Risiken", done.stdout)


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
