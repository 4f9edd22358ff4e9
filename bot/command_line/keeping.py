"""Copies a whole database: to move it, to keep it, to get it back.

Rule of this module: what is there is never overwritten unless that was said.
"""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.command_line.running import done, phrases

if TYPE_CHECKING:
    from bot.storage.files import Files

OVERWRITE = click.option("--overwrite", is_flag=True, help="Write even where something is; that is gone then.")


@click.command()
@click.argument("source", metavar="SOURCE")
@click.argument("target", metavar="TARGET")
@OVERWRITE
def copy(source: str, target: str, *, overwrite: bool) -> None:
    """Copy a whole database: articles, chats, people and settings. Each is a file or a postgresql:// address.

    All of it is there in the end, or nothing. What the bots take in meanwhile is not; stop them to move house.

    Example: article-bot copy ~/.local/share/article-bot/articles.db postgresql://bot@db.example.org/bot
    """
    _copied(source, target, overwrite=overwrite)


@click.command()
@click.argument("file", metavar="FILE")
@OVERWRITE
def backup(file: str, *, overwrite: bool) -> None:
    """Copy the database that BOT_DATABASE names to a file, while bots go on with it.

    A second file beside it, named -chats.db, has what belongs to chats. Both are a database like any other.

    Example: article-bot backup /backup/2026-11-30.db
    """
    _copied("", file, overwrite=overwrite)


@click.command()
@click.argument("file", metavar="FILE")
@OVERWRITE
def restore(file: str, *, overwrite: bool) -> None:
    """Copy a backup into the database that BOT_DATABASE names. Stop the bots before.

    Example: article-bot restore /backup/2026-11-30.db
    """
    _copied(file, "", overwrite=overwrite)


def _copied(source: str, target: str, *, overwrite: bool) -> None:
    from bot.conversation.copy_phrases import copied_line  # noqa: PLC0415 - `--help` needs none of it
    from bot.storage.copying import copied  # noqa: PLC0415 - as above

    def work() -> str:
        there = _place(target)
        counts = asyncio.run(copied(_place(source), there, overwrite=overwrite))
        return copied_line(_named(there), counts, phrases().code)

    click.echo(done(work))


def _place(text: str) -> "Files | str":
    """Return the files or the address in a text; what is set as the database where it is empty."""
    from bot.settings import chats_beside, load_settings, place_in, place_of  # noqa: PLC0415 - as above

    place = place_in(text) if text else place_of(load_settings())
    return place if isinstance(place, str) else (place, chats_beside(place))


def _named(place: "Files | str") -> str:
    from bot.storage.server_address import shown  # noqa: PLC0415 - as above

    return shown(place) if isinstance(place, str) else str(Path(place[0]))
