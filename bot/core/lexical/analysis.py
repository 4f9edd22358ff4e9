"""Words of a text as search terms: tokens, numbers, and the forms that different spellings of a word share.

Rule of this room: a form is made the same way on the question's side and on the article's, and what makes it (stop
words, stemmer, irregular forms) is a table of the language.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from bot.core.language_data.morphology import FixedPhrase, Morphology, Vocabulary
from bot.core.lexical.misspellings import corrections
from bot.core.lexical.string_similarity import fold_accents
from bot.core.lexical.tokens import Token, has_inner_capital, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence


K = TypeVar("K")
V = TypeVar("V")

_KEPT = 100_000
"""Words whose forms are kept, by the standard library: a look-up takes 0.12 µs, one of cachetools 0.55 µs, and a
question makes dozens."""
_DIGITS = 9
"""Digits of a number that "thousand" may follow; a bound for hostile input."""


def _is_acronym(text: str, token: Token) -> bool:
    """Tell whether a stop word is none, being in capitals in a text that is not: US, WHO, IT."""
    raw = text[token.start : token.end]
    return len(raw) > 1 and raw.isupper() and not (text.isupper() and " " in text)


Forms = tuple[str, tuple[str, ...]]
"""A word's form, and those of its parts."""
_CLAUSE = re.compile(r"[,;:.!?()–—„“”\"»«\n]")
"""What parts clauses."""
_STARTS = re.compile(r"[.:!?„“”\"»«\n]")
"""What a word with a capital may stand behind, whatever it is."""
_REACH = 40
"""Words before its prefix among which a verb is looked for."""


def _ends_clause(text: str, words: Sequence[Token], n: int, joints: frozenset[str]) -> bool:
    """Tell whether a word is the last of its clause."""
    if n + 1 == len(words):
        return True
    return words[n + 1].word in joints or bool(_CLAUSE.search(text, words[n].end, words[n + 1].start))


def _is_start(text: str, end: int, start: int) -> bool:
    """Tell whether what stands between two words may be before a capital; nearly always it is one space."""
    return text[end:start] != " " and bool(_STARTS.search(text, end, start))


class Word(NamedTuple):
    """A word of a text that is no stop word: where it stands, how it is spelt, its form, and a compound's parts."""

    start: int
    end: int
    word: str
    form: str
    parts: tuple[str, ...] = ()


