"""Kills the bot about once a second while people ask in Slack, and counts what was lost and what was answered twice.

    python -m benchmarks.soak_slack [--questions N] [--seeds 1 2 3] [--modes events-socket events-http slash-socket ...]
                                    [--ways direct placeholder]

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

import asyncio
import random
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.soak import (  # noqa: E402
    BROKEN,
    LATE,
    LATE_BY,
    LATENCY,
    PACE,
    TOWNS,
    UNDONE,
    WAIT,
    Outcome,
    Question,
    finished,
    kill_during,
    questions,
    run,
    towns,
    written,
)
from tests.servers.slack_api import Fault, SlackServer, visible  # noqa: E402
from tests.servers.slack_bot import SlackBot  # noqa: E402
from tests.servers.slack_payloads import Payload  # noqa: E402

MADE = ("chat.postMessage", "chat.update", "conversations.history", "conversations.replies", "respond")
MODES = ("events-socket", "events-http", "slash-socket", "slash-http")
TRIES = (0.2, 2.0, 6.0, 12.0, 20.0, 30.0)
LAG = 1.0
"""Seconds by which the history is behind, at most (korotovsky/slack-mcp-server#284)."""


@dataclass
class SlackQuestion(Question):
    """Who asks for which town; `taken` is whether the bot acknowledged it, `kept` its place in the inbox."""

    taken: bool = False
    kept: int = 0
    payload: Payload = field(default_factory=dict)


@dataclass
class SlackOutcome(Outcome):
    """What came of a run, with what Slack counts; `lost` are questions that were acknowledged."""

    refused: int = 0
    retries: int = 0
    rings: int = 0
    """Answers whose first version, which a phone shows, was the answer."""
    calls: float = 0.0
    """Requests an answer, those for the history among them."""


def payload_of(server: SlackServer, question: SlackQuestion, mode: str) -> Payload:
    """Return what Slack sends: a command, or a direct message in even chats and a mention in odd ones."""
    user = f"U{question.chat:04}"
    if mode.startswith("slash"):
        return server.payloads.slash(question.text, user=user, channel=f"C{question.chat:04}")
    if question.chat % 2:
        return server.payloads.mention(question.text, user=user, channel=f"C{question.chat:04}")
    return server.payloads.direct(question.text, user=user, channel=f"D{question.chat:04}")


def places(server: SlackServer, question: SlackQuestion) -> list[str]:
    """Return where the answer to a question is seen, or ever was."""
    chat = f"{question.chat:04}"
    found = [
        f"{channel} {ts}"
        for (channel, ts), message in server.messages.items()
        if channel[-4:] == chat and any(question.town in visible(content) for content in message.history)
    ]
    seen = server.private.get(str(question.payload.get("trigger_id")))
    return found + (["response_url"] if seen and any(question.town in visible(c) for c in seen.history) else [])


def judge(server: SlackServer, asked: list[SlackQuestion], outcome: SlackOutcome) -> None:
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
    outcome.orphans = sum(visible(message.content) == "…" for message in server.messages.values())
    outcome.rings = sum(visible(message.history[0]) != "…" for message in server.messages.values())
    outcome.calls = round(sum(server.counts[name] for name in MADE) / max(1, outcome.answered), 2)
    outcome.retries = server.counts["retries"]


async def soak(mode: str, way: str, seed: int, number: int, pace: float = PACE) -> SlackOutcome:
    """Run once: ask, kill and start again until everything was asked; then let the bot finish, and count."""
    outcome = SlackOutcome(mode, way, seed, number)
    began = time.monotonic()
    names = towns(TOWNS)
    with tempfile.TemporaryDirectory(prefix="soak") as folder:
        story = written(Path(folder), names)
        server = SlackServer(ack=1.0, retries=TRIES)
        server.lag = LAG
        server.faults += troubles()
        async with server.running():
            over_http = mode.endswith("http")
            given = {"article": story, "questions_per_minute": 10**6, "slack_once": way, "once_wait": WAIT}
            bot = SlackBot(server, Path(folder), over_http=over_http, **given)
            chance = random.Random(seed)  # noqa: S311 - no secret
            asked = questions(SlackQuestion, number, names, chance)
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


def troubles() -> list[Fault]:
    """Return what goes wrong all the time; a request that nothing happens to takes its time."""
    often = 10**9
    faults = [
        Fault("chat.postMessage", often, freeze=LATENCY, before=True, chance=UNDONE),
        Fault("chat.postMessage", often, freeze=LATENCY, after=True, chance=BROKEN),
    ]
    for method in ("chat.postMessage", "chat.update", "respond"):
        faults += [
            Fault(method, often, freeze=LATENCY + LATE_BY, chance=LATE),
            Fault(method, often, freeze=LATENCY),
        ]
    return faults


def _look_up(chats: Path, asked: list[SlackQuestion]) -> None:
    """Note the order in which the bot has kept the questions; an acknowledgement can get lost, and come later."""
    with closing(sqlite3.connect(chats)) as database:
        kept = {key.rpartition(":")[2]: number for key, number in database.execute("SELECT key, id FROM inbox")}
    for question in asked:
        question.kept = kept.get(question.payload.get("event_id") or question.payload["trigger_id"], 0)


async def _through(bot: SlackBot, asked: list[SlackQuestion], chance: random.Random, pace: float) -> int:
    """Return how often the bot was killed."""
    await bot.start()
    asking = asyncio.create_task(ask(bot.server, bot.url, asked, pace))
    kills = await kill_during(asking, bot, chance)
    await asyncio.gather(*asking.result())
    await finished([question for question in asked if question.taken], partial(places, bot.server))
    return kills


async def ask(server: SlackServer, url: str, asked: list[SlackQuestion], pace: float) -> list["asyncio.Task[None]"]:
    """Return the deliveries that are under way when all was asked."""

    async def deliver(question: SlackQuestion) -> None:
        question.taken = await server.deliver(question.payload, url)

    under_way = []
    for question in asked:
        under_way.append(asyncio.create_task(deliver(question)))
        await asyncio.sleep(1 / pace)
    return under_way


if __name__ == "__main__":
    sys.exit(run("soak_slack", MODES, soak))
