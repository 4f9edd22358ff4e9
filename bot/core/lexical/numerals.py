"""Numbers in any spelling: figures with their separators, number words, compounds of them, fractions.

Rule of this room: what counts is a table of the language; a value is exact, so that half and 50 percent are one.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from bot.core.language_data.quantities import NumberWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PIECE = re.compile(r"\d+(?:[.,'\u2019\u00a0\u202f\u2009]\d+)*|[^\W\d_]+|[^\w\s]")
"""A figure with its separators, a word, or a sign."""
_GROUPED = re.compile(r"\d{1,3}(?:([.,'\u2019\u00a0\u202f\u2009])\d{3})(?:\1\d{3})*$")
_DIGITS = 18
"""Digits of a figure that is read; a bound for hostile input."""
_LONGEST = 80
"""Letters of a number word that is read."""
_HUNDRED, _THOUSAND, _TEN = 100, 1000, 10
_PIECES = 40
"""Words of a spelt number that are read."""


class Piece(NamedTuple):
    """A figure, a word or a sign of a text: where it stands, and in small letters."""

    start: int
    end: int
    low: str


class Number(NamedTuple):
    """A number: its value, the piece behind it, and whether it is a fraction of a whole (half, two thirds)."""

    value: Fraction
    after: int
    share: bool = False


def pieces(text: str) -> tuple[Piece, ...]:
    """Return the figures, words and signs of a text in order."""
    return tuple(Piece(*m.span(), m[0].lower()) for m in _PIECE.finditer(text))


def figure(raw: str) -> Fraction | None:
    """Return the value of a figure: groups of three after a separator are thousands, anything else is a decimal."""
    if sum(c.isdigit() for c in raw) > _DIGITS or (not raw.isascii() and not _plain(raw)):
        return None
    if _GROUPED.fullmatch(raw):
        return Fraction(re.sub(r"\D", "", raw))
    *whole, last = re.split(r"\D", raw)
    if not whole:
        return Fraction(last)
    return Fraction(f"{''.join(whole)}.{last}")


def _plain(raw: str) -> bool:
    """Tell whether all digits are the usual ten."""
    return all(c.isascii() for c in raw if c.isdigit())


def number_at(row: Sequence[Piece], at: int, words: NumberWords) -> Number | None:
    """Return the number that begins with a piece; None where none does."""
    found = _figure_at(row, at, words) if row[at].low[0].isdigit() else _spelt_at(row, at, words)
    return with_share(row, found, words) if found else _share_at(row, at, words)


def _figure_at(row: Sequence[Piece], at: int, words: NumberWords) -> Number | None:
    value = figure(row[at].low)
    if value is None:
        return None
    after = at + 1
    if after < len(row) and row[after].start == row[at].end and row[after].low in words.short:
        return Number(value * words.short[row[after].low], after + 1)
    while after < len(row) and row[after].low in words.scales:
        value *= words.scales[row[after].low]
        after += 1
    return Number(value, after)


def _spelt_at(row: Sequence[Piece], at: int, words: NumberWords) -> Number | None:
    """Return the number that words spell: as many of them as go on with it."""
    count, after = _Count(), at
    if row[at].low in words.ones and at + 1 < len(row) and row[at + 1].low in words.scales:
        after = at + 1
    for n in range(after, min(len(row), at + _PIECES)):
        low = row[n].low
        between = n > at and (low == "-" or low in words.joints)
        if between and n + 1 < len(row) and count.is_open and _morphemes(row[n + 1].low, words):
            if not count.goes_on(_morphemes(row[n + 1].low, words), low in words.joints):
                break
            continue
        morphemes = _morphemes(low, words)
        if not morphemes or not count.goes_on(morphemes, n > at and row[n - 1].low in words.joints):
            break
        count = count.plus(morphemes)
        after = n + 1
    return Number(count.value, after) if count.is_open else None


def _morphemes(word: str, words: NumberWords) -> tuple[Fraction | int, ...]:
    """Return what a word counts, in order: values as fractions, scales as integers; none for another word."""
    if word in words.values:
        return (words.values[word],)
    if word in words.scales:
        return (words.scales[word],)
    if not words.compounds or len(word) > _LONGEST:
        return ()
    return tuple(_split(word, words))


def _split(word: str, words: NumberWords) -> Iterator[Fraction | int]:
    """Yield the parts of a number that is one word, the longest at each place; nothing where a part is none."""
    found: list[Fraction | int] = []
    at = 0
    while at < len(word):
        for end in range(len(word), at, -1):
            part = word[at:end]
            if part in words.values or part in words.scales or part in words.tails:
                break
            if part in words.joints and found and end < len(word):
                break
        else:
            return
        if part in words.tails and found and end == len(word):
            found.append(words.tails[part])
        elif part in words.values or part in words.scales:
            found.append(words.values.get(part, words.scales.get(part, 0)))
        elif part not in words.joints:
            return
        at = end
    yield from found


class _Count(NamedTuple):
    """A number as far as it is read: what is complete, what still grows, the last scale, whether anything is there."""

    total: Fraction = Fraction(0)
    current: Fraction = Fraction(0)
    scale: int = 0
    is_open: bool = False

    @property
    def value(self) -> Fraction:
        return self.total + self.current

    def goes_on(self, morphemes: Sequence[Fraction | int], joined: bool) -> bool:  # noqa: FBT001 - a fact of the text
        """Tell whether a word goes on with the number: "twenty five" does, "five twenty" does not."""
        if not self.is_open:
            return True
        first = morphemes[0]
        if isinstance(first, int):
            return (first == _HUNDRED and 0 < self.current < _HUNDRED) or first > _HUNDRED or self.scale == 0
        rest = self.current % _HUNDRED
        if first >= _HUNDRED or first.denominator > 1:
            return False
        if rest == 0:
            return joined or self.scale > 0
        return rest >= 2 * _TEN and rest % _TEN == 0 and first < _TEN

    def plus(self, morphemes: Sequence[Fraction | int]) -> _Count:
        """Return the count with a word's parts."""
        count = self
        for part in morphemes:
            count = count._scaled(part) if isinstance(part, int) else count._added(part)
        return count

    def _scaled(self, scale: int) -> _Count:
        grown = (self.current or Fraction(1)) * scale
        if scale >= _THOUSAND:
            return _Count(self.total + grown, Fraction(0), scale, is_open=True)
        return _Count(self.total, grown, scale, is_open=True)

    def _added(self, value: Fraction) -> _Count:
        return _Count(self.total, self.current + value, self.scale, is_open=True)


