"""An archive by formulas: no text of anybody's, but words as often as words are, articles with topics, shelves, days.

Forms are numbers by rank, as often as 1 / (rank + 2.7)^1.02 (Zipf and Mandelbrot); the first 150 are stop words, which
the analysis leaves out. An article has 12 passages and 40 words of its own that are a fifth of its text; a passage has
44 terms, as the corpus of the project has with compounds' parts and headings.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.ports.archive import Entry

FORMS, STOP, SHIFT, EXPONENT = 400_000, 150, 2.7, 1.02
PASSAGES, TOPIC, OWN, TERMS = 12, 40, 0.22, 44
GERMAN = 0.6
TENANTS, SITES, DAYS = 50, 200, 1_800
CHUNK = 2_000
"""Articles that are made at a time."""
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Question:
    """A question: its own words and what they may be in the other language, each with its weight; who asks."""

    terms: dict[str, float]
    tenant: str


def shares() -> NDArray[np.float64]:
    """Return how often each form is, added up, without stop words."""
    often = 1.0 / (np.arange(STOP, FORMS) + 1 + SHIFT) ** EXPONENT
    return np.cumsum(often / often.sum())


def articles(passages: int, seed: int = 7) -> Iterator[tuple[int, str, str, list[Ints]]]:
    """Yield articles until there are so many passages: number, tenant, language, and the forms of each passage."""
    chance, up_to = np.random.default_rng(seed), shares()
    tenants = np.cumsum(1.0 / np.arange(1, TENANTS + 1))
    made = number = 0
    while made < passages:
        # Always a whole chunk, so that archives of every size begin with the same articles.
        lengths = np.clip(np.exp(chance.normal(np.log(TERMS) - 0.08, 0.4, (CHUNK, PASSAGES))), 8, 160).astype(int)
        for row in lengths[: -(-(passages - made) // PASSAGES)]:
            topic = STOP + np.searchsorted(up_to, chance.random(TOPIC))
            total = int(row.sum())
            forms = STOP + np.searchsorted(up_to, chance.random(total))
            own = chance.random(total) < OWN
            forms[own] = topic[chance.integers(0, TOPIC, int(own.sum()))]
            tenant = f"t{int(np.searchsorted(tenants, chance.random() * tenants[-1]))}"
            yield number, tenant, "de" if chance.random() < GERMAN else "en", np.split(forms, np.cumsum(row)[:-1])
            number += 1
            made += PASSAGES


def entries(passages: int) -> Iterator[Entry]:
    """Yield the same as an index takes them."""
    spelt = {code: np.array([f"{code}:w{n}" for n in range(FORMS)], dtype=object) for code in ("de", "en")}
    for number, tenant, code, rows in articles(passages):
        day = 20210101 + number % 5 * 10_000 + number % 12 * 100 + number % 28
        found = tuple(tuple(spelt[code][row]) for row in rows)
        # As long as the SHA-256 of a text, since the index keeps it.
        yield Entry(f"{number * 2654435761 % 2**64:064x}", (tenant,), day, f"s{number % SITES}.example", found)


def questions(count: int, seed: int = 3) -> list[Question]:
    """Return questions: 3 to 8 words of one passage, each with 7 to 11 renderings of ever smaller shares.

    They are of the first articles, which archives of every size have.
    """
    chance, found = np.random.default_rng(seed), []
    for _, tenant, code, rows in articles(count * PASSAGES, 7):
        words = np.unique(rows[int(chance.integers(0, len(rows)))])
        asked = chance.choice(words, min(len(words), int(chance.integers(3, 9))), replace=False)
        other = "en" if code == "de" else "de"
        terms: dict[str, float] = {}
        for word in asked:
            terms[f"{code}:w{word}"] = 1.0
            for n in range(int(chance.integers(7, 12))):
                near = int(word * chance.uniform(0.3, 3.0)) + int(chance.integers(0, 40))
                terms.setdefault(f"{other}:w{min(max(near, STOP), FORMS - 1)}", 0.6**n)
        found.append(Question(terms, tenant))
    return found[:count]


def size_of(place: Path) -> int:
    """Return the bytes of a file, or of all in a folder."""
    return sum(f.stat().st_size for f in place.rglob("*") if f.is_file()) if place.is_dir() else place.stat().st_size
