"""Who does something to whom: the two sides of an act (attack, criticise, buy, found …), by verb or noun.

Rule of this room: an act is compared with the same act only, and the side that nothing shows is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.core.language_data.valency import Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bot.core.lexical.lexicon import Entity


NO_ACT = Predicate("")
"""That of a verb which the languages share no name for."""


class Argument(NamedTuple):
    """A party as it stands in a clause: its place, the word before it, and whether its case makes it the object."""

    place: int
    entity: Entity
    before: str
    genitive: bool
    marked: bool


class Arguments(NamedTuple):
    """The parties that do an act, and those that it is done to."""

    agents: frozenset[Entity]
    patients: frozenset[Entity]


def link_verb(
    predicate: Predicate,
    verb: int,
    arguments: Sequence[Argument],
    grammar: ClauseGrammar,
    unmarked: Callable[[list[Argument], int, ClauseGrammar], Iterable[tuple[Argument, bool]]] | None = None,
) -> Arguments:
    """Return the sides of an act whose verb stands at `verb`.

    Of the parties that nothing marks, `unmarked` yields those that count, each with whether it is the subject; without
    it, those that come first do.
    """
    doers: list[Entity] = []
    others: list[Entity] = []
    bare: list[Argument] = []
    for side in arguments:
        if side.before in grammar.agents and grammar.passive:
            doers.append(side.entity)
        elif side.before in predicate.patient_prepositions:
            others.append(side.entity)
        elif side.before in grammar.prepositions or side.genitive:
            continue
        elif side.marked and not grammar.passive:
            others.append(side.entity)
        else:
            bare.append(side)
    for side, does in (unmarked or _placed)(bare, verb, grammar):
        if does is not grammar.passive:
            doers.append(side.entity)
        elif not predicate.patient_only_by_preposition:
            others.append(side.entity)
    found = Arguments(frozenset(doers), frozenset(others))
    return Arguments(found.patients, found.agents) if predicate.inverse else found


class ClauseGrammar(NamedTuple):
    """What a clause's grammar is: its voice, its prepositions, and how its subject is found.

    `by_place`: the subject stands before the verb (English). `asks`: what the question word asks for: the subject
    (True), the object (False), or nothing known (None).
    """

    passive: bool
    agents: frozenset[str]
    prepositions: frozenset[str]
    by_place: bool
    asks: bool | None


def _placed(bare: Sequence[Argument], verb: int, grammar: ClauseGrammar) -> Iterator[tuple[Argument, bool]]:
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


def link_noun(predicate: Predicate, noun: int, arguments: Sequence[Argument], grammar: ClauseGrammar) -> Arguments:
    """Return the sides of "Russia's attack on Ukraine", "the criticism of X by Y", "Y filed a lawsuit against X"."""
    others = [s.entity for s in arguments if s.before in predicate.patient_prepositions]
    doers = [
        s.entity
        for s in arguments
        if s.before not in predicate.patient_prepositions and (s.genitive or s.before in grammar.agents)
    ]
    if others and not doers:
        bare = (s for s in arguments if s.place < noun and not s.marked and s.before not in grammar.prepositions)
        doers = [s.entity for s in bare][:1]
    found = Arguments(frozenset(doers), frozenset(others))
    return Arguments(found.patients, found.agents) if predicate.inverse else found


def nearest(bare: list[Argument], verb: int, grammar: ClauseGrammar) -> Iterable[tuple[Argument, bool]]:
    """Yield the parties nearest to their verb, each with whether it is the subject; in a free order the first is."""
    if grammar.by_place:
        before = [side for side in bare if side.place < verb]
        after = [side for side in bare if side.place > verb]
        yield from ((side, True) for side in before[-1:])
        yield from ((side, False) for side in after[:1] if not grammar.passive)
    elif grammar.asks is not None:
        yield from ((side, not grammar.asks) for side in bare[:1])
    else:
        yield from ((side, True) for side in bare[:1])
        yield from ((side, False) for side in bare[1:2] if not grammar.passive)
