"""From an extracted text to sentences and passages; where a sentence of German or English ends.

Rule of this room: every piece of body text is in exactly one sentence, and the work grows with the text's length only:
each look around a full stop reaches a bounded number of characters.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.core.language_data.orthography import Orthography
from bot.core.segmentation.layout import BLANK, LOWER, UPPER, find_blocks, lines, trimmed
from bot.model import Block, BlockKind, ExtractedText, Passage, Sentence, Span

__all__ = ["MAX_SENTENCE", "Layout", "Orthography", "lay_out", "sentences"]

MAX_SENTENCE = 1_000
"""Characters of a sentence, so that no chat has to cut one; longer ones are split where they pause."""

_REACH = 60
"""Characters that are looked at before and after a full stop; longer than every abbreviation and word."""

_STOP = re.compile(r"[.!?…]+")
_LETTER = re.compile(r"[^\W\d_]")
_CLOSERS = re.compile(r"(?:[“”»«’›‹)\]]|[\"'](?!\w))*(?:\[[^\[\]\n]{1,40}\])*")
_SPACED_CLOSER = re.compile(r"[ \xa0\u202f\u2009][»›](?!\w)")
_OPENING = "\"'„“”»«‚‘›‹([`*\ufeff\u200b\u2060"
_OPENERS = re.compile(rf"[\s{re.escape(_OPENING)}]*+(?:[–—-]++\s++)?[\s{re.escape(_OPENING)}…]*+")
_NEXT = re.compile(r"\w[\w\xad’'-]*")
_LEADING = re.compile(r"^\W+")
_SHORT = re.compile(r"[^\W\d_]{1,3}\.")  # a part of an abbreviation, or an initial
_INITIALS = re.compile(r"[^\W\d_]|(?:[^\W\d_]\.)+[^\W\d_]{1,3}")  # "J", "U.S", "e.V"
_ORDINAL = re.compile(r"\d{1,3}")
_SMALL = re.compile(r"\d{1,2}")  # ordinals beyond 99 are rare, years and sums at the end of a sentence are not
_ROMAN = re.compile(r"[IVX]{1,6}")
_NAMED = re.compile(r"(?:[^\W\d_][\w.'’-]*\s+){1,3}?(?P<verb>[a-z]+)\b")
_GLUED_BEFORE = re.compile(rf"[„“\"(]?[^\W\d_][{LOWER}\xad-]{{2,}}[“”\"»«)]?")
_GLUED_AFTER = re.compile(rf"[{UPPER}](?:[{LOWER}]{{2,}}[\s,]|[{LOWER}]?\s)")
_DATED = re.compile(r"\d{1,2}\.\d{1,2}")  # "am 7.10. (Mittwoch)"
_PAUSES = (re.compile(r"[;–—](?=\s)"), re.compile(r"[,:](?=\s)"), re.compile(r"(?=\s)"))


@dataclass(frozen=True, slots=True)
class Layout:
    """What an article is made of; sentences and passages in text order, headings and bylines in none of them."""

    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    passages: tuple[Passage, ...]
    title: str | None = None
    dateline: Span | None = None
    byline: Span | None = None


def lay_out(reading: ExtractedText, orthography: Orthography) -> Layout:
    """Return the layout of an article; a passage is a paragraph under the title and the nearest heading above it."""
    found = find_blocks(reading, orthography)
    said: list[Sentence] = []
    passages: list[Passage] = []
    title: Span | None = None
    heading: Span | None = None
    for number, block in enumerate(found.blocks):
        match block.kind:
            case BlockKind.TITLE:
                title, heading = title or block.span, block.span if title else None
            case BlockKind.HEADING:
                heading = block.span
            case BlockKind.LEAD | BlockKind.PARAGRAPH:
                first = len(said)
                body = _without_dateline(block.span, found.dateline)
                said.extend(Sentence(span, number) for span in sentences(reading.text, body, orthography))
                if len(said) > first:
                    above = tuple(span for span in (title, heading) if span is not None)
                    passages.append(Passage(first, len(said), above))
            case BlockKind.BYLINE | BlockKind.NOTE | BlockKind.LINE:
                pass
    name = reading.title or (_plain(title.cut(reading.text)) if title else None)
    return Layout(found.blocks, tuple(said), tuple(passages), name, found.dateline, found.byline)


def sentences(text: str, span: Span, orthography: Orthography) -> tuple[Span, ...]:
    """Return the sentences of a stretch of text, in order, without the space around them.

    A line end is a space; a blank line ends a sentence. A stretch without one letter or digit holds no sentence.
    """
    return tuple(
        piece
        for paragraph in _paragraphs(text, span)
        for sentence in _split(text, paragraph, orthography)
        for piece in _capped(text, sentence)
    )


def _without_dateline(span: Span, dateline: Span | None) -> Span:
    inside = dateline is not None and span.start <= dateline.start and dateline.end <= span.end
    return Span(dateline.end, span.end) if inside and dateline else span


def _plain(line: str) -> str:
    """Return a line as a name to show: without soft hyphens, its space made single."""
    return " ".join(line.replace("\xad", "").split())


def _paragraphs(text: str, span: Span) -> Iterator[Span]:
    start = end = None
    for line, blank in lines(text, span):
        if blank and start is not None and end is not None:
            yield Span(start, end)
        start = line.start if blank or start is None else start
        end = line.end
    if start is not None and end is not None:
        yield Span(start, end)


def _split(text: str, paragraph: Span, orthography: Orthography) -> Iterator[Span]:
    start, end = paragraph.start, paragraph.end
    letter = _LETTER.search(text, start, end)
    last = _last_letter(text, start, end)
    for stop in _STOP.finditer(text, start, end):
        after = _closed(text, stop.end(), end, orthography)
        if letter is None or after > last:
            break
        if letter.start() < stop.start() and _is_end(text, Span(start, end), Span(*stop.span()), after, orthography):
            yield Span(start, after)
            start = _skip(text, after, end)
            letter = _LETTER.search(text, start, end)
    if letter is not None:
        yield Span(start, end)


def _closed(text: str, stop: int, end: int, orthography: Orthography) -> int:
    """Return where the marks end that close what a stop ends."""
    after = _end(_CLOSERS, text, stop, end)
    return _end(_SPACED_CLOSER, text, after, end) if orthography.spaced_quotes else after


def _last_letter(text: str, start: int, end: int) -> int:
    return next((at for at in range(end - 1, start - 1, -1) if text[at].isalpha()), start)


def _end(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    found = pattern.match(text, start, end)
    return found.end() if found else start


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start] in BLANK:
        start += 1
    return start


def _is_end(text: str, rest: Span, stop: Span, after: int, orthography: Orthography) -> bool:
    """Tell whether a sentence ends at a stop, whose closing marks reach to `after`; `rest` is what is not split yet."""
    begin = _end(_OPENERS, text, after, rest.end)
    if not _can_open(text, begin, rest.end):
        return False
    if text[stop.start - 1] in "([" and after > stop.end:  # "(!)", "[…]"
        return False
    following = _NEXT.match(text, begin, min(rest.end, begin + _REACH))
    opener = following.group().replace("\xad", "") if following else ""
    words = text[max(rest.start, stop.start - _REACH) : stop.start].split()
    if not text[after].isspace():
        return _is_glued(text, words[-1] if words else "", begin, orthography)
    if stop.cut(text) != ".":
        bracketed = after > stop.end and text[begin - 1] == "("  # „Fürchtet sie!“ (2006)
        return not bracketed and not _is_reported(text, stop.end, after, begin, orthography)
    if text[stop.start - 1].isspace():
        return True
    bracketed = text[begin - 1] == "("
    return _is_full_stop(words, opener, orthography) and not (bracketed and _is_number(words))


def _can_open(text: str, begin: int, end: int) -> bool:
    """Tell whether a sentence can start here: with no small letter (but "iPhone"), a number, or a sign before one."""
    if begin >= end:
        return False
    first, second = text[begin], text[begin + 1 : begin + 2]
    if first.islower():
        return second.isupper()
    return first.isalnum() or (first in "€$£¥#@•§+–—-−~" and (second.isupper() or second.isdigit()))


def _is_glued(text: str, word: str, begin: int, orthography: Orthography) -> bool:
    """Tell whether the space after a full stop was forgotten ("starb.Die Frau"): not in addresses and file names."""
    known = any(_is_in(word, table, first=True) for table in (orthography.binding, orthography.abbreviations))
    known = known or text.startswith(orthography.inner_endings, begin)
    return not known and bool(_GLUED_BEFORE.fullmatch(word)) and bool(_GLUED_AFTER.match(text, begin, begin + _REACH))


def _is_reported(text: str, stop: int, after: int, begin: int, orthography: Orthography) -> bool:
    """Tell whether a quotation's reporting clause follows with a name: ‹"Why now?" Smith asked.›."""
    if after == stop or not orthography.reporting:
        return False
    named = _NAMED.match(text, begin, begin + _REACH)
    return named is not None and named["verb"] in orthography.reporting


