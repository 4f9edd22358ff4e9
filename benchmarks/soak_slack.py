"""Kills the bot about once a second while people ask in Slack, and counts what was lost and what was answered twice.

    python -m benchmarks.soak_slack [--questions N] [--seeds 1 2 3] [--modes events-socket events-http slash-socket ...]

The bot is `python -m bot slack`; Slack is the server in tests/servers/slack_api.py. Events are half direct messages and
half mentions in channels. Slack tries an event again after 0.2, 2, 6, 12, 20 and 30 s here, where the real one tries
three times in about six minutes, because here the bot is away two thirds of the time. A command is sent once: one that
finds no bot is refused, and its person sees that. Every question asks for one made-up town, every town stands in one
sentence of the article, and nobody asks twice for the same town in a chat: so what is seen belongs to a question by its
text. Prints a line of JSON for each run, and ends with 1 where one was not good:

    refused     questions that Slack could not deliver: never acknowledged, so never the bot's
    lost        questions that were acknowledged and have no answer
    twice       questions whose answer is seen in more than one place
    orphans     messages that stayed empty: placeholders whose name the bot did not live to write down
    disordered  answers that stand in their direct messages before the answer to a question that was kept earlier
"""

import argparse
import asyncio
import json
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.soak_telegram import CHATS, LATENCY, LIFE, PACE, PATIENCE, TOWNS, article, towns  # noqa: E402
from tests.servers.slack_api import Fault, SlackServer, visible  # noqa: E402
from tests.servers.slack_bot import SlackBot  # noqa: E402
from tests.servers.slack_payloads import Payload  # noqa: E402

MODES = ("events-socket", "events-http", "slash-socket", "slash-http")
TRIES = (0.2, 2.0, 6.0, 12.0, 20.0, 30.0)
SETTLE = 3.0
"""Seconds in which an answer that is given too often has time to show."""


@dataclass
class Question:
    """Who asks for which town; `taken` is whether the bot acknowledged it, `kept` its place in the inbox."""

    chat: int
    town: str
    taken: bool = False
    kept: int = 0
    payload: Payload = field(default_factory=dict)

    @property
    def text(self) -> str:
        """Return what is written to the bot."""
        return f"Tell me about the bridge of {self.town}."


