"""What a page says about itself, between the lines of the article: credits, sign-up lines, readers' comments.

Rule of this room: only a short line that says in its first or last words what it is becomes a note, and never all of
the text.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from bot.core.language_data.notes import Notes
from bot.model import Block, BlockKind, Span

MAX_NOTE = 450
"""Characters of a note; the longest consent texts of news sites have 420."""

MAX_CALL = 260
"""Characters of a line that ends with a call to subscribe, to follow or to write."""

MAX_CREDIT = 100
"""Characters of a credit at the end of a caption."""

MAX_LISTED = 150
"""Characters of another story's headline in a list of them."""

MIN_ABOVE = 2
"""Paragraphs above the readers' comments."""

MAX_BELOW = 4
"""Paragraphs at the end of an article among which its author is introduced."""

_TEXT = (BlockKind.LEAD, BlockKind.PARAGRAPH)
_STOP = re.compile(r"[.!?…][\"'“”„»«’‘›‹)\]]*$")
_LABELLED = re.compile(r"[^.:!?]{2,30}: ")
_NAME = re.compile(r"(?:[^\W\d_][\w.'’-]*[^\W_]\s+){1,3}?[^\W\d_][\w'’-]+(?=\s)")


def mark_notes(blocks: Sequence[Block], text: str, notes: Notes) -> list[Block]:
    """Return the blocks with what is not the article's as notes; as they were where nothing else would be left."""
    marked = _without_comments(blocks, text, notes)
    marked = _without_lists(marked, text, notes)
    marked = [replace(block, kind=BlockKind.NOTE) if _is_note(block, text, notes) else block for block in marked]
    marked = [piece for block in marked for piece in _without_credit(block, text, notes)]
    marked = _without_author(marked, text, notes)
    return marked if any(block.kind in _TEXT for block in marked) else list(blocks)


def _is_note(block: Block, text: str, notes: Notes) -> bool:
    if block.kind not in {*_TEXT, BlockKind.HEADING}:
        return False
    line = block.span.cut(text)
    if len(line) <= MAX_NOTE and notes.line.match(line):
        return True
    return len(line) <= MAX_CALL and bool(notes.call.search(line))


def _without_comments(blocks: Sequence[Block], text: str, notes: Notes) -> list[Block]:
    """Return the blocks with all below the heading of the readers' comments as notes."""
    above = 0
    for i, block in enumerate(blocks):
        is_short = block.span.end - block.span.start <= MAX_CREDIT
        if above >= MIN_ABOVE and is_short and notes.comments.fullmatch(block.span.cut(text)):
            return [*blocks[:i], *(replace(below, kind=BlockKind.NOTE) for below in blocks[i:])]
        above += block.kind in _TEXT
    return list(blocks)


def _without_lists(blocks: Sequence[Block], text: str, notes: Notes) -> list[Block]:
    """Return the blocks with the lines that lead to other stories, and the headlines below them, as notes."""
    done: list[Block] = []
    listed = False
    for block, below in zip_longest(blocks, blocks[1:]):
        line = block.span.cut(text)
        opens = block.kind is not BlockKind.TITLE and len(line) <= MAX_LISTED and bool(notes.more.match(line))
        listed = opens or (listed and block.kind in _TEXT and _is_listed(line))
        heads = listed and not opens and not _LABELLED.match(line) and below is not None and _is_prose(below, text)
        kind = BlockKind.HEADING if heads else BlockKind.NOTE if listed else block.kind
        done.append(replace(block, kind=kind))
    return done


def _is_prose(block: Block, text: str) -> bool:
    return block.kind in _TEXT and bool(_STOP.search(text, max(block.span.start, block.span.end - 20), block.span.end))


def _is_listed(line: str) -> bool:
    return len(line) <= MAX_LISTED and (bool(_LABELLED.match(line)) or not _STOP.search(line))


def _without_credit(block: Block, text: str, notes: Notes) -> list[Block]:
    """Return a block, the credit at its end as a note of its own."""
    span = block.span
    found = notes.credit.search(text, max(span.start, span.end - MAX_CREDIT), span.end)
    if block.kind not in _TEXT or not found:
        return [block]
    at = found.start("credit")
    end = at - len(text[span.start : at]) + len(text[span.start : at].rstrip(" \t\n\r\xa0|–—-"))
    credit = Block(BlockKind.NOTE, Span(at, span.end))
    return [Block(block.kind, Span(span.start, end)), credit] if end > span.start else [credit]


def _without_author(blocks: Sequence[Block], text: str, notes: Notes) -> list[Block]:
    """Return the blocks with the lines at the end as notes that introduce somebody who is in no other line."""
    below = [i for i, block in enumerate(blocks) if block.kind in _TEXT][MIN_ABOVE:][-MAX_BELOW:]
    return [
        replace(block, kind=BlockKind.NOTE) if i in below and _is_author(block.span, text, notes) else block
        for i, block in enumerate(blocks)
    ]


def _is_author(span: Span, text: str, notes: Notes) -> bool:
    if span.end - span.start > 2 * MAX_NOTE:
        return False
    named = _NAME.match(text, span.start, span.end)
    if not named or not notes.author.match(text, named.end(), span.end):
        return False
    name = named.group().split()[-1]
    return not re.search(rf"\b{re.escape(name)}\b", text[: span.start])
