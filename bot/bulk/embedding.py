"""Makes the vectors of many stored articles.

Rule of this module: each article's are kept as soon as they are there, so what is broken off is gone on with.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.embedding import Embedder
from bot.errors import ArticleError
from bot.service import Library


@dataclass(slots=True)
class Vectored:
    """Of how many stored articles the vectors were made, were there, or are not to be had (too long, or unreadable)."""

    made: int = 0
    known: int = 0
    without: int = 0

    @property
    def count(self) -> int:
        """Return how many articles were dealt with."""
        return self.made + self.known + self.without


async def embed_all(
    library: Library, embedder: Embedder, ids: Sequence[str], told: Callable[[Vectored], None] = lambda _: None
) -> Vectored:
    """Make the vectors of stored articles that have none, one article after the other, and tell how far it is.

    It ends where the encoder can't be used. Raises `StoreError`.
    """
    tally = Vectored()
    for article_id in ids:
        try:
            article = await library.article(article_id)
        except ArticleError:
            tally.without += 1  # it was forgotten meanwhile, or another program reads its language
            continue
        if await embedder.at_hand(article):
            tally.known += 1
        else:
            await embedder.settled(article)
            if embedder.broken:
                return tally
            there = await embedder.at_hand(article)
            tally.made += there
            tally.without += not there
        told(tally)
    return tally
