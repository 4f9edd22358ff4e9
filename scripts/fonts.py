"""Cuts the fonts of the map down to the letters that names are written with.

    apt-get download fonts-open-sans && dpkg-deb -x fonts-open-sans_*.deb fonts
    python scripts/fonts.py fonts/usr/share/fonts/truetype/open-sans

Needs fonttools, which nothing else here does.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent / "bot" / "view" / "fonts"
LETTERS = (
    "U+0020-007E,U+00A0-024F,U+0259,U+02BB-02BD,U+02C6-02DD,U+0300-030C,U+0370-03FF,U+0400-045F,U+0490-0491,"
    "U+1E00-1EFF,U+2010-2015,U+2018-201F,U+2020-2022,U+2026,U+2030,U+2039,U+203A,U+20AC,U+2116,U+2122,U+2190-2193,"
    "U+2212,U+00D7"
)


def main(folder: str) -> None:
    """Write the fonts of a folder, cut down, to where the map has its own."""
    for name in ("OpenSans-Regular.ttf", "OpenSans-Bold.ttf"):
        subprocess.run(  # noqa: S603 - our own words
            [
                sys.executable, "-m", "fontTools.subset", str(Path(folder, name)), f"--unicodes={LETTERS}",
                "--no-hinting", "--layout-features=kern,mark,ccmp,locl", "--drop-tables+=DSIG",
                "--name-IDs=0,1,2,3,4,5,6,13,14", f"--output-file={HERE / name}",
            ],
            check=True,
        )  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1])
