"""Runs two bots on one PostgreSQL, kills one or the database again and again while people ask, and counts.

    python -m benchmarks.soak_replicas [--questions N] [--seeds 1 2 3] [--modes polling webhook] [--ways kill database]

The bots are `python -m bot telegram`, the database a PostgreSQL server of its own, the Bot API the server in
tests/servers/bot_api; a webhook's connections go to one bot after the other, as behind a load balancer. What is asked
and what is counted is that of benchmarks/soak_telegram. The way `kill` ends one of the two bots with SIGKILL and starts
it again; the way `database` kills the database server with all its processes, or restarts it in order, in turn. Prints
a line of JSON for each run, and ends with 1 where one was not good.
"""

import asyncio
import random
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.soak import PACE, PATIENCE, TOWNS, WAIT, finished, questions, run, towns, written  # noqa: E402
from benchmarks.soak_telegram import (  # noqa: E402
    MODES,
    STRANGER,
    TelegramOutcome,
    TelegramQuestion,
    answers_of,
    ask,
    judge,
    troubles,
)
from tests.servers.balancer import balancing  # noqa: E402
from tests.servers.bot_api import BotApi, serving  # noqa: E402
from tests.servers.postgres import PostgresServer  # noqa: E402
from tests.servers.postgres import serving as serving_postgres  # noqa: E402
from tests.servers.telegram_bot import OurBot  # noqa: E402

KILL, DATABASE = WAYS = ("kill", "database")
BETWEEN = (1.0, 4.0)
"""Seconds between a start and the next kill: time in which the other one takes over, or does not."""
DOWN = (0.2, 2.0)
"""Seconds that the database stays away."""
REPLICAS = 2


class Replica(OurBot):
    """One of several bots, which is up when it says so: another one may be fetching."""

    async def start(self) -> Self:
        """Start the process and return when it has said that it is up."""
        before = self._ups()
        await self.spawn()
        try:
            await self.reached(lambda: self._ups() > before)
        except TimeoutError:
            raise RuntimeError(f"it did not start: {self.output}") from None
        return self

    def _ups(self) -> int:
        file = self.folder / "stderr"
        return file.read_text("utf-8", "replace").count('"event": "started"') if file.exists() else 0


async def soak(mode: str, way: str, seed: int, number: int, pace: float = PACE) -> TelegramOutcome:
    """Run once: ask, kill and start again until everything was asked; then let the bots finish, and count."""
    with serving_postgres() as server:
        return await soak_on(server, mode, way, seed, number, pace)


async def soak_on(  # noqa: PLR0913, PLR0917 - what a run is made of
    server: PostgresServer, mode: str, way: str, seed: int, number: int, pace: float = PACE
) -> TelegramOutcome:
    """Run once on a server."""
    names, chance = towns(TOWNS), random.Random(seed)  # noqa: S311 - no secret
    outcome = TelegramOutcome(mode, way, seed, number)
    began = time.monotonic()
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="soak")))
        api = await stack.enter_async_context(serving())
        for fault in troubles():
            api.faults.add(fault)
        bots = await _bots(stack, api, folder, server.database(), written(folder, names), webhook=mode == "webhook")
        asked = questions(TelegramQuestion, number, names, chance)
        await _warmed(api, bots)
        asking = asyncio.create_task(ask(api, asked, pace))
        trouble = partial(_kill_bots, bots) if way == KILL else partial(_kill_database, server)
        outcome.kills = await trouble(asking, chance)
        await asking
        await finished(asked, partial(answers_of, api))
        judge(api, asked, names, outcome)
        if not outcome.good:
            outcome.examples += [line for bot in bots for line in bot.output.splitlines()[-5:]]
    outcome.seconds = round(time.monotonic() - began, 1)
    return outcome


async def _bots(  # noqa: PLR0913 - wiring
    stack: AsyncExitStack, api: BotApi, folder: Path, database: str, story: Path, *, webhook: bool
) -> list[Replica]:
    given = {"article": story, "questions_per_minute": 10**6, "once_wait": WAIT, "database": database}
    bots = [Replica(api, folder / str(number), webhook=webhook, **given) for number in range(REPLICAS)]
    if webhook:
        balancer = await stack.enter_async_context(balancing([bot.port for bot in bots]))
        for bot in bots:
            bot.environment["BOT_TELEGRAM_WEBHOOK_URL"] = f"http://127.0.0.1:{balancer.port}/telegram"
    for bot in bots:
        stack.push_async_callback(bot.kill)
        await bot.start()
    return bots


async def _warmed(api: BotApi, bots: list[Replica]) -> None:
    """Return when the bots have answered for the first time, for which each sets up its tables."""
    for number in range(len(bots)):
        api.people.write(f"hello? {number}", STRANGER)
        await api.answer(STRANGER, seconds=PATIENCE, after=number)


async def _kill_bots(bots: list[Replica], asking: "asyncio.Task[None]", chance: random.Random) -> int:
    """Kill one bot after the other until everything was asked; return how often."""
    kills = 0
    while not asking.done():
        await asyncio.sleep(chance.uniform(*BETWEEN))
        bot = chance.choice(bots)
        await bot.kill()
        kills += 1
        await bot.start()
    return kills


async def _kill_database(server: PostgresServer, asking: "asyncio.Task[None]", chance: random.Random) -> int:
    """Kill the database, or stop it, until everything was asked; return how often."""
    kills = 0
    while not asking.done():
        await asyncio.sleep(chance.uniform(*BETWEEN))
        await asyncio.to_thread(server.stop if kills % 2 else server.kill)
        kills += 1
        await asyncio.sleep(chance.uniform(*DOWN))
        await asyncio.to_thread(server.start)
    return kills


if __name__ == "__main__":
    sys.exit(run("soak_replicas", MODES, soak, WAYS))
