"""Word documents (.docx): paragraphs, headings by their styles, tables row by row.

Rule of this room: python-docx reads the document; headers, footers, notes and comments are not the text.
"""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.document import Document as Word
from docx.table import Table
from docx.text.paragraph import Paragraph

from bot.errors import ArticleError, ArticleProblem
from bot.formats.compose import compose
from bot.model import BlockKind, ExtractedText

MAX_UNPACKED = 50_000_000
"""Bytes of all parts of a document when unpacked; ten times what a document may have packed."""

MAX_SUBHEADING = 110
"""Characters of a bold line that is a heading."""

_STYLES = {"title": BlockKind.TITLE, "subtitle": BlockKind.LEAD, "caption": BlockKind.NOTE}


def read(content: bytes, origin: str) -> ExtractedText:
    """Return a document's text, with the kinds that its styles name; guessed as in plain text where they name none.

    Raises `ArticleError`: FORMAT where it can't be read, TOO_LARGE, NO_TEXT.
    """
    try:
        found = list(_parts(docx.Document(_packed(content, origin))))
    except (ArticleError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - a damaged file makes the library raise whatever there is
        raise ArticleError(ArticleProblem.FORMAT, origin) from None
    if not found:
        raise ArticleError(ArticleProblem.NO_TEXT, origin)
    text, blocks = compose(_titled(found))
    title = next((words for kind, words in _titled(found) if kind is BlockKind.TITLE), None)
    return ExtractedText(text, blocks, title)


def _packed(content: bytes, origin: str) -> BytesIO:
    """Return a document's file; raises `ArticleError` (TOO_LARGE) for one that unpacks to too much."""
    file = BytesIO(content)
    with ZipFile(file) as parts:
        if sum(part.file_size for part in parts.infolist()) > MAX_UNPACKED:
            raise ArticleError(ArticleProblem.TOO_LARGE, origin)
    return file


def _parts(document: Word) -> Iterator[tuple[BlockKind, str]]:
    """Yield what stands in a document, in order."""
    for item in document.iter_inner_content():
        if isinstance(item, Paragraph) and (words := " ".join(item.text.split())):
            yield _kind(item, words), words
        elif isinstance(item, Table):
            yield from _rows(item)


def _rows(table: Table) -> Iterator[tuple[BlockKind, str]]:
    for row in table.rows:
        cells = dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells)  # a merged cell comes more than once
        if words := " | ".join(filter(None, cells)):
            yield BlockKind.PARAGRAPH, words


def _kind(paragraph: Paragraph, words: str) -> BlockKind:
    style = (paragraph.style.name or "").lower() if paragraph.style is not None else ""
    if style.startswith("heading"):
        return BlockKind.HEADING
    bold = [run.bold for run in paragraph.runs if run.text.strip()]
    if bold and all(bold) and len(words) <= MAX_SUBHEADING and words[-1] not in ".!?…:;,":
        return BlockKind.HEADING
    return _STYLES.get(style, BlockKind.PARAGRAPH)


def _titled(found: list[tuple[BlockKind, str]]) -> list[tuple[BlockKind, str]]:
    """Return the parts with the first heading as the title where nothing is before it, or all to be guessed."""
    kinds = {kind for kind, _ in found}
    if not kinds & {BlockKind.TITLE, BlockKind.HEADING}:
        return [(BlockKind.LINE if kind is BlockKind.PARAGRAPH else kind, words) for kind, words in found]
    if found[0][0] is BlockKind.HEADING and BlockKind.TITLE not in kinds:
        return [(BlockKind.TITLE, found[0][1]), *found[1:]]
    return found
