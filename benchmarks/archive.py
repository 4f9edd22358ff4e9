"""Measure the archive's index beside its peers: `python -m benchmarks.archive --report FILE --picture FILE`.

Each engine builds each size in a process of its own and is asked the same 300 questions of 30 to 100 weighted terms,
with and without a shelf. Times are those of the clock and of the processor: on a machine that is busy with other things
the latter are the engine's own.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from benchmarks.archive_corpus import Question, entries, questions, size_of
from benchmarks.tables import table

ENGINES = ("tantivy", "OpenSearch", "FTS5", "bm25s", "rank_bm25")
SIZES = (20_000, 200_000, 1_000_000, 5_000_000)
FITS = {"tantivy": 5_000_000, "OpenSearch": 200_000, "FTS5": 1_000_000, "bm25s": 1_000_000, "rank_bm25": 20_000}
"""How many passages an engine is given: beyond that it takes minutes a question or more memory than there is."""
ASKED, WARM, LONGEST = 300, 20, 30.0
"""Questions, those before that do not count, and the seconds after which no further one is asked."""


def percentile(values: list[float], share: float) -> float:
    """Return a percentile."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def memory(name: str) -> float:
    """Return a figure of this process's memory in MB (Linux)."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{name}:"))


def timed(asked: list[Question], ask: Callable[[Question], int]) -> dict[str, float]:
    """Return how long questions take, in milliseconds."""
    for question in asked[:WARM]:
        ask(question)
    walls, own, found, began = [], [], 0, time.monotonic()
    for question in asked[WARM:]:
        wall, cpu = time.perf_counter(), time.process_time()
        found += ask(question)
        own.append(1000 * (time.process_time() - cpu))
        walls.append(1000 * (time.perf_counter() - wall))
        if time.monotonic() - began > LONGEST:
            break
    return {
        "p50": percentile(walls, 0.5),
        "p99": percentile(walls, 0.99),
        "cpu_p50": percentile(own, 0.5),
        "cpu_p99": percentile(own, 0.99),
        "questions": len(own),
        "found": found / len(own),
        "load": os.getloadavg()[0],
    }


class Feed:
    """Entries, made some at a time; what making them takes is not the engine's."""

    def __init__(self, passages: int) -> None:
        self._passages = passages
        self.wall = self.cpu = 0.0

    def __iter__(self) -> Iterator[object]:
        made = entries(self._passages)
        while True:
            wall, cpu = time.perf_counter(), time.thread_time()
            one = next(made, None)
            self.wall += time.perf_counter() - wall
            self.cpu += time.thread_time() - cpu
            if one is None:
                return
            yield one


def measure(name: str, passages: int) -> dict[str, object]:
    """Build one engine of one size and ask it; for a process of its own."""
    from benchmarks import archive_engines as engines  # noqa: PLC0415 - the parent needs none of them

    with tempfile.TemporaryDirectory(prefix="archive-") as place:
        folder, asked = Path(place, "index"), questions(ASKED + WARM)
        engine = engines.ENGINES[name](folder)
        feed = Feed(passages)
        server = engine.nodes if isinstance(engine, engines.OpenSearch) else None
        wall, cpu, theirs = time.perf_counter(), time.process_time(), server.cpu if server else 0.0
        engine.build(feed)  # type: ignore[arg-type] # they are entries
        result: dict[str, object] = {
            "engine": name,
            "passages": passages,
            "build": time.perf_counter() - wall - feed.wall,
            "build_cpu": time.process_time() - cpu - feed.cpu + (server.cpu - theirs if server else 0.0),
            "size": size_of(server.folder if server else folder) / 1e6 if folder.exists() else 0.0,
            "peak": memory("VmHWM"),
            "terms": median(len(question.terms) for question in asked),
            "weighs": engine.weighs,
        }
        if isinstance(engine, engines.Tantivy):
            began = time.perf_counter()
            engine.reopen(folder)
            result["open"] = time.perf_counter() - began
        theirs = server.cpu if server else 0.0
        result["all"] = timed(asked, lambda question: engine.ask(question, None))
        if server:
            result["server_cpu"] = 1000 * (server.cpu - theirs) / (WARM + result["all"]["questions"])
        if engine.tenants:
            result["shelf"] = timed(asked, lambda question: engine.ask(question, question.tenant))
        result["memory"] = server.memory if server else memory("VmRSS")
        engine.close()
    return result


def run(name: str, passages: int) -> dict[str, object] | None:
    """Return what a process of its own measures; None where it dies of it."""
    command = [sys.executable, "-m", "benchmarks.archive", "--engine", name, "--passages", str(passages)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603 - this program
    return dict(json.loads(done.stdout)) if done.returncode == 0 else None


def shown(results: list[dict[str, object]]) -> None:
    """Print a table of what was measured."""
    rows = []
    for one in results:
        cells = [str(one["engine"]), f"{one['passages']:,}"]
        for kind in ("all", "shelf"):
            t = one.get(kind)
            cells += (
                [f"{t['p50']:.2f} / {t['p99']:.2f}", f"{t['cpu_p50']:.2f} / {t['cpu_p99']:.2f}"]
                if isinstance(t, dict)
                else ["", ""]
            )
        cells += [f"{one['build']:.0f} / {one['build_cpu']:.0f}", f"{one['size']:.0f}", f"{one['memory']:.0f}"]
        rows.append(cells)
    head = [
        "engine",
        "passages",
        "ms",
        "CPU ms",
        "one shelf, ms",
        "CPU ms",
        "build s / CPU s",
        "MB on disk",
        "MB memory",
    ]
    table(head, rows)


def draw(results: list[dict[str, object]], picture: Path) -> None:
    """Draw how the time of a question grows with the archive."""
    import matplotlib as mpl  # noqa: PLC0415 - who measures alone needs none

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "archive"
    from matplotlib import pyplot as plt  # noqa: PLC0415 - as above

    figure, axes = plt.subplots(figsize=(8, 5))
    for name, color in zip(ENGINES, ("#1f5f99", "#3a7d44", "#a33", "#6b7b88", "#8a6d1f"), strict=True):
        own = [one for one in results if one["engine"] == name]
        for share, style in (("cpu_p50", "-"), ("cpu_p99", ":")):
            # A server's time is known as a mean alone.
            times = [one["all"][share] + one.get("server_cpu", 0.0) for one in own]  # type: ignore[index, operator] # figures
            axes.plot(
                [one["passages"] for one in own], times, style, marker="o", color=color, label=f"{name} {share[4:]}"
            )
    axes.set(xscale="log", yscale="log", xlabel="passages", ylabel="a question, ms of the processor")
    axes.legend(fontsize=8, ncols=5, loc="upper center", bbox_to_anchor=(0.5, -0.12), frameon=False)
    figure.tight_layout()
    figure.savefig(picture, format="svg", metadata={"Date": None})


def main() -> None:
    """Measure one, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", choices=ENGINES)
    parser.add_argument("--passages", type=int, default=0)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--report", type=Path)
    parser.add_argument("--picture", type=Path)
    options = parser.parse_args()
    if options.engine and options.passages:
        print(json.dumps(measure(options.engine, options.passages)))
        return
    results = []
    for name in ENGINES:
        for passages in options.sizes:
            if passages <= FITS[name] and options.engine in {None, name} and (one := run(name, passages)):
                results.append(one)
                if options.report:
                    options.report.write_text(json.dumps(results, indent=1), "utf-8")
    shown(results)
    if options.picture:
        draw(results, options.picture)


if __name__ == "__main__":
    main()
