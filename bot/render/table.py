"""Rows of cells as lines whose columns stand under each other.

Rule of this room: no cell is cut; a table that is too wide folds its widest column, and one that has no room for that
is stacked.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from bot.render.text import columns, fold, inert

INDENT = "  "
BETWEEN = "   "
NARROWEST = 12
"""Columns; a column that would be folded to less is not worth reading, so the table is stacked."""

Grid = tuple[tuple[str, ...], ...]


def table(rows: Grid, width: int | None) -> Iterator[tuple[str, str]]:
    """Yield each line as (what stands up to the second column, the rest), at most `width` columns wide if words allow.

    Columns of numbers and counts are aligned to the right. Without columns there are no lines.
    """
    cells = tuple(tuple(" ".join(inert(cell).split()) for cell in row) for row in rows if row)
    wide = _widths(cells, width)
    if wide is None:
        yield from _stacked(cells, width)
        return
    right = [_counts(column) for column in zip_longest(*cells, fillvalue="")]
    for row in cells:
        yield from _row(row, wide, right)


def _widths(cells: Grid, width: int | None) -> list[int] | None:
    """Return the width of each column, or None where no column can give way."""
    wide = [max(columns(cell) for cell in column) for column in zip_longest(*cells, fillvalue="")]
    if width is None or not wide:
        return wide
    over = len(INDENT) + sum(wide) + len(BETWEEN) * (len(wide) - 1) - width
    if over > 0:
        widest = wide.index(max(wide))
        wide[widest] -= over
        if wide[widest] < NARROWEST:
            return None
    return wide


def _counts(column: Sequence[str]) -> bool:
    return all(cell.rstrip("×").isdecimal() for cell in column)


def _row(row: Sequence[str], wide: Sequence[int], right: Sequence[bool]) -> Iterator[tuple[str, str]]:
    folded = [tuple(_lines(*cell)) for cell in zip(row, wide, strict=False)]
    for line in zip_longest(*folded, fillvalue=""):
        padded = [_padded(*cell) for cell in zip(line, wide, right, strict=False)]
        rest = BETWEEN.join(padded[1:]).rstrip()
        yield (f"{INDENT}{padded[0]}{BETWEEN}", rest) if rest else (f"{INDENT}{padded[0]}".rstrip(), "")


def _lines(cell: str, width: int) -> Iterator[str]:
    """Yield the lines of a cell, the second and the next ones indented, so that none looks like a row of its own."""
    if columns(cell) <= width:
        yield cell
        return
    for number, (start, end) in enumerate(fold(cell, width - len(INDENT))):
        yield (INDENT if number else "") + cell[start:end]


def _padded(cell: str, width: int, right: bool) -> str:  # noqa: FBT001 - it is one of a row of facts
    blank = " " * (width - columns(cell))
    return blank + cell if right else cell + blank


def _stacked(cells: Grid, width: int | None) -> Iterator[tuple[str, str]]:
    """Yield the cells of each row under each other, the first one out."""
    for row in cells:
        for number, cell in enumerate(row):
            indent = INDENT * (2 if number else 1)
            inner = None if width is None else max(NARROWEST, width - len(indent))
            for start, end in fold(cell, inner) if cell else ():
                line = indent + cell[start:end]
                yield ("", line) if number else (line, "")
