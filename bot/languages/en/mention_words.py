"""What opens a mention of somebody in English, and what shows that somebody cites somebody else.

Rule of this room: tables only.
"""

from bot.core.language_data.mention_words import MentionWords

ENGLISH_MENTION_WORDS = MentionWords(
    determiners=frozenset("the a an his her its their our".split()),
    relying=frozenset("citing cited quoting referring".split()),
)
