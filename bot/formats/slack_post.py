"""Posts and canvases of Slack: HTML, or JSON with HTML or paragraphs in it.

Rule of this room: what it shows is read as a page; where there is none, every text of the JSON is a paragraph.
"""

import json
from collections.abc import Iterator

from bot.errors import ArticleError, ArticleProblem
from bot.formats import html
from bot.formats.compose import compose
from bot.model import BlockKind, ExtractedText

MAX_DEPTH = 100
"""Levels of the JSON; a post has about five."""


def read(text: str, origin: str) -> ExtractedText:
    """Return what a post says, below its title; raises `ArticleError` (NO_TEXT, FORMAT)."""
    if not text.lstrip("\ufeff \t\r\n").startswith("{"):
        return html.read(text, origin)
    try:
        post = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        raise ArticleError(ArticleProblem.FORMAT, origin) from None
    for name in ("full", "html", "content"):
        if isinstance(page := post.get(name), str) and page.lstrip().startswith("<"):
            return html.read(page, origin)
    title = post.get("title") if isinstance(post.get("title"), str) else ""
    lines = [line for line in _lines(post.get("root", post), MAX_DEPTH) if line != title]
    if not lines:
        raise ArticleError(ArticleProblem.NO_TEXT, origin)
    above = [(BlockKind.TITLE, title)] if title else []
    return ExtractedText(*compose([*above, *((BlockKind.LINE, line) for line in lines)]), title or None)


def _lines(value: object, depth: int) -> Iterator[str]:
    """Yield the texts of some JSON, in order."""
    if depth and isinstance(value, list):
        for item in value:
            yield from _lines(item, depth - 1)
    elif depth and isinstance(value, dict):
        if isinstance(words := value.get("text"), str) and words.strip():
            yield " ".join(words.split())
        for name, item in value.items():
            if name != "text" or not isinstance(item, str):
                yield from _lines(item, depth - 1)
