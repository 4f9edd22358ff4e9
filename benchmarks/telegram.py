"""Answers a second, latency, CPU time and memory in Telegram, beside a bare echo bot in the same run.

    python -m benchmarks.telegram [--slices N] [--modes webhook polling] [--profile SECONDS]

The bots are processes of their own, talk to the Bot API server in tests/servers/bot_api and are asked in a closed loop:
each of 1, 16 and 64 people asks the next question when the last one is answered. The bot keeps every update in its
durable inbox and answers from the article that comes with it, in one message that it could find again: one call. The
echo bot is python-telegram-bot with its own webhook, keeps nothing and sends the question back: one call; "edited", it
makes two calls of it. The server and those who ask run in one more process on the same cores. All are asked by turns,
in N slices each, so that what else the machine does falls on all of them; a rate is the median of the slices. CPU time
a question is the robust figure; the rates are those of a machine that does everything at once.
"""

import argparse
import asyncio
import json
import statistics
import sys
import tempfile
import time
import tomllib
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.servers.bot_api import BotApi, Message, serving  # noqa: E402
from tests.servers.telegram_bot import OurBot  # noqa: E402

ECHO = ("-m", "benchmarks.echo_telegram")
PROGRAMS = {"bot": ("-m", "bot", "telegram"), "echo": ECHO, "echo, edited": (*ECHO, "edit")}
QUESTIONS = ROOT / "corpus" / "de" / "raketen-gegen-soldaten" / "questions.toml"
LOADS = {1: 1000, 16: 1600, 64: 2400}
"""People who ask at once, and how many questions they ask together."""
WARM = 10
"""Share of the questions that is asked before, and not measured: one in so many."""
PATIENCE = 30.0
"""Seconds after which a question counts as not answered."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What one bot did under one load: rates in answers a second, times in milliseconds, memory in MB."""

    bot: str
    mode: str
    people: int
    rate: float
    p50: float
    p99: float
    cpu: float
    memory: float


class Crowd:
    """People who ask, each in a chat of their own."""

    def __init__(self, api: BotApi, questions: list[str]) -> None:
        self._api = api
        self._questions = questions
        self._asked = 0
        self._open: dict[int, asyncio.Future[None]] = {}
        api.listeners.append(self._heard)

    def _heard(self, message: Message) -> None:
        waiting = self._open.get(message.chat)
        if waiting is not None and not message.empty and not waiting.done():
            waiting.set_result(None)

    async def ask(self, people: int, number: int) -> list[float]:
        """Return how long each answer took, in seconds."""
        took: list[float] = []
        left = iter(range(number))

        async def one(chat: int) -> None:
            took.extend([await self._one(chat) for _ in left])

        await asyncio.gather(*(one(1000 + person) for person in range(people)))
        return took

    async def _one(self, chat: int) -> float:
        text = self._questions[self._asked % len(self._questions)]
        self._asked += 1
        self._open[chat] = asyncio.get_running_loop().create_future()
        began = time.perf_counter()
        self._api.people.write(text, chat)
        await asyncio.wait_for(self._open[chat], PATIENCE)
        return time.perf_counter() - began


@dataclass
class Contestant:
    """A bot, those who ask it, and what was measured of it under the present load."""

    name: str
    mode: str
    bot: OurBot
    crowd: Crowd
    took: list[float] = field(default_factory=list)
    rates: list[float] = field(default_factory=list)
    cpu: float = 0.0

    async def slice(self, people: int, number: int) -> None:
        """Have some questions asked, and add up what they cost."""
        before, began = self.bot.cpu(), time.perf_counter()
        self.took += await self.crowd.ask(people, number)
        self.rates.append(number / (time.perf_counter() - began))
        self.cpu += self.bot.cpu() - before

    def figures(self, people: int) -> Figures:
        """Return what was measured, and begin anew."""
        number, took = len(self.took), sorted(self.took)
        p50, p99 = (took[int(number * share)] * 1000 for share in (0.5, 0.99))
        rate, cpu = statistics.median(self.rates), self.cpu / number * 1000
        self.took, self.rates, self.cpu = [], [], 0.0
        return Figures(self.name, self.mode, people, rate, p50, p99, cpu, self.bot.rss())


@asynccontextmanager
async def contestant(name: str, mode: str, questions: list[str]) -> AsyncIterator[Contestant]:
    """Yield a bot that runs, at a server of its own."""
    with tempfile.TemporaryDirectory(prefix="bench") as folder:
        async with serving(keeping=False) as api:
            bot = OurBot(api, Path(folder), webhook=mode == "webhook", questions_per_minute=10**6)
            bot.program = PROGRAMS[name]
            async with bot:
                yield Contestant(name, mode, bot, Crowd(api, questions))


async def measure(mode: str, questions: list[str], slices: int, profile: float) -> AsyncIterator[Figures]:
    """Yield the figures of every bot under every load."""
    async with AsyncExitStack() as stack:
        every = [await stack.enter_async_context(contestant(name, mode, questions)) for name in PROGRAMS]
        for people, number in LOADS.items():
            for one in every:
                await one.crowd.ask(people, max(people, number // WARM))
            for _ in range(slices):
                for one in every:
                    await one.slice(people, number // slices)
            for one in every:
                yield one.figures(people)
        for one in every if profile else ():
            await _profiled(one.bot, one.crowd, f"{one.name}-{mode}.txt", profile)


async def _profiled(bot: OurBot, crowd: Crowd, file: str, seconds: float) -> None:
    """Write what the bot does under load, as collapsed stacks; needs py-spy."""
    command = (
        "py-spy",
        "record",
        "--gil",
        "-d",
        str(int(seconds)),
        "-r",
        "300",
        "-f",
        "raw",
        "-o",
        file,
        "--pid",
        str(bot.pid),
    )
    spy = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.DEVNULL)
    while spy.returncode is None:
        await crowd.ask(16, 200)
        await asyncio.sleep(0)
    print(f"profile in {file}", file=sys.stderr)


def table(figures: list[Figures]) -> str:
    """Return the figures as the table of docs/delivery.md; the last column is the bot's rate by the peer's."""
    lines = ["| way | people | | answers/s | p50 ms | p99 ms | CPU ms | MB | bot's rate |", f"|{'---|' * 9}"]
    ours = {(f.mode, f.people): f.rate for f in figures if f.bot == "bot"}
    for f in figures:
        share = "" if f.bot == "bot" else f"{ours[f.mode, f.people] / f.rate:.2f}x"
        times = f"{f.rate:.0f} | {f.p50:.1f} | {f.p99:.0f} | {f.cpu:.2f}"
        lines.append(f"| {f.mode} | {f.people} | {f.bot} | {times} | {f.memory:.0f} | {share} |")
    return "\n".join(lines)


def main() -> None:
    """Measure both bots in every mode, and print a line of JSON for each figure and a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.telegram", description="Measure Telegram.")
    parser.add_argument("--slices", type=int, default=10)
    parser.add_argument("--modes", nargs="+", default=["webhook", "polling"], choices=["webhook", "polling"])
    parser.add_argument("--profile", type=float, default=0.0, metavar="SECONDS", help="record with py-spy as well")
    asyncio.run(_all(parser.parse_args()))


async def _all(given: argparse.Namespace) -> None:
    questions = [one["text"] for one in tomllib.loads(QUESTIONS.read_text("utf-8"))["question"]]
    found = []
    for mode in given.modes:
        async for figures in measure(mode, questions, given.slices, given.profile):
            print(json.dumps(asdict(figures)), flush=True)
            found.append(figures)
    print(table(found))


if __name__ == "__main__":
    main()