def _is_full_stop(words: Sequence[str], opener: str, orthography: Orthography) -> bool:
    """Tell whether the full stop behind the last of `words` ends a sentence and not just an abbreviation or ordinal."""
    word = _LEADING.sub("", words[-1]) if words else ""
    names = _names(words, word)
    opens = opener in orthography.openers
    shouted = [name.capitalize() for name in names if opener.isupper() and opener[1:]]  # ‹MS. OAKES›
    first = len(words) == 1
    if any(_is_in(name, orthography.binding, first=first) for name in [*names, *shouted]):
        return False
    if any(_is_in(name, orthography.abbreviations, first=first) for name in names) or any(
        map(_INITIALS.fullmatch, names[:2])
    ):
        return opens
    if word in orthography.numbering and opener[:1].isdigit():
        return False
    if orthography.ordinals and (word.isdigit() or _ROMAN.fullmatch(word)):
        return opens or not _is_ordinal(words, word, opener, orthography)
    return True


def _is_number(words: Sequence[str]) -> bool:
    """Tell whether the last word is an ordinal or a date, which a bracket may explain: ‹am 7.10. (Mittwoch)›."""
    word = _LEADING.sub("", words[-1]) if words else ""
    return bool(_ORDINAL.fullmatch(word) or _DATED.fullmatch(word))


