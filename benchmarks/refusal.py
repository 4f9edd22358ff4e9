"""Print how often a question that has no answer is refused: `python -m benchmarks.refusal FOLDER`.

The folder holds xquad-r.de.json and xquad-r.en.json. Hard questions are those whose paragraph was cut out of the
article; another sentence may still hold the answer, so that 100 % is out of reach. The second table has, for each kind
of thing that a pointed question asks for, how often the best sentence is held to lack it: where it is right (each is an
answer lost), and in the cut articles. The rules of `answer_validation.fails_validation` were chosen by it; figures in
docs/refusal.md.
"""

import argparse
from collections import Counter
from pathlib import Path

from benchmarks.tables import table
from benchmarks.xquad import PAIRS, Asked, Xquad, article, load
from bot import languages
from bot.core.retrieval import ranking
from bot.core.retrieval.answer_validation import fails_validation
from bot.core.retrieval.query import parse
from bot.core.retrieval.selection import LEVEL
from bot.model import AnswerType, Article
from bot.search.bm25 import Bm25Index


def cut(data: Xquad, pair: tuple[str, str], asked: Asked) -> Article:
    """Return a question's article without the paragraph that answers it."""
    of = data.articles[pair[1]][asked.article]
    span = of.blocks[of.sentences[asked.gold or 0].block].span
    return article(of.text[: span.start] + of.text[span.end :], pair[1])


class Counts:
    """What happened to the questions of a pair, and what the best sentences lacked, over all pairs."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.hits: Counter[str] = Counter()
        self.kinds: Counter[tuple[AnswerType, str]] = Counter()
        self.lacking: Counter[tuple[AnswerType, str]] = Counter()

    def ask(self, index: Bm25Index, of: Article, question: str, row: str, gold: int | None = None) -> None:
        """Ask, and count under a row; where the right sentence is known, it must be the first."""
        query = parse(question, of.language, languages.LANGUAGES)
        evidence = index.evidence(of, query)
        chances = ranking.rank(evidence)
        best = max(range(len(chances)), key=lambda n: chances[n])
        kept = chances[best] >= LEVEL
        self.asked[row] += 1
        self.hits[row] += kept and best == gold if gold is not None else not kept
        if query.answer_type and (gold is None or best == gold) and row != "off":
            self.kinds[query.answer_type, row] += 1
            self.lacking[query.answer_type, row] += fails_validation(evidence, best)

    def percent(self, row: str) -> str:
        """Return a row's share."""
        return f"{100 * self.hits[row] / self.asked[row]:.1f}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    data = load(parser.parse_args().data)
    rows, kinds = [], Counts()
    for pair in PAIRS:
        counts, index = Counts(), Bm25Index(languages.LANGUAGES)
        counts.kinds, counts.lacking = kinds.kinds, kinds.lacking
        for asked in data.asked[pair]:
            if asked.gold is not None:
                counts.ask(index, data.articles[pair[1]][asked.article], asked.question, "right", asked.gold)
                counts.ask(index, cut(data, pair, asked), asked.question, "hard")
        for asked in data.foreign[pair]:
            counts.ask(index, data.articles[pair[1]][asked.article], asked.question, "off")
        rows.append(["-".join(pair), *(counts.percent(row) for row in ("right", "off", "hard"))])
    table(["pair", "answered right", "off refused", "hard refused"], rows)
    shares = [
        [answer_type.value]
        + [f"{kinds.lacking[answer_type, row]} of {kinds.kinds[answer_type, row]}" for row in ("right", "hard")]
        for answer_type in AnswerType
    ]
    table(["asked for", "lacking in right answers", "lacking in cut articles"], shares)


if __name__ == "__main__":
    main()
