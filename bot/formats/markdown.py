"""Markdown: the words without the marks; links reduced to what they show, code and pictures left out.

Rule of this room: markdown-it decides what the marks mean (CommonMark and tables).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.errors import ArticleError, ArticleProblem
from bot.formats.compose import compose
from bot.model import BlockKind, ExtractedText

_FRONT = re.compile(r"---[ \t]*\n(?P<fields>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^(?P<name>[A-Za-z_-]+):(?P<value>.*)$", re.MULTILINE)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?")


def read(text: str, origin: str) -> ExtractedText:
    """Return a Markdown text's words, with its headings as blocks and the title, date and url of its front matter.

    Raises `ArticleError` (NO_TEXT) where nothing but marks is left.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    fields = _fields(front["fields"]) if front else {}
    parts = list(_parts(MarkdownIt("commonmark").enable("table").parse(text[front.end() :] if front else text)))
    if not any(kind is BlockKind.PARAGRAPH for kind, _ in parts):
        raise ArticleError(ArticleProblem.NO_TEXT, origin)
    title = fields.get("title")
    if title and not any(kind is BlockKind.TITLE for kind, _ in parts):
        parts.insert(0, (BlockKind.TITLE, title))
    body, blocks = compose(parts)
    title = title or next((part for kind, part in parts if kind is BlockKind.TITLE), None)
    date = _DATE.match(fields.get("date", ""))
    return ExtractedText(body, blocks, title, date.group() if date else None, fields.get("url"))


def _fields(front: str) -> dict[str, str]:
    """Return the plain fields of a front matter; lists and nested fields say nothing that an article needs."""
    fields = ((f["name"].lower(), f["value"].strip(" \t").strip("\"'")) for f in _FIELD.finditer(front))
    return {name: value for name, value in fields if value}


def _parts(tokens: Sequence[Token]) -> Iterator[tuple[BlockKind, str]]:
    """Yield headings and paragraphs; the first heading is the title where nothing is before it."""
    started = False
    for before, token in pairwise(tokens):
        if token.type != "inline" or not (words := _words(token.children or ())):
            continue
        kind = BlockKind.HEADING if before.type == "heading_open" else BlockKind.PARAGRAPH
        yield BlockKind.TITLE if kind is BlockKind.HEADING and not started else kind, words
        started = True


def _words(tokens: Sequence[Token]) -> str:
    pieces = (
        " " if token.type in {"softbreak", "hardbreak"} else token.content for token in tokens if token.type in _SHOWN
    )
    return " ".join("".join(pieces).split())


_SHOWN = {"text", "text_special", "code_inline", "softbreak", "hardbreak"}
