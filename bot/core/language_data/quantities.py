"""How a language writes numbers, units and times.

Rule of this room: records of tables and patterns; `lexical.numerals`, `measures` and `temporal` read with them.
"""

from __future__ import annotations

import re
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class NumberWords(NamedTuple):
    """How a language counts; all words in small letters.

    `values` are words below a hundred, also those that a compound has (sech-zehn is listed whole); `scales` multiply
    (hundred, million, dozen); `shares` are parts of a whole; `joints` stand between the words of a number (and);
    `ones` are articles that count as one before a scale or a share (a dozen). `tails` end a number word and add a part
    (drei-einhalb); `short` are scales that are written right behind a figure (5m, 3bn).
    """

    values: Mapping[str, Fraction]
    scales: Mapping[str, int]
    shares: Mapping[str, Fraction]
    joints: frozenset[str]
    ones: frozenset[str]
    tails: Mapping[str, Fraction] = MappingProxyType({})
    short: Mapping[str, int] = MappingProxyType({})
    compounds: bool = False
    """Whether a number is written as one word (German)."""


class TimeWords(NamedTuple):
    """How a language writes times; all words in small letters.

    `patterns` are tried in order on a text, and name what they find: `day`, `ordinal` (a word), `month` (a figure),
    `name` (of a month), `year`, `weekday`, `feast`, `hour`, `minute`, `shift` with `side` (half past), `part` of day,
    `fixed` (noon). `shifts` and `sides` say how many minutes a shift is and where to; without a side it is before the
    hour (halb sieben). `parts` tell whether a part of the day is before noon (0) or after it (12). `lengths` are words
    that are a length of time alone (a fortnight), with its unit and how many.
    """

    patterns: tuple[re.Pattern[str], ...]
    months: Mapping[str, int]
    ordinals: Mapping[str, int]
    weekdays: Mapping[str, str]
    feasts: Mapping[str, str]
    shifts: Mapping[str, int]
    sides: Mapping[str, int]
    parts: Mapping[str, int]
    fixed: Mapping[str, int]
    lengths: Mapping[str, tuple[str, Fraction]]


class Measure(StrEnum):
    """What an amount is of."""

    NUMBER = "number"
    SHARE = "share"
    MONEY = "money"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    SPEED = "speed"
    DURATION = "duration"
    AGE = "age"


class Unit(NamedTuple):
    """A unit: its measure, the base unit that amounts are kept in (m, s, months, kg, eur), and how many it is."""

    measure: Measure
    base: str
    factor: Fraction


class Quantities(NamedTuple):
    """A language's tables: its number words, its units by name (several words with spaces), its times.

    `signs` are units that stand before a figure ($); `prefixes` what a unit may have before it (US-Dollar), and
    `fillers` what stands between a part and its unit (half an hour); `aged` is what stands before an age.
    """

    numbers: NumberWords
    units: Mapping[str, Unit]
    signs: Mapping[str, Unit]
    prefixes: frozenset[str]
    fillers: frozenset[str]
    aged: re.Pattern[str]
    times: TimeWords
    signals: frozenset[str] = frozenset()
    """Words that amounts and times are told by: numbers, months, feasts."""
    begins: re.Pattern[str] = re.compile("(?!)")
    """What a compound of a number begins with (zweitägig)."""


def feast_names(table: str) -> dict[str, str]:
    """Return the key of each name for a feast or a season, from lines such as "christmas: weihnachten, heiligabend"."""
    rows = (line.partition(":") for line in table.strip().splitlines())
    return {name.strip(): key for key, _, names in rows for name in names.split(",")}


def telling(numbers: NumberWords, times: TimeWords) -> frozenset[str]:
    """Return the words that amounts and times are told by."""
    tables = (numbers.values, numbers.scales, numbers.shares, times.months, times.weekdays, times.fixed, times.lengths)
    feasts = (word for name in times.feasts for word in name.split())
    return frozenset((*(word for words in tables for word in words), *feasts, *times.shifts))
