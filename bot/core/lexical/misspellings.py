"""Slips of the pen in a question: the words of the lexicon that are one letter away from one that it does not have.

Rule of this room: what one slip makes of many words is not mended; whether a word is known is the caller's to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.core.language_data.morphology import Vocabulary

_SHORTEST, _LONGEST = 6, 20
"""Letters of a word that is mended: among shorter ones too many are alike, and longer ones cost too much."""
_MOST = 2
"""Words that one slip may stand for; where there are more, nothing is known."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def corrections(word: str, stem: Callable[[str], str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the stems of nouns that a word may be meant for: a letter wrong, missing, too many or swapped.

    Its first letter is right, as in nearly all slips.
    """
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
        return ()
    near = {stem(slip) for slip in _slips(word)}
    found = sorted(form for form in near if form in vocabulary.nouns)
    return tuple(found) if len(found) <= _MOST else ()


def _slips(word: str) -> Iterator[str]:
    for n in range(1, len(word) + 1):
        head, tail = word[:n], word[n:]
        yield from (head + c + tail for c in _LETTERS)
        if tail:
            yield head + tail[1:]
            yield from (head + c + tail[1:] for c in _LETTERS)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]


def is_slip(word: str, other: str) -> bool:
    """Tell whether two words differ in one letter, or in the order of two that stand side by side."""
    if len(word) > len(other):
        word, other = other, word
    at = next((n for n, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), len(word))
    if len(other) - len(word) == 1:
        return word[at:] == other[at + 1 :]
    if word[at + 1 :] == other[at + 1 :]:
        return word != other
    return word[at : at + 2] == other[at : at + 2][::-1] and word[at + 2 :] == other[at + 2 :]
