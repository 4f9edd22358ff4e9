"""How alike two spellings are: names that languages write differently, cognates, and slips of the pen.

Rule of this room: letters only; what a word means is not known here.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SIZE = 3
"""Letters of a gram; 4 and 5 were worse on the development data, alone and combined."""
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


_ENDINGS = re.compile(
    r"(?<=.{4})(?:[ai]?tion|sion|itat|ity|ismus|ism|isch|ung|heit|keit|lich|ment|ness|able|ical|al|ier)s?$"
)
"""Endings that words of either language share without being alike."""


@lru_cache(maxsize=50_000)
def _root_grams(word: str) -> frozenset[str]:
    return char_ngrams(_ENDINGS.sub("", fold_accents(word)))


class NgramIndex:
    """Words of an article, found by the letters they share with another word."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_gram: dict[str, list[str]] = defaultdict(list)
        self._sizes: dict[str, int] = {}
        for word in sorted({w for w in words if len(w) >= _SHORTEST and w.isalpha()}):
            own = _root_grams(word)
            self._sizes[word] = len(own)
            for gram in own:
                self._by_gram[gram].append(word)

    def similar(self, word: str, least: float) -> dict[str, float]:
        """Return the words with a Dice coefficient of the grams of at least `least`, each with it (0 to 1)."""
        if len(word) < _SHORTEST or not word.isalpha():
            return {}
        own = _root_grams(word)
        shared: dict[str, int] = defaultdict(int)
        for gram in own:
            for other in self._by_gram.get(gram, ()):
                shared[other] += 1
        sizes, size = self._sizes, len(own)
        return {w: d for w, n in shared.items() if (d := 2 * n / (size + sizes[w])) >= least}
