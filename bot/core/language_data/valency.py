"""What a language's grammar tells of who does what to whom: prepositions, articles, verbs and nouns of acts.

Rule of this room: tables only; `semantics` reads with them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping


class Valency(NamedTuple):
    """How a language says who gives what to whom; verbs are infinitives, everything else normalised words.

    `clause` splits a sentence into clauses; `state_nouns` are nouns that act for a state; `office_titles` stand between
    a state and the name of who leads it; `passive_auxiliaries` help to make the passive, those in `future` the future
    as well, unless the verb's infinitive is like its participle (`same_participle`); `datives` are articles that show a
    receiver, `feminine` one that does so with a name that is not `masculine`; `subjects` are question words that are
    the subject themselves.
    """

    gives: frozenset[str]
    takes: frozenset[str]
    transfer_nouns: frozenset[str]
    goal_prepositions: frozenset[str]
    source_prepositions: frozenset[str]
    agent_prepositions: frozenset[str]
    adjunct_prepositions: frozenset[str]
    articles: frozenset[str]
    datives: frozenset[str]
    accusatives: frozenset[str]
    feminine: str
    masculine: frozenset[str]
    passive_auxiliaries: frozenset[str]
    future: frozenset[str]
    same_participle: frozenset[str]
    state_nouns: frozenset[str]
    office_titles: tuple[str, ...]
    subjects: frozenset[str]
    clause: re.Pattern[str]
    object_after_verb: bool
    """Whether what stands right after a lone verb is its object (English)."""
    verb_predicates: Mapping[str, Predicate]
    """Other acts by their infinitives."""
    noun_predicates: Mapping[str, Predicate]
    """The same by nouns."""
    objects: frozenset[str]
    """Question words that are the object."""
    present_auxiliaries: frozenset[str]
    """Helpers that make a passive of a participle alone: is, are."""
    suffixes: frozenset[str]
    """What ends a company's name and is not it."""
    theme_prepositions: frozenset[str]
    """Prepositions before what is given: supplied with, barrels of."""
    genitives: frozenset[str]
    """The same behind a noun: deliveries of."""
    receivers: frozenset[str]
    """Articles that no thing given has, for their case is a receiver's."""
    approximators: frozenset[str]
    """Prepositions that a number may have: over 100 tanks."""
    lists: frozenset[str]
    """What opens a list of what was just named: among them, etwa."""
    opening: frozenset[str]
    """Question words before what is given: how many tanks, which tanks."""
    theme_question_words: frozenset[str]
    """Question words that ask for what is given."""
    light: frozenset[str]
    """Verbs that say little of what is done: be, make, say, begin; infinitives."""
    mutual: frozenset[str]
    """Verbs that say the same of both sides: meet, marry; infinitives."""
    helpers: frozenset[str]
    """What stands before a verb's bare form, where a noun is spelt like it: did, to, will (English)."""
    openers: re.Pattern[str]
    """Words that open a sentence with a capital and name nobody: weiterhin, reportedly."""
    reporting: frozenset[str]
    """Verbs of saying; infinitives."""
    inserted: re.Pattern[str]
    """What is inserted between commas about what stands before it; its group is what stands there."""
    possessives: frozenset[str]
    """Articles that show a genitive: des, eines (German)."""
    persons: re.Pattern[str]
    """Words for a state's people whose `feminine` article shows no receiver: der Spanier, der russische Präsident."""
    subordinate: re.Pattern[str]
    """What opens a clause within a clause, without a comma: when, after (English)."""
    fronted: re.Pattern[str]
    """What opens a question whose first noun may be its subject or its object: welche Stadt (German)."""
    attributive: re.Pattern[str]
    """Forms of verbs that stand as adjectives: verbleibende."""
    ruling: frozenset[str]
    """Verbs of those who have a title: rule, lead; infinitives."""

    joints: frozenset[str] = frozenset()
    """What opens a clause without saying anything of the party behind it."""
    genitive_marks: tuple[str, ...] = ()
    """What stands right behind an owner's name: 's."""
    name_genitive: str = ""
    """What a name may end with because it is an owner's."""
    adjective_endings: tuple[str, ...] = ()
    """What ends an adjective between a preposition or an article and its noun."""
    infinitive_marker: str = ""
    """What stands before an infinitive at the end of a clause."""
    active_endings: tuple[str, ...] = ()
    """What ends a verb's form that no helper makes passive."""
    present_endings: tuple[str, ...] = ()
    """What ends a verb's form that only a helper makes passive, where the object stands after the verb."""

    @property
    def prepositions(self) -> frozenset[str]:
        """Return the prepositions that show a part in a clause."""
        by = self.agent_prepositions
        return self.goal_prepositions | self.source_prepositions | self.adjunct_prepositions | by


TRANSFER = "transfer"
"""The predicate that has tables of its own (`gives`, `takes`, `transfer_nouns`): somebody gives something."""


class Predicate(NamedTuple):
    """What a verb or noun says: the act's name, shared by the languages; `inverse` where the subject suffers it.

    `patient_prepositions` are prepositions before the other side (won AGAINST, attack ON), the
    `patient_only_by_preposition` way to name it where an object is something else (won a prize).
    """

    name: str
    inverse: bool = False
    patient_prepositions: frozenset[str] = frozenset()
    patient_only_by_preposition: bool = False


def predicates(lines: str) -> Mapping[str, Predicate]:
    """Return acts by their words, from lines "name [turned] [only] [+prepositions]: words"."""
    found: dict[str, Predicate] = {}
    for line in filter(None, map(str.strip, lines.splitlines())):
        head, _, words = line.partition(":")
        name, *rest = head.split()
        against = frozenset(w[1:] for w in rest if w.startswith("+"))
        found |= dict.fromkeys(words.split(), Predicate(name, "turned" in rest, against, "only" in rest))
    return found
