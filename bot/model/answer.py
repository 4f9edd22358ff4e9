"""An answer: the sentences found, how well each fits, and why there are none.

Rule of this module: a sentence is named by its number, and a word in it by its span.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.model.article import Span
from bot.model.question import Query


@dataclass(frozen=True, slots=True)
class Match:
    """A question's word found in a sentence: as asked, as it stands there, and how well it renders it (0 to 1)."""

    word: str
    span: Span
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that matches: its number, its score (0 to 1), the spans of the matched words, the words behind them.

    `coverage` is the share of the question, weighed by how rare its words are in the article, that the sentence holds;
    `has_answer_type` tells whether it holds the kind of thing that is asked for; `role` how well its parties do what is
    asked (1), or do it the other way round (-1). `akin` are words of the sentence that may stand for one asked which it
    does not have; `likeness` is how near it is to the question in meaning, where that was asked for.
    """

    sentence: int
    score: float
    matched: tuple[Span, ...] = ()
    terms: tuple[str, ...] = ()
    coverage: float = 0.0
    matches: tuple[Match, ...] = ()
    has_answer_type: bool = True
    role: float = 0.0
    akin: tuple[Match, ...] = ()
    likeness: float | None = None


@dataclass(frozen=True, slots=True)
class Headline:
    """An article's headline as an answer: where it stands, its score (0 to 1), and the question's words in it."""

    span: Span
    score: float
    matches: tuple[Match, ...] = ()


class Refusal(StrEnum):
    """Why a question is not answered."""

    NO_WORDS = "no_words"
    """The question holds nothing to look for (only stop words, only signs)."""
    NOT_IN_ARTICLE = "not_in_article"
    """None of the question's words occurs."""
    MISSING_WORDS = "missing_words"
    """Some words occur, but a word that the question turns on does not."""
    KIND_MISSING = "kind_missing"
    """The words occur, but not the kind of thing that is asked for: who and what, but not when."""
    NOT_SAID = "not_said"
    """The words occur, but no sentence brings them together well enough."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the article says to a question: hits in order of relevance, or why there are none.

    `missing` holds question words that do not occur; `nearest` the best hits of a refused question. Hits that are
    `listed` were looked up, and not searched for. `headline` is that of the article where it answers and no sentence
    does.
    """

    query: Query
    hits: tuple[Hit, ...]
    refusal: Refusal | None = None
    missing: tuple[str, ...] = ()
    nearest: tuple[Hit, ...] = ()
    listed: bool = False
    headline: Headline | None = None
