"""A home for the tests: what a person has in theirs is neither read nor written, by a test or by what it starts.

Rule of this module: it is moved to before anything of the bot is loaded, and every test is watched.
"""

import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping

import platformdirs

NAME = "article-bot"
BEFORE = "ARTICLE_BOT_TESTS_BEFORE"
"""Tells the processes of one run of the tests which home, and which folders, were the person's; they share another."""
VARIABLES = {
    "HOME": "",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
}
"""What says where a person's things are, and where that is in a home."""
_WATCHED = frozenset({"open", "os.listdir", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.scandir", "os.utime"})


class Home:
    """A person's own folders of the bot, from before the tests have moved out, and what touched them."""

    def __init__(self, folders: Iterable[str], home: str) -> None:
        self._folders = tuple(folders)
        self._home = home
        self._touched: list[str] = []

    def watch(self) -> None:
        """Look on from now on, for as long as this process lives."""
        sys.addaudithook(self._heard)

    def touched(self) -> tuple[str, ...]:
        """Return what was done to the person's home since this was asked last."""
        found = tuple(self._touched)
        self._touched.clear()
        return found

    def _heard(self, event: str, values: tuple[object, ...]) -> None:
        if event in _WATCHED or event == "sqlite3.connect":
            paths = [_path(value) for value in values[:2]]
            self._touched += [f"{event} {path}" for path in paths if path and self._is_there(path)]
        elif event == "subprocess.Popen" and not self._is_elsewhere(values[3]):
            self._touched.append(f"{event} {values[1]!r} in the person's home")

    def _is_there(self, path: str) -> bool:
        return any(path == folder or path.startswith(folder + os.sep) for folder in self._folders)

    def _is_elsewhere(self, environment: object) -> bool:
        """Tell whether what a process is started with leads to another home than the person's."""
        given = environment if isinstance(environment, Mapping) else os.environ
        home = given.get("HOME", self._home)
        own = {given.get(name) or os.path.join(home, place) for name, place in VARIABLES.items() if place}  # noqa: PTH118
        return not any(path.startswith(self._home + os.sep) for path in own)


def _path(value: object) -> str:
    if isinstance(value, bytes):
        value = os.fsdecode(value)
    if isinstance(value, os.PathLike):
        value = os.fspath(value)
    if not isinstance(value, str) or value.startswith(":"):
        return ""
    text = value.removeprefix("file:").removeprefix("//").partition("?")[0]
    return os.path.abspath(text)  # noqa: PTH100 - of any text, without a look at the disk


def moved() -> Home:
    """Give this process, and what it starts, a home that is gone with it; return the one that was there before."""
    if BEFORE not in os.environ:
        places = (platformdirs.user_data_path, platformdirs.user_cache_path, platformdirs.user_config_path)
        home = os.path.expanduser("~")  # noqa: PTH111 - a text, also where there is none
        os.environ[BEFORE] = os.pathsep.join([home, *(str(place(NAME, appauthor=False)) for place in places)])
        folder = tempfile.mkdtemp(prefix="article-bot-tests-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        for name, place in VARIABLES.items():
            os.environ[name] = os.path.join(folder, place).rstrip(os.sep)  # noqa: PTH118 - a text
    home, *folders = os.environ[BEFORE].split(os.pathsep)
    return Home(folders, home)
