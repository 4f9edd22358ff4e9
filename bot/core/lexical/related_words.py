"""Which words of a language may stand for each other, as lines of a compiled table: our own groups, or a thesaurus.

Rule of this room: what is written is forms and shares; whether a word that is related answers is the ranking's to say.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.core.lexical.analysis import Analyser

SAME = 0.8
"""How well the words of a group stand for each other."""
SPECIAL, GENERAL = 0.7, 0.4
"""How well a special word stands for the general one, and the other way round."""
MOST = 60
"""Related forms of a form that are kept, the best first."""
_WHOLE = 10_000


class Group(NamedTuple):
    """Words of a language that may stand for each other, or special ones of what `general` words name."""

    language: str
    words: tuple[str, ...]
    general: tuple[str, ...] = ()


def compile_related(groups: Iterable[Group], analysers: Mapping[str, Analyser]) -> Iterator[str]:
    """Yield the lines of a table, in no order: "~code form", then "form=share" for each that is related."""
    found: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for group in groups:
        words = _forms(group.words, analysers[group.language])
        if not group.general:
            _relate(found, group.language, words, words, SAME)
            continue
        general = _forms(group.general, analysers[group.language])
        _relate(found, group.language, general, words, SPECIAL)
        _relate(found, group.language, words, general, GENERAL)
    for (code, form), related in sorted(found.items()):
        best = sorted(related.items(), key=lambda item: (-item[1], item[0]))[:MOST]
        yield "\t".join([f"~{code} {form}", *(f"{other}={round(_WHOLE * share)}" for other, share in best)])


def _relate(
    found: Mapping[tuple[str, str], dict[str, float]],
    code: str,
    these: Iterable[str],
    those: Iterable[str],
    share: float,
) -> None:
    for form in these:
        for other in those:
            if other != form:
                related = found[code, form]
                related[other] = max(share, related.get(other, 0.0))


def _forms(words: Iterable[str], analyser: Analyser) -> list[str]:
    """Return the forms of single words, each once."""
    read = (analyser.read(word, entry=True) for word in words)
    return list(dict.fromkeys(row[0].form for row in read if len(row) == 1))
