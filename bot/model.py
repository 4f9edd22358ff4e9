"""The words of the library: what an article is, who speaks in it, and what an answer is.

Rule of this room: everything is frozen, and text is never copied. A sentence, a cue and a mention are spans of the
article's text, so "word for word" holds by construction. Offsets count Unicode code points.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text, from `start` to before `end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: {self.start}..{self.end}")

    def cut(self, text: str) -> str:
        """Return what stands there."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Mode(StrEnum):
    """How a claim is brought; a claim without an attribution is the paper's own."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    REPORTED = "reported"
    HEARSAY = "hearsay"


class CueClass(StrEnum):
    """What a speaker does with the claim."""

    SAYS = "says"
    CONFIRMS = "confirms"
    DENIES = "denies"
    ESTIMATES = "estimates"
    WARNS = "warns"
    DEMANDS = "demands"
    CRITICISES = "criticises"
    ANNOUNCES = "announces"


class Confidence(StrEnum):
    """How sure the rule behind an attribution is, from its measured precision."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Mention:
    """A party as the text names it, with its canonical name and role where the article gives them."""

    span: Span
    name: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who makes a claim: content, the cue that shows it, the speaker, and those who carry it (`via`, in order).

    `medium` is where it was said (‹in den SBS News›) and `date` when (‹am Freitag›), as the text has it; `rule` names
    the pattern that found it, for figures by rule.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    mode: Mode
    speaker: Mention | None = None
    via: tuple[Mention, ...] = ()
    confidence: Confidence = Confidence.HIGH
    cue_class: CueClass = CueClass.SAYS
    medium: Span | None = None
    date: Span | None = None
    rule: str = ""


INTERVIEWER = "interviewer"  # the `rule` of an attribution whose content an interviewer says


class BlockKind(StrEnum):
    """What a line or paragraph of an article is."""

    TITLE = "title"
    HEADING = "heading"
    LEAD = "lead"
    PARAGRAPH = "paragraph"
    BYLINE = "byline"
    NOTE = "note"
    """What a page says about itself and not about the matter: credits, sign-up lines, readers' comments."""
    LINE = "line"
    """A line or paragraph of a format that names no kinds (PDF, mail): it is guessed, as in plain text."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article's layout; blocks come in text order and do not overlap."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """An article as it came, not yet understood: bytes, their media type, and where they came from."""

    content: bytes
    media_type: str
    origin: str


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """What a format's reader found: the text that offsets refer to, and what the markup says about it.

    `blocks` is None where the format has no markup (plain text) and the layout must be guessed.
    """

    text: str
    blocks: tuple[Block, ...] | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit of an answer; `block` is the place of its block in the article's blocks."""

    span: Span
    block: int


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit of retrieval: one paragraph's sentences (from `first` to before `last`) and the headings above them."""

    first: int
    last: int
    headings: tuple[Span, ...] = ()


@dataclass(frozen=True)  # without slots, for what is looked up often and made once
class Article:
    """A text with everything that was found out about it once, at ingestion.

    `id` is the SHA-256 of the text; `sentences` hold no headings and no byline.
    """

    id: str
    text: str
    language: str
    origin: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    passages: tuple[Passage, ...]
    attributions: tuple[Attribution, ...]
    title: str | None = None
    dateline: Span | None = None
    byline: Span | None = None
    published: str | None = None
    url: str | None = None

    def attributions_in(self, span: Span) -> tuple[Attribution, ...]:
        """Return the attributions whose content reaches into a sentence, in text order."""
        starts, reaches, contents = self._contents
        found: set[int] = set()
        at = bisect_left(starts, span.end) - 1
        while at >= 0 and reaches[at] > span.start:
            content, number = contents[at]
            if content.overlaps(span):
                found.add(number)
            at -= 1
        return tuple(self.attributions[number] for number in sorted(found))

    def sentences_in(self, spans: Iterable[Span]) -> tuple[int, ...]:
        """Return the numbers of the sentences that spans reach into, in text order."""
        found: set[int] = set()
        for span in spans:
            at = bisect_left(self._starts, span.end) - 1
            while at >= 0 and self.sentences[at].span.end > span.start:
                if self.sentences[at].span.overlaps(span):
                    found.add(at)
                at -= 1
        return tuple(sorted(found))

    @cached_property
    def _starts(self) -> list[int]:
        """Return where the sentences start; they stand in text order and do not overlap."""
        return [sentence.span.start for sentence in self.sentences]

    @cached_property
    def _contents(self) -> tuple[list[int], list[int], list[tuple[Span, int]]]:
        """Return what is said, by where it starts: the starts, how far any of it up to there reaches, and by whom."""
        contents = sorted((span, number) for number, a in enumerate(self.attributions) for span in a.content)
        return [c.start for c, _ in contents], list(accumulate((c.end for c, _ in contents), max)), contents


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
    without it. Terms of one `aspect` are one thing asked about: a word with its parts, or a name of several words; a
    word that says next to nothing has none.
    """

    word: str
    form: str
    weight: float = 1.0
    translations: tuple[Translation, ...] = ()
    phrase: str = ""
    required: bool = False
    aspect: int | None = None
    proper: bool = False


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
