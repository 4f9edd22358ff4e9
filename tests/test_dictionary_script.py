"""`make dictionary` fetches the package and puts its file in its place, or says in one line what to do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.storage import dictionary

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "dictionary.py"
LINE = "Kahn {m} :: barge\n"
pytestmark = pytest.mark.skipif(dictionary.PACKAGED.exists(), reason="the package is installed: nothing is fetched")


def run(path: Path, data: Path) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"PATH": str(path), "XDG_DATA_HOME": str(data), "PYTHONPATH": str(SCRIPT.parent.parent)}
    return subprocess.run([sys.executable, str(SCRIPT)], env=env, capture_output=True, text=True, check=False)


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """Return a folder of programs in which apt-get hands out a package that holds one line, built and unpacked here."""
    root, folder = tmp_path / "root", tmp_path / "bin"
    place = root / dictionary.PACKAGED.relative_to("/")
    place.parent.mkdir(parents=True)
    place.write_text(LINE, encoding="utf-8")
    package = tmp_path / "trans-de-en_1_all.deb"
    folder.mkdir()
    (folder / "apt-get").write_text(f'#!/bin/sh\n[ "$1" = download ] && /bin/cp {package} .\n')
    unpack = f"/bin/cp -r {root}/. ." if not Path("/usr/bin/dpkg-deb").exists() else '/usr/bin/dpkg-deb "$@"'
    (folder / "dpkg-deb").write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{unpack}\n")
    if Path("/usr/bin/dpkg-deb").exists():
        (root / "DEBIAN").mkdir()
        about = (
            "Package: trans-de-en\nVersion: 1\nArchitecture: all\nMaintainer: Test <t@example.org>\nDescription: test\n"
        )
        (root / "DEBIAN" / "control").write_text(about)
        subprocess.run(["/usr/bin/dpkg-deb", "-b", str(root), str(package)], check=True, capture_output=True)
    else:
        package.write_bytes(b"")
    for program in folder.iterdir():
        program.chmod(0o755)
    return folder


def test_the_file_of_the_package_is_put_in_its_place(programs: Path, tmp_path: Path) -> None:
    done = run(programs, tmp_path / "data")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    [file] = [path for path in (tmp_path / "data").rglob("*") if path.is_file()]
    assert file.read_text(encoding="utf-8") == LINE
    assert file == tmp_path / "data" / "article-bot" / "dictionary" / "de-en"


def test_what_is_there_is_not_fetched_again(programs: Path, tmp_path: Path) -> None:
    run(programs, tmp_path / "data")
    (programs / "apt-get").write_text("#!/bin/sh\nexit 1\n")
    assert run(programs, tmp_path / "data").returncode == 0


@pytest.mark.parametrize("fetching", ["exit 1", "exit 0", "echo broken > trans-de-en_1_all.deb"])
def test_what_can_not_be_fetched_is_said_in_one_line(programs: Path, tmp_path: Path, fetching: str) -> None:
    (programs / "apt-get").write_text(f"#!/bin/sh\n{fetching}\n")
    if not Path("/usr/bin/dpkg-deb").exists():
        (programs / "dpkg-deb").write_text("#!/bin/sh\nexit 1\n")
    done = run(programs, tmp_path / "data")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "apt-get update" in done.stderr
    assert not (tmp_path / "data").exists()


def test_elsewhere_the_line_says_what_to_do(tmp_path: Path) -> None:
    done = run(tmp_path, tmp_path / "data")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "BOT_DICTIONARY" in done.stderr


def test_a_place_that_can_not_be_written_is_named(programs: Path, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    done = run(programs, tmp_path / "data")
    assert done.returncode == 1
    assert str(tmp_path / "data") in done.stderr
    assert done.stderr.count("\n") == 1
