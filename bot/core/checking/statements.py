"""The statements of a text, each checked against an article.

Rule of this room: a sentence is a statement; what in it has no word to look for is none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.attribution import attribute
from bot.core.checking.expansion import expanded, recased
from bot.core.checking.verdict import check
from bot.core.retrieval.query import language_of
from bot.core.segmentation.sentences import sentences
from bot.model import Sentence, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.core.language import Language
    from bot.model import Article, Check

MAX_STATEMENTS = 100
"""Sentences of a text that are checked at once."""


def check_text(article: Article, text: str, languages: Mapping[str, Language]) -> tuple[Check, ...]:
    """Return what an article has of the first `MAX_STATEMENTS` sentences of a text, each in the language it shows."""
    article_language = languages[article.language]
    written = languages[language_of(text, article.language, languages)]
    spans = sentences(text, Span(0, len(text)), written.orthography)
    checks = []
    for statement in [span.cut(text) for span in spans][:MAX_STATEMENTS]:
        asking = languages[language_of(statement, article.language, languages)]
        plain = expanded(recased(statement, article.text), asking.turns.contracted).text
        said = attribute(plain, (Sentence(Span(0, len(plain)), 0),), asking.speech())
        found = check(article, plain, said, asking, article_language)
        checks.append(replace(found, statement=statement) if found else None)
    return tuple(c for c in checks if c)
