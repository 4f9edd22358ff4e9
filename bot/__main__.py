"""The command line: what a person or a program can ask for, and the exit code it ends with.

Rule of this room: 0 is done, 2 is "you can mend this" with one line on standard error; a stack trace never shows.
"""

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from bot import __version__
from bot.conversation.words import phrases_of, words_for
from bot.errors import ArticleError, ArticleProblem, BotError, QuestionError, QuestionProblem

if TYPE_CHECKING:
    from bot.app import Bot
    from bot.conversation.phrases import Phrases

T = TypeVar("T")
MENDABLE = 2
"""Exit code of everything that the person at the keyboard can mend."""


def main() -> None:
    """Run the command line and end with its exit code."""
    try:
        cli(prog_name="article-bot")
    except BrokenPipeError:
        # The reader of a pipe has left; what is still buffered has no reader either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:  # noqa: BLE001 - the last door: no stack trace behind it
        _fail(f"{phrases().internal} ({type(error).__name__})")


def phrases() -> "Phrases":
    """Return the words of the language that the environment asks for."""
    return phrases_of(next((v for n in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(n))), None))


def _fail(line: str) -> None:
    click.echo(f"article-bot: {line}", err=True)
    sys.exit(MENDABLE)


def _run(work: "Callable[[Bot], Awaitable[T]]") -> T:
    """Return what `work` makes of an open bot; an error of ours ends the program with one line."""

    async def opened() -> T:
        from bot.app import open_bot  # noqa: PLC0415 - `--help` needs none of it

        async with open_bot(compiling=_say_compiling) as bot:
            return await work(bot)

    return _done(lambda: asyncio.run(opened()))


def _done(work: "Callable[[], T]") -> "T":
    """Return what `work` returns; an error of ours ends the program with one line."""
    try:
        return work()
    except BotError as error:
        _fail(words_for(error, phrases()))
        raise AssertionError from error
    except KeyboardInterrupt:
        sys.exit(130)


