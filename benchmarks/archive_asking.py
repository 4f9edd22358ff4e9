"""Measure what asking a whole archive takes from a question to its answer: `python -m benchmarks.archive_asking`.

    python -m benchmarks.archive_asking [--passages 1000000] [--asked 300] [--folder FOLDER]

The archive is the one of `benchmarks.archive_corpus` as German text: each of its forms is a word of our own lexicon, or
a compound of two. Articles are laid out, stored and read into the index by the bot's own parts; only who says what is
not looked for, since nobody says anything. Each question is 3 to 5 words of one passage, in English. A bot is opened
afterwards, settled as one that answers in chats is, and asked: what is measured begins with the question's text
and ends with the answer, whose articles are read from the database. With --folder, what was made is kept, and used
again.
"""

import argparse
import asyncio
import json
import random
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from benchmarks.archive import memory, percentile
from benchmarks.archive_corpus import PASSAGES, articles, size_of
from bot.app import Bot, open_bot
from bot.app.archiving import archive_folder
from bot.app.settling import settle
from bot.languages.lexicon import entries
from bot.model import Block, BlockKind, ExtractedText, Span
from bot.ports.articles import EVERYBODY
from bot.settings import NO_DICTIONARY, NO_ENCODER, load_settings
from tests.asking import laid_out

CHAT = "telegram:1"
SENTENCE, TITLE = 9, 4
"""Words of a sentence and of a title that the analysis does not leave out."""
BETWEEN = ("und", "mit der", "bei", "im", "für die", "nach", "von", "aus dem", "ohne")
WARM = 20
EVERY = 5_000
"""Articles between two lines that say how far it is."""


@dataclass(frozen=True)
class Words:
    """Words of the lexicon: those of one word each, nouns among them, and what they are in English."""

    words: tuple[str, ...]
    nouns: tuple[str, ...]
    english: dict[str, str]


@cache
def lexicon() -> Words:
    """Return German words in an order of chance that is always the same."""
    english: dict[str, str] = {}
    nouns: dict[str, None] = {}
    for entry in entries():
        there = [word for word in entry.words["en"] if word.isalpha()]
        for word in filter(str.isalpha, entry.words["de"]):
            if entry.pos in {"n", "v", "adj"} and there:
                english.setdefault(word, there[0])
                if entry.pos == "n":
                    nouns[word] = None
    words = list(english)
    random.Random(1).shuffle(words)  # noqa: S311 - no secret
    return Words(tuple(words), tuple(nouns), english)


@cache
def spelt(form: int) -> str:
    """Return a form's word: those that are often are the lexicon's, the others compounds."""
    known = lexicon()
    if form < len(known.words):
        return known.words[form]
    first, last = known.nouns[form * 7919 % len(known.nouns)], known.nouns[form % len(known.nouns)]
    return first + last.lower()


def written(number: int, rows: list[list[str]]) -> ExtractedText:
    """Return an article whose passages have these words, with its layout as markup gives it."""
    title = " ".join(rows[0][:TITLE])
    blocks, parts, at = [Block(BlockKind.TITLE, Span(0, len(title)))], [title], len(title) + 2
    for row in rows:
        text = " ".join(_sentences(row))
        blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(text))))
        parts.append(text)
        at += len(text) + 2
    day = f"{2021 + number % 5}-{1 + number % 12:02}-{1 + number % 28:02}"
    return ExtractedText("\n\n".join(parts), tuple(blocks), title, day, f"https://s{number % 200}.example/{number}")


def _sentences(row: list[str]) -> Iterator[str]:
    for start in range(0, len(row), SENTENCE):
        words = row[start : start + SENTENCE]
        joined = " ".join(f"{word} {between}" for word, between in zip(words, BETWEEN, strict=False))
        yield f"Die {joined.rpartition(' ')[0] if len(words) > 1 else words[0]}."


async def fill(bot: Bot, passages: int) -> None:
    """Store the articles, and read them into the index."""
    began = time.monotonic()
    for number, _, _, rows in articles(passages):
        reading = written(number, [list(map(spelt, row.tolist())) for row in rows])
        article = laid_out(reading, "de")
        await bot.library.store.save(article, reading, "")
        await bot.library.store.put(article.id, EVERYBODY)
        if number % EVERY == EVERY - 1:
            print(f"{number + 1} articles stored, {time.monotonic() - began:.0f} s", flush=True)
    stored = time.monotonic()
    await bot.archive.catch_up()
    size = await bot.archive.size()
    print(f"{size} passages: stored in {stored - began:.0f} s, read in {time.monotonic() - stored:.0f} s", flush=True)


def questions(count: int) -> Iterator[tuple[str, int]]:
    """Yield questions in English, each with the number of the article whose passage has its words."""
    chance, known = random.Random(5), lexicon()  # noqa: S311 - no secret
    for number, _, _, rows in articles(count * PASSAGES):
        row = [spelt(form) for form in rows[chance.randrange(len(rows))].tolist()]
        words = [known.english[word] for word in dict.fromkeys(row) if word in known.english]
        asked = chance.sample(words, min(len(words), chance.randint(3, 5)))
        yield f"What about {', '.join(asked[:-1])} and {asked[-1]}?", number


async def measure(bot: Bot, count: int) -> dict[str, float]:
    """Ask, and return how long answers take in milliseconds, and how often the right article stands first."""
    everywhere, walls, own, right, answered = bot.everywhere, list[float](), list[float](), 0, 0
    for n, (question, number) in enumerate(questions(WARM + count)):
        wall, cpu = time.perf_counter(), time.process_time()
        answer = await everywhere.ask((EVERYBODY, CHAT), question)
        if n < WARM:
            continue
        walls.append(1000 * (time.perf_counter() - wall))
        own.append(1000 * (time.process_time() - cpu))
        first = answer.found[0] if answer.found else answer.nearest
        right += first is not None and (first.article.url or "").endswith(f"/{number}")
        answered += bool(answer.found)
    shares = {"right": right / len(walls), "answered": answered / len(walls)}
    times = {"p50": percentile(walls, 0.5), "p99": percentile(walls, 0.99), "longest": max(walls)}
    cpu_times = {"cpu_p50": percentile(own, 0.5), "cpu_p99": percentile(own, 0.99)}
    return {"questions": len(walls)} | times | cpu_times | shares | {"memory": memory("VmRSS")}


async def run(passages: int, count: int, folder: Path) -> dict[str, float]:
    """Make what is not there yet, and ask a bot that is opened afterwards."""
    place = folder / "articles.db"
    settings = replace(load_settings(), database=place, encoder=NO_ENCODER, dictionary=NO_DICTIONARY)
    if not place.exists():
        async with open_bot(settings) as bot:
            await fill(bot, passages)
    async with open_bot(settings) as bot:
        began = time.monotonic()
        await bot.archive.catch_up()
        opened = time.monotonic() - began
        await bot.everywhere.ask((EVERYBODY, CHAT), "Who said what?")
        settle()
        figures = await measure(bot, count)
        size = await bot.archive.size()
    index = archive_folder(place)
    sizes = {"database": size_of(place) / 2**20, "index": size_of(index) / 2**20 if index else 0.0}
    return {"passages": size, "opened": opened} | figures | sizes


def main() -> None:
    """Measure, and print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, default=1_000_000)
    parser.add_argument("--asked", type=int, default=300)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="archive") as scratch:
        folder = given.folder or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        figures = asyncio.run(run(given.passages, given.asked, folder))
    print(json.dumps({name: round(value, 3) for name, value in figures.items()}))


if __name__ == "__main__":
    main()
