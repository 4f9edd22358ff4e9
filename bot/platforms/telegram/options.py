"""What the Telegram platform is told when it is started.

Rule of this module: plain values, and a token that no traceback or log shows by way of them.
"""

from dataclasses import dataclass, field

from bot.platforms.connections import Listen
from bot.platforms.once import Once
from bot.transport import Draw


@dataclass(frozen=True, slots=True)
class Menu:
    """What Telegram shows of the bot in one language ("" for everybody whose language has no menu of its own).

    Commands are (name, meaning) without the slash; `description` is what an empty chat shows (at most 512 characters),
    `about` what the bot's profile shows (at most 120).
    """

    language: str
    private: tuple[tuple[str, str], ...] = ()
    group: tuple[tuple[str, str], ...] = ()
    description: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Options:
    """Where the Bot API is, who we are there, and how updates come in (without a webhook URL they are fetched).

    A webhook listens at `listen` ("host:port"), or on a `port` that it shares with others.
    """

    token: str = field(repr=False)
    api_url: str = "https://api.telegram.org"
    webhook_url: str = field(default="", repr=False)
    webhook_secret: str = field(default="", repr=False)
    listen: str = "127.0.0.1:8080"
    port: Listen | None = None
    once: Once = field(default_factory=Once)
    """How answers are sent."""
    menus: tuple[Menu, ...] = ()
    draw: Draw | None = None
    """Makes the files that replies enclose."""
    commands: frozenset[str] = frozenset()
    """Names, without the slash, that are answered in a group even where they name no bot; empty: all are."""
