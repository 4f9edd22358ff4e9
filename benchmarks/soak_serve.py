"""Runs two `serve` on one PostgreSQL behind a load balancer, kills one and drains the other in turn, and counts.

    python -m benchmarks.soak_serve [--questions N] [--seeds 1 2 3]

The bots are `python -m bot serve` with Telegram's webhook and Slack over HTTP at one port; each connection of either
platform goes to the next bot that listens. Half of the questions are asked in Telegram and half in Slack. Of the two
bots one is ended by SIGKILL and one asked to stop by SIGTERM, in turn, and started again. What is asked, what goes
wrong with the platforms and what is counted is that of benchmarks/soak_telegram and benchmarks/soak_slack; in the end
both bots have to say at /metrics that nothing waits and nothing was given up. Prints a line of JSON for each run, and
ends with 1 where one was not good.
"""

import asyncio
import random
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import soak_slack, soak_telegram  # noqa: E402
from benchmarks.soak import PACE, PATIENCE, TOWNS, WAIT, Outcome, finished, questions, run, towns, written  # noqa: E402
from benchmarks.soak_slack import LAG, TRIES, SlackOutcome, SlackQuestion  # noqa: E402
from benchmarks.soak_telegram import STRANGER, TelegramOutcome, TelegramQuestion  # noqa: E402
from bot.storage.postgres.connections import lone  # noqa: E402
from tests.servers.balancer import balancing  # noqa: E402
from tests.servers.bot_api import BotApi, serving  # noqa: E402
from tests.servers.postgres import PostgresServer  # noqa: E402
from tests.servers.postgres import serving as serving_postgres  # noqa: E402
from tests.servers.serving_bot import ServingBot  # noqa: E402
from tests.servers.slack_api import SlackServer  # noqa: E402

MODE, WAY = "webhooks", "kill and drain"
BETWEEN = (1.0, 4.0)
"""Seconds between a start and the next end: time in which the other one takes over, or does not."""
REPLICAS = 2
NAMES = ("telegram", "slack")


@dataclass
class ServeOutcome(Outcome):
    """What came of a run: the sums, how often a bot was asked to stop, and what came of it on each platform."""

    drains: int = 0
    refused: int = 0
    """Questions that Slack could not deliver in all its tries: never acknowledged, so never the bot's."""
    codes: list[int] = field(default_factory=list)
    """Exit codes of those that were asked to stop, where they are not 0."""
    waiting: float = 0.0
    """What stands in the database in the end, waiting or given up."""
    parts: dict[str, str] = field(default_factory=dict)

    @property
    def good(self) -> bool:
        """Tell whether every question has its one answer, and whoever was asked to stop did so."""
        return Outcome.good.fget(self) and not self.codes and not self.waiting


async def soak(mode: str, way: str, seed: int, number: int, pace: float = PACE) -> ServeOutcome:
    """Run once: ask, end one bot after the other until everything was asked; then let them finish, and count."""
    with serving_postgres() as server:
        return await soak_on(server, seed, number, pace, ServeOutcome(mode, way, seed, number))


