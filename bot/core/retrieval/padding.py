"""What stands around a question without asking anything: greetings, politeness, "my boss wants to know", filler.

Rule of this room: what is asked is never touched; a question that is nothing but padding stays as it is.
"""

from __future__ import annotations

from bot.core.language_data.padding import Padding

_ROUNDS = 6
"""Layers of padding that are taken off, one after the other: "Hello, please tell me …"."""


def unpadded(question: str, padding: Padding) -> str:
    """Return a question without what stands around it, and in full; as it is where nothing else would be left."""
    text = question
    for _ in range(_ROUNDS):
        found = padding.opens.match(text) or padding.carries.match(text)
        rest = text[found.end() :] if found else text
        if (end := padding.ends.search(rest)) is not None:
            rest = rest[: end.start()] + end[0][-1:] if end[0][-1:] in "?!" else rest[: end.start()]
        if rest == text or not any(c.isalnum() for c in rest):
            break
        text = rest
    for short, full in padding.spelt:
        text = short.sub(full, text)
    return text


def questions_in(text: str, padding: Padding) -> tuple[str, ...]:
    """Return the questions that one text asks, two at most: "When does it open and who pays for it?"."""
    found = padding.parts.search(text)
    if not found:
        return (text,)
    first, second = text[: found.start()], text[found.end() :]
    several = all(len(part.split()) > 1 for part in (first, second))
    return (f"{first.rstrip('?')}?", second) if several and padding.asks.match(first) else (text,)
