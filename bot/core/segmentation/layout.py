"""What the lines of an article are: title, headings, lead, paragraphs, dateline and byline.

Rule of this room: when unsure it is a paragraph, because a heading is never an answer and body text must not be lost.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.core.language_data.orthography import Orthography
from bot.core.segmentation.notes import mark_notes
from bot.model import Block, BlockKind, ExtractedText, Span

BLANK = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u200e\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
"""Characters that are space or show nothing; no span starts or ends with one."""

MAX_HEADING = 110
"""Characters of a heading; the headlines of German and English news sites keep below it."""

MIN_LINE = 4
"""Characters of a line that can stand for itself; shorter ones are indices that a copied page has torn off."""

MAX_TOP = 3
"""Headings that follow each other at the top (kicker, title, sub-headline); more of them are a list."""

MIN_WORDS = 5
"""Words that make a line the text of an article in which nothing ends with a full stop."""

MAX_WIDTH = 140
"""Characters of the widest line of a text that was wrapped by a program (mail 72, terminals 80, editors 100 to 132)."""

MIN_BYLINE = 3
"""Words of a byline: the word that says so, a first and a last name."""

MAX_PLACE = 8
"""Words in front of a dateline's dash: ‹Frankfurt am Main, 3. Mai›, ‹Port-au-Prince/Santo Domingo›."""

LOWER = "".join(chr(code) for code in range(0x250) if chr(code).islower())
"""The small letters of Latin alphabets, for the inside of a character class: ä, é, ł, ş."""

UPPER = "".join(chr(code) for code in range(0x250) if chr(code).isupper())
"""The capital letters of Latin alphabets, for the inside of a character class."""

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_WORD = re.compile(r"[^\W\d_][\w\xad.’'-]*")
_FINAL = re.compile(r"[.!?…:;,–—-][\"'“”„»«’‘›‹)\]]*$")
_STOP = re.compile(r"[.!?…][\"'“”„»«’‘›‹)\]]*$")
_ASIDE = re.compile(rf"\([^()\n]{{1,40}}\) [{LOWER}]")
_ELEMENT = re.compile(r"(?:^|\s)(?:[A-Z][a-z]?){1,2}$")
_NO_HEADING = re.compile(
    r"(?:[)\]%‰°€$£]|(?<!\S)\S[^\s.]*+\.\S{2,}/\S*|https?://\S+|www\.\S+|[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]+"
    r"|[\"“”»«’‘›‹]\s++[–—-]++\s++\S.*)$"
)
_INDEX = re.compile(r"\d(?!\d|[.)]\s)")
_INNER_STOP = re.compile(rf"[{LOWER}]{{3}}[.!?…]['\"“”»«’‘›‹]*\s+[\"'„“»«‚‘›‹]*[{UPPER}]")
_ITEM = re.compile(r"[-–—*•·►▶‣+]|\d{1,3}[.)]\s|\d+:\d")
_DATELINE = re.compile(
    r"(?P<place>[^\s()–—:;\"„“”»«!?][^()–—:;\"„“”»«!?\n]{1,60}?)??\s*(?P<agency>\([\w/ ,.+&-]{2,30}\))?"
    r"(?:(?<=\)),?\s+(?P<date>\w[^()–—:;\"„“”»«!?\n]{1,40}?))??(?:(?:(?<=\))\s*|\s+)(?:–|—|-{1,3})|(?<=\))[.:])(?=\s+[\"„“»«‚‘']*"
    r"(?:(?<=[«‹])\s)?(?P<first>\w))"
)
_AGENCY = rf"(?:[{LOWER}]{{2,12}}|AFP|AP|APA|DPA|EPD|KNA|SID|TASS|UPI|Reuters)"
_SIGNATURE = re.compile(rf"[(\[]{_AGENCY}(?:\s?[/,;+&-]\s?\w{{2,20}}){{0,4}}[)\]]$")
_LABEL = re.compile(rf"[{UPPER}][^:.!?\n]{{0,40}}: ")
_SIGNED = re.compile(rf"[\"“„»«].{{8,}}[\"”“»«]\s*(?:[–—-]{{1,2}}\s*[{UPPER}]|\([{UPPER}])")
"""A quotation with who says it behind: ‹“We won.” — Ann Cole›."""
_SIGNED_WITHIN = 80
_SENTENCE_END = re.compile(r"[.!?…][\"'“”»«’‘›‹)\]]*(?P<space>\s+)")
_TEXT = (BlockKind.LEAD, BlockKind.PARAGRAPH)


@dataclass(frozen=True, slots=True)
class BlockLayout:
    """The blocks of an article, where it was written (inside a block), and the line that names the author."""

    blocks: tuple[Block, ...]
    dateline: Span | None
    byline: Span | None


