"""Whether a sentence can be the answer to a pointed question, from what was found in it and what it holds.

Rule of this room: a sentence is ruled out, never in; how well the others answer is the ranking's to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model import Proof, Wanted

if TYPE_CHECKING:
    from bot.core.ranking import Evidence, Traits

EXACT = frozenset({Wanted.WHEN, Wanted.NUMBER})
"""Kinds of answers that a sentence shows when it holds them."""
NEAR_BY = 0.15
"""How surely a thing asked about must be found, in a sentence or beside it, to be there at all."""
SURE = frozenset({Proof.AGE, Proof.MONEY, Proof.SIZE, Proof.TIME})
"""Kinds that a right answer shows, without exception on the development data but for 2 % of times."""
TOPIC = 4
"""Sentences that a thing is found in, from which on any sentence may be about it without saying so."""
FEW = 2
"""Things asked about, of which a sentence with a number must have more than one: numbers are everywhere."""


def is_unproven(e: Evidence, best: int) -> bool:
    """Tell whether a sentence can't be the answer to a pointed question.

    That is one without a time, an age, a price or a size that is asked for; and one without the place, the name or the
    reason, or with no more than a weekday, that lacks half of what is asked about as well. Right answers of the
    development data that are so: 0 to 2 % of a kind.
    """
    if e.proof is None:
        return False
    asked, lost = _things(e, best)
    few, bare = len(asked) <= FEW, _is_half(asked, lost)
    if e.proof is Proof.COUNT:
        return (few and bool(asked) and max(asked) in lost) or not proves(e, best)
    if e.proof is Proof.TIME and not e.traits[best].shown.dated:
        return (few and bare) or not proves(e, best)
    if e.proof is Proof.PLACE and few and not bare:
        return not proves(e, best) and not e.traits[best].shown.located
    return not proves(e, best) and (bare or e.proof in SURE)


def is_bare(e: Evidence, n: int) -> bool:
    """Tell whether a sentence lacks half of the things asked about, or more."""
    return _is_half(*_things(e, n))


def _is_half(asked: set[int], lost: set[int]) -> bool:
    return 2 * len(lost) >= len(asked) > 0


def proves(e: Evidence, n: int) -> bool:
    """Tell whether a sentence holds the kind of thing that is asked for; what is the question's own is no news."""
    return e.proof is None or _shows(e, e.proof, n)


def _shows(e: Evidence, proof: Proof, n: int) -> bool:
    traits, shown = e.traits[n], e.traits[n].shown
    match proof:
        case Proof.AGE | Proof.MONEY | Proof.SIZE:
            return proof in shown.proofs
        case Proof.COUNT:
            return proof in shown.proofs and holds_kind(e, traits)
        case Proof.NAME:
            return bool(set(shown.names) - _matched(e, n))
        case Proof.PLACE:
            return proof in shown.proofs or bool(set(shown.places) - _matched(e, n))
        case Proof.TIME:
            return proof in shown.proofs or holds_kind(e, traits)
        case Proof.REASON:
            return holds_kind(e, traits)


def _matched(e: Evidence, n: int) -> set[int]:
    return {place for c in e.concepts for place in c.places.get(n, ())}


def _things(e: Evidence, n: int) -> tuple[set[int], set[int]]:
    """Return the things asked about, and which of them stand neither in a sentence nor beside it in its paragraph.

    What is in the heading, or all over the article, need not be said again.
    """
    near = [m for m in (n - 1, n, n + 1) if 0 <= m < len(e.traits) and e.traits[m].paragraph == e.traits[n].paragraph]
    there = {
        c.unit
        for c in e.concepts
        if n in c.heads or len(c.found) >= TOPIC or any(c.found.get(m, 0.0) >= NEAR_BY for m in near)
    }
    asked = {c.unit for c in e.concepts} - {-1}
    return asked, asked - there


def holds_kind(e: Evidence, traits: Traits) -> bool:
    """Tell whether a sentence holds what is wanted; a number of the question is no news."""
    fresh = not traits.numbers or bool(traits.numbers - e.numbers)
    return e.wanted in traits.kinds and (fresh or e.wanted not in EXACT)
