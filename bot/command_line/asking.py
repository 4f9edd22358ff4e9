"""Asks an article, and checks a text against it.

Rule of this module: with `--json` nothing but JSON goes to standard output, one object a line, in the order of what was
asked.
"""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.command_line.running import fail, phrases, run, say_embedding
from bot.errors import ArticleError, ArticleProblem, QuestionError, QuestionProblem

if TYPE_CHECKING:
    from bot.app import Bot

DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.option(
    "--article", "-a", metavar="PATH", help="Path, web address, - for standard input, or id of the article to ask."
)
@click.option("--limit", type=click.IntRange(1, 100), help="Give at most this many sentences.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a question.")
@click.option("--batch", type=click.Path(), help="Ask every line of this JSON Lines file.")
@click.option("--all", "everywhere", is_flag=True, help="Ask all stored articles at once.")
@click.option("--since", type=DAY, help="With --all: only articles from this day on (2026-01-31).")
@click.option("--until", type=DAY, help="With --all: only articles up to this day.")
@click.option("--site", help="With --all: only articles of this site (spiegel.de).")
@click.argument("question", nargs=-1)
def ask(  # noqa: PLR0913, PLR0917 - one parameter an option
    article: str | None,
    limit: int | None,
    as_json: bool,  # noqa: FBT001
    batch: str | None,
    everywhere: bool,  # noqa: FBT001
    since: datetime | None,
    until: datetime | None,
    site: str | None,
    question: tuple[str, ...],
) -> None:
    """Ask one question, or every question of a batch.

    \b
    Examples:
      article-bot ask --article story.txt "what did Russia send?"
      article-bot ask --all "who won the election since March?"
      article-bot ask --json --batch questions.jsonl
      (a line of the batch: {"article": "story.txt", "question": "who won?"})
    """  # noqa: D301 - click wants the sign itself
    if everywhere:
        if article is not None or batch is not None or limit is not None:
            raise click.UsageError("--all goes with --since, --until, --site and --json alone.")
        run(lambda bot: _ask_everywhere(bot, " ".join(question), (since, until, site), as_json=as_json))
    elif since or until or site:
        raise click.UsageError("--since, --until and --site go with --all.")
    elif batch is not None:
        run(lambda bot: _ask_all(bot, batch, limit))
    else:
        run(lambda bot: _ask_one(bot, article, " ".join(question), limit, as_json=as_json))


async def _ask_one(bot: "Bot", origin: str | None, question: str, limit: int | None, *, as_json: bool) -> None:
    from bot.conversation.citations import reply_to  # noqa: PLC0415 - `--help` needs none of it
    from bot.conversation.error_messages import phrases_of  # noqa: PLC0415 - as above
    from bot.languages import detection  # noqa: PLC0415 - as above
    from bot.model import Refusal  # noqa: PLC0415 - as above
    from bot.render import plain  # noqa: PLC0415 - as above

    if not question.strip():
        raise QuestionError(QuestionProblem.EMPTY)
    origin = origin or bot.first
    article = await bot.ingest(origin)
    await bot.settled(article, say_embedding)
    answer = await bot.library.ask(article, question, limit)
    words = phrases_of(detection.detect(question), phrases().code)
    if answer.refusal is Refusal.NO_WORDS:
        fail(words.refusals[Refusal.NO_WORDS])
    if as_json:
        from bot import machine  # noqa: PLC0415 - who reads the answer loads nothing of it

        click.echo(json.dumps(machine.reply(origin, article, answer), ensure_ascii=False))
    else:
        groups = bot.library.groups(article, answer)
        click.echo(plain.render(reply_to(article, answer, groups, words)))


async def _ask_everywhere(
    bot: "Bot", question: str, confines: tuple[datetime | None, datetime | None, str | None], *, as_json: bool
) -> None:
    """Print what all stored articles say; the index is brought up to date first, however long that takes."""
    from bot import machine  # noqa: PLC0415 - `--help` needs none of it
    from bot.archive.confined import host_of, number  # noqa: PLC0415 - as above
    from bot.conversation.error_messages import phrases_of  # noqa: PLC0415 - as above
    from bot.conversation.everywhere import reply_to  # noqa: PLC0415 - as above
    from bot.ports.archive import UNPLACED, Within  # noqa: PLC0415 - as above
    from bot.ports.articles import EVERYBODY  # noqa: PLC0415 - as above
    from bot.render import plain  # noqa: PLC0415 - as above

    since, until, site = confines
    within = Within(
        number(since.date()) if since else 0, number(until.date()) if until else 0, (host_of(site),) if site else None
    )
    await bot.archive.catch_up()
    answer = await bot.everywhere.ask((EVERYBODY, UNPLACED), question, within)
    if as_json:
        click.echo(json.dumps(machine.everywhere(answer), ensure_ascii=False))
    else:
        click.echo(plain.render(reply_to(answer, phrases_of(answer.language or None, phrases().code))))


