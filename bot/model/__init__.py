"""The words of the library: what an article is, who speaks in it, and what a question and an answer are.

Rule of this room: everything is frozen, and text is never copied. A sentence, a cue and a mention are spans of the
article's text, so "word for word" holds by construction. Offsets count Unicode code points. Importers take what they
need from here, whichever module it is in.
"""

from bot.model.answer import (
    Answer,
    Headline,
    Hit,
    Match,
    Refusal,
)
from bot.model.article import (
    INTERVIEWER,
    Article,
    Attribution,
    Block,
    BlockKind,
    Confidence,
    CueClass,
    Document,
    ExtractedText,
    Mention,
    Mode,
    Passage,
    Sentence,
    Span,
)
from bot.model.question import (
    AnswerType,
    Query,
    QuestionType,
    Term,
    Translation,
)
from bot.model.verdict import (
    Check,
    Difference,
    DifferenceKind,
    QuotationCheck,
    QuotationVerdict,
    Verdict,
)

__all__ = [
    "INTERVIEWER",
    "Answer",
    "AnswerType",
    "Article",
    "Attribution",
    "Block",
    "BlockKind",
    "Check",
    "Confidence",
    "CueClass",
    "Difference",
    "DifferenceKind",
    "Document",
    "ExtractedText",
    "Headline",
    "Hit",
    "Match",
    "Mention",
    "Mode",
    "Passage",
    "Query",
    "QuestionType",
    "QuotationCheck",
    "QuotationVerdict",
    "Refusal",
    "Sentence",
    "Span",
    "Term",
    "Translation",
    "Verdict",
]
