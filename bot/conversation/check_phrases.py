"""What the check of statements and quotations says, as one record that each language fills.

Rule of this room: words only, as a colleague would say them; a language that lacks one fails to type-check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.model import DifferenceKind, QuotationVerdict, Verdict


class DifferenceWords(NamedTuple):
    """A sentence on a difference: with words of both sides, of the statement alone, of the article alone, of neither.

    `{stated}` and `{article}` are the words.
    """

    both: str
    stated: str
    article: str
    neither: str


class CheckPhrases(NamedTuple):
    """The frame text of checked statements and quotations; `{who}` is who says so, `{words}` a list of words."""

    usage: str
    verdicts: Mapping[Verdict, str]
    said_by: str
    also_reported: str
    missing: str
    differences: Mapping[DifferenceKind, DifferenceWords]
    quote_usage: str
    quotations: Mapping[QuotationVerdict, str]
    no_quotation: str
    left_out: str
    changed_words: str
    added_words: str
    lost_words: str
    other_speaker: str
    said_in_parts: str
    not_given: str
    and_word: str