def with_share(row: Sequence[Piece], found: Number, words: NumberWords) -> Number:
    """Return a number with the part behind it: two thirds, one and a half."""
    value, after, _ = found
    low = [p.low for p in row[after : after + 3]]
    if low and low[0] == "-":
        low = low[1:]
    if low and low[0] in words.shares and value.denominator == 1 and value > 0:
        return Number(value * words.shares[low[0]], after + 1 + (row[after].low == "-"), share=True)
    if len(low) > 2 and low[0] in words.joints and low[1] in words.ones and low[2] in words.shares:  # noqa: PLR2004
        part = words.shares[low[2]]
        return _scaled_number(row, Number(value + part, after + 3), words)
    return found


def _share_at(row: Sequence[Piece], at: int, words: NumberWords) -> Number | None:
    """Return the part of a whole that begins with a piece: half, a third, half a million."""
    start = at + (row[at].low in words.ones)
    if start >= len(row) or row[start].low not in words.shares:
        return None
    share = words.shares[row[start].low]
    after = start + 1
    if start == at and share != Fraction(1, 2):
        return None  # "the third", "das Viertel"
    scale = after + (after < len(row) and row[after].low in words.ones)
    if scale < len(row) and row[scale].low in words.scales:
        return _scaled_number(row, Number(share, scale), words)
    return Number(share, after, share=True)


def _scaled_number(row: Sequence[Piece], found: Number, words: NumberWords) -> Number:
    value, after, _ = found
    while after < len(row) and row[after].low in words.scales:
        value *= words.scales[row[after].low]
        after += 1
    return Number(value, after)
