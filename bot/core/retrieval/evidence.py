"""What was found for a question in an article: the records that the search fills and the ranking reads.

Rule of this room: records only; what they are worth is the ranking's to say.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.core.retrieval.answer_types import AnswerTypesFound
from bot.model import AnswerType, QuestionType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.core.lexical.measures import Amount
    from bot.core.lexical.temporal import Moment


@dataclass(frozen=True, slots=True)
class Concept:
    """A question's term in an article: its weight, its idf, and how strongly each sentence holds it (saturated count).

    `heading_saturation` tells how surely a sentence's headings hold it, `positions` where in the sentence its words
    are, `counted_in` in which sentences a number counts it, where that is asked for; `near` how well sentences hold
    what may stand for it and is not it, `akin` where that stands, and `titled` whether a heading anywhere has it; a
    `verb` says what is done; words of one `title` are written as one name.
    """

    word: str
    weight: float
    idf: float
    saturation: Mapping[int, float]
    heading_saturation: Mapping[int, float]
    positions: Mapping[int, Sequence[int]]
    required: bool = False
    aspect: int | None = None
    proper: bool = False
    counted_in: frozenset[int] = frozenset()
    near: Mapping[int, float] = field(default_factory=dict)
    titled: bool = False
    verb: bool = False
    title: int | None = None
    akin: Mapping[int, Sequence[int]] = field(default_factory=dict)

    @property
    def value(self) -> float:
        """What finding it is worth."""
        return self.weight * self.idf


@dataclass(frozen=True, slots=True)
class SentenceFeatures:
    """What a sentence holds, whatever is asked: kinds of answers, its numbers, and its paragraph.

    `name_positions` has the places of its names among its `size` words; an `anaphor` opens it where it goes on about
    what the sentence before names; what `asks` is a question itself, or an interviewer's words that lead to one;
    `quantities` are its amounts and times, in order.
    """

    question_types: frozenset[QuestionType]
    numbers: frozenset[str]
    paragraph: int | None
    answer_types: AnswerTypesFound = AnswerTypesFound()  # noqa: RUF009 - it is frozen
    name_positions: frozenset[int] = frozenset()
    size: int = 0
    anaphor: bool = False
    asks: bool = False
    quantities: tuple[Amount | Moment, ...] = ()


@dataclass(frozen=True, slots=True)
class Dense:
    """How like a question sentences are in meaning, by the number of the sentence.

    A likeness is a cosine in the encoder's standard deviations above its mean, which each encoder has of its own.
    `sentence` is that of the sentence alone, `context` of it and the sentence before, whose vectors are added.
    """

    sentence: Sequence[float]
    context: Sequence[float]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was found for a question in an article; sequences go by the number of the sentence.

    `translated_scores` and `ngram_scores` are scores in the translated and in the spelling's view, 1 being what a
    question could reach; `role_agreement` is 1 where a sentence's parties do what is asked, -1 where they do it the
    other way round; `counts` tells whether the number of something is asked for. `dense` is how like the question the
    sentences are in meaning, where that is known; the sentences that are `contrary` say it of something or somebody
    else, and are no answer.
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
    counts: bool = False
    dense: Dense | None = None
    contrary: frozenset[int] = frozenset()
