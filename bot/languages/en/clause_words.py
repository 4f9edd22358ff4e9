"""What shows the clauses of English and their parts to the check of a statement.

Rule of this room: tables only.
"""

from bot.core.language_data.clause_words import ClauseWords

ENGLISH_CLAUSE_WORDS = ClauseWords(
    relative_pronouns=frozenset("who which whose".split()),
    complementizers=frozenset({"that"}),
    conjunctions=frozenset({"and"}),
    passive_auxiliaries=frozenset("is are was were be been being am gets got".split()),
    participle_agents=frozenset({"by"}),
    infinitive_openers=("to ",),
    name_genitives=("s",),
    adverbial=frozenset("because after before since although though while whereas when as once".split()),
    that=frozenset("that whether".split()),
)
