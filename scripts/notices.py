"""Write the table of THIRD-PARTY.md: every package that is locked for its users, with its licence and home.

    python scripts/notices.py

Rule of this script: what a package says of itself counts; only where it says nothing does `SAID` stand in.
"""

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "THIRD-PARTY.md"
LOCKS = ("requirements.txt", "requirements-postgres.txt", "requirements-opensearch.txt", "requirements-semantic.txt")
BEGIN, END = "<!-- begin of the table -->", "<!-- end of the table -->"
SAID = {
    "asyncpg": "Apache-2.0",
    "resvg-py": "MIT",
    "colorama": "BSD-3-Clause",
    "tzdata": "Apache-2.0",
    "pyreadline3": "BSD-3-Clause",
}
"""Licences of packages that name none in their data, or are installed on other systems alone."""
LONGEST = 60
"""Characters of a licence's name; some packages put the whole text there."""


def packages() -> list[str]:
    """Return the packages that are locked."""
    locks = [path.read_text("utf-8") for name in LOCKS if (path := ROOT / name).exists()]
    return sorted(re.findall(r"^([\w.-]+)==", "\n".join(locks), re.MULTILINE))


def licence(name: str) -> str:
    """Return the name of a package's licence."""
    about = metadata(name)
    classified = [c.rpartition(" :: ")[2] for c in about.get_all("Classifier") or () if c.startswith("License ::")]
    said = about.get("License") or ""
    named = said if len(said) <= LONGEST and "\n" not in said else ""
    return about.get("License-Expression") or named or ", ".join(classified) or SAID[name]


def row(name: str) -> str:
    """Return a package's line."""
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return f"| {name} | {SAID[name]} | |"
    links = dict(line.split(", ", 1) for line in about.get_all("Project-URL") or ())
    home = about.get("Home-page") or next((links[key] for key in links if key.lower() in HOMES), "")
    return f"| {name} | {licence(name)} | {home} |"


HOMES = {"homepage", "home", "source", "source code", "repository", "github", "code"}


def main() -> None:
    """Write the table anew."""
    rows = [row(name) for name in packages()]
    table = "\n".join(["| package | licence | home |", "|---|---|---|", *rows])
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n{table}\n{END}{rest.partition(END)[2]}", "utf-8")


if __name__ == "__main__":
    main()
