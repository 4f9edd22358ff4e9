"""How English words change: closed classes, stemmer, irregular forms, numerals.

Rule of this room: every word stands as `core.analysis.normalise` writes it: small letters.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import Stemmer

from bot.core.language_data.morphology import Morphology, parse_fixed_phrases
from bot.languages.en.fixed_phrases import FIXED
from bot.languages.en.irregular_forms import IRREGULAR, MULTIPLIERS, NUMERALS
from bot.languages.en.questions import AMOUNTS, COUNTING, QUESTION_SIGNS, QUESTION_TYPES, TYPE_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.core.language_data.morphology import Vocabulary

_QUESTION = "who whom whose what when where why how which whoever whatever"
QUESTION_WORDS = frozenset(_QUESTION.split())
_FUNCTION = """
a about above after became become becomes becoming again all also although am an and another any are as at be because
been before being below between both but by can could did do does doing don down during each either else even ever
every few for from further had has have having he her here hers herself him himself his how however i if in into is
isn it its itself just let ll many may me might more most much must my myself neither no nor not now of off on once
one only or other ought our ours ourselves out over own per rather re s same shall she should since so some such t
than that the their theirs them themselves then there these they this those through thus to too toward towards under
until up upon us ve very was wasn we were what when where whether which while who whom whose why will with within
without would yet you your yours yourself yourselves
"""
FUNCTION_WORDS = frozenset(_FUNCTION.split())
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


ENGLISH_MORPHOLOGY = Morphology(
    stop_words=(FUNCTION_WORDS | QUESTION_WORDS) - _MEANINGFUL,
    function_words=FUNCTION_WORDS | QUESTION_WORDS,
    stem=stem,
    form=form,
    parts=parts,
    variants=variants,
    numerals=NUMERALS,
    multipliers=MULTIPLIERS,
    question_types=QUESTION_TYPES,
    question_signs=QUESTION_SIGNS,
    counting=COUNTING,
    amounts=frozenset(AMOUNTS.split()),
    fixed_phrases=parse_fixed_phrases(FIXED, verb_last=False),
    type_words=frozenset(stem(w) for w in TYPE_WORDS.split()),
    anaphors=frozenset(_ANAPHORS.split()),
)
