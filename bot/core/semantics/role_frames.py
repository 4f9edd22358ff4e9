"""A clause's parties and what is given, as the labelling of roles hands them on.

Rule of this module: a record; who gives and who gets is for `semantic_roles` to find out.
"""

from __future__ import annotations

from typing import NamedTuple

from bot.core.language_data.valency import TRANSFER
from bot.core.lexical.lexicon import Entity


class RoleFrame(NamedTuple):
    """A clause's parties: those that give, or do the `predicate`, and those that get or suffer it; each may be empty.

    `themes` are what is given, by where the nouns start in the text.
    """

    agents: frozenset[Entity]
    patients: frozenset[Entity]
    predicate: str = TRANSFER
    themes: frozenset[int] = frozenset()

    @property
    def has_participants(self) -> bool:
        """Tell whether a party is found in it."""
        return bool(self.agents or self.patients)

    @property
    def is_transfer(self) -> bool:
        """Tell whether something is given."""
        return self.predicate == TRANSFER
