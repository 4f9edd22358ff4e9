"""The bot as a process of its own, talking to a Slack server of ours.

Rule of this module: it is started as a person starts it, by `python -m bot slack` and settings in the environment.
"""

from pathlib import Path
from typing import Self

from tests.servers.process import BotProcess, free_port, takes_connections
from tests.servers.slack_api import APP_TOKEN, SECRET, TOKEN, SlackServer


class SlackBot(BotProcess):
    """`python -m bot slack`, over a socket or HTTP."""

    def __init__(self, server: SlackServer, folder: Path, *, over_http: bool, **settings: object) -> None:
        self.server = server
        self.port = free_port()
        self.over_http = over_http
        way = {"slack_signing_secret": SECRET} if over_http else {"slack_app_token": APP_TOKEN}
        given = {
            "slack_bot_token": TOKEN,
            "slack_api_url": server.base,
            "slack_listen": f"127.0.0.1:{self.port}",
            **way,
            **settings,
        }
        super().__init__("slack", folder, **given)

    @property
    def url(self) -> str:
        """Return where it listens; empty for Socket Mode."""
        return f"http://127.0.0.1:{self.port}/slack/events" if self.over_http else ""

    async def start(self) -> Self:
        """Start the process and return when updates reach it."""
        before = self.server.counts["sockets"]
        await self.spawn()
        await self.reached(
            lambda: takes_connections(self.port) if self.over_http else self.server.counts["sockets"] > before
        )
        return self
