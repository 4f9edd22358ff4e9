"""Fetch the Ding list (GPL, Frank Richter, TU Chemnitz) without root where apt has it: `make dictionary`.

It goes where the bot looks for it, beside its database; nothing of it becomes part of the project.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bot.storage.dictionary import PACKAGED, fetched

PACKAGE = "trans-de-en"
ELSEWHERE = "put a file in Ding's format anywhere and set BOT_DICTIONARY to it"


def main() -> None:
    """Fetch, unless it is there, or end with one line that says what to do."""
    place = fetched()
    if PACKAGED.exists() or (place and place.exists()):
        return
    if place is None:
        sys.exit(f"make dictionary: there is no home folder to put it in; {ELSEWHERE}.")
    if not (shutil.which("apt-get") and shutil.which("dpkg-deb")):
        sys.exit(f"make dictionary: this works on Debian and Ubuntu; elsewhere {ELSEWHERE}.")
    with tempfile.TemporaryDirectory() as folder:
        if not fetch(Path(folder)):
            sys.exit(f"make dictionary: apt-get could not fetch {PACKAGE}; run apt-get update, or {ELSEWHERE}.")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            draft = place.with_suffix(".draft")
            shutil.copyfile(Path(folder, *PACKAGED.parts[1:]), draft)
            draft.replace(place)
        except OSError as error:
            sys.exit(f"make dictionary: {place.parent} can't be written ({error.strerror}); {ELSEWHERE}.")


def fetch(folder: Path) -> bool:
    """Unpack the package into a folder; tell whether that worked."""
    subprocess.run(["apt-get", "download", "-qq", PACKAGE], cwd=folder, check=False, capture_output=True)  # noqa: S603, S607
    for package in folder.glob("*.deb"):
        subprocess.run(["dpkg-deb", "-x", package.name, "."], cwd=folder, check=False, capture_output=True)  # noqa: S603, S607
    return Path(folder, *PACKAGED.parts[1:]).exists()


if __name__ == "__main__":
    main()
