"""."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.lexical.lexicon import LONGEST_PHRASE
from bot.model import Translation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.core.language import Language
    from bot.core.lexical.analysis import Word


def phrases(words: Sequence[Word], language: Language) -> Iterator[tuple[int, int, tuple[Translation, ...]]]:
    """Yield the lexicon's entries of several words, the longest at each place: start, end, renderings."""
    lexicon = language.lexicon()
    heads = lexicon.first_words(language.code)
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + LONGEST_PHRASE), start + 1, -1):
            if words[start].form not in heads:
                break
            found = lexicon.translations(" ".join(w.form for w in words[start:end]), language.code)
            if found:
                yield start, end, found
                start = end - 1
                break
        start += 1
