"""Print how readers' questions about real news are answered: `python -m benchmarks.news FOLDER`.

The folder holds `de/` and `en/`, each with articles and questions.jsonl: an object a line with the article's file name,
the question, its kind, the sentences that may stand first (`best`) and all that answer (`gold`), as spans; a question
without any has no answer. No limit is set, so that the figures are of what a reader sees: `first` the first sentence is
right (a refusal is a miss), `precision` and `recall` of all that is shown, `refused` of the questions without an answer
(`swapped`: those that ask it the wrong way round), `kept` the others that are not refused.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.tables import table
from bot import fetch, formats
from bot.languages import LANGUAGES
from bot.model import Article, Hit, Span
from bot.search.bm25 import Bm25Index
from bot.service import Library, analyse
from tests.fakes import MemoryStore

SHORT = frozenset({"keyword", "typo"})
FIGURES = ("first", "close", "paraphrase", "short", "precision", "recall", "refused", "swapped", "kept")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about an article, its kind, and the spans of the sentences that may be first and that answer."""

    article: Article
    question: str
    kind: str
    best: tuple[Span, ...]
    gold: tuple[Span, ...]


def load(folder: Path) -> Iterator[Asked]:
    """Yield the questions of both languages, in their order; an article is analysed once."""
    for code in LANGUAGES:
        articles: dict[str, Article] = {}
        for line in (folder / code / "questions.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            name = row["article"]
            if name not in articles:
                file = str(folder / code / name)
                articles[name] = analyse(formats.read(fetch.read(file)), file)
            spans = [tuple(Span(s["start"], s["end"]) for s in row[key]) for key in ("best", "gold")]
            yield Asked(articles[name], row["question"], row["kind"], *spans)


def is_same(here: Span, there: Span) -> bool:
    """Tell whether two sentences share more than half of the shorter one."""
    shared = min(here.end, there.end) - max(here.start, there.start)
    return shared > 0.5 * min(here.end - here.start, there.end - there.start)


def right(asked: Asked, wanted: Sequence[Span]) -> list[int]:
    """Return the numbers of the sentences that are wanted."""
    return [n for n, s in enumerate(asked.article.sentences) if any(is_same(s.span, w) for w in wanted)]


def figures(rows: Sequence[Asked], answers: Sequence[Sequence[Hit]]) -> dict[str, float]:
    """Return the figures, in percent."""
    hits: Counter[str] = Counter()
    tries: Counter[str] = Counter()

    def count(name: str, good: bool) -> None:  # noqa: FBT001 - one more or none
        hits[name] += good
        tries[name] += 1

    for asked, shown in zip(rows, answers, strict=True):
        if not asked.gold:
            count("swapped" if asked.kind == "swapped" else "refused", not shown)
            continue
        spans = [asked.article.sentences[hit.sentence].span for hit in shown]
        good = any(is_same(spans[0], b) for b in asked.best) if spans else False
        count("kept", bool(spans))
        for name in ("first", "short" if asked.kind in SHORT else asked.kind):
            count(name, good)
        for span in spans:
            count("precision", any(is_same(span, g) for g in asked.gold))
        for g in asked.gold:
            count("recall", any(is_same(span, g) for span in spans))
    return {name: 100 * hits[name] / tries[name] for name in FIGURES if tries[name]}


def measured(folder: Path) -> dict[str, float]:
    """Return the bot's figures on a folder of questions."""
    rows = list(load(folder))
    library = Library(MemoryStore(), Bm25Index(LANGUAGES))
    return figures(rows, [library.answer(r.article, r.question).hits for r in rows])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    found = measured(parser.parse_args().data)
    table(list(found), [[f"{value:.1f}" for value in found.values()]])


if __name__ == "__main__":
    main()
