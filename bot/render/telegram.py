"""A reply as pages of text for Telegram: HTML, the same text without it, and the buttons below.

Rule of this module: text and markup are kept apart until the last step, where every character of the text is escaped;
so the plain text of a page is what its HTML reads like, and nothing in an article is ever taken for markup.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import assert_never

from bot.chat import Action, Cited, Heading, Part, Reply, Rows, Said
from bot.render.paging import Line, Span, packed
from bot.render.text import beside_line_end, columns, inert

ABOVE = "…"
"""Stands before a neighbouring sentence, and for a page without anything to read, which Telegram would refuse."""
WEB = ("https://", "http://")
TO_ARTICLE = {"de": "im Artikel", "en": "in the article"}
LONGEST_SOURCE = 120
"""Characters of a source line: three lines on a telephone, which Telegram shows of a longer one until it is tapped."""
MOST_MARKS = 24
"""Matched words of a sentence that are set bold: Telegram formats 100 stretches of a message and drops the rest."""
ROW = 34
"""Columns of labels that fit side by side on a telephone."""
LONGEST_CAPTION = 1024
"""UTF-16 code units of the text below a file."""
MOST_IN_ROW = 3
MOST_ACTIONS = 90
"""Telegram shows 100 buttons; the rest is for turning pages."""
LONGEST_LABEL = 100
"""Characters."""


@dataclass(frozen=True, slots=True)
class Page:
    """What one message shows: its HTML, the same as plain text, and rows of things to tap."""

    html: str
    plain: str
    actions: tuple[tuple[Action, ...], ...] = ()


def page(reply: Reply) -> Page:
    """Return the page of a reply that it asks to be shown; beyond the last one it is the last."""
    found = pages(reply)
    return found[min(max(reply.page, 1), len(found)) - 1]


def pages(reply: Reply) -> tuple[Page, ...]:
    """Return all pages of a reply, one at least, each with its buttons and those that lead to its neighbours."""
    texts = packed(lines(reply)) or ((),)
    rows = tuple(_button_rows(reply.actions[:MOST_ACTIONS]))
    return tuple(_page(text, (*rows, *_turns(number, len(texts)))) for number, text in enumerate(texts, 1))


def caption(reply: Reply) -> Page:
    """Return what stands below a file: as much of a reply as a caption holds, with its buttons."""
    first, *rest = packed(lines(reply), LONGEST_CAPTION - len(ABOVE) - 1) or ((),)
    shown = (*first, Line((Span(ABOVE),))) if rest else first
    return _page(shown, tuple(_button_rows(reply.actions[:MOST_ACTIONS])))


def lines(reply: Reply) -> tuple[Line, ...]:
    """Return a reply as lines with formatting, before they are divided into pages."""
    found: list[Line] = []
    last: Part | None = None
    for part in reply.parts:
        found += _part(part, reply.language, apart=last is not None and not _closely(last, part))
        last = part
    return tuple(found)


def _closely(above: Part, below: Part) -> bool:
    """Tell whether two parts stand without a blank line between them."""
    return isinstance(above, Heading) or (isinstance(above, Said) and isinstance(below, Rows))


def _part(part: Part, language: str, *, apart: bool) -> Iterable[Line]:
    match part:
        case Said(text, link):
            return (Line((Span(inert(text), link=link if link.startswith(WEB) else ""),), apart=apart),)
        case Heading(text, new_page):
            return (Line((Span(inert(text), "b"),), apart=apart, glued=True, fresh=new_page),)
        case Cited():
            return _cited(part, language, apart=apart)
        case Rows(rows):
            return tuple(
                Line((Span(_row(row)),), apart=apart and number == 0) for number, row in enumerate(rows) if any(row)
            )
        case _:
            assert_never(part)


def _cited(cited: Cited, language: str, *, apart: bool) -> Iterator[Line]:
    """Yield a sentence as a block quote, and under it its number (unless that is 0) and who says so."""
    quote: list[Span] = []
    if cited.before:
        quote.append(Span(f"{ABOVE} {inert(cited.before)}\n", "i"))
    quote += _marked(cited.text, cited.marks)
    if cited.after:
        quote.append(Span(f"\n{inert(cited.after)} {ABOVE}", "i"))
    yield Line(tuple(quote), quoted=True, apart=apart, glued=True)
    number = [Span(f"{cited.number} · ")] if cited.number else []
    source = [*number, Span(_one_line(cited.source), "i")]
    if cited.link.startswith(WEB):
        source += [Span(" · "), Span(TO_ARTICLE.get(language, TO_ARTICLE["en"]), link=cited.link)]
    long = sum(len(span.text) for span in source) > LONGEST_SOURCE
    yield Line(tuple(source), quoted=long, folded=long)


def _marked(text: str, marks: Iterable[tuple[int, int]]) -> Iterator[Span]:
    """Yield a sentence cut at its marks; marks may overlap, and what reaches beyond the sentence is ignored."""
    done = 0
    for start, end in sorted(marks)[:MOST_MARKS]:
        begin, stop = max(done, beside_line_end(text, start)), min(len(text), beside_line_end(text, end))
        if begin < stop:
            yield Span(inert(text[done:begin]))
            yield Span(inert(text[begin:stop]), "b")
            done = stop
    yield Span(inert(text[done:]))


def _row(row: Sequence[str]) -> str:
    """Return the cells of a row as a line: a command and what it does, a name and its value, or a list of facts."""
    cells = [cell for cell in (_one_line(cell) for cell in row) if cell]
    if cells and cells[0].startswith("/"):
        return " – ".join(cells)
    return ": ".join(cells) if len(row) == 2 else " · ".join(cells)  # noqa: PLR2004 - a name and its value


def _one_line(text: str) -> str:
    return " ".join(inert(text).split())


def _page(text: Sequence[Line], actions: tuple[tuple[Action, ...], ...]) -> Page:
    plain = "".join([_before(line, number) + line.text for number, line in enumerate(text)])
    if not plain.strip():
        return Page(ABOVE, ABOVE, actions)
    html = "".join([_before(line, number) + _html(line) for number, line in enumerate(text)])
    return Page(html, plain, actions)


def _before(line: Line, number: int) -> str:
    return line.gap if number else ""


def _html(line: Line) -> str:
    inner = "".join([_tagged(span) for span in line.spans if span.text])
    if not line.quoted or not inner:
        return inner
    return f"<blockquote{' expandable' if line.folded else ''}>{inner}</blockquote>"


def _tagged(span: Span) -> str:
    text = escape(span.text, quote=False)
    if span.link:
        return f'<a href="{escape(inert(span.link))}">{text}</a>'
    return f"<{span.tag}>{text}</{span.tag}>" if span.tag else text


def _button_rows(actions: Iterable[Action]) -> Iterator[tuple[Action, ...]]:
    """Yield as many actions side by side as can be read there, in their order."""
    row: list[Action] = []
    used = 0
    for action in actions:
        label = _label(action.label)
        wide = columns(label)
        if row and (used + wide > ROW or len(row) == MOST_IN_ROW):
            yield tuple(row)
            row, used = [], 0
        row.append(Action(label, action.text))
        used += wide
    if row:
        yield tuple(row)


def _label(text: str) -> str:
    line = _one_line(text)
    return (line if len(line) <= LONGEST_LABEL else f"{line[: LONGEST_LABEL - 1]}…") or ABOVE


def _turns(number: int, count: int) -> Iterator[tuple[Action, ...]]:
    """Yield the row of buttons that lead to the page before and the page after."""
    turns = []
    if number > 1:
        turns.append(Action(f"◀ {number - 1}/{count}", f"/page {number - 1}"))
    if number < count:
        turns.append(Action(f"{number + 1}/{count} ▶", f"/page {number + 1}"))
    if turns:
        yield tuple(turns)
