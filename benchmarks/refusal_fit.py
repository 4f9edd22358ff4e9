"""Fit what tells that a question is answered, and print it as code: `python -m benchmarks.refusal_fit XQUAD NEWS`.

Logistic regression on the signs of `core.retrieval.confidence` for the best sentence of each question: readers'
questions about news (see benchmarks.news), those of the corpus that are not held back, and, with less weight,
XQuAD-R's: right ones, ones about another article, and ones whose paragraph was cut out. The figures printed are taken
with each question's article left out, for several thresholds; the offset printed is the one for `--keep` of the news
questions.
"""

import argparse
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks import news, xquad
from benchmarks.quality_fit import logistic
from benchmarks.tables import table
from bot import fetch, formats
from bot.core.retrieval import confidence, ranking, vetoes
from bot.core.retrieval.confidence import Signs
from bot.core.retrieval.query import parse
from bot.evaluation.annotated import corpus
from bot.languages import LANGUAGES
from bot.model import Article
from bot.search.bm25 import Bm25Index
from bot.service import analyse

Matrix = NDArray[np.float64]
CORPUS = Path(__file__).resolve().parent.parent / "corpus"
NAMES = tuple(f.name for f in fields(Signs))
WEIGHTS: Mapping[str, float] = {
    "answered": 3.0,
    "unanswered": 6.0,
    "corpus": 3.0,
    "right": 0.5,
    "other": 0.35,
    "cut": 0.1,
}
"""Of a question of a kind: there are twenty times as many of XQuAD-R, and readers ask like those of the news."""
RIDGE = 1.0
FOLDS = 8
EVERY = 3
"""Of XQuAD-R's questions, every third is asked with its paragraph cut out."""
KEEPS = (0.92, 0.9, 0.88, 0.86)


@dataclass(frozen=True, slots=True)
class Row:
    """A question: its kind and article, its signs; whether it has an answer, which is first, or is refused anyway."""

    kind: str
    article: str
    signs: tuple[float, ...]
    answered: bool
    right: bool
    refused: bool


def row(  # noqa: PLR0913, PLR0917 - a question and all that is known of it
    index: Bm25Index, of: Article, question: str, kind: str, name: str, best: Sequence[int]
) -> Row:
    """Return a question about an article, of which `best` are the right sentences."""
    e = index.evidence(of, parse(question, of.language, LANGUAGES))
    n, stage, scores = ranking.judged(e)
    signs = astuple(confidence.signs(e, stage, scores, n))
    return Row(kind, name, signs, bool(best), n in best, vetoes.is_refused(e, n))


def of_news(folder: Path, index: Bm25Index) -> Iterator[Row]:
    """Yield readers' questions about news."""
    for asked in news.load(folder):
        kind = "answered" if asked.gold else "unanswered"
        best = news.right(asked, asked.best)
        yield row(index, asked.article, asked.question, kind, asked.article.origin, best)


def of_corpus(index: Bm25Index) -> Iterator[Row]:
    """Yield the questions of the corpus, but for the articles that are held back."""
    without = tomllib.loads((CORPUS / "unanswerable.toml").read_text(encoding="utf-8"))
    for annotated in corpus(CORPUS):
        if annotated.split != "seen":
            continue
        of = analyse(formats.read(fetch.read(str(annotated.file))), annotated.name)
        texts = [s.span.cut(of.text) for s in of.sentences]
        for asked in annotated.questions:
            best = [n for n, text in enumerate(texts) if any(piece in text for piece in asked.first)]
            yield row(index, of, asked.text, "corpus", annotated.name, best)
        for questions in without.get(annotated.name, {}).values():
            yield from (row(index, of, question, "corpus", annotated.name, ()) for question in questions)


def of_xquad(folder: Path, index: Bm25Index) -> Iterator[Row]:
    """Yield XQuAD-R's questions of all four pairs."""
    data = xquad.load(folder)
    for pair in xquad.PAIRS:
        told = data.articles[pair[1]]
        for n, asked in enumerate(data.asked[pair]):
            if asked.gold is None:
                continue
            name, of = f"xquad {asked.article}", told[asked.article]
            yield row(index, of, asked.question, "right", name, (asked.gold,))
            if n % EVERY == 0:
                span = of.blocks[of.sentences[asked.gold].block].span
                cut = xquad.article(of.text[: span.start] + of.text[span.end :], pair[1])
                yield row(index, cut, asked.question, "cut", name, ())
        for other in data.foreign[pair]:
            yield row(index, told[other.article], other.question, "other", f"xquad {other.article}", ())


def fitted(rows: Sequence[Row]) -> Matrix:
    """Return the weights of the signs, the offset last."""
    x = np.array([(*r.signs, 1.0) for r in rows])
    y = np.array([float(r.answered) for r in rows])
    share = np.array([WEIGHTS[r.kind] for r in rows])
    ridge = np.diag([*np.full(x.shape[1] - 1, RIDGE), 0.0])
    return logistic(x, y, share, ridge)


def left_out(rows: Sequence[Row]) -> Matrix:
    """Return each question's logit by weights that were fitted without its article."""
    names = sorted({r.article for r in rows})
    apart = [{n} for n in names if not n.startswith("xquad")]
    apart += [set([n for n in names if n.startswith("xquad")][fold::FOLDS]) for fold in range(FOLDS)]
    logits = np.full(len(rows), -np.inf)
    for group in apart:
        weights = fitted([r for r in rows if r.article not in group])
        for n, r in enumerate(rows):
            if r.article in group and not r.refused:
                logits[n] = np.array([*r.signs, 1.0]) @ weights
    return logits


def worth(rows: Sequence[Row], logits: Matrix, level: float) -> list[str]:
    """Return, in percent: news kept, first right and refused; the corpus' refused; XQuAD-R's right, others and cut."""
    kept = logits >= level

    def share(kind: str, *, answered: bool, right: bool = False) -> str:
        those = [n for n, r in enumerate(rows) if r.kind == kind and r.answered is answered]
        good = [bool(kept[n]) and (not right or rows[n].right) if answered else not kept[n] for n in those]
        return f"{100 * sum(good) / max(1, len(good)):.1f}"

    return [
        share("answered", answered=True),
        share("answered", answered=True, right=True),
        share("unanswered", answered=False),
        share("corpus", answered=False),
        share("right", answered=True, right=True),
        share("other", answered=False),
        share("cut", answered=False),
    ]


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("xquad", type=Path)
    parser.add_argument("news", type=Path)
    parser.add_argument("--keep", type=float, default=0.89, help="share of answered news questions to keep")
    options = parser.parse_args()
    index = Bm25Index(LANGUAGES)
    rows = [*of_news(options.news, index), *of_corpus(index), *of_xquad(options.xquad, index)]
    logits = left_out(rows)
    answered = np.array([logits[n] for n, r in enumerate(rows) if r.kind == "answered"])
    heads = ["kept", "first", "refused", "corpus refused", "XQuAD-R right", "others refused", "cut refused"]
    table(heads, [worth(rows, logits, float(np.quantile(answered, 1 - keep))) for keep in KEEPS])
    weights = fitted(rows)
    level = float(np.quantile(answered, 1 - options.keep))
    print("WEIGHTS = Signs(" + ", ".join(f"{n}={w:.2f}" for n, w in zip(NAMES, weights, strict=False)) + ")")
    print(f"OFFSET = {weights[-1] - level:.2f}")


if __name__ == "__main__":
    main()
