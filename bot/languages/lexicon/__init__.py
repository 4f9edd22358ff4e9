"""Our own bilingual lexicon: readable tables (TSV, one concept a line), compiled on demand.

Rule of this room: the tables are the truth; what is compiled from them is thrown away when their digest changes.
"""

from __future__ import annotations

import hashlib
import re
from importlib import resources
from typing import TYPE_CHECKING

from bot.core.lexical.lexicon import EntityKind
from bot.core.lexical.lexicon_compiler import Entry, State, compile_table
from bot.core.lexical.related_words import Group

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.core.language_data.morphology import Morphology

_CODES = ("en", "de")
"""The languages of a table's columns, where no line above says otherwise: `#`, then codes, between tabs."""
_NAMES_COLUMNS = "#"
_FORMAT = b"7"
"""Changes with the layout of a compiled table."""
_HEAD = "*"
"""Ends the name of who leads a state, among the state's names."""
_WEIGHT = re.compile(r"0?\.\d+|1|1\.0")


def contents() -> tuple[bytes, ...]:
    """Return the tables' contents, by file name."""
    files = (file for file in resources.files(__name__).iterdir() if file.name.endswith(".tsv"))
    return tuple(file.read_bytes() for file in sorted(files, key=lambda file: file.name))


def entries() -> Iterator[Entry]:
    """Yield the tables' lines; one that is no entry is passed over, for the check script reports it."""
    for content in contents():
        for codes, cells in _rows(content):
            *words, pos, weight = cells
            if len(words) == len(codes) and _WEIGHT.fullmatch(weight):
                yield Entry(dict(zip(codes, map(_words, words), strict=True)), pos, float(weight))


def _rows(content: bytes) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Yield the cells of a table's lines, each with the languages of its columns; comments are left out."""
    codes: Sequence[str] = _CODES
    for line in content.decode().splitlines():
        cells = line.split("\t")
        if cells[0] == _NAMES_COLUMNS:
            codes = cells[1:]
        elif len(cells) > 1 and not line.startswith("#"):
            yield codes, cells


def _words(cell: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in cell.split(";") if word.strip())


def parties() -> Iterator[State]:
    """Yield the states and what stands for them: for each language a column of names and one of adjectives."""
    for codes, (state, *cells) in _rows(_metonyms()):
        if len(cells) == 2 * len(codes):
            named = map(_named, cells[::2], cells[1::2])
            yield State(state, dict(zip(codes, named, strict=True)))


def _named(names: str, adjectives: str) -> tuple[tuple[str, EntityKind], ...]:
    """Return what names a state, in the table's order, each with how it does."""
    found = [(n.rstrip(_HEAD), EntityKind.HEAD if n.endswith(_HEAD) else EntityKind.STATE) for n in _words(names)]
    return (*found, *((word, EntityKind.ADJECTIVE) for word in _words(adjectives)))


def _metonyms() -> bytes:
    return resources.files("bot.languages").joinpath("metonyms.tsv").read_bytes()


def groups() -> Iterator[Group]:
    """Yield the words of a language that may stand for each other, a line each; "general > special; special"."""
    for code in sorted(_CODES):
        for line in _related(code).decode().splitlines():
            if not line.startswith("#"):
                general, parted, special = line.rpartition(">")
                yield Group(code, _words(special), _words(general) if parted else ())


def _related(code: str) -> bytes:
    return resources.files(__name__).joinpath(f"related.{code}.txt").read_bytes()


def build(morphologies: Mapping[str, Morphology]) -> bytes:
    """Return the compiled table of all entries."""
    return compile_table(entries(), morphologies, parties(), groups())


def digest() -> str:
    """Return a name for what a compiled table is made from: it changes with the tables."""
    made = hashlib.sha256(_FORMAT)
    for content in (*contents(), _metonyms(), *map(_related, _CODES)):
        made.update(content)
    return made.hexdigest()[:16]
