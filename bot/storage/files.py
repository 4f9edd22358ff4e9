"""The two files of a database in SQLite, row by row.

Rule of this module: tables and columns are those of `contents`, and no others.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from bot.storage import chats, contents
from bot.storage.contents import Table
from bot.storage.database import ARTICLES, Schema, open_database
from bot.storage.faults import mapped

BATCH = 200
"""Rows that are in memory at once."""

Files = tuple[Path, Path]
"""The file for articles, and the one for chats."""

SCHEMAS: tuple[tuple[Schema, tuple[Table, ...]], ...] = ((ARTICLES, contents.ARTICLES), (chats.CHATS, contents.CHATS))
"""What stands in each of the files."""


def rows_of(file: Path, schema: Schema, table: Table) -> Iterator[list[Sequence[object]]]:
    """Yield the rows of a table in a file, some at a time."""
    names = ", ".join(column.name for column in table.columns)
    with mapped(str(file)), closing(open_database(str(file), schema=schema)) as connection:
        rows = connection.execute(f"SELECT {names} FROM {table.name} ORDER BY 1")  # noqa: S608 - from our list
        while some := rows.fetchmany(BATCH):
            yield some


@contextmanager
def writing(file: Path, schema: Schema) -> Iterator[sqlite3.Connection]:
    """Open a new file, and commit in the end what was written to it."""
    with mapped(str(file)), closing(open_database(str(file), schema=schema)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield connection
        connection.execute("COMMIT")


def put_rows(connection: sqlite3.Connection, table: Table, rows: Sequence[Sequence[object]]) -> None:
    """Write rows of a table."""
    names, marks = ", ".join(c.name for c in table.columns), ", ".join("?" * len(table.columns))
    connection.executemany(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", rows)  # noqa: S608 - from our list
