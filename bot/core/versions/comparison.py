"""What is different between two versions of an article, sentence by sentence.

Rule of this module: sentences are compared as they stand; one that only has another place is the same one, and marks
that are set otherwise (a curly quotation mark for a straight one, a fixed space) are no difference.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.model import Article

CLOSE = 0.6
"""From this share of equal parts on, two sequences are close matches (documentation of Python's difflib, `ratio`)."""
KEPT, LEAST = 0.8, 4
"""The share of the shorter sentence, and its words at least, that stand in a longer one which says more."""
RAREST = 6
"""Words of a sentence by which another wording of it is looked for: those that stand in the fewest others."""
CROWD = 40
"""Sentences with a word, above which it leads nowhere."""

_PIECE = re.compile(r"\w+|[^\w\s]")
_ALIKE = str.maketrans(
    {**dict.fromkeys("“”„«»‟〝〞", '"'), **dict.fromkeys("‘’‚‹›‛`´", "'"), **dict.fromkeys("–—‐‑", "-")}
)

Marks = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Reworded:
    """A sentence in both versions, by its numbers; marks are where each differs, as offsets in the sentence."""

    before: int
    now: int
    before_marks: Marks
    now_marks: Marks


@dataclass(frozen=True, slots=True)
class Changes:
    """Sentences by their numbers: of the newer version what was added, of the older one what was removed."""

    added: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()
    reworded: tuple[Reworded, ...] = ()


def compared(before: Article, now: Article) -> Changes:
    """Return what is different, each in the order of its text; a reworded sentence in the order of the newer one."""
    old, new = _sentences(before), _sentences(now)
    gone, came = _unmatched(old, new)
    pairs = _pairs(old, new, gone, came)
    left, right = {pair.before for pair in pairs}, {pair.now for pair in pairs}
    return Changes(
        tuple(n for n in came if n not in right),
        tuple(n for n in gone if n not in left),
        tuple(sorted(pairs, key=lambda pair: pair.now)),
    )


def fingerprint(sentence: str) -> str:
    """Return what a sentence is known by without its text: alike for those between which there is no difference."""
    return blake2b(_key(sentence).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def fingerprints(article: Article) -> frozenset[str]:
    """Return the fingerprints of all sentences of an article."""
    return frozenset(map(fingerprint, _sentences(article)))


def _sentences(article: Article) -> list[str]:
    return [sentence.span.cut(article.text) for sentence in article.sentences]


def _key(sentence: str) -> str:
    return " ".join(sentence.split()).translate(_ALIKE)


def _unmatched(old: Sequence[str], new: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return the sentences of each side that stand on the other one not at all, or not as often."""
    there, here = Counter(map(_key, new)), Counter(map(_key, old))
    return list(_left(old, there)), list(_left(new, here))


def _left(sentences: Sequence[str], others: Counter[str]) -> Iterator[int]:
    for number, sentence in enumerate(sentences):
        key = _key(sentence)
        others[key] -= 1
        if others[key] < 0:
            yield number


def _pairs(old: Sequence[str], new: Sequence[str], gone: Sequence[int], came: Sequence[int]) -> list[Reworded]:
    """Return the sentences that are another wording of each other, the likest first; each is in one pair at most."""
    pieces = {n: _pieces(old[n]) for n in gone}
    near = _Near(pieces)
    found = []
    for n in came:
        mine = _pieces(new[n])
        for o in near(mine):
            score = _score(pieces[o], mine)
            if score:
                found.append((-score, abs(o / len(old) - n / len(new)), o, n))
    taken: set[tuple[str, int]] = set()
    pairs = []
    for *_, o, n in sorted(found):
        if ("old", o) not in taken and ("new", n) not in taken:
            taken |= {("old", o), ("new", n)}
            pairs.append(Reworded(o, n, *_marks(old[o], new[n])))
    return pairs


class _Near:
    """Finds the sentences that share a rare word with one."""

    def __init__(self, pieces: dict[int, list[str]]) -> None:
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for number, words in pieces.items():
            for word in set(words):
                self._places[word].append(number)

    def __call__(self, words: Sequence[str]) -> tuple[int, ...]:
        known = [self._places[word] for word in dict.fromkeys(words) if word in self._places]
        few = sorted((places for places in known if len(places) <= CROWD), key=len)[:RAREST]
        return tuple(dict.fromkeys(number for places in few for number in places))


def _score(one: list[str], other: list[str]) -> float:
    """Return how alike two sentences are where one may be another wording of the other, else 0."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    shared = sum(block.size for block in matcher.get_matching_blocks())
    shorter = min(len(one), len(other))
    alike = 2 * shared / (len(one) + len(other))
    return alike if alike >= CLOSE or (shorter >= LEAST and shared >= KEPT * shorter) else 0.0


def _pieces(sentence: str) -> list[str]:
    return _PIECE.findall(sentence.translate(_ALIKE))


def _marks(old: str, new: str) -> tuple[Marks, Marks]:
    """Return where two wordings differ."""
    here, there = list(_PIECE.finditer(old)), list(_PIECE.finditer(new))
    matcher = SequenceMatcher(None, _pieces(old), _pieces(new), autojunk=False)
    parts = [part for part in matcher.get_opcodes() if part[0] != "equal"]
    return (
        tuple((here[a].start(), here[b - 1].end()) for _, a, b, _, _ in parts if a < b),
        tuple((there[a].start(), there[b - 1].end()) for _, _, _, a, b in parts if a < b),
    )
