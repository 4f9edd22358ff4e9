"""Measures the check of quotations: how many that are true are found, and how many that are changed pass.

    python -m benchmarks.quoting [--errors 20]

They are made from what people say word for word in the articles of the corpus.

Rule of this module: a change is one number, name, negation, word, order or speaker, and nothing else.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bot import formats
from bot.core.checking.quoting import check_quotations
from bot.evaluation.annotated import MEASURED, corpus
from bot.languages import LANGUAGES
from bot.model import Article, Document, Mode, QuotationVerdict
from bot.service import analyse

LEAST = 4
"""Words of a quotation."""
MARKS = (("“", "”"), ("„", "“"), ("»", "«"), ('"', '"'))


class Case(NamedTuple):
    """A text with a quotation, by what it was made, and whether it is word for word."""

    text: str
    means: str
    true: bool


def cases(article: Article, chance: random.Random) -> Iterator[Case]:
    """Yield quotations of an article, as they are and changed."""
    said = [a for a in article.attributions if a.mode is Mode.DIRECT]
    by = {"en": "by", "de": "von"}[article.language]
    names = list(dict.fromkeys(a.speaker.name for a in said if a.speaker and a.speaker.name))
    for a in said:
        for span in a.content:
            words = span.cut(article.text).strip(' ,.“”„»«"')
            if len(words.split()) < LEAST or "\n" in words:
                continue
            name = a.speaker.name if a.speaker else None
            yield from _true(words, name, by, chance)
            yield from _changed(words, article.language, chance)
            other = [n for n in names if name and n != name and n.split()[-1] != name.split()[-1]]
            if other:
                yield Case(f"“{words}” {by} {chance.choice(other)}", "speaker", true=False)


def _true(words: str, name: str | None, by: str, chance: random.Random) -> Iterator[Case]:
    opening, closing = chance.choice(MARKS)
    yield Case(f"{opening}{words}{closing}", "marks", true=True)
    yield Case(f"“{words}.”", "stop", true=True)
    yield Case(f"“{words.lower()}”", "small letters", true=True)
    if name and len(name.split()) <= LEAST:
        yield Case(f"“{words}” {by} {name}", "speaker named", true=True)
    half = words.split()[: max(LEAST, len(words.split()) // 2)]
    yield Case(f"“{' '.join(half)}”", "part", true=True)


def _changed(words: str, code: str, chance: random.Random) -> Iterator[Case]:
    row = words.split()
    numbers = [n for n, w in enumerate(row) if w[0].isdigit()]
    if numbers:
        yield Case(_with(row, chance.choice(numbers), "7"), "number", true=False)
    large = [n for n, w in enumerate(row) if n and w[0].isupper() and w.isalpha()]
    if large:
        yield Case(_with(row, chance.choice(large), "Wexley"), "name", true=False)
    negators = {"en": {"not", "no", "never"}, "de": {"nicht", "kein", "keine", "nie"}}[code]
    there = [n for n, w in enumerate(row) if w.lower().strip(",.") in negators]
    if there:
        yield Case(f"“{' '.join(w for n, w in enumerate(row) if n != there[0])}”", "negation left out", true=False)
    at = chance.randrange(1, len(row))
    negator = {"en": "not", "de": "nicht"}[code]
    yield Case(f"“{' '.join([*row[:at], negator, *row[at:]])}”", "negation put in", true=False)
    yield Case(_with(row, chance.randrange(len(row)), "pancake"), "word", true=False)
    one = chance.randrange(len(row) - 1)
    if row[one].lower().strip(",.") != row[one + 1].lower().strip(",."):
        yield Case(f"“{' '.join([*row[:one], row[one + 1], row[one], *row[one + 2 :]])}”", "order", true=False)
    middle = len(row) // 2
    yield Case(f"“{' '.join([*row[:middle], *row[middle + 1 :]])}”", "word left out", true=False)


def _with(row: list[str], at: int, other: str) -> str:
    end = re.sub(r"\w", "", row[at][-1:])
    return f"“{' '.join([*row[:at], other + end, *row[at + 1 :]])}”"


def articles(root: Path = Path("corpus")) -> Iterator[Article]:
    """Yield the articles of the corpus."""
    for annotated in (*corpus(root), *corpus(root / MEASURED / "speakers")):
        content = annotated.file.read_bytes()
        yield analyse(formats.read(Document(content, formats.media_type_of(annotated.file.name, content), "-")), "-")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=0)
    o = parser.parse_args()
    chance = random.Random(16)  # noqa: S311 - made the same way each time
    every: Counter[tuple[bool, str]] = Counter()
    right: Counter[tuple[bool, str]] = Counter()
    spent = 0.0
    for article in articles():
        for case in cases(article, chance):
            started = time.perf_counter()
            found = check_quotations(article, case.text, LANGUAGES)
            spent += time.perf_counter() - started
            good = bool(found) and all((q.verdict is QuotationVerdict.VERBATIM) is case.true for q in found)
            every[case.true, case.means] += 1
            right[case.true, case.means] += good
            if not good and o.errors > 0:
                o.errors -= 1
                print(f"[{case.means}] {case.text}", [(q.verdict.value, q.by, q.speakers) for q in found])
    for (true, means), total in sorted(every.items()):
        print(f"{right[true, means]:4} of {total:4} {'true' if true else 'changed'} {means}")
    for true in (True, False):
        total = sum(n for (t, _), n in every.items() if t is true)
        print("true found" if true else "changed refused", sum(n for (t, _), n in right.items() if t is true), total)
    print(f"{1000 * spent / sum(every.values()):.1f} ms a quotation")


if __name__ == "__main__":
    main()
