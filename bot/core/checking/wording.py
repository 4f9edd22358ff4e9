"""Words of a quotation beside those of an article: the same, some left out, some others.

Rule of this room: nothing is forgiven but marks, capitals, hyphens and spelling; a word more, less or other is told.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bot.core.lexical.numerals import figure
from bot.core.syntax.characters import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = re.compile(
    r"\[[^\[\]]*\]|\[?(?:\.\.\.|…)\]?|\(\.\.\.\)|\d+(?:[.,’'\u00a0\u202f]\d+)*"
    r"|[^\W\d_]+(?:['’ʼ][^\W\d_]+)*|[%€$£]"
)
"""An insertion in brackets, an ellipsis, a figure, a word with what is behind its apostrophe, a sign of money."""
_GAP = re.compile(r"\[?\(?(?:\.\.\.|…)\)?\]?|\[\s*\]")
_MARKS = str.maketrans("’ʼ", "''")
Spellings = tuple[tuple[re.Pattern[str], str], ...]
"""Ways to write the same word, each with its one spelling; `Orthography.spellings` has a language's."""
WINDOW = 12
"""Words left out, at most, between two that a quotation has side by side without saying so."""
_INSERTED = 6
"""Words of the article, at most, in whose place a bracketed insertion stands."""
_SIC = "sic"


class Written(NamedTuple):
    """A word: as it stands, in its one spelling, and where; a `gap` is an ellipsis, an insertion in brackets is one."""

    text: str
    key: str
    start: int
    end: int
    gap: bool = False
    inserted: bool = False


