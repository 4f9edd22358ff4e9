"""Taps that come twice: a finger that bounces wants one answer.

Rule of this module: the same button of the same message, tapped again by the same person right away and with nothing
tapped in between, is the same tap. What is remembered is lost with the process; then a second tap is a tap.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from cachetools import FIFOCache

AGAIN = 2.0
"""Seconds after a tap, and after its answer, in which the same tap means nothing new."""
MOST = 1_000
"""Messages whose last tap is remembered."""


@dataclass(frozen=True, slots=True)
class Tap:
    """What was tapped, by which update, and when (in seconds of the clock)."""

    data: str
    number: int
    at: float


class Taps:
    """The last tap on each message; `clock` is in seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last: FIFOCache[str, Tap] = FIFOCache(MOST)

    def repeated(self, place: str, data: str, number: int) -> bool:
        """Tell whether a tap repeats the last one at a place; an update that is read again is none of those."""
        now, last = self._clock(), self._last.get(place)
        if last is not None and last.data == data and 0 <= now - last.at < AGAIN:
            return last.number != number
        self._last[place] = Tap(data, number, now)
        return False

    def answered(self, place: str) -> None:
        """Count from now on: whoever taps again while the answer is on its way means that answer."""
        if (last := self._last.get(place)) is not None:
            self._last[place] = replace(last, at=self._clock())
