"""What opens a mention of somebody in English, what points back to one, and what shows that somebody cites another.

Rule of this room: tables only.
"""

from bot.core.language_data.mention_words import MentionWords
from bot.core.language_data.patterns import pattern

_OPENERS = "But And So Yet Then Later Instead However Also Earlier Today Now"
_SPANS = "week weekend month year season morning afternoon evening time spring summer autumn fall winter"
_EXPLETIVE = "is was remains? remained seems? seemed appears? appeared looks? looked takes? took has had will would may"
_AGAIN = """
company firm group club team side party agency organisation organization association man woman boy girl couple pair trio
duo teenager suspect defendant victim
"""
"""Nouns by which news go on about one they have named; "the council" and "the court" may be named so at first."""
_IDENTIFIED = "who whom whose that which of from in at on with for behind [A-Z]\\w*"
"""What says behind such a noun which one it is."""


def _any(words: str) -> str:
    return "|".join(words.split())


_POINTS_BACK = pattern(
    rf"(?:(?:{_any(_OPENERS)}),?\s+)?(?:"
    rf"(?:[Hh]e|[Ss]he|[Tt]hey|[Bb]oth|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\b(?! of\b)"
    rf"|(?:[Tt]his|[Tt]hese)\b(?!\s+(?:{_any(_SPANS)}|days)\b)"
    rf"|[Tt]hat\s+(?:is|was|means|would|will|has|had|could)\b"
    rf"|[Ii]t\b(?!(?:['’]s|\s+(?:{_any(_EXPLETIVE)}))\b)"
    rf"|[Tt]he\s+(?:\d+-year-old|{_any(_AGAIN)})\b(?![,:]|\s+(?:{_any(_IDENTIFIED)})\b)"
    rf")"
)

ENGLISH_MENTION_WORDS = MentionWords(
    determiners=frozenset("the a an his her its their our".split()),
    relying=frozenset("citing cited quoting referring".split()),
    points_back=_POINTS_BACK,
)
