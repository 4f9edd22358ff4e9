"""The bot as a process of its own that answers on every platform at once.

Rule of this module: it is started as a person starts it, by `python -m bot serve` and settings in the environment.
"""

import json
from pathlib import Path
from typing import Self

import aiohttp
from prometheus_client.parser import text_string_to_metric_families

from tests.servers.bot_api import BotApi
from tests.servers.process import START, BotProcess, free_port
from tests.servers.slack_api import APP_TOKEN, TOKEN, SlackServer
from tests.servers.slack_api import SECRET as SIGNING
from tests.servers.telegram_bot import SECRET

State = dict[str, object]


class ServingBot(BotProcess):
    """`python -m bot serve` at a Bot API server and a Slack server; with `webhooks` both send to its one port."""

    def __init__(
        self,
        folder: Path,
        telegram: BotApi | None = None,
        slack: SlackServer | None = None,
        *,
        webhooks: bool = True,
        **settings: object,
    ) -> None:
        self.port = free_port()
        self.root = f"http://127.0.0.1:{self.port}"
        self.slack_url = f"{self.root}/slack/events" if webhooks else ""
        given: dict[str, object] = {"listen": f"127.0.0.1:{self.port}"}
        if telegram is not None:
            given |= {"telegram_token": telegram.token, "telegram_api_url": telegram.url}
            hook = {"telegram_webhook_url": f"{self.root}/telegram", "telegram_webhook_secret": SECRET}
            given |= hook if webhooks else {}
        if slack is not None:
            given |= {"slack_bot_token": TOKEN, "slack_api_url": slack.base}
            given |= {"slack_signing_secret": SIGNING} if webhooks else {"slack_app_token": APP_TOKEN}
        super().__init__("serve", folder, **given | settings)

    async def get(self, path: str) -> tuple[int, str]:
        """Return status and body of a page; (0, "") where nobody answers."""
        try:
            async with aiohttp.ClientSession() as session, session.get(self.root + path) as answer:
                return answer.status, await answer.text()
        except aiohttp.ClientError:
            return 0, ""

    async def readiness(self) -> tuple[int, State]:
        """Return the status of /readyz and what it says."""
        status, body = await self.get("/readyz")
        return status, json.loads(body) if body else {}

    async def figures(self) -> dict[str, float]:
        """Return /metrics, a figure by its name and labels: "name{a=b,c=d}"."""
        status, body = await self.get("/metrics")
        assert status == 200
        samples = (sample for family in text_string_to_metric_families(body) for sample in family.samples)
        return {_named(sample.name, sample.labels): sample.value for sample in samples}

    async def until_ready(self, status: int = 200) -> State:
        """Return what /readyz says once it has this status; raises `RuntimeError` where the process ends before."""
        found: tuple[int, State] = (0, {})

        async def looked() -> bool:
            nonlocal found
            found = await self.readiness()
            return found[0] == status

        await self.reached_by(looked)
        return found[1]

    async def stop(self, seconds: float = START) -> int:
        """Ask it to stop (SIGTERM) and return its exit code; raises `TimeoutError` where it does not."""
        return await super().stop(seconds)

    async def start(self) -> Self:
        """Start the process and return when it says that it is ready."""
        await self.spawn()
        await self.until_ready()
        return self


def _named(name: str, labels: dict[str, str]) -> str:
    inner = ",".join(f"{label}={value}" for label, value in sorted(labels.items()))
    return f"{name}{{{inner}}}" if inner else name
