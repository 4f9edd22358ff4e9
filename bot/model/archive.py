"""An answer of many articles: which of them answer, with which sentences, and who stands behind them.

Rule of this module: a hit's number is that of a sentence of its own article.
"""

from dataclasses import dataclass

from bot.model.answer import Hit, Refusal
from bot.model.article import Article


@dataclass(frozen=True, slots=True)
class Found:
    """An article that answers, its sentences, the best first, and others that say the same in nearly the same words.

    Those are `repeats`, each with its own sentence. The last of several on one event tells how many `articles` they are
    together, and how many different `sources` all of them go back to: a person, an agency, or the paper itself; 0 for
    any other.
    """

    article: Article
    hits: tuple[Hit, ...]
    repeats: tuple[tuple[Article, Hit], ...] = ()
    articles: int = 0
    sources: int = 0
    source: str = ""
    """What the one source is called in the article, where it is an agency or somebody who is named."""


@dataclass(frozen=True, slots=True)
class ArchiveAnswer:
    """What an archive says to a question: articles, the best first, or why there are none.

    `question` is what was asked without the words that confine it to a time or site; `since`, `until` (as 20260131, 0
    for no bound) and `site` say what those are. `nearest` is the best of a refused question; `unread` is how many
    articles have changed that were not looked through yet.
    """

    question: str
    language: str
    found: tuple[Found, ...]
    refusal: Refusal | None = None
    missing: tuple[str, ...] = ()
    nearest: Found | None = None
    since: int = 0
    until: int = 0
    site: str = ""
    unread: int = 0
