"""What a language's word forms and closed classes are: stop words, stemmer, numerals, particles.

Rule of this room: tables and functions that a language fills in; `lexical.analysis` reads with them.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_BETWEEN = re.compile(r"[\s-]+")


class Vocabulary(NamedTuple):
    """Words of a language that are known, as stems.

    `words` are what compounds are made of; `indivisible` what is none though it may look like one (names, adverbs);
    `verbs` has the stems that a verb's regular forms end in, each with the form of the infinitive; `names` are words of
    names that are nothing else, as `normalise` spells them.
    """

    words: frozenset[str] = frozenset()
    indivisible: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    verbs: Mapping[str, str] = {}
    names: frozenset[str] = frozenset()


class FixedPhrase(NamedTuple):
    """A verb of several words: what stands beside its verb, word by word, the verb, and the one word for both."""

    beside: tuple[str, ...]
    verb: str
    word: str


def parse_fixed_phrases(lines: str, *, verb_last: bool) -> tuple[FixedPhrase, ...]:
    """Return phrases from lines "word: phrase, phrase"."""
    found = []
    for line in filter(None, map(str.strip, lines.splitlines())):
        word, _, phrases = line.partition(":")
        for phrase in phrases.split(","):
            words = phrase.split()
            verb = words.pop() if verb_last else words.pop(0)
            found.append(FixedPhrase(tuple(words), verb, word))
    return tuple(found)


class Morphology(NamedTuple):
    """What the analysis knows of a language: closed classes, the stemmer, and forms that no stemmer finds.

    All words stand in their normalised spelling (`normalise`). `function_words` are what the language is known by.
    """

    stop_words: frozenset[str]
    question_words: frozenset[str]
    function_words: frozenset[str]
    stem: Callable[[str], str]
    form: Callable[[str, Vocabulary, bool | None], str]
    """Also told whether the word has a capital where that shows a noun; None where it shows nothing."""
    parts: Callable[[str, Callable[[str], bool]], tuple[str, ...]]
    variants: Callable[[str], tuple[str, ...]]
    is_plural: Callable[[str], bool]
    """Whether a noun, as it is spelt in a text, may be a plural."""
    numerals: Mapping[str, int]
    multipliers: Mapping[str, int]
    anaphors: frozenset[str]
    """Words that stand for what was named before: he, this, their."""
    number_suffixes: frozenset[str] = frozenset()
    """What is written on to figures and says nothing else: 19TH, 1970S, 3ER."""
    capital_nouns: bool = False
    """Whether every noun has a capital, not names alone (German)."""
    fixed_phrases: tuple[FixedPhrase, ...] = ()
    particles: frozenset[str] = frozenset()
    """Prefixes that leave their verb and stand at the end of its clause ("liefert … aus")."""
    clause_joints: frozenset[str] = frozenset()
    """Words that such a clause may end before, without a comma."""
    counted_between: re.Pattern[str] = _BETWEEN
    """What may stand between a number and what it counts: half of the houses."""
    endings: str = "(?!)"
    """Alternatives, as a regular expression, of endings that words share without being alike, accents folded."""
    signs: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """The forms of the words that signs of money and of parts are read as."""
