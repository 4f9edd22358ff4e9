"""Fit the ranking's weights and print them as code: `python -m benchmarks.quality_fit FOLDER`.

Two steps for each of the two records: a listwise softmax over each article's sentences gives the score's weights (the
right one against the others); logistic regression on the best sentence of each question gives the chance: questions of
the article against twice as many of other articles, and against questions whose paragraph was cut out (weight `HARD`).
The chance's offset is set so that `REFUSED` of the questions about other articles stay below one half.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.xquad import PAIRS, Asked, Xquad, article, load
from bot import languages
from bot.core import ranking
from bot.core.query import understand
from bot.core.ranking import Evidence, Features
from bot.model import Article, Wanted
from bot.search.bm25 import Bm25Index

Matrix = NDArray[np.float64]
NAMES = tuple(f.name for f in fields(Features))
BEST = ("coverage", "across", "letters", "before", "around")
WHOLE = ("known", "mass", "lacks_time", "lacks_number")
RIDGE = 2.0
HARD = 0.6
REFUSED = {"SAME": 0.955, "OTHER": 0.925}
STEPS, RATE = 3_000, 0.05
"""Of gradient descent (Adam); the loss no longer changes in its third decimal."""


@dataclass(frozen=True, slots=True)
class Row:
    """A question's sentences as features, and the right one's number."""

    evidence: Evidence
    features: Matrix
    gold: int | None


def row(index: Bm25Index, of: Article, question: str, gold: int | None) -> Row:
    """Return a question about an article."""
    evidence = index.evidence(of, understand(question, of.language, languages.LANGUAGES))
    values = [[getattr(f, name) for name in NAMES] for f in ranking.features(evidence)]
    return Row(evidence, np.array(values), gold)


def rows(data: Xquad, pair: tuple[str, str], asked: Sequence[Asked]) -> list[Row]:
    """Return questions in the order given."""
    index = Bm25Index(languages.LANGUAGES)
    return [row(index, data.articles[pair[1]][a.article], a.question, a.gold) for a in asked]


def cut(data: Xquad, pair: tuple[str, str]) -> Iterator[Row]:
    """Yield every second question with its paragraph cut out of the article."""
    index = Bm25Index(languages.LANGUAGES)
    for asked in data.asked[pair][::2]:
        of = data.articles[pair[1]][asked.article]
        if asked.gold is not None:
            span = of.blocks[of.sentences[asked.gold].block].span
            yield row(index, article(of.text[: span.start] + of.text[span.end :], pair[1]), asked.question, None)


def descend(gradient: object, size: int) -> Matrix:
    """Return where gradient descent (Adam) ends."""
    w, m, v = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, STEPS + 1):
        g = gradient(w)  # type: ignore[operator]
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
        w = w - RATE * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    return w


def fit_score(data: Sequence[Row]) -> Matrix:
    """Return the weights of a sentence's features; coverage, across and letters sum to 1."""
    rated = [r for r in data if r.gold is not None]
    stacked = np.vstack([r.features for r in rated])
    spread = np.where(stacked.std(0) > 1e-9, stacked.std(0), 1.0)  # noqa: PLR2004 - a constant feature
    stacked = stacked / spread
    sizes = np.array([len(r.features) for r in rated])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    gold = stacked[starts + np.array([r.gold for r in rated])].sum(0)
    owner = np.repeat(np.arange(len(rated)), sizes)

    def gradient(w: Matrix) -> Matrix:
        z = stacked @ w
        e = np.exp(z - np.maximum.reduceat(z, starts)[owner])
        return stacked.T @ (e / np.add.reduceat(e, starts)[owner]) - gold + RIDGE * w

    weights = descend(gradient, stacked.shape[1]) / spread
    return np.asarray(weights / weights[:3].sum())


def best(r: Row, weights: Matrix) -> list[float]:
    """Return what the chance is made of."""
    n = int(np.argmax(r.features @ weights))
    e = r.evidence
    when = e.wanted is Wanted.WHEN and not r.features[n][NAMES.index("kind")]
    whole = [ranking.known(e), ranking.mass(e, n), float(when), float(ranking.lacks_number(e))]
    return [*(r.features[n][NAMES.index(name)] for name in BEST), *whole, 1.0]


def fit_chance(right: Matrix, foreign: Matrix, hard: Matrix, refused: float) -> Matrix:
    """Return the weights of the chance, the offset last."""
    x = np.vstack([right, foreign, hard])
    y = np.concatenate([np.ones(len(right)), np.zeros(len(foreign) + len(hard))])
    share = np.concatenate([np.full(len(right), 2.0), np.ones(len(foreign)), np.full(len(hard), HARD)])

    def gradient(w: Matrix) -> Matrix:
        p = 1 / (1 + np.exp(-x @ w))
        return x.T @ (share * (p - y)) + RIDGE / 4 * np.concatenate([w[:-1], [0.0]])

    weights = descend(gradient, x.shape[1])
    weights[-1] -= np.quantile(foreign @ weights, refused)
    return weights


def code(name: str, score: Matrix, chance: Matrix) -> str:
    """Return a record as it stands in bot/core/ranking.py."""
    first = ", ".join(f"{n}={w:.2f}" for n, w in zip(NAMES, score, strict=True))
    then = ", ".join(f"{n}={w:.2f}" for n, w in zip(BEST, chance, strict=False))
    rest = ", ".join(f"{n}={w:.2f}" for n, w in zip((*WHOLE, "offset"), chance[len(BEST) :], strict=True))
    return f"{name} = Weights(score=Features({first}), best=Features({then}), {rest})"


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    data = load(parser.parse_args().data)
    for name, pairs in (("SAME", PAIRS[:2]), ("OTHER", PAIRS[2:])):
        right = [r for p in pairs for r in rows(data, p, data.asked[p])]
        foreign = [r for p in pairs for r in rows(data, p, data.foreign[p])]
        hard = [r for p in pairs for r in cut(data, p)]
        score = fit_score(right)
        tables = [np.array([best(r, score) for r in part]) for part in (right, foreign, hard)]
        chance = fit_chance(*tables, REFUSED[name])
        first = np.mean([r.gold == int(np.argmax(r.features @ score)) for r in right])
        kept = np.mean(tables[0] @ chance > 0)
        print(f"# {name}: right first {100 * first:.1f} %, answerable ones kept {100 * kept:.1f} %")
        print(code(name, score, chance), flush=True)


if __name__ == "__main__":
    main()