@dataclass
class Outcome:
    """What came of a run."""

    mode: str
    seed: int
    questions: int
    kills: int = 0
    refused: int = 0
    answered: int = 0
    lost: int = 0
    twice: int = 0
    orphans: int = 0
    disordered: int = 0
    retries: int = 0
    seconds: float = 0.0
    examples: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Tell whether every question that was acknowledged has its one answer."""
        return not (self.lost or self.twice or self.disordered)


def questions(number: int, names: list[str], chance: random.Random) -> list[Question]:
    """Return that many different questions, those of a chat spread over the whole time."""
    every = [(chat, name) for chat in range(CHATS) for name in names]
    return [Question(chat, name) for chat, name in chance.sample(every, number)]


def payload_of(server: SlackServer, question: Question, mode: str) -> Payload:
    """Return what Slack sends: a command, or a direct message in even chats and a mention in odd ones."""
    user = f"U{question.chat:04}"
    if mode.startswith("slash"):
        return server.payloads.slash(question.text, user=user, channel=f"C{question.chat:04}")
    if question.chat % 2:
        return server.payloads.mention(question.text, user=user, channel=f"C{question.chat:04}")
    return server.payloads.direct(question.text, user=user, channel=f"D{question.chat:04}")


def places(server: SlackServer, question: Question) -> list[str]:
    """Return where the answer to a question is seen, or ever was."""
    chat = f"{question.chat:04}"
    found = [
        f"{channel} {ts}"
        for (channel, ts), message in server.messages.items()
        if channel[-4:] == chat and any(question.town in visible(content) for content in message.history)
    ]
    seen = server.private.get(str(question.payload.get("trigger_id")))
    return found + (["response_url"] if seen and any(question.town in visible(c) for c in seen.history) else [])


def judge(server: SlackServer, asked: list[Question], outcome: Outcome) -> None:
    """Count."""
    last: dict[int, str] = {}
    for question in sorted(asked, key=lambda question: question.kept):
        found = places(server, question)
        outcome.refused += not question.taken
        outcome.answered += bool(found)
        outcome.lost += question.taken and not found
        outcome.twice += len(found) > 1
        if found and found[0].startswith("D"):
            outcome.disordered += found[0] < last.get(question.chat, "")
            last[question.chat] = max(found[0], last.get(question.chat, ""))
        if len(found) > 1 or (question.taken and not found):
            outcome.examples.append(f"{question.chat} {question.town} {found}")
    outcome.examples = outcome.examples[:10]
    outcome.orphans = sum(visible(message.content) == "…" for message in server.messages.values())
    outcome.retries = server.counts["retries"]


async def soak(mode: str, seed: int, number: int, pace: float = PACE) -> Outcome:
    """Run once: ask, kill and start again until everything was asked; then let the bot finish, and count."""
    outcome = Outcome(mode, seed, number)
    began = time.monotonic()
    names = towns(TOWNS)
    with tempfile.TemporaryDirectory(prefix="soak") as folder:
        story = Path(folder) / "bridges.txt"
        await asyncio.to_thread(story.write_text, article(names), encoding="utf-8")
        server = SlackServer(ack=1.0, retries=TRIES)
        server.faults += [
            Fault(method, 10**9, freeze=LATENCY) for method in ("chat.postMessage", "chat.update", "respond")
        ]
        async with server.running():
            over_http = mode.endswith("http")
            bot = SlackBot(server, Path(folder), over_http=over_http, article=story, questions_per_minute=10**6)
            chance = random.Random(seed)  # noqa: S311 - no secret
            asked = questions(number, names, chance)
            for question in asked:
                question.payload = payload_of(server, question, mode)
            try:
                outcome.kills = await _through(bot, asked, chance, pace)
            finally:
                await bot.kill()
            await asyncio.to_thread(_look_up, Path(folder) / "articles-chats.db", asked)
            judge(server, asked, outcome)
    outcome.seconds = round(time.monotonic() - began, 1)
    return outcome


def _look_up(chats: Path, asked: list[Question]) -> None:
    """Note the order in which the bot has kept the questions; an acknowledgement can get lost, and come later."""
    with closing(sqlite3.connect(chats)) as database:
        kept = {key.rpartition(":")[2]: number for key, number in database.execute("SELECT key, id FROM inbox")}
    for question in asked:
        question.kept = kept.get(question.payload.get("event_id") or question.payload["trigger_id"], 0)


async def _through(bot: SlackBot, asked: list[Question], chance: random.Random, pace: float) -> int:
    """Return how often the bot was killed."""
    await bot.start()
    asking = asyncio.create_task(_ask(bot.server, bot.url, asked, pace))
    kills = 0
    while not asking.done():
        await asyncio.sleep(chance.uniform(*LIFE))
        await bot.kill()
        kills += 1
        await bot.start()
    await asyncio.gather(*asking.result())
    await _finished(bot.server, asked)
    return kills


async def _ask(server: SlackServer, url: str, asked: list[Question], pace: float) -> list["asyncio.Task[None]"]:
    """Return the deliveries that are under way when all was asked."""

    async def deliver(question: Question) -> None:
        question.taken = await server.deliver(question.payload, url)

    under_way = []
    for question in asked:
        under_way.append(asyncio.create_task(deliver(question)))
        await asyncio.sleep(1 / pace)
    return under_way


async def _finished(server: SlackServer, asked: list[Question]) -> None:
    """Return when every question that was taken has an answer, or after `PATIENCE`."""
    left = [question for question in asked if question.taken]
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            while left:
                if places(server, left[-1]):
                    left.pop()
                else:
                    await asyncio.sleep(0.05)
    await asyncio.sleep(SETTLE)


def main() -> int:
    """Run every mode with every seed, print what came of each, and return 1 where one was not good."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak_slack", description="Kill the bot; count.")
    parser.add_argument("--questions", type=int, default=1000)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--modes", nargs="+", default=list(MODES), choices=MODES)
    given = parser.parse_args()
    good = True
    for outcome in _runs(given):
        print(json.dumps(asdict(outcome)), flush=True)
        good = good and outcome.good
    return 0 if good else 1


def _runs(given: argparse.Namespace) -> Iterator[Outcome]:
    for mode in given.modes:
        for seed in given.seeds:
            yield asyncio.run(soak(mode, seed, given.questions))


if __name__ == "__main__":
    sys.exit(main())
