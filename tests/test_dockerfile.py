"""The recipe of the image, read and linted; `.ci/image` builds it where a container engine runs."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RECIPE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_the_linter_finds_nothing() -> None:
    linter = shutil.which("hadolint", path=str(Path(sys.executable).parent)) or "hadolint"
    done = subprocess.run([linter, str(ROOT / "Dockerfile")], capture_output=True, text=True, check=False)
    assert done.stdout + done.stderr == ""
    assert done.returncode == 0


def test_the_program_does_not_run_as_root() -> None:
    users = re.findall(r"^USER (\S+)", RECIPE, re.MULTILINE)
    assert users
    assert users[-1] not in {"root", "0"}


def test_there_are_two_stages_and_only_locked_packages() -> None:
    assert re.findall(r"^FROM (\S+)", RECIPE, re.MULTILINE) == ["${BASE}", "${BASE}"]
    assert re.search(r"^ARG BASE=\S+/python:3\.\d+-slim-\w+(?:@sha256:[0-9a-f]{64})?$", RECIPE, re.MULTILINE)
    installs = [line for line in RECIPE.splitlines() if " install --no-cache-dir" in line]
    assert len(installs) == 3
    assert all("--require-hashes" in line for line in installs)


def test_what_is_copied_is_there_and_let_through() -> None:
    let_through = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    names = [name for line in re.findall(r"^COPY (?!--from)(.+) \S+$", RECIPE, re.MULTILINE) for name in line.split()]
    assert {"bot", "corpus", "requirements.txt", "THIRD-PARTY.md"} <= set(names)
    for name in names:
        assert (ROOT / name).exists()
        assert f"!{name}" in let_through


def test_it_says_where_it_listens_and_how_it_is() -> None:
    port = re.search(r"BOT_LISTEN=0\.0\.0\.0:(\d+)", RECIPE)
    assert port
    assert re.search(rf"^EXPOSE {port[1]}$", RECIPE, re.MULTILINE)
    assert re.search(r"^HEALTHCHECK .*\"doctor\", \"--ready\"", RECIPE, re.MULTILINE)
