"""Measures the bot in Slack beside a bare Bolt app: how soon a command is acknowledged, and how soon it is answered.

    python -m benchmarks.slack [--requests N] [--ways http socket] [--subjects bolt echo bot busy] [--rounds N]

Closed loop: C people type a command, wait for its answer, and type the next. In the last line of each subject, marked
"20/s", so many commands come in a second, whatever becomes of those before them. The generator and Slack (the server in
tests/servers/slack_api.py) share the machine with what is measured. Each person is in a channel of their own. Subjects
(benchmarks/slack_subject.py) take turns in every round, so that a busy moment of the machine falls on all of them.
Prints a table: milliseconds at the median and the 99th percentile, answers a second, CPU time an answer, memory.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.servers.process import cpu_of, free_port, rss_of, takes_connections  # noqa: E402
from tests.servers.slack_api import SlackServer  # noqa: E402

SUBJECTS = ("bolt", "echo", "bot", "busy")
AT_ONCE = (1, 16, 64)
QUESTIONS = ("Wovor warnte Selenskyj?", "Was hat Russland geschickt?", "what did North Korea send?", "Wer sagt das?")
PACE = 20
"""Commands a second; Slack takes about one message a second in a channel."""
WARM = 30
"""Requests before the clock starts."""
PATIENCE = 60.0
"""Seconds for an answer."""


@dataclass
class Figures:
    """What one subject took at one number of people; times in seconds."""

    acked: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)
    took: float = 0.0
    cpu: float = 0.0
    rss: float = 0.0


class Subject:
    """A process that is measured; `port` is 0 for a socket."""

    def __init__(self, kind: str, server: SlackServer, port: int, folder: Path) -> None:
        self.server = server
        self.url = f"http://127.0.0.1:{port}/slack/events" if port else ""
        self._port = port
        self._command = (sys.executable, "-m", "benchmarks.slack_subject", kind, server.base, str(port), str(folder))
        self._process: asyncio.subprocess.Process | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Subject"]:
        """Run it until the end of the block."""
        before = self.server.counts["sockets"]
        null = asyncio.subprocess.DEVNULL
        self._process = await asyncio.create_subprocess_exec(*self._command, cwd=ROOT, stdout=null, stderr=null)
        try:
            async with asyncio.timeout(PATIENCE):
                while not (takes_connections(self._port) if self._port else self.server.counts["sockets"] > before):  # noqa: ASYNC110
                    await asyncio.sleep(0.05)
            yield self
        finally:
            with suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()

    def cpu(self) -> float:
        """Return the CPU time that it has used, in seconds (Linux)."""
        assert self._process is not None  # noqa: S101 - it runs
        return cpu_of(self._process.pid)

    def rss(self) -> float:
        """Return the memory that it holds, in MB (Linux)."""
        assert self._process is not None  # noqa: S101 - it runs
        return rss_of(self._process.pid)


async def one(subject: Subject, person: int, number: int, figures: Figures | None) -> None:
    """Type a command, and wait until its answer is shown."""
    server = subject.server
    question = QUESTIONS[number % len(QUESTIONS)]
    command = server.payloads.slash(question, user=f"U{person:04}", channel=f"C{person:04}")
    seen = server.private[command["trigger_id"]]
    shown = asyncio.get_running_loop().create_future()
    seen.notify = lambda: shown.done() or shown.set_result(None)
    began = time.perf_counter()
    acknowledged = await server.send(command, subject.url)
    acked = time.perf_counter() - began
    assert acknowledged is not None, "not acknowledged"  # noqa: S101 - no figure without it
    await asyncio.wait_for(shown, PATIENCE)
    if figures is not None:
        figures.acked.append(acked)
        figures.answered.append(time.perf_counter() - began)
    del server.private[command["trigger_id"]]


async def measure(subject: Subject, people: int, requests: int, figures: Figures) -> None:
    """Have people ask until that many requests were answered."""
    left = iter(range(requests))

    async def asks(person: int) -> None:
        for number in left:
            await one(subject, person, number, figures)

    began, used = time.perf_counter(), subject.cpu()
    await asyncio.gather(*(asks(person) for person in range(people)))
    figures.took += time.perf_counter() - began
    figures.cpu += subject.cpu() - used
    figures.rss = max(figures.rss, subject.rss())


async def paced(subject: Subject, pace: float, requests: int, figures: Figures) -> None:
    """Have commands come in at a pace, each from somebody else."""
    began, used = time.perf_counter(), subject.cpu()
    under_way = []
    for number in range(requests):
        under_way.append(asyncio.create_task(one(subject, number % 50, number, figures)))
        await asyncio.sleep(max(0.0, began + (number + 1) / pace - time.perf_counter()))
    await asyncio.gather(*under_way)
    figures.took += time.perf_counter() - began
    figures.cpu += subject.cpu() - used
    figures.rss = max(figures.rss, subject.rss())


async def run(given: argparse.Namespace, way: str) -> dict[tuple[str, str], Figures]:
    """Return the figures of all rounds over one way."""
    found: dict[tuple[str, str], Figures] = defaultdict(Figures)
    for _ in range(given.rounds):
        for kind in given.subjects:
            with tempfile.TemporaryDirectory(prefix="bench") as folder:
                async with SlackServer(ack=PATIENCE).running() as server:
                    port = free_port() if way == "http" else 0
                    async with Subject(kind, server, port, Path(folder)).running() as subject:
                        for number in range(WARM):
                            await one(subject, number % 4, number, None)
                        for people in given.people:
                            await measure(subject, people, given.requests, found[kind, str(people)])
                        await paced(subject, PACE, given.requests, found[kind, f"{PACE}/s"])
    return found


def table(way: str, found: dict[tuple[str, str], Figures]) -> None:
    """Print what was measured over one way."""
    heads = (("", 6), ("c", 5), ("ack p50", 9), ("p99", 8), ("max", 8), ("answer p50", 12), ("p99", 8), ("a/s", 7))
    print(f"\n{way}\n" + "".join(f"{name:>{wide}}" for name, wide in (*heads, ("CPU ms", 8), ("MB", 6))))
    for (kind, people), f in found.items():
        ack, answer = sorted(f.acked), sorted(f.answered)
        rate, cpu = len(answer) / f.took, 1000 * f.cpu / len(answer)
        print(
            f"{kind:6}{people:>5}{_at(ack, 0.5):>9.2f}{_at(ack, 0.99):>8.1f}{1000 * ack[-1]:>8.1f}"
            f"{_at(answer, 0.5):>12.2f}{_at(answer, 0.99):>8.1f}{rate:>7.0f}{cpu:>8.2f}{f.rss:>6.0f}"
        )


def _at(times: list[float], share: float) -> float:
    return 1000 * times[min(len(times) - 1, int(len(times) * share))]


def main() -> None:
    """Measure what was asked for, and print it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.slack", description="Measure Slack beside bare Bolt.")
    parser.add_argument("--requests", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--people", type=int, nargs="+", default=list(AT_ONCE))
    parser.add_argument("--ways", nargs="+", default=["http", "socket"], choices=["http", "socket"])
    parser.add_argument("--subjects", nargs="+", default=list(SUBJECTS), choices=SUBJECTS)
    given = parser.parse_args()
    print(f"{given.requests} requests a line and round, {given.rounds} rounds; times in ms")
    for way in given.ways:
        table(way, asyncio.run(run(given, way)))


if __name__ == "__main__":
    main()
