"""The blocks of a reply's parts, its buttons, and the line that says who asked.

Rule of this module: every part becomes pieces that are each small enough for a message of their own, in order.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from bot.chat import Action, Cited, Heading, Part, Rows, Said
from bot.render.slack.elements import (
    LONGEST_LABEL,
    LONGEST_TEXT,
    MOST_BUTTONS,
    Element,
    cut,
    escaped,
    plain,
    rich,
    section,
    short,
    span,
    units,
)
from bot.render.slack.setting import Setting
from bot.render.slack.ui_texts import Words
from bot.render.text import beside_line_end, inert

Block = Element

LONGEST_QUOTE = 9_000
"""Units of a sentence in one piece; with its source it fits a message."""
ROWS_AT_ONCE = 20
"""Rows in one list."""
USER = re.compile(r"[A-Z0-9]{2,30}")
WEB = re.compile(r"https?://[^\s<>|]{1,2000}")
"""An address that can't break out of Slack's `<address|label>`."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Blocks that belong together: how long their texts are, and whether what follows must stay with them.

    With a `fresh` one a page begins.
    """

    blocks: tuple[Block, ...]
    size: int
    leads: bool = False
    fresh: bool = False


def pieces(part: Part) -> Iterator[Piece]:
    """Yield a part as pieces."""
    match part:
        case Said(text, link) if WEB.fullmatch(link):
            there: Block = {"type": "link", "url": link, "text": short(text, LONGEST_TEXT)}
            yield Piece((rich(section([there])),), units(text) + len(link))
        case Said(text):
            yield from _paragraphs(text)
        case Heading(text, new_page):
            yield from _paragraphs(text, "bold", leads=True, fresh=new_page)
        case Cited():
            yield from _cited(part)
        case Rows(rows):
            yield from _rows(rows)
        case _:
            assert_never(part)


def _paragraphs(text: str, style: str = "", *, leads: bool = False, fresh: bool = False) -> Iterator[Piece]:
    for number, piece in enumerate(cut(text)):
        yield Piece((rich(section(span(piece, style))),), units(piece), leads, fresh and number == 0)


def _cited(cited: Cited) -> Iterator[Piece]:
    """Yield a sentence as a quote, above the line that says who says so."""
    source = _source(cited)
    around = [*_around(cited.before, "", "\n")], [*_around(cited.after, "\n", "")]
    quotes = list(_quotes([*around[0], *_marked(cited.text, cited.marks), *around[1]]))
    for quote in quotes[:-1]:
        yield Piece((rich(section(quote, "quote")),), _length(quote), leads=True)
    last = (rich(section(quotes[-1], "quote")),) if quotes else ()
    yield Piece((*last, *source), (_length(quotes[-1]) if quotes else 0) + units(cited.source) + len(cited.link))


def _around(text: str, before: str, after: str) -> Iterator[Element]:
    if text:
        yield from span(f"{before}{text}{after}", "italic")


def _quotes(elements: Iterable[Element]) -> Iterator[list[Element]]:
    """Yield the elements of a sentence in runs that each fit a message."""
    run: list[Element] = []
    for element in elements:
        if run and _length([*run, element]) > LONGEST_QUOTE:
            yield run
            run = []
        run.append(element)
    if run:
        yield run


def _length(elements: Iterable[Element]) -> int:
    return sum(units(str(element["text"])) for element in elements)


def _marked(text: str, marks: Iterable[tuple[int, int]]) -> Iterator[Element]:
    """Yield a sentence cut at its marks; marks may overlap, and what reaches beyond the sentence is ignored."""
    done = 0
    for start, end in sorted(marks):
        begin, stop = max(done, beside_line_end(text, start)), min(len(text), beside_line_end(text, end))
        if begin < stop:
            yield from span(text[done:begin])
            yield from span(text[begin:stop], "bold")
            done = stop
    yield from span(text[done:])


def _source(cited: Cited) -> tuple[Block, ...]:
    """Return the line under a sentence: its number, who says so, and the way to the original."""
    number = f"{cited.number} · " if cited.number else ""
    line = f"{number}{' '.join(inert(cited.source).split())}"
    elements = [plain(text) for text in cut(line, LONGEST_TEXT - 1_000)]
    if WEB.fullmatch(cited.link):
        elements.append({"type": "mrkdwn", "text": f"<{escaped(cited.link)}|↗>", "verbatim": True})
    return ({"type": "context", "elements": elements[:10]},)


def _rows(rows: Sequence[tuple[str, ...]]) -> Iterator[Piece]:
    """Yield a table as lists: the first cell of a row stands out, the others follow it."""
    run: list[Element] = []
    size = 0
    for row in rows:
        item = list(_row(row))
        if not item:
            continue
        length = _length(item)
        if run and (len(run) == ROWS_AT_ONCE or size + length > LONGEST_TEXT):
            yield _listed(run, size)
            run, size = [], 0
        for part in _quotes(item):
            run.append(section(part))
        size += length
    if run:
        yield _listed(run, size)


def _listed(items: list[Element], size: int) -> Piece:
    return Piece((rich({"type": "rich_text_list", "style": "bullet", "elements": items}),), size)


def _row(row: tuple[str, ...]) -> Iterator[Element]:
    cells = [" ".join(inert(cell).split()) for cell in row]
    first, rest = cells[0] if cells else "", [cell for cell in cells[1:] if cell]
    if first:
        yield from span(first, "code" if first.startswith("/") else "bold")
    if rest:
        yield from span(f"{' – ' if first else ''}{' · '.join(rest)}")


def hint(parts: Iterable[Part], words: Words) -> list[Block]:
    """Return the line that says how commands are typed in Slack, where a reply lists some."""
    listed = any(row and row[0].startswith("/") for part in parts if isinstance(part, Rows) for row in part.rows)
    return [{"type": "context", "elements": [plain(words.typed)]}] if listed else []


def preface(asked_by: str, question: str, words: Words) -> Block:
    """Return the line over a shared answer: who asked what."""
    who: list[Element] = (
        [{"type": "user", "user_id": asked_by}] if USER.fullmatch(asked_by) else [*span(words.somebody)]
    )
    return rich(section([*who, *span(f" {words.asks} "), *span(short(question, LONGEST_TEXT), "bold")]))


def asked_before(question: str, words: Words) -> Block:
    """Return the line over an answer that comes somewhere else than the question was asked."""
    return {"type": "context", "elements": [plain(short(f"{words.asked_before} {question}", LONGEST_TEXT - 1_000))]}


def buttons(actions: Sequence[Action], setting: Setting, name: str) -> list[Block]:
    """Return rows of buttons; `name` begins their ids, which are unique on a message."""
    made = [
        {
            "type": "button",
            "action_id": f"{name}-{number}",
            "text": plain(short(action.label, LONGEST_LABEL)),
            "value": value(action.text, setting),
        }
        for number, action in enumerate(actions)
    ]
    rows = range(0, len(made), MOST_BUTTONS)
    return [{"type": "actions", "elements": made[start : start + MOST_BUTTONS]} for start in rows]


def value(text: str, setting: Setting) -> str:
    """Return what a button carries: the message that tapping sends, whose answer it is about, and in which chat."""
    return json.dumps({"text": text, "id": setting.id, "chat": setting.chat}, ensure_ascii=False)
