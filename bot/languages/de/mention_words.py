"""What opens a mention of somebody in German, what points back to one, and what shows that somebody cites another.

Rule of this room: tables only.
"""

from bot.core.language_data.mention_words import MentionWords
from bot.core.language_data.patterns import pattern

_ARTICLES = "der die das den dem des ein eine einer einem"
_POSSESSIVES = "sein seine seiner seinem seinen ihr ihre ihrer ihrem ihren"
_SPANS = "Woche Wochen Wochenende Monat Jahr Jahres Saison Tage Tagen Zeit Frühjahr Sommer Herbst Winter"
_VERBS = """
ist war sei wäre wird werde wurde würde hat habe hatte hätte kann könne konnte könnte soll solle sollte muss müsse
bedeutet bedeute heißt zeigt zeige gilt gelte geht ging macht mache sagte teilte reicht liegt
"""
_AGAIN = """
Unternehmen Firma Konzern Verein Klub Club Partei Organisation Mann Frau Junge Mädchen Paar Duo Trio Jugendliche
Tatverdächtige Verdächtige Angeklagte Opfer
"""
"""Nouns by which news go on about one they have named; "der Stadtrat" and "das Gericht" may be named so at first."""
_IDENTIFIED = "des der aus von vom in im mit für hinter [A-ZÄÖÜ]\\w*"
"""What says behind such a noun which one it is."""


def _any(words: str) -> str:
    return "|".join(words.split())


_POINTS_BACK = pattern(
    rf"(?:(?:Aber|Doch|Und|Denn|Auch|Zudem|Außerdem)\s+)?(?:"
    rf"(?:[Ee]r|[Ss]ie|[Bb]eide|[Ss]eine?[rmns]?|[Ii]hre?[rmns]?)\b"
    rf"|[Dd]ies(?:e[rmns]?)?\b(?!\s+(?:{_any(_SPANS)})\b)"
    rf"|[Dd]as\s+(?:{_any(_VERBS)})\b"
    rf"|[Dd]a(?:bei|mit|durch|von|rin|rüber|zu|für|gegen|ran|raus)\b(?!,)"
    rf"|[Dd](?:er|ie|as)\s+(?:\d+-[Jj]ährige|{_any(_AGAIN)})\b(?![,:]|\s+(?:{_any(_IDENTIFIED)})\b)"
    rf")"
    rf"|(?:Später|Dann|Danach|Zuvor|Dort|Nun|Zugleich|Gleichzeitig)\s+\w+\s+(?:er|sie)\b"
)

GERMAN_MENTION_WORDS = MentionWords(
    determiners=frozenset(f"{_ARTICLES} {_POSSESSIVES}".split()),
    relying=frozenset("berufung verweis bezug zitierte zitiert".split()),
    points_back=_POINTS_BACK,
)
