"""HTML: the main text of a page, without navigation, advertisement and related links.

Rule of this room: trafilatura decides what belongs to the article; what it found becomes text once, here, and every
offset means that text.
"""

from collections.abc import Iterator

from lxml.etree import _Element as Element
from trafilatura import bare_extraction

from bot.errors import ArticleError, ArticleProblem
from bot.formats.compose import compose
from bot.model import BlockKind, Reading


def read(text: str, origin: str) -> Reading:
    """Return a page's title, headings, paragraphs and list items; raises `ArticleError` (NO_TEXT) where none is left."""
    page = bare_extraction(text, with_metadata=True, include_comments=False, include_tables=False, deduplicate=False)
    if page is None or page.body is None:
        raise ArticleError(ArticleProblem.NO_TEXT, origin)
    parts = [(kind, _words(piece)) for kind, piece in _parts(page.body)]
    parts = [part for part in parts if part[1]]
    if not any(kind is BlockKind.PARAGRAPH for kind, _ in parts):
        raise ArticleError(ArticleProblem.NO_TEXT, origin)
    body, blocks = compose(_titled(parts, page.title, page.description))
    return Reading(body, blocks, _words(page.title or "") or None, page.date, page.url)


def _parts(body: Element) -> Iterator[tuple[BlockKind, str]]:
    """Yield the headings and paragraphs of an extracted page, in order."""
    for node in body:
        match node.tag:
            case "head":
                yield BlockKind.HEADING, "".join(node.itertext())
            case "list" | "quote" | "div" if len(node) and any(child.tag in {"p", "item", "head"} for child in node):
                yield from _parts(node)
            case _:
                yield BlockKind.PARAGRAPH, "".join(node.itertext())


def _words(piece: str) -> str:
    return " ".join(piece.split())


def _titled(
    parts: list[tuple[BlockKind, str]], title: str | None, description: str | None
) -> list[tuple[BlockKind, str]]:
    """Return the parts with the title first, and the first paragraph as the lead where the page's summary repeats it."""
    name = _words(title or "")
    titled = list(parts)
    if name and not any(text == name for _, text in titled[:2]):
        titled.insert(0, (BlockKind.TITLE, name))
    first = next((i for i, (_, text) in enumerate(titled) if text == name), None)
    if first is not None:
        titled[first] = (BlockKind.TITLE, name)
    lead = next(i for i, (kind, _) in enumerate(titled) if kind is BlockKind.PARAGRAPH)
    if description and titled[lead][1] == _words(description):
        titled[lead] = (BlockKind.LEAD, titled[lead][1])
    return titled