async def _ask_all(bot: "Bot", batch: str, limit: int | None) -> None:
    """Print one Reply a line, in order; an article is read once however often it is asked."""
    from bot import machine  # noqa: PLC0415 - `--help` needs none of it

    taken: dict[str, str] = {}
    for number, line in enumerate(_lines(batch), 1):
        origin, question = _row(line, number)
        if origin not in taken:
            taken[origin] = (await bot.ingest(origin)).id
        article = await bot.library.article(taken[origin])
        await bot.settled(article, say_embedding)
        answer = bot.library.answer(article, question, limit)
        click.echo(json.dumps(machine.reply(origin, article, answer), ensure_ascii=False))


def _lines(batch: str) -> list[str]:
    try:
        text = _standard_input() if batch == "-" else Path(batch).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ArticleError(ArticleProblem.NOT_FOUND, batch) from None
    except IsADirectoryError:
        raise ArticleError(ArticleProblem.DIRECTORY, batch) from None
    except UnicodeDecodeError:
        raise ArticleError(ArticleProblem.ENCODING, batch) from None
    except OSError:
        raise ArticleError(ArticleProblem.UNREADABLE, batch) from None
    return [line for line in text.split("\n") if line.strip()]


def _standard_input() -> str:
    if sys.stdin is None:  # who starts the program has closed it
        raise OSError
    return sys.stdin.read()


def _row(line: str, number: int) -> tuple[str, str]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    match row:
        case {"article": str(origin), "question": str(question)}:
            return origin, _whole(question)
        case _:
            raise QuestionError(QuestionProblem.BATCH, str(number))


def _whole(text: str) -> str:
    """Return a text with signs in place of halves of characters, which JSON may hold and no output can."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@click.command()
@click.option(
    "--article",
    "-a",
    metavar="PATH",
    help="Path, web address, - for standard input, or id of the article to check against.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a sentence of TEXT.")
@click.argument("text", nargs=-1)
def check(article: str | None, as_json: bool, text: tuple[str, ...]) -> None:  # noqa: FBT001
    """Tell whether an article says what TEXT says.

    It may say so itself, report it from somebody, say something near it, or nothing of the kind.

    Example: article-bot check --article story.txt "Russia delivered missiles"
    """
    run(lambda bot: _check(bot, article, " ".join(text), as_json=as_json))


async def _check(bot: "Bot", origin: str | None, text: str, *, as_json: bool) -> None:
    from bot import machine  # noqa: PLC0415 - `--help` needs none of it
    from bot.conversation.checking import verdicts  # noqa: PLC0415 - 50 ms that `ask` does not need
    from bot.conversation.error_messages import phrases_of  # noqa: PLC0415 - as above
    from bot.render import plain  # noqa: PLC0415 - as above

    if not text.strip():
        raise QuestionError(QuestionProblem.EMPTY)
    origin = origin or bot.first
    article = await bot.ingest(origin)
    found = await bot.library.check(article, text)
    if as_json:
        for one in found:
            click.echo(json.dumps(machine.checked(origin, article, one), ensure_ascii=False))
    else:
        click.echo(plain.render(verdicts(article, found, phrases_of(found[0].language))))


@click.command()
@click.option(
    "--article", "-a", metavar="PATH", help="Path, - for standard input, or id of the article to check against."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a quotation.")
@click.option("--file", "file", type=click.Path(), help="Check the quotations in this text file.")
@click.argument("text", nargs=-1)
def quote(article: str | None, as_json: bool, file: str | None, text: tuple[str, ...]) -> None:  # noqa: FBT001
    """Tell whether the quotations in TEXT stand in an article word for word, and who says them there.

    Ends with exit code 1 where one does not.

    Example: article-bot quote --article story.txt "“The bridge is safe” by Ann Boyle"
    """
    words = "\n".join(_lines(file)) if file is not None else " ".join(text)
    if not run(lambda bot: _quote(bot, article, words, as_json=as_json)):
        sys.exit(1)


async def _quote(bot: "Bot", origin: str | None, text: str, *, as_json: bool) -> bool:
    """Print what the article has of the quotations; return whether all are word for word."""
    from bot import machine  # noqa: PLC0415 - `--help` needs none of it
    from bot.conversation.error_messages import phrases_of  # noqa: PLC0415 - as above
    from bot.conversation.quoting import quotations  # noqa: PLC0415 - as above
    from bot.languages import detection  # noqa: PLC0415 - as above
    from bot.model import QuotationVerdict  # noqa: PLC0415 - as above
    from bot.render import plain  # noqa: PLC0415 - as above

    if not text.strip():
        raise QuestionError(QuestionProblem.EMPTY)
    origin = origin or bot.first
    article = await bot.ingest(origin)
    found = await bot.library.quote(article, text)
    words = phrases_of(detection.detect(text), phrases().code)
    if as_json:
        for one in found:
            click.echo(json.dumps(machine.quoted(origin, article, one), ensure_ascii=False))
    else:
        click.echo(plain.render(quotations(article, found, words)) if found else words.check.no_quotation)
    return all(one.verdict is QuotationVerdict.VERBATIM for one in found)
