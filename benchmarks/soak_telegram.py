"""Kills the bot about once a second while people ask, and counts what was lost and what was answered twice.

    python -m benchmarks.soak_telegram [--questions N] [--seeds 1 2 3] [--modes polling webhook]
                                       [--ways direct placeholder]

The bot is `python -m bot telegram`; the Bot API is the server in tests/servers/bot_api, which forgets an update only
when it was confirmed and repeats a delivery that failed. Every question asks for one made-up town, every town stands in
one sentence of the article, and nobody asks twice for the same town in a chat: so a message of the bot belongs to a
question by its text alone. A fifth of the chats are supergroups, whose messages are numbered apart; in between others
write what the bot is not told of. Some requests are late, some break off before they are carried out, some after that.
Prints a line of JSON for each run, and ends with 1 where one was not good:

    lost        questions without an answer in their chat
    twice       questions with more than one message that holds their answer
    orphans     messages that stayed empty: placeholders whose number the bot did not live to write down
    other       messages of the bot that hold no answer and are not empty
    repeats     deliveries of an update beyond its first one, those to a bot that was down among them
    disordered  answers that stand in their chat before the answer to an earlier question
"""

import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
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
    PATIENCE,
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
from tests.servers.bot_api import BotApi, serving  # noqa: E402
from tests.servers.bot_api.faults import FOREVER, Fault, How  # noqa: E402
from tests.servers.telegram_bot import OurBot  # noqa: E402

MODES = ("polling", "webhook")
UNCOUNTED = frozenset({"getupdates", "getme", "setwebhook", "deletewebhook", "getwebhookinfo"})
"""Calls that are not made for an answer; those that set up menus are few."""
STILLBORN = 0.1
"""How many of the starts are killed before updates reach it."""
STRANGER = 1
"""A chat that is not counted."""
OTHERS = 2
"""After every second question somebody else writes."""
GROUPS = 5
"""Every fifth chat is a supergroup."""
GROUP = -1_000_000_000_000
"""What a supergroup's id begins with."""


@dataclass
class TelegramQuestion(Question):
    """Who asks for which town; in a group the bot is named."""

    def __post_init__(self) -> None:
        """Put the question into a group."""
        self.person = self.chat
        if self.chat % GROUPS == 0:
            self.chat = GROUP - self.chat

    @property
    def text(self) -> str:
        """Return what is written to the bot."""
        asked = f"Tell me about the bridge of {self.town}."
        return f"@article_bot {asked}" if self.chat < 0 else asked


@dataclass
class TelegramOutcome(Outcome):
    """What came of a run, with what Telegram counts."""

    other: int = 0
    repeats: int = 0
    rings: int = 0
    """Answers whose first version, which a phone shows, was the answer."""
    calls: float = 0.0
    """Calls an answer, without those for updates."""

    @property
    def good(self) -> bool:
        """Tell whether every question has its one answer, and nothing else was written."""
        return Outcome.good.fget(self) and not self.other


def answers_of(api: BotApi, question: Question) -> list[int]:
    """Return the ids of the messages that hold, or ever held, the answer to a question."""
    return [m.id for m in api.chat(question.chat) if m.ours and any(question.town in text for text in m.filled)]


def judge(api: BotApi, asked: Sequence[Question], names: list[str], outcome: TelegramOutcome) -> None:
    """Count."""
    last: dict[int, int] = {}
    for question in asked:
        found = answers_of(api, question)
        outcome.answered += bool(found)
        outcome.lost += not found
        outcome.twice += len(found) > 1
        if found:
            outcome.disordered += found[0] < last.get(question.chat, 0)
            last[question.chat] = max(found)
        if len(found) != 1:
            outcome.examples.append(f"{question.chat} {question.town} {found}")
    written = [message for message in api.record.of_bot() if message.chat != STRANGER]
    outcome.orphans = sum(message.empty and not message.deleted for message in written)
    outcome.rings = sum(bool(m.filled) and not m.deleted and any(map(str.isalnum, m.versions[0].text)) for m in written)
    made = [call for call in api.calls if call.method not in UNCOUNTED]
    outcome.calls = round(len(made) / max(1, outcome.answered), 2)
    strange = [m for m in written if m.filled and not any(name in text for text in m.filled for name in names)]
    outcome.other = len(strange)
    outcome.examples += [repr(m.text[:120]) for m in strange]
    outcome.repeats = sum(times - 1 for times in api.updates.delivered.values())


async def soak(mode: str, way: str, seed: int, number: int, pace: float = PACE) -> TelegramOutcome:
    """Run once: ask, kill and start again until everything was asked; then let the bot finish, and count."""
    names = towns(TOWNS)
    outcome = TelegramOutcome(mode, way, seed, number)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="soak") as folder:
        story = written(Path(folder), names)
        async with serving() as api:
            for fault in troubles():
                api.faults.add(fault)
            given = {"article": story, "questions_per_minute": 10**6, "telegram_once": way, "once_wait": WAIT}
            bot = OurBot(api, Path(folder), webhook=mode == "webhook", **given)
            chance = random.Random(seed)  # noqa: S311 - no secret
            asked = questions(TelegramQuestion, number, names, chance)
            try:
                outcome.kills = await _through(api, bot, asked, chance, pace)
            finally:
                await bot.kill()
            judge(api, asked, names, outcome)
    outcome.seconds = round(time.monotonic() - began, 1)
    return outcome


def troubles() -> list[Fault]:
    """Return what goes wrong all the time; a request that nothing happens to takes its time."""
    faults = [
        Fault(How.LOSE, "sendMessage", times=FOREVER, seconds=LATENCY, chance=UNDONE),
        Fault(How.SWALLOW, "sendMessage", times=FOREVER, seconds=LATENCY, chance=BROKEN),
    ]
    for method in ("sendMessage", "editMessageText"):
        faults.append(Fault(How.DELAY, method, times=FOREVER, seconds=LATENCY + LATE_BY, chance=LATE))
        faults.append(Fault(How.DELAY, method, times=FOREVER, seconds=LATENCY))
    return faults


async def _through(api: BotApi, bot: OurBot, asked: list[TelegramQuestion], chance: random.Random, pace: float) -> int:
    """Return how often the bot was killed; its first answer, for which it sets up its tables, is not disturbed."""
    await bot.start()
    api.people.write("hello?", STRANGER)
    await api.answer(STRANGER, seconds=PATIENCE)
    asking = asyncio.create_task(ask(api, asked, pace))
    kills = await kill_during(asking, bot, chance, STILLBORN)
    await asking
    await finished(asked, partial(answers_of, api))
    return kills


async def ask(api: BotApi, asked: list[TelegramQuestion], pace: float) -> None:
    """Ask everything, so many questions a second."""
    for number, question in enumerate(asked):
        api.people.write(question.text, question.chat, user=question.person)
        if number % OTHERS == 0:
            api.people.overhear(question.chat)
        await asyncio.sleep(1 / pace)


if __name__ == "__main__":
    sys.exit(run("soak_telegram", MODES, soak))
