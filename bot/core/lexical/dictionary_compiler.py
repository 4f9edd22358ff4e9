"""A large dictionary as a table: what its entries have in common tells how usual each translation is.

Rule of this room: the same entries give the same bytes; what is kept of a dictionary is forms and numbers, no entry.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from bot.core.lexical.lexicon import END, MOST
from bot.core.lexical.lexicon_compiler import shares
from bot.core.lexical.word_alignment import Bitext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.core.lexical.analysis import Analyser, Word
    from bot.core.lexical.lexicon_compiler import Entry

LONGEST = 12
"""Words of a text that is learnt from; longer ones are example sentences, which blur more than they tell."""
LEAST = 0.01
"""Least share of a translation that is kept."""


def compile_dictionary(entries: Iterable[Entry], analysers: Mapping[str, Analyser]) -> bytes:
    """Return the table of the entries, laid out as `lexicon_compiler.compile_table` does it.

    It is a dictionary of two languages, those of its first entry, whatever others there are analysers for.
    """
    rows = iter(entries)
    opening = next(rows, None)
    if opening is None:
        return END
    first, second = (code for code in analysers if code in opening.words)
    bitext = Bitext()
    names: dict[str, dict[str, str]] = {first: {}, second: {}}
    for entry in chain((opening,), rows):
        sides = {code: _texts(entry.words[code], analysers[code], names[code]) for code in (first, second)}
        weight = 1 / max(1, *(len(entry.words[code]) for code in sides)) ** 0.5
        for here in sides[first]:
            for there in sides[second]:
                bitext.add(here, there, weight * entry.weight)
    found = bitext.affinities()
    lines = [
        f"{code} {form}\t{shares(_likely(best, names[other]), other)}"
        for code, other, pairs in ((first, second, found), (second, first, found.turned()))
        for form, best in pairs.best(MOST)
    ]
    return b"\n".join([*sorted(line.encode() for line in lines), END])


def _texts(pieces: Sequence[str], analyser: Analyser, names: dict[str, str]) -> list[list[str]]:
    """Return the forms of each text, parts of compounds with them; a form's name is the first word that has it."""
    found = []
    for piece in pieces:
        words = analyser.read(piece)
        if len(words) == 1:
            names.setdefault(words[0].form, piece[words[0].start : words[0].end])
        if 0 < len(words) <= LONGEST:
            found.append(_forms(words))
    return found


def _forms(words: Sequence[Word]) -> list[str]:
    return [w.form for w in words] + [part for w in words for part in w.parts]


def _likely(best: Sequence[tuple[str, float]], names: Mapping[str, str]) -> dict[tuple[str, str], float]:
    """Return the translations that are kept, by word and form."""
    least = LEAST * sum(affinity for _, affinity in best)
    return {(names.get(form, form), form): affinity for form, affinity in best if affinity >= least}
