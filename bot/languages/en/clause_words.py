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
    possessive_relatives=frozenset({"whose"}),
    quantifiers=frozenset(
        "all most some none half each both many few several one part number majority dozen dozens hundreds thousands "
        "millions million billion percent third thirds quarter quarters barrels tonnes tons litres group any".split()
    ),
    before_amounts=frozenset({"cost", "costs"}),
    adverbial=frozenset("because after before since although though while whereas when as once".split()),
    that=frozenset("that whether".split()),
)
