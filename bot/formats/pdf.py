"""PDF: the text of its pages, joined to paragraphs.

Rule of this room: pypdf reads the pages; what is locked, too large or only pictures is refused.
"""

import logging
from collections.abc import Iterator
from io import BytesIO

from pypdf import PageObject, PdfReader

from bot.errors import ArticleError, ArticleProblem
from bot.formats.wrapped import composed, joined
from bot.model import ExtractedText

MAX_PAGES = 100
"""Pages of a document; an article has at most twenty."""

MAX_DRAWN = 20_000_000
"""Bytes of the instructions that draw all pages; a page of a newspaper has 100 kB."""

logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # what a file says must not reach a log line


def read(content: bytes, origin: str) -> ExtractedText:
    """Return the text of a PDF.

    Raises `ArticleError`: FORMAT where it can't be read, TOO_LARGE, NO_TEXT where its pages are pictures.
    """
    try:
        pages = list(_pages(PdfReader(BytesIO(content)), origin))
    except (ArticleError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - a damaged file makes the library raise whatever there is
        raise ArticleError(ArticleProblem.FORMAT, origin) from None
    text = joined(pages)
    if not text.strip():
        raise ArticleError(ArticleProblem.NO_TEXT, origin)
    return ExtractedText(*composed(text))


def _pages(file: PdfReader, origin: str) -> Iterator[str]:
    if len(file.pages) > MAX_PAGES:
        raise ArticleError(ArticleProblem.TOO_LARGE, origin)
    drawn = 0
    for page in file.pages:
        drawn += _size(page)
        if drawn > MAX_DRAWN:
            raise ArticleError(ArticleProblem.TOO_LARGE, origin)
        yield page.extract_text().replace("\0", "")


def _size(page: PageObject) -> int:
    contents = page.get_contents()
    return len(contents.get_data()) if contents is not None else 0
