"""Three nodes, of which one is killed while a bot is asked and articles come in: nothing is lost, nobody is told no."""

import asyncio
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.app import Bot, open_bot
from bot.chat import Cited, Said
from bot.conversation.archive_phrases import ENGLISH
from bot.settings import Secret, Settings
from tests.servers.opensearch import START, OpenSearchNodes, serving
from tests.talking import Talk

pytestmark = [pytest.mark.opensearch, pytest.mark.slow]

SYLLABLES = "ba ce di fo gu ha ki lo mu na pe ri so tu va wo xa ze".split()
STORED, ASKERS, BEFORE = 40, 3, 30


def town(number: int) -> str:
    """Return the name of a town that no other number has."""
    digits = [number // 18**n % 18 for n in range(3)]
    return "".join(SYLLABLES[(digit + 5 * n) % 18] for n, digit in enumerate(digits)).capitalize()


def fact(number: int) -> str:
    return f"The new tower of {town(number)} is {100 + number} metres high."


@dataclass
class Seen:
    """What those who asked have got, and how long the longest wait was."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    unread: int = 0
    longest: float = 0.0
    enough: asyncio.Event = field(default_factory=asyncio.Event, repr=False)


@pytest.fixture
def nodes() -> Iterator[OpenSearchNodes]:
    with serving(3) as nodes:
        yield nodes


async def write(bot: Bot, folder: Path, number: int) -> None:
    file = folder / f"{number}.txt"
    file.write_text(f"A tower for {town(number)}\n\n{fact(number)} Many people came to see it.\n", "utf-8")
    await bot.offer(await bot.ingest(str(file)))
    bot.archive.notice()


async def ask(talk: Talk, number: int, seen: Seen) -> None:
    """Ask for the height of a tower; one that was stored a moment ago may be said to be read in still."""
    began = time.monotonic()
    reply = await talk.says(f"/all How high is the new tower of {town(number)}?", language="en")
    seen.longest = max(seen.longest, time.monotonic() - began)
    if fact(number) in [part.text for part in reply.parts if isinstance(part, Cited)]:
        seen.right += 1
        if seen.right >= BEFORE:
            seen.enough.set()
        return
    said = " ".join(part.text for part in reply.parts if isinstance(part, Said))
    if said.startswith((ENGLISH.unread_one[:20], ENGLISH.unread[:15])):
        seen.unread += 1
    else:
        seen.wrong.append(said)


async def keep_asking(talk: Talk, chance: random.Random, until: asyncio.Event, seen: Seen) -> None:
    while not until.is_set():
        await ask(talk, chance.randrange(STORED), seen)


async def keep_writing(bot: Bot, talk: Talk, folder: Path, until: asyncio.Event, seen: Seen) -> int:
    number = STORED
    while not until.is_set():
        await write(bot, folder, number)
        await ask(talk, number, seen)
        number += 1
        await asyncio.sleep(0.2)
    return number


async def killed_while_asked(bot: Bot, nodes: OpenSearchNodes, folder: Path, victim: int) -> None:
    """Kill a node and start it again while people ask; look whether all is there in the end."""
    first = await bot.ingest(bot.first)
    talks = [Talk(bot.library, first.id, everywhere=bot.everywhere) for _ in range(ASKERS + 1)]
    over, seen, new = asyncio.Event(), Seen(), Seen()
    tasks = [
        asyncio.create_task(keep_asking(talk, random.Random(n), over, seen))  # noqa: S311 - which questions
        for n, talk in enumerate(talks[1:])
    ]
    writing = asyncio.create_task(keep_writing(bot, talks[0], folder, over, new))
    try:
        async with asyncio.timeout(START):
            await seen.enough.wait()
        before = seen.right
        nodes.kill(victim)
        await asyncio.to_thread(nodes.wait, "wait_for_status=green&wait_for_nodes=2")
        await asyncio.to_thread(nodes.start, victim)
        await asyncio.to_thread(nodes.wait, "wait_for_status=green&wait_for_nodes=3")
        await asyncio.sleep(2)
    finally:
        over.set()
        await asyncio.gather(*tasks)
        stored = await writing
    assert seen.wrong == new.wrong == []
    print(f"node {victim} killed; {seen}, {before} before; of new ones {new}")  # noqa: T201 - for pytest -s
    assert seen.right > before
    assert seen.unread < seen.right
    assert stored > STORED
    await bot.archive.catch_up()
    assert await bot.archive.unread() == 0
    last = Seen()
    for number in range(stored):
        await ask(talks[0], number, last)
    assert (last.right, last.wrong) == (stored, [])


@pytest.mark.long
@pytest.mark.parametrize("which", ["manager", "another"])
async def test_a_node_that_is_killed_costs_no_answer(nodes: OpenSearchNodes, tmp_path: Path, which: str) -> None:
    settings = Settings(
        database=tmp_path / "articles.db",
        archive=Secret(nodes.address("archive")),
        archive_shards=3,
        archive_replicas=1,
        dictionary="none",
        encoder="none",
    )
    async with open_bot(settings) as bot, bot.archive.following():
        for number in range(STORED):
            await write(bot, tmp_path, number)
        await bot.archive.catch_up()
        nodes.wait("wait_for_status=green&wait_for_nodes=3")
        manager = nodes.manager
        victim = manager if which == "manager" else (manager + 1) % 3
        await killed_while_asked(bot, nodes, tmp_path, victim)
        stored = [await bot.library.article(one.id) for one in await bot.library.articles()]
        assert await bot.archive.size() == sum(len(one.passages) for one in stored)
