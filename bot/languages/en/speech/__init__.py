"""How English says who says so: the record that the core attributes with.

Rule of this room: it only lists; each table and rule stands in the module that is about it.
"""

from functools import cache

from bot.core.attribution import Sign, Speech, Profile
from bot.core.syntax import Pos, Tag

__all__ = ["english_speech"]


@cache
def english_speech() -> Speech:
    """Return the English record."""
    return Speech(
        tag=lambda words: [Tag(w, Pos.OTHER) for w in words],
        abbreviations=frozenset(),
        rules=(),
        fallbacks=(),
        sign=lambda _p, _k: Sign(),
        phrase_at=lambda _p, _i, _e: None,
        subject=lambda _p, _v: None,
        topic=lambda _p, _k: None,
        subject_after=lambda _p, _i, _e: None,
        namelike=lambda _p, _q: False,
        profile=lambda _p, _s: Profile(),
        mentions=lambda _p, _k: (),
        pronouns={},
        stem=lambda n: n,
        classes={},
        medium=lambda _p, _f: None,
        date=lambda _p, _f: None,
        tiers={},
    )
