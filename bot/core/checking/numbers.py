"""Numbers and times of a statement and a sentence: which are lacking, which belong to something else.

Rule of this room: the same amount in another spelling is the same; the same figure of something else is not.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.core.language_data.quantities import Measure
from bot.core.lexical.measures import Amount, is_same
from bot.model import Difference, DifferenceKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.core.checking.clauses import ParsedSentence
    from bot.core.checking.pairing import Candidate, Pair, Statement
    from bot.core.checking.word_matching import StatementWord
    from bot.core.language import Language
    from bot.core.language_data.turns import Turns
    from bot.core.lexical.temporal import Moment

_NEARBY = 4
"""Words from a number to what it counts."""


def lacking(missing: Sequence[StatementWord], statement: Statement, sentence: Candidate) -> Iterator[Difference]:
    """Yield the numbers that a sentence lacks, beside those of the same kind that it has instead."""
    if not missing:
        return
    mine = [w.amount for w in statement.words if w.amount is not None]
    here = [a for a in sentence.found.amounts if not any(is_same(a, b) for b in mine)]
    alike = [a for a in here if any(w.amount is not None and _alike(a, w.amount) for w in missing)] or here
    instead = tuple(sentence.parsed.text[a.start : a.end] for a in alike)
    yield Difference(DifferenceKind.NUMBER, tuple(w.text for w in missing), instead)


def _alike(one: Amount | Moment, other: Amount | Moment) -> bool:
    """Tell whether two say something of the same kind: two times, two sums of money."""
    if isinstance(one, Amount) and isinstance(other, Amount):
        return one.measure is other.measure
    return not isinstance(one, Amount) and not isinstance(other, Amount)


def misplaced(p: Pair) -> Iterator[Difference]:
    """Yield a number that belongs to another word: ‹3 died and 12 were hurt› is not ‹12 died›."""
    words = sorted(p.tokens, key=lambda w: w.start)
    for number, noun in pairwise(words):
        counts = isinstance(number.amount, Amount) and not noun.number and noun.start - number.end <= _NEARBY
        if not counts:
            continue
        counted = p.tokens[noun]
        own = _amounts_before(p.told, counted)
        if own and not any(a <= p.told.page.at(p.tokens[number]).start < b for a, b in own[-1:]):
            yield Difference(DifferenceKind.NUMBER, (number.text,), tuple(p.told.text[a:b] for a, b in own[-1:]))


def _amounts_before(p: ParsedSentence, token: int) -> list[tuple[int, int]]:
    """Return where the amounts right before a word stand."""
    start = p.page.at(max(0, token - _NEARBY)).start
    return [(a, b) for a, b in p.amounts if b > start and a < p.page.at(token).start]


def ranged(p: Pair) -> Iterator[Difference]:
    """Yield a number that is the end of a range in the sentence and stands alone in the statement: 5 to 10."""
    turns = p.candidate.language.turns
    mine = [w for w in p.tokens if w.number]
    taken = [_span(p.told, p.tokens[w]) for w in mine]
    for w in mine:
        here = _span(p.told, p.tokens[w])
        for one, other in pairwise(sorted(p.told.amounts)):
            between = p.told.text[one[1] : other[0]].split()
            whole = here in (one, other) and (one not in taken or other not in taken)
            if (
                whole
                and len(between) == 1
                and between[0].lower() in turns.ranges
                and _is_range(p.told, one, between[0], turns)
            ):
                yield Difference(DifferenceKind.NUMBER, (w.text,), (p.told.text[one[0] : other[1]],))


def _is_range(p: ParsedSentence, first: tuple[int, int], joint: str, turns: Turns) -> bool:
    """Tell whether ‹and› ends a range: between 5 and 10."""
    before = p.text[: first[0]].split()
    return joint.lower() != turns.joint or (bool(before) and before[-1].lower() == turns.between)


def partial(p: Pair) -> Iterator[Difference]:
    """Yield a part of a whole that the sentence speaks of and the statement does not: half of the boats."""
    language = p.candidate.language
    taken = {_span(p.told, p.tokens[w]) for w in p.tokens if w.number}
    for w, t in p.tokens.items():
        start = p.told.page.at(t).start
        for a in [a for a in p.candidate.found.amounts if isinstance(a, Amount) and (a.start, a.end) not in taken]:
            between = p.told.text[a.end : start].lower().split()
            near = not w.number and a.end <= start and len(between) <= _NEARBY
            part = a.measure is Measure.SHARE or (a.measure is Measure.NUMBER and len(between) > 1)
            if near and part and _is_joint(between, language):
                yield Difference(DifferenceKind.EXTENT, (), (p.told.text[a.start : a.end],))


def _is_joint(between: Sequence[str], language: Language) -> bool:
    """Tell whether nothing but an article and the like stands between a part and its whole."""
    small = language.turns.of | language.turns.definite | language.turns.genitives
    return bool(between) and between[0] in small and all(word in small for word in between[:2])


def _span(p: ParsedSentence, token: int) -> tuple[int, int]:
    here = p.page.at(token)
    return next(((a, b) for a, b in p.amounts if a <= here.start < b), (here.start, here.end))
