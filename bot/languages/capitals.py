"""Sentences in capitals, as a tagger can read them: ‹MAYOR JOAN BECK SAID …› as ‹mayor Joan Beck said …›.

Rule of this room: only what a tagger is given changes; the text stays as it is.
"""

from collections.abc import Sequence

from bot.languages.given_names import is_given

_LEAST = 4
"""Words in capitals that make a sentence shouted; fewer may be short forms."""


def softened(words: Sequence[str]) -> Sequence[str]:
    """Return a shouted sentence's words in small letters, but first names and what follows them; others as they are."""
    spelt = [w for w in words if w.isalpha() and len(w) > 1]
    if len(spelt) < _LEAST or not all(w.isupper() for w in spelt):
        return words
    named = [is_given(w) or (i > 0 and is_given(words[i - 1]) and w.isalpha()) for i, w in enumerate(words)]
    return [w.capitalize() if name else w.lower() for w, name in zip(words, named, strict=True)]