def trimmed(text: str, start: int, end: int) -> Span:
    """Return a stretch without what is blank at both ends; an empty span where all of it is."""
    piece = text[start:end].rstrip(BLANK)
    end = start + len(piece)
    return Span(end - len(piece.lstrip(BLANK)), end)


def lines(text: str, span: Span) -> Iterator[tuple[Span, bool]]:
    """Yield the lines that hold something, each with whether a blank line, or nothing at all, is above it."""
    last = None
    for found in _LINE.finditer(text, span.start, span.end):
        line = trimmed(text, *found.span())
        if line.start == line.end:
            continue
        yield line, last is None or _has_blank_line(text[last : line.start])
        last = line.end


def units(text: str) -> list[Span]:
    """Return the paragraphs of a text without markup: its lines, or runs of them where it is wrapped to a width."""
    return _units(text)


def find_blocks(reading: ExtractedText, orthography: Orthography) -> BlockLayout:
    """Return what each stretch of an article is: from its markup where there is any, guessed otherwise."""
    blocks = mark_notes(_given_or_guessed(reading, orthography), reading.text, orthography.notes)
    blocks = _cut_bylines(_mark_bylines(blocks, reading.text, orthography), reading.text, orthography)
    blocks = _cut_signature(blocks, reading.text)
    dateline = _find_dateline(blocks, reading.text, orthography)
    byline = next((block.span for block in blocks if block.kind is BlockKind.BYLINE), None)
    return BlockLayout(tuple(_mark_lead(blocks, dateline)), dateline, byline)


def _given_or_guessed(reading: ExtractedText, orthography: Orthography) -> list[Block]:
    """Return the blocks that the format names; guessed where it names none, or what they are."""
    if reading.blocks is None:
        return _guess(reading.text, _units(reading.text), orthography)
    named = [block for block in reading.blocks if block.kind is not BlockKind.LINE]
    units = [block.span for block in reading.blocks if block.kind is BlockKind.LINE]
    guessed = _guess(reading.text, units, orthography) if units else []
    return sorted([*named, *guessed], key=lambda block: block.span.start)


def _has_blank_line(between: str) -> bool:
    ends = between.replace("\r\n", "\n").replace("\r", "\n")
    return ends.count("\n") > 1 or "\u2029" in ends


def _guess(text: str, units: Sequence[Span], orthography: Orthography) -> list[Block]:
    """Return the blocks of a text without markup."""
    short = [_is_short(text, unit) for unit in units]
    if all(short):
        return [Block(_kind_without_stops(text, units, i), unit) for i, unit in enumerate(units)]
    if not short[0] and not all(short[1:]) and _is_question_on_top(text, units):
        short[0] = True
    top = short.index(False)
    kinds = _kinds_on_top(text, units[:top], orthography)
    kinds += [_kind_below(text, units, short, i, top) for i in range(top, len(units))]
    return [Block(kind, unit) for kind, unit in zip(kinds, units, strict=True)]


def _units(text: str) -> list[Span]:
    """Return the paragraphs: lines, or runs of lines where the file is wrapped to a width."""
    rows = list(lines(text, Span(0, len(text))))
    width = max((row.end - row.start for row, _ in rows), default=0)
    wrapped = _is_wrapped(text, rows, width)
    units: list[Span] = []
    for i, (row, blank) in enumerate(rows):
        above = rows[i - 1][0]
        runs_on = wrapped and not _is_broken_before(text, above, row, width)
        if not blank and (runs_on or _continues(text, above, row)):
            units[-1] = Span(units[-1].start, row.end)
        else:
            units.append(row)
    return units


def _continues(text: str, above: Span, below: Span) -> bool:
    """Tell whether a line ends in the midst of a sentence; also before an index that a copied page has torn off."""
    end, line = text[max(above.start, above.end - MAX_HEADING) : above.end], below.cut(text)
    if _FINAL.search(end):
        return False
    index = len(line) < MIN_LINE or (_ELEMENT.search(end) and _INDEX.match(line))
    return line[0].islower() or bool(_ASIDE.match(line)) or bool(index)


def _is_wrapped(text: str, rows: Sequence[tuple[Span, bool]], width: int) -> bool:
    """Tell whether lines run on: half of them start small, or a quarter does and most are full."""
    pairs = [(rows[i - 1][0], row) for i, (row, blank) in enumerate(rows) if i and not blank]
    if not pairs or width > MAX_WIDTH:
        return False
    running = sum(not _STOP.search(above.cut(text)) and text[below.start].islower() for above, below in pairs)
    full = sum(_is_full(text, above, below, width) for above, below in pairs)
    return 2 * running >= len(pairs) or (4 * running >= len(pairs) and 10 * full >= 7 * len(pairs))


