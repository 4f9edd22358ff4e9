"""A talk in the terminal as an SVG picture, drawn by the code that draws the talk itself.

Rule of this room: nothing in the picture is made up, and it loads nothing from anywhere.
"""

import re
from collections.abc import Sequence
from io import StringIO

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from bot.chat import Reply
from bot.platforms.terminal import LOOK, SIGN, write
from bot.render.console import Style
from bot.render.text import inert

WIDTH = 92
"""Columns; on a page of usual width the letters are then as large as the text around the picture."""
_THEME = TerminalTheme(
    (24, 26, 31),
    (220, 223, 228),
    [
        (40, 44, 52),
        (224, 108, 117),
        (152, 195, 121),
        (229, 192, 123),
        (97, 175, 239),
        (198, 120, 221),
        (86, 182, 194),
        (220, 223, 228),
    ],
)
"""Ground, letters, and the eight colours of a terminal in their order, each legible on the ground."""
_WEB_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_FONT = "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace"


def picture(greeting: Reply, turns: Sequence[tuple[str, Reply]], *, title: str) -> str:
    """Return an SVG of a greeting and of what was typed and answered; the same talk gives the same picture."""
    console = Console(
        record=True, file=StringIO(), width=WIDTH, force_terminal=True, highlight=False, markup=False, emoji=False
    )
    write(console, greeting)
    for typed, reply in turns:
        console.print(Text.assemble((SIGN, LOOK[Style.NUMBER]), inert(typed)), soft_wrap=True)
        write(console, reply)
    svg = console.export_svg(title=title, theme=_THEME, unique_id="talk")
    return _WEB_FONT.sub("", svg).replace("Fira Code, monospace", _FONT).replace("Fira Code", _FONT)
