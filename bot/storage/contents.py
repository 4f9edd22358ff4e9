"""What a database holds, table by table, and how its columns are called in SQLite and in PostgreSQL.

Rule of this module: the one list of what is copied; a column that is in neither list is derived, and made anew.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in SQLite and in PostgreSQL, and whether it is true or false there and 1 or 0 here."""

    name: str
    other: str = ""
    truth: bool = False

    @property
    def in_postgres(self) -> str:
        """Return its name in PostgreSQL."""
        return self.other or self.name


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its rows are copied in the order of its first column. `counter` is what numbers them in PostgreSQL."""

    name: str
    columns: tuple[Column, ...]
    counter: str = ""


def _columns(names: str) -> tuple[Column, ...]:
    """Return columns by their names; `a:b` is called b in PostgreSQL, `a?` is a truth."""
    found = []
    for name in names.split():
        here, _, there = name.rstrip("?").partition(":")
        found.append(Column(here, there, name.endswith("?")))
    return tuple(found)


_TURN = "asker at shape turn"

ARTICLES = (
    Table(
        "articles",
        _columns("rowid:number id ingested language title origin sentences version text reading analysis"),
        "number",
    ),
    Table("documents", _columns("hash article")),
    Table("vectors", _columns("article maker vectors")),
    Table("shelves", _columns("shelf article person page placed")),
    Table("editions", _columns("number article page story came seen"), "number"),
    Table("sketches", _columns("hash edition")),
)
"""What stands in the file for articles."""

CHATS = (
    Table("inbox", _columns("id key lane arrived state attempts subject progress reason mark body"), "id"),
    Table("choices", _columns("chat user:person article language mentions? notify?")),
    Table("shown", _columns("chat user:person article sentence language reach at")),
    Table("guests", _columns("id user:person name told?"), "id"),
    Table("invitations", _columns("id user:person code until guesses name"), "id"),
    Table("kept", _columns("name text")),
    Table("drafts", _columns("id chat user:person message text ended at"), "id"),
    Table("links", _columns("digest chat user:person article language until")),
    Table("feeds", _columns("number address title etag modified due checked failing failures paused?"), "number"),
    Table("followers", _columns("feed shelf user:person chat reach language since taken last told?")),
    Table("feed_entries", _columns("feed key address stamp published place state tries seen article")),
    Table("last_turns", _columns(f"id chat user:person {_TURN}"), "id"),
    Table("message_turns", _columns(f"id chat message {_TURN}"), "id"),
)
"""What stands in the file for chats."""

Counts = dict[str, int]
"""How many rows each table has."""
