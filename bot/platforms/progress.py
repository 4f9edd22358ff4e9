"""How far long work is, on a terminal as a bar, elsewhere as a line from time to time.

Rule of this module: it writes to standard error alone, and knows numbers and words and nothing of what they count.
"""

import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Self

EVERY = 30.0
"""Seconds between two lines where there is no terminal."""


class Progress(AbstractContextManager["Progress"]):
    """Shows how much of `total` is done; `line` makes a line of a count and how many there are a second."""

    def __init__(self, total: int, line: Callable[[int, float], str]) -> None:
        self._total = max(1, total)
        self._line = line
        self._began = self._said = time.monotonic()
        self._bar: object | None = None

    def __enter__(self) -> Self:
        """Begin to show."""
        if sys.stderr.isatty():
            from rich.console import Console  # noqa: PLC0415 - a pipe needs none of it
            from rich.progress import BarColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415 - as above
            from rich.progress import Progress as Bar  # noqa: PLC0415 - as above

            columns = (BarColumn(), TextColumn("{task.percentage:>3.0f} %"), TextColumn("{task.description}"))
            self._bar = Bar(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True)
            self._bar.start()
            self._task = self._bar.add_task("", total=self._total)
        return self

    def show(self, done: int, count: int) -> None:
        """Show that so much is done, and of how many things it was."""
        from rich.progress import Progress as Bar  # noqa: PLC0415 - as above

        now = time.monotonic()
        line = self._line(count, count / max(0.001, now - self._began))
        if isinstance(self._bar, Bar):
            self._bar.update(self._task, completed=min(done, self._total), description=line)
        elif now - self._said >= EVERY:
            self._said = now
            print(f"{min(100, 100 * done // self._total)} %  {line}", file=sys.stderr)  # noqa: T201

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        from rich.progress import Progress as Bar  # noqa: PLC0415 - as above

        if isinstance(self._bar, Bar):
            self._bar.stop()
