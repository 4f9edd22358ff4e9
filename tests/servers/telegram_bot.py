"""The bot as a process of its own, talking to a Bot API server of ours; it can be killed like any process.

Rule of this module: it is started as a person starts it, by `python -m bot telegram` and settings in the environment,
and everything that it writes is kept in one folder.
"""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Self

from tests.servers.bot_api import BotApi

ROOT = Path(__file__).resolve().parents[2]
SECRET = "webhook-secret_of-nobody-0123456789"  # noqa: S105 - it guards a port on loopback
START = 60.0
"""Seconds that a start may take on a machine that is busy with other things."""


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class TelegramBot:
    """`python -m bot telegram`; `settings` are BOT_ variables without their prefix, in small letters."""

    def __init__(self, url: str, token: str, folder: Path, *, webhook: bool = False, **settings: object) -> None:
        self.folder = folder
        self.port = free_port()
        self.webhook = webhook
        self.program = ("-m", "bot", "telegram")
        hook = {
            "telegram_webhook_url": f"http://127.0.0.1:{self.port}/telegram",
            "telegram_webhook_secret": SECRET,
            "telegram_listen": f"127.0.0.1:{self.port}",
        }
        given = {
            "database": folder / "articles.db",
            "telegram_token": token,
            "telegram_api_url": url,
            "log": "json",
            **(hook if webhook else {}),
            **settings,
        }
        kept = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
        ours = {f"BOT_{name.upper()}": str(value) for name, value in given.items()}
        self.environment = kept | ours | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        self._process: asyncio.subprocess.Process | None = None

    @property
    def process(self) -> asyncio.subprocess.Process:
        """Return the process that was started last."""
        assert self._process is not None, "it was not started"
        return self._process

    @property
    def pid(self) -> int:
        """Return its number."""
        return self.process.pid

    @property
    def output(self) -> str:
        """Return everything that it has written to standard output and standard error."""
        return "".join(path.read_text("utf-8", "replace") for path in (self.folder / "stdout", self.folder / "stderr"))

    async def spawn(self) -> None:
        """Start the process and do not wait for it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "stdout").open("ab") as out, (self.folder / "stderr").open("ab") as err:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, *self.program, cwd=self.folder, env=self.environment, stdout=out, stderr=err
            )

    async def reached(self, condition: Callable[[], object]) -> None:
        """Return when the condition holds; raises `RuntimeError` where the process ends before."""
        async with asyncio.timeout(START):
            while not condition():
                if self.process.returncode is not None:
                    raise RuntimeError(f"ended with {self.process.returncode}: {self.output}")
                await asyncio.sleep(0.02)

    def listening(self) -> bool:
        """Tell whether its webhook takes connections."""
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    async def kill(self) -> None:
        """Kill it (SIGKILL): it has no time for anything."""
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()

    async def stop(self, patience: float = 15.0) -> int:
        """Ask it to stop (SIGTERM) and return its exit code; raises `TimeoutError` where it does not."""
        self.process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self.process.wait(), patience)

    def cpu(self) -> float:
        """Return the CPU time that it has used, in seconds (Linux)."""
        fields = Path(f"/proc/{self.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def rss(self) -> float:
        """Return the memory that it holds, in MB (Linux)."""
        lines = Path(f"/proc/{self.pid}/status").read_text("ascii").splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


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

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        await self.kill()
