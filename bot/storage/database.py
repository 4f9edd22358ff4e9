"""Opening the database: the file, its schema and the settings of a connection.

Rule of this module: nothing that is there is ever replaced. A file that is no database of ours, is damaged or was made
by a newer version is left as it is, byte for byte. Everything here blocks; it runs in the driver's thread.
"""

import sqlite3
import stat
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bot.errors import StoreError, StoreProblem
from bot.storage.faults import family, mapped, placed

MEMORY = ":memory:"
"""The path of a database that lives as long as its connection."""

TIMEOUT = 3.0
"""Seconds to wait for another writer: one writes for milliseconds, and a person waits for the answer."""

_NOT_WRITABLE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL)
"""What SQLite answers where it can't make the files that go with a database: it can still read the file alone."""

EMPTYING = ("PRAGMA wal_checkpoint(PASSIVE)", "PRAGMA wal_checkpoint(TRUNCATE)")
"""What empties the write-ahead log: others write on while the first one waits for the disk, and the second, which lets
nobody write, has little left to do."""

_SMALLEST = 512
"""Bytes of the smallest database: SQLite takes a shorter file for an empty one and writes over it."""

_RETRY = 0.02
"""Seconds between two attempts where SQLite itself does not wait."""

STEPS: tuple[tuple[str, ...], ...] = (
    (
        # What a list shows comes first: SQLite reads a row from its front, and a text fills pages.
        """CREATE TABLE articles (
            id TEXT PRIMARY KEY,
            ingested TEXT NOT NULL,
            language TEXT NOT NULL,
            title BLOB,
            origin BLOB NOT NULL,
            sentences INTEGER NOT NULL,
            version TEXT NOT NULL,
            text BLOB NOT NULL,
            reading BLOB NOT NULL,
            analysis BLOB NOT NULL
        )""",
        """CREATE TABLE documents (
            hash TEXT PRIMARY KEY,
            article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE
        ) WITHOUT ROWID""",
        "CREATE INDEX documents_of_article ON documents (article)",
    ),
    (
        # One encoder's at a time: whoever changes it has them made again.
        """CREATE TABLE vectors (
            article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
            maker TEXT NOT NULL,
            vectors BLOB NOT NULL
        )""",
    ),
    (
        # A shelf is "" for what everybody is offered, else the chat or the person that an article was brought to. What
        # is stored when this is made was offered to everybody before.
        """CREATE TABLE shelves (
            shelf TEXT NOT NULL,
            article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
            person TEXT NOT NULL,
            page TEXT NOT NULL,
            placed REAL NOT NULL,
            PRIMARY KEY (shelf, article)
        ) WITHOUT ROWID""",
        "CREATE INDEX shelves_of_article ON shelves (article)",
        "CREATE INDEX shelves_of_person ON shelves (person) WHERE person <> ''",
        "CREATE INDEX shelves_of_page ON shelves (page) WHERE page <> ''",
        "INSERT INTO shelves SELECT '', id, '', '', 0 FROM articles",
    ),
    (
        # What an index follows: of several changes to an article the last one is kept, under a number that nothing had
        # before. Of an article that was forgotten its id stays, the SHA-256 of its text. A trigger has no OR REPLACE of
        # its own: the statement that fires it decides.
        "CREATE TABLE changes (position INTEGER PRIMARY KEY AUTOINCREMENT, article TEXT NOT NULL UNIQUE)",
        "INSERT INTO changes (article) SELECT id FROM articles ORDER BY rowid",
        *(
            f"""CREATE TRIGGER {name} AFTER {event} BEGIN
            DELETE FROM changes WHERE article = {row};
            INSERT INTO changes (article) VALUES ({row});
        END"""  # noqa: S608 - from the list below
            for name, event, row in (
                ("article_stored", "INSERT ON articles", "new.id"),
                ("article_analysed", "UPDATE ON articles", "new.id"),
                ("article_forgotten", "DELETE ON articles", "old.id"),
                ("article_put", "INSERT ON shelves", "new.article"),
                ("article_moved", "UPDATE OF shelf ON shelves", "new.article"),
                ("article_taken", "DELETE ON shelves", "old.article"),
            )
        ),
    ),
    (
        # Editions of one story are versions of each other. A sketch is some of the hashes of what an article says, by
        # which its like is found; a page was known of what stood on a shelf before.
        """CREATE TABLE editions (
            number INTEGER PRIMARY KEY,
            article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
            page TEXT NOT NULL,
            story TEXT NOT NULL,
            came REAL NOT NULL,
            seen REAL NOT NULL,
            UNIQUE (article, page)
        )""",
        "CREATE INDEX editions_of_story ON editions (story, came)",
        "CREATE INDEX editions_of_page ON editions (page, came) WHERE page <> ''",
        """CREATE TABLE sketches (
            hash INTEGER NOT NULL,
            edition INTEGER NOT NULL REFERENCES editions (number) ON DELETE CASCADE,
            PRIMARY KEY (hash, edition)
        ) WITHOUT ROWID""",
        "CREATE INDEX sketches_of_edition ON sketches (edition)",
        """INSERT INTO editions (article, page, story, came, seen)
            SELECT article, page, lower(hex(randomblob(16))), min(placed), max(placed) FROM shelves
            WHERE page <> '' GROUP BY article, page ORDER BY min(placed)""",
        """UPDATE editions SET story = (
            SELECT first.story FROM editions AS first WHERE first.page = editions.page ORDER BY first.number LIMIT 1
        )""",
    ),
    # A list that may be long is read from its front.
    ("CREATE INDEX shelves_in_order ON shelves (shelf, placed)",),
)
"""The way from an empty file to today's schema; a step that was released is never changed, only followed."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as it was when it was opened.

    One that is deleted or replaced takes away what is written from then on, and whoever has it open is not told.
    """

    path: str
    number: tuple[int, int] | None

    @classmethod
    def at(cls, path: str) -> "Opened":
        """Return the file at a path."""
        return cls(path, _number(path))

    def check(self) -> None:
        """Return where it is still there; raises `StoreError`."""
        if self.path != MEMORY and (self.number is None or _number(self.path) != self.number):
            raise StoreError(StoreProblem.UNREADABLE, self.path)


