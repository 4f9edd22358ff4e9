"""Who does what in a clause, for any verb, and how that stands to what a question says of the same act.

Rule of this room: a party counts where its name shows it on both sides; what can't be read says nothing.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from bot.core.lexical.lexicon import EntityKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.core.lexical.lexicon import Entity
    from bot.core.semantics.entities import EntityMention


class Proposition(NamedTuple):
    """A verb, or a noun for one, with those who do it, those it is done to, and who else its clause names.

    `form` is the verb's, `predicate` the name that the languages share, "" for none; `negated` tells that it is denied.
    """

    form: str
    predicate: str
    agents: frozenset[Entity]
    patients: frozenset[Entity]
    beside: frozenset[Entity]
    negated: bool = False
    noun: bool = False
    passive: bool = False


class Relation(Enum):
    """How a sentence's act stands to a question's: the same, the other way round, somebody else's, or nothing known."""

    SAME = auto()
    CROSSED = auto()
    ANOTHER = auto()
    UNKNOWN = auto()


def relation(asked: Proposition, told: Proposition, *, wants_doer: bool) -> Relation:
    """Return how a sentence's act stands to the same one in a question; `wants_doer` tells that it asks who does it.

    What a noun says of one side alone is not sure enough: "the support of X" is given or got.
    """
    mine, theirs = sure(asked.agents), sure(told.agents)
    half = told.noun and not (told.agents and told.patients)
    if not asked.agents:
        return _of_objects(asked, told, half=half) if wants_doer else Relation.UNKNOWN
    if named(asked.agents) & named(told.agents):
        return Relation.SAME
    if half:
        return Relation.UNKNOWN
    alone = not (asked.patients or asked.beside)
    if not told.agents and not (told.passive and not alone):
        return Relation.UNKNOWN  # what starts is started as well, and a participle may have lost its subject
    elsewhere = asked.patients | sure(asked.beside)
    crossed = mine and told.agents and named(told.agents) <= named(elsewhere) and _shared(elsewhere, told.agents)
    whole = told.agents and told.patients and asked.patients
    if _shared(asked.agents, told.patients) or crossed or (whole and named(asked.agents) & named(told.patients)):
        return Relation.CROSSED
    alike = mine and all(p.kind is EntityKind.NAME for p in mine) and any(p.kind is EntityKind.NAME for p in theirs)
    return Relation.ANOTHER if alike and not told.noun else Relation.UNKNOWN


def _of_objects(asked: Proposition, told: Proposition, *, half: bool) -> Relation:
    """Return the same for a question that asks who does it."""
    if named(asked.patients) & named(told.patients):
        return Relation.SAME
    sure_enough = _shared(asked.patients, told.agents) or told.patients
    crossed = told.agents and named(told.agents) <= named(asked.patients) and sure_enough
    return Relation.CROSSED if crossed and not half else Relation.UNKNOWN


def _shared(one: frozenset[Entity], other: frozenset[Entity]) -> frozenset[Entity]:
    """Return the parties on both sides that one of them at least is sure of."""
    return named(one) & named(other) & (sure(one) | sure(other))


def sure(parties: frozenset[Entity]) -> frozenset[Entity]:
    """Return the parties that are none by their capital alone."""
    return frozenset([p for p in parties if p.kind is not EntityKind.NOUN])


def named(parties: frozenset[Entity]) -> frozenset[Entity]:
    """Return parties, a noun as a name."""
    return frozenset([p._replace(kind=EntityKind.NAME) if p.kind is EntityKind.NOUN else p for p in parties])


def titled(mentions: Sequence[EntityMention]) -> tuple[tuple[EntityMention, ...], Mapping[Entity, Entity]]:
    """Return mentions without names that a state's people stand right before (the Spaniard Anna Bolt), and these."""
    kept: list[EntityMention] = []
    titles: dict[Entity, Entity] = {}
    for m in mentions:
        last = kept[-1] if kept else None
        if (
            last
            and m.first == last.last + 1
            and m.entity.kind is EntityKind.NAME
            and last.entity.kind not in {EntityKind.NAME, EntityKind.NOUN}
        ):
            titles[last.entity] = m.entity
        else:
            kept.append(m)
    return tuple(kept), titles


def with_titles(parties: frozenset[Entity], titles: Mapping[Entity, Entity]) -> frozenset[Entity]:
    """Return parties with the names that they stand before."""
    return parties.union(titles[p] for p in parties if p in titles) if titles else parties
