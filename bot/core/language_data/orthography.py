"""How a language writes: the tables that sentences and the layout of an article are found with.

Rule of this room: it holds no rule. What is read from the tables stands in `segmentation`.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from bot.core.language_data.notes import Notes


class Orthography(NamedTuple):
    """The tables of one language.

    Abbreviations stand without their last full stop and without inner spaces ("z.B"). An entry that starts with a small
    letter also holds for the same word at the start of a sentence; one that starts with a capital holds as written.
    """

    binding: frozenset[str]
    """Abbreviations that are never the last word of a sentence: "Dr", "z.B", "Mr"."""
    abbreviations: frozenset[str]
    """Abbreviations that may be the last word of a sentence, which then shows in an opener after them: "usw", "Inc"."""
    numbering: frozenset[str]
    """Words that are abbreviations before a number only: "Art", "No"."""
    openers: frozenset[str]
    """Words, capitalised, that are capitalised because a sentence starts with them: "Der", "However"."""
    ordinals: bool
    """Whether a number with a full stop is an ordinal ("4. November")."""
    ordinal_followers: frozenset[str]
    """Capitalised words that an ordinal stands before more often than the end of a sentence: months, "Jahrhundert"."""
    ordinal_leaders: frozenset[str]
    """Words, in small letters, that an ordinal stands behind: "am", "der", "zum"."""
    counters: frozenset[str]
    """Words that a cardinal stands behind, so that the full stop after it ends the sentence: "Platz 3."."""
    reporting: frozenset[str]
    """Verbs that report a quotation right after its closing mark and a name: ‹"Why now?" Smith asked›."""
    byline_words: frozenset[str]
    """Words that name the author in a line of its own: "Von", "By"."""
    name_particles: frozenset[str]
    """Small words inside a place's or a person's name and between names: "am", "von", "and"."""
    date_words: frozenset[str]
    """Words, in small letters, of a line that gives nothing but a date: months, days, "Uhr", "updated"."""
    staff_line: re.Pattern[str] | None = None
    """What a line below an article that names who worked on it looks like: ‹Reporting by …›."""
    inner_endings: tuple[str, ...] = ()
    """What stands behind a full stop inside a word: ‹Lehrer.Innen›."""
    noted: Callable[[], Notes] = Notes
    """What `notes` are: made when an article is taken in, because asking never needs them."""
    letters: str = ""
    """Letters beyond a to z, small and capital: "äöüßÄÖÜ"."""
    spellings: tuple[tuple[re.Pattern[str], str], ...] = ()
    """Ways to write the same word in small letters, each with what stands for them all: British and American."""
    spaced_quotes: bool = False
    """Whether a space stands inside quotation marks: « word »."""

    @property
    def notes(self) -> Notes:
        """Return how pages speak of themselves: lines that are not the article's."""
        return self.noted()
