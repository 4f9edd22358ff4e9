"""What an article has of a statement, and of a quotation.

Rule of this module: a verdict stands on sentences, and says in what they differ.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.model.answer import Hit


class Verdict(StrEnum):
    """What an article has of a statement."""

    STATED = "stated"
    """The article says it in its own voice."""
    REPORTED = "reported"
    """The article brings it as somebody's claim, or as hearsay."""
    NEAR = "near"
    """A sentence is about the same, but does not say it."""
    OPPOSITE = "opposite"
    """A sentence says the contrary."""
    ABSENT = "absent"
    """No sentence is about it."""


class DifferenceKind(StrEnum):
    """In what a sentence differs from a statement."""

    WORDS = "words"
    """Words of the statement that the sentence does not have."""
    NUMBER = "number"
    NEGATION = "negation"
    CERTAINTY = "certainty"
    """Could, plans to, must: what is not, or not yet, or only in the statement."""
    EXTENT = "extent"
    """All, some, more than, up to, former."""
    ROLES = "roles"
    """Who does what to whom."""
    SPEAKER = "speaker"
    """Who says so."""
    TIME = "time"
    """What was so, and what is."""
    OPPOSITE = "opposite"
    """A word that excludes the statement's: approved, rejected."""
    QUESTION = "question"
    """The article asks it."""
    SPREAD = "spread"
    """The words stand in different statements of the sentence."""


@dataclass(frozen=True, slots=True)
class Difference:
    """In what a sentence differs from a statement: words of the one and of the other, each may be none."""

    kind: DifferenceKind
    stated: tuple[str, ...] = ()
    in_article: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """What an article has of a statement: the sentences that have it, or the nearest one and in what it differs.

    `missing` holds the words of an absent statement that stand nowhere in the article.
    """

    statement: str
    language: str
    verdict: Verdict
    hits: tuple[Hit, ...] = ()
    differences: tuple[Difference, ...] = ()
    missing: tuple[str, ...] = ()


class QuotationVerdict(StrEnum):
    """What an article has of a quotation."""

    VERBATIM = "verbatim"
    SHORTENED = "shortened"
    """Its words in their order, with others between them that it leaves out."""
    CHANGED = "changed"
    OTHER_SPEAKER = "other_speaker"
    """Word for word, by somebody else than the quotation is given to."""
    INDIRECT = "indirect"
    """Word for word in the article, but not as what somebody says word for word."""
    TRANSLATED = "translated"
    """In another language than the article, which says the same."""
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class QuotationCheck:
    """What an article has of a quotation: the sentences that hold it or come nearest, and in what it differs.

    `by` is who is said to have said it, "" for nobody; `speakers` who says it in the article. `omitted` are the words
    left out; of `changes` each has the quotation's words and the article's, of which one may be "".
    """

    quotation: str
    by: str
    verdict: QuotationVerdict
    hits: tuple[Hit, ...] = ()
    omitted: tuple[str, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()
    speakers: tuple[str, ...] = ()
