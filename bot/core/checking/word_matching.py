"""The words of a statement, and where the same words, their translations or their synonyms stand in a sentence.

Rule of this room: strict. A word counts as there where it is the same form, a translation, or shares one; spelling that
is merely alike does not count, and a compound does only with all its parts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.lexical.analysis import Word
from bot.core.lexical.lexicon import EntityKind
from bot.core.lexical.multiword import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.core.language import Language

SHARE = 0.03
"""Least share of a translation; below it a lexicon's equivalents are of another sense."""
SYNONYM = 0.05
"""Least share of the way to the other language and back that makes a word a synonym (reject, turn down)."""
_SIGNS = {"%": ("percent", "cent", "prozent"), "€": ("euro",), "$": ("dollar",), "£": ("pound", "pfund")}
"""Signs that are read as words."""
_PERCENT = frozenset({"percent", "cent", "prozent"})


@dataclass(frozen=True, slots=True)
class StatementWord:
    """A word, or a term of several, of a statement: where it stands (code points), its form, and what stands for it."""

    start: int
    end: int
    text: str
    form: str
    forms: frozenset[str]
    number: bool = False
    parts: tuple[StatementWord, ...] = ()
    """The words of a term of several, which may stand for it one by one; a name's do not."""


@dataclass(frozen=True, slots=True)
class WordPositions:
    """Where forms stand in a sentence: the words, by number, and by form the numbers of its words."""

    words: tuple[Word, ...]
    forms: dict[str, tuple[int, ...]]

    def positions_in(self, word: StatementWord) -> tuple[tuple[int, int], ...]:
        """Return the first and last number of the words that stand for a word, the same form first."""
        same = self._at(word.form)
        other = {place for form in word.forms for place in self._at(form)}
        return (*same, *sorted(other.difference(same)))

    def has(self, word: StatementWord) -> bool:
        """Tell whether a word, or each of its parts, is there."""
        return bool(self.positions_in(word)) or self.has_all_parts(word)

    def has_all_parts(self, word: StatementWord) -> bool:
        """Tell whether all parts of a word are there."""
        return bool(word.parts) and all(self.positions_in(part) for part in word.parts)

    def _at(self, form: str) -> tuple[tuple[int, int], ...]:
        whole = tuple((n, n) for n in self.forms.get(form, ()))
        first, *rest = form.split()
        size = len(rest)
        starts = (n for n in self.forms.get(first, ()) if [w.form for w in self.words[n + 1 : n + 1 + size]] == rest)
        return (*whole, *((n, n + size) for n in starts)) if rest else whole


def statement_words(
    text: str, start: int, end: int, asking: Language, article_language: Language
) -> tuple[StatementWord, ...]:
    """Return the words of a part of a statement that are looked for in an article, in text order."""
    words = [
        w for w in read(text, asking) if start <= w.start and w.end <= end and not asking.modifiers.is_modifier(w.word)
    ]
    joined = list(phrases(words, asking.lexicon(), asking.code))
    known = {i: (a, b) for a, b, _ in joined for i in range(a, b)}
    out: list[StatementWord] = []
    for n, w in enumerate(words):
        first, last = known.get(n, (n, n + 1))
        whole = _whole(words[first:last], asking, article_language) if last > first + 1 else frozenset()
        if not whole:
            out += _apart(text, (w,), asking, article_language)
        elif n == first:
            row = words[first:last]
            form, end = " ".join(v.form for v in row), row[-1].end
            named = form in asking.lexicon().entities(asking.code) or text[w.start : end].istitle()
            apart = () if named else _apart(text, row, asking, article_language)
            out.append(StatementWord(w.start, end, text[w.start : end], form, whole, parts=apart))
    return tuple(out)


def _apart(text: str, words: Sequence[Word], asking: Language, article_language: Language) -> tuple[StatementWord, ...]:
    return tuple(
        StatementWord(
            w.start,
            w.end,
            text[w.start : w.end],
            w.form,
            _forms(w.form, w.word, asking, article_language),
            w.form[0].isdigit(),
        )
        for w in words
    )


def read(text: str, language: Language) -> tuple[Word, ...]:
    """Return the words of a text with its signs of money and percent as words."""
    signs = [Word(i, i + 1, c, _SIGNS[c][-1]) for i, c in enumerate(text) if c in _SIGNS]
    return tuple(sorted((*language.analyser().read(text), *signs)))


def word_positions(text: str, language: Language) -> WordPositions:
    """Return where the forms of a sentence stand."""
    words = read(text, language)
    forms: dict[str, set[int]] = {}
    for n, w in enumerate(words):
        for form in (w.form, *_SIGNS.get(w.word, ())):
            forms.setdefault(form, set()).add(n)
        if w.parts:
            forms.setdefault(" ".join(w.parts), set()).add(n)
    return WordPositions(words, {form: tuple(sorted(places)) for form, places in forms.items()})


def _forms(form: str, word: str, asking: Language, article_language: Language) -> frozenset[str]:
    """Return the forms that stand for a word: itself, translations, what shares one, names of the same state."""
    if form in _PERCENT or word in _SIGNS:
        return frozenset({form, *_SIGNS.get(word, _PERCENT)})
    if form[0].isdigit():
        return frozenset({form})
    own = article_language.analyser().forms(word)[0]
    lexicon = asking.lexicon()
    if form in _stems(asking):
        return frozenset({form, *_stems(article_language)})
    there = [r for r in lexicon.translations(form, asking.code) if r.probability >= SHARE]
    if asking.code != article_language.code:
        across = (r.form for r in there if r.language == article_language.code)
        return frozenset({form, own, *across, *_states(form, asking, article_language)})
    back: dict[tuple[str, str], float] = {}
    for r in there:
        for b in lexicon.translations_into(asking.code, r.form, r.language):
            back[b.form, r.language] = back.get((b.form, r.language), 0.0) + r.probability * b.probability
    synonyms = (other for (other, _), share in back.items() if share >= SYNONYM)
    return frozenset({form, *synonyms, *_states(form, asking, article_language)})


def _stems(language: Language) -> frozenset[str]:
    """Return the forms of the verbs of handing over."""
    return frozenset(language.analyser().forms(verb)[0] for verb in language.modifiers.transfer_verbs)


def _states(form: str, asking: Language, article_language: Language) -> Iterator[str]:
    """Yield the names of the state that a form names, in the article's language; an adjective names none."""
    state = asking.lexicon().entities(asking.code).get(form)
    if state is not None and state.kind is EntityKind.STATE:
        yield from (
            name for name, other in article_language.lexicon().entities(article_language.code).items() if other == state
        )


def _whole(words: Sequence[Word], asking: Language, article_language: Language) -> frozenset[str]:
    """Return the forms that stand for several words as one, none where the lexicon has them in one language only."""
    form = " ".join(w.form for w in words)
    there = asking.lexicon().translations(form, asking.code)
    if not there:
        return frozenset()
    across = (r.form for r in there if r.language == article_language.code)
    return frozenset({form, *across, *_states(form, asking, article_language)})
