"""Plain text: the file as it stands, its layout left to `core.layout`.

Rule of this room: not one character is changed, so that offsets mean the file.
"""

from bot.model import ExtractedText


def read(text: str, origin: str) -> ExtractedText:  # noqa: ARG001 -- every reader is called alike
    """Return a plain text as a reading without blocks."""
    return ExtractedText(text)
