"""How long work takes as its input grows, on a machine that does other things meanwhile.

Rule of this module: CPU time of this thread alone counts, without the collection of others' garbage; and what is
bounded is the best of a few tries, since a busy machine makes work slower and never faster.
"""

import gc
import time
from collections.abc import Callable

TRIES = 5


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the CPU time that work takes once."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        started = time.thread_time()
        work()
        return time.thread_time() - started
    finally:
        if collecting:
            gc.enable()


def takes_less(work: Callable[[], object], seconds: float) -> bool:
    """Tell whether work needs less CPU time than that."""
    return any(cpu_seconds(work) < seconds for _ in range(TRIES))


def grows_at_most(work: Callable[[int], object], sizes: tuple[int, int], factor: float, least: float) -> bool:
    """Tell whether the larger size costs less than `factor` times the smaller one, which counts as `least` at least."""
    small, large = sizes
    best = least_large = float("inf")
    for _ in range(TRIES):
        best = min(best, cpu_seconds(lambda: work(small)))
        least_large = min(least_large, cpu_seconds(lambda: work(large)))
        if least_large < factor * max(best, least):
            return True
    return False
