"""Measures the check on statements that are made: how many false ones pass, and how many true ones are found.

    python -m benchmarks.checking [--held] [--errors 20]

Rule of this module: a third of the events is held back, and counted by itself.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable

from benchmarks.checking_facts import facts
from benchmarks.checking_forms import Case, cases
from bot.core.checking.statements import check_text
from bot.languages import LANGUAGES
from bot.model import Article, ExtractedText, Verdict
from bot.service import analyse

SAID = frozenset({Verdict.STATED, Verdict.REPORTED})
AROUND = {
    "en": "News from Harwick\n\n{}\n\nThe weather stayed mild in Harwick. Shops were open as usual.\n",
    "de": "Neues aus Harwick\n\n{}\n\nDas Wetter blieb mild in Harwick. Die Läden waren wie üblich offen.\n",
}


def article_of(sentence: str, code: str) -> Article:
    """Return an article that has a sentence among others."""
    return analyse(ExtractedText(AROUND[code].format(sentence)), "-")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held", action="store_true", help="Only the events that are held back.")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--every", type=int, default=1, help="Take every n-th statement only.")
    o = parser.parse_args()
    rows = [c for n, c in enumerate((*cases(), *facts())) if c.held is o.held and n % o.every == 0]
    measure(rows, o.errors)


def measure(rows: Iterable[Case], errors: int) -> None:
    """Check the statements and print how many are right, by languages and by means."""
    right: Counter[tuple[str, bool]] = Counter()
    every: Counter[tuple[str, bool]] = Counter()
    wrong: Counter[tuple[bool, str]] = Counter()
    known: dict[tuple[str, str], Article] = {}
    spent = 0.0
    for case in rows:
        key = case.sentence, case.told
        known[key] = known.get(key) or article_of(*key)
        started = time.perf_counter()
        found = check_text(known[key], case.statement, LANGUAGES)[0]
        spent += time.perf_counter() - started
        pair = f"{case.asked}-{case.told}", case.true
        every[pair] += 1
        good = (found.verdict in SAID) is case.true
        right[pair] += good
        if not good:
            wrong[case.true, case.means] += 1
            if errors > 0 and wrong[case.true, case.means] == 1:
                errors -= 1
                gaps = [(d.kind.value, *d.stated, "/", *d.in_article) for d in found.differences]
                line = f"{case.means}] {case.statement} | {case.sentence} {found.verdict} {gaps}"
                print(f"{'true' if case.true else 'FALSE'} [{line}")
    for (true, means), count in wrong.most_common():
        print(f"{count:4} {'true' if true else 'FALSE'} {means}")
    for pair in sorted(every):
        print(
            pair[0], "true found" if pair[1] else "false refused", f"{100 * right[pair] / every[pair]:.2f}", every[pair]
        )
    for true in (True, False):
        total = sum(n for p, n in every.items() if p[1] is true)
        print(
            "true found" if true else "false refused",
            f"{100 * sum(right[p] for p in every if p[1] is true) / total:.2f}",
            total,
        )
    print(f"{1000 * spent / sum(every.values()):.1f} ms a statement")


if __name__ == "__main__":
    main()
