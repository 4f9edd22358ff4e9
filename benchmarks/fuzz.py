"""Tries everything that strangers' input reaches with inputs that nobody would write, and counts what breaks.

    python -m benchmarks.fuzz [COUNT] [--first SEED] [--seconds 10] [--area NAME ...] [--processes 1]

An input is made from a seed (tests/fuzzing), so that it can be made again, and tried in a process that is killed when
it takes too long, in seconds of the processor; a process tries many, one after the other. What is counted: exceptions
(CRASH), broken promises (BROKEN: a sentence that is not word for word, a platform's limit, a forged button that opens),
what takes too long (HANG) and what ends the process (DIED).
"""

import argparse
import multiprocessing
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import repeat
from multiprocessing.connection import Connection
from random import Random

from tests.fuzzing.areas import AREAS, Area
from tests.servers.process import cpu_of

MEMORY = 1_500_000_000
"""Bytes of address space, as `bot/app/apart.py` allows."""
OPENING = 600.0
"""Seconds that a process has to start and to load what it tries."""
PATIENCE = 10
"""How many times as long an input may take by the clock as of the processor."""
CRASH, BROKEN, HANG, DIED = "CRASH", "BROKEN", "HANG", "DIED"
FAULTS = (CRASH, BROKEN, HANG, DIED)


def chance(area: str, seed: int) -> Random:
    """Return what makes an area's input of a seed."""
    return Random(f"{area} {seed}")  # noqa: S311 - nothing secret


def try_all(name: str, seeds: range, outlet: Connection) -> None:
    """Try an area with the inputs of some seeds, and send what became of each, and the CPU seconds that it took."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    area = next(area for area in AREAS if area.name == name)
    with ExitStack() as stack:
        one = area.open(stack)
        outlet.send(("started", 0.0))
        for seed in seeds:
            started = time.process_time()
            try:
                what = one(chance(name, seed))
            except AssertionError as error:
                what = f"{BROKEN} {error} {_where(error)}"
            except BaseException as error:  # noqa: BLE001 - it is what is counted
                what = f"{CRASH} {type(error).__name__} {_where(error)}"
            outlet.send((what, time.process_time() - started))


def _where(error: BaseException) -> str:
    """Return the last places that an error came through."""
    frames = traceback.extract_tb(error.__traceback__)[:-4:-1]
    return " < ".join(f"{'/'.join(frame.filename.split('/')[-3:])}:{frame.lineno}" for frame in frames)


def outcomes(area: str, first: int, count: int, longest: float) -> Iterator[tuple[int, str, float]]:
    """Yield what became of the input of each seed, and the seconds that it took."""
    context = multiprocessing.get_context("spawn")
    seed, last = first, first + count
    while seed < last:
        inlet, outlet = context.Pipe(duplex=False)
        process = context.Process(target=try_all, args=(area, range(seed, last), outlet), daemon=True)
        process.start()
        outlet.close()
        if not inlet.poll(OPENING):
            raise TimeoutError(area)
        inlet.recv()
        while seed < last:
            try:
                what, taken = _received(inlet, process.pid or 0, longest)
            except EOFError:
                what, taken = DIED, 0.0
            yield seed, what, taken
            seed += 1
            if what in {HANG, DIED}:
                break
        process.kill()
        process.join()


def _received(inlet: Connection, pid: int, longest: float) -> tuple[str, float]:
    """Return what became of an input; it may take so many seconds of the processor, or stand still for as long.

    On a machine that does other things as well it has `PATIENCE` times as long by the clock.
    """
    end, used = time.monotonic() + PATIENCE * longest, cpu_of(pid)
    while time.monotonic() < end:
        before = cpu_of(pid)
        if inlet.poll(longest):
            what, taken = inlet.recv()
            return str(what), float(taken)
        if cpu_of(pid) == before or cpu_of(pid) - used >= longest:
            break
    return HANG, longest


def tried(area: Area, first: int, count: int, longest: float) -> tuple[Counter[str], float]:
    """Print the faults of an area and a line of what was found; return that, and the seconds of the slowest input."""
    found: Counter[str] = Counter()
    slowest, at = 0.0, first
    for seed, what, taken in outcomes(area.name, first, count, longest):
        kind = what.split(" ")[0] if what.startswith(FAULTS) else what
        found[kind] += 1
        if taken > slowest:
            slowest, at = taken, seed
        if kind in FAULTS:
            print(f"{area.name}, seed {seed}: {what}", flush=True)
    counted = ", ".join(f"{times} {what}" for what, times in found.most_common())
    print(f"{area.name:16} {found.total():8} inputs, the slowest {slowest:.2f} s (seed {at}): {counted}", flush=True)
    return found, slowest


def main(given: Sequence[str] | None = None) -> None:
    """Print what became of the inputs, area by area; end with exit code 1 where something broke."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", nargs="?", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--area", action="append", choices=[area.name for area in AREAS])
    parser.add_argument("--processes", type=int, default=1)
    asked = parser.parse_args(given)
    areas = [area for area in AREAS if not asked.area or area.name in asked.area]
    shares = sum(area.share for area in areas)
    counts = [max(1, asked.count * area.share // shares) for area in areas]
    with ThreadPoolExecutor(asked.processes) as pool:
        done = list(pool.map(tried, areas, repeat(asked.first), counts, repeat(asked.seconds)))
    found = sum((counter for counter, _ in done), Counter[str]())
    faults = {kind: found[kind] for kind in FAULTS}
    print(f"{found.total()} inputs: {', '.join(f'{times} {kind}' for kind, times in faults.items())}")
    sys.exit(1 if any(faults.values()) else 0)


if __name__ == "__main__":
    main()
