"""Quantities of a text: numbers with their units, in one measure, whatever they are written like.

Rule of this room: a value is exact and says where it stands; two that are the same amount are equal in `key`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from bot.core.language_data.quantities import Measure, Quantities, Unit
from bot.core.lexical.numerals import Number, number_at, pieces, with_share
from bot.core.lexical.temporal import Moment, moments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.core.lexical.numerals import Piece

OLDEST = 120
"""Years that a person may be old."""
_BEFORE = 20
"""Characters before a number that are looked at; a bound for hostile input."""
_KEY = 4
"""Words of a unit's name."""


_AGE = Unit(Measure.AGE, "years", Fraction(1))


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount: where it stands (code points), of what, and how many of the base unit."""

    start: int
    end: int
    measure: Measure
    value: Fraction
    base: str = ""

    @property
    def key(self) -> tuple[Measure, str, Fraction]:
        """Return what equal amounts share."""
        return self.measure, self.base, self.value


def may_hold(words: Sequence[str], tables: Quantities) -> bool:
    """Tell whether words may be of an amount or a time: a quick look before a slow one."""
    return any(word[0].isdigit() or word in tables.signals or tables.begins.match(word) for word in words)


def quantities(text: str, tables: Quantities) -> tuple[Amount | Moment, ...]:
    """Return the amounts and times of a text in order; they do not overlap, and times go first."""
    found = list(moments(text, tables.times, tables.numbers))
    taken = [(m.start, m.end) for m in found]
    amounts = [a for a in _amounts(text, tables) if not any(a.start < e and s < a.end for s, e in taken)]
    return tuple(sorted((*found, *amounts), key=lambda q: q.start))


def _amounts(text: str, tables: Quantities) -> Iterator[Amount]:
    row = pieces(text)
    at = 0
    while at < len(row):
        found = _amount_at(text, row, at, tables)
        if found is None:
            at += 1
            continue
        amount, at = found
        yield amount


def _amount_at(text: str, row: Sequence[Piece], at: int, tables: Quantities) -> tuple[Amount, int] | None:
    """Return the amount that begins with a piece, and the piece behind it."""
    if row[at].low in tables.signs and at + 1 < len(row):
        number = number_at(row, at + 1, tables.numbers)
        return _made(row, at, number, tables.signs[row[at].low], number.after) if number else None
    number = number_at(row, at, tables.numbers)
    if number is None:
        return _single(row, at, tables) or _compound(row, at, tables)
    unit, after = _unit_at(row, number.after, tables, share=number.share)
    aged = bool(tables.aged.search(text[: row[at].start][-_BEFORE:]))
    if unit is None:
        old = not number.share and (_is_age(text, row, at, number) or (aged and 0 < number.value <= OLDEST))
        unit = _AGE if old else Unit(Measure.SHARE if number.share else Measure.NUMBER, "", Fraction(1))
    elif unit.measure is Measure.DURATION and aged:
        unit = _as_age(unit)
    return _made(row, at, number, unit, after)


def _single(row: Sequence[Piece], at: int, tables: Quantities) -> tuple[Amount, int] | None:
    """Return one unit of time, told by its article: an hour, eine Woche."""
    if row[at].low not in tables.numbers.ones or at + 1 == len(row):
        return None
    unit = tables.units.get(row[at + 1].low)
    if unit is None or unit.measure is not Measure.DURATION:
        return None
    number = with_share(row, Number(Fraction(1), at + 2), tables.numbers)
    return _made(row, at, number, unit, number.after)


def _made(row: Sequence[Piece], at: int, number: Number, unit: Unit, after: int) -> tuple[Amount, int]:
    value = number.value * unit.factor
    return Amount(row[at].start, row[after - 1].end, unit.measure, value, unit.base), after


def _as_age(unit: Unit) -> Unit:
    """Return a unit of time as one of age; what is no year stays."""
    return Unit(Measure.AGE, "years", unit.factor / 12) if unit.base == "months" else unit


def _unit_at(row: Sequence[Piece], at: int, tables: Quantities, *, share: bool) -> tuple[Unit | None, int]:
    """Return the unit that begins with a piece, the longest, and the piece behind it; None and `at` for none.

    A `share` may have words before its unit: half of an hour.
    """
    start = at + _is_shortened(row, at, tables)
    fillers = tables.prefixes | tables.fillers if share else tables.prefixes
    while start < len(row) and start < at + _KEY and (row[start].low == "-" or row[start].low in fillers):
        start += 1
    words: list[str] = []
    best: tuple[Unit | None, int] = (None, at)
    for n in range(start, min(len(row), start + 2 * _KEY)):
        if row[n].low == "-":
            continue
        words.append(row[n].low)
        unit = tables.units.get(" ".join(words))
        if unit is not None:
            best = (unit, n + 1)
        if len(words) == _KEY:
            break
    return best


def _is_shortened(row: Sequence[Piece], at: int, tables: Quantities) -> bool:
    """Tell whether a stop belongs to the scale before it: 3 Mrd. Euro."""
    before = row[at - 1].low
    return at < len(row) and row[at].low == "." and before in tables.numbers.scales and len(before) < _KEY


def _compound(row: Sequence[Piece], at: int, tables: Quantities) -> tuple[Amount, int] | None:
    """Return the amount that one word is: Dreiviertelstunde, zweitägig, fortnight."""
    word = row[at].low
    if word in tables.times.lengths:
        unit = tables.times.lengths[word]
        return Amount(row[at].start, row[at].end, Measure.DURATION, unit[1], unit[0]), at + 1
    if not tables.numbers.compounds or len(word) < _KEY:
        return None
    for cut in range(2, len(word) - 2):
        unit_ = tables.units.get(word[cut:])
        if unit_ is None:
            continue
        head = pieces(word[:cut])
        number = number_at(head, 0, tables.numbers) if len(head) == 1 else None
        share = tables.numbers.shares.get(word[:cut])
        value = number.value if number else share
        if value is not None:
            return Amount(row[at].start, row[at].end, unit_.measure, value * unit_.factor, unit_.base), at + 1
    return None


def _is_age(text: str, row: Sequence[Piece], at: int, number: Number) -> bool:
    """Tell whether a number is somebody's age by where it stands: "Ann Bolt, 47, opened", "Ann Bolt (47)"."""
    if not 0 < number.value <= OLDEST or at < 2 or number.after >= len(row):  # noqa: PLR2004 - a name and a mark
        return False
    before, after, name = row[at - 1].low, row[number.after].low, row[at - 2]
    return (before, after) in {(",", ","), (",", "."), ("(", ")")} and text[name.start].isupper()


def is_same(one: Amount | Moment, other: Amount | Moment) -> bool:
    """Tell whether two quantities say the same, however they are written."""
    match one, other:
        case Amount(), Amount():
            return one.key == other.key
        case Moment(), Moment():
            return one.is_same(other)
        case _:
            return False
