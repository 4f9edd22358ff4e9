"""Says which messages keep the event loop longest: `python -m benchmarks.loop [--sentences 200 1000 5000]`.

What is measured is the CPU time of the loop's own thread in one piece of work, which other load on the machine does not
change; while it lasts, nobody else gets an answer.
"""

import argparse
import asyncio
import random
import string
import time
from asyncio import events
from collections.abc import Iterator

from bot.app import open_bot
from bot.app.apart import processes, readers
from bot.chat import Incoming
from bot.model import Document
from bot.service import Library
from tests.talking import Talk

WHO = ("Die Stadt Lindau", "Der Rat von Hagen", "Bürgermeisterin Ute Kranz", "Der Sprecher Jan Roth", "Ein Fischer")
DOES = ("hat die Brücke gesperrt", "will die Fähre verkaufen", "warnt vor dem Hochwasser", "lobt den Plan")
COMMANDS = ("/more", "/why 1", "/context 1", "/else 1", "/sources", "/start", "/article", "/articles", "worum geht es?")
SHOWN = 0.003
"""Seconds from which a message is shown."""
longest = 0.0


def _timed(run: object) -> object:
    def timed(handle: object) -> None:
        global longest  # noqa: PLW0603 - what the loop calls knows nothing else
        started = time.thread_time()
        run(handle)  # type: ignore[operator]
        longest = max(longest, time.thread_time() - started)

    return timed


def article(sentences: int, chance: random.Random) -> str:
    """Return an article of so many sentences."""
    lines = (
        f"{chance.choice(WHO)} {chance.choice(DOES)}, sagte {chance.choice(WHO)} am {n % 28 + 1}. Mai {1990 + n % 36}."
        for n in range(sentences)
    )
    return "\n\n".join(lines)


def messages(text: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield messages by name: questions, commands, and what nobody would type."""
    yield from ((question, question) for question in ("Was hat die Stadt gesperrt?", "Was sagte Ute Kranz?", *COMMANDS))
    for length in (55, 100, 1_000, 4_000):
        for letters in (1, 3, 6, 12, 20):
            words = ("".join(chance.choices(string.ascii_lowercase, k=letters)) for _ in range(length // letters))
            yield f"{length} characters, unknown words of {letters}", " ".join(words)[:length]
        yield f"{length} characters of the article", text[:length]
        for unit in (" ", ".", ";", "([", "a", "a\n", "1,", "bitte ", "und ", "4w.a"):
            yield f"{length} characters of {unit!r}", f"Kannst du{unit * (length // len(unit))}sagen?"


async def measure(library: Library, sentences: int) -> None:
    """Print what keeps the loop with an article of so many sentences."""
    global longest  # noqa: PLW0603 - as above
    chance, slowest = random.Random(3), 0.0  # noqa: S311 - the same messages every time
    longest = 0.0
    text = article(sentences, chance)
    taken = await library.ingest(Document(text.encode(), "text/plain", "article.txt"))
    print(f"{sentences} sentences: taking it in {1_000 * longest:.1f} ms", flush=True)
    talk = Talk(library, taken.id)
    for number, (name, said) in enumerate(messages(text, chance)):
        await asyncio.sleep(0.01)
        longest = 0.0
        await talk.conversation.handle(Incoming("telegram:7", "telegram:7", said, "de", id=str(number)))
        slowest = max(slowest, longest)
        if longest > SHOWN:
            print(f"  {1_000 * longest:6.1f} ms  {name}", flush=True)
    print(f"  {1_000 * slowest:6.1f} ms at most")


async def main() -> None:
    """Measure articles of the lengths that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", type=int, nargs="+", default=[200, 1_000, 5_000])
    given = parser.parse_args()
    events.Handle._run = _timed(events.Handle._run)  # type: ignore[attr-defined] # noqa: SLF001 - there is no other place
    async with open_bot() as bot, processes() as apart, readers() as reading:
        library = Library(bot.library.store, bot.library.index, bot.library.languages, apart=apart, reading=reading)
        for sentences in given.sentences:
            await measure(library, sentences)


if __name__ == "__main__":
    asyncio.run(main())
