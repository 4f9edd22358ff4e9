"""Writes down databases as each released schema left them, for tests/storage/released: SQL, a file for each step.

Rule of this script: what is written once is never written anew; it adds files for steps that have none. Those of
PostgreSQL are dumps of a server that is started for them (Debian and Ubuntu: the package postgresql).

    python scripts/released_databases.py
"""

import asyncio
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bot.model import Block, BlockKind, ExtractedText, Span  # noqa: E402
from bot.storage import codec  # noqa: E402
from bot.storage.chats import CHATS  # noqa: E402
from bot.storage.database import ARTICLES, Schema  # noqa: E402
from bot.storage.postgres import schema as postgres  # noqa: E402
from bot.storage.postgres.connections import SCHEMA, lone  # noqa: E402
from tests.servers.postgres import PostgresServer, serving  # noqa: E402

FOLDER = ROOT / "tests" / "storage" / "released"
TEXT = "Der Rat tagt. Es regnet, sagte Anna Weber laut dpa.\n"
READING = ExtractedText(TEXT, (Block(BlockKind.PARAGRAPH, Span(0, len(TEXT) - 1)),), "Rat", "2026-11-01", None)

ROWS: dict[str, dict[str, object]] = {
    "articles": {
        "id": "",
        "ingested": "2026-11-01T12:00:00Z",
        "language": "de",
        "title": b"Rat",
        "origin": b"rat.txt",
        "sentences": 2,
        "version": "before",
        "text": codec.to_bytes(TEXT),
        "reading": codec.pack_reading(READING),
        "analysis": b"of a version before",
    },
    "documents": {"hash": "d1", "article": ""},
    "vectors": {"article": "", "maker": "words-1", "vectors": b"\x01\x02"},
    "shelves": {"shelf": "telegram:7", "article": "", "person": "telegram:1", "page": "example.org/rat", "placed": 5.5},
    "editions": {"article": "", "page": "example.org/rat", "story": "s1", "came": 5.5, "seen": 6.5},
    "sketches": {"hash": -7, "edition": 1},
    "inbox": {"id": 7, "key": "telegram:1:7", "lane": "telegram:1:5", "arrived": 1.5, "body": b'{"update_id": 7}'},
    "choices": {"chat": "c", "user": "anna", "article": "a1", "language": "de", "mentions": 1},
    "guests": {"id": 3, "user": "anna"},
    "invitations": {"id": 4, "user": "ben", "code": "ABCD", "until": 2e9, "guesses": 1},
    "shown": {
        "chat": "telegram:7",
        "user": "telegram:1",
        "article": "a1",
        "sentence": "0f",
        "language": "de",
        "reach": "",
        "at": 2e9,
    },
    "feeds": {"number": 5, "address": "https://example.org/feed", "title": "Rat", "due": 7.5},
    "followers": {
        "feed": 5,
        "shelf": "telegram:7",
        "user": "telegram:1",
        "chat": "telegram:7",
        "reach": "",
        "language": "de",
        "since": 6.5,
    },
    "feed_entries": {
        "feed": 5,
        "key": "k1",
        "address": "https://example.org/1",
        "stamp": "s1",
        "published": 4.5,
        "place": 0,
        "state": 0,
        "seen": 2e9,
        "article": "",
    },
    "kept": {"name": "slack:T1:bot", "text": "xoxb"},
    "drafts": {"id": 2, "chat": "c", "user": "anna", "message": "m1", "text": b"Erst."},
    "last_turns": {"chat": "c", "user": "anna", "asker": "anna", "at": 2e9, "shape": "before", "turn": b"{}"},
    "message_turns": {"chat": "c", "message": "m1", "asker": "anna", "at": 2e9, "shape": "before", "turn": b"{}"},
    "links": {"digest": "d" * 64, "chat": "c", "user": "anna", "article": "a1", "language": "de", "until": 9e9},
}
"""A row for each table, with the columns that it was first released with."""


def dumped(schema: Schema, step: int) -> str:
    """Return a database of this many steps, with a row in each table, as SQL."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for statements in schema.steps[:step]:
            for statement in statements:
                connection.execute(statement)
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid").fetchall()
        for (table,) in tables:
            if table in ROWS:
                _insert(connection, table)
        head = (f"PRAGMA application_id = {schema.owner};", f"PRAGMA user_version = {step};")
        return "\n".join((*connection.iterdump(), *head, ""))


def _insert(connection: sqlite3.Connection, table: str) -> None:
    row = _row(table)
    marks = ", ".join("?" * len(row))
    sql = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"  # noqa: S608 - from the table above
    connection.execute(sql, tuple(row.values()))


def _row(table: str) -> dict[str, object]:
    """Return a row with the article's id where it belongs."""
    names = {"articles": "id", **dict.fromkeys(("documents", "vectors", "shelves", "editions"), "article")}
    id_of = names.get(table)
    return ROWS[table] | ({id_of: sha256(codec.to_bytes(TEXT)).hexdigest()} if id_of else {})


ELSEWHERE: dict[str, dict[str, object]] = {
    "lanes": {"lane": "telegram:1:5", "first": 7},
    "choices": {"mentions": True},
    "guests": {"name": "Anna", "told": True},
    "invitations": {"name": "Ben"},
}
"""What was there from the first in PostgreSQL, or is of another kind."""


async def dumped_by_postgres(server: PostgresServer, step: int) -> str:
    """Return a PostgreSQL database of this many steps, with a row in each table, as SQL."""
    address = server.database()
    await postgres.provide(address, postgres.STEPS[:step])
    connection = await lone(address)
    tables = "SELECT relname FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = 'r' ORDER BY oid"
    for (table,) in await connection.fetch(tables, SCHEMA):
        if table in ROWS | ELSEWHERE:
            row = {("person" if name == "user" else name): value for name, value in _known(table).items()}
            marks = ", ".join(f"${number}" for number in range(1, len(row) + 1))
            sql = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"  # noqa: S608 - from the tables above
            await connection.execute(sql, *row.values())
    await connection.close()
    lines = server.dump(address, SCHEMA).splitlines()
    return "\n".join([*(line for line in lines if line and not line.startswith(("--", "\\"))), ""])


def _known(table: str) -> dict[str, object]:
    return (_row(table) if table in ROWS else {}) | ELSEWHERE.get(table, {})


def main() -> None:
    """Write the files that are missing."""
    FOLDER.mkdir(exist_ok=True)
    for name, schema in (("articles", ARTICLES), ("chats", CHATS)):
        _written(name, len(schema.steps), lambda step, schema=schema: dumped(schema, step))
    with serving() as server:
        _written("postgres", len(postgres.STEPS), lambda step: asyncio.run(dumped_by_postgres(server, step)))


def _written(name: str, steps: int, dump: Callable[[int], str]) -> None:
    for step in range(1, steps + 1):
        file = FOLDER / f"{name}-{step}.sql"
        if not file.exists():
            file.write_text(dump(step), encoding="utf-8")


if __name__ == "__main__":
    main()