def _number(path: str) -> tuple[int, int] | None:
    """Return what the system knows a file by, None where there is none."""
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


@dataclass(frozen=True, slots=True)
class Schema:
    """What a kind of file holds: SQLite's application id, by which ours are known, and the steps to today.

    `erasing` overwrites what is deleted: it is gone from the file, not only from the tables.
    """

    owner: int
    steps: tuple[tuple[str, ...], ...]
    erasing: bool = False


ARTICLES = Schema(0x41425354, STEPS, erasing=True)
"""Articles and their analysis; the id reads "ABST"."""


def open_database(path: str, timeout: float = TIMEOUT, schema: Schema | None = None) -> sqlite3.Connection:
    """Open the database at the path (of articles by default), made or brought to today's schema where needed.

    Where it can't be written, it is opened for reading. `timeout` is how long a locked database is waited for, in
    seconds. Raises `StoreError`.
    """
    schema = schema or ARTICLES
    with mapped(path):
        if path == MEMORY:
            return _ready(sqlite3.connect(MEMORY, isolation_level=None), path, schema)
        _provide(Path(path))
        try:
            return _ready(_connect(path, "mode=rw", timeout), path, schema)
        except sqlite3.OperationalError as error:
            if family(error) not in _NOT_WRITABLE or _unfinished(path):
                raise
            with suppress(sqlite3.Error):
                return _ready(_connect(path, "immutable=1", timeout), path, schema)
            raise


def _provide(path: Path) -> None:
    """Make sure that there is a regular file, for its owner alone where it is made here."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        with placed(str(path)):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.touch(mode=0o600)
        return
    except OSError as error:
        forbidden = isinstance(error, PermissionError)
        raise StoreError(StoreProblem.UNREADABLE if forbidden else StoreProblem.NO_PLACE, str(path)) from error
    if not stat.S_ISREG(found.st_mode):
        raise StoreError(StoreProblem.UNREADABLE, str(path))
    if 0 < found.st_size < _SMALLEST:
        raise StoreError(StoreProblem.DAMAGED, str(path))


def _unfinished(path: str) -> bool:
    """Tell whether a writer left work beside the file, which reading the file alone would miss."""
    log = Path(f"{path}-wal")
    return log.exists() and log.stat().st_size > 0


def _connect(path: str, how: str, timeout: float) -> sqlite3.Connection:
    uri = f"{Path(path).absolute().as_uri()}?{how}"
    return sqlite3.connect(uri, timeout=timeout, isolation_level=None, uri=True)


def _ready(connection: sqlite3.Connection, path: str, schema: Schema) -> sqlite3.Connection:
    try:
        if _version(connection, path, schema) < len(schema.steps):
            _migrate(connection, path, schema)
        connection.execute("PRAGMA foreign_keys = ON")
        # In WAL a killed process loses nothing; after a power cut the last articles may have to be taken in again.
        connection.execute("PRAGMA synchronous = NORMAL")
        if schema.erasing:
            connection.execute("PRAGMA secure_delete = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection, path: str, schema: Schema) -> int:
    """Return how many steps were made, read in one snapshot; raises `StoreError` for a file that is not ours."""
    version, owner, tables = connection.execute(
        "SELECT user_version, application_id, (SELECT count(*) FROM sqlite_master)"
        " FROM pragma_user_version, pragma_application_id"
    ).fetchone()
    if version > len(schema.steps):
        raise StoreError(StoreProblem.NEWER, path)
    if owner != schema.owner and (version or tables):
        raise StoreError(StoreProblem.DAMAGED, path)
    return int(version)


def _migrate(connection: sqlite3.Connection, path: str, schema: Schema) -> None:
    """Make the missing steps, all or none; a second process that comes at the same time waits and finds them made."""
    if path != MEMORY:
        _log_ahead(connection)
    connection.execute("BEGIN IMMEDIATE")
    made = _version(connection, path, schema)
    for number, step in enumerate(schema.steps[made:], made + 1):
        for statement in step:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
    connection.execute(f"PRAGMA application_id = {schema.owner}")
    connection.execute("COMMIT")


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Switch to write-ahead logging, which SQLite refuses at once while another connection is at work."""
    [timeout] = connection.execute("PRAGMA busy_timeout").fetchone()
    end = time.monotonic() + timeout / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if family(error) != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(_RETRY)
        else:
            return
