"""The smallest pieces of Block Kit, and how long they may be.

Rule of this module: a text is cut only where it is too long for one element, and nothing is lost at the cut.
"""

from collections.abc import Iterable, Iterator

from bot.render.text import inert

Element = dict[str, object]

LONGEST_TEXT = 3_000
"""Characters of one text, in UTF-16 units (Block Kit reference, text object); kept for rich text too."""
LONGEST_LABEL = 75
"""Characters on a button (Block Kit reference, button element)."""
MOST_BUTTONS = 25
"""Elements of one actions block (Block Kit reference)."""


def units(text: str) -> int:
    """Return how long a text is for Slack: UTF-16 units, so that the bound holds however Slack counts."""
    return len(text) + sum(c > "\uffff" for c in text)


def cut(text: str, longest: int = LONGEST_TEXT) -> Iterator[str]:
    """Yield a text in pieces of at most `longest` units, cut after a blank where there is one; joined they are it."""
    while units(text) > longest:
        end = _fits(text, longest)
        blank = text.rfind(" ", end // 2, end) + 1
        yield text[: blank or end]
        text = text[blank or end :]
    if text:
        yield text


def _fits(text: str, longest: int) -> int:
    """Return how many characters of a text that is too long fit."""
    used = 0
    for place, character in enumerate(text):
        used += 2 if character > "\uffff" else 1
        if used > longest:
            return place
    return len(text)


def span(text: str, style: str = "") -> Iterator[Element]:
    """Yield the rich text elements of a text in one style ("bold", "italic", "code", or none)."""
    for piece in cut(inert(text)):
        yield {"type": "text", "text": piece, **({"style": {style: True}} if style else {})}


def rich(*sections: Element) -> Element:
    """Return a rich text block."""
    return {"type": "rich_text", "elements": list(sections)}


def section(elements: Iterable[Element], kind: str = "section") -> Element:
    """Return a part of a rich text block: a "section" or a "quote"."""
    return {"type": f"rich_text_{kind}", "elements": list(elements)}


def plain(text: str) -> Element:
    """Return a plain text object: Slack shows it as it is."""
    return {"type": "plain_text", "text": text, "emoji": False}


def short(text: str, longest: int) -> str:
    """Return a label that fits, with an ellipsis where something was left out."""
    text = " ".join(inert(text).split()) or "…"
    return text if units(text) <= longest else text[: _fits(text, longest - 1)] + "…"


def escaped(text: str) -> str:
    """Return a text for where Slack reads its markup; three characters are all that it takes (Slack, formatting)."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
