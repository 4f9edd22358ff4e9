"""Draws what `benchmarks.soak_load --report` has written: `python -m benchmarks.soak_plot REPORT docs/soak.svg`.

Above the memory of the bot, in the middle how long answers took (p50 and p99 of each minute, with and without the wait
for a core), below how busy the machine was, so that who reads it sees what is the bot's and what is not.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl

mpl.use("svg")
mpl.rcParams["svg.hashsalt"] = "soak"
from matplotlib import pyplot as plt  # noqa: E402

from benchmarks.soak_load import OWN, P99, percentile  # noqa: E402

MINUTE = 60.0


def by_minute(timed: Sequence[tuple[float, str, float, float]], *, waiting: bool, share: float) -> list[float]:
    """Return the percentile of each minute's answers in milliseconds, with or without what cores were waited for."""
    minutes: dict[int, list[float]] = defaultdict(list)
    for at, kind, took, waited in timed:
        if kind in OWN:
            minutes[int(at // MINUTE)].append(took if waiting else max(0.0, took - waited))
    return [percentile([ms / 1000 for ms in minutes[n]], share) for n in sorted(minutes)]


def draw(report: Path, picture: Path) -> None:
    """Draw a report."""
    given = json.loads(report.read_text("utf-8"))
    samples, timed = given["samples"], given["timed"]
    at = [sample["at"] / MINUTE for sample in samples]
    figure, (memory, times, busy) = plt.subplots(3, 1, sharex=True, figsize=(9, 8), height_ratios=(3, 3, 1))
    memory.plot(at, [sample["memory"] for sample in samples], color="#1f5f99")
    memory.set_ylim(bottom=0)
    memory.set_ylabel("memory of the bot, MB")
    for share, style in ((0.5, ":"), (0.99, "-")):
        for waiting, color in ((True, "#b0b7bd"), (False, "#1f5f99")):
            found = by_minute(timed, waiting=waiting, share=share)
            label = f"p{share * 100:.0f}{'' if waiting else ', without the wait for a core'}"
            times.plot([n + 0.5 for n in range(len(found))], found, style, color=color, label=label)
    times.axhline(P99 * 1000, color="#a33", linewidth=0.8)
    times.set_yscale("log")
    times.set_ylabel("an answer, ms")
    times.legend(fontsize=8, ncols=2)
    busy.plot(at, [sample["load"] for sample in samples], color="#6b7b88")
    busy.set_ylim(bottom=0)
    busy.set_ylabel("load of the\nmachine")
    busy.set_xlabel("minutes")
    figure.tight_layout()
    figure.savefig(picture, format="svg", metadata={"Date": None})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak_plot", description="Draw a soak.")
    parser.add_argument("report", type=Path)
    parser.add_argument("picture", type=Path)
    options = parser.parse_args()
    draw(options.report, options.picture)
