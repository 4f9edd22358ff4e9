"""From parts to one text with its blocks.

Rule of this room: parts are joined by a blank line, and a block's span is exactly its part.
"""

from collections.abc import Iterable

from bot.model import Block, BlockKind, Span


def compose(parts: Iterable[tuple[BlockKind, str]]) -> tuple[str, tuple[Block, ...]]:
    """Return the text that the parts make, and a block for each of them."""
    text = ""
    pieces: list[str] = []
    blocks: list[Block] = []
    at = 0
    for kind, part in parts:
        if pieces:
            pieces.append("\n\n")
            at += 2
        pieces.append(part)
        blocks.append(Block(kind, Span(at, at + len(part))))
        at += len(part)
    text = "".join(pieces)
    return text, tuple(blocks)
