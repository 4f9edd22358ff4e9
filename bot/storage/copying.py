"""A whole database into another one: a file or a PostgreSQL server, to a file or a PostgreSQL server.

Rule of this module: the source is read as it was in one moment while bots go on with it, and is left as it is; the
target holds all of it in the end, or what it held before. Of a file, articles and chats are two, each by itself.
"""

import asyncio
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.errors import StoreError, StoreProblem
from bot.storage.contents import Counts, Table
from bot.storage.database import ARTICLES, Schema, open_database
from bot.storage.faults import mapped, placed
from bot.storage.files import SCHEMAS, Files
from bot.storage.opening import check_driver


async def copied(source: Files | str, target: Files | str, *, overwrite: bool = False) -> Counts:
    """Copy everything, and return how many rows of each kind there are now; raises `StoreError`.

    Where the target holds something and is not to be overwritten, nothing is written.
    """
    for place in (source, target):
        if isinstance(place, str):
            check_driver(place)
    if source == target:
        raise StoreError(StoreProblem.NOT_EMPTY, _named(target))
    with TemporaryDirectory(prefix="article-bot-") as folder:
        between = (Path(folder, "articles.db"), Path(folder, "chats.db"))
        if isinstance(source, str):
            from bot.storage.postgres.copying import fetched  # noqa: PLC0415 - who has files loads nothing of it

            await fetched(source, between)
        else:
            await asyncio.to_thread(_snapshot, source, between)
        if isinstance(target, str):
            from bot.storage.postgres.copying import filled  # noqa: PLC0415 - as above

            return await filled(target, between, overwrite=overwrite)
        return await asyncio.to_thread(_written, between, target, overwrite=overwrite)


def _snapshot(source: Files, between: Files) -> None:
    """Copy files by SQLite's own backup, and bring the copies to today's schema; there need be none for chats."""
    for file, copy, (schema, _) in zip(source, between, SCHEMAS, strict=True):
        if file.is_file():
            with mapped(str(file)), closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as there:
                _backed_up(there, copy)
        elif schema is ARTICLES:
            raise StoreError(StoreProblem.MISSING, str(file))
        _sound(copy, schema, file)


def _sound(copy: Path, schema: Schema, file: Path) -> None:
    """Bring a copy to today's schema and read all of it; raises `StoreError` about the file that it is of."""
    try:
        with mapped(str(copy)), closing(open_database(str(copy), schema=schema)) as connection:
            [found] = connection.execute("PRAGMA integrity_check(1)").fetchone()
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except StoreError as error:
        raise StoreError(error.problem, str(file)) from error
    if found != "ok":
        raise StoreError(StoreProblem.DAMAGED, str(file))


def _written(between: Files, target: Files, *, overwrite: bool) -> Counts:
    """Put copies in the place of files, the one for articles last: without it a target counts as empty."""
    if not overwrite and any(_holds(file, *known) for file, known in zip(target, SCHEMAS, strict=True)):
        raise StoreError(StoreProblem.NOT_EMPTY, str(target[0]))
    counts = {}
    for copy, file, (schema, tables) in reversed(tuple(zip(between, target, SCHEMAS, strict=True))):
        with mapped(str(file)), closing(open_database(str(file), schema=schema)):
            pass  # which makes the file for its owner alone, or refuses one that is not ours
        with placed(str(file)):
            _room(copy, file)
        if schema is ARTICLES:
            _renumbered(copy, file)
        with mapped(str(file)), closing(sqlite3.connect(copy)) as here, closing(sqlite3.connect(file)) as there:
            here.backup(there)
            there.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            for table in tables:
                [counts[table.name]] = there.execute(f"SELECT count(*) FROM {table.name}").fetchone()  # noqa: S608 - from our list
    return counts


def _renumbered(copy: Path, file: Path) -> None:
    """Count a copy's changes behind those of the file that it replaces, and what is no more there among them.

    So whoever follows the file's changes reads all of it anew.
    """
    with mapped(str(file)), closing(sqlite3.connect(copy, isolation_level=None)) as here:
        here.execute("ATTACH ? AS before", (str(file),))
        [last] = here.execute(
            "SELECT max(position) FROM (SELECT 0 AS position UNION ALL SELECT position FROM main.changes"
            " UNION ALL SELECT position FROM before.changes)"
        ).fetchone()
        here.execute("UPDATE main.changes SET position = position + ?", (last,))
        here.execute(
            "INSERT INTO main.changes (article)"
            " SELECT article FROM before.changes WHERE article NOT IN (SELECT article FROM main.changes)"
        )


def _room(copy: Path, file: Path) -> None:
    """Raise `OSError` where the disk has less room than the copy takes."""
    if shutil.disk_usage(file.parent).free < copy.stat().st_size:
        raise OSError(28, "no space")  # ENOSPC


def _backed_up(there: sqlite3.Connection, copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as here:
        there.backup(here)


def _holds(file: Path, schema: Schema, tables: Sequence[Table]) -> bool:
    """Tell whether there is something in a file."""
    if not file.exists() or not file.stat().st_size:
        return False
    with mapped(str(file)), closing(open_database(str(file), schema=schema)) as connection:
        return any(
            connection.execute(f"SELECT EXISTS (SELECT 1 FROM {table.name})").fetchone() == (1,)  # noqa: S608 - from our list
            for table in tables
        )


def _named(place: Files | str) -> str:
    from bot.storage.server_address import shown  # noqa: PLC0415 - for an error alone

    return shown(place) if isinstance(place, str) else str(place[0])
