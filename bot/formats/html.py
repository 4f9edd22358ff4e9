"""HTML: the main text of a page, without navigation, consent layers, advertisement and related links.

Rule of this room: trafilatura decides what belongs to the article. What it found becomes text once, here, and every
offset means that text; the page itself is asked only for what is next to what was found, and for what its boxes say.
"""

import logging
import re
from collections.abc import Iterable, Iterator
from configparser import ConfigParser
from copy import deepcopy

from lxml.etree import LxmlError
from lxml.html import HTMLParser, document_fromstring
from trafilatura import bare_extraction
from trafilatura.settings import DEFAULT_CONFIG
from trafilatura.settings import Document as Page

from bot.addresses import canonical
from bot.errors import ArticleError, ArticleProblem
from bot.formats.block_quotations import Part, with_quotations
from bot.formats.compose import compose
from bot.formats.lines import Flow, Node, flow_of
from bot.formats.obstacles import is_overloaded, obstacle
from bot.formats.own_address import own_address
from bot.formats.page import descriptions, lines_apart, with_gaps_filled, with_headings, with_leads, without_boxes
from bot.formats.signatures import with_signatures
from bot.formats.titles import page_title
from bot.model import BlockKind, ExtractedText

MAX_BOX = 600
"""Characters of a box that is left out by its name; no article is that short, and no banner needs more."""

MIN_ROWS = 2
"""Rows of a table of facts."""

MAX_CELL = 120
"""Characters of a cell of facts; longer ones are text that a table sets in columns."""

_BOX_NAMES = ("cookie", "consent", "gdpr", "newsletter", "promo")
_BOXES = [
    f"//*[self::div or self::section or self::aside or self::p or self::form]"
    f"[contains(translate(concat(@id, ' ', @class), '{name.upper()}', '{name}'), '{name}')]"
    f"[string-length(.) < {MAX_BOX}][not(.//h1)]"
    for name in _BOX_NAMES
]
_ROOT = re.compile(r"<(?:html|body)[\s>]", re.IGNORECASE)
_BOXED = ("body", "list", "quote", "div")
_BLOCKS = ("p", "item", "head", "list", "quote", "div", "table")
_FAULTS = (LxmlError, RecursionError, ValueError, AttributeError, AssertionError)


for _library in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_library).setLevel(logging.CRITICAL + 1)  # what a page says must not reach a log line


def read(text: str, origin: str) -> ExtractedText:
    """Return a page's title, lead, headings, paragraphs and list items.

    Raises `ArticleError`: NO_TEXT where no paragraph is left, FORMAT where the page can't be parsed, PAYWALL and
    NEEDS_BROWSER where it says why there is hardly any text.
    """
    if not _ROOT.search(text):  # a piece of a page
        text = f"<html><body>{text}</body></html>"
    try:
        raw: Node = document_fromstring(text.encode(errors="replace"), parser=HTMLParser(encoding="utf-8"))
        if is_overloaded(raw):
            raise ArticleError(ArticleProblem.FORMAT, origin)
        found = _extract(text)
        flow = flow_of(raw)
    except _FAULTS:
        raise ArticleError(ArticleProblem.FORMAT, origin) from None
    parts = without_boxes(lines_apart(list(_parts(found.body)), flow), flow) if found is not None else []
    shown = sum(len(words) for kind, words in parts if kind is BlockKind.PARAGRAPH)
    problem = obstacle(raw, shown)
    if found is None or not shown or problem:
        raise ArticleError(problem or ArticleProblem.NO_TEXT, origin)
    title = page_title(found, parts, raw, flow)
    parts = _with_title(_completed(parts, found, title, raw, flow), title)
    body, blocks = compose(with_signatures(parts, raw))
    address = own_address(raw, origin) or (None if canonical(origin) else found.url or None)
    return ExtractedText(body, blocks, title, found.date or None, address)


def _completed(parts: list[Part], found: Page, title: str | None, raw: Node, flow: Flow) -> list[Part]:
    """Return the parts with what the page has next to them: what was passed over, headings and leads."""
    parts = with_quotations(with_gaps_filled(parts, flow), flow)
    return with_headings(with_leads(parts, (*descriptions(raw), found.description or ""), title or "", flow), flow)


def _extract(text: str) -> Page | None:
    """Return what trafilatura finds; without tables where one of them sets the page and gives no facts."""
    found = _extract_from(text, tables=True)
    if found is not None and found.body is not None and all(map(_is_facts, found.body.iter("table"))):
        return found
    return _extract_from(text, tables=False)


def _extract_from(text: str, *, tables: bool) -> Page | None:
    """Return what trafilatura finds; where that is short, what it finds when told that a short page may be one."""
    found = _extract_by(text, DEFAULT_CONFIG, tables=tables)
    if found is not None and len(found.text or "") >= DEFAULT_CONFIG.getint("DEFAULT", "MIN_EXTRACTED_SIZE"):
        return found
    short = deepcopy(DEFAULT_CONFIG)
    short.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    return _extract_by(text, short, tables=tables) or found


def _extract_by(text: str, config: ConfigParser, *, tables: bool) -> Page | None:
    found = bare_extraction(
        text, with_metadata=True, include_comments=False, include_tables=tables, prune_xpath=_BOXES, config=config
    )
    return found if isinstance(found, Page) else None


def _joined(pieces: Iterable[str] | str | None) -> str:
    return " ".join("".join(pieces or "").split())


def _parts(found: Node | None) -> Iterator[Part]:
    """Yield the headings and paragraphs of what was found, in order, and the text that stands loose between them."""
    if found is None or found.tag == "nav":
        return
    if found.tag == "table":
        yield from _rows(found)
    elif found.tag in _BOXED and any(child.tag in _BLOCKS for child in found):
        yield from _loose(found.text)
        for child in found:
            yield from _parts(child)
            yield from _loose(child.tail)
    elif words := _joined(_pieces(found)):
        yield BlockKind.HEADING if found.tag == "head" else BlockKind.PARAGRAPH, words


def _rows(table: Node) -> Iterator[Part]:
    """Yield the rows of a table of facts, a bar between the cells."""
    for row in table.iter("row"):
        if words := " | ".join(filter(None, (_joined(_pieces(cell)) for cell in row))):
            yield BlockKind.PARAGRAPH, words


def _is_facts(table: Node) -> bool:
    """Tell whether a table gives facts, and does not set the page in columns: rows of short cells without blocks."""
    cells = list(table.iter("cell"))
    rows = sum(1 for _ in table.iter("row"))
    return rows >= MIN_ROWS and all(len(_joined(_pieces(cell))) <= MAX_CELL for cell in cells)


def _loose(text: str | None) -> Iterator[Part]:
    if words := _joined(text):
        yield BlockKind.PARAGRAPH, words


def _pieces(node: Node) -> Iterator[str]:
    """Yield the pieces of text in a paragraph, and a space for each line break."""
    yield node.text or ""
    for child in node:
        yield " " if child.tag == "lb" else ""
        yield from _pieces(child)
        yield child.tail or ""


def _with_title(parts: list[Part], title: str | None) -> list[Part]:
    """Return the parts with the title as the first of them, and once."""
    if not title:
        return parts
    rest = [(kind, words) for kind, words in parts if words != title or kind is not BlockKind.HEADING]
    return [(BlockKind.TITLE, title), *rest]
