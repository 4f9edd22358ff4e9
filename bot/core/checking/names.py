"""Whether a name means a party of the article: Boyle is Ann Boyle, and Jane Boyle is not.

Rule of this room: two people of one surname are two.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.speakers.by_speaker import said_by
from bot.model import Attribution, Mode, Span

if TYPE_CHECKING:
    from bot.core.language import Language
    from bot.model import Article, Mention


def is_called(who: str, mention: Mention, article: Article, language: Language) -> bool:
    """Tell whether a name, a role or a pronoun's noun in `language` or the article's means who is mentioned."""
    told = mention.span.cut(article.text)
    if is_namesake(who, mention.name or told, language) or is_owner(who, told, language):
        return False
    own = Attribution((article.sentences[0].span,) if article.sentences else (Span(0, 0),), (), Mode.DIRECT, mention)
    alone = replace(article, attributions=(own,))
    return bool(said_by(alone, who, language, {article.language: language}))


def is_namesake(who: str, name: str, language: Language) -> bool:
    """Tell whether two names have the surname in common and not the given name: John and Jane Doe."""
    mine, other = who.split(), name.split()
    if min(len(mine), len(other)) < 2 or mine[-1].casefold() != other[-1].casefold():  # noqa: PLR2004 - two words
        return False
    one, two = mine[-2].casefold().rstrip("."), other[-2].casefold().rstrip(".")
    if one == two or not mine[-2][:1].isupper() or not other[-2][:1].isupper():
        return False
    if one.startswith(two) or two.startswith(one):
        return False  # J. Doe, Joe and Joseph
    return not (_is_role(one, language) or _is_role(two, language))


def is_owner(who: str, mention: str, language: Language) -> bool:
    """Tell whether a mention names somebody only as whose somebody else is: Ann Boyle's lawyer."""
    last = re.escape(who.rsplit(maxsplit=1)[-1]) if who.split() else ""
    of = "|".join(map(re.escape, sorted(language.turns.of | language.turns.on_behalf)))
    owned = rf"\b{last}(?:['’]s?|s)\s+\w|\b(?:{of})\s+(?:\w+\s+)?{last}\b"
    return bool(last) and re.search(owned, mention) is not None


def _is_role(word: str, language: Language) -> bool:
    """Tell whether a word before a surname is a title: Mayor Doe, Frau Doe."""
    form = language.analyser().forms(word)[0]
    known = language.lexicon().vocabulary(language.code)
    return form in known.nouns or form in known.words or word in language.mention_words.determiners
