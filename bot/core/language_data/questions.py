"""What shows in a question which answer it wants, and in a sentence which it holds.

Rule of this room: records and what builds their patterns; the patterns are a language's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.core.language_data.patterns import pattern
from bot.model import AnswerType, QuestionType

if TYPE_CHECKING:
    from collections.abc import Mapping


class Questions(NamedTuple):
    """A language's tables: what shows in a question what it asks for, and in a sentence what it holds.

    `answer_types` sees the question's normalised words, one space between and around them, and the first wins; the
    others see a sentence in small letters: `date` is a time that is more than a weekday, `before_place` what stands
    before the name of a place, `maybe_place` what may be a place. `optional_words` are words of a question that an
    answer need not have; `calendar` words that have a capital letter and name nobody.
    """

    question_types: tuple[tuple[QuestionType, re.Pattern[str]], ...]
    """What the question word asks for, by the question's normalised words; the first wins."""
    question_signs: tuple[tuple[QuestionType, re.Pattern[str]], ...]
    """What shows in a sentence that it holds that."""
    type_words: frozenset[str]
    """Forms of words that only name the kind of answer: which YEAR, what is the NAME."""
    counting: re.Pattern[str]
    """What asks for a number of something, by the question's normalised words; its group begins with the thing."""
    amounts: frozenset[str]
    """Words that count as a number does: thousands, dozens."""
    answer_types: tuple[tuple[AnswerType, re.Pattern[str]], ...]
    answer_signs: Mapping[AnswerType, re.Pattern[str]]
    date: re.Pattern[str]
    before_place: re.Pattern[str]
    maybe_place: re.Pattern[str]
    optional_words: frozenset[str]
    calendar: re.Pattern[str]
    naming: re.Pattern[str]
    """What asks for somebody's name, given a question's normalised words; its group is the noun."""
    kind: re.Pattern[str]
    """What kind of person or place is asked for, given the same; its group is the noun: which ACTOR, what COUNTRY."""
    called: re.Pattern[str]
    """What shows in a sentence in small letters that it tells a name."""


def before_place(prepositions: str, determiners: str = "") -> re.Pattern[str]:
    """Return what ends before the name of a place: a preposition, and perhaps a determiner and a word.

    What is given to this function and the two below it are alternatives, as regular expressions for small letters.
    """
    return pattern(rf"{_after(prepositions, determiners)}(?:\w+\s+)?$")


def place(prepositions: str, determiners: str, nouns: str, adverbs: str) -> re.Pattern[str]:
    """Return what a place without a name is: a noun after a preposition, or an adverb; white space is free."""
    after = _after(prepositions, determiners)
    return pattern(rf"{after}(?:\w+\s+)?(?:{nouns})\b|\b(?:{adverbs})\b", re.VERBOSE)


def maybe_place(prepositions: str, times: str, letter: str) -> re.Pattern[str]:
    """Return what may be a place: a preposition and a letter, unless the next word or the one after it is a time."""
    return pattern(rf"{_after(prepositions)}(?!(?:\w+\s+)?(?:{times})){letter}")


def _after(prepositions: str, determiners: str = "") -> str:
    between = rf"(?:(?:{determiners})\s+)?" if determiners else ""
    return rf"\b(?:{prepositions})\s+{between}"
