"""An article as it is stored, whatever the database: what is checked when it is written and when it is read.

Rule of this module: a text's SHA-256 is its article's id and is checked whenever it is read, so what the bot quotes is
what came in; it knows no SQL.
"""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from bot.errors import StoreError, StoreProblem
from bot.model import Article, ExtractedText
from bot.storage import codec

HEX = frozenset("0123456789abcdef")
"""The letters of an id."""

SHORT = 8_000
"""Bytes of an analysis that is unpacked on the event loop, in 2 ms; that of 5,000 sentences takes 100 ms."""


@dataclass(frozen=True, slots=True)
class Line:
    """A stored article's line in a list; `ingested` is UTC in ISO 8601, to the second."""

    id: str
    title: str | None
    language: str
    origin: str
    ingested: str
    sentences: int


@dataclass(frozen=True, slots=True)
class Packed:
    """An article as bytes: what a list shows of it, and the rest."""

    id: str
    language: str
    title: bytes | None
    origin: bytes
    sentences: int
    text: bytes
    reading: bytes
    analysis: bytes


def version_of(analysis: str) -> str:
    """Return what an analysis is stored under: what made it, and the shape that it is written in."""
    return f"{analysis}/{codec.shape()}"


async def packed(article: Article, reading: ExtractedText) -> Packed:
    """Return an article as it is stored.

    Raises `ValueError` where the id is not the SHA-256 of the text or the extracted text is another.
    """
    text = codec.to_bytes(article.text)
    if sha256(text).hexdigest() != article.id or reading.text != article.text:
        raise ValueError("an article is known by its text")
    title = None if article.title is None else codec.to_bytes(article.title)
    # Of 1 MB, packing takes 0.2 s: long enough to be late with an acknowledgement.
    rest = await asyncio.to_thread(lambda: (codec.pack_reading(reading), codec.pack_article(article)))
    return Packed(
        article.id, article.language, title, codec.to_bytes(article.origin), len(article.sentences), text, *rest
    )


def checked(text: object, article_id: str, place: str) -> str:
    """Return a stored text; raises `StoreError` where it is not the one that came in."""
    if not isinstance(text, bytes) or sha256(text).hexdigest() != article_id:
        raise StoreError(StoreProblem.DAMAGED, place)
    return codec.from_bytes(text)


async def unpacked(row: Sequence[object], article_id: str, place: str) -> Article | None:
    """Return an article of a row `text, analysis`; None for an analysis that can't be understood.

    Raises `StoreError`.
    """
    text, stored = row
    whole = checked(text, article_id, place)
    try:
        analysis = codec.raw(stored)
        if len(analysis) <= SHORT:
            return codec.unpack_article(analysis, article_id, whole)
        return await asyncio.to_thread(codec.unpack_article, analysis, article_id, whole)
    except (ValueError, TypeError):
        return None


def reading_of(row: Sequence[object], article_id: str, place: str) -> tuple[ExtractedText, str]:
    """Return what an article was made from and its origin, of a row `text, reading, origin`; raises `StoreError`."""
    text, reading, origin = row
    whole = checked(text, article_id, place)
    try:
        return codec.unpack_reading(codec.raw(reading), whole), codec.from_bytes(origin)
    except (ValueError, TypeError) as error:
        raise StoreError(StoreProblem.DAMAGED, place) from error


def lines_of(rows: Iterable[Sequence[object]], place: str) -> tuple[Line, ...]:
    """Return rows of `id, title, language, origin, ingested, sentences` as lines of a list; raises `StoreError`."""
    try:
        return tuple(_line(*row) for row in rows)
    except (ValueError, TypeError) as error:
        raise StoreError(StoreProblem.DAMAGED, place) from error


def _line(  # noqa: PLR0913, PLR0917 - the columns of a row
    key: object, title: object, language: object, origin: object, ingested: object, sentences: object
) -> Line:
    if not isinstance(sentences, int):
        raise TypeError("a number was stored here")
    named = None if title is None else codec.from_bytes(title)
    return Line(str(key), named, str(language), codec.from_bytes(origin), str(ingested), sentences)
