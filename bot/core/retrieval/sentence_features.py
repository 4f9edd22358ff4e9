"""What kinds of answers a sentence holds, whatever is asked: a time, a number, a person, a place, a reason, a way.

Rule of this room: what shows a kind is a table of the language; nothing here knows the question.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.core.lexical.tokens import tokens
from bot.core.retrieval.answer_types import answer_types_in
from bot.core.retrieval.evidence import SentenceFeatures
from bot.model import QuestionType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.core.language import Language
    from bot.core.lexical.analysis import Word
    from bot.model import Article

_FIRST, _OPENING = 5, 100
"""Words (and characters that hold them) at a sentence's start among which a word points back."""
_SPELT = "#"
"""Stands among a sentence's numbers for one in words: a million, half."""
_YEAR = re.compile(r"1\d{3}|20\d\d")


def sentence_features(
    article: Article, words: Sequence[Sequence[Word]], language: Language
) -> tuple[SentenceFeatures, ...]:
    """Return the traits of an article's sentences, in their order."""
    paragraph = {n: p for p, passage in enumerate(article.passages) for n in range(passage.first, passage.last)}
    return tuple(
        _features(s.span.cut(article.text), row, language, paragraph.get(n, -1))
        for n, (s, row) in enumerate(zip(article.sentences, words, strict=True))
    )


def _features(text: str, row: Sequence[Word], language: Language, paragraph: int) -> SentenceFeatures:
    numbers = frozenset(w.form for w in row if w.form[0].isdigit())
    low = text.lower()
    kinds = {kind for kind, sign in language.questions.question_signs if sign.search(low)}
    if QuestionType.NUMBER in kinds:
        numbers |= {_SPELT}
    counted = QuestionType.NUMBER in kinds or any(
        w.form[0].isdigit() and not _YEAR.fullmatch(text[w.start : w.end]) for w in row
    )
    if numbers:
        kinds.add(QuestionType.NUMBER)
    if any(_YEAR.fullmatch(n) for n in numbers):
        kinds.add(QuestionType.WHEN)
    proven = answer_types_in(
        text, row, language.questions, language.lexicon().vocabulary(language.code), counted=counted
    )
    first = tokens(text[:_OPENING])[:_FIRST]
    anaphor = any(t.word in language.morphology.anaphors for t in first)
    names = frozenset(_names(text, row, language))
    return SentenceFeatures(frozenset(kinds), numbers, paragraph, proven, names, len(row), anaphor)


def _names(text: str, row: Sequence[Word], language: Language) -> Iterator[int]:
    """Yield the places of a sentence's words that are names: in capitals, and no noun that the lexicon has."""
    known = language.lexicon().vocabulary(language.code)
    opening = _opening(text)
    for place, w in enumerate(row):
        if not text[w.start].isupper() or w.parts:
            continue
        common = w.form in known.nouns or w.form in known.words
        if w.start == opening:
            common = common or bool(language.lexicon().translations(w.form, language.code))
        elif not language.morphology.capital_nouns:
            common = False
        if not common or w.form in known.indivisible:
            yield place


def _opening(text: str) -> int:
    """Return where a sentence's first word starts."""
    return next((n for n, c in enumerate(text) if c.isalnum()), -1)
