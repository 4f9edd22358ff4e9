"""What can be set, and where it is read: variables that begin with BOT_, in the environment or in a file `.env`.

Rule of this room: a wrong setting is named, its value never is. The environment comes before `.env`; what is empty is
not set. A BOT_ variable that nobody knows is passed over in the environment, which many programs share, and is an error
in `.env`, where it can only be a slip of the pen; other programs' variables may stand there.
"""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import get_type_hints

from bot.errors import SettingsError, StoreError, StoreProblem

PREFIX = "BOT_"
FILE = Path(".env")
"""In the working directory."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person has set; each field is read from its name in capitals, after BOT_."""

    database: Path | None = None
    """The file that articles are kept in; None for the place that the system gives to programs (`default_database`)."""

    article: str = ""
    """The article that a fresh chat starts with, a path or an id; empty for the one that comes with the bot."""

    history: Path | None = None
    """The file that questions typed in the console are kept in between sessions; None keeps them nowhere."""

    def given(self) -> tuple[str, ...]:
        """Return the variables of the settings that differ from their defaults."""
        return tuple(PREFIX + f.name.upper() for f in fields(self) if getattr(self, f.name) != f.default)


def load_settings() -> Settings:
    """Return the settings; raises `SettingsError` for a bad value and for a `.env` that can't be read."""
    environment = _environment()
    if not _names_in_file() and environment.keys() <= {"database", "article"}:
        return _usable(_as_they_stand(environment))
    return _usable(_validated())


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


def _environment() -> dict[str, str]:
    known = {PREFIX + f.name.upper(): f.name for f in fields(Settings)}
    return {known[name.upper()]: value for name, value in os.environ.items() if value and name.upper() in known}


def _as_they_stand(environment: Mapping[str, str]) -> Settings:
    """Return the settings that need no validation: loading pydantic takes longer than answering a question."""
    database = environment.get("database")
    return Settings(database=Path(database) if database else None, article=environment.get("article", ""))


def _validated() -> Settings:
    from pydantic import ValidationError, create_model  # noqa: PLC0415 - see `_as_they_stand`
    from pydantic_settings import BaseSettings, SettingsConfigDict  # noqa: PLC0415

    class Given(BaseSettings):
        model_config = SettingsConfigDict(
            env_prefix=PREFIX, env_file=FILE, env_file_encoding="utf-8-sig", env_ignore_empty=True, extra="ignore"
        )

    hints = get_type_hints(Settings)
    typed = {f.name: (hints[f.name], f.default) for f in fields(Settings)}
    model = create_model("Given", __base__=Given, **typed)  # type: ignore[call-overload] # names are known at run time
    try:
        return Settings(**dict(model()))
    except ValidationError as error:
        [first, *_] = error.errors(include_input=False)
        raise SettingsError(PREFIX + str(first["loc"][0]).upper()) from None


def _usable(settings: Settings) -> Settings:
    """Return the settings with the home folder put in for `~`; raises `SettingsError` for what can be no file."""
    article = os.path.expanduser(settings.article)  # noqa: PTH111 - an id stays what it is
    if settings.history is not None:
        settings = replace(settings, history=Path(os.path.expanduser(settings.history)))  # noqa: PTH111 - as above
    if settings.database is None:
        return replace(settings, article=article)
    place = os.path.expanduser(settings.database)  # noqa: PTH111 - the other one raises for an unknown user
    if not place.strip() or place.startswith("~") or ":/" in place[2:]:
        raise SettingsError(PREFIX + "DATABASE")
    return replace(settings, article=article, database=Path(place))


def _names_in_file() -> frozenset[str]:
    """Return the variables that `.env` gives; raises `SettingsError` for a broken line and for an unknown BOT_ one."""
    text = _text_of_file()
    if not text.strip():
        return frozenset()
    from io import StringIO  # noqa: PLC0415

    from dotenv.parser import parse_stream  # noqa: PLC0415 - for those alone who have a `.env`

    names = set()
    for binding in parse_stream(StringIO(text)):
        if binding.error:
            raise SettingsError(str(FILE), f"line {binding.original.line}")
        if binding.key and binding.key.upper().startswith(PREFIX):
            names.add(_known(binding.key.upper(), given=binding.value is not None))
    return frozenset(names)


def _known(name: str, *, given: bool) -> str:
    if not given or name not in {PREFIX + f.name.upper() for f in fields(Settings)}:
        raise SettingsError(name)
    return name


def _text_of_file() -> str:
    """Return what `.env` holds, nothing where there is no such file (a folder of that name is somebody's Python)."""
    try:
        if not stat.S_ISREG(FILE.stat().st_mode):
            return ""
        text = FILE.read_text("utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeError) as error:
        raise SettingsError(str(FILE), "unreadable") from error
    if "\0" in text:
        raise SettingsError(str(FILE), "unreadable")
    return text
