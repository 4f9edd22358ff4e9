"""What opens a mention of somebody, what points back to one, and what shows that somebody cites somebody else.

Rule of this room: no word of a language stands here; `bot.languages` fills a `MentionWords`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.core.language_data.patterns import pattern

NEVER = pattern(r"(?!)")


class MentionWords(NamedTuple):
    """A language's closed lists, in small letters.

    `determiners` open a role and get small inside a line; `relying` are words of a cue by which a speaker names where
    it has something from. `points_back` matches, at its start, a sentence that does not say itself whom or what it is
    about: a pronoun, "the company", "the 59-year-old".
    """

    determiners: frozenset[str]
    relying: frozenset[str]
    points_back: re.Pattern[str] = NEVER
