"""English sentences that report without a frame: ‹reportedly›, ‹is said to›, ‹rumours of›.

Rule of this room: ‹would› and past tenses show nothing by themselves; English has no form that only reports.
"""

import re

from bot.core.speech import Grade, Sign
from bot.core.syntax import Page
from bot.languages.en.speech.words import HEARSAY_ADVERBS, HEARSAY_NOUN, HEARSAY_PASSIVE, HEARSAY_THAT

_PATTERNS: tuple[re.Pattern[str], ...] = (HEARSAY_PASSIVE, HEARSAY_THAT, HEARSAY_NOUN)


def sign(page: Page, sentence: int) -> Sign:
    """Return whether a sentence without a frame is hearsay, looking outside of quotations."""
    start, end = page.sentences[sentence]
    adverbs = tuple(i for i in range(start, end) if page.at(i).lower in HEARSAY_ADVERBS and page.at(i).quote < 0)
    if adverbs:
        return Sign(frozenset({Grade.DOUBT}), adverbs)
    words = " " + " ".join(t.lower for t in page.words(start, end) if t.quote < 0) + " "
    for pattern in _PATTERNS:
        found = pattern.search(words)
        if found:
            return Sign(frozenset({Grade.DOUBT}), _cue(page, start, end, found.group().split()))
    return Sign()


def _cue(page: Page, start: int, end: int, words: list[str]) -> tuple[int, ...]:
    """Return the tokens of the words that a pattern found."""
    for i in range(start, end - len(words) + 1):
        if [page.at(i + n).lower for n in range(len(words))] == words:
            return tuple(range(i, i + len(words)))
    return ()
