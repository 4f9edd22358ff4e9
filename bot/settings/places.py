"""Where things are kept: a file, or a PostgreSQL database, by what is set.

Rule of this module: an address may hold a password, so it is a secret until somebody connects.
"""

import os
from pathlib import Path
from urllib.parse import urlsplit

from bot.errors import SettingsError, StoreError, StoreProblem
from bot.settings.options import PREFIX, Secret, Settings

SERVERS = ("postgresql", "postgres")
"""What the address of a database begins with; everything else is a file."""


def default_database() -> Path:
    """Return where the database is if nothing is set; raises `StoreError` where a person has no home folder."""
    import platformdirs  # noqa: PLC0415 - needed by those alone who have not set BOT_DATABASE

    try:
        path = platformdirs.user_data_path("article-bot", appauthor=False) / "articles.db"
    except RuntimeError as error:
        raise StoreError(StoreProblem.NO_PLACE, "~") from error
    # Who is root could make the home folder that is missing, and nobody would look there.
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - the other one raises where this returns "~"
    if not path.is_absolute() or (path.is_relative_to(home) and not home.is_dir()):
        raise StoreError(StoreProblem.NO_PLACE, str(path))
    return path


def place_of(settings: Settings) -> Path | str:
    """Return the file that articles are kept in, or the address of the database; raises `StoreError` without a home."""
    place = settings.database
    return place.value if isinstance(place, Secret) else place or default_database()


def place_in(text: str) -> Path | str:
    """Return the file or the address that a text names; raises `SettingsError` for an address that can be none."""
    place = database_in(text)
    return place.value if isinstance(place, Secret) else Path(os.path.expanduser(text))  # noqa: PTH111 - an unknown user is no fault here


def chats_place(settings: Settings) -> Path | str:
    """Return where what chats need is kept: in the same database, or in a file beside the one for articles."""
    place = place_of(settings)
    return chats_beside(place) if isinstance(place, Path) else place


def chats_beside(database: Path) -> Path:
    """Return the file for what chats need to be kept, beside the one for articles."""
    return database.with_name(f"{database.stem}-chats.db")


def database_in(text: str) -> Path | Secret | None:
    """Return the file or the address in a setting; raises `SettingsError` for an address that can be none."""
    scheme, found, rest = text.partition("://")
    if not found or scheme not in SERVERS:
        return Path(text) if text else None
    try:
        parts = urlsplit(text)
        usable = bool(parts.path.strip("/")) and (parts.port is None or parts.port > 0)
    except ValueError:
        usable = False
    if not usable:
        raise SettingsError(PREFIX + "DATABASE")
    return Secret(f"postgresql://{rest}")
