"""The bot as a process of its own; it can be killed like any process.

Rule of this module: it is started as a person starts it, by `python -m bot` and settings in the environment, and
everything that it writes is kept in one folder.
"""

import asyncio
import os
import random
import signal
import socket
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parents[2]
START = 300.0
"""Seconds that a start may take on a machine that is busy with other things."""


_PORTS = range(10_000, 32_000)
"""Below those that a system gives out by itself: what is free here stays free until the bot listens on it."""
_CHANCE = random.SystemRandom()
"""Tests side by side choose differently."""


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on."""
    while True:
        port = _CHANCE.choice(_PORTS)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def takes_connections(port: int) -> bool:
    """Tell whether somebody listens on a port of 127.0.0.1."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def cpu_of(pid: int) -> float:
    """Return the CPU time that a process has used, in seconds (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def rss_of(pid: int) -> float:
    """Return the memory that a process holds, in MB (Linux)."""
    lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


class BotProcess:
    """`python -m bot` and a command; `settings` are BOT_ variables without their prefix, in small letters.

    A kind of bot overrides `start` where it knows when updates reach it.
    """

    def __init__(self, command: str, folder: Path, **settings: object) -> None:
        self.program = ("-m", "bot", command)
        self.folder = folder
        given = {"database": folder / "articles.db", "log": "json", "encoder": "none", "once_wait": 1, **settings}
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

    async def start(self) -> Self:
        """Start the process and return when updates reach it, as far as that is known."""
        await self.spawn()
        return self

    async def reached(self, condition: Callable[[], object]) -> None:
        """Return when the condition holds; raises `RuntimeError` where the process ends before."""

        async def holds() -> object:
            return condition()

        await self.reached_by(holds)

    async def reached_by(self, condition: Callable[[], Awaitable[object]]) -> None:
        """Return the same for a condition that is asked for."""
        async with asyncio.timeout(START):
            while not await condition():
                if self.process.returncode is not None:
                    raise RuntimeError(f"ended with {self.process.returncode}: {self.output}")
                await asyncio.sleep(0.02)

    async def kill(self) -> None:
        """Kill it (SIGKILL): it has no time for anything."""
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()

    async def stop(self, seconds: float = 60.0) -> int:
        """Ask it to stop (SIGTERM) and return its exit code; raises `TimeoutError` where it does not."""
        self.process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self.process.wait(), seconds)

    def cpu(self) -> float:
        """Return the CPU time that it has used, in seconds (Linux)."""
        return cpu_of(self.pid)

    def rss(self) -> float:
        """Return the memory that it holds, in MB (Linux)."""
        return rss_of(self.pid)

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        await self.kill()
