"""A reply as the text of a notification, for screen readers, and for a message whose blocks Slack refuses.

Rule of this module: sentences come first, each with its source, and none is cut unless it alone is too long.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

from bot.chat import Cited, Heading, Part, Reply, Rows, Said
from bot.render.slack.elements import escaped, short, units
from bot.render.slack.ui_texts import words_in
from bot.render.text import inert

LONGEST = 2_000
"""Units before escaping. Screen readers read it all; Slack takes 4,000 in `chat.update` (its reference)."""
LONGEST_PLAIN = 2_900
"""Likewise for a message of text alone; every `&` becomes five characters, so this leaves room for some."""
LONGEST_ESCAPED = 3_900
"""Units after escaping."""


def fallback(reply: Reply) -> str:
    """Return the sentences of a reply with their sources, or what it says where it has none; escaped.

    What all see begins with the question.
    """
    cited: tuple[Part, ...] = tuple(part for part in reply.parts if isinstance(part, Cited))
    asked = (Said(reply.question),) if reply.public and reply.question else ()
    return _joined(_lines((*asked, *(cited or reply.parts))), LONGEST, reply.language)


def plain_text(reply: Reply) -> str:
    """Return a whole reply as text alone, escaped; what does not fit is left out, and that is said."""
    return _joined(_lines(reply.parts), LONGEST_PLAIN, reply.language)


def _lines(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        match part:
            case Said(text, link) if link:
                yield inert(f"{text}: {link}")
            case Said(text) | Heading(text):
                yield inert(text)
            case Cited():
                yield from (inert(text) for text in (part.before,) if text)
                yield f"{inert(part.text)} — {' '.join(inert(part.source).split())}"
                yield from (inert(text) for text in (part.after,) if text)
            case Rows(rows):
                yield from (" – ".join(" ".join(inert(cell).split()) for cell in row if cell) for row in rows)
            case _:
                assert_never(part)


def _joined(lines: Iterable[str], longest: int, language: str) -> str:
    kept: list[str] = []
    used = 0
    for line in lines:
        used += units(line) + 1
        if kept and (used > longest or units(escaped("\n".join([*kept, line]))) > LONGEST_ESCAPED):
            kept.append(words_in(language).shortened)
            break
        kept.append(line if used <= longest else short(line, longest))
    whole = escaped("\n".join(kept)).strip() or "…"
    return whole if units(whole) <= LONGEST_ESCAPED else escaped(short("\n".join(kept), LONGEST_ESCAPED // 5))
