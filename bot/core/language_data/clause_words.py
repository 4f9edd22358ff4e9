"""What shows a language's clauses and their parts to the check of a statement: closed classes beside the tagger's tags.

Rule of this room: no word of a language stands here; `bot.languages` fills a `ClauseWords`.
"""

from __future__ import annotations

from typing import NamedTuple


class ClauseWords(NamedTuple):
    """A language's closed lists, in small letters; each may be empty.

    `relative_pronouns` open a relative clause behind a comma, whatever the tagger takes them for; `complementizers`
    a clause that the one before it governs; `that` are those of a clause that is said, known or denied, `adverbial`
    those of one that holds by itself. `conjunctions` join the parts of a phrase. `passive_auxiliaries` help to make
    the passive of a word that is tagged as a participle; `Valency`, which knows no tags, has fewer of its own,
    those that make no other form with the same word. Before one of `participle_agents` a form that looks like a
    past one is a participle. `infinitive_openers`, each with its space, open what is no clause of its own; one of
    `name_genitives` ends a name that is an owner's.
    """

    relative_pronouns: frozenset[str]
    complementizers: frozenset[str]
    conjunctions: frozenset[str]
    passive_auxiliaries: frozenset[str]
    participle_agents: frozenset[str]
    infinitive_openers: tuple[str, ...]
    name_genitives: tuple[str, ...]
    that: frozenset[str] = frozenset()
    adverbial: frozenset[str] = frozenset()
    possessive_relatives: frozenset[str] = frozenset()
    """Relative pronouns of whose something is: whose, dessen."""
    quantifiers: frozenset[str] = frozenset()
    """What stands before ‹of› and says how many of what follows act: all of the boats, a million barrels of oil."""
    oblique: frozenset[str] = frozenset()
    """Articles of what is no subject; a language with them has it before the verb where nothing shows otherwise."""
    nominative: frozenset[str] = frozenset()
    """Articles that behind the verb show the subject, whatever stands before it."""
    before_amounts: frozenset[str] = frozenset()
    """Verbs that look like nouns and are none before an amount: the bridge cost 3 million."""
    appositions: bool = False
    """Whether a noun right behind a noun is its name (‹die Feuerwehr Münster›), and not the head of both."""
