"""An hour of mixed load on one process and SQLite: whether memory is flat, tables grow, answers are late.

    python -m benchmarks.soak_load [--minutes 60] [--rate 5] [--warm 20] [--mode polling] [--seed 1] [--report FILE]

The bot is `python -m bot telegram`, the Bot API the server in tests/servers/bot_api, those who use it
`benchmarks.mixed_load`. It begins as it is after days at that rate: the inbox holds the keys of everything that was
answered within the time that they are kept, so that what comes and what goes are in balance from the first minute.
Memory counts from when the rest that is kept for a time is full too: what was said last under 5,000 messages, and the
articles that people bring. The server answers at once: what is measured is the bot, the way over loopback twice, and
what the server itself takes. Where other programs want the cores as well, answers wait for them; how long, the system
says (schedstat), and the figures are given with and without. Prints a line of JSON, writes samples and figures to the
report (`benchmarks/soak_plot.py` draws it), and ends with 1 where a goal is missed:

    memory      resident memory after the warm-up stays within 5 % of its median then
    tables      no table has more rows than its retention explains
    p99         of answers without that wait (articles that people bring take longer, and are counted apart)
    lost        what had no answer
"""

import argparse
import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from sqlite3 import connect

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.mixed_load import BRINGERS, CHECKED, GROUPS, PEOPLE, Crowd, Timed  # noqa: E402
from bot.core.versions.likeness import SKETCH  # noqa: E402
from bot.delivery import Limits  # noqa: E402
from bot.storage.inbox import open_inbox  # noqa: E402
from tests.servers.bot_api import BotApi, serving  # noqa: E402
from tests.servers.process import cpu_of, rss_of  # noqa: E402
from tests.servers.telegram_bot import OurBot  # noqa: E402

HOUR = 3600.0
"""Seconds that is remembered what was said under a message."""
FLAT = 0.05
"""How far memory may be from its median after the warm-up."""
P99 = 0.1
"""Seconds."""
EVERY = 10.0
"""Seconds between two samples."""
SLACK = 0.02
"""What an inbox in balance may be off: people come at random."""
OWN = ("question", "follow-up", "tap", "check", "quote", "inline", "strange", "talk")
"""Kinds whose answers the goal is about."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What was seen at a time (seconds since the start): memory of bot and helpers, and files, in MB; rows."""

    at: float
    memory: float
    helpers: float
    cpu: float
    rows: dict[str, int]
    files: float
    load: float
    """Processes that want a core, on the whole machine."""


@dataclass
class Outcome:
    """What came of a run; times in milliseconds, memory in MB."""

    minutes: float
    rate: float
    mode: str
    asked: int = 0
    lost: dict[str, int] = field(default_factory=dict)
    skipped: int = 0
    p50: float = 0.0
    p99: float = 0.0
    p999: float = 0.0
    p99_alone: float = 0.0
    """Without the time that cores were waited for."""
    by_kind: dict[str, dict[str, float]] = field(default_factory=dict)
    cpu_share: float = 0.0
    """Of one core, over the whole run."""
    memory_first: float = 0.0
    memory_median: float = 0.0
    memory_least: float = 0.0
    memory_most: float = 0.0
    rows_first: dict[str, int] = field(default_factory=dict)
    rows_last: dict[str, int] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)


def children_of(pid: int) -> list[int]:
    """Return the processes that a process has started, and those that they have (Linux)."""
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, task.read_text("ascii").split()):
            found += [child, *children_of(child)]
    return found


def queued_of(pid: int) -> float:
    """Return how many seconds the threads of a process have waited for a core, as far as the system tells (Linux)."""
    waited = 0
    for task in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        with suppress(OSError):  # a thread that has just ended
            waited += int(task.read_text("ascii").split()[1])
    return waited / 1e9


def rows_of(files: Iterable[Path]) -> dict[str, int]:
    """Return how many rows each table has."""
    rows = {}
    for file in files:
        with closing(connect(f"file:{file}?mode=ro", uri=True)) as database:
            tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
            for (table,) in tables.fetchall():
                [(rows[table],)] = database.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - a table's name
    return rows


async def fill(file: Path, rate: float) -> None:
    """Put into an inbox what is there after days of such a rate: keys of what was answered, evenly spread."""
    async with open_inbox(file):
        pass
    now, keep = time.time(), Limits().keep
    number = int(keep * rate)
    rows = (
        (f"telegram:before:{n}", f"telegram:{1000 + n % 5000}", now - keep + n / rate, f"{1000 + n % 5000}:{n}")
        for n in range(number)
    )
    with closing(connect(file)) as database, database:
        database.executemany("INSERT INTO inbox (key, lane, arrived, progress, state) VALUES (?, ?, ?, ?, 1)", rows)


async def watch(bot: OurBot, files: Sequence[Path], samples: list[Sample]) -> None:
    """Take samples until cancelled."""
    began = time.monotonic()
    while True:
        rows = await asyncio.to_thread(rows_of, files)
        sizes = sum(one.stat().st_size for file in files for one in file.parent.glob(f"{file.name}*"))
        helpers = sum(rss_of(child) for child in children_of(bot.pid))
        at = time.monotonic() - began
        samples.append(
            Sample(round(at, 1), bot.rss(), helpers, cpu_of(bot.pid), rows, sizes / 2**20, os.getloadavg()[0])
        )
        await asyncio.sleep(EVERY)


def percentile(times: Sequence[float], share: float) -> float:
    """Return how many milliseconds that share of the answers took at most."""
    ordered = sorted(times)
    return round(ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000, 1) if ordered else 0.0


