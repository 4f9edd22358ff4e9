"""Takes articles in, lists them, and shows what stands in them.

Rule of this module: several articles come out in the order in which they were named.
"""

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.command_line.running import fail, phrases, run, say_embedding
from bot.errors import ArticleError, ArticleProblem
from bot.ports.articles import EVERYBODY

if TYPE_CHECKING:
    from bot.app import Bot
    from bot.view.words import ViewWords


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
@click.option("--output", "-o", metavar="FILE", help="Write the page to this file; - for standard output.")
@click.argument("article")
def view(article: str, output: str | None) -> None:
    """Write a page that shows who says what in an article, to be opened in a browser.

    Without -o it is written to the current folder, beside nothing else: the page needs no other file and no network.

    Example: article-bot view story.txt -o story.view.html
    """
    page, name = run(lambda bot: _view(bot, article))
    path = Path(output or name)
    words = view_words()
    try:
        if output == "-":
            click.echo(page.encode(), nl=False)
        else:
            path.write_bytes(page.encode())
            click.echo(words.written.format(path=path))
    except OSError:
        fail(words.unwritable.format(path=path))


async def _view(bot: "Bot", origin: str) -> tuple[str, str]:
    """Return the page of an article, and the name of a file for it."""
    from bot.view import file_name, page  # noqa: PLC0415 - `--help` needs none of it

    article = await bot.ingest(origin)
    return page(article, phrases()), file_name(article)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.argument("old")
@click.argument("new")
def changes(old: str, new: str, as_json: bool) -> None:  # noqa: FBT001
    """Show what is different between two versions of an article.

    Sentences that were added, removed and reworded, the headline, and who speaks only in one of them. OLD and NEW are
    paths, links, or ids of stored articles.

    Example: article-bot changes story-monday.html story-tuesday.html
    """
    run(lambda bot: _changes(bot, old, new, as_json=as_json))


async def _changes(bot: "Bot", old: str, new: str, *, as_json: bool) -> None:
    from bot import machine  # noqa: PLC0415 - `--help` needs none of it
    from bot.chat import Reply  # noqa: PLC0415 - as above
    from bot.conversation.changes import Compared, told  # noqa: PLC0415 - 50 ms that `ask` does not need
    from bot.render import plain  # noqa: PLC0415 - as above

    before, now = await bot.ingest(old), await bot.ingest(new)
    found = await bot.library.compared(before, now)
    if as_json:
        click.echo(json.dumps(machine.changes(before, now, found), ensure_ascii=False))
    else:
        words = phrases()
        click.echo(plain.render(Reply(told(Compared(before, now, found), words), words.code)))


def view_words() -> "ViewWords":
    """Return the words of the page in the language that the environment asks for."""
    from bot.view.words import view_words as words_of  # noqa: PLC0415 - as above

    return words_of(phrases().code)


