"""Print how good the bot is on annotated articles: `python -m benchmarks.corpus [--errors] [FOLDER...]`.

Without a folder it is the project's corpus. Misses in articles of the unseen half are counted and never shown, so that
no rule is written against them.
"""

import argparse
import asyncio
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.annotated import CORPUS, Annotated, corpus
from benchmarks.scoring import LIMIT, Score, score_attribution, score_layout, score_questions, score_statements
from bot.app import open_bot
from bot.model import Answer, Article, Check
from bot.settings import Settings

LAYOUT = ("sentences", "title", "dateline", "byline", "published", "language")
ATTRIBUTION = ("state", "detect", "source", "named", "mode", "cue", "via")
STATEMENTS = ("verdict", "said", "unsaid", "gap", "speaker")
QUESTIONS = ("first", "answers", "never", "speaker", "refuse")


@dataclass(frozen=True, slots=True)
class Run:
    """What the bot made of an annotated article."""

    annotated: Annotated
    article: Article
    answers: tuple[Answer, ...]
    checks: tuple[Check, ...] = ()


async def run(articles: Sequence[Annotated], database: Path) -> tuple[Run, ...]:
    """Take articles in and ask all their questions, in order."""
    runs = []
    async with open_bot(Settings(database=database)) as bot:
        for annotated in articles:
            article = await bot.take(str(annotated.file))
            answers = tuple([await bot.library.ask(article, q.text, LIMIT) for q in annotated.questions])
            checks = tuple([(await bot.library.check(article, s.text))[0] for s in annotated.statements])
            runs.append(Run(annotated, article, answers, checks))
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


def report(runs: Sequence[Run]) -> str:
    """Return the tables."""
    return "\n\n".join(
        (
            table("layout", layouts(runs), LAYOUT),
            table("attribution", attributions(runs), ATTRIBUTION),
            table("questions", questions(runs), QUESTIONS),
            table("statements", statements(runs), STATEMENTS),
        )
    )


def _discreet(run: Run, score: Score) -> Score:
    """Return the score, of an unseen article without its misses."""
    return score if run.annotated.split == "seen" else Score(score.hits, score.tries)


def _gathered(scores: Iterable[tuple[str, Score]]) -> dict[str, Score]:
    found: dict[str, Score] = {}
    for key, score in scores:
        found.setdefault(key, Score()).add(score)
    return dict(sorted(found.items()))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[CORPUS], metavar="FOLDER")
    parser.add_argument("--errors", action="store_true", help="show the misses of the seen half")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        runs = asyncio.run(run([a for root in given.folders for a in corpus(root)], Path(folder, "articles.db")))
    if given.errors:
        scores = (score for kind in (layouts, attributions, questions, statements) for score in kind(runs).values())
        print(*(miss for score in scores for miss in score.misses), sep="\n")
    print(report(runs))


if __name__ == "__main__":
    main()
