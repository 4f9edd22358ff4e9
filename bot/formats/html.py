"""HTML: the main text of a page, without navigation, consent layers, advertisement and related links.

Rule of this room: trafilatura decides what belongs to the article. What it found becomes text once, here, and every
offset means that text; the page itself is asked only for headings and a lead that are next to what was found.
"""

import logging
import re
from collections.abc import Iterable, Iterator
from configparser import ConfigParser
from copy import deepcopy
from typing import Protocol, TypeAlias

from lxml.etree import LxmlError
from lxml.html import HTMLParser, document_fromstring
from trafilatura import bare_extraction
from trafilatura.settings import DEFAULT_CONFIG
from trafilatura.settings import Document as Page

from bot.errors import ArticleError, ArticleProblem
from bot.formats.compose import compose
from bot.model import BlockKind, ExtractedText

MAX_BOX = 600
"""Characters of a box that is left out by its name; no article is that short, and no banner needs more."""

MAX_LINKED = 0.8
"""Share of a paragraph's characters that may be links; above it, it is a menu ("Print | Send")."""

_BOX_NAMES = ("cookie", "consent", "gdpr", "newsletter", "promo")
_BOXES = [
    f"//*[self::div or self::section or self::aside or self::p or self::form]"
    f"[contains(translate(concat(@id, ' ', @class), '{name.upper()}', '{name}'), '{name}')]"
    f"[string-length(.) < {MAX_BOX}][not(.//h1)]"
    for name in _BOX_NAMES
]
_ROOT = re.compile(r"<(?:html|body)[\s>]", re.IGNORECASE)
_BOXED = ("body", "list", "quote", "div")
_BLOCKS = ("p", "item", "head", "list", "quote", "div")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_WORDED = (*_HEADINGS, "p", "li", "blockquote")

Part: TypeAlias = tuple[BlockKind, str]


class Node(Protocol):
    """An element, as lxml makes them."""

    @property
    def tag(self) -> str:
        """Its name."""
        ...

    @property
    def text(self) -> str | None:
        """What stands in it before its first child."""
        ...

    @property
    def tail(self) -> str | None:
        """What stands behind it."""
        ...

    def getparent(self) -> "Node | None":
        """Return the element that it stands in."""
        ...

    def __iter__(self) -> "Iterator[Node]": ...

    def iter(self, *tags: str) -> "Iterator[Node]":
        """Yield the elements of these names in it, in order."""
        ...

    def itertext(self, *tags: str) -> Iterator[str]:
        """Yield the pieces of text in it, in order."""
        ...


for _library in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_library).setLevel(logging.CRITICAL + 1)  # what a page says must not reach a log line


def read(text: str, origin: str) -> ExtractedText:
    """Return a page's title, lead, headings, paragraphs and list items.

    Raises `ArticleError`: NO_TEXT where no paragraph is left, FORMAT where the page can't be parsed.
    """
    if not _ROOT.search(text):  # a piece of a page
        text = f"<html><body>{text}</body></html>"
    try:
        found = _extract(text)
        raw: Node = document_fromstring(text.encode(errors="replace"), parser=HTMLParser(encoding="utf-8"))
    except (LxmlError, RecursionError, ValueError, AttributeError):
        raise ArticleError(ArticleProblem.FORMAT, origin) from None
    if found is None:
        raise ArticleError(ArticleProblem.NO_TEXT, origin)
    parts = _without_menus(_parts(found.body), raw)
    if not any(kind is BlockKind.PARAGRAPH for kind, _ in parts):
        raise ArticleError(ArticleProblem.NO_TEXT, origin)
    title = _title(found.title, parts, raw)
    parts = _with_title(_with_lead(_with_headings(parts, raw), found.description, raw), title)
    body, blocks = compose(parts)
    return ExtractedText(body, blocks, title, found.date or None, found.url or None)


