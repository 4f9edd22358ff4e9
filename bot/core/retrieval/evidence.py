"""What was found for a question in an article: the records that the search fills and the ranking reads.

Rule of this room: records only; what they are worth is the ranking's to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.retrieval.answer_types import AnswerTypesFound
from bot.model import AnswerType, QuestionType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Concept:
    """A question's term in an article: its weight, its idf, and how strongly each sentence holds it (saturated count).

    `heading_saturation` tells how surely a sentence's headings hold it, `positions` where in the sentence its words
    are, `counted_in` in which sentences a number counts it, where that is asked for.
    """

    word: str
    weight: float
    idf: float
    saturation: Mapping[int, float]
    heading_saturation: Mapping[int, float]
    positions: Mapping[int, Sequence[int]]
    required: bool = False
    aspect: int | None = None
    counted_in: frozenset[int] = frozenset()

    @property
    def value(self) -> float:
        """What finding it is worth."""
        return self.weight * self.idf


@dataclass(frozen=True, slots=True)
class SentenceFeatures:
    """What a sentence holds, whatever is asked: kinds of answers, its numbers, and its paragraph.

    `name_positions` has the places of its names among its `size` words; an `anaphor` opens it where it goes on about
    what the sentence before names.
    """

    question_types: frozenset[QuestionType]
    numbers: frozenset[str]
    paragraph: int | None
    answer_types: AnswerTypesFound = AnswerTypesFound()  # noqa: RUF009 - it is frozen
    name_positions: frozenset[int] = frozenset()
    size: int = 0
    anaphor: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was found for a question in an article; sequences go by the number of the sentence.

    `translated_scores` and `ngram_scores` are scores in the translated and in the spelling's view, 1 being what a
    question could reach; `role_agreement` is 1 where a sentence's parties do what is asked, -1 where they do it the
    other way round.
    """

    cross_lingual: bool
    concepts: Sequence[Concept]
    translated_scores: Sequence[float]
    ngram_scores: Sequence[float]
    role_agreement: Sequence[float]
    sentence_features: Sequence[SentenceFeatures]
    question_type: QuestionType
    numbers: frozenset[str]
    answer_type: AnswerType | None = None
