"""Questions that stand in an article: an interviewer's, or one that the writer asks; they are no answer to any.

Rule of this room: only what ends as a question is one; a question that is quoted within a statement is part of it.
"""

from __future__ import annotations

_CLOSING = "\"'”’“»«)] "
"""What may stand behind the mark."""


def is_question(sentence: str) -> bool:
    """Tell whether a sentence is a question."""
    return sentence.rstrip(_CLOSING).endswith("?")
