"""English sentences that report without a frame: ‹reportedly›, ‹is said to›, ‹rumours of›.

Rule of this room: ‹would› and past tenses show nothing by themselves; English has no form that only reports. Behind
reported speech, ‹He would …› goes on with it.
"""

import re

from bot.core.language_data.reported_speech import MarkerStrength, ReportingMarker
from bot.core.syntax.tagged_text import TaggedText
from bot.languages.en.reported_speech.vocabulary import HEARSAY_ADVERBS, HEARSAY_NOUN, HEARSAY_PASSIVE, HEARSAY_THAT

_WOULD = frozenset({"would", "wouldn't", "wouldn’t"})
_EARLY = 5
"""Words before ‹would› in ‹By Friday, it would be over›."""
_PRONOUNS = frozenset({"he", "she", "they", "it", "this", "that"})
_WOULD = frozenset({"would", "wouldn't", "wouldn’t"})
_EARLY = 5
"""Words before ‹would› in ‹By Friday, it would be over›."""
_PRONOUNS = frozenset({"he", "she", "they", "it", "this", "that"})
_PATTERNS: tuple[re.Pattern[str], ...] = (HEARSAY_PASSIVE, HEARSAY_THAT, HEARSAY_NOUN)


def sign(page: TaggedText, sentence: int) -> ReportingMarker:
    """Return whether a sentence without a frame is hearsay, looking outside of quotations."""
    start, end = page.sentences[sentence]
    adverbs = tuple(i for i in range(start, end) if page.at(i).lower in HEARSAY_ADVERBS and page.at(i).quote is None)
    if adverbs:
        return ReportingMarker(frozenset({MarkerStrength.DOUBT}), adverbs)
    words = " " + " ".join(t.lower for t in page.words(start, end) if t.quote is None) + " "
    for pattern in _PATTERNS:
        found = pattern.search(words)
        if found:
            return ReportingMarker(frozenset({MarkerStrength.DOUBT}), _cue(page, start, end, found.group().split()))
    return ReportingMarker(frozenset({MarkerStrength.WEAK})) if _goes_on(page, start, end) else ReportingMarker()


def _goes_on(page: TaggedText, start: int, end: int) -> bool:
    """Tell whether a sentence can go on with what was reported: its subject a pronoun, its first verb ‹would›."""
    verbs = page.finite(start, end)
    first = verbs[0] if verbs else start
    would = page.at(first).lower in _WOULD and page.at(first - 1).lower in _PRONOUNS and first - start <= _EARLY
    return would and not any(t.lower in {"if", "later"} or t.quote is not None for t in page.words(start, end))


def _cue(page: TaggedText, start: int, end: int, words: list[str]) -> tuple[int, ...]:
    """Return the tokens of the words that a pattern found."""
    for i in range(start, end - len(words) + 1):
        if [page.at(i + n).lower for n in range(len(words))] == words:
            return tuple(range(i, i + len(words)))
    return ()
