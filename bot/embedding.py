"""Vectors for the sentences of articles that come to hand: looked up in the store, or made in the background and kept.

Rule of this room: nobody waits for it unasked. Until an article's vectors are there, words alone answer; where the
encoder can't be used, they go on alone, and that is told once.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from bot.errors import EncoderError, EncoderProblem, StoreError

if TYPE_CHECKING:
    from bot.model import Article
    from bot.ports.encoders import Encoder, Vectors, VectorStore

STRIDE = 16
"""Sentences whose vectors are made at a time, half a second's: what is broken off in between costs no more."""
MOST = 4_000
"""Sentences of the longest article that vectors are made for, which takes two minutes; a longer one has words alone."""

Progress = Callable[[int, int], None]
"""Is told how many sentences of how many have their vectors, where some had to be made."""


class Learner(Protocol):
    """What is taught the vectors of articles."""

    def learn(self, article_id: str, vectors: Vectors) -> None:
        """Keep an article's vectors."""
        ...

    def knows(self, article_id: str) -> bool:
        """Tell whether an article's vectors are there."""
        ...


class Embedder:
    """Sees to it that articles at hand have their vectors; for one event loop.

    `unable` is told, once, why the encoder can't be used.
    """

    def __init__(
        self, encoder: Encoder, store: VectorStore, index: Learner, unable: Callable[[EncoderError], None]
    ) -> None:
        self._encoder = encoder
        self._store = store
        self._index = index
        self._unable = unable
        self._broken = False
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def notice(self, article: Article, progress: Progress = lambda _done, _of: None) -> None:
        """Begin to see to an article's vectors, where they are not there."""
        if self._broken or article.id in self._tasks or self._index.knows(article.id):
            return
        task = asyncio.get_running_loop().create_task(self._see_to(article, progress))
        self._tasks[article.id] = task
        task.add_done_callback(lambda _: self._tasks.pop(article.id, None))

    async def settled(self, article: Article, progress: Progress = lambda _done, _of: None) -> None:
        """Return when an article's vectors are there, or will not be."""
        self.notice(article, progress)
        if (task := self._tasks.get(article.id)) is not None:
            await asyncio.shield(task)

    async def at_hand(self, article: Article) -> bool:
        """Tell whether an article's vectors are there, those that are stored among them; none are made for it."""
        if self._index.knows(article.id):
            return True
        vectors = None if self._broken else await self._stored(article, self._maker(article))
        if vectors is None:
            return False
        self._index.learn(article.id, vectors)
        return True

    @property
    def broken(self) -> bool:
        """Tell whether the encoder can't be used."""
        return self._broken

    async def close(self) -> None:
        """Break off what is under way."""
        tasks = tuple(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _see_to(self, article: Article, progress: Progress) -> None:
        if not 0 < len(article.sentences) <= MOST:
            return
        try:
            maker = self._maker(article)
            vectors = await self._stored(article, maker)
            if vectors is None:
                vectors = await self._made(article, progress)
                await self._keep(article, maker, vectors)
            self._index.learn(article.id, vectors)
        except EncoderError as error:
            self._give_up(error)
        except Exception:  # noqa: BLE001 - foreign code: whatever happens in it, words alone go on
            self._give_up(EncoderError(EncoderProblem.FAILED, self._encoder.name))

    def _maker(self, article: Article) -> str:
        """Return what a stored article's vectors are known by: who made them, and of which sentences."""
        return f"{self._encoder.name}/{_outline(article)}"

    def _give_up(self, error: EncoderError) -> None:
        if not self._broken:
            self._broken = True
            self._unable(error)

    async def _stored(self, article: Article, maker: str) -> Vectors | None:
        """Return what is stored where it fits the article; a store that fails is asked for the article as well."""
        try:
            vectors = await self._store.vectors(article.id, maker)
        except StoreError:
            return None
        return vectors if vectors is not None and len(vectors) == len(article.sentences) else None

    async def _made(self, article: Article, progress: Progress) -> Vectors:
        import numpy as np  # noqa: PLC0415 - who has no encoder does not wait for it

        texts = [sentence.span.cut(article.text) for sentence in article.sentences]
        rows = []
        for start in range(0, len(texts), STRIDE):
            rows.append(await asyncio.to_thread(self._encoder.passages, texts[start : start + STRIDE]))
            progress(min(start + STRIDE, len(texts)), len(texts))
        return np.concatenate(rows)

    async def _keep(self, article: Article, maker: str, vectors: Vectors) -> None:
        """Keep vectors where that is possible: a database that can only be read costs their making anew."""
        try:
            await self._store.keep_vectors(article.id, maker, vectors)
        except StoreError:
            return


def _outline(article: Article) -> str:
    """Return a fingerprint of where an article's sentences are: another analysis may divide it otherwise."""
    places = repr([(sentence.span.start, sentence.span.end) for sentence in article.sentences])
    return hashlib.sha256(places.encode()).hexdigest()[:16]
