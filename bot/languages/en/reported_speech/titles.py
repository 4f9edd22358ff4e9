"""What stands in English quotation marks and is no speech: titles, names and inscriptions, by the word before them.

Rule of this room: a table of words; what the quotation itself says of it stands with `namelike`.
"""

from bot.core.syntax.tagged_text import Pos, TaggedText

_NOUNS = frozenset(
    """
    book books novel novels memoir film movie documentary song single album series sitcom show play musical opera poem
    painting exhibition headline title banner banners sign signs placard placards poster posters slogan motto hashtag
    campaign podcast magazine newspaper daily weekly column report study programme program project game hymn anthem
    t-shirt sticker graffiti inscription
    """.split()
)
_PARTICIPLES = frozenset("titled entitled reading headlined subtitled inscribed captioned labelled labeled".split())
_LONGEST = 14
"""Tokens of a title, marks included; longer ones are speech behind a noun such as ‹report›."""


def titled(page: TaggedText, quote: int) -> bool:
    """Tell whether a quotation is a title, a name or an inscription: ‹her book “…”›, ‹a banner reading “…”›."""
    start, end = page.quotes[quote]
    before = page.at(start - 1)
    named = before.lower in {"called", "named"} and before.pos is Pos.PARTICIPLE
    return end - start <= _LONGEST and (before.lower in _NOUNS | _PARTICIPLES or named)
