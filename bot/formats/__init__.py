"""From a document to its extracted text: the one list of formats, and what holds for all of them.

Rule of this room: a reader is a module with `read(text, origin) -> ExtractedText`, or `read(content, origin)` for what
is no text, listed here by media type and loaded when the first document of its type comes, so that plain text never
waits for a parser.
"""

import re
from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

from bot.errors import ArticleError, ArticleProblem
from bot.formats.encoding import decode
from bot.model import Document, ExtractedText

__all__ = ["BINARY_READERS", "MAX_BYTES", "READERS", "media_type_of", "read"]

MAX_BYTES = 5_000_000
"""Bytes of a document; the longest newspaper reports stay below 200 kB, and a page around them below 5 MB."""

READERS = {
    "text/plain": "bot.formats.plain",
    "text/html": "bot.formats.html",
    "text/markdown": "bot.formats.markdown",
}
"""Media types of text and the modules that read them."""

BINARY_READERS = {
    "application/pdf": "bot.formats.pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "bot.formats.docx",
    "message/rfc822": "bot.formats.mail",
}
"""Media types of what is no text and the modules that read them."""

SUFFIXES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".txt": "text/plain",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".eml": "message/rfc822",
}
"""File name endings and the media types they stand for."""

_PAGE = re.compile(
    rb"(?:\s|\xef\xbb\xbf|<!--.{0,2000}?-->|<\?xml.{0,200}?\?>)*<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_SNIFFED = 8_000


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
    media_type = document.media_type.partition(";")[0].strip().lower()
    if media_type in BINARY_READERS:
        return cast("BinaryReader", import_module(BINARY_READERS[media_type])).read(document.content, document.origin)
    if media_type not in READERS:
        raise ArticleError(ArticleProblem.FORMAT, document.origin)
    text = decode(document.content, document.origin, declares=media_type == "text/html")
    reader = cast("Reader", import_module(READERS[media_type]))
    return reader.read(text, document.origin)


def media_type_of(origin: str, content: bytes) -> str:
    """Return a document's media type: by how it starts (PDF, HTML), else by the ending of its name, else plain text."""
    ending = PurePath(origin.partition("?")[0]).suffix.lower()
    if content.startswith(b"%PDF-"):
        return "application/pdf"
    if _PAGE.match(content[:_SNIFFED]):
        return "text/html"
    return SUFFIXES.get(ending, "text/plain")
