"""What shows the clauses of German and their parts to the check of a statement.

Rule of this room: tables only.
"""

from bot.core.language_data.clause_words import ClauseWords

GERMAN_CLAUSE_WORDS = ClauseWords(
    relative_pronouns=frozenset("der die das den dem deren dessen".split()),
    complementizers=frozenset(),
    conjunctions=frozenset({"und"}),
    passive_auxiliaries=frozenset("wird werden wurde wurden werde würde würden worden geworden".split()),
    participle_agents=frozenset(),
    infinitive_openers=("zu ",),
    name_genitives=("s",),
    appositions=True,
    possessive_relatives=frozenset({"dessen", "deren"}),
    quantifiers=frozenset(
        "alle meisten einige hälfte teil mehrheit prozent drittel viertel dutzende hunderte tausende zahl anzahl menge "
        "gruppe million millionen milliarden tonnen liter barrel dutzend keines keiner".split()
    ),
    oblique=frozenset("den dem des einen einem eines einer".split()),
    nominative=frozenset({"der"}),
    adverbial=frozenset("weil nachdem seit seitdem obwohl obgleich während als da denn indem".split()),
    that=frozenset("dass daß ob".split()),
)