def _say_compiling(path: str) -> None:
    click.echo(f"article-bot: {phrases().compiling.format(path=path)}", err=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def cli() -> None:
    """Ask a news article; get its own sentences, word for word, each with who says so.

    Example: article-bot ask --article story.txt "what did Russia send?"
    """


@cli.command()
@click.argument("article", required=False)
def console(article: str | None) -> None:
    """Talk about an article in the terminal.

    ARTICLE is a path, - for standard input, or the id of a stored article; without it, the article that BOT_ARTICLE
    names, or the one that comes along.

    Example: article-bot console story.html
    """

    async def work(bot: "Bot") -> int:
        from bot.chat import Incoming  # noqa: PLC0415
        from bot.conversation.menus import Menu, listed  # noqa: PLC0415
        from bot.platforms import console as platform  # noqa: PLC0415

        conversation, _ = await bot.converse(article)
        words = phrases()
        greeting = await conversation.greet(Incoming("console", "console", "", words.code))
        return await platform.run(
            conversation.handle,
            greeting=greeting,
            commands=listed(Menu.CONSOLE, words),
            language=words.code,
            history=_path(bot.settings.history),
        )

    sys.exit(_run(work))


def _path(path: Path | None) -> str | None:
    return None if path is None else str(path)


@cli.command()
@click.option("--article", "-a", metavar="PATH", help="Path, - for standard input, or id of the article to ask.")
@click.option("--limit", type=click.IntRange(1, 100), help="Give at most this many sentences.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a question.")
@click.option("--batch", type=click.Path(), help="Ask every line of this JSON Lines file.")
@click.argument("question", nargs=-1)
def ask(article: str | None, limit: int | None, as_json: bool, batch: str | None, question: tuple[str, ...]) -> None:  # noqa: FBT001
    """Ask one question, or every question of a batch.

    \b
    Examples:
      article-bot ask --article story.txt "what did Russia send?"
      article-bot ask --json --batch questions.jsonl
      (a line of the batch: {"article": "story.txt", "question": "who won?"})
    """  # noqa: D301 - click wants the sign itself
    if batch is not None:
        _run(lambda bot: _ask_all(bot, batch, limit))
    else:
        _run(lambda bot: _ask_one(bot, article, " ".join(question), limit, as_json=as_json))


async def _ask_one(bot: "Bot", origin: str | None, question: str, limit: int | None, *, as_json: bool) -> None:
    from bot import languages, machine  # noqa: PLC0415
    from bot.conversation.cite import reply_to  # noqa: PLC0415
    from bot.model import Refusal  # noqa: PLC0415
    from bot.render import plain  # noqa: PLC0415

    if not question.strip():
        raise QuestionError(QuestionProblem.EMPTY)
    origin = origin or bot.first
    article = await bot.take(origin)
    answer = await bot.library.ask(article, question, limit)
    words = phrases_of(languages.detect(question), phrases().code)
    if answer.refusal is Refusal.NO_WORDS:
        _fail(words.refusals[Refusal.NO_WORDS])
    if as_json:
        click.echo(json.dumps(machine.reply(origin, article, answer), ensure_ascii=False))
    else:
        groups = bot.library.groups(article, answer)
        click.echo(plain.render(reply_to(article, answer, groups, words)))


async def _ask_all(bot: "Bot", batch: str, limit: int | None) -> None:
    """Print one Reply a line, in order; an article is read once however often it is asked."""
    from bot import machine  # noqa: PLC0415

    taken: dict[str, str] = {}
    for number, line in enumerate(_lines(batch), 1):
        origin, question = _row(line, number)
        if origin not in taken:
            taken[origin] = (await bot.take(origin)).id
        article = await bot.library.article(taken[origin])
        answer = bot.library.answer(article, question, limit)
        click.echo(json.dumps(machine.reply(origin, article, answer), ensure_ascii=False))


def _lines(batch: str) -> list[str]:
    try:
        text = sys.stdin.read() if batch == "-" else Path(batch).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ArticleError(ArticleProblem.NOT_FOUND, batch) from None
    except IsADirectoryError:
        raise ArticleError(ArticleProblem.DIRECTORY, batch) from None
    except UnicodeDecodeError:
        raise ArticleError(ArticleProblem.ENCODING, batch) from None
    except OSError:
        raise ArticleError(ArticleProblem.UNREADABLE, batch) from None
    return [line for line in text.split("\n") if line.strip()]


def _row(line: str, number: int) -> tuple[str, str]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    match row:
        case {"article": str(origin), "question": str(question)}:
            return origin, question
        case _:
            raise QuestionError(QuestionProblem.BATCH, str(number))


@cli.command()
@click.option(
    "--article", "-a", metavar="PATH", help="Path, - for standard input, or id of the article to check against."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a sentence of TEXT.")
@click.argument("text", nargs=-1)
def check(article: str | None, as_json: bool, text: tuple[str, ...]) -> None:  # noqa: FBT001
    """Tell whether an article says what TEXT says.

    It may say so itself, report it from somebody, say something near it, or nothing of the kind.

    Example: article-bot check --article story.txt "Russia delivered missiles"
    """
    _run(lambda bot: _check(bot, article, " ".join(text), as_json=as_json))


async def _check(bot: "Bot", origin: str | None, text: str, *, as_json: bool) -> None:
    from bot import machine  # noqa: PLC0415
    from bot.conversation.checking import verdicts  # noqa: PLC0415
    from bot.render import plain  # noqa: PLC0415

    if not text.strip():
        raise QuestionError(QuestionProblem.EMPTY)
    origin = origin or bot.first
    article = await bot.take(origin)
    found = await bot.library.check(article, text)
    if as_json:
        for one in found:
            click.echo(json.dumps(machine.checked(origin, article, one), ensure_ascii=False))
    else:
        click.echo(plain.render(verdicts(article, found, phrases_of(found[0].language))))


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a file.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
def analyze(paths: tuple[str, ...], as_json: bool) -> None:  # noqa: FBT001
    """Show the sentences of articles and who says what in them.

    Example: article-bot analyze --json story.txt other.html
    """
    _run(lambda bot: _analyze(bot, paths, as_json=as_json))


async def _analyze(bot: "Bot", paths: tuple[str, ...], *, as_json: bool) -> None:
    from bot import machine  # noqa: PLC0415
    from bot.chat import Reply  # noqa: PLC0415
    from bot.conversation.cite import every_sentence  # noqa: PLC0415
    from bot.conversation.speakers import every, listing  # noqa: PLC0415
    from bot.render import plain  # noqa: PLC0415

    words = phrases()
    for path in paths:
        article = await bot.take(path)
        if as_json:
            extracted = await bot.library.extracted(article)
            click.echo(json.dumps(machine.analysis(path, article, extracted=extracted), ensure_ascii=False))
        else:
            parts = (*every_sentence(article, words), *listing(article, every(article, words), words))
            click.echo(plain.render(Reply(parts, words.code)))


@cli.command()
@click.option("--errors", is_flag=True, help="Show the misses, too; those of an unseen half are only counted.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as one JSON object.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
def evaluate(files: tuple[str, ...], errors: bool, as_json: bool) -> None:  # noqa: FBT001
    """Score the bot on annotated articles.

    Scored are who says so, the answers, and the checked statements.

    FILE is an expected.toml of the annotated format, or a folder with some in it.

    Example: article-bot evaluate corpus/en
    """
    from bot import evaluation  # noqa: PLC0415
    from bot.evaluation.annotated import corpus  # noqa: PLC0415

    runs = _done(lambda: asyncio.run(evaluation.run([a for f in files for a in corpus(Path(f))])))
    if as_json:
        click.echo(json.dumps(evaluation.figures(runs), ensure_ascii=False))
        return
    for miss in evaluation.misses(runs) if errors else ():
        click.echo(miss)
    click.echo(evaluation.report(runs))


@cli.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
def ingest(paths: tuple[str, ...]) -> None:
    """Take articles in, so that each is read once.

    Example: article-bot ingest story.txt page.html
    """

    async def work(bot: "Bot") -> None:
        for path in paths:
            article = await bot.take(path)
            click.echo(f"{article.id[:12]}  {article.language}  {len(article.sentences):4}  {article.title or path}")

    _run(work)


@cli.command()
def articles() -> None:
    """List the stored articles, the newest first.

    Example: article-bot articles
    """

    async def work(bot: "Bot") -> None:
        listed = await bot.library.articles()
        for entry in listed:
            click.echo(f"{entry.id[:12]}  {entry.language}  {entry.sentences:4}  {entry.title or entry.origin}")
        if not listed:
            click.echo(phrases().no_articles)

    _run(work)


@cli.command()
def telegram() -> None:
    """Answer in Telegram, until stopped with Ctrl-C or SIGTERM.

    BOT_TELEGRAM_TOKEN must be set; .env.example has the other settings.

    Example: BOT_TELEGRAM_TOKEN=... article-bot telegram
    """

    async def work(bot: "Bot") -> None:
        from bot.app import serve  # noqa: PLC0415 - the console needs no chat library

        await serve.telegram(bot)

    _run(work)


@cli.command()
def slack() -> None:
    """Answer in Slack, until stopped with Ctrl-C or SIGTERM.

    BOT_SLACK_BOT_TOKEN must be set, and BOT_SLACK_APP_TOKEN or BOT_SLACK_SIGNING_SECRET; .env.example has the rest.

    Example: BOT_SLACK_BOT_TOKEN=... BOT_SLACK_APP_TOKEN=... article-bot slack
    """

    async def work(bot: "Bot") -> None:
        from bot.app import serve  # noqa: PLC0415 - the console needs no chat library

        await serve.slack(bot)

    _run(work)


@cli.command()
@click.option("--url", metavar="URL", default="", help="Where Slack reaches the bot; without it, the bot connects.")
@click.option("--domain", "domains", multiple=True, metavar="NAME", help="Look at links to this domain; repeatable.")
def manifest(url: str, domains: tuple[str, ...]) -> None:
    """Print the manifest that a Slack app is created from.

    Example: article-bot manifest --url https://bot.example.org
    """
    from bot.platforms.slack.manifest import as_yaml  # noqa: PLC0415 - the console needs no chat library
    from bot.platforms.slack.manifest import manifest as made  # noqa: PLC0415

    click.echo(as_yaml(made(url.rstrip("/"), domains)), nl=False)


@cli.command()
def dictionary() -> None:
    """Compile the large dictionary now, where there is one, and say how large it is.

    Example: article-bot dictionary
    """
    from bot.app import compiled, large_dictionary  # noqa: PLC0415
    from bot.doctor import dictionary_line  # noqa: PLC0415
    from bot.settings import load_settings  # noqa: PLC0415

    try:
        found = large_dictionary(load_settings())
        click.echo(dictionary_line(found, compiled(found, _say_compiling), phrases()))
    except BotError as error:
        _fail(words_for(error, phrases()))


@cli.command()
def doctor() -> None:
    """Say what is set up, what is missing, and what to do about it.

    Example: article-bot doctor
    """
    from bot.doctor import examine  # noqa: PLC0415

    findings = asyncio.run(examine(phrases()))
    for finding in findings:
        click.echo(f"{'ok  ' if finding.good else 'MEND'}  {finding.text}")
    sys.exit(0 if all(finding.good for finding in findings) else MENDABLE)


if __name__ == "__main__":
    main()
