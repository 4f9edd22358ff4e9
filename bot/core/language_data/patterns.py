"""Patterns of a language's tables, compiled when they are first asked for.

Rule of this module: a question needs half of the patterns of two languages, and compiling one takes longer than using
it a hundred times; tests compile all.
"""

import re
from typing import cast


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` returns, made when the first of its methods is called."""
    return cast(re.Pattern[str], Pattern(text, flags))


class Pattern:
    """A compiled pattern to whoever asks it for a method or an attribute; after the first time those are its own."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text
        self._given = flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> object:
        found: object = getattr(self.compiled(), name)
        setattr(self, name, found)
        return found

    def compiled(self) -> re.Pattern[str]:
        """Return the pattern as `re` knows it."""
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self._given)
        return self._compiled
