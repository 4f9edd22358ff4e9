"""Units that both languages measure in, by the id of their base: metres, seconds, months, kilograms, currencies.

Rule of this room: factors are exact by definition (the international yard and pound, 1959) or customary (a month).
"""

from __future__ import annotations

from fractions import Fraction

from bot.core.language_data.quantities import Measure, Unit


def _unit(measure: Measure, base: str, factor: str | int) -> Unit:
    return Unit(measure, base, Fraction(factor))


UNITS = {
    "percent": _unit(Measure.SHARE, "", "1/100"),
    "m": _unit(Measure.LENGTH, "m", 1),
    "km": _unit(Measure.LENGTH, "m", 1000),
    "cm": _unit(Measure.LENGTH, "m", "1/100"),
    "mm": _unit(Measure.LENGTH, "m", "1/1000"),
    "mile": _unit(Measure.LENGTH, "m", "1609.344"),
    "yard": _unit(Measure.LENGTH, "m", "0.9144"),
    "foot": _unit(Measure.LENGTH, "m", "0.3048"),
    "inch": _unit(Measure.LENGTH, "m", "0.0254"),
    "sqm": _unit(Measure.AREA, "m2", 1),
    "sqkm": _unit(Measure.AREA, "m2", 1_000_000),
    "hectare": _unit(Measure.AREA, "m2", 10_000),
    "acre": _unit(Measure.AREA, "m2", "4046.8564224"),
    "l": _unit(Measure.VOLUME, "l", 1),
    "barrel": _unit(Measure.VOLUME, "barrel", 1),
    "gallon": _unit(Measure.VOLUME, "gallon", 1),
    "kg": _unit(Measure.MASS, "kg", 1),
    "g": _unit(Measure.MASS, "kg", "1/1000"),
    "tonne": _unit(Measure.MASS, "kg", 1000),
    "lb": _unit(Measure.MASS, "kg", "0.45359237"),
    "kmh": _unit(Measure.SPEED, "km/h", 1),
    "mph": _unit(Measure.SPEED, "km/h", "1.609344"),
    "second": _unit(Measure.DURATION, "s", 1),
    "minute": _unit(Measure.DURATION, "s", 60),
    "hour": _unit(Measure.DURATION, "s", 3600),
    "day": _unit(Measure.DURATION, "s", 86_400),
    "week": _unit(Measure.DURATION, "s", 604_800),
    "month": _unit(Measure.DURATION, "months", 1),
    "quarter": _unit(Measure.DURATION, "months", 3),
    "year": _unit(Measure.DURATION, "months", 12),
    "decade": _unit(Measure.DURATION, "months", 120),
    "century": _unit(Measure.DURATION, "months", 1200),
    "age": _unit(Measure.AGE, "years", 1),
    "eur": _unit(Measure.MONEY, "eur", 1),
    "usd": _unit(Measure.MONEY, "usd", 1),
    "gbp": _unit(Measure.MONEY, "gbp", 1),
    "chf": _unit(Measure.MONEY, "chf", 1),
    "rub": _unit(Measure.MONEY, "rub", 1),
    "jpy": _unit(Measure.MONEY, "jpy", 1),
    "cny": _unit(Measure.MONEY, "cny", 1),
    "dem": _unit(Measure.MONEY, "dem", 1),
    "krone": _unit(Measure.MONEY, "krone", 1),
    "cent": _unit(Measure.MONEY, "eur", "1/100"),
    "penny": _unit(Measure.MONEY, "gbp", "1/100"),
}
SIGNS = {"$": UNITS["usd"], "€": UNITS["eur"], "£": UNITS["gbp"], "¥": UNITS["jpy"]}
"""Signs of money, before the figure or behind it."""


def named(lines: str) -> dict[str, Unit]:
    """Return units by their names, from lines "id: name, name"."""
    found = dict(SIGNS.items()) | {"%": UNITS["percent"]}
    for line in filter(None, map(str.strip, lines.splitlines())):
        key, _, names = line.partition(":")
        found |= dict.fromkeys((" ".join(name.split()) for name in names.split(",")), UNITS[key])
    return found
