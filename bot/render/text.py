"""Text on a terminal: what may be sent to it, how wide it is, and where a line may end.

Rule of this room: a line ends at a space and nowhere else, and that space is the only character that is lost, so that
joining the lines with spaces gives the text again.
"""

import re
from collections.abc import Iterator

TAB = 8
"""Columns that a tab takes at most."""
_PLAIN = "\u0300"
"""Below this code point every visible character is one column wide (Unicode Standard Annex 11 has none wide there)."""
_LINE_END = re.compile("\r\n")
_INERT = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"},
    0x7F: 0x2421,
    **dict.fromkeys((*range(0x80, 0xA0), 0x2028, 0x2029, 0x202D, 0x202E, *range(0xD800, 0xE000)), 0xFFFD),
}
"""What a terminal would act on instead of showing it. C0 and DEL become their pictures (U+2400 ff., Control Pictures);
C1, line and paragraph separators, overrides of the writing direction and halves of surrogate pairs have none."""


def inert(text: str) -> str:
    """Return a text that a terminal shows and never obeys: no control character but line end and tab."""
    if text.isprintable():  # as nearly all text is: a thirtieth of the time of what is below
        return text
    return _LINE_END.sub("\n", text).translate(_INERT)


def beside_line_end(text: str, place: int) -> int:
    """Return a place that does not part CR from LF, which are shown as one line end."""
    return place + 1 if place > 0 and text[place - 1 : place + 1] == "\r\n" else place


def columns(text: str) -> int:
    """Return how many columns a line takes on a terminal; a tab counts in full, so the result is an upper bound."""
    text = text.replace("\t", " " * TAB)
    if text.isascii() or max(text) < _PLAIN:
        return len(text)
    from wcwidth import wcswidth  # noqa: PLC0415 - its tables take longer to load than most answers to render

    width: int = wcswidth(text)
    return width if width >= 0 else len(text)


def fold(text: str, width: int | None) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each line that is shown of a text; None never ends a line that the text doesn't end.

    A word that is wider than `width` columns stays whole on a line of its own.
    """
    start = 0
    for line in text.split("\n"):
        if width is None:
            yield start, start + len(line)
        else:
            yield from _fold_line(line, start, width)
        start += len(line) + 1


def _fold_line(line: str, start: int, width: int) -> Iterator[tuple[int, int]]:
    begin = position = 0
    used = -1
    for word in line.split(" "):
        wide = columns(word)
        if used >= 0 and used + 1 + wide > width:
            yield start + begin, start + position - 1
            begin, used = position, -1
        used += 1 + wide
        position += len(word) + 1
    yield start + begin, start + position - 1
