"""The curve of taking an article in: CPU time and memory by the text's length, as a table for docs/attribution.md.

    python -m benchmarks.ingest [--texts FOLDER] [--sizes 3000,10000,...] [--runs N]

FOLDER holds .txt files in one language (default: the German articles of corpus/); they are put one behind the other up
to each size. Each size is measured in a process of its own, with the tagger's model loaded before: the first time, when
no word form was seen, and the median of N more times. CPU times are process times; memory is the process's peak.
"""

import argparse
import multiprocessing
import resource
import statistics
import time
from itertools import cycle
from pathlib import Path

from bot import languages
from bot.languages import detection
from bot.model import ExtractedText
from bot.service import analyse

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "de"
SIZES = "3000,10000,30000,100000,200000"


def text_of(files: list[Path], size: int) -> str:
    """Return the texts one behind the other, cut at a size in characters; from the first again where they don't do."""
    whole, pieces = 0, []
    for file in cycle(files):
        pieces.append(file.read_text(encoding="utf-8").strip())
        whole += len(pieces[-1]) + 2
        if whole >= size:
            return "\n\n".join(pieces)[:size]
    raise ValueError("no texts")


def cpu_ms(text: str) -> float:
    """Return the CPU time of one analysis in milliseconds."""
    start = time.process_time_ns()
    analyse(ExtractedText(text), "benchmark")
    return (time.process_time_ns() - start) / 1e6


def measure(text: str, runs: int) -> tuple[float, float, float]:
    """Return the first and the later CPU times in milliseconds, and the peak memory in megabytes."""
    languages.of(detection.detect(text) or "de").speech()
    first = cpu_ms(text)
    later = statistics.median(cpu_ms(text) for _ in range(runs))
    return first, later, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print the table, one row a size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, default=CORPUS)
    parser.add_argument("--sizes", default=SIZES)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    files = sorted(given.texts.rglob("*.txt"))
    print("| Characters | First ms | Later ms | Later ms per 1,000 | Peak MB |\n| --- | --- | --- | --- | --- |")
    for size in map(int, given.sizes.split(",")):
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            first, later, peak = pool.apply(measure, (text_of(files, size), given.runs))
        print(f"| {size:,} | {first:.0f} | {later:.0f} | {later / size * 1000:.1f} | {peak:.0f} |")


if __name__ == "__main__":
    main()
