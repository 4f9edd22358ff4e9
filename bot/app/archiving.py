"""The archive of a bot: which engine, where its index lies, and what its terms are made by.

Rule of this module: nothing is loaded, made or read before somebody asks the archive or follows it.
"""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from bot import languages
from bot.app.fingerprints import ARCHIVE, fingerprint
from bot.archive.answering import Everywhere
from bot.archive.following import Archive, Reading
from bot.archive.likeness import Likeness
from bot.core.language import Language
from bot.embedding import Embedder
from bot.search.bm25 import Bm25Index
from bot.service import Library
from bot.storage.database import MEMORY
from bot.storage.opening import Articles
from bot.storage.server_address import shown
from bot.storage.tables import cache_folder

if TYPE_CHECKING:
    from bot.ports.archive import ArchiveIndex
    from bot.search.dense_index import DenseIndex

ENDING = ".archive"
"""What the folder of a file's archive is called behind the file's name."""

POOLS = 8
"""What was laid side by side for the last questions, whose answers people go on from."""


def archive_of(
    place: Path | str,
    store: Articles,
    reading: Reading,
    by_code: Mapping[str, Language],
) -> Archive:
    """Return the archive of the articles in a file or at an address; the caller closes it."""
    folder = archive_folder(place)
    return Archive(store, store, reading, by_code, index=lambda: _engine(folder), analysis=analysis)


def archive_folder(place: Path | str) -> Path | None:
    """Return where the index lies: beside the file, else in the cache of the machine; None for memory alone."""
    if str(place) == MEMORY:
        return None
    if isinstance(place, Path):
        return place.with_name(place.name + ENDING)
    cached = cache_folder()
    # The name of a server and a database, and nothing of a password.
    return None if cached is None else cached / f"archive-{sha256(shown(place).encode()).hexdigest()[:16]}"


def everywhere_of(
    library: Library,
    archive: Archive,
    by_code: Mapping[str, Language],
    dense: "DenseIndex | None",
    embedder: Embedder | None,
) -> Everywhere:
    """Return what asks all articles, with the sentence encoder where there is one."""
    meaning = None if dense is None or embedder is None else Likeness(embedder, dense)
    return Everywhere(library, archive.search, Bm25Index(by_code, dense, POOLS), meaning)


@cache
def analysis() -> str:
    """Return a name for what makes the terms of passages: its code, and the words that the lexicon knows."""
    return f"{languages.lexicon_digest()}-{fingerprint(ARCHIVE)}"


def _engine(folder: Path | None) -> "ArchiveIndex":
    from bot.search.archive_tantivy import TantivyArchive  # noqa: PLC0415 - who asks one article loads nothing of it

    return TantivyArchive(folder)
