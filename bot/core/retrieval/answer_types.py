"""Whether a sentence holds the kind of thing that a pointed question asks for: an age, a price, a date, a place.

Rule of this room: what proves a kind is a table of the language; a sentence without it is no answer, whatever else it
has of the question, but one that has it may be none either.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.core.language_data.quantities import Measure
from bot.core.language_data.questions import Questions
from bot.core.lexical.measures import Amount
from bot.core.lexical.temporal import Moment
from bot.core.semantics.names import BEFORE, NameIn, is_name
from bot.model import AnswerType, QuestionType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.language import Language
    from bot.core.lexical.analysis import Word

BY_QUESTION_TYPE = {QuestionType.WHEN: AnswerType.TIME, QuestionType.WHO: AnswerType.NAME}
"""What the question word asks for."""
PROVES = {
    Measure.AGE: AnswerType.AGE,
    Measure.MONEY: AnswerType.MONEY,
    Measure.LENGTH: AnswerType.SIZE,
    Measure.AREA: AnswerType.SIZE,
    Measure.VOLUME: AnswerType.SIZE,
    Measure.MASS: AnswerType.SIZE,
    Measure.SPEED: AnswerType.SIZE,
    Measure.DURATION: AnswerType.SIZE,
}
"""What an amount answers."""


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
        tuple(
            n
            for n in names
            if not _is_first_part(words[n], text)
            and questions.before_place.search(low[max(0, words[n].start - BEFORE) : words[n].start])
        ),
    )


def with_quantities(proven: AnswerTypesFound, found: Sequence[Amount | Moment]) -> AnswerTypesFound:
    """Return what a sentence can prove with its amounts and times, however they are written."""
    times = [q for q in found if isinstance(q, Moment)]
    kinds = {PROVES[q.measure] for q in found if isinstance(q, Amount) and q.measure in PROVES}
    dated = proven.has_date or any(m.is_dated for m in times)
    return replace(proven, found=proven.found | kinds | {AnswerType.TIME for _ in times[:1]}, has_date=dated)


def _is_first_part(word: Word, text: str) -> bool:
    """Tell whether a word is the first part of a noun: the place in "Ukraine-Krieg" is none."""
    return text[word.end : word.end + 1] == "-" and text[word.end + 1 : word.end + 2].isupper()
