"""What the kill tests of all platforms share: the article, the questions, the kills, the wait, the printed line.

Every question asks for one made-up town, every town stands in one sentence of the article, and nobody asks twice for
the same town in a chat: so what is seen in a chat belongs to a question by its text alone.
"""

import argparse
import asyncio
import json
import random
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from difflib import SequenceMatcher
from itertools import product
from pathlib import Path
from typing import TypeVar

from tests.servers.process import BotProcess

CHATS = 50
TOWNS = 100
PACE = 20.0
"""Questions a second."""
LATENCY = 0.1
"""Seconds that a platform takes for a message: about what Telegram takes, and time in which the bot can be killed."""
LATE, LATE_BY = 0.03, (0.8 - LATENCY)
"""How many of the requests are late, and by how many seconds: they are carried out whoever lives."""
BROKEN, UNDONE = 0.005, 0.01
"""How many connections break after a message was taken, and before."""
WAIT = 2
"""Seconds after which the bot looks for what broke off: here nothing is later than that."""
WAYS = ("direct", "placeholder")
"""How answers are sent: as one message, or as an empty one that is then filled."""
LIFE = (0.05, 1.2)
"""Seconds that the bot lives once updates reach it."""
YOUTH = (0.2, 1.0)
"""Seconds that a start lives that is killed before updates reach it."""
LEAST = 3
"""Kills of every run, also where a start takes so long that all was asked before."""
PATIENCE = 300.0
"""Seconds that the bot, left alone at last, has for what is left."""
SETTLE = 3.0
"""Seconds in which an answer that is given too often has time to show."""
TOO_LIKE = 0.6
"""Names more alike than this (difflib's ratio) might be taken for a misspelling of each other."""
EXAMPLES = 10
"""How much of what is wrong is shown."""


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


def article(names: Sequence[str]) -> str:
    """Return an article with one sentence about each town."""
    sentences = [f"The old bridge of {name} was painted in {1700 + number}." for number, name in enumerate(names)]
    paragraphs = [" ".join(sentences[first : first + 5]) for first in range(0, len(sentences), 5)]
    return "\n\n".join(["The bridges of a hundred towns", *paragraphs, ""])


def written(folder: Path, names: Sequence[str]) -> Path:
    """Write the article and return where it is."""
    story = folder / "bridges.txt"
    story.write_text(article(names), encoding="utf-8")
    return story


@dataclass
class Question:
    """Who asks for which town."""

    chat: int
    town: str

    @property
    def text(self) -> str:
        """Return what is written to the bot."""
        return f"Tell me about the bridge of {self.town}."


Q = TypeVar("Q", bound=Question)


def questions(kind: Callable[[int, str], Q], number: int, names: Sequence[str], chance: random.Random) -> list[Q]:
    """Return that many different questions, those of a chat spread over the whole time."""
    every = [(1000 + chat, name) for chat in range(CHATS) for name in names]
    return [kind(chat, name) for chat, name in chance.sample(every, number)]


@dataclass
class Outcome:
    """What came of a run; a platform adds what it alone counts."""

    mode: str
    way: str
    seed: int
    questions: int
    kills: int = 0
    answered: int = 0
    lost: int = 0
    twice: int = 0
    orphans: int = 0
    disordered: int = 0
    seconds: float = 0.0
    examples: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Tell whether every question has its one answer, and no message that was sent whole was sent empty before."""
        return not (self.lost or self.twice or self.disordered or (self.way == WAYS[0] and self.orphans))

    def line(self) -> str:
        """Return the outcome as a line of JSON, what is wrong last."""
        figures = asdict(self)
        examples = figures.pop("examples")
        return json.dumps(figures | {"examples": examples[:EXAMPLES]})


async def kill_during(
    asking: "asyncio.Task[object]", bot: BotProcess, chance: random.Random, stillborn: float = 0.0
) -> int:
    """Kill a bot that runs, and start it again, until everything was asked and `LEAST` times; return how often.

    `stillborn` is the share of the starts that are killed before updates reach it.
    """
    kills = 0
    while not asking.done() or kills < LEAST:
        await asyncio.sleep(chance.uniform(*LIFE))
        await bot.kill()
        kills += 1
        if stillborn and chance.random() < stillborn:
            await bot.spawn()
            await asyncio.sleep(chance.uniform(*YOUTH))
            await bot.kill()
            kills += 1
        await bot.start()
    return kills


async def finished(asked: Sequence[Q], is_answered: Callable[[Q], object]) -> None:
    """Return when every question has an answer, or after `PATIENCE`, and in any case `SETTLE` later."""
    left = list(asked)
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            while left:
                if is_answered(left[-1]):
                    left.pop()
                else:
                    await asyncio.sleep(0.05)
    await asyncio.sleep(SETTLE)


def run(
    program: str,
    modes: Sequence[str],
    soak: Callable[[str, str, int, int], Coroutine[None, None, Outcome]],
    ways: Sequence[str] = WAYS,
) -> int:
    """Run every mode in every way with every seed, print what came of each, and return 1 where one was not good."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{program}", description="Kill the bot; count.")
    parser.add_argument("--questions", type=int, default=1000)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--modes", nargs="+", default=list(modes), choices=modes)
    parser.add_argument("--ways", nargs="+", default=list(ways), choices=ways)
    given = parser.parse_args()
    good = True
    for mode, way, seed in product(given.modes, given.ways, given.seeds):
        outcome = asyncio.run(soak(mode, way, seed, given.questions))
        print(outcome.line(), flush=True)
        good = good and outcome.good
    return 0 if good else 1