async def soak_on(
    server: PostgresServer, seed: int, number: int, pace: float = PACE, outcome: ServeOutcome | None = None
) -> ServeOutcome:
    """Run once on a server."""
    outcome = outcome or ServeOutcome(MODE, WAY, seed, number)
    names, chance, began = towns(TOWNS), random.Random(seed), time.monotonic()  # noqa: S311 - no secret
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="soak")))
        telegram = await stack.enter_async_context(serving())
        for fault in soak_telegram.troubles():
            telegram.faults.add(fault)
        slack = SlackServer(ack=1.0, retries=TRIES)
        slack.lag, slack.faults = LAG, slack.faults + soak_slack.troubles()
        await stack.enter_async_context(slack.running())
        database = server.database()
        bots = [Bot(folder / str(one), telegram, slack, database, written(folder, names)) for one in range(REPLICAS)]
        balancer = await stack.enter_async_context(balancing([bot.port for bot in bots]))
        for bot in bots:
            bot.environment["BOT_TELEGRAM_WEBHOOK_URL"] = f"http://127.0.0.1:{balancer.port}/telegram"
            stack.push_async_callback(bot.kill)
        await asyncio.gather(*(bot.start() for bot in bots))
        asked = questions(TelegramQuestion, number // 2, names, chance)
        said = questions(SlackQuestion, number - number // 2, names, chance)
        for question in said:
            question.payload = soak_slack.payload_of(slack, question, "events-http")
        await _warmed(telegram, bots)
        asking = asyncio.create_task(soak_telegram.ask(telegram, asked, pace / 2))
        saying = asyncio.create_task(
            soak_slack.ask(slack, f"http://127.0.0.1:{balancer.port}/slack/events", said, pace / 2)
        )
        await _end_one_after_the_other(bots, asking, chance, outcome)
        await asking
        await asyncio.gather(*await saying)
        await finished(asked, partial(soak_telegram.answers_of, telegram))
        await finished([one for one in said if one.taken], partial(soak_slack.places, slack))
        await _looked_up(database, said)
        _judge(telegram, slack, asked, said, names, outcome)
        outcome.waiting = await _left(bots)
        if not outcome.good:
            outcome.examples += [line for bot in bots for line in bot.output.splitlines()[-5:]]
    outcome.seconds = round(time.monotonic() - began, 1)
    return outcome


class Bot(ServingBot):
    """One of the two."""

    def __init__(self, folder: Path, telegram: BotApi, slack: SlackServer, database: str, story: Path) -> None:
        given = {"article": story, "questions_per_minute": 10**6, "once_wait": WAIT, "database": database}
        super().__init__(folder, telegram, slack, **given)


async def _warmed(api: BotApi, bots: list[Bot]) -> None:
    """Return when the bots have answered for the first time, for which each sets up its tables."""
    for number in range(len(bots)):
        api.people.write(f"hello? {number}", STRANGER)
        await api.answer(STRANGER, seconds=PATIENCE, after=number)


async def _end_one_after_the_other(
    bots: list[Bot], asking: "asyncio.Task[None]", chance: random.Random, outcome: ServeOutcome
) -> None:
    """Kill one bot and ask the other one to stop, in turn, until everything was asked and each was done once."""
    while not asking.done() or not outcome.drains:
        await asyncio.sleep(chance.uniform(*BETWEEN))
        bot = bots[(outcome.kills + outcome.drains) % len(bots)]
        if outcome.kills > outcome.drains:
            code = await bot.stop()
            outcome.drains += 1
            outcome.codes += [code] if code else []
        else:
            await bot.kill()
            outcome.kills += 1
        await bot.start()


async def _looked_up(database: str, asked: list[SlackQuestion]) -> None:
    """Note the order in which the bots have kept the questions from Slack."""
    connection = await lone(database)
    rows = await connection.fetch("SELECT key, id FROM inbox")
    await connection.close()
    kept = {key.rpartition(":")[2]: int(number) for key, number in rows}
    for question in asked:
        question.kept = kept.get(str(question.payload["event_id"]), 0)


def _judge(  # noqa: PLR0913, PLR0917 - both platforms
    telegram: BotApi,
    slack: SlackServer,
    asked: list[TelegramQuestion],
    said: list[SlackQuestion],
    names: list[str],
    outcome: ServeOutcome,
) -> None:
    """Count on each platform, and add up."""
    one = TelegramOutcome(outcome.mode, "direct", outcome.seed, len(asked))
    other = SlackOutcome(outcome.mode, "direct", outcome.seed, len(said))
    soak_telegram.judge(telegram, asked, names, one)
    soak_slack.judge(slack, said, other)
    for part in (one, other):
        outcome.answered += part.answered
        outcome.lost += part.lost
        outcome.twice += part.twice
        outcome.orphans += part.orphans
        outcome.disordered += part.disordered
        outcome.examples += part.examples
    outcome.refused = other.refused
    outcome.parts = {name: part.line() for name, part in zip(NAMES, (one, other), strict=True)}


async def _left(bots: list[Bot]) -> float:
    """Return how much the bots say at /metrics that waits or was given up.

    Who was killed between an answer and its note holds the question until the lease is over; only then is it looked up
    that it was answered.
    """
    kinds = ("article_bot_queue_depth", "article_bot_dead_letters_kept")
    end = time.monotonic() + PATIENCE
    while True:
        figures = [await bot.figures() for bot in bots]
        left = sum(one[f"{kind}{{platform={name}}}"] for one in figures for kind in kinds for name in NAMES)
        if not left or time.monotonic() > end:
            return left
        await asyncio.sleep(1)


if __name__ == "__main__":
    sys.exit(run("soak_serve", (MODE,), soak, (WAY,)))
