"""Check (and with --fix sort and deduplicate) the bilingual lexicon; the rules of its format stand here alone.

The one rule: a finding names file, line and reason, so that whoever wrote the line can mend it without reading this.

    python scripts/lexicon_check.py [--fix] [FILE...]
"""

import argparse
import sys
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

LEXICON = Path(__file__).resolve().parent.parent / "bot" / "languages" / "lexicon"
PARTIES = "parties.tsv"
POS = frozenset({"n", "v", "adj", "adv", "name", "num", "fn"})
WEIGHTS = frozenset({"1", "0.7", "0.4"})
KINDS = frozenset({"name", "adjective", "people", "capital", "metonym"})
LANGUAGES = frozenset({"de", "en"})
COLUMNS = 4
UNITS = frozenset({"kg", "km", "km/h", "kWh"})  # nouns that standards spell small
VERB_ENDINGS = ("n", "sich")  # an infinitive, or one with its pronoun behind it
ARTICLES = ("der ", "die ", "das ", "ein ", "eine ", "the ", "a ", "an ")


def equivalents(cell: str) -> list[str]:
    """Split a cell into its words."""
    return cell.split("; ")


def order(line: str) -> tuple[str, str]:
    """Give the sort key of a line: its first cell without case, then the whole line."""
    return line.split("\t", 1)[0].casefold(), line


def entries(path: Path) -> list[str]:
    """Read the lines of a file behind its comment."""
    return path.read_text(encoding="utf-8").splitlines()[1:]


def headwords(paths: Iterable[Path]) -> set[str]:
    """Collect the distinct English words of lexicon files (parties.tsv is none)."""
    return {word for path in paths if path.name != PARTIES for line in entries(path) for word in english(line)}


def english(line: str) -> list[str]:
    """Give the English words of a line."""
    return equivalents(line.split("\t", 1)[0])


def findings(path: Path) -> list[str]:
    """List what is wrong with a file, one sentence each, in the order of its lines."""
    text = path.read_text(encoding="utf-8")
    found = [] if text.startswith(f"# {path.stem}: ") else [f"{path.name}:1: no header '# {path.stem}: ...'"]
    if not text.endswith("\n") or text.endswith("\n\n"):
        found.append(f"{path.name}: must end with one line break")
    lines = entries(path)
    check = party_faults if path.name == PARTIES else line_faults
    for number, line in enumerate(lines, 2):
        found += [f"{path.name}:{number}: {fault}: {line!r}" for fault in check(line)]
    return found + [f"{path.name}: {fault}" for fault in order_faults(lines)]


def order_faults(lines: list[str]) -> list[str]:
    """Name lines that stand twice or before their place."""
    twice = sorted({line for line in lines if lines.count(line) > 1}) if len(set(lines)) < len(lines) else []
    early = next((b for a, b in pairwise(lines) if order(a) > order(b)), None)
    return [f"twice: {line!r}" for line in twice] + ([f"not sorted: {early!r}"] if early else [])


def line_faults(line: str) -> list[str]:
    """Name the faults of one line of the lexicon."""
    cells = line.split("\t")
    if len(cells) != COLUMNS:
        return [f"{len(cells)} cells, not {COLUMNS}"]
    en, de, pos, weight = cells
    faults = cell_faults(en) + cell_faults(de)
    if pos not in POS:
        faults.append(f"no part of speech {pos!r}")
    if weight not in WEIGHTS:
        faults.append(f"no weight {weight!r}")
    if pos == "n" and any(word.startswith(ARTICLES) for word in equivalents(en) + equivalents(de)):
        faults.append("no articles")
    return faults + german_faults(equivalents(de), pos)


def cell_faults(cell: str) -> list[str]:
    """Name the faults of a cell of words, whatever its language."""
    words = equivalents(cell)
    faults = ["an empty word"] if any(not word for word in words) else []
    if any(word != word.strip() or ";" in word or "  " in word for word in words):
        faults.append("words are parted by '; '")
    if len(set(words)) < len(words):
        faults.append("a word stands twice in its cell")
    return faults


def german_faults(words: list[str], pos: str) -> list[str]:
    """Name the faults of German words for their part of speech."""
    match pos:
        case "n":
            return [f"a noun without a capital: {word}" for word in words if word not in UNITS and not capital(word)]
        case "v":
            return [f"no infinitive: {word}" for word in words if word and not word.endswith(VERB_ENDINGS)]
        case _:
            return []


def capital(phrase: str) -> bool:
    """Tell whether a word of a German phrase starts with a capital or a digit (an empty phrase is another fault)."""
    return not phrase or any(word[0].isupper() or word[0].isdigit() for word in phrase.split())


def party_faults(line: str) -> list[str]:
    """Name the faults of one line of the table of parties: code, kind, language, form."""
    cells = line.split("\t")
    if len(cells) != COLUMNS:
        return [f"{len(cells)} cells, not {COLUMNS}"]
    code, kind, language, form = cells
    faults = [] if code.isupper() and code.isalpha() else [f"no code {code!r}"]
    if kind not in KINDS:
        faults.append(f"no kind {kind!r}")
    if language not in LANGUAGES:
        faults.append(f"no language {language!r}")
    return faults if form and form == form.strip() and ";" not in form else [*faults, "a form is one word"]


def mend(path: Path) -> None:
    """Sort a file and drop lines that stand twice; anything else needs a person."""
    header = path.read_text(encoding="utf-8").splitlines()[0]
    lines = sorted({line.rstrip() for line in entries(path) if line.strip()}, key=order)
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")


def main() -> int:
    """Check the files named, or all; print findings and counts; return 1 when there is a finding."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fix", action="store_true", help="sort and deduplicate first")
    parser.add_argument("files", nargs="*", type=Path)
    arguments = parser.parse_args()
    paths: list[Path] = arguments.files or sorted(LEXICON.glob("*.tsv"))
    for path in paths if arguments.fix else []:
        mend(path)
    found = [finding for path in paths for finding in findings(path)]
    counts = [f"{path.name}: {len(entries(path))} lines, {len(headwords([path]))} English headwords" for path in paths]
    sys.stdout.write("\n".join([*found, *counts, f"all: {len(headwords(paths))} English headwords"]) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
