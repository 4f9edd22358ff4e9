"""Answers a second, latency, CPU time and memory in Telegram, beside a bare echo bot in the same run.

    python -m benchmarks.telegram [--runs N] [--modes webhook polling] [--profile SECONDS]

Both bots are processes of their own, talk to the Bot API server in tests/servers/bot_api and are asked in a closed
loop: each of 1, 16 and 64 people asks the next question when the last one is answered. The bot keeps every update in
its durable inbox and answers from the article that comes with it (a placeholder, then the answer: two calls); the echo
bot is python-telegram-bot with its own webhook, keeps nothing and sends the question back (one call). The server and
those who ask run in a third process on the same cores. A figure is the median of N runs, which alternate between the
two. CPU time a question is the robust figure; the rates are those of a machine that does all three at once.
"""

import argparse
import asyncio
import json
import statistics
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.servers.bot_api import BotApi, Message, serving  # noqa: E402
from tests.servers.telegram_bot import OurBot  # noqa: E402

ECHO = ("-m", "benchmarks.echo_telegram")
QUESTIONS = ROOT / "corpus" / "de" / "raketen-gegen-soldaten" / "questions.toml"
LOADS = {1: 200, 16: 800, 64: 1600}
"""People who ask at once, and how many questions they ask together."""
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


async def measure(name: str, mode: str, questions: list[str], profile: float) -> list[Figures]:
    """Return the figures of one bot under every load."""
    found = []
    with tempfile.TemporaryDirectory(prefix="bench") as folder:
        async with serving(keeping=False) as api:
            bot = OurBot(api, Path(folder), webhook=mode == "webhook", questions_per_minute=10**6)
            if name == "echo":
                bot.program = ECHO
            async with bot:
                crowd = Crowd(api, questions)
                for people, number in LOADS.items():
                    await crowd.ask(people, max(people, number // 10))
                    before, began = bot.cpu(), time.perf_counter()
                    took = sorted(await crowd.ask(people, number))
                    rate = number / (time.perf_counter() - began)
                    cpu = (bot.cpu() - before) / number * 1000
                    p50, p99 = (took[int(number * share)] * 1000 for share in (0.5, 0.99))
                    found.append(Figures(name, mode, people, rate, p50, p99, cpu, bot.rss()))
                if profile:
                    await _profiled(bot, crowd, f"{name}-{mode}.txt", profile)
    return found


async def _profiled(bot: OurBot, crowd: Crowd, file: str, seconds: float) -> None:
    """Write what the bot does under load, as collapsed stacks; needs py-spy."""
    command = ("py-spy", "record", "-d", str(int(seconds)), "-r", "300", "-f", "raw", "-o", file, "--pid", str(bot.pid))
    spy = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.DEVNULL)
    while spy.returncode is None:
        await crowd.ask(16, 200)
        await asyncio.sleep(0)
    print(f"profile in {file}", file=sys.stderr)


def middle(runs: Iterable[Figures]) -> Figures:
    """Return the median of each figure."""
    rows = [asdict(run) for run in runs]
    first = rows[0]
    medians = {
        key: round(statistics.median(row[key] for row in rows), 1 if key != "cpu" else 2)
        for key in ("rate", "p50", "p99", "cpu", "memory")
    }
    return Figures(first["bot"], first["mode"], first["people"], **medians)


def table(figures: list[Figures]) -> str:
    """Return the figures as the table of docs/delivery.md."""
    lines = [
        "| way | people | | answers/s | p50 ms | p99 ms | CPU ms | MB | rate |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    peers = {(f.mode, f.people): f.rate for f in figures if f.bot == "echo"}
    for f in sorted(figures, key=lambda f: (f.mode, f.people, f.bot)):
        share = f"{f.rate / peers[f.mode, f.people]:.2f}x" if f.bot == "bot" else ""
        lines.append(
            f"| {f.mode} | {f.people} | {f.bot} | {f.rate:.0f} | {f.p50:.1f} | {f.p99:.1f} | {f.cpu:.2f} "
            f"| {f.memory:.0f} | {share} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure both bots in every mode, and print a line of JSON for each run and a table of the medians."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.telegram", description="Measure Telegram.")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--modes", nargs="+", default=["webhook", "polling"], choices=["webhook", "polling"])
    parser.add_argument("--profile", type=float, default=0.0, metavar="SECONDS", help="record with py-spy as well")
    given = parser.parse_args()
    questions = [one["text"] for one in tomllib.loads(QUESTIONS.read_text("utf-8"))["question"]]
    runs: dict[tuple[str, str, int], list[Figures]] = {}
    for _ in range(given.runs):
        for mode in given.modes:
            for name in ("bot", "echo"):
                for figures in asyncio.run(measure(name, mode, questions, given.profile)):
                    print(json.dumps(asdict(figures)), flush=True)
                    runs.setdefault((name, mode, figures.people), []).append(figures)
    print(table([middle(of_one) for of_one in runs.values()]))


if __name__ == "__main__":
    main()
