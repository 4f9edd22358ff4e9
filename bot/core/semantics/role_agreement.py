"""How well the parties of a sentence fit those of a question.

Rule of this room: only frames of the same predicate are compared; what one of them leaves open does not count.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bot.core.lexical.lexicon import Entity, EntityKind
from bot.core.semantics.role_frames import RoleFrame

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

ACT, SOFT = 0.7, 0.4
"""What agreement counts of states in acts that are no transfers, and of parties that are no states."""
THING, ANOTHER = 0.4, 0.5
"""What it counts beside the parties that the thing asked about is given, and what of it that another thing is."""


def role_agreement(asked: Sequence[RoleFrame], told: Sequence[RoleFrame]) -> float:
    """Return how well a sentence's parties fit a question's: 1 as asked, -1 the other way round, 0 nothing to tell."""
    return max([_compare(q, f) for q in asked for f in told if q.predicate == f.predicate], default=0.0)


def with_themes(
    roles: Sequence[float], given: Collection[int], others: Collection[int], *, parties: bool
) -> list[float]:
    """Return how well sentences fit a question that asks about a thing given, and perhaps `parties`: those of `roles`.

    `given` are the sentences in which it is given, `others` those in which another thing is, as far as that counts
    against them; one with the parties the other way round stays what it is.
    """
    share = THING if parties else 1.0
    found = [r if r < 0 else (1 - share) * r + share * (n in given) for n, r in enumerate(roles)]
    for n in others:
        found[n] -= share * ANOTHER * (roles[n] >= 0)
    return found


def are_all_states(asked: Sequence[RoleFrame]) -> bool:
    """Tell whether all parties of a question's transfer are states."""
    named = (party for f in asked if f.is_transfer for party in f.agents | f.patients)
    return not any(party.kind is EntityKind.NAME for party in named)


def _compare(asked: RoleFrame, told: RoleFrame) -> float:
    """Return the share of the parties asked for that stand where they are asked for, less those that do not.

    A state that gives where another is asked for counts against a sentence, any other party only where it stands on
    the wrong side; and names count less, for they are read less surely than states.
    """
    points = slots = 0
    named, states = _named(asked.agents, asked.patients)
    givers, getters = _sure(told.agents, named), _sure(told.patients, named)
    for wanted, same, other in ((asked.agents, givers, getters), (asked.patients, getters, givers)):
        mine = _sure(wanted, named)
        if mine:
            slots += 1
            points += bool(mine & same)
            points -= bool(mine & other) or bool(states and asked.is_transfer and same and not mine & same)
    return points / slots * (SOFT if not states else 1.0 if asked.is_transfer else ACT) if slots else 0.0


@lru_cache(maxsize=256)
def _named(givers: frozenset[Entity], getters: frozenset[Entity]) -> tuple[frozenset[Entity], bool]:
    """Return a question's parties, a noun as a name, and whether all are states."""
    named = frozenset([_as_name(p) for p in givers | getters])
    return named, not any(p.kind is EntityKind.NAME for p in named)


def _as_name(entity: Entity) -> Entity:
    return Entity(entity.id, EntityKind.NAME) if entity.kind is EntityKind.NOUN else entity


def _sure(parties: frozenset[Entity], named: frozenset[Entity]) -> frozenset[Entity]:
    """Return parties without the nouns that nobody asked about."""
    if parties <= named:
        return parties
    known = [(_as_name(p), p.kind is EntityKind.NOUN) for p in parties]
    return frozenset([p for p, unsure in known if not unsure or p in named])
