"""The large dictionary, where there is one: the file it comes in, and the table that is compiled from it once.

Rule of this room: a dictionary is an extra. Nothing of it is needed, and nobody waits for it but who was told so.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bot.core.lexical.analysis import Analyser
from bot.core.lexical.lexicon import END, Buffer
from bot.errors import DictionaryError, DictionaryProblem
from bot.storage.tables import at_home, keep, mapped

PACKAGED = Path("/usr/share/trans/de-en")
"""Where the package trans-de-en of Debian and Ubuntu has the Ding list."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A dictionary's file, and where its table is kept: a folder, and a name that says what the table is made from."""

    file: Path
    folder: Path
    table: str

    def compiled(self) -> Buffer | None:
        """Return the table, mapped into memory; None where it is not compiled yet."""
        return mapped(self.folder, self.table)

    def compile(self, analysers: Mapping[str, Analyser]) -> None:
        """Compile the file and keep the table, which takes half a minute; raises `DictionaryError`."""
        from bot.core.lexical.dictionary_compiler import compile_dictionary  # noqa: PLC0415 - done once
        from bot.languages import ding  # noqa: PLC0415 - as above

        self._check_folder()
        try:
            with self.file.open(encoding="utf-8") as lines:
                table = compile_dictionary(ding.read(lines), analysers)
        except (OSError, ValueError):
            table = END
        if table == END:
            raise DictionaryError(DictionaryProblem.FOREIGN, str(self.file))
        try:
            keep(self.folder, self.table, table)
        except OSError as error:
            raise DictionaryError(DictionaryProblem.NOT_KEPT, str(self.folder)) from error

    def _check_folder(self) -> None:
        """Raise an error before half a minute is spent on a table that can't be kept."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DictionaryError(DictionaryProblem.NOT_KEPT, str(self.folder)) from error
        if not os.access(self.folder, os.W_OK):
            raise DictionaryError(DictionaryProblem.NOT_KEPT, str(self.folder))


def find_dictionary(file: str, folder: Path | None, made_by: str) -> Dictionary:
    """Return the dictionary in a file, or, where its name is empty, in the first of `places` that has one.

    `folder` is where tables are kept, `made_by` names what compiles them. Raises `DictionaryError`.
    """
    for path in (Path(file),) if file else places():
        try:
            about = path.stat()
        except (OSError, ValueError):
            continue
        if folder is None:
            raise DictionaryError(DictionaryProblem.NOT_KEPT, "~")
        made_from = f"{about.st_size} {about.st_mtime_ns} {made_by}"
        return Dictionary(path, folder, f"dictionary-{sha256(made_from.encode()).hexdigest()[:16]}")
    raise DictionaryError(DictionaryProblem.NOT_FOUND, f": {file}" if file else "")


def places() -> Iterator[Path]:
    """Yield where a dictionary may be: what `make dictionary` fetched, and the system's package."""
    if (own := fetched()) is not None:
        yield own
    yield PACKAGED


def fetched() -> Path | None:
    """Return where `make dictionary` puts the file; None where a person has no home folder."""
    import platformdirs  # noqa: PLC0415 - it costs some milliseconds, and tests need none

    try:
        folder = at_home(platformdirs.user_data_path("article-bot", appauthor=False))
    except RuntimeError:
        return None
    return None if folder is None else folder / "dictionary" / "de-en"
