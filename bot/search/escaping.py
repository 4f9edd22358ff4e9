"""Texts as an engine takes them: without what parts its terms, and without what is no character.

Rule of this module: two texts never become one, and each can be had back.
"""

import re

_ESCAPED = re.compile(r"%([0-9a-f]+);")


def escaped(text: str, odd: re.Pattern[str]) -> str:
    """Return a text with a code for each character that `odd` matches, "%" among them."""
    return odd.sub(lambda found: f"%{ord(found[0]):x};", text)


def unescaped(text: str) -> str:
    """Return the text that was escaped."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
