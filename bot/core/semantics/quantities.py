"""What a number counts: the noun behind it, with an adjective between them or a unit before it.

Rule of this room: only what follows a number without another word, a mark or a year's look is counted by it.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from bot.core.semantics.names import is_counted_noun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.core.language import Language
    from bot.core.lexical.analysis import Word

_FAR = 4
"""Words behind a number that are looked at."""
YEAR = re.compile(r"1\d{3}|20\d\d")
"""A number of four digits that may be a year."""
_YEAR_OF_NEWS = re.compile(r"1[4-9]\d\d|20\d\d")
"""One that is more likely a year than a number of what follows it: 1200 soldiers are counted, and 1945 is a year."""


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
    large, between = language.morphology.capital_nouns, language.morphology.counted_between
    for n in range(at + 1, min(len(row), at + 1 + _FAR)):
        if not between.fullmatch(text, row[n - 1].end, row[n].start) or row[n].form[0].isdigit():
            return
        if is_counted_noun(row[n], text, language):
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
        return not _YEAR_OF_NEWS.fullmatch(text, word.start, word.end)
    return word.word in language.questions.amounts
