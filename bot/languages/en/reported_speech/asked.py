"""What a reporter asked, before the answer: ‹Asked whether …, X said›, ‹When asked about …, X declined›.

Rule of this room: the question ends where a clause begins that needs no other.
"""

from bot.core.syntax.tagged_text import Pos, TaggedText

_ASKED = frozenset({"asked", "pressed", "questioned", "quizzed"})
_RESPONSE = frozenset({"response", "answer", "reply"})
_QUESTION = frozenset({"question", "questions"})
_DEPENDENT = frozenset({Pos.SUBORDINATOR, Pos.QUESTION, Pos.RELATIVE, Pos.PREPOSITION, Pos.CONJUNCTION})
_NEAR = 6
"""Words of ‹In response to a reporter's question›."""


def asked(page: TaggedText, sentence: int) -> int:
    """Return where a reporter's question ends with which a sentence begins: at its start where there is none."""
    start, end = page.sentences[sentence]
    first, second = page.at(start).lower, page.at(start + 1).lower
    answering = first == "in" and second in _RESPONSE
    answering = answering and any(t.lower in _QUESTION for t in page.words(start, min(end, start + _NEAR)))
    if not (first in _ASKED or (first in {"when", "if"} and second in _ASKED) or answering):
        return start
    free = (a for a, b in page.clauses[sentence][1:] if page.at(a).pos not in _DEPENDENT and page.finite(a, b))
    return next(free, start)
