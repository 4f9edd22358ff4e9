"""What is set for Slack.

Rule of this module: plain values, and what follows from them.
"""

from dataclasses import dataclass, field

from bot.platforms.connections import Listen
from bot.platforms.once import Once
from bot.transport import Draw


@dataclass(frozen=True, slots=True)
class Options:
    """The tokens of one workspace, or client id and secret where workspaces install the app themselves.

    With `app_token` the bot connects to Slack (Socket Mode); with `signing_secret` it listens at `listen` ("host:port",
    port 0 for any), or on a `port` that it shares with others. `api_url` is the root URL of the Web API; `once` is how
    answers are sent, and `draw` makes what they enclose.
    """

    bot_token: str = field(default="", repr=False)
    app_token: str = field(default="", repr=False)
    signing_secret: str = field(default="", repr=False)
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    api_url: str = "https://slack.com"
    listen: str = "127.0.0.1:8081"
    port: Listen | None = None
    once: Once = field(default_factory=Once)
    draw: Draw | None = None

    @property
    def many(self) -> bool:
        """Tell whether workspaces install the app themselves."""
        return not self.bot_token and bool(self.client_id)

    @property
    def listens(self) -> bool:
        """Tell whether requests come in over HTTP."""
        return bool(self.signing_secret) and (self.many or not self.app_token)

    @property
    def api(self) -> str:
        """Return the URL that methods are called under."""
        return f"{self.api_url.rstrip('/')}/api/"