@click.command()
@click.option("--processes", type=click.IntRange(1, 64), help="How many analyse at once; as many as cores by default.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
def ingest(paths: tuple[str, ...], processes: int | None) -> None:
    """Take articles in and offer them in every chat; a path, or a link.

    A folder is taken in with all that is below it, a file .jsonl line by line, a web archive .warc page by page; both
    may be packed (.gz). What is known already is passed over, so a run that broke off is gone on with. Ends with exit
    code 1 where something could not be read.

    Example: article-bot ingest story.txt https://example.org/story archive/ dump.warc.gz
    """
    from bot.bulk.sources import is_bulk  # noqa: PLC0415 - `--help` needs none of it

    single = tuple(path for path in paths if not is_bulk(path))
    many = tuple(path for path in paths if is_bulk(path))
    if single:
        _ingest_each(single)
    if many and not run(lambda bot: _ingest_all(bot, many, processes or os.cpu_count() or 1)):
        sys.exit(1)


async def _ingest_all(bot: "Bot", paths: tuple[str, ...], processes: int) -> bool:
    """Take in what many paths hold, show how far it is, and say what could not be read; tell whether all was."""
    from bot.bulk.ingesting import Tally, ingest_all  # noqa: PLC0415 - as above
    from bot.bulk.sources import size_of  # noqa: PLC0415 - as above
    from bot.conversation.bulk_phrases import bulk_phrases, unread_lines  # noqa: PLC0415 - as above
    from bot.platforms.progress import Progress  # noqa: PLC0415 - as above

    words = phrases()
    said = bulk_phrases(words.code)

    with Progress(await asyncio.to_thread(size_of, paths), said.line) as progress:

        def told(tally: Tally) -> None:
            progress.show(tally.read, tally.count)

        tally = await ingest_all(bot.library, paths, processes, told)
    for reason in unread_lines(tally.unread, tally.examples, words.problems.articles, said):
        click.echo(reason, err=True)
    click.echo(said.done.format(new=tally.new, known=tally.known, unread=tally.unread.total()))
    return not tally.unread


@click.command()
def embed() -> None:
    """Make the vectors of stored articles that have none: what an archive was taken in with is asked by words alone.

    With them, all articles at once are asked by meaning as well. It takes about a second an article; a run that is
    broken off is gone on with.

    Example: article-bot embed
    """
    if not run(_embed):
        sys.exit(1)


async def _embed(bot: "Bot") -> bool:
    """Make the vectors that are missing, show how far it is; tell whether the encoder could be used."""
    from bot.bulk.embedding import Vectored, embed_all  # noqa: PLC0415 - as above
    from bot.conversation.bulk_phrases import bulk_phrases  # noqa: PLC0415 - as above
    from bot.platforms.progress import Progress  # noqa: PLC0415 - as above

    said = bulk_phrases(phrases().code)
    if bot.embedder is None:
        fail(said.no_encoder)

    ids = [entry.id for entry in await bot.library.articles()]
    with Progress(len(ids), said.line) as progress:

        def told(tally: Vectored) -> None:
            progress.show(tally.count, tally.count)

        tally = await embed_all(bot.library, bot.embedder, ids, told)
    click.echo(said.embedded.format(made=tally.made, known=tally.known, without=tally.without))
    return not bot.embedder.broken


def _ingest_each(paths: tuple[str, ...]) -> None:
    async def work(bot: "Bot") -> None:
        for path in paths:
            article = await bot.ingest(path)
            await bot.offer(article)
            await bot.settled(article, say_embedding)
            click.echo(f"{article.id[:12]}  {article.language}  {len(article.sentences):4}  {article.title or path}")

    run(work)


@click.command()
def articles() -> None:
    """List the stored articles, the newest first; of those that were brought in a chat, not what they are.

    Example: article-bot articles
    """

    async def work(bot: "Bot") -> None:
        listed, words = await bot.library.articles(), phrases()
        for_all = {entry.id for entry in await bot.library.store.on((EVERYBODY,))}
        known = for_all | {entry.id for entry in await bot.library.store.on((), unplaced=True)}
        for entry in listed:
            title = (entry.title or entry.origin) if entry.id in known else words.of_a_chat
            offered = words.offered if entry.id in for_all else ""
            click.echo(f"{entry.id[:12]}  {entry.language}  {entry.sentences:4}  {offered:8}  {title}")
        if not listed:
            click.echo(phrases().no_articles)

    run(work)


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
def remove(ids: tuple[str, ...]) -> None:
    """Delete stored articles, wherever they are offered; the list of `articles` has their ids.

    Example: article-bot remove 3f2a90c1d7e4
    """

    async def work(bot: "Bot") -> None:
        for wanted in ids:
            found = await bot.library.store.find(wanted) if wanted else None
            if found is None:
                raise ArticleError(ArticleProblem.UNKNOWN, wanted)
            await bot.library.store.remove(found)
            click.echo(phrases().deleted.format(id=found[:12]))

    run(work)
