"""Which sorts of German parties are one, and what pronouns can stand for.

Rule of this room: tables only.
"""

from bot.core.language_data.reported_speech import Gender, Pronoun

PRONOUNS = {
    "er": Pronoun(Gender.MASCULINE, plural=False),
    "ihm": Pronoun(Gender.MASCULINE, plural=False),
    "ihnen": Pronoun(None, plural=True, bodies=True),
    "dieser": Pronoun(Gender.MASCULINE, plural=False),
    "letzterer": Pronoun(Gender.MASCULINE, plural=False),
    "jener": Pronoun(Gender.MASCULINE, plural=False),
    "sie": Pronoun(None, plural=None, bodies=True),
    "diese": Pronoun(None, plural=None, bodies=True),
    "letztere": Pronoun(None, plural=None, bodies=True),
}
"""Words that stand for a party; of ‹sie› the verb tells the number."""
_HIS = Pronoun(Gender.MASCULINE, plural=False, bodies=True, unclear=False)


_THEIRS = Pronoun(None, plural=None, bodies=True, unclear=False)


POSSESSIVES = dict.fromkeys(["seiner", "seinen", "seinem"], _HIS) | dict.fromkeys(["ihrer", "ihren", "ihrem"], _THEIRS)
"""Words that tell whose words they are, in the cases that ‹nach›, ‹laut› and ‹zufolge› govern."""
KINDS = (
    dict.fromkeys(
        [
            "zeitung",
            "tageszeitung",
            "wochenzeitung",
            "blatt",
            "magazin",
            "nachrichtenmagazin",
            "sender",
            "nachrichtenagentur",
            "agentur",
        ],
        "presse",
    )
    | dict.fromkeys(
        ["unternehmen", "konzern", "firma", "hersteller", "betreiber", "gesellschaft", "autobauer"], "unternehmen"
    )
    | dict.fromkeys(["partei", "fraktion"], "partei")
    | dict.fromkeys(["verein", "klub", "club", "fußballverein"], "verein")
)
"""Nouns by the sort of party that they mean."""
GENERIC = frozenset(
    "unternehmen konzern firma organisation behörde verband gewerkschaft hersteller betreiber gesellschaft gruppe "
    "institut agentur bank stiftung verein hilfsorganisation menschenrechtsorganisation".split()
)
"""Nouns that can mean any body named before, where only one fits."""
