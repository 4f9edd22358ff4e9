"""Fit the ranking's weights and print them as code: `python -m benchmarks.quality_fit FOLDER`.

Two steps for each of the two records: a listwise softmax over each article's sentences gives the score's weights (the
right one against the others); logistic regression on the best sentence of each question gives the chance: questions of
the article against twice as many of other articles, and against questions whose paragraph was cut out (weight `HARD`).
The chance's offset is set so that `REFUSED` of the questions about other articles stay below one half.

With `--folds N` it also says what the weights are worth on articles that they were not fitted on.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from benchmarks.xquad import PAIRS, Asked, Xquad, article, load
from bot import languages
from bot.core.retrieval import ranking
from bot.core.retrieval.evidence import Evidence
from bot.core.retrieval.query import parse
from bot.core.retrieval.selection import LEVEL
from bot.core.retrieval.weights import RankingFeatures, Weights
from bot.model import Article, QuestionType
from bot.search.bm25 import Bm25Index

Matrix = NDArray[np.float64]
Derivatives = Callable[[Matrix], tuple[float, Matrix, Matrix]]
"""From weights to the loss, its gradient and its Hessian."""
NAMES = tuple(f.name for f in fields(RankingFeatures))
BEST = ("coverage", "across", "letters", "before", "around")
WHOLE = ("known", "mass", "lacks_time", "lacks_number")
RIDGE = 2.0
HARD = 0.6
REFUSED = {"SAME": 0.96, "OTHER": 0.95}
FOLDS = 8
STEPS = 50
"""Of Newton's method at most; it ends after about ten."""


@dataclass(frozen=True, slots=True)
class Row:
    """A question's sentences as features, the right one's number, and the articles that it has to do with."""

    evidence: Evidence
    features: Matrix
    gold: int | None
    articles: frozenset[int]


@dataclass(frozen=True, slots=True)
class Rows:
    """A pair's questions: of the article, of other articles, and with their paragraph cut out."""

    right: Sequence[Row]
    foreign: Sequence[Row]
    hard: Sequence[Row]

    def only(self, keep: Callable[[int], bool]) -> "Rows":
        """Return the questions that have to do with no other articles than those to keep."""
        parts = (self.right, self.foreign, self.hard)
        return Rows(*([r for r in part if all(map(keep, r.articles))] for part in parts))


def row(index: Bm25Index, of: Article, question: str, gold: int | None, articles: Sequence[int]) -> Row:
    """Return a question about an article."""
    evidence = index.evidence(of, parse(question, of.language, languages.LANGUAGES))
    values = [[getattr(f, name) for name in NAMES] for f in ranking.features(evidence)]
    return Row(evidence, np.array(values), gold, frozenset(articles))


def rows(data: Xquad, pair: tuple[str, str]) -> Rows:
    """Return a pair's questions, in the order of the data."""
    index = Bm25Index(languages.LANGUAGES)
    home = {a.question: a.article for a in data.asked[pair]}

    def made(asked: Sequence[Asked]) -> list[Row]:
        articles = data.articles[pair[1]]
        return [row(index, articles[a.article], a.question, a.gold, [a.article, home[a.question]]) for a in asked]

    return Rows(made(data.asked[pair]), made(data.foreign[pair]), list(cut(data, pair)))


def cut(data: Xquad, pair: tuple[str, str]) -> Iterator[Row]:
    """Yield every second question with its paragraph cut out of the article."""
    index = Bm25Index(languages.LANGUAGES)
    for asked in data.asked[pair][::2]:
        of = data.articles[pair[1]][asked.article]
        if asked.gold is not None:
            span = of.blocks[of.sentences[asked.gold].block].span
            rest = article(of.text[: span.start] + of.text[span.end :], pair[1])
            yield row(index, rest, asked.question, None, [asked.article])


def newton(derivatives: Derivatives, size: int) -> Matrix:
    """Return where a convex loss is least: Newton's method, a step halved until the loss falls."""
    w = np.zeros(size)
    loss, gradient, hessian = derivatives(w)
    for _ in range(STEPS):
        step = np.linalg.solve(hessian, gradient)
        share = 1.0
        while (new := derivatives(w - share * step))[0] > loss and share > 1e-6:  # noqa: PLR2004 - no step left
            share /= 2
        gain, (loss, gradient, hessian) = loss - new[0], new
        w = w - share * step
        if gain < 1e-6:  # noqa: PLR2004 - the loss no longer changes
            break
    return w


def logistic(x: Matrix, y: Matrix, share: Matrix, ridge: Matrix) -> Matrix:
    """Return the weights of a logistic regression of `y` on the columns of `x`, each row counting by its `share`."""

    def derivatives(w: Matrix) -> tuple[float, Matrix, Matrix]:
        z = x @ w
        p = 1 / (1 + np.exp(-z))
        loss = float(share @ (np.logaddexp(0, z) - y * z) + w @ ridge @ w / 2)
        return loss, x.T @ (share * (p - y)) + ridge @ w, (x * (share * p * (1 - p))[:, None]).T @ x + ridge

    return newton(derivatives, x.shape[1])


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

    def derivatives(w: Matrix) -> tuple[float, Matrix, Matrix]:
        z = stacked @ w
        top = np.maximum.reduceat(z, starts)
        e = np.exp(z - top[owner])
        sums = np.add.reduceat(e, starts)
        p = (e / sums[owner])[:, None]
        mean = np.add.reduceat(stacked * p, starts)
        loss = float((np.log(sums) + top).sum() - gold @ w + RIDGE / 2 * w @ w)
        gradient = (stacked * p).sum(0) - gold + RIDGE * w
        return loss, gradient, (stacked * p).T @ stacked - mean.T @ mean + RIDGE * np.eye(len(w))

    weights = newton(derivatives, stacked.shape[1]) / spread
    return np.asarray(weights / weights[:3].sum())


