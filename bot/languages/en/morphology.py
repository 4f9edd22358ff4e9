"""How English words change: closed classes, stemmer, irregular forms, numerals.

Rule of this room: every word stands as `core.lexical.tokens.normalise` writes it: small letters.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import Stemmer

from bot.core.language_data.morphology import Morphology, parse_fixed_phrases
from bot.languages.en.fixed_phrases import FIXED
from bot.languages.en.function_words import FUNCTION_WORDS, QUESTION_WORDS
from bot.languages.en.irregular_forms import IRREGULAR, MULTIPLIERS, NUMERALS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.language_data.morphology import Vocabulary

_MEANINGFUL = frozenset({"against", "under", "over", "down", "without"})
"""Function words that a question may turn on."""
_ANAPHORS = """
he she it they this these that those his her its their such him them both one another others
"""
_IZE = re.compile(r"(?<=.{3})iz(e[drs]?|ing|ations?|ers?)$")
"""American endings: naturalize, organization."""
_stemmer = Stemmer.Stemmer("english")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the Snowball stem."""
    return str(_stemmer.stemWord(word))


def form(word: str, vocabulary: Vocabulary, capital: bool | None = None) -> str:  # noqa: ARG001, FBT001 - see Morphology
    """Return the stem of a word's base form, in British spelling; a comparative's is the adjective."""
    word = word.removesuffix("\u2019")
    base = IRREGULAR.get(word) or IRREGULAR.get(word.removesuffix("s")) or word
    return stem(_IZE.sub(r"is\1", base))


def parts(word: str, known: Callable[[str], bool]) -> tuple[str, ...]:  # noqa: ARG001 - English writes compounds apart
    """Return nothing: English writes its compounds apart."""
    return ()


def variants(infinitive: str) -> tuple[str, ...]:  # noqa: ARG001 - the stemmer finds them
    """Return nothing: the stemmer conflates regular forms."""
    return ()


def is_plural(word: str) -> bool:
    """Tell whether a noun ends like a plural, and is no name."""
    return word.endswith("s") and word.islower()


ENGLISH_MORPHOLOGY = Morphology(
    stop_words=(FUNCTION_WORDS | QUESTION_WORDS) - _MEANINGFUL,
    question_words=QUESTION_WORDS,
    function_words=FUNCTION_WORDS | QUESTION_WORDS,
    stem=stem,
    form=form,
    parts=parts,
    variants=variants,
    is_plural=is_plural,
    numerals=NUMERALS,
    number_suffixes=frozenset({"st", "nd", "rd", "th", "s"}),
    multipliers=MULTIPLIERS,
    fixed_phrases=parse_fixed_phrases(FIXED, verb_last=False),
    anaphors=frozenset(_ANAPHORS.split()),
    endings="[ai]?tion|sion|ity|ism|ment|ness|able|ical|al|ier",
    signs={"%": ("percent", "cent"), "€": ("euro",), "$": ("dollar",), "£": ("pound",)},
    counted_between=re.compile(r"[\s-]+(?:of\s+(?:(?:the|its|their|his|her)\s+)?)?"),
)