def _names(words: Sequence[str], word: str) -> list[str]:
    """Return what an abbreviation may be: the word alone, after its last hyphen, and joined with what is before it."""
    joined = word
    names = [word, re.split(r"[-–/]", word)[-1]]
    for before in (_LEADING.sub("", before) for before in reversed(words[-3:-1])):
        if not _SHORT.fullmatch(before):
            break
        joined = before + joined
        names.append(joined)
    return names


def _is_in(name: str, table: frozenset[str], *, first: bool) -> bool:
    """Tell whether a name is in a table; one with a small letter also where a sentence starts with it.

    Elsewhere the capital makes it another word: ‹schweiz. Botschaft›, but ‹in der Schweiz.›.
    """
    return name in table or (first and name[:1].lower() + name[1:] in table)


def _is_ordinal(words: Sequence[str], word: str, following: str, orthography: Orthography) -> bool:
    """Tell whether a number with a full stop is an ordinal: by what follows, what is before, or its few digits."""
    small = bool(_SMALL.fullmatch(word))
    if following[:1].isdigit():
        return small
    if following in orthography.ordinal_followers or not word.isdigit():
        return True
    leader = _LEADING.sub("", words[-2]) if len(words) > 1 else ""
    if leader in orthography.counters:
        return False
    return small or (leader.lower() in orthography.ordinal_leaders and bool(_ORDINAL.fullmatch(word)))


def _capped(text: str, span: Span) -> Iterator[Span]:
    """Yield a sentence, in pieces of at most `MAX_SENTENCE` characters that end at its pauses."""
    start = span.start
    while span.end - start > MAX_SENTENCE:
        end = _pause(text, start + MAX_SENTENCE // 2, start + MAX_SENTENCE)
        yield trimmed(text, start, end)
        start = _skip(text, end, span.end)
    yield Span(start, span.end)


def _pause(text: str, low: int, high: int) -> int:
    """Return where to split: after the last semicolon or dash, else comma or colon, else at the last space."""
    for pattern in _PAUSES:
        ends = [pause.end() for pause in pattern.finditer(text, low, high)]
        if ends:
            return ends[-1]
    return high
