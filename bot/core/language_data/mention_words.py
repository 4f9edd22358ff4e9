"""What opens a mention of somebody, and what shows that somebody cites somebody else, for the line under a sentence.

Rule of this room: no word of a language stands here; `bot.languages` fills a `MentionWords`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MentionWords:
    """A language's closed lists, in small letters.

    `determiners` open a role and get small inside a line; `relying` are words of a cue by which a speaker names where
    it has something from.
    """

    determiners: frozenset[str]
    relying: frozenset[str]
