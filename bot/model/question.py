"""A question as it is understood: its terms, and what an answer must be.

Rule of this module: nothing here has seen an article.
"""

from dataclasses import dataclass
from enum import StrEnum


class QuestionType(StrEnum):
    """What a question wants to know, by its question word and what stands with it."""

    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    NUMBER = "number"
    WHY = "why"
    HOW = "how"
    WHAT = "what"


class AnswerType(StrEnum):
    """What a sentence must hold to answer a pointed question."""

    AGE = "age"
    MONEY = "money"
    SIZE = "size"
    COUNT = "count"
    TIME = "time"
    PLACE = "place"
    NAME = "name"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class Translation:
    """What a word asked may be in a language: as a person reads it, its analysed form, and its share.

    The shares of a term's translations in one language sum to 1 before an article is in view. A form of several words
    has them joined by spaces.
    """

    word: str
    form: str
    probability: float
    language: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A question's term: the word as asked, the analysed form, its weight, and what it is in either language.

    A compound's parts and a phrase are terms of their own; the parts have the compound's `word`, and the words of a
    phrase have it as `phrase`. A `required` names a state; what is `proper` names anything, and a question can't do
    without it; words that are written like one name, whatever else they are, have its number as `title`. Terms of one
    `aspect` are one thing asked about: a word with its parts, or a name of several words; a word that says next to
    nothing has none.
    """

    word: str
    form: str
    weight: float = 1.0
    translations: tuple[Translation, ...] = ()
    phrase: str = ""
    required: bool = False
    aspect: int | None = None
    proper: bool = False
    title: int | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A question, analysed: its terms, and what an answer must be.

    `language` is the question's; `answer_type` is what an answer must hold, `counted_nouns` what a number is asked of.
    """

    question: str
    language: str
    terms: tuple[Term, ...]
    article_language: str = ""
    question_type: QuestionType = QuestionType.WHAT
    answer_type: AnswerType | None = None
    counted_nouns: tuple[str, ...] = ()
