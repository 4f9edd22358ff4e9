"""Which words are names, and which words of a question are one thing asked about.

Rule of this room: a capital letter shows a name only where it shows nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.language_data.questions import Questions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.language_data.morphology import Vocabulary
    from bot.core.lexical.analysis import Word

BEFORE = 40
"""Characters before a word that are looked at; a bound for hostile input."""


def is_name(word: Word, text: str, questions: Questions, vocabulary: Vocabulary) -> bool:
    """Tell whether a word is a name: it has a capital letter, and not because of what it is or where it stands."""
    if not text[word.start].isupper() or word.parts or questions.calendar.fullmatch(word.word):
        return False
    if text[word.end : word.end + 1] == "-" and text[word.end + 1 : word.end + 2].islower():
        return True  # Jong-un, Won-sik
    common = word.form in vocabulary.words or word.form in vocabulary.nouns or word.form in vocabulary.verbs
    if not common or word.form in vocabulary.indivisible:
        return True
    return not questions.capital_nouns and any(c.isalnum() for c in text[max(0, word.start - BEFORE) : word.start])


def aspects(words: Sequence[Word], text: str, questions: Questions, vocabulary: Vocabulary) -> tuple[int, ...]:
    """Return for each word which thing asked about it belongs to: names that follow each other are one."""
    found: list[int] = []
    open_until: int | None = None
    for n, word in enumerate(words):
        name = is_name(word, text, questions, vocabulary)
        between = text[open_until : word.start] if open_until is not None else "."
        joined = between == "-" or (name and between.isspace())
        found.append(found[-1] if joined else n)
        open_until = word.end if name or joined else None
    return tuple(found)