def _is_full(text: str, above: Span, below: Span, width: int) -> bool:
    """Tell whether the first word of a line would not have fitted into the line above."""
    word = re.match(r"[^\s-]*-?", below.cut(text))
    return above.end - above.start + 1 + (len(word.group()) if word else 0) > width


def _is_broken_before(text: str, above: Span, below: Span, width: int) -> bool:
    """Tell whether the line end between two lines of a wrapped text was set by its author."""
    if _is_full(text, above, below, width) or text[below.start].islower():
        return False
    return above.end - above.start < width * 2 // 3


def _is_short(text: str, unit: Span) -> bool:
    """Tell whether a line looks like a heading: short, no stop at the end, no item of a list."""
    if unit.end - unit.start > MAX_HEADING:
        return False
    line = _unsigned(unit.cut(text))
    if line[0].islower() or _FINAL.search(line) or _ITEM.match(line) or _INNER_STOP.search(line) or _SIGNED.match(line):
        return False
    return bool(_WORD.search(line))


def _is_text(text: str, unit: Span) -> bool:
    return unit.end - unit.start > MAX_HEADING or bool(_STOP.search(_unsigned(unit.cut(text))))


def _unsigned(line: str) -> str:
    """Return a line without the author's sign after its last full stop."""
    found = _SIGNATURE.search(line, max(0, len(line) - _SIGNED_WITHIN))
    body = line[: found.start()].rstrip(BLANK) if found else line
    return body if _STOP.search(body[-_SIGNED_WITHIN:]) else line


def _kind_without_stops(text: str, units: Sequence[Span], i: int) -> BlockKind:
    """Return what a line is in a text without one full stop: a note, or catchwords that say nothing."""
    if len(_WORD.findall(units[i].cut(text))) >= MIN_WORDS:
        return BlockKind.PARAGRAPH
    return BlockKind.HEADING if i else BlockKind.TITLE


def _is_question_on_top(text: str, units: Sequence[Span]) -> bool:
    """Tell whether the first line is a headline with a question or exclamation mark."""
    first = units[0].cut(text)
    if len(units) == 1 or len(first) > MAX_HEADING or first[-1] not in "?!" or _STOP.search(first[:-1]):
        return False
    if _LABEL.match(first) and _LABEL.match(units[1].cut(text)):  # ‹Echo: Why now? / Cole: …›
        return False
    return not re.search(r"[.!?…]\s", first) and len(units[1].cut(text)) > len(first)


def _kinds_on_top(text: str, units: Sequence[Span], orthography: Orthography) -> list[BlockKind]:
    named = [_is_byline(unit.cut(text), orthography) for unit in units]
    title = next((i for i, name in enumerate(named) if not name), None)
    rest = BlockKind.HEADING if named.count(False) <= MAX_TOP else BlockKind.PARAGRAPH
    return [BlockKind.BYLINE if name else BlockKind.TITLE if i == title else rest for i, name in enumerate(named)]


def _kind_below(text: str, units: Sequence[Span], short: Sequence[bool], i: int, top: int) -> BlockKind:
    """Return what a line below the top is: a heading stands alone between text that ends and text that follows."""
    alone = short[i] and i > top and i + 1 < len(units)
    alone = alone and not _NO_HEADING.search(units[i].cut(text))
    if alone and _STOP.search(units[i - 1].cut(text)) and _is_text(text, units[i + 1]):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _is_byline(line: str, orthography: Orthography) -> bool:
    """Tell whether a short line names the author, the agency, or the date and nothing else."""
    staff = orthography.staff_line
    if _SIGNATURE.match(line) or (staff is not None and staff.match(line)):
        return True
    words = re.findall(r"[^\s,/|()]+", line)
    if any(c.isdigit() for c in line) and all(_is_date_word(word, orthography) for word in words):
        return True
    if (
        len(line) > MAX_HEADING
        or _FINAL.search(line)
        or len(words) < MIN_BYLINE
        or words[0].rstrip(":") not in orthography.byline_words
    ):
        return False
    names = [word for word in words[1:] if word not in orthography.name_particles]
    return len(names) > 1 and all(name[0].isupper() for name in names)


def _is_date_word(word: str, orthography: Orthography) -> bool:
    return not any(c.isalpha() for c in word) or word.rstrip(".:").lower() in orthography.date_words


def _mark_bylines(blocks: Sequence[Block], text: str, orthography: Orthography) -> list[Block]:
    """Return the blocks with bylines marked: lines at the top, below the lead, or at the very end."""
    body = next((i for i, block in enumerate(blocks) if block.kind in _TEXT and _is_text(text, block.span)), 0)
    return [
        replace(block, kind=BlockKind.BYLINE)
        if block.kind is not BlockKind.TITLE
        and (i <= body + 1 or i >= len(blocks) - 2)
        and block.span.end - block.span.start <= 2 * MAX_HEADING
        and _is_byline(block.span.cut(text), orthography)
        else block
        for i, block in enumerate(blocks)
    ]


