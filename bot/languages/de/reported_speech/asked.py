"""What a reporter asked, before the answer: ‹Auf die Frage, ob …, sagte X›, ‹Gefragt, warum …, schwieg X›.

Rule of this room: the question ends where the main clause begins, with its verb.
"""

from bot.core.syntax.tagged_text import TaggedText

_ASKED = frozenset({"gefragt", "befragt", "angesprochen", "nachgefragt"})
_QUESTION = frozenset({"frage", "fragen", "nachfrage", "nachfragen", "rückfrage", "zwischenfrage"})
_NEAR = 4
"""Words of ‹Auf die wiederholte Frage›."""


def asked(page: TaggedText, sentence: int) -> int:
    """Return where a reporter's question ends with which a sentence begins: at its start where there is none."""
    start, end = page.sentences[sentence]
    first = page.at(start).lower
    on = first == "auf" and any(t.lower in _QUESTION for t in page.words(start + 1, min(end, start + 1 + _NEAR)))
    clauses = page.clauses[sentence]
    if not (on or first in _ASKED) or not clauses or page.finite(*clauses[0]):
        return start
    return next((a for a, _ in clauses[1:] if page.at(a).finite), start)
