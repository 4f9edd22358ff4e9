"""Words of a text as search terms: tokens, numbers, and the forms that different spellings of a word share.

Rule of this room: a form is made the same way on the question's side and on the article's, and what makes it (stop
words, stemmer, irregular forms) is a table of the language.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.model import Wanted

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"
    r"|\d+(?:[.,]\d+)*(?:[\u00a0\u202f\u2009]\d{3}(?!\d))*"
    r"|[^\W\d_](?:[^\W\d_]|[\u00ad\u200b-\u200d\u2060\u0300-\u036f])*"
)
"""Initials (U.S.), a number with its separators (10.000, 3,5, 10 000 with a fixed space), or letters.

Letters may have invisible characters and combining accents among them.
"""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060]")
_GROUPED = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f\u2009]\d{3})+$")
_KEPT = 100_000
"""Words whose forms are kept."""
_DIGITS = 9
"""Digits of a number that "thousand" may follow; a bound for hostile input."""
_LONGEST = 64
"""Characters of a word that are looked at: longer ones are no words, and stemming them costs."""


class Token(NamedTuple):
    """A word or number: where it stands (code points), and its normalised spelling."""

    start: int
    end: int
    word: str


class Vocabulary(NamedTuple):
    """Words of a language that are known, as stems.

    `words` are what compounds are made of; `whole` what is none though it may look like one (names, adverbs); `verbs`
    has the stems that a verb's regular forms end in, each with the form of the infinitive.
    """

    words: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    verbs: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Morphology:
    """What the analysis knows of a language: closed classes, the stemmer, and forms that no stemmer finds.

    All words stand in their normalised spelling (`normalise`). `function_words` are what the language is known by.
    """

    stop_words: frozenset[str]
    question_words: frozenset[str]
    function_words: frozenset[str]
    stem: Callable[[str], str]
    form: Callable[[str, Vocabulary], str]
    parts: Callable[[str, Callable[[str], bool]], tuple[str, ...]]
    variants: Callable[[str], tuple[str, ...]]
    numerals: Mapping[str, int]
    multipliers: Mapping[str, int]
    wanted: tuple[tuple[Wanted, re.Pattern[str]], ...]
    type_words: frozenset[str]
    signs: tuple[tuple[Wanted, re.Pattern[str]], ...]


def normalise(word: str) -> str:
    """Return a word's one spelling: composed, lower case, nothing invisible in it."""
    if word.isascii():
        return word.lower()[:_LONGEST]
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", word)).lower()[:_LONGEST]


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words and numbers of a text in order; hyphenated words come as their parts.

    Numbers lose the separators of their groups: 10.000, 10,000 and 10000 are one; 3,5 and 3.5 as well.
    """
    return tuple(Token(m.start(), m.end(), _spell(m.group())) for m in _TOKEN.finditer(text))


def _spell(raw: str) -> str:
    if raw[-1] == ".":
        return raw.replace(".", "").lower()[:_LONGEST]
    if not raw[0].isdigit():
        return normalise(raw)
    if _GROUPED.match(raw):
        return re.sub(r"\D", "", raw)[:_LONGEST]
    return raw.replace(",", ".")[:_LONGEST]


def _is_acronym(text: str, token: Token) -> bool:
    """Tell whether a stop word is none, being in capitals in a text that is not: US, WHO, IT."""
    raw = text[token.start : token.end]
    return len(raw) > 1 and raw.isupper() and not (text.isupper() and " " in text)


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
        self._forms: dict[str, tuple[str, tuple[str, ...]]] = {}

    def forms(self, word: str) -> tuple[str, tuple[str, ...]]:
        """Return the form of a word as `normalise` spells it, and the forms of its parts where it is a compound."""
        known = self._forms.get(word)
        if known is None:
            if len(self._forms) >= _KEPT:
                self._forms.clear()
            known = self._forms[word] = self._make(word)
        return known

    def _make(self, word: str) -> tuple[str, tuple[str, ...]]:
        if not word.isalpha():
            return word, ()
        vocabulary = self._vocabulary
        form = self._morphology.form(word, vocabulary)
        if form in vocabulary.whole or form in vocabulary.verbs:
            return form, ()
        parts = self._morphology.parts(word, vocabulary.words.__contains__)
        return form, tuple(vocabulary.verbs.get(part, part) for part in parts)

    def read(self, text: str) -> tuple[Word, ...]:
        """Return the words of a text that are no stop words, in order; number words come as figures."""
        stop, numerals = self._morphology.stop_words, self._morphology.numerals
        found: list[Word] = []
        for token in tokens(text):
            if token.word in stop and not _is_acronym(text, token):
                continue
            if token.word in self._morphology.multipliers and found and self._multiplies(text, found[-1], token):
                value = str(int(found[-1].form) * self._morphology.multipliers[token.word])
                found[-1] = Word(found[-1].start, token.end, value, value)
            elif token.word in numerals:
                value = str(numerals[token.word])
                found.append(Word(token.start, token.end, value, value))
            else:
                found.append(Word(*token, *self.forms(token.word)))
        return tuple(found)

    @staticmethod
    def _multiplies(text: str, number: Word, token: Token) -> bool:
        return number.form.isdecimal() and len(number.form) < _DIGITS and text[number.end : token.start].isspace()