def _cut_bylines(blocks: Sequence[Block], text: str, orthography: Orthography) -> list[Block]:
    """Return the blocks with the author at the end of a lead or a last paragraph as a block of its own."""
    texts = [i for i, block in enumerate(blocks) if block.kind in _TEXT]
    ends = {*texts[:2], *texts[-1:]}
    return [
        piece
        for i, block in enumerate(blocks)
        for piece in (_cut_byline(block, text, orthography) if i in ends else (block,))
    ]


def _cut_byline(block: Block, text: str, orthography: Orthography) -> tuple[Block, ...]:
    """Return a block, and the words after its last full stop where they name the author."""
    span = block.span
    start = max(span.start, span.end - _SIGNED_WITHIN)
    stops = list(_SENTENCE_END.finditer(text, start, span.end))
    tail = text[stops[-1].end() : span.end] if stops else ""
    if not _is_byline(tail, orthography) or not _is_signed(tail, orthography):
        return (block,)
    at = stops[-1]
    return (Block(block.kind, Span(span.start, at.start("space"))), Block(BlockKind.BYLINE, Span(at.end(), span.end)))


def _is_signed(line: str, orthography: Orthography) -> bool:
    return line.split(maxsplit=1)[0].rstrip(":") in orthography.byline_words


def _cut_signature(blocks: list[Block], text: str) -> list[Block]:
    """Return the blocks with the author's sign at the end of the last paragraph as a block of its own."""
    last = next((i for i in range(len(blocks) - 1, -1, -1) if blocks[i].kind in _TEXT), None)
    if last is None:
        return blocks
    span = blocks[last].span
    found = _SIGNATURE.search(text, max(span.start, span.end - _SIGNED_WITHIN), span.end)
    if not found or found.start() == span.start:
        return blocks
    body = trimmed(text, span.start, found.start())
    if body.end == found.start() or not _STOP.search(body.cut(text)[-_SIGNED_WITHIN:]):
        return blocks
    signed = [Block(blocks[last].kind, body), Block(BlockKind.BYLINE, Span(found.start(), span.end))]
    return [*blocks[:last], *signed, *blocks[last + 1 :]]


def _find_dateline(blocks: Sequence[Block], text: str, orthography: Orthography) -> Span | None:
    """Return the place, the agency and the dash that one of the first three paragraphs starts with."""
    for block in [block for block in blocks if block.kind in _TEXT][:3]:
        found = _DATELINE.match(text, block.span.start, min(block.span.end, block.span.start + 160))
        sure = found and (found["agency"] or _STOP.search(block.span.cut(text)[-_SIGNED_WITHIN:]))
        dated = found and _is_date((found["date"] or "").split(), orthography)
        if not (found and sure and dated) or found["first"].islower():
            continue
        if _is_place(found["place"], found["agency"], orthography):
            return Span(*found.span())
    return None


def _is_place(place: str | None, agency: str | None, orthography: Orthography) -> bool:
    if place is None:
        return agency is not None and bool(_SIGNATURE.match(agency))
    every = re.findall(r"[^\s,/]+", place)
    words = every if agency else [word for word in every if not _is_date_word(word, orthography)]
    dated = agency or words == every or _is_date([word for word in every if word not in words], orthography)
    if every[0] in orthography.openers or len(every) > MAX_PLACE or not (words and dated):
        return False
    if not agency and any(c.isdigit() for word in words for c in word):
        return False
    return all(not word[0].islower() or word in orthography.name_particles for word in words)


def _is_date(words: Sequence[str], orthography: Orthography) -> bool:
    """Tell whether words give nothing but a date: a number only beside a month or a weekday (not ‹World War, 1914›)."""
    named = not words or any(c.isalpha() for word in words for c in word)
    return named and all(_is_date_word(word, orthography) for word in words)


def _mark_lead(blocks: Sequence[Block], dateline: Span | None) -> list[Block]:
    """Return the blocks with the paragraph above the dateline, or above the byline, as the lead."""
    marked = list(blocks)
    first = next((i for i, block in enumerate(marked) if block.kind in _TEXT), None)
    if first is None or first + 1 >= len(marked) or not any(b.kind is BlockKind.TITLE for b in marked[:first]):
        return marked
    below = marked[first + 1]
    dated = dateline is not None and dateline.start == below.span.start
    if dated or (below.kind is BlockKind.BYLINE and first + 2 < len(marked)):
        marked[first] = replace(marked[first], kind=BlockKind.LEAD)
    return marked
