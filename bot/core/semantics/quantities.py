"""What a number counts: the noun behind it, with an adjective between them or a unit before it.

Rule of this room: only what follows a number without another word, a mark or a year's look is counted by it.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.core.language import Language
    from bot.core.lexical.analysis import Word

_FAR = 4
"""Words behind a number that are looked at."""
_YEAR = re.compile(r"1[4-9]\d\d|20\d\d")
_BETWEEN = re.compile(r"[\s-]+(?:of\s+(?:(?:the|its|their|his|her)\s+)?)?")
"""What may stand between a number and what it counts: half of the houses."""


def counted_nouns_in(text: str, row: Sequence[Word], language: Language) -> Iterator[int]:
    """Yield the places of the nouns that a number of a sentence with the words `row` counts."""
    parties = language.lexicon().entities(language.code)
    for at, number in enumerate(row):
        if not _is_number(text, number, language):
            continue
        nouns = list(_nouns(text, row, at, language))
        yield from (n for n in nouns if n == nouns[-1] or row[n].form not in parties)


def _nouns(text: str, row: Sequence[Word], at: int, language: Language) -> Iterator[int]:
    """Yield the places of the nouns that follow the number at `at`; in German a noun ends what it counts."""
    large = language.morphology.capital_nouns
    for n in range(at + 1, min(len(row), at + 1 + _FAR)):
        if not _BETWEEN.fullmatch(text, row[n - 1].end, row[n].start) or row[n].form[0].isdigit():
            return
        if is_noun(row[n], text, language):
            yield n
        elif n > at + 1 and large and text[row[n - 1].start].isupper():
            return


def counted_nouns_asked(words: str, language: Language) -> tuple[str, ...]:
    """Return what a question, given as its normalised words with spaces around them, wants the number of."""
    found = language.questions.counting.search(words)
    if not found:
        return ()
    return tuple(takewhile(lambda word: word not in language.morphology.stop_words, found[1].split()))


def _is_number(text: str, word: Word, language: Language) -> bool:
    if word.form[0].isdigit():
        return not _YEAR.fullmatch(text, word.start, word.end)
    return word.word in language.questions.amounts


def is_noun(word: Word, text: str, language: Language) -> bool:
    """Tell whether a word behind a number may be what it counts."""
    if language.morphology.capital_nouns:
        return text[word.start].isupper() and word.word not in language.questions.amounts
    known = language.lexicon().vocabulary(language.code)
    return word.form in known.nouns or not (word.form in known.words or word.form in known.indivisible)
