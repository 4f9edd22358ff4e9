"""The sentences that speak of what a question wants the name of, and don't name it.

Rule of this room: a name belongs to a noun where nothing but a few small words, and no preposition, stand between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.lexical.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.language import Language
    from bot.core.retrieval.evidence import Concept
    from bot.model import Query
    from bot.search.article_index import ArticleIndex

SURE = 0.5
"""How surely a sentence must hold the noun."""
_BETWEEN = 3
"""Words between a noun and its name."""


def unnamed(
    query: Query, concepts: Sequence[Concept], index: ArticleIndex, asking: Language, told: Language
) -> frozenset[int]:
    """Return the sentences that hold the noun whose name is asked for, without a name that belongs to it."""
    words = tokens(query.question)
    found = asking.questions.naming.search(f" {' '.join(t.word for t in words)} ")
    if not found:
        return frozenset()
    large = asking.morphology.capital_nouns
    common = {t.word for t in words if large or query.question[t.start].islower()}
    nouns = [c for c in concepts if c.word == found[1] and c.word in common]
    there = {n for c in nouns for n in c.positions if c.saturation.get(n, 0.0) >= SURE}
    asked = {c.word for c in concepts}
    return frozenset(n for n in there if not _is_named(n, nouns, asked, index, told))


def _is_named(n: int, nouns: Sequence[Concept], asked: set[str], index: ArticleIndex, told: Language) -> bool:
    text, row = index.texts[n], index.sentence_words[n]
    if told.questions.called.search(text.lower()):
        return True
    v = told.valency
    stop = told.morphology.stop_words
    prepositions = v.goal_prepositions | v.source_prepositions | v.adjunct_prepositions | v.agent_prepositions
    for place in (p for c in nouns for p in c.positions.get(n, ())):
        for name in index.sentence_features[n].name_positions:
            first, last = sorted((place, name))
            between = {t.word for t in tokens(text[row[first].end : row[last].start])}
            belongs = between <= stop and between.isdisjoint(prepositions)
            if name != place and row[name].word not in asked and len(between) <= _BETWEEN and belongs:
                return True
    return False
