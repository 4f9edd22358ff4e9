"""Text that was set in lines and pages, as PDF programs and mail give it: joined to paragraphs again.

Rule of this room: a word that a line end has cut is joined; heads and numbers of pages go; nothing else is changed but
space.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from bot.core.segmentation.layout import LOWER, UPPER, units
from bot.formats.compose import compose
from bot.model import Block, BlockKind

EDGE = 2
"""Lines at the top and at the bottom of a page among which its head and its number are."""

MIN_CUT = 2
"""Words cut by line ends that show a plain text to be a PDF's; one may be a dash or a list."""

_CUT = re.compile(rf"(?P<first>[^\W\d_]{{2,40}})[-‐\xad][ \t]*\r?\n[ \t]*(?P<rest>[{LOWER}][\w-]{{0,40}})")
_HYPHEN = re.compile(r"[-‐\xad][ \t]*\r?\n")
_KEPT = re.compile(rf"(?P<first>\w)[-‐][ \t]*\r?\n[ \t]*(?P<rest>[{UPPER}])")
_AND = frozenset("und oder bzw sowie bis and or to".split())
_NUMBER = re.compile(r"\W*(?:[^\W\d]+\s+)?\d{1,4}(?:\s*(?:/|[^\W\d]+)\s*\d{1,4})?\W*")
_COLUMNS = re.compile(r"\S\s{3,}\S")
_STOP = re.compile(r"[.!?…][\"'“”„»«’‘›‹)\]]*$")


def is_set(text: str) -> bool:
    """Tell whether line ends cut words in a text, as a PDF's do."""
    if not _HYPHEN.search(text):  # told at once also of what is one word of a million letters
        return False
    cuts = sum(1 for _ in _CUT.finditer(text))
    return cuts >= MIN_CUT or (cuts > 0 and "\f" in text)


def composed(text: str, above: Iterable[tuple[BlockKind, str]] = ()) -> tuple[str, tuple[Block, ...]]:
    """Return a text's paragraphs, below what is known, as one text with its blocks."""
    lines = [" ".join(unit.cut(text).split()) for unit in units(text)]
    return compose([*above, *((BlockKind.LINE, line) for line in lines)])


def joined(pages: Sequence[str]) -> str:
    """Return the text of some pages, without their heads and numbers, and with the words that lines have cut."""
    rows = [page.splitlines() for page in pages]
    edges = Counter(_alike(line) for page in rows for line in {*_edges(page)})
    kept = [_without_edges(page, {line for line, count in edges.items() if count > 1}) for page in rows]
    text = ""
    for page in filter(None, ("\n".join(page).strip("\n") for page in kept)):
        text += ("\n\n" if _STOP.search(text[-20:]) else "\n") + page if text else page
    return _uncut(text)


def _edges(page: Sequence[str]) -> list[str]:
    lines = [line for line in page if line.strip()]
    return lines[:EDGE] + lines[EDGE:][-EDGE:]


def _alike(line: str) -> str:
    """Return a line as it stands on every page: its numbers as one sign."""
    return re.sub(r"\d+", "#", " ".join(line.split()))


def _without_edges(page: Sequence[str], repeated: set[str]) -> list[str]:
    """Return a page's lines without its head and its number."""
    edges = {line for line in _edges(page) if _is_furniture(line, repeated)}
    return [line for line in page if line not in edges]


def _is_furniture(line: str, repeated: set[str]) -> bool:
    words = line.strip()
    if _STOP.search(words):
        return False
    return _alike(line) in repeated or bool(_NUMBER.fullmatch(words) or _COLUMNS.search(words))


def _uncut(text: str) -> str:
    """Return a text with the words joined that line ends have cut; ‹Haupt- und› and ‹well-known› keep the hyphen."""
    known = set(re.findall(r"[^\W\d_]+-[^\W\d_]+", text))

    def whole(cut: re.Match[str]) -> str:
        first, rest = cut["first"], cut["rest"]
        if rest in _AND:
            return f"{first}- {rest}"
        return f"{first}-{rest}" if f"{first}-{rest}" in known else first + rest

    return _KEPT.sub(r"\g<first>-\g<rest>", _CUT.sub(whole, text))
