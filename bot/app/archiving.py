"""The archive of a bot: which engine, where its index lies, and what its terms are made by.

Rule of this module: nothing is loaded, made or read before somebody asks the archive or follows it.
"""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from bot import languages
from bot.app.fingerprints import ARCHIVE, fingerprint
from bot.archive.following import Archive, Reading
from bot.core.language import Language
from bot.embedding import Embedder
from bot.errors import ArchiveError, ArchiveProblem
from bot.search.opensearch_address import address_in
from bot.service import Library
from bot.settings import Settings, place_of
from bot.storage.database import MEMORY
from bot.storage.opening import Articles
from bot.storage.server_address import shown
from bot.storage.tables import cache_folder

if TYPE_CHECKING:
    from bot.archive.answering import Everywhere
    from bot.ports.archive import ArchiveIndex
    from bot.search.archive_opensearch import OpenSearchArchive
    from bot.search.dense_index import DenseIndex

ENDING = ".archive"
"""What the folder of a file's archive is called behind the file's name."""

DRIVER = "opensearchpy"
"""The package that speaks with OpenSearch."""

POOLS = 8
"""What was laid side by side for the last questions, whose answers people go on from."""


def archive_of(settings: Settings, store: Articles, reading: Reading, by_code: Mapping[str, Language]) -> Archive:
    """Return the archive of the articles that are set; the caller closes it."""

    def made() -> bool:
        folder = archive_folder(place_of(settings))
        return bool(settings.archive) or (folder is not None and folder.exists())

    return Archive(store, store, reading, by_code, index=lambda: _engine(settings), analysis=analysis, made=made)


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
    library: Library, archive: Archive, dense: "DenseIndex | None" = None, embedder: Embedder | None = None
) -> "Everywhere":
    """Return what asks all articles, with the sentence encoder where there is one."""
    from bot.archive.answering import Everywhere  # noqa: PLC0415 - who asks one article loads nothing of it
    from bot.archive.likeness import Likeness  # noqa: PLC0415 - as above
    from bot.search.bm25 import Bm25Index  # noqa: PLC0415 - as above

    meaning = None if dense is None or embedder is None else Likeness(embedder, dense)
    return Everywhere(library, archive.search, Bm25Index(library.languages, dense, POOLS), meaning)


@cache
def analysis() -> str:
    """Return a name for what makes the terms of passages: its code, and the words that the lexicon knows."""
    return f"{languages.lexicon_digest()}-{fingerprint(ARCHIVE)}"


def server_of(settings: Settings, **patience: float) -> "OpenSearchArchive | None":
    """Return the archive's server as it is set, None where none is; raises `ArchiveError`. The caller closes it."""
    if not settings.archive:
        return None
    address = settings.archive.value
    if find_spec(DRIVER) is None:
        raise ArchiveError(ArchiveProblem.NO_DRIVER, str(address_in(address)))
    from bot.search.archive_opensearch import OpenSearchArchive  # noqa: PLC0415 - who has no server loads nothing of it

    return OpenSearchArchive(
        address,
        ca_file=settings.archive_ca,
        shards=settings.archive_shards,
        replicas=settings.archive_replicas,
        **patience,
    )


def _engine(settings: Settings) -> "ArchiveIndex":
    if (server := server_of(settings)) is not None:
        return server
    from bot.search.archive_tantivy import TantivyArchive  # noqa: PLC0415 - who asks one article loads nothing of it

    return TantivyArchive(archive_folder(place_of(settings)))
