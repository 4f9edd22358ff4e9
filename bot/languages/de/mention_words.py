"""What opens a mention of somebody in German, and what shows that somebody cites somebody else.

Rule of this room: tables only.
"""

from bot.core.language_data.mention_words import MentionWords

_ARTICLES = "der die das den dem des ein eine einer einem"
_POSSESSIVES = "sein seine seiner seinem seinen ihr ihre ihrer ihrem ihren"

GERMAN_MENTION_WORDS = MentionWords(
    determiners=frozenset(f"{_ARTICLES} {_POSSESSIVES}".split()),
    relying=frozenset("berufung verweis bezug zitierte zitiert".split()),
)
