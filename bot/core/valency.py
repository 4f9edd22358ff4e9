"""What a language's grammar tells of who does what to whom: prepositions, articles, verbs and nouns of acts.

Rule of this room: tables only; `roles` reads with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from bot.core.acts import Act


@dataclass(frozen=True, slots=True)
class Valency:
    """How a language says who gives what to whom; verbs are infinitives, everything else normalised words.

    `clause` splits a sentence into clauses; `heads` are nouns that act for a state; `titles` stand between a state and
    the name of who leads it; `passives` help to make the passive, those in `future` the future as well, unless the
    verb's infinitive is like its participle (`same_participle`); `datives` are articles that show a receiver,
    `feminine` one that does so with a name that is not `masculine`; `subjects` are question words that are the subject
    themselves.
    """

    gives: frozenset[str]
    takes: frozenset[str]
    giving: frozenset[str]
    goals: frozenset[str]
    origins: frozenset[str]
    agents: frozenset[str]
    asides: frozenset[str]
    articles: frozenset[str]
    datives: frozenset[str]
    accusatives: frozenset[str]
    feminine: str
    masculine: frozenset[str]
    passives: frozenset[str]
    future: frozenset[str]
    same_participle: frozenset[str]
    heads: frozenset[str]
    titles: tuple[str, ...]
    subjects: frozenset[str]
    clause: re.Pattern[str]
    verb_first: bool
    """Whether what stands right after a lone verb is its object (English)."""
    acts: Mapping[str, Act]
    """Other acts by their infinitives."""
    deeds: Mapping[str, Act]
    """The same by nouns."""
    objects: frozenset[str]
    """Question words that are the object."""
    present: frozenset[str]
    """Helpers that make a passive of a participle alone: is, are."""
    suffixes: frozenset[str]
    """What ends a company's name and is not it."""
    carried: frozenset[str]
    """Prepositions before what is given: supplied with, barrels of."""
    genitives: frozenset[str]
    """The same behind a noun: deliveries of."""
    receivers: frozenset[str]
    """Articles that no thing given has, for their case is a receiver's."""
    nearly: frozenset[str]
    """Prepositions that a number may have: over 100 tanks."""
    lists: frozenset[str]
    """What opens a list of what was just named: among them, etwa."""
    opening: frozenset[str]
    """Question words before what is given: how many tanks, which tanks."""
    what: frozenset[str]
    """Question words that ask for what is given."""
