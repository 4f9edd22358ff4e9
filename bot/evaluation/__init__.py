"""How good the bot is on annotated articles (the format of corpus/README.md): runs, figures, tables.

Rule of this room: misses in articles of the unseen half are counted and never shown, so that no rule is written against
them.
"""

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.app import open_bot
from bot.evaluation.annotated import KINDS, Annotated
from bot.evaluation.scoring import (
    LIMIT,
    Score,
    score_attribution,
    score_layout,
    score_modes,
    score_questions,
    score_statements,
)
from bot.evaluation.shown import SHOWN, score_shown
from bot.machine import Json
from bot.model import Answer, Article, Check
from bot.settings import load_settings

LAYOUT = ("sentences", "title", "dateline", "byline", "published", "language")
ATTRIBUTION = ("state", "detect", "source", "claims", "named", "mode", "cue", "via")
MODES = ("detect", "source", "named", "mode")
STATEMENTS = ("verdict", "said", "unsaid", "gap", "speaker")
QUESTIONS = ("first", "answers", "never", "speaker", "refuse")


@dataclass(frozen=True, slots=True)
class Run:
    """What the bot made of an annotated article."""

    annotated: Annotated
    article: Article
    answers: tuple[Answer, ...]
    checks: tuple[Check, ...] = ()
    shown: tuple[Answer, ...] = ()
    """To the questions that have a kind, without a limit."""


async def run(articles: Sequence[Annotated]) -> tuple[Run, ...]:
    """Take articles in, ask all their questions and check all their statements, in order, with a database of its own.

    Raises `ArticleError` for an article that can't be read.
    """
    runs = []
    with tempfile.TemporaryDirectory() as folder:
        async with open_bot(replace(load_settings(), database=Path(folder, "articles.db"))) as bot:
            for annotated in articles:
                article = await bot.ingest(str(annotated.file))
                await bot.settled(article)
                answers = tuple([await bot.library.ask(article, q.text, LIMIT) for q in annotated.questions])
                checks = tuple([(await bot.library.check(article, s.text))[0] for s in annotated.statements])
                shown = tuple([await bot.library.ask(article, q.text) for q in annotated.questions if q.kind])
                runs.append(Run(annotated, article, answers, checks, shown))
    return tuple(runs)


def layouts(runs: Sequence[Run]) -> dict[str, Score]:
    """Return the layout's figures by language of the article."""
    return _gathered((r.annotated.language, _discreet(r, score_layout(r.annotated, r.article))) for r in runs)


def attributions(runs: Sequence[Run]) -> dict[str, Score]:
    """Return the figures of who says so by language and half of the corpus."""
    return _gathered(
        (f"{r.annotated.language} {r.annotated.split}", _discreet(r, score_attribution(r.annotated, r.article)))
        for r in runs
    )


def modes(runs: Sequence[Run]) -> dict[str, Score]:
    """Return the figures of who says so by language and mode; "own" is the paper's own voice."""
    return _gathered(
        (f"{r.annotated.language} {mode}", _discreet(r, score))
        for r in runs
        for mode, score in score_modes(r.annotated, r.article).items()
    )


def questions(runs: Sequence[Run]) -> dict[str, Score]:
    """Return the answers' figures by pair: language of the question, language of the article."""
    return _gathered(
        (
            f"{language}-{r.annotated.language}",
            _discreet(r, score_questions(r.annotated, r.article, r.answers, language)),
        )
        for r in runs
        for language in ("de", "en")
    )


def shown(runs: Sequence[Run]) -> dict[str, Score]:
    """Return the figures of what a reader is shown by half of the corpus and kind of question, and of all kinds."""
    found = _gathered(
        (f"{r.annotated.split} {row}", _discreet(r, score_shown(r.annotated, r.article, r.shown, kinds)))
        for split in ("seen", "unseen")
        for row, kinds in (*((kind, (kind,)) for kind in KINDS), ("all", KINDS))
        for r in runs
        if r.annotated.split == split
    )
    return {row: score for row, score in found.items() if score.tries}


def statements(runs: Sequence[Run]) -> dict[str, Score]:
    """Return the figures of checked statements by pair: language of the statement, language of the article."""
    return _gathered(
        (
            f"{language}-{r.annotated.language}",
            _discreet(r, score_statements(r.annotated, r.article, r.checks, language)),
        )
        for r in runs
        for language in ("de", "en")
        if r.annotated.statements
    )


def table(title: str, scores: Mapping[str, Score], columns: Sequence[str]) -> str:
    """Return figures in percent as lines of text, with the number of tries in brackets."""
    lines = [f"{title:14}" + "".join(f"{column:>14}" for column in columns)]
    for row, score in scores.items():
        cells = [f"{100 * score.hits[c] / n:.1f} ({n})" if (n := score.tries[c]) else "-" for c in columns]
        lines.append(f"{row:14}" + "".join(f"{cell:>14}" for cell in cells))
    return "\n".join(lines)


def tables(runs: Sequence[Run]) -> dict[str, tuple[dict[str, Score], Sequence[str]]]:
    """Return every table by its title: rows of scores, and the figures that are its columns."""
    return {
        "layout": (layouts(runs), LAYOUT),
        "attribution": (attributions(runs), ATTRIBUTION),
        "by mode": (modes(runs), MODES),
        "questions": (questions(runs), QUESTIONS),
        "shown": (shown(runs), SHOWN),
        "statements": (statements(runs), STATEMENTS),
    }


def report(runs: Sequence[Run]) -> str:
    """Return the tables that have rows, as text."""
    return "\n\n".join(table(title, rows, columns) for title, (rows, columns) in tables(runs).items() if rows)


def misses(runs: Sequence[Run]) -> tuple[str, ...]:
    """Return a line for each miss in articles that are not of the unseen half."""
    scores = (score for rows, _ in tables(runs).values() for score in rows.values())
    return tuple(dict.fromkeys(miss for score in scores for miss in score.misses))


def figures(runs: Sequence[Run]) -> dict[str, Json]:
    """Return the tables as the Evaluation of docs/json.md: percent and tries by table, row and figure."""
    return {
        title: {
            row: {
                figure: {"percent": round(percent, 1), "of": score.tries[figure]}
                for figure, percent in score.percent().items()
            }
            for row, score in rows.items()
        }
        for title, (rows, _) in tables(runs).items()
    }


def _discreet(run: Run, score: Score) -> Score:
    """Return the score, of an unseen article without its misses."""
    return score if run.annotated.split == "seen" else Score(score.hits, score.tries)


def _gathered(scores: Iterable[tuple[str, Score]]) -> dict[str, Score]:
    found: dict[str, Score] = {}
    for key, score in scores:
        found.setdefault(key, Score()).add(score)
    return dict(sorted(found.items()))
