"""Times of a text: dates, times of the day, days with a name, in one form, whatever they are written like.

Rule of this room: what is not said of a time stays open; two times are the same where nothing that both say differs
and they are told as closely.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.language_data.quantities import TimeWords
from bot.core.lexical.numerals import figure

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from bot.core.language_data.quantities import NumberWords

VAGUE = "~"
"""Begins the id of a day or a season with a name that tells no date: today, summer."""
_HOUR, _NOON, _DAY = 60, 12 * 60, 24 * 60
_MONTHS, _DAYS, _HOURS = 12, 31, 24


@dataclass(frozen=True, slots=True)
class Moment:
    """A time: where it stands (code points), and what is said of it; None for what is not.

    `minute` counts from midnight, and `half_day` tells that it may be twelve hours later; `weekday` and `name` (of a
    feast, a season, today) are ids that the languages share.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: str = ""
    minute: int | None = None
    half_day: bool = False
    name: str = ""

    @property
    def is_dated(self) -> bool:
        """Tell whether it says more than a day of the week or a season."""
        named = bool(self.name) and not self.name.startswith(VAGUE)
        return self.is_clock or self.month is not None or self.year is not None or named

    @property
    def is_clock(self) -> bool:
        """Tell whether it is a time of the day."""
        return self.minute is not None

    def is_same(self, other: Moment) -> bool:
        """Tell whether another time is the same: told as closely, but for its year and weekday."""
        if (self.month, self.day, self.name) != (other.month, other.day, other.name):
            return False
        if (self.minute is None) is not (other.minute is None):
            return False
        years = {self.year, other.year} - {None}
        days = {self.weekday, other.weekday} - {""}
        bare = self.month is None and self.minute is None and not self.name
        if len(years) > 1 or len(days) > 1 or (bare and (self.year, self.weekday) != (other.year, other.weekday)):
            return False
        return self.minute is None or other.minute is None or self._is_same_minute(other, self.minute - other.minute)

    def _is_same_minute(self, other: Moment, apart: int) -> bool:
        return apart == 0 or ((self.half_day or other.half_day) and apart % _NOON == 0)


def moments(text: str, words: TimeWords, numbers: NumberWords) -> tuple[Moment, ...]:
    """Return the times of a text in order; they do not overlap."""
    found: list[Moment] = []
    for pattern in words.patterns:
        for match in pattern.finditer(text):
            moment = _moment(match, words, numbers)
            if moment and not any(moment.start < m.end and m.start < moment.end for m in found):
                found.append(moment)
    return tuple(sorted(found, key=lambda m: m.start))


def _moment(match: re.Match[str], words: TimeWords, numbers: NumberWords) -> Moment | None:
    """Return the time that a pattern found; None for one that can't be (32 May)."""
    said = {name: raw.lower() for name, raw in match.groupdict().items() if raw}
    start = min(match.start(name) for name in said)
    end = max(match.end(name) for name in said)
    month = words.months.get(said.get("name", "").rstrip(".")) or _whole(said.get("month"))
    day = words.ordinals.get(said.get("ordinal", "")) or _whole(said.get("day"))
    year = _whole(said.get("year"))
    if (month is not None and not 0 < month <= _MONTHS) or (day is not None and not 0 < day <= _DAYS):
        return None
    minute, half_day = _clock(said, words, numbers)
    if minute is not None and not 0 <= minute <= _DAY:
        return None
    weekday = words.weekdays.get(said.get("weekday", ""), "")
    name = words.feasts.get(" ".join(said.get("feast", "").split()), "")
    if month is None and year is None and minute is None and not (weekday or name):
        return None
    return Moment(start, end, year, month, day, weekday, minute, half_day, name)


def _whole(raw: str | None) -> int | None:
    return int(raw) if raw is not None else None


def _clock(said: Mapping[str, str], words: TimeWords, numbers: NumberWords) -> tuple[int | None, bool]:
    """Return the minute of the day, and whether it may be half a day later."""
    if "fixed" in said:
        return words.fixed.get(said["fixed"]), False
    if "hour" not in said:
        return None, False
    raw = said["hour"]
    spoken = figure(raw) if raw[0].isdigit() else numbers.values.get(raw)
    if spoken is None or spoken.denominator != 1 or not 0 <= spoken <= _HOURS:
        return None, False
    hour = int(spoken)
    minute = hour * _HOUR + int(said.get("minute", 0)) + _shift(said, words)
    part = words.parts.get("".join(c for c in said.get("part", "") if c.isalpha()))
    if part is None:
        return minute % _DAY, 0 < hour <= _HOURS // 2
    return (minute % _NOON + part * _HOUR) % _DAY, False


def _shift(said: Mapping[str, str], words: TimeWords) -> int:
    """Return the minutes that "half past" or "quarter to" adds to an hour."""
    if "shift" not in said:
        return 0
    return words.shifts.get(said["shift"], 0) * words.sides.get(said.get("side", ""), -1)
