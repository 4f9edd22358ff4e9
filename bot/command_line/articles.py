"""Takes articles in, lists them, and shows what stands in them.

Rule of this module: several articles come out in the order in which they were named.
"""

import json
from typing import TYPE_CHECKING

import click

from bot.command_line.running import phrases, run, say_embedding

if TYPE_CHECKING:
    from bot.app import Bot


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a file.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
def analyze(paths: tuple[str, ...], as_json: bool) -> None:  # noqa: FBT001
    """Show the sentences of articles and who says what in them.

    Example: article-bot analyze --json story.txt other.html
    """
    run(lambda bot: _analyze(bot, paths, as_json=as_json))


async def _analyze(bot: "Bot", paths: tuple[str, ...], *, as_json: bool) -> None:
    from bot import machine  # noqa: PLC0415 - `--help` needs none of it
    from bot.chat import Reply  # noqa: PLC0415 - as above
    from bot.conversation.citations import every_sentence  # noqa: PLC0415 - as above
    from bot.conversation.speakers import every, listing  # noqa: PLC0415 - 50 ms that `ask` does not need
    from bot.render import plain  # noqa: PLC0415 - as above

    words = phrases()
    for path in paths:
        article = await bot.ingest(path)
        if as_json:
            extracted = await bot.library.extracted(article)
            click.echo(json.dumps(machine.analysis(path, article, extracted=extracted), ensure_ascii=False))
        else:
            parts = (*every_sentence(article, words), *listing(article, every(article, words), words))
            click.echo(plain.render(Reply(parts, words.code)))


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
def ingest(paths: tuple[str, ...]) -> None:
    """Take articles in, so that each is read once.

    Example: article-bot ingest story.txt https://example.org/story
    """

    async def work(bot: "Bot") -> None:
        for path in paths:
            article = await bot.ingest(path)
            await bot.settled(article, say_embedding)
            click.echo(f"{article.id[:12]}  {article.language}  {len(article.sentences):4}  {article.title or path}")

    run(work)


@click.command()
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

    run(work)
