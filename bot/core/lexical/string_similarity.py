"""How alike two spellings are: names that languages write differently, cognates, and slips of the pen.

Rule of this room: letters only; what a word means is not known here.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.core.lexical.misspellings import is_slip

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SIZE = 3
"""Letters of a gram; 4 and 5 were worse on the development data, alone and combined."""
_NEAR, _NEAR_LEAST, _NEAR_LENGTH = 0.8, 5, 2
"""Share of letters that two spellings of a name have in common, letters of one, and how many it may be longer."""
_SHORTEST = 4
"""Letters of a word that is compared: among shorter ones too many are alike."""


@lru_cache(maxsize=50_000)
def fold_accents(word: str) -> str:
    """Return a word without accents, ß as ss."""
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFKD", word.replace("ß", "ss"))
    return "".join(c for c in plain if not unicodedata.combining(c))


@lru_cache(maxsize=50_000)
def char_ngrams(word: str) -> frozenset[str]:
    """Return a word's runs of three letters, its ends marked."""
    whole = f"_{fold_accents(word)}_"
    return frozenset(whole[n : n + SIZE] for n in range(max(1, len(whole) - SIZE + 1)))


def shared_endings(alternatives: Iterable[str]) -> re.Pattern[str]:
    """Return the endings that words of some languages share without being alike, from each language's alternatives."""
    return re.compile(rf"(?<=.{{4}})(?:{'|'.join(alternatives)})s?$")


@lru_cache(maxsize=50_000)
def _root_grams(word: str, endings: re.Pattern[str]) -> frozenset[str]:
    return char_ngrams(endings.sub("", fold_accents(word)))


class NgramIndex:
    """Words of an article, found by the letters they share with another word."""

    def __init__(self, words: Iterable[str], endings: re.Pattern[str]) -> None:
        self._endings = endings
        self._by_gram: dict[str, list[str]] = defaultdict(list)
        self._sizes: dict[str, int] = {}
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        for word in sorted({w for w in words if len(w) >= _SHORTEST and w.isalpha()}):
            own = _root_grams(word, self._endings)
            self._sizes[word] = len(own)
            self._by_letter[word[0]].append(word)
            for gram in own:
                self._by_gram[gram].append(word)

    def similar(self, word: str, least: float) -> dict[str, float]:
        """Return the words with a Dice coefficient of the grams of at least `least`, each with it (0 to 1)."""
        if len(word) < _SHORTEST or not word.isalpha():
            return {}
        own = _root_grams(word, self._endings)
        shared: dict[str, int] = defaultdict(int)
        for gram in own:
            for other in self._by_gram.get(gram, ()):
                shared[other] += 1
        sizes, size = self._sizes, len(own)
        return {w: d for w, n in shared.items() if (d := 2 * n / (size + sizes[w])) >= least}

    def slips(self, word: str) -> dict[str, float]:
        """Return the words that one is a slip of: a letter wrong, missing, too many or swapped, but not the first."""
        if len(word) < _SHORTEST or not word.isalpha():
            return {}
        there = self._by_letter.get(word[0], ())
        return {w: 1 - 1 / len(word) for w in there if abs(len(w) - len(word)) <= 1 and is_slip(word, w)}


class Spellings:
    """Words of an article as they are spelt, each with its form, for names that are spelt otherwise elsewhere."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._by_letter: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for word, form in sorted(forms.items()):
            if len(word) >= _SHORTEST and word.isalpha():
                self._by_letter[word[0]].append((fold_accents(word), form))

    def near(self, name: str) -> dict[str, float]:
        """Return the forms of what a name may be another spelling of, or a compound with, by how much they share.

        Stems would hide it: "Gegeen" and "Gegen" end alike, and their stems do not.
        """
        if len(name) < _NEAR_LEAST or not name.isalpha():
            return {}
        word = fold_accents(name)
        there = self._by_letter.get(name[0], ())
        close = [(w, form) for w, form in there if abs(len(w) - len(word)) <= _NEAR_LENGTH]
        rated = {form: SequenceMatcher(None, word, w, autojunk=False).ratio() for w, form in close}
        found = {form: ratio for form, ratio in rated.items() if ratio >= _NEAR}
        return found or {f: len(w) / len(word) for w, f in there if len(w) >= _NEAR_LEAST and word.startswith(w)}