class Analyser:
    """Makes forms of the words of one language; keeps what it made, because an article repeats its words."""

    def __init__(self, morphology: Morphology, vocabulary: Vocabulary) -> None:
        self._morphology = morphology
        self._vocabulary = vocabulary
        self._infinitives = frozenset(vocabulary.verbs.values())
        self._known_forms = lru_cache(_KEPT)(self._make)
        self._known_corrections = lru_cache(_KEPT)(self._correct)
        self._fixed: dict[str, list[FixedPhrase]] = {}
        for phrase in morphology.fixed_phrases:
            self._fixed.setdefault(phrase.beside[0], []).append(phrase)

    def forms(self, word: str, capital: bool | None = None) -> Forms:  # noqa: FBT001 - a fact about the word
        """Return the form of a word as `normalise` spells it, and the forms of its parts where it is a compound.

        `capital` tells whether the word has one where that shows a noun; None where it shows nothing.
        """
        return self._known_forms(word, capital)

    def _make(self, word: str, capital: bool | None) -> Forms:  # noqa: FBT001 - see forms
        if not word.isalpha():
            return word, ()
        vocabulary = self._vocabulary
        form = self._morphology.form(word, vocabulary, capital)
        if form in vocabulary.indivisible or form in vocabulary.verbs:
            return form, ()
        parts = self._morphology.parts(word, vocabulary.words.__contains__)
        return form, tuple(vocabulary.verbs.get(part, part) for part in parts)

    def corrections(self, word: str) -> tuple[str, ...]:
        """Return the stems that a word may be meant for if it is a slip: looking for them takes a millisecond."""
        return self._known_corrections(word)

    def _correct(self, word: str) -> tuple[str, ...]:
        return corrections(word, self._morphology.stem, self._vocabulary)

    def read(self, text: str, words: Sequence[Token] | None = None, *, entry: bool = False) -> tuple[Word, ...]:
        """Return the words of a text that are no stop words, in order; number words come as figures.

        `words` are its `tokens`, where the caller has them. The text of a lexicon's `entry` starts no sentence: the
        capital of its first word shows a noun.
        """
        numerals = self._morphology.numerals
        found: list[Word] = []
        everything = tokens(text) if words is None else words
        joined, left = self.separated_verbs(text, everything)
        capitals = self.capitals(text, everything, entry=entry)
        for n, token in enumerate(everything):
            if n in joined:
                found.append(Word(*token, *joined[n]))
            elif n in left or self._says_nothing(text, everything, n):
                continue
            elif token.word in self._morphology.multipliers and found and self._multiplies(text, found[-1], token):
                value = str(int(found[-1].form) * self._morphology.multipliers[token.word])
                found[-1] = Word(found[-1].start, token.end, value, value)
            elif token.word in numerals:
                value = str(numerals[token.word])
                found.append(Word(token.start, token.end, value, value))
            else:
                found.append(Word(*token, *self.forms(token.word, capitals[n])))
        return tuple(found)

    def capitals(self, text: str, words: Sequence[Token], *, entry: bool = False) -> Sequence[bool | None]:
        """Return whether each word has a capital; None where that shows nothing: in English, and at a start."""
        if not self._morphology.capital_nouns or text.isupper():
            return [None] * len(words)
        large = [text[t.start].isupper() for t in words]
        if not entry and not any(large[1:]):  # typed without capitals, or nothing that would have one
            return [None] * len(words)
        return [
            None if not entry and (n == 0 or _is_start(text, words[n - 1].end, t.start)) else large[n]
            for n, t in enumerate(words)
        ]

    def separated_verbs(self, text: str, words: Sequence[Token]) -> tuple[dict[int, Forms], set[int]]:
        """Return the verbs whose prefix stands at the end of their clause, by place, and the prefixes' places.

        The same for those of several words: "kamen … ums Leben" has the form of "sterben" where its verb stands.
        """
        found: dict[int, Forms] = {}
        left: set[int] = set()
        particles, fixed = self._morphology.particles, self._fixed
        for n, token in enumerate(words):
            if token.word in particles and n and _ends_clause(text, words, n, self._morphology.clause_joints):
                verb = self._verb_of(text, words, n)
                if verb is not None:
                    found[verb[0]] = verb[1]
                    left.add(n)
            for phrase in fixed.get(token.word, ()):
                end = n + len(phrase.beside)
                if tuple(t.word for t in words[n:end]) != phrase.beside:
                    continue
                at = self._verb_beside(text, words, (n, end), phrase.verb)
                if at is not None:
                    found[at] = self.forms(phrase.word)
                    left.update(range(n, end))
        return found, left

    def _verb_beside(self, text: str, words: Sequence[Token], span: tuple[int, int], verb: str) -> int | None:
        """Return where the verb of a fixed phrase stands in its clause: before it, or behind what is beside it."""
        form = self.forms(verb)[0]
        start, end = span
        for n in range(end, min(len(words), end + _REACH)):
            if _CLAUSE.search(text, words[n - 1].end, words[n].start):
                break
            if self.forms(words[n].word)[0] == form:
                return n
        for n in range(start - 1, max(-1, start - 1 - _REACH), -1):
            if _CLAUSE.search(text, words[n].end, words[n + 1].start):
                return None
            if self.forms(words[n].word)[0] == form:
                return n
        return None

    def _verb_of(self, text: str, words: Sequence[Token], at: int) -> tuple[int, Forms] | None:
        """Return the verb in the clause before `at` that is one with the prefix there, the last one before it."""
        verbs = self._vocabulary.verbs
        prefix = fold_accents(words[at].word)
        for n in range(at - 1, max(-1, at - 1 - _REACH), -1):
            form = self.forms(words[n].word)[0]
            whole = verbs.get(prefix + form)
            if whole and form in self._infinitives and not has_inner_capital(text, words[n], n):
                return n, (whole, (form,))
            if n and _CLAUSE.search(text, words[n - 1].end, words[n].start):
                return None
        return None

    def _says_nothing(self, text: str, words: Sequence[Token], n: int) -> bool:
        """Tell whether a word is a stop word, or written on to figures."""
        stop = words[n].word in self._morphology.stop_words and not _is_acronym(text, words[n])
        return stop or self._is_suffix(text, words, n)

    def _is_suffix(self, text: str, words: Sequence[Token], n: int) -> bool:
        """Tell whether a word is written on to figures, perhaps with an apostrophe, and says nothing itself."""
        if not n or words[n].word not in self._morphology.number_suffixes:
            return False
        return words[n - 1].word[0].isdigit() and text[words[n - 1].end : words[n].start] in {"", "'", "’"}

    @staticmethod
    def _multiplies(text: str, number: Word, token: Token) -> bool:
        return number.form.isdecimal() and len(number.form) < _DIGITS and text[number.end : token.start].isspace()
