"""HanTa with a memory: analyses of word forms are kept; they are nine tenths of its work.

Its tables are what a running bot holds most of, and most of that is Python's own weight: a float for each chance, a
dictionary for each pair of tags. Here equal values are one object, and rows of numbers are arrays until they are asked.

Rule of this room: nothing else imports HanTa, and nothing here knows a language.
"""

import marshal
from array import array
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

MAX_FORMS = 20_000
"""Word forms whose analyses are kept; the vocabulary of some hundred articles, about 20 MB."""

MAX_LETTERS = 48
"""Letters of a word that is analysed; the work grows with their square, and longer ones are addresses and codes."""

_ROWS = 256
"""Rows of numbers that are kept as HanTa reads them."""

Raw = Callable[[Sequence[str]], Sequence[tuple[str, str, str]]]
"""The words of a sentence in; word, dictionary form and tag of each out."""


_ORDER = (
    *("tag2int", "int2tag", "LP_s_t", "LP_len_t", "Int_t", "LP_hapax_t", "LP_trans", "LP_m_t", "stemdict"),
    *("LP_trans_word", "LP_wtag", "LP_case_t", "nonstemtags", "lemmasuffixtable", "capitalizedlemmata", "cache"),
)
"""What a model is made of, in HanTa's order."""
_MODEL = tuple(name for name in _ORDER if name not in {"LP_trans_word", "cache"})

T = TypeVar("T")


class Rows:
    """For every two tags the chances of the next one; a row is read as a dictionary."""

    def __init__(self, places: Mapping[tuple[int, int], int], tags: tuple[int, ...], chances: bytes) -> None:
        self._places = places
        self._tags = tags
        self._chances = array("d", chances)
        self._row = lru_cache(_ROWS)(self._made)

    def __getitem__(self, pair: tuple[int, int]) -> dict[int, float]:
        return self._row(pair)

    def _made(self, pair: tuple[int, int]) -> dict[int, float]:
        first = self._places[pair]
        return dict(zip(self._tags, self._chances[first : first + len(self._tags)], strict=True))


class Words:
    """For every frequent word what it may be."""

    def __init__(self, places: Mapping[str, int], tags: bytes, chances: bytes) -> None:
        self._places = places
        self._tags = array("h", tags)
        self._chances = array("d", chances)

    def __contains__(self, word: str) -> bool:
        return word in self._places

    def __getitem__(self, word: str) -> list[tuple[int, float]]:
        place = self._places[word]
        found = []
        while (tag := self._tags[place]) != 0:
            found.append((tag, self._chances[place]))
            place += 1
        return found


def _small(tagger: object) -> tuple[object, ...]:
    """Return HanTa's model, in its order, with each value once and long rows of numbers as arrays.

    It goes through bytes, so that nothing of it lies between what it was made from, and the system gets that back.
    """
    given = vars(tagger)
    rows: Mapping[tuple[int, int], Mapping[int, float]] = given["LP_trans_word"]
    words: Mapping[str, Sequence[tuple[int, float]]] = given["cache"]
    tags, chances, places = array("h"), array("d"), {}
    for word, found in words.items():
        places[word] = len(tags)
        tags.extend([*(tag for tag, _ in found), 0])
        chances.extend([*(float(chance) for _, chance in found), 0.0])
    following = tuple(next(iter(rows.values())))
    assert all(tuple(row) == following for row in rows.values())  # noqa: S101 - its rows are of one mixture
    numbers = array("d", (chance for row in rows.values() for chance in row.values()))
    first = {pair: number * len(following) for number, pair in enumerate(rows)}
    shared = _shared([given[name] for name in _MODEL], {})
    packed = marshal.dumps((shared, first, following, numbers.tobytes(), places, tags.tobytes(), chances.tobytes()))
    given.clear()
    del rows, words, tags, chances, places, first, numbers, shared
    shared, first, following, row_chances, places, word_tags, word_chances = marshal.loads(packed)  # noqa: S302 - see above
    model = dict(zip(_MODEL, shared, strict=True))
    model["LP_trans_word"] = Rows(first, following, row_chances)
    model["cache"] = Words(places, word_tags, word_chances)
    return tuple(model[name] for name in _ORDER)


def _shared(value: T, known: dict[object, object]) -> T:
    """Return a value in which equal numbers and texts are one object."""
    made: object = value
    if isinstance(value, dict):
        made = {_shared(key, known): _shared(one, known) for key, one in value.items()}
    elif isinstance(value, list):
        made = [_shared(one, known) for one in value]
    elif isinstance(value, (str, float)):
        made = known.setdefault(value, value)
    return made  # type: ignore[return-value] # it is what it was


def load(model: str) -> Raw:
    """Load a model that comes with HanTa (by its file name) and return its tagger; 0.2 to 0.5 s, 15 MB."""
    from HanTa.HanoverTagger import HanoverTagger  # noqa: PLC0415 - asking never needs it, and it is slow to load

    class Remembering(HanoverTagger):  # type: ignore[misc] # HanTa ships no types
        """HanTa with a memory of word forms."""

        def __init__(self) -> None:
            super().__init__(None, _small(HanoverTagger(model)))
            self.strict = False
            self.analyze_forward = lru_cache(MAX_FORMS)(super().analyze_forward)
            self._analyze = lru_cache(MAX_FORMS)(super()._analyze)

    tagger = Remembering()

    def tag(words: Sequence[str]) -> Sequence[tuple[str, str, str]]:
        found: list[tuple[str, str, str]] = tagger.tag_sent([w if 0 < len(w) <= MAX_LETTERS else "X" for w in words])
        return found

    return tag
