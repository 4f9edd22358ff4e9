"""The lexicon's entries of several words, in a row of words.

Rule of this room: the longest entry at each place counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.lexical.lexicon import LONGEST_PHRASE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.core.lexical.analysis import Word
    from bot.core.lexical.lexicon import Lexicon
    from bot.model import Translation


def phrases(words: Sequence[Word], lexicon: Lexicon, code: str) -> Iterator[tuple[int, int, tuple[Translation, ...]]]:
    """Yield the entries of several words in a row of language `code`: start, end, translations."""
    first_words = lexicon.first_words(code)
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + LONGEST_PHRASE), start + 1, -1):
            if words[start].form not in first_words:
                break
            found = lexicon.translations(" ".join(w.form for w in words[start:end]), code)
            if found:
                yield start, end, found
                start = end - 1
                break
        start += 1
