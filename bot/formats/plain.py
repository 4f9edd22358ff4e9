"""Plain text: the file as it stands, its layout left to `core.segmentation.layout`.

Rule of this room: not one character is changed, so that offsets mean the file; only where line ends cut words, as in
text from a PDF, it is joined to paragraphs, and offsets mean those.
"""

from bot.formats.wrapped import composed, is_set, joined
from bot.model import ExtractedText


def read(text: str, origin: str) -> ExtractedText:  # noqa: ARG001 -- every reader is called alike
    """Return a plain text as an extracted text without blocks."""
    if is_set(text):
        return ExtractedText(*composed(joined(text.split("\f"))))
    return ExtractedText(text)
