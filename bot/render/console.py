"""A reply as lines of styled segments, for a terminal.

Rule of this room: styles are names; what a name looks like is the platform's business. The text of the segments is the
whole picture, so a terminal without styles loses colour and nothing else.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from bot.chat import Action, Cited, Heading, Part, Reply, Rows, Said
from bot.render.table import table
from bot.render.text import beside_line_end, fold, inert


class Style(StrEnum):
    """What a segment is."""

    FRAME = "frame"
    HEADING = "heading"
    NUMBER = "number"
    SENTENCE = "sentence"
    MARK = "mark"
    SPEAKER = "speaker"
    CONTEXT = "context"
    COMMAND = "command"
    CELL = "cell"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a line in one style; it holds no line end."""

    text: str
    style: Style


Line = tuple[Segment, ...]
BLANK: Line = ()
GAP = 2
"""Columns between the number of a sentence and the sentence."""
NARROWEST = 10
"""Columns; a text is not folded to less, however narrow the terminal is."""


def lines(reply: Reply, width: int | None, *, hints: bool) -> tuple[Line, ...]:
    """Return the lines of a reply, at most `width` columns wide where words allow it; None folds nothing.

    `hints` adds the actions as a last line of what can be typed. Unfolded, a sentence's own line ends are followed by
    no indentation, so that it stands in the output character by character.
    """
    number = max((len(str(p.number)) for p in reply.parts if isinstance(p, Cited)), default=1)
    found: list[Line] = []
    last: Part | None = None
    for part in reply.parts:
        if last is not None and not _closely(last, part):
            found.append(BLANK)
        found += _part(part, width, number)
        last = part
    if hints and reply.actions:
        found += [BLANK, *_hint(reply.actions, width)]
    return tuple(found)


def _closely(above: Part, below: Part) -> bool:
    """Tell whether two parts stand without a blank line between them."""
    return isinstance(above, Said | Heading) and isinstance(below, Said | Rows)


def _part(part: Part, width: int | None, number: int) -> Iterable[Line]:
    match part:
        case Said(text, link):
            return _folded((Segment(inert(f"{text}: {link}" if link else text), Style.FRAME),), width)
        case Heading(text):
            return _folded((Segment(inert(text), Style.HEADING),), width)
        case Cited():
            return _cited(part, width, number)
        case Rows(rows):
            return _rows(rows, width)
        case _:
            assert_never(part)


def _cited(cited: Cited, width: int | None, number: int) -> Iterator[Line]:
    gutter = " " * (number + GAP)
    inner = None if width is None else max(NARROWEST, width - len(gutter))
    label = Segment(f"{cited.number or '':>{number}}{' ' * GAP}", Style.NUMBER)
    if cited.before:
        yield from _hung(_context(cited.before), inner, Segment(gutter, Style.CONTEXT))
    yield from _hung(_marked(cited.text, cited.marks), inner, label)
    speaker = " ".join(inert(cited.source).split())
    yield from _hung((Segment(speaker, Style.SPEAKER),), inner, Segment(gutter, Style.SPEAKER))
    if cited.after:
        yield from _hung(_context(cited.after), inner, Segment(gutter, Style.CONTEXT))


def _context(text: str) -> tuple[Segment, ...]:
    return (Segment(f"… {inert(text)}", Style.CONTEXT),)


def _marked(text: str, marks: Iterable[tuple[int, int]]) -> tuple[Segment, ...]:
    """Return a sentence cut at its marks; marks may overlap, and what reaches beyond the sentence is ignored."""
    found = []
    done = 0
    for start, end in sorted(marks):
        begin, stop = max(done, beside_line_end(text, start)), min(len(text), beside_line_end(text, end))
        if begin < stop:
            found += [Segment(inert(text[done:begin]), Style.SENTENCE), Segment(inert(text[begin:stop]), Style.MARK)]
            done = stop
    return tuple(s for s in (*found, Segment(inert(text[done:]), Style.SENTENCE)) if s.text)


def _hung(segments: Sequence[Segment], width: int | None, first: Segment) -> Iterator[Line]:
    """Yield folded lines after a label, the next ones under the text of the first."""
    indent = Segment("" if width is None else " " * len(first.text), first.style)
    for number, line in enumerate(_folded(segments, width)):
        yield (indent if number else first, *line)


def _folded(segments: Sequence[Segment], width: int | None) -> Iterator[Line]:
    for start, end in fold("".join(s.text for s in segments), width):
        yield tuple(_cut(segments, start, end))


def _cut(segments: Sequence[Segment], start: int, end: int) -> Iterator[Segment]:
    """Yield what lies from `start` to before `end` of segments laid end to end."""
    at = 0
    for segment in segments:
        text = segment.text[max(0, start - at) : max(0, end - at)]
        if text:
            yield Segment(text, segment.style)
        at += len(segment.text)


def _rows(rows: tuple[tuple[str, ...], ...], width: int | None) -> Iterator[Line]:
    for first, rest in table(rows, width):
        style = Style.COMMAND if first.lstrip().startswith("/") else Style.CELL
        yield tuple(s for s in (Segment(first, style), Segment(rest, Style.CELL)) if s.text)


def _hint(actions: Sequence[Action], width: int | None) -> Iterator[Line]:
    """Yield what the actions send, as something to type; a message is never folded."""
    found: list[Segment] = []
    for action in actions:
        found += [Segment(" · ", Style.HINT)] if found else []
        found.append(Segment(inert(action.text), Style.COMMAND))
    whole = "".join(s.text.replace(" ", "\0") if s.style is Style.COMMAND else s.text for s in found)
    for start, end in fold(whole, width):
        yield tuple(_cut(found, start, end))
