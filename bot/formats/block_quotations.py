"""Block quotations of a page: their text, and below it who is quoted, as ‹— Name›.

Rule of this room: who is quoted is whom the markup names: a `cite` or `footer` in the quotation, its figure's caption.
"""

from collections.abc import Sequence
from typing import TypeAlias

from bot.formats.lines import Flow, key_of
from bot.model import BlockKind

Part: TypeAlias = tuple[BlockKind, str]

MAX_SOURCE = 120
"""Characters of who is quoted: name, office, place."""

MAX_QUOTATIONS = 50
"""Block quotations of a page that are looked at; an article of embedded posts has thirty."""

MAX_LINES = 20
"""Lines of a quotation and of the figure around it; more of them are the text."""

_SOURCES = ("cite", "footer", "figcaption")
_DASHES = ("–", "—", "-", "―")


def with_quotations(parts: Sequence[Part], flow: Flow) -> list[Part]:
    """Return the parts with the quotations that were passed over between them, and each with its source below it."""
    done = list(parts)
    whole = "\n".join(key_of(words) for _, words in parts)
    for first, last in quotations(flow)[:MAX_QUOTATIONS]:
        lines = [(_plain(line.key), _shown(line.words, line.tag)) for line in flow.lines[first:last]]
        known = {_plain(key_of(words)): at for at, (_, words) in enumerate(done)}
        places = [known[key] for key, _ in lines if key in known]
        if not places and any(_bare(key) in whole for key, _ in lines):  # a pull quotation, which repeats the text
            continue
        at = min(places) if places else _place(flow, first, known)
        if at is None or any(done[place][0] is BlockKind.HEADING for place in places):
            continue
        keys = {key for key, _ in lines}
        rest = [part for part in done[at:] if _plain(key_of(part[1])) not in keys]
        done = [*done[:at], *((BlockKind.PARAGRAPH, words) for _, words in lines), *rest]
    return done


def _plain(key: str) -> str:
    return key.lstrip("".join(_DASHES))


def _bare(key: str) -> str:
    """Return a quotation's key without the marks around it and the stop at its end."""
    return key.strip("\"'“”„»«’‘›‹.,!?…")


def quotations(flow: Flow) -> list[tuple[int, int]]:
    """Return where the lines of each outermost quotation are, with those of the figure around it."""
    small = [box for box in flow.boxes if box.last - box.first <= MAX_LINES]
    quoted = [(box.first, box.last) for box in small if box.tag == "blockquote"]
    starts = {first for first, _ in quoted}
    figures = [(b.first, b.last) for b in small if b.tag == "figure" and starts & set(range(b.first, b.last))]
    found: list[tuple[int, int]] = []
    for first, last in sorted({*quoted, *figures}, key=lambda lines: (lines[0], -lines[1])):
        if not found or first >= found[-1][1]:
            found.append((first, last))
    return found


def _shown(words: str, tag: str) -> str:
    """Return a line, with a dash in front of it where it says who is quoted."""
    if tag in _SOURCES and len(words) <= MAX_SOURCE and not words.startswith(_DASHES):
        return f"— {words}"
    return words


def _place(flow: Flow, first: int, known: dict[str, int]) -> int | None:
    """Return where a quotation belongs that is between found lines: behind the nearest one above it."""
    above = next(
        (known[line.key] for line in reversed(flow.lines[max(0, first - 5) : first]) if line.key in known), None
    )
    below = any(line.key in known for line in flow.lines[first + 1 : first + 9])
    return above + 1 if above is not None and below else None
