"""Whether a sentence holds the kind of thing that a pointed question asks for: an age, a price, a date, a place.

Rule of this room: what proves a kind is a table of the language; a sentence without it is no answer, whatever else it
has of the question, but one that has it may be none either.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.model import Proof, Wanted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.core.analysis import Vocabulary, Word

KINDS = {Wanted.WHEN: Proof.TIME, Wanted.WHO: Proof.NAME}
"""What the question word asks for."""
BEFORE = 40
"""Characters before a word that are looked at; a bound for hostile input."""


@dataclass(frozen=True, slots=True)
class Proofs:
    """A language's tables: what shows in a question what it asks for, and in a sentence what it holds.

    `asked` sees the question's normalised words, one space between and around them, and the first wins; the others see
    a sentence in small letters: `date` is a time that is more than a weekday, `placed` what stands before the name of a
    place, `somewhere` what may be a place. `light` are words of a question that an answer need not have; `calendar`
    words that have a capital letter and name nobody; `nouns_too` tells whether every noun has one.
    """

    asked: tuple[tuple[Proof, re.Pattern[str]], ...]
    shown: Mapping[Proof, re.Pattern[str]]
    date: re.Pattern[str]
    placed: re.Pattern[str]
    somewhere: re.Pattern[str]
    light: frozenset[str]
    calendar: re.Pattern[str]
    nouns_too: bool


def placed(prepositions: str, determiners: str = "") -> re.Pattern[str]:
    """Return what ends before the name of a place: a preposition, and perhaps a determiner and a word.

    What is given to this function and the two below it are alternatives, as regular expressions for small letters.
    """
    return re.compile(rf"{_after(prepositions, determiners)}(?:\w+\s+)?$")


def place(prepositions: str, determiners: str, nouns: str, adverbs: str) -> re.Pattern[str]:
    """Return what a place without a name is: a noun after a preposition, or an adverb; white space is free."""
    after = _after(prepositions, determiners)
    return re.compile(rf"{after}(?:\w+\s+)?(?:{nouns})\b|\b(?:{adverbs})\b", re.VERBOSE)


def somewhere(prepositions: str, times: str, letter: str) -> re.Pattern[str]:
    """Return what may be a place: a preposition and a letter, unless the next word or the one after it is a time."""
    return re.compile(rf"{_after(prepositions)}(?!(?:\w+\s+)?(?:{times})){letter}")


def _after(prepositions: str, determiners: str = "") -> str:
    between = rf"(?:(?:{determiners})\s+)?" if determiners else ""
    return rf"\b(?:{prepositions})\s+{between}"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a sentence can prove, whatever is asked; `names` and `places` are places in its words."""

    proofs: frozenset[Proof] = frozenset()
    dated: bool = False
    located: bool = False
    names: tuple[int, ...] = ()
    places: tuple[int, ...] = ()


def asked(words: str, wanted: Wanted, proofs: Proofs) -> Proof | None:
    """Return what must be proven to answer a question, given as its normalised words; None for an open one."""
    return next((proof for proof, sign in proofs.asked if sign.search(words)), KINDS.get(wanted))


def shown(text: str, words: Sequence[Word], proofs: Proofs, vocabulary: Vocabulary, *, counted: bool) -> Shown:
    """Return what a sentence can prove; `counted` tells whether it has a number that is no year."""
    low = text.lower()
    names = tuple(n for n, word in enumerate(words) if is_name(word, text, proofs, vocabulary))
    signs = {proof for proof, sign in proofs.shown.items() if sign.search(low)}
    return Shown(
        frozenset(signs | {Proof.COUNT} if counted else signs),
        bool(proofs.date.search(low)),
        bool(proofs.somewhere.search(low)),
        names,
        tuple(n for n in names if proofs.placed.search(low[max(0, words[n].start - BEFORE) : words[n].start])),
    )


def is_name(word: Word, text: str, proofs: Proofs, vocabulary: Vocabulary) -> bool:
    """Tell whether a word is a name: it has a capital letter, and not because of what it is or where it stands."""
    if not text[word.start].isupper() or word.parts or proofs.calendar.fullmatch(word.word):
        return False
    if text[word.end : word.end + 1] == "-" and text[word.end + 1 : word.end + 2].islower():
        return True  # Jong-un, Won-sik
    common = word.form in vocabulary.words or word.form in vocabulary.nouns or word.form in vocabulary.verbs
    if not common or word.form in vocabulary.whole:
        return True
    return not proofs.nouns_too and any(c.isalnum() for c in text[max(0, word.start - BEFORE) : word.start])


def units(words: Sequence[Word], text: str, proofs: Proofs, vocabulary: Vocabulary) -> tuple[int, ...]:
    """Return for each word which thing asked about it belongs to: names that follow each other are one."""
    found: list[int] = []
    open_until = -1
    for n, word in enumerate(words):
        name = is_name(word, text, proofs, vocabulary)
        between = text[open_until : word.start] if open_until >= 0 else "."
        joined = between == "-" or (name and between.isspace())
        found.append(found[-1] if joined else n)
        open_until = word.end if name or joined else -1
    return tuple(found)
