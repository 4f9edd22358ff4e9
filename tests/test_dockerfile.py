"""The image can't be built where no container engine runs, so its recipe is read and linted instead."""

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
    assert len(re.findall(r"^FROM \S+:\S+", RECIPE, re.MULTILINE)) == 2
    assert all("--require-hashes" in line for line in RECIPE.splitlines() if "pip install" in line)


def test_what_is_copied_is_there_and_let_through() -> None:
    let_through = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    for name in re.findall(r"^COPY (?!--from)(\S+)", RECIPE, re.MULTILINE):
        assert (ROOT / name).exists()
        assert f"!{name}" in let_through
