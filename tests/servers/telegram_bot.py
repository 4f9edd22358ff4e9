"""The bot as a process of its own, talking to a Bot API server.

Rule of this module: it is started as a person starts it, by `python -m bot telegram` and settings in the environment.
"""

from pathlib import Path
from typing import Self

from tests.servers.bot_api import BotApi
from tests.servers.process import BotProcess, free_port, takes_connections

SECRET = "webhook-secret_of-nobody-0123456789"  # noqa: S105 - it guards a port on loopback


class TelegramBot(BotProcess):
    """`python -m bot telegram`, polling or with a webhook, at any Bot API server."""

    def __init__(self, url: str, token: str, folder: Path, *, webhook: bool = False, **settings: object) -> None:
        self.port = free_port()
        self.webhook = webhook
        hook = {
            "telegram_webhook_url": f"http://127.0.0.1:{self.port}/telegram",
            "telegram_webhook_secret": SECRET,
            "telegram_listen": f"127.0.0.1:{self.port}",
        }
        given = {"telegram_token": token, "telegram_api_url": url, **(hook if webhook else {}), **settings}
        super().__init__("telegram", folder, **given)

    def listening(self) -> bool:
        """Tell whether its webhook takes connections."""
        return takes_connections(self.port)


class OurBot(TelegramBot):
    """The bot at a Bot API server of ours, which knows when updates reach it."""

    def __init__(self, api: BotApi, folder: Path, *, webhook: bool = False, **settings: object) -> None:
        super().__init__(api.url, api.token, folder, webhook=webhook, **settings)
        self._api = api

    async def start(self) -> Self:
        """Start the process and return when updates reach it."""
        updates = self._api.updates
        polls, hooks = updates.polls, updates.hooks
        await self.spawn()
        await self.reached(lambda: updates.hooks > hooks if self.webhook else updates.polls > polls)
        return self