def _extract(text: str) -> Page | None:
    """Return what trafilatura finds; where that is short, what it finds when told that a short page may be one."""
    found = _extract_from(text, DEFAULT_CONFIG)
    if found is not None and len(found.text or "") >= DEFAULT_CONFIG.getint("DEFAULT", "MIN_EXTRACTED_SIZE"):
        return found
    short = deepcopy(DEFAULT_CONFIG)
    short.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    return _extract_from(text, short) or found


def _extract_from(text: str, config: ConfigParser) -> Page | None:
    found = bare_extraction(
        text, with_metadata=True, include_comments=False, include_tables=False, prune_xpath=_BOXES, config=config
    )
    return found if isinstance(found, Page) else None


def _joined(pieces: Iterable[str] | str | None) -> str:
    return " ".join("".join(pieces or "").split())


def _parts(found: Node | None) -> Iterator[Part]:
    """Yield the headings and paragraphs of what was found, in order."""
    if found is None or found.tag == "nav":
        return
    if found.tag in _BOXED and any(child.tag in _BLOCKS for child in found):
        for child in found:
            yield from _parts(child)
    elif words := _joined(_pieces(found)):
        yield BlockKind.HEADING if found.tag == "head" else BlockKind.PARAGRAPH, words


def _pieces(node: Node) -> Iterator[str]:
    """Yield the pieces of text in a paragraph, and a space for each line break."""
    yield node.text or ""
    for child in node:
        yield " " if child.tag == "lb" else ""
        yield from _pieces(child)
        yield child.tail or ""


def _without_menus(parts: Iterable[Part], raw: Node) -> list[Part]:
    """Return the parts without paragraphs that are nothing but links."""
    menus = set()
    for node in {link.getparent() for link in raw.iter("a")}:
        words = _joined(node.itertext()) if node is not None else ""
        linked = sum(len(_joined(child.itertext())) for child in (node if node is not None else ()) if child.tag == "a")
        if linked > MAX_LINKED * len(words):
            menus.add(words)
    return [part for part in parts if part[1] not in menus]


def _with_headings(parts: list[Part], raw: Node) -> list[Part]:
    """Return the parts with the headings that the page has directly above a paragraph that was found."""
    known = {words for _, words in parts}
    above: dict[str, str] = {}
    heading = ""
    for node in raw.iter(*_WORDED):
        words = _joined(node.itertext())
        if node.tag in _HEADINGS:
            heading = words
        elif words:
            if heading and heading not in known:
                above.setdefault(words, heading)
            heading = ""
    return [
        part
        for kind, words in parts
        for part in ([(BlockKind.HEADING, above[words])] if words in above else []) + [(kind, words)]
    ]


def _with_lead(parts: list[Part], description: str | None, raw: Node) -> list[Part]:
    """Return the parts with the page's summary as the lead, where the page shows it as a paragraph."""
    lead = _joined(description)
    if not lead:
        return parts
    if (BlockKind.PARAGRAPH, lead) in parts:
        return [(BlockKind.LEAD if words == lead else kind, words) for kind, words in parts]
    shown = any(_joined(node.itertext()) == lead for node in raw.iter("p"))
    at = next(i for i, (kind, _) in enumerate(parts) if kind is BlockKind.PARAGRAPH)
    if not shown or any(words == lead for _, words in parts):
        return parts
    return [*parts[:at], (BlockKind.LEAD, lead), *parts[at:]]


def _title(found: str | None, parts: list[Part], raw: Node) -> str | None:
    """Return the page's title: the first heading where the head of the page names that and not what was found."""
    head = _joined(next((_joined(node.itertext()) for node in raw.iter("title")), ""))
    kind, first = parts[0]
    named = _joined(found)
    return first if kind is BlockKind.HEADING and first in head and named not in head else named or None


def _with_title(parts: list[Part], title: str | None) -> list[Part]:
    """Return the parts with the title as the first of them, and once."""
    if not title:
        return parts
    rest = [(kind, words) for kind, words in parts if words != title or kind is not BlockKind.HEADING]
    return [(BlockKind.TITLE, title), *rest]
