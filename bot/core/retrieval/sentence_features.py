"""What kinds of answers a sentence holds, whatever is asked: a time, a number, a person, a place, a reason, a way.

Rule of this room: what shows a kind is a table of the language; nothing here knows the question.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core.language_data.quantities import Measure
from bot.core.lexical.measures import Amount, quantities
from bot.core.lexical.temporal import Moment
from bot.core.lexical.tokens import tokens
from bot.core.retrieval.answer_types import answer_types_in, with_quantities
from bot.core.retrieval.article_questions import is_question
from bot.core.retrieval.evidence import SentenceFeatures
from bot.core.semantics.interviewer import interviewer_sentences
from bot.core.semantics.names import NameIn, is_counted_noun, is_name
from bot.core.semantics.quantities import YEAR
from bot.model import AnswerType, QuestionType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.language import Language
    from bot.core.lexical.analysis import Word
    from bot.model import Article

_FIRST, _OPENING = 5, 100
"""Words (and characters that hold them) at a sentence's start among which a word points back."""
_ARTICLE = 5
"""Characters of an article before who is named by an age: "The 59-year-old"."""
_SPELT = "#"
"""Stands among a sentence's numbers for one in words: a million, half."""


def sentence_features(
    article: Article, words: Sequence[Sequence[Word]], language: Language
) -> tuple[SentenceFeatures, ...]:
    """Return the traits of an article's sentences, in their order."""
    paragraph = {n: p for p, passage in enumerate(article.passages) for n in range(passage.first, passage.last)}
    asked = interviewer_sentences(article)
    found = (
        _features(s.span.cut(article.text), row, language, paragraph.get(n))
        for n, (s, row) in enumerate(zip(article.sentences, words, strict=True))
    )
    # What leads to an interviewer's question answers no more than the question does.
    return tuple(replace(f, asks=True) if n in asked else f for n, f in enumerate(found))


def _features(text: str, row: Sequence[Word], language: Language, paragraph: int | None) -> SentenceFeatures:
    numbers = frozenset(w.form for w in row if w.form[0].isdigit())
    low = text.lower()
    kinds = {kind for kind, sign in language.questions.question_signs if sign.search(low)}
    if QuestionType.NUMBER in kinds:
        numbers |= {_SPELT}
    found = quantities(text, language.quantities)
    apart = [(q.start, q.end) for q in found if isinstance(q, Moment) or q.measure in LASTING]
    counts = [w.start for w in row if w.form[0].isdigit() and not YEAR.fullmatch(text[w.start : w.end])]
    counts += [
        m.start()
        for kind, sign in language.questions.question_signs
        if kind is QuestionType.NUMBER
        for m in sign.finditer(low)
    ]
    counted = any(not any(start <= n < end for start, end in apart) for n in counts)
    kinds |= {_kind(q) for q in found if _tells(q)}
    if numbers:
        kinds.add(QuestionType.NUMBER)
    if any(YEAR.fullmatch(n) for n in numbers):
        kinds.add(QuestionType.WHEN)
    counted = counted or any(_counts(q, text, row, language) for q in found)
    proven = answer_types_in(text, row, language, counted=counted)
    proven = with_quantities(proven, found)
    first = tokens(text[:_OPENING])[:_FIRST]
    aged = any(isinstance(q, Amount) and q.measure is Measure.AGE and q.start < _ARTICLE for q in found)
    anaphor = aged or any(t.word in language.morphology.anaphors for t in first)
    if language.questions.counting.search(f" {' '.join(t.word for t in tokens(text))} "):
        proven = replace(proven, found=proven.found - {AnswerType.COUNT})  # it asks itself: "not known how many"
    names = frozenset(n for n, word in enumerate(row) if is_name(word, text, language, NameIn.SENTENCE))
    return SentenceFeatures(
        frozenset(kinds), numbers, paragraph, proven, names, len(row), anaphor, is_question(text), found
    )


LASTING = frozenset({Measure.DURATION, Measure.AGE})
"""What is no number of things."""


def _tells(quantity: Amount | Moment) -> bool:
    """Tell whether a quantity is an answer for itself: a single thing is none, and "today" is no date."""
    if isinstance(quantity, Moment):
        return quantity.is_clock or quantity.month is not None or quantity.year is not None
    return quantity.measure is not Measure.NUMBER or quantity.value > 1


def _counts(quantity: Amount | Moment, text: str, row: Sequence[Word], language: Language) -> bool:
    """Tell whether a quantity is a number of things: no time, and no year without a noun behind it."""
    if isinstance(quantity, Moment) or not _tells(quantity) or quantity.measure in LASTING:
        return False
    if not YEAR.fullmatch(text[quantity.start : quantity.end]):
        return True
    behind = [w for w in row if w.start == quantity.end + 1]
    return any(is_counted_noun(w, text, language) for w in behind)


def _kind(quantity: Amount | Moment) -> QuestionType:
    """Return the kind of answer that a quantity is."""
    return QuestionType.WHEN if isinstance(quantity, Moment) else QuestionType.NUMBER
