"""A whole PostgreSQL database to files, and files into one.

Rule of this module: one transaction reads all of it as it was in one moment, one transaction writes all of it.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from bot.errors import StoreError, StoreProblem
from bot.storage.contents import Counts, Table
from bot.storage.files import BATCH, SCHEMAS, Files, put_rows, rows_of, writing
from bot.storage.postgres.connections import SCHEMA, lone, storable
from bot.storage.postgres.faults import mapped
from bot.storage.postgres.schema import provide
from bot.storage.server_address import shown

_LANES = "INSERT INTO lanes (lane, first) SELECT lane, min(id) FROM inbox WHERE state = 0 GROUP BY lane"
# What was emptied without a word is told to whoever follows the changes.
_GONE = """
UPDATE changes SET position = nextval('changed')
WHERE NOT EXISTS (SELECT 1 FROM articles WHERE articles.id = changes.article)
"""
_NAMED = [table.name for _, tables in SCHEMAS for table in tables]


async def fetched(address: str, files: Files) -> None:
    """Copy everything in the database at an address to new files; raises `StoreError`."""
    await provide(address)
    with mapped(shown(address)):
        connection = await lone(address, statement=None)
        try:
            async with connection.transaction(isolation="repeatable_read", readonly=True):
                for file, (schema, tables) in zip(files, SCHEMAS, strict=True):
                    with writing(file, schema) as here:
                        for table in tables:
                            await _fetched(connection, table, here)
        finally:
            await connection.close()


async def _fetched(connection: Any, table: Table, here: Any) -> None:  # noqa: ANN401 - the drivers' connections
    names = ", ".join(column.in_postgres for column in table.columns)
    cursor = await connection.cursor(f"SELECT {names} FROM {table.name} ORDER BY 1")  # noqa: S608 - from our list
    while some := await cursor.fetch(BATCH):
        put_rows(here, table, [tuple(row) for row in some])


async def filled(address: str, files: Files, *, overwrite: bool) -> Counts:
    """Copy files into the database at an address, and return how many rows there are of each kind now."""
    await provide(address)
    with mapped(shown(address)):
        connection = await lone(address, statement=None)
        try:
            async with connection.transaction():
                await _emptied(connection, address, overwrite=overwrite)
                for file, (schema, tables) in zip(files, SCHEMAS, strict=True):
                    for table in tables:
                        await _filled(connection, table, rows_of(file, schema, table))
                await connection.execute(_LANES)
                await connection.execute(_GONE)
                await _counted_on(connection)
                return {
                    name: await connection.fetchval(f"SELECT count(*) FROM {name}")  # noqa: S608 - from our list
                    for name in _NAMED
                }
        finally:
            await connection.close()


async def _emptied(connection: Any, address: str, *, overwrite: bool) -> None:  # noqa: ANN401 - the driver's connection
    """Hold all tables, so that nobody writes meanwhile, and empty them; raises `StoreError` where that is unwanted."""
    await connection.execute(f"LOCK TABLE {', '.join([*_NAMED, 'lanes'])} IN ACCESS EXCLUSIVE MODE")
    held = " OR ".join(f"EXISTS (SELECT 1 FROM {name})" for name in _NAMED)  # noqa: S608 - from our list
    if not overwrite and await connection.fetchval(f"SELECT {held}"):
        raise StoreError(StoreProblem.NOT_EMPTY, shown(address))
    await connection.execute(f"TRUNCATE {', '.join([*_NAMED, 'lanes'])}")


async def _filled(
    connection: Any,  # noqa: ANN401 - as above
    table: Table,
    rows: Iterable[list[Sequence[object]]],
) -> None:
    names = [column.in_postgres for column in table.columns]
    for some in rows:
        records = [_record(table, row) for row in some]
        await connection.copy_records_to_table(table.name, schema_name=SCHEMA, columns=names, records=records)


def _record(table: Table, row: Sequence[object]) -> tuple[object, ...]:
    return tuple(
        bool(value) if column.truth else storable(value) for column, value in zip(table.columns, row, strict=True)
    )


async def _counted_on(connection: Any) -> None:  # noqa: ANN401 - as above
    """Let what numbers rows go on behind the numbers that are there."""
    numbered = [table for _, tables in SCHEMAS for table in tables if table.counter]
    for table in numbered:
        sql = f"SELECT setval($1::regclass, coalesce(max({table.counter}), 0) + 1, false) FROM {table.name}"  # noqa: S608 - from our list
        own = "SELECT pg_get_serial_sequence($1, $2)"
        counter = await connection.fetchval(own, f"{SCHEMA}.{table.name}", table.counter)
        await connection.execute(sql, counter or f"{SCHEMA}.arrivals")
