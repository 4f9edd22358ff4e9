"""What makes vectors of sentences, and where they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

Vector: TypeAlias = "NDArray[np.float32]"
"""A text's meaning: numbers, of length 1 together, so that the product of two is their cosine."""
Vectors: TypeAlias = "NDArray[np.float32]"
"""The vectors of several texts, a row each."""


class Encoder(Protocol):
    """Makes vectors of texts; any thread may call it, and what it needs is loaded when it is first called.

    Every method may raise `EncoderError`; one that has raised it once need not be asked again.
    """

    @property
    def name(self) -> str:
        """Return what it is and in which version: vectors of another one can't be compared with its own."""
        ...

    @property
    def usual(self) -> tuple[float, float]:
        """Return the mean and the standard deviation of its cosines of any question with any sentence."""
        ...

    def query(self, text: str) -> Vector:
        """Return the vector of a question."""
        ...

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Return the vectors of sentences that may be answers; a question does not wait until all are made."""
        ...


class VectorStore(Protocol):
    """The vectors of stored articles' sentences; they can be made again at any time.

    `maker` names all that they were made by and of. Every method may raise `StoreError`.
    """

    async def vectors(self, article_id: str, maker: str) -> Vectors | None:
        """Return an article's vectors, rounded to half precision; None for what this maker did not make."""
        ...

    async def keep_vectors(self, article_id: str, maker: str, vectors: Vectors) -> None:
        """Keep an article's vectors in the place of others; of one that is not stored, and when it is removed, none."""
        ...
