"""Kills the bot about once a second while people ask, and counts what was lost and what was answered twice.

    python -m benchmarks.soak_telegram [--questions N] [--seeds 1 2 3] [--modes polling webhook]

The bot is `python -m bot telegram`; the Bot API is the server in tests/servers/bot_api, which forgets an update only
when it was confirmed and repeats a delivery that failed. Every question asks for one made-up town, every town stands in
one sentence of the article, and nobody asks twice for the same town in a chat: so a message of the bot belongs to a
question by its text alone. Prints a line of JSON for each run, and ends with 1 where one was not good:

    lost        questions without an answer in their chat
    twice       questions with more than one message that holds their answer
    orphans     messages that stayed empty: placeholders whose number the bot did not live to write down
    other       messages of the bot that hold no answer and are not empty
    repeats     deliveries of an update beyond its first one, those to a bot that was down among them
    disordered  answers that stand in their chat before the answer to an earlier question
"""

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.servers.bot_api import BotApi, serving  # noqa: E402
from tests.servers.bot_api.faults import FOREVER  # noqa: E402
from tests.servers.telegram_bot import OurBot  # noqa: E402

CHATS = 50
TOWNS = 100
PACE = 20.0
"""Questions a second."""
LATENCY = 0.1
"""Seconds that the Bot API takes for a message: about what Telegram takes, and time in which the bot can be killed."""
LIFE = (0.05, 1.2)
"""Seconds that the bot lives once updates reach it."""
STILLBORN = 0.1
"""How many of the starts are killed before updates reach it."""
YOUTH = (0.2, 1.0)
"""Seconds that such a start lives."""
STRANGER = 1
"""A chat that is not counted."""
PATIENCE = 120.0
"""Seconds that the bot, left alone at last, has for what is left."""
TOO_LIKE = 0.6
"""Names more alike than this (difflib's ratio) might be taken for a misspelling of each other."""


def towns(number: int) -> list[str]:
    """Return made-up names that resemble no other; the same ones every time."""
    chance = random.Random(7)  # noqa: S311 - no secret
    found: list[str] = []
    while len(found) < number:
        syllables = (chance.choice("bcdfghjklmnprstvwz") + chance.choice("aeiou") for _ in range(4))
        name = "".join(syllables).capitalize() + chance.choice("nrlst")
        if all(SequenceMatcher(None, name, other).ratio() < TOO_LIKE for other in found):
            found.append(name)
    return found


def article(names: list[str]) -> str:
    """Return an article with one sentence about each town."""
    sentences = [f"The old bridge of {name} was painted in {1700 + number}." for number, name in enumerate(names)]
    paragraphs = [" ".join(sentences[first : first + 5]) for first in range(0, len(sentences), 5)]
    return "\n\n".join(["The bridges of a hundred towns", *paragraphs, ""])


@dataclass(frozen=True, slots=True)
class Question:
    """Who asks for which town."""

    chat: int
    town: str

    @property
    def text(self) -> str:
        """Return what is written to the bot."""
        return f"Tell me about the bridge of {self.town}."


def questions(number: int, names: list[str], chance: random.Random) -> list[Question]:
    """Return that many different questions, those of a chat spread over the whole time."""
    every = [Question(1000 + chat, name) for chat in range(CHATS) for name in names]
    return chance.sample(every, number)


@dataclass
class Outcome:
    """What came of a run."""

    mode: str
    seed: int
    questions: int
    kills: int = 0
    answered: int = 0
    lost: int = 0
    twice: int = 0
    orphans: int = 0
    other: int = 0
    disordered: int = 0
    repeats: int = 0
    seconds: float = 0.0
    examples: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Tell whether every question has its one answer."""
        return not (self.lost or self.twice or self.other or self.disordered)


def answers_of(api: BotApi, question: Question) -> list[int]:
    """Return the ids of the messages that hold, or ever held, the answer to a question."""
    return [m.id for m in api.chat(question.chat) if m.ours and any(question.town in text for text in m.filled)]


def judge(api: BotApi, asked: list[Question], names: list[str], outcome: Outcome) -> None:
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
    outcome.orphans = sum(message.empty for message in written)
    strange = [m for m in written if m.filled and not any(name in text for text in m.filled for name in names)]
    outcome.other = len(strange)
    outcome.examples = (outcome.examples + [repr(m.text[:120]) for m in strange])[:10]
    outcome.repeats = sum(times - 1 for times in api.updates.delivered.values())


async def soak(mode: str, seed: int, number: int, pace: float = PACE) -> Outcome:
    """Run once: ask, kill and start again until everything was asked; then let the bot finish, and count."""
    names = towns(TOWNS)
    outcome = Outcome(mode, seed, number)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="soak") as folder:
        story = _written(Path(folder), names)
        async with serving() as api:
            for method in ("sendMessage", "editMessageText"):
                api.faults.slow(method, times=FOREVER, seconds=LATENCY)
            bot = OurBot(api, Path(folder), webhook=mode == "webhook", article=story, questions_per_minute=10**6)
            chance = random.Random(seed)  # noqa: S311 - no secret
            asked = questions(number, names, chance)
            try:
                outcome.kills = await _through(api, bot, asked, chance, pace)
            finally:
                await bot.kill()
            judge(api, asked, names, outcome)
    outcome.seconds = round(time.monotonic() - began, 1)
    return outcome


def _written(folder: Path, names: list[str]) -> Path:
    story = folder / "bridges.txt"
    story.write_text(article(names), encoding="utf-8")
    return story


async def _through(api: BotApi, bot: OurBot, asked: list[Question], chance: random.Random, pace: float) -> int:
    """Return how often the bot was killed; its first answer, for which it sets up its tables, is not disturbed."""
    await bot.start()
    api.people.write("hello?", STRANGER)
    await api.answer(STRANGER, patience=PATIENCE)
    asking = asyncio.create_task(_ask(api, asked, pace))
    kills = 0
    while not asking.done():
        await asyncio.sleep(chance.uniform(*LIFE))
        await bot.kill()
        kills += 1
        if chance.random() < STILLBORN:
            await bot.spawn()
            await asyncio.sleep(chance.uniform(*YOUTH))
            await bot.kill()
            kills += 1
        await bot.start()
    await asking
    await _finished(api, asked)
    return kills


async def _ask(api: BotApi, asked: list[Question], pace: float) -> None:
    for question in asked:
        api.people.write(question.text, question.chat)
        await asyncio.sleep(1 / pace)


async def _finished(api: BotApi, asked: list[Question]) -> None:
    """Return when every question has an answer, or after `PATIENCE`; what is sent too often has some time to show."""
    left = list(asked)

    def done() -> bool:
        while left and answers_of(api, left[-1]):
            left.pop()
        return not left

    with suppress(TimeoutError):
        await api.until(done, PATIENCE)
    await asyncio.sleep(3)


def main() -> int:
    """Run every mode with every seed, print what came of each, and return 1 where one was not good."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak_telegram", description="Kill the bot; count.")
    parser.add_argument("--questions", type=int, default=1000)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--modes", nargs="+", default=["polling", "webhook"], choices=["polling", "webhook"])
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