class Place(NamedTuple):
    """Where words of the article stand: the number of the first and of the one behind the last."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Found:
    """Where a quotation stands in an article: the places of its pieces, and the places left out between them."""

    pieces: tuple[Place, ...]
    omitted: tuple[Place, ...] = ()
    replaced: tuple[tuple[str, Place], ...] = ()
    """Insertions in brackets, with the words of the article that stand in their place."""


def written(text: str, spellings: Spellings) -> tuple[Written, ...]:
    """Return the words of a text in order; what is invisible in them counts for nothing."""
    shown = visible(text)
    return tuple(w for m in _WORD.finditer(shown.text) for w in _made(m, shown.starts, shown.ends, spellings))


def _made(match: re.Match[str], starts: Sequence[int], ends: Sequence[int], spellings: Spellings) -> Iterator[Written]:
    raw = match[0]
    start, end = starts[match.start()], ends[match.end() - 1]
    if _GAP.fullmatch(raw):
        yield Written(raw, "", start, end, gap=True)
    elif raw.startswith("["):
        inside = raw[1:-1].strip()
        if inside.lower() != _SIC:
            yield Written(inside, "", start, end, inserted=True)
    else:
        yield Written(raw, _key(raw, spellings), start, end)


def _key(raw: str, spellings: Spellings) -> str:
    """Return a word's one spelling; a figure's is its value."""
    if raw[0].isdigit():
        value = figure(raw)
        return f"#{value}" if value is not None else raw
    low = raw.casefold().translate(_MARKS)
    for pattern, other in spellings:
        low = pattern.sub(other, low)
    return low


class Wording:
    """The words of a text, in which quotations are looked for."""

    def __init__(self, words: Sequence[Written]) -> None:
        self.words = tuple(w for w in words if not w.gap and not w.inserted)
        self._keys = [w.key for w in self.words]
        self._at: dict[str, list[int]] = {}
        for n, key in enumerate(self._keys):
            self._at.setdefault(key, []).append(n)

    def cut(self, place: Place) -> str:
        """Return the words at a place, joined by spaces."""
        return " ".join(w.text for w in self.words[place.first : place.last])

    def exact(self, keys: Sequence[str]) -> Iterator[Place]:
        """Yield where words stand side by side, in order."""
        size = len(keys)
        for n in self._at.get(keys[0], ()) if keys else ():
            if self._keys[n : n + size] == list(keys):
                yield Place(n, n + size)

    def pieces(self, quotation: Sequence[Written]) -> Iterator[Found]:
        """Yield where the pieces of a quotation with ellipses and insertions stand, one behind the other."""
        parts = tuple(_parts(quotation))
        if not parts or not any(keys for keys, _ in parts):
            return
        keys, opening = parts[0]
        for place in self.exact(keys):
            found = self._follow(parts[1:], [place], [], [])
            if found is not None and not opening:
                yield found

    def _follow(
        self,
        parts: Sequence[tuple[tuple[str, ...], Written | None]],
        pieces: list[Place],
        omitted: list[Place],
        replaced: list[tuple[str, Place]],
    ) -> Found | None:
        """Return the pieces that follow, each the nearest behind the last."""
        for keys, joint in parts:
            if not keys:
                continue
            reach = _INSERTED if joint is not None and joint.inserted else 10 * WINDOW
            end = pieces[-1].last
            nearest = next((p for p in self.exact(keys) if end <= p.first <= end + reach), None)
            if nearest is None:
                return None
            between = Place(end, nearest.first)
            if joint is not None and joint.inserted:
                replaced.append((joint.text, between))
            elif between.first < between.last:
                omitted.append(between)
            pieces.append(nearest)
        return Found(tuple(pieces), tuple(omitted), tuple(replaced))

    def shortened(self, keys: Sequence[str]) -> Found | None:
        """Return where words stand in order with a few others between them; None where they do not."""
        best: list[int] | None = None
        for first in self._at.get(keys[0], ()) if keys else ():
            row = [first]
            for key in keys[1:]:
                places = self._at.get(key, [])
                at = bisect_left(places, row[-1] + 1)
                if at == len(places) or places[at] - row[-1] > WINDOW:
                    break
                row.append(places[at])
            if len(row) == len(keys) and (best is None or row[-1] - row[0] < best[-1] - best[0]):
                best = row
        if best is None:
            return None
        gaps = tuple(Place(a + 1, b) for a, b in pairwise(best) if b > a + 1)
        return Found((Place(best[0], best[-1] + 1),), gaps)

    def nearest(self, quotation: Sequence[Written]) -> tuple[Place, float]:
        """Return the stretch that has most of a quotation's words, and the share of them that it has."""
        keys = [w.key for w in quotation if w.key]
        size = max(1, len(keys))
        wanted = set(keys)
        best, most = 0, -1
        hits = [1 if key in wanted else 0 for key in self._keys]
        count = sum(hits[:size])
        for n in range(max(1, len(hits) - size + 1)):
            if count > most:
                best, most = n, count
            count += (hits[n + size] if n + size < len(hits) else 0) - (hits[n] if n < len(hits) else 0)
        place = Place(max(0, best - 3), min(len(self._keys), best + size + 3))
        matcher = SequenceMatcher(None, keys, self._keys[place.first : place.last], autojunk=False)
        return place, sum(b.size for b in matcher.get_matching_blocks()) / size

    def changes(self, quotation: Sequence[Written], place: Place) -> tuple[tuple[str, str], ...]:
        """Return in what a quotation differs from a stretch: its words and the article's, each may be none.

        What stands before the first word that both have and behind the last one is another matter.
        """
        mine = [w for w in quotation if w.key]
        there = self.words[place.first : place.last]
        matcher = SequenceMatcher(None, [w.key for w in mine], [w.key for w in there], autojunk=False)
        found = []
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag == "equal" or (a == b and (c == 0 or d == len(there))):
                continue
            told = there[d - (b - a) : d] if c == 0 else there[c : c + b - a] if d == len(there) else there[c:d]
            found.append((" ".join(w.text for w in mine[a:b]), " ".join(w.text for w in told)))
        return tuple(found)


def _parts(quotation: Sequence[Written]) -> Iterator[tuple[tuple[str, ...], Written | None]]:
    """Yield the runs of words between ellipses and insertions, each with what stands before it."""
    run: list[str] = []
    joint: Written | None = None
    for w in quotation:
        if w.gap or w.inserted:
            if run or joint is None:
                yield tuple(run), joint
            run, joint = [], w
        else:
            run.append(w.key)
    yield tuple(run), joint
