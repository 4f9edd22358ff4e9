"""What sources are called in either language: titles and papers with gender and plural, adjectives, states.

Rule of this room: it reads three tables and gives what stands in them; how words are put together is not known here.
"""

from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Title:
    """One thing that a source is called: German singular, gender (m, f, n; p has no singular), plural; English both."""

    german: str
    gender: str
    germans: str
    english: str
    englishes: str


def _rows(name: str, columns: int) -> list[list[str]]:
    text = resources.files("bot.languages").joinpath(name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return [row for row in rows if len(row) == columns]


@cache
def titles() -> tuple[Title, ...]:
    """Return what sources are called."""
    return tuple(Title(*row) for row in _rows("titles.tsv", 5))


@cache
def adjectives() -> dict[str, str]:
    """Return the adjectives of states and some others: German stem in small letters, English."""
    found = dict(row for row in _rows("origins.tsv", 2))
    for _, _, english, _, german in _rows("metonyms.tsv", 5):
        for stem in german.split(";"):
            found.setdefault(stem.strip(), english.split(";")[0].strip())
    return {stem.lower(): word for stem, word in found.items() if stem and word}


@cache
def states() -> dict[str, str]:
    """Return the states: German name, English name."""
    return {row[3].split(";")[0].strip(): row[1].split(";")[0].strip() for row in _rows("metonyms.tsv", 5)}
