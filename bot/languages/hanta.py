"""HanTa with a memory: analyses of word forms are kept; they are nine tenths of its work.

Rule of this room: nothing else imports HanTa, and nothing here knows a language.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

MAX_FORMS = 20_000
"""Word forms whose analyses are kept; the vocabulary of some hundred articles, about 20 MB."""

MAX_LETTERS = 48
"""Letters of a word that is analysed; the work grows with their square, and longer ones are addresses and codes."""

Raw = Callable[[Sequence[str]], Sequence[tuple[str, str, str]]]
"""The words of a sentence in; word, dictionary form and tag of each out."""


def load(model: str) -> Raw:
    """Load a model that comes with HanTa (by its file name) and return its tagger; 0.1 to 0.5 s, 40 MB."""
    from HanTa.HanoverTagger import HanoverTagger  # noqa: PLC0415 - asking never needs it, and it is slow to load

    class Remembering(HanoverTagger):  # type: ignore[misc] # HanTa ships no types
        """HanTa with a memory of word forms."""

        def __init__(self) -> None:
            super().__init__(model)
            self.analyze_forward = lru_cache(MAX_FORMS)(super().analyze_forward)
            self._analyze = lru_cache(MAX_FORMS)(super()._analyze)

    tagger = Remembering()

    def tag(words: Sequence[str]) -> Sequence[tuple[str, str, str]]:
        found: list[tuple[str, str, str]] = tagger.tag_sent([w if 0 < len(w) <= MAX_LETTERS else "X" for w in words])
        return found

    return tag
