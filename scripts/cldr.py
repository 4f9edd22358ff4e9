"""Write bot/languages/lexicon/cldr.tsv: territories, languages, months, days and currencies as the CLDR names them.

The one rule: nothing here is written by hand; what CLDR does not say belongs into another file. Babel is needed to run
this and nowhere else. The data come from the Unicode Common Locale Data Repository, (c) Unicode, Inc., under the
Unicode License V3 (https://www.unicode.org/license.txt).

    python scripts/cldr.py
"""

import re
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from babel.core import get_global

TARGET = Path(__file__).resolve().parent.parent / "bot" / "languages" / "lexicon" / "cldr.tsv"
HEADER = (
    "# cldr: territories, languages, months, days, currencies; Unicode CLDR (Unicode License V3), by scripts/cldr.py"
)
ENGLISH, GERMAN = Locale("en"), Locale("de")
SPOKEN = frozenset(code for table in get_global("territory_languages").values() for code in table)
NAMELESS = frozenset({"XA", "XB", "ZZ", "QO", "057", "und", "zxx", "mul", "mis"})  # test codes, and unknown or none
TENDER = frozenset(
    code
    for table in get_global("territory_currencies").values()
    for code, _start, end, tender in table
    if tender and end is None
)


def plain(name: str) -> str:
    """Drop what stands in brackets, and spell apostrophes and "and" as newspapers do."""
    return re.sub(r"\s*\(.*?\)", "", name).replace("’", "'").replace(" & ", " and ").strip()


def territories() -> Iterator[tuple[str, str, str]]:
    """Pair the names of territories; macro regions (numbers) and pseudo codes included only where they are names."""
    for code, name in ENGLISH.territories.items():
        if code in GERMAN.territories and code not in NAMELESS:
            yield plain(name), plain(GERMAN.territories[code]), "name"


def languages() -> Iterator[tuple[str, str, str]]:
    """Pair the names of languages that are spoken in a territory today (variants such as en_US left out)."""
    for code, name in ENGLISH.languages.items():
        german = GERMAN.languages.get(code)
        if german and code in SPOKEN - NAMELESS and "_" not in code and "," not in name:
            yield plain(name), plain(german), "n"


def calendar() -> Iterator[tuple[str, str, str]]:
    """Pair months and days of the week, wide forms."""
    for table in ("months", "days"):
        english, german = getattr(ENGLISH, table), getattr(GERMAN, table)
        for key, name in english["stand-alone"]["wide"].items():
            yield name, german["stand-alone"]["wide"][key], "n"


def currencies() -> Iterator[tuple[str, str, str]]:
    """Pair the names of currencies that are legal tender today."""
    for code, name in ENGLISH.currencies.items():
        german = GERMAN.currencies.get(code)
        if german and code in TENDER:
            yield plain(name), plain(german), "n"


def rows() -> list[str]:
    """Give the lines of the file, sorted as scripts/lexicon_check.py wants them, each once."""
    pairs = {pair for part in (territories, languages, calendar, currencies) for pair in part()}
    lines = {f"{english}\t{german}\t{pos}\t1" for english, german, pos in pairs if english and german}
    return sorted(lines, key=lambda line: (line.split("\t", 1)[0].casefold(), line))


def main() -> None:
    """Write the file."""
    TARGET.write_text("\n".join([HEADER, *rows()]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
