"""Who does something to whom: the two sides of an act (attack, criticise, buy, found …), by verb or noun.

Rule of this room: an act is compared with the same act only, and the side that nothing shows is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class Act(NamedTuple):
    """What a verb or noun says: the act's name, shared by the languages; `turned` where the subject suffers it.

    `against` are prepositions before the other side (won AGAINST, attack ON), the `only` way to name it where an
    object is something else (won a prize).
    """

    name: str
    turned: bool = False
    against: frozenset[str] = frozenset()
    only: bool = False


class Side(NamedTuple):
    """A party as it stands in a clause: its place, the word before it, and whether its case makes it the object."""

    place: int
    party: str
    before: str
    genitive: bool
    marked: bool


class Sides(NamedTuple):
    """The parties that do an act, and those that it is done to."""

    doers: frozenset[str]
    others: frozenset[str]


def table(lines: str) -> Mapping[str, Act]:
    """Return acts by their words, from lines "name [turned] [only] [+prepositions]: words"."""
    found: dict[str, Act] = {}
    for line in filter(None, map(str.strip, lines.splitlines())):
        head, _, words = line.partition(":")
        name, *rest = head.split()
        against = frozenset(w[1:] for w in rest if w.startswith("+"))
        found |= dict.fromkeys(words.split(), Act(name, "turned" in rest, against, "only" in rest))
    return found


def by_verb(act: Act, verb: int, sides: Sequence[Side], grammar: Grammar) -> Sides:
    """Return the sides of an act whose verb stands at `verb`."""
    doers: list[str] = []
    others: list[str] = []
    bare: list[Side] = []
    for side in sides:
        if side.before in grammar.agents and grammar.passive:
            doers.append(side.party)
        elif side.before in act.against:
            others.append(side.party)
        elif side.before in grammar.prepositions or side.genitive:
            continue
        elif side.marked and not grammar.passive:
            others.append(side.party)
        else:
            bare.append(side)
    for side, does in _placed(bare, verb, grammar):
        if does is not grammar.passive:
            doers.append(side.party)
        elif not act.only:
            others.append(side.party)
    found = Sides(frozenset(doers), frozenset(others))
    return Sides(found.others, found.doers) if act.turned else found


class Grammar(NamedTuple):
    """What a clause's grammar is: its voice, its prepositions, and how its subject is found.

    `by_place`: the subject stands before the verb (English). `asks`: what the question word asks for: the subject
    (True), the object (False), or nothing known (None).
    """

    passive: bool
    agents: frozenset[str]
    prepositions: frozenset[str]
    by_place: bool
    asks: bool | None


def _placed(bare: Sequence[Side], verb: int, grammar: Grammar) -> Iterator[tuple[Side, bool]]:
    """Yield the parties that nothing marks, each with whether it is the subject."""
    if grammar.by_place:
        before = [side for side in bare if side.place < verb]
        after = [side for side in bare if side.place > verb]
        yield from ((side, True) for side in before[:1])
        yield from ((side, False) for side in after[:1] if not grammar.passive)
        return
    if len(bare) == 1 and grammar.asks is not None:
        yield bare[0], not grammar.asks
        return
    yield from ((side, True) for side in bare[:1])
    yield from ((side, False) for side in bare[1:2] if not grammar.passive)


def by_noun(act: Act, noun: int, sides: Sequence[Side], grammar: Grammar) -> Sides:
    """Return the sides of "Russia's attack on Ukraine", "the criticism of X by Y", "Y filed a lawsuit against X"."""
    others = [s.party for s in sides if s.before in act.against]
    doers = [s.party for s in sides if s.before not in act.against and (s.genitive or s.before in grammar.agents)]
    if others and not doers:
        bare = (s for s in sides if s.place < noun and not s.marked and s.before not in grammar.prepositions)
        doers = [s.party for s in bare][:1]
    found = Sides(frozenset(doers), frozenset(others))
    return Sides(found.others, found.doers) if act.turned else found
