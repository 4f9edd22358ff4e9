"""A map as PNG, for chats that show no SVG.

Rule of this module: drawn with the fonts that come along, and no others, so a map looks the same on every machine.
"""

from contextlib import ExitStack
from importlib.resources import as_file, files

from resvg_py import svg_to_bytes

FAMILY = "Open Sans"
FONTS = ("OpenSans-Regular.ttf", "OpenSans-Bold.ttf")
"""Latin, Greek and Cyrillic letters (bot/view/fonts/README.md).

What they lack is left out of the picture, and stands in the words beside it.
"""
ZOOM = 3.0
"""Pixels a unit: 1,200 across, as a telephone has."""


def png(svg: str) -> bytes:
    """Return a picture in SVG as PNG."""
    with ExitStack() as stack:
        fonts = [str(stack.enter_context(as_file(files("bot.view").joinpath("fonts", name)))) for name in FONTS]
        return bytes(
            svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=fonts, sans_serif_family=FAMILY, zoom=ZOOM)
        )
