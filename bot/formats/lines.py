"""From a page's markup to its lines: the words of one block each, and what the markup says about them.

Rule of this room: one walk over the page, and the work grows with its length only; what a line is for, `html` decides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

MAX_LABEL = 60
"""Characters in front of a link that may be its label: ‹Lesen Sie auch: …›, ‹In the ring?› and a headline."""

MAX_LINKED = 0.8
"""Share of a line's characters that may be links; above it, it is a menu ("Print | Send")."""

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike "
    "strong sub sup time tt u var wbr img".split()
)
_SILENT = frozenset(
    "script style noscript template svg head iframe object select textarea button canvas audio video math".split()
)
_BOLD = frozenset({"b", "strong"})
_NAMING = ("class", "id", "itemprop", "role", "data-testid", "data-component")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_UNSHOWN = re.compile(r"display\s*:\s*none")
_LABELLING = (":", "?", "!", "|", ">", "»", "►", "▶", "→", "-", "–", "•", "+")


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

    def get(self, key: str) -> str | None:
        """Return the value of an attribute."""
        ...

    def keys(self) -> list[str]:
        """Return the names of the attributes."""
        ...

    def __iter__(self) -> "Iterator[Node]": ...

    def iter(self, *tags: str) -> "Iterator[Node]":
        """Yield the elements of these names in it, in order."""
        ...

    def itertext(self, *tags: str) -> Iterator[str]:
        """Yield the pieces of text in it, in order."""
        ...


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two line breaks: its words, and whether all of them are bold."""

    words: str
    is_bold: bool


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a block, with the name of its element and those of the element around that."""

    words: str
    tag: str
    home: str
    pieces: tuple[Piece, ...]
    is_linked: bool
    """Whether it is nothing but links, or one link behind a label."""

    @property
    def key(self) -> str:
        """The words without space, by which a line is found again."""
        return key_of(self.words)


@dataclass(frozen=True, slots=True)
class Box:
    """An element of a page: its name, how it calls itself, and its lines from `first` to before `last`."""

    tag: str
    names: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Flow:
    """A page's lines and boxes, in the order of the page; a box comes behind those in it."""

    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]


def key_of(words: str) -> str:
    """Return words without space and soft hyphens."""
    return "".join(words.replace("\xad", "").split())


def flow_of(page: Node) -> Flow:
    """Return the lines and boxes of a page."""
    walk = _Walk()
    walk.visit(page, linked=False, bold=False)
    walk.flush()
    return Flow(tuple(walk.lines), tuple(walk.boxes))


class _Walk:
    """The lines and boxes so far, and the pieces of the line that is under way."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.boxes: list[Box] = []
        self.around: list[tuple[str, str]] = [("", ""), ("", "")]
        self.under_way: list[tuple[str, bool, bool]] = []

    def visit(self, node: Node, *, linked: bool, bold: bool) -> None:
        """Take up what stands in an element; one call a level, because pages are nested up to 256 deep."""
        tag = node.tag if isinstance(node.tag, str) else ""
        if tag in _SILENT or not tag:
            return
        if tag == "br":
            self.under_way.append(("\n", False, False))
            return
        inline = tag in _INLINE and not (tag == "cite" and self._is_quoting())
        first = None if inline else self._open(tag, _names(node))
        linked, bold = linked or tag == "a", bold or tag in _BOLD
        self._add(node.text, linked=linked, bold=bold)
        for child in node:
            self.visit(child, linked=linked, bold=bold)
            self._add(child.tail, linked=linked, bold=bold)
        if first is not None:
            self._close(first)

    def _is_quoting(self) -> bool:
        return any(tag == "blockquote" for tag, _ in self.around[-3:])

    def _open(self, tag: str, names: str) -> int:
        self.flush()
        self.around.append((tag, names))
        return len(self.lines)

    def _close(self, first: int) -> None:
        self.flush()
        tag, names = self.around.pop()
        if len(self.lines) > first:
            self.boxes.append(Box(tag, names, first, len(self.lines)))

    def _add(self, text: str | None, *, linked: bool, bold: bool) -> None:
        if text:
            self.under_way.append((text.replace("\n", " "), linked, bold))

    def flush(self) -> None:
        """End the line that is under way."""
        taken, self.under_way = self.under_way, []
        pieces = tuple(piece for piece in map(_piece, _broken(taken)) if piece.words)
        if pieces:
            words = " ".join(piece.words for piece in pieces)
            (outer, outer_names), (tag, _) = self.around[-2:]
            self.lines.append(Line(words, tag, f"{outer} {outer_names}", pieces, _is_linked(taken)))


def _names(node: Node) -> str:
    """Return how an element calls itself, in small letters, its words apart; and that it is not shown."""
    if node.get("hidden") is not None or _UNSHOWN.search(node.get("style") or ""):
        return "hidden-from-readers"
    return _CAMEL.sub("-", " ".join(node.get(name) or "" for name in _NAMING)).lower().strip()


def _broken(taken: list[tuple[str, bool, bool]]) -> Iterator[list[tuple[str, bool, bool]]]:
    """Yield the stretches between line breaks."""
    row: list[tuple[str, bool, bool]] = []
    for stretch in taken:
        if stretch[0] == "\n":
            yield row
            row = []
        else:
            row.append(stretch)
    yield row


def _piece(row: list[tuple[str, bool, bool]]) -> Piece:
    words = " ".join("".join(text for text, _, _ in row).split())
    return Piece(words, all(bold for text, _, bold in row if text.strip()))


def _is_linked(taken: list[tuple[str, bool, bool]]) -> bool:
    """Tell whether a line is nothing but links, or one link with a label in front of it."""
    sizes = [(len("".join(text.split())), linked, bold) for text, linked, bold in taken]
    whole, links = sum(size for size, _, _ in sizes), sum(size for size, linked, _ in sizes if linked)
    if links > MAX_LINKED * whole:
        return True
    first = next((i for i, (_, linked, _) in enumerate(sizes) if linked), len(sizes))
    label = "".join(text for text, _, _ in taken[:first]).strip()
    behind = sum(size for size, linked, _ in sizes[first:] if not linked)
    if not links or behind > 1 or len(label) > MAX_LABEL:
        return False
    return label.endswith(_LABELLING) or all(bold for size, _, bold in sizes[:first] if size)
