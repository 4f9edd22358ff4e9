"""Fit what kin, verbs and things count beside a question's words: `python -m benchmarks.wording_fit XQUAD NEWS`.

A listwise softmax over each article's sentences, as in dense_fit: the score of words as it is, and beside it each part
of `core.retrieval.wording`, the right sentences against the others. Readers' questions about news (see news.py) count
as they are, XQuAD-R's by `SHARE`, since there are a dozen times as many. It prints what each part is worth, and, for
articles left out, the share of questions whose right sentence is the best one, nothing being refused.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from benchmarks import news, xquad
from bot.core.retrieval import ranking, wording
from bot.core.retrieval.evidence import Evidence
from bot.core.retrieval.query import parse
from bot.languages import LANGUAGES
from bot.search.bm25 import Bm25Index

Matrix = NDArray[np.float64]
PARTS = ("KIN", "UNKNOWN_KIN", "VERB", "THINGS")
SHARE = 0.15
RIDGE, FOLDS, STEPS = 1.0, 8, 25


@dataclass(frozen=True, slots=True)
class Row:
    """A question: of which data, its article, a row a sentence (the score without the parts, and each part), gold."""

    kind: str
    article: str
    table: Matrix
    gold: Sequence[int]


def table(e: Evidence) -> Matrix:
    """Return a row a sentence: its score with no part in force, and what each part adds to that for a weight of 1."""
    columns = []
    for part in (None, *PARTS):
        with patch.multiple(wording, **{name: float(name == part) for name in PARTS}):
            columns.append(ranking.scores(e))
    first = np.array(columns[0])
    return np.column_stack([first, *(np.array(column) - first for column in columns[1:])])


def rows(xquad_folder: Path, news_folder: Path) -> Iterator[Row]:
    """Yield the questions that have an answer."""
    index = Bm25Index(LANGUAGES)
    for asked in news.load(news_folder):
        if best := news.right(asked, asked.best):
            e = index.evidence(asked.article, parse(asked.question, asked.article.language, LANGUAGES))
            yield Row("news", asked.article.origin, table(e), best)
    data = xquad.load(xquad_folder)
    for pair in xquad.PAIRS:
        for about in data.asked[pair]:
            if about.gold is not None:
                of = data.articles[pair[1]][about.article]
                e = index.evidence(of, parse(about.question, of.language, LANGUAGES))
                yield Row("-".join(pair), f"xquad {about.article}", table(e), (about.gold,))


def fitted(data: Sequence[Row]) -> Matrix:
    """Return the weights of the columns, that of the score first."""
    centred = np.vstack([r.table - r.table.mean(0) for r in data])
    spread = np.where(centred.std(0) > 1e-9, centred.std(0), 1.0)  # noqa: PLR2004 - a constant column
    x = centred / spread
    sizes = [len(r.table) for r in data]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    owner = np.repeat(np.arange(len(data)), sizes)
    gold = np.zeros(len(x))
    for start, r in zip(starts, data, strict=True):
        gold[[start + n for n in r.gold]] = 1.0
    share = np.array([1.0 if r.kind == "news" else SHARE for r in data])[owner]
    w = np.zeros(x.shape[1])
    for _ in range(STEPS):  # the loss is not convex where several are right: small steps along a curved surface
        e = np.exp(x @ w - np.maximum.reduceat(x @ w, starts)[owner])
        p = e / np.add.reduceat(e, starts)[owner]
        q = e * gold / (np.add.reduceat(e * gold, starts)[owner] + 1e-12)
        pull = (x * ((p - q) * share)[:, None]).sum(0) + RIDGE * w
        w = w - np.linalg.solve((x * (p * share)[:, None]).T @ x + RIDGE * np.eye(len(w)), pull)
    return np.asarray(w / spread)


def left_out(data: Sequence[Row]) -> dict[str, float]:
    """Return the share of each data's questions whose best sentence is right, by weights fitted without its article."""
    names = sorted({r.article for r in data})
    right: dict[str, list[bool]] = {}
    for fold in range(FOLDS):
        without = frozenset(names[fold::FOLDS])
        weights = fitted([r for r in data if r.article not in without])
        for r in data:
            if r.article in without:
                right.setdefault(r.kind, []).append(int(np.argmax(r.table @ weights)) in r.gold)
    return {kind: 100 * float(np.mean(found)) for kind, found in right.items()}


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("xquad", type=Path)
    parser.add_argument("news", type=Path)
    options = parser.parse_args()
    data = list(rows(options.xquad, options.news))
    print("# left out:", "  ".join(f"{kind}={value:.1f}" for kind, value in left_out(data).items()))
    weights = fitted(data)
    print("\n".join(f"{name} = {w / weights[0]:.2f}" for name, w in zip(PARTS, weights[1:], strict=True)))


if __name__ == "__main__":
    main()
