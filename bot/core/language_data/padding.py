"""What a language puts around a question that asks nothing: greetings, clauses that carry it, filler.

Rule of this room: a record and what builds its patterns; `retrieval.padding` takes off what they find. A pattern
looks at each sign a few times, whatever is typed: no run is given back (`++`) or begun in its middle (`(?<!`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.core.language_data.patterns import pattern

_NEVER = pattern("(?!)")


class Padding(NamedTuple):
    """A language's tables.

    `opens` is what may be cut off at the start, `carries` the same where a question follows it, and `ends` what may be
    cut off at the end; `parts` is what stands between two questions in one, of which each begins as `asks` says;
    `spelt` puts in full what is written short. `fillers` are words, as they are spelt, that nobody looks for; `light`
    those that may be looked for but say next to nothing of what is asked, so that none of them is ever missing.
    `determiners` stand before a common noun, and hardly before a name; `attributes` is what words end in that name
    nothing but say of what kind it is.
    """

    opens: re.Pattern[str] = _NEVER
    carries: re.Pattern[str] = _NEVER
    ends: re.Pattern[str] = _NEVER
    parts: re.Pattern[str] = _NEVER
    asks: re.Pattern[str] = _NEVER
    spelt: tuple[tuple[re.Pattern[str], str], ...] = ()
    fillers: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    attributes: re.Pattern[str] = _NEVER


def parting(conjunctions: str, asks: str) -> re.Pattern[str]:
    """Return what stands between two questions: a conjunction or a question mark, and a question word behind it."""
    return pattern(
        rf"(?<!\s)(?:(?:\s*+[,;])?\s++(?:{conjunctions})\s++|\s*+\?\s++(?:(?:{conjunctions})\s++)?)(?=(?:{asks})\b)",
        re.IGNORECASE,
    )


def opening(*alternatives: str) -> re.Pattern[str]:
    """Return what is cut off at a question's start; alternatives are regular expressions, white space is free."""
    return pattern(rf"[\s,.!:;–—-]*+(?:{_any(alternatives)})(?:[\s,.!:;–—-]++|$)", re.IGNORECASE | re.VERBOSE)


def carrying(alternatives: tuple[str, ...], asks: str, dropped: str) -> re.Pattern[str]:
    """Return what is cut off where a word that `asks` follows it, with a conjunction that is `dropped` as well."""
    return pattern(
        rf"[\s]*+(?:{_any(alternatives)})[\s,.:;–—-]++(?:(?:{dropped})\s++|(?=(?:{asks})\b))",
        re.IGNORECASE | re.VERBOSE,
    )


def ending(*alternatives: str) -> re.Pattern[str]:
    """Return what is cut off at a question's end, with the mark that follows it."""
    return pattern(
        rf"(?<![\s,.!?;:–—-])[\s,.!?;:–—-]++(?:{_any(alternatives)})[\s.,!]*+\??\s*+$", re.IGNORECASE | re.VERBOSE
    )


def _any(alternatives: tuple[str, ...]) -> str:
    return "|".join("(?:" + r"\s+".join(a.split()) + ")" for a in alternatives)