def best(r: Row, weights: Matrix) -> list[float]:
    """Return what the chance is made of."""
    n = int(np.argmax(r.features @ weights))
    e = r.evidence
    when = e.question_type is QuestionType.WHEN and not r.features[n][NAMES.index("kind")]
    whole = [ranking.idf_in_article(e), ranking.matched_idf(e, n), float(when), float(ranking.lacks_number(e))]
    return [*(r.features[n][NAMES.index(name)] for name in BEST), *whole, 1.0]


def fit_chance(right: Matrix, foreign: Matrix, hard: Matrix, refused: float) -> Matrix:
    """Return the weights of the chance, the offset last."""
    x = np.vstack([right, foreign, hard])
    y = np.concatenate([np.ones(len(right)), np.zeros(len(foreign) + len(hard))])
    share = np.concatenate([np.full(len(right), 2.0), np.ones(len(foreign)), np.full(len(hard), HARD)])
    ridge = RIDGE / 4 * np.diag([*np.ones(x.shape[1] - 1), 0.0])
    weights = logistic(x, y, share, ridge)
    weights[-1] -= np.quantile(foreign @ weights, refused)
    return weights


def fit(parts: Sequence[Rows], refused: float) -> tuple[Matrix, Matrix]:
    """Return the weights of the score and those of the chance."""
    score = fit_score([r for part in parts for r in part.right])
    tables = [
        np.array([best(r, score) for part in parts for r in getattr(part, name)])
        for name in ("right", "foreign", "hard")
    ]
    return score, fit_chance(*tables, refused)


def record(score: Matrix, chance: Matrix) -> Weights:
    """Return weights as the ranking takes them."""
    best_ = RankingFeatures(**dict(zip(BEST, map(float, chance), strict=False)))
    rest = dict(zip((*WHOLE, "offset"), map(float, chance[len(BEST) :]), strict=True))
    return Weights(score=RankingFeatures(**dict(zip(NAMES, map(float, score), strict=True))), best=best_, **rest)


def chosen(r: Row) -> int | None:
    """Return the first answer to a question by the weights in force, None for a refusal."""
    chances = ranking.rank(r.evidence)
    n = max(range(len(chances)), key=lambda i: chances[i])
    return n if chances[n] >= LEVEL else None


@dataclass(frozen=True, slots=True)
class Worth:
    """In percent: the right sentence first, and questions about another article refused."""

    first: float
    refused: float


def across_folds(made: dict[tuple[str, str], Rows], folds: int) -> dict[tuple[str, str], Worth]:
    """Return each pair's figures on articles that the weights were not fitted on: every `folds`th is left out in turn.

    A question about another article counts where its own article is left out, or the one it is put to; the weights
    were then fitted on neither with it.
    """
    right: dict[tuple[str, str], list[bool]] = {pair: [] for pair in made}
    refused: dict[tuple[str, str], list[bool]] = {pair: [] for pair in made}
    for name, pairs in (("SAME", PAIRS[:2]), ("OTHER", PAIRS[2:])):
        for fold in range(folds):
            score, chance = fit([made[p].only(lambda a, f=fold: a % folds != f) for p in pairs], REFUSED[name])  # type: ignore[misc]
            with patch.object(ranking, name, record(score, chance)):
                for pair in pairs:
                    seen = [r for r in made[pair].right if any(a % folds == fold for a in r.articles)]
                    right[pair] += [r.gold is not None and chosen(r) == r.gold for r in seen]
                    other = [r for r in made[pair].foreign if any(a % folds == fold for a in r.articles)]
                    refused[pair] += [chosen(r) is None for r in other]
    return {p: Worth(100 * float(np.mean(right[p])), 100 * float(np.mean(refused[p]))) for p in made}


def code(name: str, score: Matrix, chance: Matrix) -> str:
    """Return a record as it stands in bot/core/retrieval/weights.py."""
    first = ", ".join(f"{n}={w:.2f}" for n, w in zip(NAMES, score, strict=True))
    then = ", ".join(f"{n}={w:.2f}" for n, w in zip(BEST, chance, strict=False))
    rest = ", ".join(f"{n}={w:.2f}" for n, w in zip((*WHOLE, "offset"), chance[len(BEST) :], strict=True))
    return f"{name} = Weights(score=Features({first}), best=Features({then}), {rest})"


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", type=int, help="also leave out every N-th article in turn")
    options = parser.parse_args()
    data = load(options.data)
    made = {pair: rows(data, pair) for pair in PAIRS}
    for name, pairs in (("SAME", PAIRS[:2]), ("OTHER", PAIRS[2:])):
        print(code(name, *fit([made[p] for p in pairs], REFUSED[name])), flush=True)
    if options.folds:
        for pair, worth in across_folds(made, options.folds).items():
            print(f"# {'-'.join(pair)} left out: first {worth.first:.1f}, refused {worth.refused:.1f}", flush=True)


if __name__ == "__main__":
    main()
