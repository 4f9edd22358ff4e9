"""A reply's parts as pages that each fit a Slack message.

Rule of this module: a sentence and its source stay together, and what leads to something never ends a page.
"""

from collections.abc import Iterable

from bot.chat import Part
from bot.render.slack.blocks import Block, Piece, pieces
from bot.render.slack.elements import rich, section, span

LONGEST_PAGE = 10_000
"""Units of all texts on a page. Slack refuses about 13,200 in blocks (bolt-js#2509), though its page on limits says
40,000; buttons, the line over a shared answer and the fallback text need the rest."""
MOST_BLOCKS = 40
"""Blocks on a page; Slack takes 50 (Block Kit reference), and buttons, hint and preface come on top."""


def pages(parts: Iterable[Part]) -> tuple[tuple[Block, ...], ...]:
    """Return the blocks of each page, at least one page with at least one block."""
    found: list[list[Piece]] = [[]]
    for piece in (piece for part in parts for piece in pieces(part)):
        page = found[-1]
        if page and (piece.fresh or not _fits([*page, piece])):
            found.append([] if piece.fresh else _torn_off(page))
        found[-1].append(piece)
    return tuple(_blocks(page) for page in found if page) or ((rich(section(span("…"))),),)


def _fits(page: list[Piece]) -> bool:
    return sum(p.size for p in page) <= LONGEST_PAGE and sum(len(p.blocks) for p in page) <= MOST_BLOCKS


def _torn_off(page: list[Piece]) -> list[Piece]:
    """Take the headings at the end of a page away from it, for the next one; a page of nothing else keeps them."""
    torn: list[Piece] = []
    while len(page) > 1 and page[-1].leads and page[-1].size < LONGEST_PAGE // 10:
        torn.insert(0, page.pop())
    return torn


def _blocks(page: Iterable[Piece]) -> tuple[Block, ...]:
    return tuple(block for piece in page for block in piece.blocks)
