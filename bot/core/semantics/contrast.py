"""What excludes each other: north and south, old and new, the baker and the butcher, to open and to close.

Rule of this room: two words exclude each other only within a set of the tables, modifiers only before the same noun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from bot.core.language import Language
    from bot.core.lexical.analysis import Word

_FAR = 2
"""Words behind a modifier of which one may be its noun: the old (town) hall."""
_LEAST = 4
"""Letters of a noun behind a prefix."""


class Mark(NamedTuple):
    """A word that excludes others: its set, which of it, the forms of the nouns it may belong to, and its place."""

    group: str
    which: str
    heads: frozenset[str]
    place: int


class Marks(NamedTuple):
    """The marks of a text."""

    modifiers: tuple[Mark, ...] = ()
    kinds: tuple[Mark, ...] = ()
    verbs: tuple[Mark, ...] = ()


def _mark(named: str, heads: frozenset[str], place: int) -> Mark:
    group, _, which = named.partition(" ")
    return Mark(group, which, heads, place)


class Contrasting:
    """Finds in one language what excludes each other."""

    def __init__(self, language: Language) -> None:
        forms = language.analyser().forms
        tables = language.contrasts
        self._forms = forms
        self._prefixes = tables.prefixes
        self._nouns = language.lexicon().vocabulary(language.code).nouns
        self._modifiers = {forms(word)[0]: which for word, which in tables.modifiers.items()}
        self._verbs = {forms(word)[0]: which for word, which in tables.verbs.items()}
        self._kinds = {" ".join(forms(w)[0] for w in words.split()): which for words, which in tables.kinds.items()}
        self._heads = frozenset(key.split()[0] for key in self._kinds)

    def may_mark(self, form: str, word: str) -> bool:
        """Tell whether a word may be a mark: a quick look before a slow one."""
        if form in self._modifiers or form in self._verbs or form in self._heads:
            return True
        return any(word.startswith(prefix) for prefix in self._prefixes)

    def marks(self, text: str, row: Sequence[Word]) -> Marks:
        """Return the marks of a text with the words `row`."""
        return Marks(
            tuple(self._modifying(text, row)),
            tuple(self._naming(row)),
            tuple(_mark(self._verbs[w.form], frozenset(), n) for n, w in enumerate(row) if w.form in self._verbs),
        )

    def _modifying(self, text: str, row: Sequence[Word]) -> Iterator[Mark]:
        for n, word in enumerate(row):
            if which := self._modifiers.get(word.form):
                yield _mark(which, frozenset([row[m].form for m in self._behind(text, row, n)]), n)
            for prefix, named in self._prefixes.items():
                rest = word.word[len(prefix) :] if word.word.startswith(prefix) else ""
                if len(rest) >= _LEAST or (rest and self._forms(rest, True)[0] in self._nouns):
                    yield _mark(named, frozenset({self._forms(rest, True)[0]}), n)

    @staticmethod
    def _behind(text: str, row: Sequence[Word], n: int) -> Iterator[int]:
        """Yield the words that follow one without a mark or another word between them."""
        for m in range(n + 1, min(len(row), n + 1 + _FAR)):
            if text[row[m - 1].end : row[m].start].strip(" -\u00a0"):
                return
            yield m

    def _naming(self, row: Sequence[Word]) -> Iterator[Mark]:
        for n, word in enumerate(row):
            pair = f"{word.form} {row[n + 1].form}" if n + 1 < len(row) else ""
            which = self._kinds.get(pair) or self._kinds.get(word.form)
            if which:
                yield _mark(which, frozenset(), n)


def excludes(asked: Mark, heads: Collection[str], told: Sequence[Mark], others: Sequence[Mark] = ()) -> bool:
    """Tell whether a sentence speaks of another of a set, before one of the nouns `heads`, and not of the one asked.

    `others` are the question's marks of the same kind: what it names itself is no other.
    """
    mine = {m.which for m in (asked, *others) if m.group == asked.group}
    there = [m for m in told if m.group == asked.group]
    same = [m for m in there if not asked.heads or not m.heads.isdisjoint(heads)]
    return bool(same) and all(m.which not in mine for m in there)
