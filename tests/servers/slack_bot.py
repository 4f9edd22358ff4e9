"""The bot as a process of its own, talking to a Slack server of ours; it can be killed like any process.

Rule of this module: it is started as a person starts it, by `python -m bot slack` and settings in the environment, and
everything that it writes is kept in one folder.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Self

from tests.servers.slack_api import APP_TOKEN, SECRET, TOKEN, SlackServer
from tests.servers.telegram_bot import ROOT, START, free_port


class SlackBot:
    """`python -m bot slack`, over a socket or HTTP; `settings` are BOT_ variables without prefix, in small letters."""

    def __init__(self, server: SlackServer, folder: Path, *, over_http: bool, **settings: object) -> None:
        self.server = server
        self.folder = folder
        self.port = free_port()
        self.over_http = over_http
        way = {"slack_signing_secret": SECRET} if over_http else {"slack_app_token": APP_TOKEN}
        given = {
            "database": folder / "articles.db",
            "slack_bot_token": TOKEN,
            "slack_api_url": server.base,
            "slack_listen": f"127.0.0.1:{self.port}",
            "log": "json",
            **way,
            **settings,
        }
        kept = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
        ours = {f"BOT_{name.upper()}": str(value) for name, value in given.items()}
        self.environment = kept | ours | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        self._process: asyncio.subprocess.Process | None = None

    @property
    def url(self) -> str:
        """Return where it listens; empty for Socket Mode."""
        return f"http://127.0.0.1:{self.port}/slack/events" if self.over_http else ""

    @property
    def process(self) -> asyncio.subprocess.Process:
        """Return the process that was started last."""
        assert self._process is not None, "it was not started"
        return self._process

    @property
    def output(self) -> str:
        """Return everything that it has written."""
        return "".join(path.read_text("utf-8", "replace") for path in (self.folder / "stdout", self.folder / "stderr"))

    async def start(self) -> Self:
        """Start the process and return when updates reach it."""
        before = self.server.counts["sockets"]
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "stdout").open("ab") as out, (self.folder / "stderr").open("ab") as err:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "slack", cwd=self.folder, env=self.environment, stdout=out, stderr=err
            )
        await self.reached(lambda: self._listening() if self.over_http else self.server.counts["sockets"] > before)
        return self

    async def reached(self, condition: Callable[[], object]) -> None:
        """Return when the condition holds; raises `RuntimeError` where the process ends before."""
        async with asyncio.timeout(START):
            while not condition():
                if self.process.returncode is not None:
                    raise RuntimeError(f"ended with {self.process.returncode}: {self.output}")
                await asyncio.sleep(0.02)

    def _listening(self) -> bool:
        import socket  # noqa: PLC0415

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
        fields = Path(f"/proc/{self.process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def rss(self) -> float:
        """Return the memory that it holds, in MB (Linux)."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text("ascii").splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        await self.kill()
