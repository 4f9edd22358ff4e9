"""An article as it came and as it is understood: its text, its layout, its sentences, and who says what.

Rule of this module: text is never copied; a sentence, a cue and a mention are spans of the article's text.
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


INTERVIEWER = "interviewer"
"""The `rule` of an attribution whose content an interviewer says."""


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