def judge(outcome: Outcome, samples: Sequence[Sample], crowd: Crowd, warm: float) -> None:
    """Fill in the figures and name what was missed."""
    own = [timed.seconds for timed in crowd.timed if timed.kind in OWN]
    outcome.asked = len(crowd.timed) + crowd.lost.total()
    outcome.lost, outcome.skipped = dict(crowd.lost), crowd.skipped
    outcome.p50, outcome.p99, outcome.p999 = (percentile(own, share) for share in (0.5, 0.99, 0.999))
    outcome.p99_alone = percentile([max(0.0, t.seconds - t.waited) for t in crowd.timed if t.kind in OWN], 0.99)
    outcome.by_kind = {kind: _kind(crowd.timed, kind) for kind in sorted({timed.kind for timed in crowd.timed})}
    later = [sample for sample in samples if sample.at >= warm] or [samples[-1]]
    memory = [sample.memory for sample in later]
    middle = statistics.median(memory)
    outcome.memory_first, outcome.memory_median = round(samples[0].memory, 1), round(middle, 1)
    outcome.memory_least, outcome.memory_most = round(min(memory), 1), round(max(memory), 1)
    outcome.cpu_share = round((samples[-1].cpu - samples[0].cpu) / max(1.0, samples[-1].at - samples[0].at), 4)
    outcome.rows_first, outcome.rows_last = samples[0].rows, samples[-1].rows
    if max(memory) > middle * (1 + FLAT) or min(memory) < middle * (1 - FLAT):
        outcome.missed.append("memory")
    # A run that ends before memory counts tells whether anything is lost or kept too long; times are the machine's.
    if outcome.minutes * 60 > warm and outcome.p99 > P99 * 1000:
        outcome.missed.append("p99")
    if outcome.lost:
        outcome.missed.append("lost")
    outcome.missed += [f"rows of {table}" for table in _grown(outcome)]


def _kind(timed: Sequence[Timed], kind: str) -> dict[str, float]:
    times = [one.seconds for one in timed if one.kind == kind]
    return {"number": len(times), "p50": percentile(times, 0.5), "p99": percentile(times, 0.99)}


def _grown(outcome: Outcome) -> list[str]:
    """Return the tables that have more rows than is kept."""
    most = {
        "inbox": outcome.rows_first["inbox"] * (1 + SLACK) + 200,
        "articles": 2 + BRINGERS,
        "documents": 2 + BRINGERS,
        "shelves": 2 + BRINGERS,
        "vectors": 2 + BRINGERS,
        "editions": 2 + BRINGERS,
        "sketches": (2 + BRINGERS) * SKETCH,
        # Of an article that was forgotten its number stays.
        "changes": 2 + outcome.by_kind.get("bring", {"number": 0})["number"],
        "choices": PEOPLE + GROUPS + 10,
        "last_turns": (PEOPLE + 10) * (1 + GROUPS),
        "message_turns": outcome.rate * HOUR * (1 + SLACK) + 200,
    }
    # What is not named here holds nothing of this load but what a platform notes once.
    return [table for table, number in outcome.rows_last.items() if number > most.get(table, 20)]


async def soak(given: argparse.Namespace, folder: Path) -> tuple[Outcome, list[Sample], Crowd]:
    """Run the load on a bot of its own."""
    articles = folder / "articles.db"
    chats = folder / "articles-chats.db"
    await fill(chats, given.rate)
    outcome = Outcome(given.minutes, given.rate, given.mode)
    samples: list[Sample] = []
    async with serving(keeping=False) as api:
        bot = OurBot(api, folder, webhook=given.mode == "webhook", questions_per_minute=10**6, bring_per_day=10**6)
        async with bot:
            await _first(api)
            crowd = Crowd(api, lambda: queued_of(bot.pid) + queued_of(os.getpid()), given.seed)
            watching = asyncio.create_task(watch(bot, (articles, chats), samples))
            try:
                await crowd.come(given.rate, given.minutes * 60)
            finally:
                watching.cancel()
            print(bot.output[-2000:] if crowd.lost else "", end="", file=sys.stderr)
    judge(outcome, samples, crowd, given.warm * 60)
    return outcome, samples, crowd


async def _first(api: BotApi) -> None:
    """Have a few things answered, which sets up the tables of both languages; they are not measured."""
    for chat, text in enumerate(("what did Russia send?", "Was hat Russland geschickt?", f"/check {CHECKED[0]}"), 1):
        api.people.write(text, chat)
        await api.answer(chat, seconds=240)


def main() -> int:
    """Run, print what came of it, and return 1 where a goal was missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak_load", description="An hour of mixed load.")
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--rate", type=float, default=5.0, help="things that people do in a second")
    parser.add_argument("--warm", type=float, default=20.0, help="minutes before memory counts")
    parser.add_argument("--mode", default="polling", choices=["polling", "webhook"])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--report", type=Path, help="write samples and figures to this file")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="soak") as folder:
        outcome, samples, crowd = asyncio.run(soak(given, Path(folder)))
    print(json.dumps(asdict(outcome)))
    if given.report:
        machine = {"load": os.getloadavg(), "cores": os.cpu_count()}
        timed = [
            (round(one.at, 2), one.kind, *(round(s * 1000, 1) for s in (one.seconds, one.waited)))
            for one in crowd.timed
        ]
        figures = {"outcome": asdict(outcome), "machine": machine, "samples": [asdict(s) for s in samples]}
        whole = figures | {"timed": timed}
        given.report.write_text(json.dumps(whole), encoding="utf-8")
    return 1 if outcome.missed else 0


if __name__ == "__main__":
    sys.exit(main())
