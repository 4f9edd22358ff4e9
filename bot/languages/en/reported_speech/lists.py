"""English lists of three and more speakers: ‹Ann Lee, Tom Dean and Mary Cole›, ‹Norcon, the council and the police›.

Rule of this room: what could be a name with its apposition (‹Ann Lee, the mayor and a lawyer, …›) is no list.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from bot.core.syntax.tagged_text import Phrase, Pos, Range, TaggedText
from bot.languages.en.reported_speech.vocabulary import BODY, COMPANY, DOCUMENT, PERSON, PRESS, TIME

_NAMES = frozenset({Pos.NAME, Pos.NOMINAL})
_VERBAL = frozenset({Pos.VERB, Pos.GERUND, Pos.PARTICIPLE, Pos.INFINITIVE, Pos.AUXILIARY, Pos.MODAL})
_LEAST = 3
_MOST = 8
"""Speakers of a list."""

Reads = Callable[[TaggedText, int, int], "Phrase | None"]


def listed(page: TaggedText, first: Phrase, limit: int, reads: Reads) -> int | None:
    """Return the end of a list that begins with a phrase, None where there is none; `reads` finds its other phrases."""
    items = _items(page, first, limit, reads)
    if len(items) < _LEAST or not all(_speaks(page, item) for item in items):
        return None
    end = items[-1].end
    acts = page.at(end).finite
    if acts and any(t.pos in _VERBAL for t in page.words(first.start - 1, first.start + 1)):
        return None  # ‹When they left Leeds, Ann Lee and Tom Dean said …›
    named = [is_named(page, item.range) for item in items]
    return end if acts or len(set(named)) == 1 or named == [False, True] * (len(named) // 2) else None


def _items(page: TaggedText, first: Phrase, limit: int, reads: Reads) -> list[Phrase]:
    """Return the phrases between commas up to the one behind ‹and›; none where it does not come to one."""
    items = [first]
    while len(items) < _MOST:
        end = items[-1].end
        comma = page.at(end).text == ","
        joins = page.at(end + comma).lower == "and"
        other = reads(page, end + comma + joins, limit) if (comma or joins) and end < limit else None
        if other is None or page.at(other.start).pos is Pos.PRONOUN:
            return []
        items.append(other)
        if joins:
            return [*items, *_named_behind(page, other, limit, reads)]
    return []


def _named_behind(page: TaggedText, last: Phrase, limit: int, reads: Reads) -> list[Phrase]:
    """Return the name behind a list's last office: ‹… and her deputy, Tom Dean, …›."""
    name = reads(page, last.end + 1, limit) if page.at(last.end).text == "," else None
    if name is None or is_named(page, last.range) or not is_named(page, name.range):
        return []
    return [name] if page.at(name.end).text in {",", "."} else []


def _speaks(page: TaggedText, item: Phrase) -> bool:
    """Tell whether a phrase is a name or a noun for somebody who can say something."""
    head = page.at(item.head).lower
    if TIME.match(head):
        return False
    party = any(sort.search(head) for sort in (PERSON, BODY, DOCUMENT)) or head in COMPANY | PRESS
    return party or is_named(page, item.range)


def is_named(page: TaggedText, span: Range) -> bool:
    """Tell whether a phrase ends with a name that is no office: ‹Mayor Ann Lee›, not ‹the Leeds mayor›."""
    last = next((t for t in reversed(page.words(*span)) if t.noun), None)
    return last is not None and last.pos in _NAMES and last.capital and not PERSON.search(last.lower)


def parts(page: TaggedText, span: Range) -> tuple[Range, ...]:
    """Return what stands between a phrase's commas and ‹and›s; nothing but the phrase where it has no ‹and›."""
    start, end = span
    joins = [i for i in range(start + 1, end - 1) if page.at(i).lower == "and" or page.at(i).text == ","]
    if not any(page.at(i).lower == "and" for i in joins):
        return (span,)
    return tuple((a + 1, b) for a, b in pairwise([start - 1, *joins, end]) if a + 1 < b)


def together(page: TaggedText, found: Sequence[Range]) -> tuple[Range, ...]:
    """Return the same with descriptions beside the name that they belong to.

    They do in ‹Ann Lee, the mayor, and Tom Dean›, in ‹the mayor, Ann Lee, and her deputy, Tom Dean›, and behind ‹and›
    (‹Ann Lee, Tom Dean and Mary Cole, the mayor›).
    """
    named = [is_named(page, part) for part in found]
    if named == [True, False, True] and found[2][0] - found[1][1] > 1:
        return (found[0][0], found[1][1]), found[2]
    if len(found) > _LEAST and named == [False, True] * (len(found) // 2):
        return tuple((a[0], b[1]) for a, b in zip(found[::2], found[1::2], strict=True))
    if len(found) > _LEAST and page.at(found[-1][0] - 1).text == ",":
        return (*found[:-2], (found[-2][0], found[-1][1]))
    return tuple(found)
