"""The file `.env`: which variables it gives, and what is wrong with it.

Rule of this module: a BOT_ variable that nobody knows is an error here, where it can only be a slip of the pen.
"""

import stat
from dataclasses import fields
from io import StringIO
from pathlib import Path

from bot.errors import SettingsError
from bot.settings.options import PREFIX, Settings

FILE = Path(".env")
"""In the working directory."""


def names_in_file() -> frozenset[str]:
    """Return the variables that `.env` gives; raises `SettingsError` for a broken line and for an unknown BOT_ one."""
    text = _text_of_file()
    if not text.strip():
        return frozenset()

    from dotenv.parser import parse_stream  # noqa: PLC0415 - for those alone who have a `.env`

    names = set()
    for binding in parse_stream(StringIO(text)):
        if binding.error:
            raise SettingsError(str(FILE), f"line {binding.original.line}")
        if binding.key and binding.key.upper().startswith(PREFIX):
            names.add(_known(binding.key.upper(), given=binding.value is not None))
    return frozenset(names)


def _known(name: str, *, given: bool) -> str:
    if name not in {PREFIX + f.name.upper() for f in fields(Settings)}:
        raise SettingsError(name, "unknown")
    if not given:
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
