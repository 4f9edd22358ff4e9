"""Whether an article's headline answers a question that none of its sentences answers.

Rule of this module: the headline is asked as an article of one sentence, so that what holds for sentences holds for it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.retrieval.article_questions import is_question
from bot.core.retrieval.selection import LEVEL, words_in
from bot.model import Article, BlockKind, Passage, QuestionType, Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Hit, Query

FEWEST = 2
"""Things asked about, of which a headline must have each: by one word alone, any headline could be meant."""
TOLD = frozenset({QuestionType.WHAT, QuestionType.WHEN, QuestionType.WHERE, QuestionType.NUMBER})
"""Kinds of questions that the few words of a headline answer where they hold what is asked for. A reason and a way take
more words, and a headline's name is as often where it happens as who does it."""


def headline_alone(article: Article) -> Article | None:
    """Return an article of nothing but the headline, as it stands in the text; None without one, and for a question."""
    found = next(((n, b.span) for n, b in enumerate(article.blocks) if b.kind is BlockKind.TITLE), None)
    if found is None or is_question(found[1].cut(article.text)):
        return None
    block, span = found
    return replace(
        article,
        id=f"{article.id} headline",
        blocks=(),
        sentences=(Sentence(span, block),),
        passages=(Passage(0, 1),),
        attributions=(),
        title=None,
    )


def is_told(query: Query, hits: Sequence[Hit]) -> bool:
    """Tell whether a headline answers a question, by its hits: it has all things asked about, and what is asked for."""
    asked = [t for t in query.terms if t.aspect is not None]
    few = len({t.aspect for t in asked}) < FEWEST
    if not hits or few or query.question_type not in TOLD or hits[0].score < LEVEL:
        return False
    there = words_in(hits)
    return hits[0].has_answer_type and all(there.issuperset(t.word.split()) for t in asked)
