"""Lines with formatting, divided into pages that fit into a message.

Rule of this module: a page ends between lines, and never between those that belong together. Only what is longer than a
page by itself is cut: at a space, which is the one character that is lost, else where no character is torn apart.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

LONGEST_PAGE = 4096
"""UTF-16 code units of a message in Telegram, counted after its markup is read."""
MOST_TAGS = 90
"""Formatted stretches of a page; Telegram passes over those after the hundredth."""
LONGEST_CLUSTER = 64
"""Code points; whatever goes on longer without a place to cut is no character that anybody reads."""
JOINER = "\u200d"
JOINED = frozenset({JOINER, "\ufe0e", "\ufe0f", *map(chr, range(0x1F3FB, 0x1F400))})
"""What belongs to the sign before it: joiners, variation selectors, skin tones."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a line in one format: a tag such as "b", or a link; neither for plain text."""

    text: str
    tag: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or several that are quoted together; `apart` from the one above, `glued` to the one below.

    What is quoted may be `folded` until somebody wants to read all of it; with a `fresh` one a page begins.
    """

    spans: tuple[Span, ...]
    quoted: bool = False
    apart: bool = False
    glued: bool = False
    folded: bool = False
    fresh: bool = False

    @property
    def text(self) -> str:
        """Return what it reads like."""
        return "".join([span.text for span in self.spans])

    @property
    def gap(self) -> str:
        """Return what stands between it and the line above."""
        return "\n\n" if self.apart else "\n"

    @property
    def tags(self) -> int:
        """Return how many formatted stretches it has."""
        return self.quoted + len([span for span in self.spans if span.text and (span.tag or span.link)])


class Size(NamedTuple):
    """What lines take of a page: code units, with the gap above each of them, and formatted stretches."""

    units: int
    tags: int

    def plus(self, other: "Size") -> "Size":
        """Return the size of both together."""
        return Size(self.units + other.units, self.tags + other.tags)

    def fits(self, first: Line, longest: int) -> bool:
        """Tell whether a page of this size is none too long; there is no gap above its first line."""
        return self.units - len(first.gap) <= longest and self.tags <= MOST_TAGS


def units(text: str) -> int:
    """Return the length of a text in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def packed(lines: Iterable[Line], longest: int = LONGEST_PAGE) -> tuple[tuple[Line, ...], ...]:
    """Return lines as pages of at most `longest` code units and `MOST_TAGS` formatted stretches each."""
    pages: list[tuple[Line, ...]] = []
    page: tuple[Line, ...] = ()
    taken = Size(0, 0)
    for group in _groups(lines):
        for piece in (group,) if _fits(group, longest) else _cut_up(group, longest):
            size = _size(piece)
            if page and (piece[0].fresh or not taken.plus(size).fits(page[0], longest)):
                pages.append(page)
                page, taken = (), Size(0, 0)
            page, taken = (*page, *piece), taken.plus(size)
    return (*pages, page) if page else tuple(pages)


def _groups(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    """Yield lines that belong on one page."""
    group: list[Line] = []
    for line in lines:
        group.append(line)
        if not line.glued:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def _size(lines: Sequence[Line]) -> Size:
    return Size(sum([units(line.text) + len(line.gap) for line in lines]), sum([line.tags for line in lines]))


def _fits(page: Sequence[Line], longest: int) -> bool:
    return _size(page).fits(page[0], longest)


def _cut_up(group: Sequence[Line], longest: int) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of a group that is too long one by one, and those that are too long in pieces."""
    for line in group:
        rest = line
        while not _fits((rest,), longest):
            place, lost = _place(rest.text, longest)
            yield (replace(rest, spans=tuple(_between(rest.spans, 0, place))),)
            left = tuple(_between(rest.spans, place + lost, len(rest.text)))
            rest = replace(rest, spans=left, apart=False, fresh=False)
        yield (rest,)


def _between(spans: Iterable[Span], start: int, end: int) -> Iterator[Span]:
    """Yield what lies from `start` to before `end` of spans laid end to end."""
    at = 0
    for span in spans:
        text = span.text[max(0, start - at) : max(0, end - at)]
        if text:
            yield replace(span, text=text)
        at += len(span.text)


def _place(text: str, longest: int) -> tuple[int, int]:
    """Return where to cut a text that is too long, from 1, and how many characters are lost there."""
    most = _reach(text, longest)
    space = text.rfind(" ", 1, most + 1)
    if space > 0:
        return space, 1
    for place in range(most, max(0, most - LONGEST_CLUSTER), -1):
        if not _belongs(text, place):
            return place, 0
    return most, 0


def _reach(text: str, longest: int) -> int:
    """Return how many characters have at most `longest` code units."""
    used = 0
    for number, character in enumerate(text):
        used += 1 + (character > "\uffff")
        if used > longest:
            return number
    return len(text)


def _belongs(text: str, place: int) -> bool:
    """Tell whether what stands at a place is part of the sign before it."""
    here = text[place] if place < len(text) else ""
    return bool(here) and (unicodedata.combining(here) > 0 or here in JOINED or text[place - 1] == JOINER)
