"""An article as statements are held against it: its words by sentence, and each sentence's parse when it is needed.

Rule of this room: what is worked out once an article is kept for the next statement.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.core.checking.aliases import aliases_in
from bot.core.checking.clauses import parse
from bot.core.checking.expansion import Expanded, expanded
from bot.core.checking.kept import Keyed
from bot.core.checking.word_matching import amounts_in, word_positions

if TYPE_CHECKING:
    from bot.core.checking.clauses import ParsedSentence
    from bot.core.checking.word_matching import WordPositions
    from bot.core.language import Language
    from bot.model import Article

_KEPT = 16
"""Articles whose readings are kept."""


@dataclass(slots=True, eq=False)
class ArticleReading:
    """An article's sentences, written out, with where their words stand; parses are made when they are asked for."""

    texts: tuple[Expanded, ...]
    rows: tuple[WordPositions, ...]
    language: Language
    parses: dict[int, ParsedSentence] = field(default_factory=dict)

    def parsed(self, number: int) -> ParsedSentence:
        """Return the parse of a sentence."""
        if number not in self.parses:
            self.parses[number] = parsed(self.texts[number].text, self.language)
        return self.parses[number]


def parsed(text: str, language: Language) -> ParsedSentence:
    """Return the parse of a text that is one sentence."""
    amounts = tuple((a.start, a.end) for a in amounts_in(text, language))
    return parse(text, language.speech(), language.clause_words, amounts=amounts)


def reading(article: Article, language: Language) -> ArticleReading:
    """Return the reading of an article."""
    return _reading(Keyed((article.text, language.code), (article, language)))


@lru_cache(_KEPT)
def _reading(asked: Keyed[tuple[Article, Language]]) -> ArticleReading:
    article, language = asked.value
    texts = tuple(expanded(s.span.cut(article.text), language.turns.contracted) for s in article.sentences)
    known = aliases_in(article, language)
    rows = tuple(word_positions(t.text, language, known.get(n, ())) for n, t in enumerate(texts))
    return ArticleReading(texts, rows, language)
