"""From a document to its extracted text: the one list of formats, and what holds for all of them.

Rule of this room: a reader is a module with `read(text, origin) -> ExtractedText`, or `read(content, origin)` for what
is no text, listed here by media type and loaded when the first document of its type comes, so that plain text never
waits for a parser.
"""

from dataclasses import replace
from importlib import import_module
from typing import Protocol, cast

from bot.addresses import canonical
from bot.errors import ArticleError, ArticleProblem
from bot.formats.encoding import decode
from bot.formats.media_types import (
    DOCX,
    HTML,
    MAIL,
    MARKDOWN,
    PDF,
    PLAIN,
    SLACK,
    UNTOLD,
    charset_of,
    fetched_type,
    media_type_of,
    told,
)
from bot.model import Document, ExtractedText

__all__ = [
    "BINARY_READERS",
    "MAX_BYTES",
    "READERS",
    "fetched_type",
    "is_quick",
    "is_readable",
    "media_type_of",
    "read",
    "told",
]

MAX_BYTES = 5_000_000
"""Bytes of a document; the longest newspaper reports stay below 200 kB, and a page around them below 5 MB."""

QUICK = 200_000
"""Bytes of a text or page that is read in a moment."""

READERS = {
    PLAIN: "bot.formats.plain",
    HTML: "bot.formats.html",
    MARKDOWN: "bot.formats.markdown",
    SLACK: "bot.formats.slack_post",
}
"""Media types of text and the modules that read them."""

BINARY_READERS = {
    PDF: "bot.formats.pdf",
    DOCX: "bot.formats.docx",
    MAIL: "bot.formats.mail",
}
"""Media types of what is no text and the modules that read them."""


class Reader(Protocol):
    """A module that reads one format of text."""

    def read(self, text: str, origin: str) -> ExtractedText:
        """Return what a text says in this format."""
        ...


class BinaryReader(Protocol):
    """A module that reads one format that is no text."""

    def read(self, content: bytes, origin: str) -> ExtractedText:
        """Return what a document says in this format."""
        ...


def read(document: Document) -> ExtractedText:
    """Return what a document says.

    Raises `ArticleError`: TOO_LARGE, FORMAT (a media type without a reader), and what `decode` and the readers raise.
    """
    if len(document.content) > MAX_BYTES:
        raise ArticleError(ArticleProblem.TOO_LARGE, document.origin)
    media_type = told(document.media_type)
    if media_type in UNTOLD:
        media_type = media_type_of(document.origin, document.content)
    if media_type in BINARY_READERS:
        reader = cast("BinaryReader", import_module(BINARY_READERS[media_type]))
        return _sound(reader.read(document.content, document.origin), document.origin)
    if media_type not in READERS:
        raise ArticleError(ArticleProblem.FORMAT, document.origin)
    charset = charset_of(document.media_type)
    text = decode(document.content, document.origin, declares=media_type == HTML, charset=charset)
    return _sound(cast("Reader", import_module(READERS[media_type])).read(text, document.origin), document.origin)


def is_readable(media_type: str) -> bool:
    """Tell whether there may be a reader for what bears a media type."""
    name = told(media_type)
    return name in READERS or name in BINARY_READERS or name in UNTOLD


def is_quick(document: Document) -> bool:
    """Tell whether a document is text or a page, and short, so that reading it takes but a moment."""
    named = told(document.media_type)
    media_type = media_type_of(document.origin, document.content) if named in UNTOLD else named
    return media_type in READERS and len(document.content) <= QUICK


def _sound(reading: ExtractedText, origin: str) -> ExtractedText:
    """Return a reading without halves of characters, which no file can hold, and without NULs, sign for sign.

    What was fetched and names no address has the one where it was found.
    """
    title = reading.title.translate(_UNSOUND) if reading.title else reading.title
    url = reading.url.translate(_UNSOUND) if reading.url else (origin if canonical(origin) else None)
    return replace(reading, text=reading.text.translate(_UNSOUND), title=title, url=url)


_UNSOUND = dict.fromkeys([0, *range(0xD800, 0xE000)], "\N{REPLACEMENT CHARACTER}")
