"""What goes wrong and what to do about it, in one language.

Rule of this module: words only, one line a problem; names in braces are filled in.
"""

from typing import NamedTuple

from bot.errors import (
    AnnotationProblem,
    ArchiveProblem,
    ArticleProblem,
    DictionaryProblem,
    EncoderProblem,
    QuestionProblem,
    StoreProblem,
)


class ProblemPhrases(NamedTuple):
    """The lines about problems, by what has one."""

    articles: dict[ArticleProblem, str]
    questions: dict[QuestionProblem, str]
    annotations: dict[AnnotationProblem, str]
    stores: dict[StoreProblem, str]
    archives: dict[ArchiveProblem, str]
    dictionaries: dict[DictionaryProblem, str]
    encoders: dict[EncoderProblem, str]
    settings: dict[str, str]
