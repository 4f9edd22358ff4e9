"""Reads damaged documents of every format, and counts what ends the reader, in an error of no kind, or too late.

    python -m benchmarks.fuzz [COUNT] [--first SEED] [--seconds 5] [--analyse]

Each document is made from a seed (tests/documents.py) and read as a stranger's is, in a process that is killed when it
takes too long; a process reads many, one after the other. What could be read is analysed as well, where that is asked.
"""

import argparse
import multiprocessing
import resource
import time
from collections import Counter
from collections.abc import Iterator
from multiprocessing.connection import Connection

from bot import formats
from bot.errors import ArticleError
from bot.model import Document
from bot.service import analyse
from tests.documents import mutated, originals

MEMORY = 1_500_000_000
"""Bytes of address space, as `bot/app/apart.py` allows."""


def read_all(seeds: range, outlet: Connection, analysing: bool) -> None:  # noqa: FBT001 - handed to a process
    """Read the documents of some seeds, and send what became of each, and the seconds that it took."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    documents = originals()
    outlet.send(("started", 0.0))
    for seed in seeds:
        document = mutated(seed, documents)
        started = time.perf_counter()
        outlet.send((_outcome(document, analysing=analysing), time.perf_counter() - started))


def _outcome(document: Document, *, analysing: bool) -> str:
    try:
        reading = formats.read(document)
        reading.text.encode()
        if analysing:
            analyse(reading, document.origin)
    except ArticleError as error:
        return str(error.problem)
    except BaseException as error:  # noqa: BLE001 - it is what is counted
        return f"CRASH {type(error).__name__}"
    return "read"


def outcomes(first: int, count: int, longest: float, *, analysing: bool) -> Iterator[tuple[int, str, float]]:
    """Yield what became of the document of each seed, and the seconds that it took."""
    context = multiprocessing.get_context("spawn")
    seed, last = first, first + count
    while seed < last:
        inlet, outlet = context.Pipe(duplex=False)
        process = context.Process(target=read_all, args=(range(seed, last), outlet, analysing), daemon=True)
        process.start()
        outlet.close()
        inlet.recv()
        while seed < last:
            try:
                what, taken = inlet.recv() if inlet.poll(longest) else ("HANG", longest)
            except EOFError:
                what, taken = "DIED", 0.0
            yield seed, what, taken
            seed += 1
            if what in {"HANG", "DIED"}:
                break
        process.kill()
        process.join()


def main() -> None:
    """Print what became of the documents, format by format."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", nargs="?", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--analyse", action="store_true")
    given = parser.parse_args()
    kinds = [document.media_type for document in originals()]
    found: Counter[tuple[str, str]] = Counter()
    slowest = (0.0, 0)
    for seed, what, taken in outcomes(given.first, given.count, given.seconds, analysing=given.analyse):
        found[kinds[seed % len(kinds)], what] += 1
        slowest = max(slowest, (taken, seed))
        if what.isupper() or what.startswith("CRASH"):
            print(f"seed {seed}: {what}", flush=True)
    for (kind, what), times in sorted(found.items()):
        print(f"{times:6} {what:16} {kind}")
    print(f"{found.total()} documents, the slowest {slowest[0]:.2f} s (seed {slowest[1]})")


if __name__ == "__main__":
    main()
