"""Whether a sentence holds the kind of thing that a pointed question asks for: an age, a price, a date, a place.

Rule of this room: what proves a kind is a table of the language; a sentence without it is no answer, whatever else it
has of the question, but one that has it may be none either.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.language_data.questions import Questions
from bot.core.semantics.names import BEFORE, NameIn, is_name
from bot.model import AnswerType, QuestionType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.language import Language
    from bot.core.lexical.analysis import Word

BY_QUESTION_TYPE = {QuestionType.WHEN: AnswerType.TIME, QuestionType.WHO: AnswerType.NAME}
"""What the question word asks for."""


@dataclass(frozen=True, slots=True)
class AnswerTypesFound:
    """What a sentence can prove, whatever is asked; `names` and `places` are places in its words."""

    found: frozenset[AnswerType] = frozenset()
    has_date: bool = False
    has_location: bool = False
    names: tuple[int, ...] = ()
    places: tuple[int, ...] = ()


def answer_type_of(words: str, wanted: QuestionType, questions: Questions) -> AnswerType | None:
    """Return what must be proven to answer a question, given as its normalised words; None for an open one."""
    return next((proof for proof, sign in questions.answer_types if sign.search(words)), BY_QUESTION_TYPE.get(wanted))


def answer_types_in(text: str, words: Sequence[Word], language: Language, *, counted: bool) -> AnswerTypesFound:
    """Return what a sentence can prove; `counted` tells whether it has a number that is no year."""
    low, questions = text.lower(), language.questions
    names = tuple(n for n, word in enumerate(words) if is_name(word, text, language, NameIn.QUESTION))
    signs = {proof for proof, sign in questions.answer_signs.items() if sign.search(low)}
    return AnswerTypesFound(
        frozenset(signs | {AnswerType.COUNT} if counted else signs),
        bool(questions.date.search(low)),
        bool(questions.maybe_place.search(low)),
        names,
        tuple(n for n in names if questions.before_place.search(low[max(0, words[n].start - BEFORE) : words[n].start])),
    )
