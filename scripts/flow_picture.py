"""Draws docs/flow.svg, the way of an article and of a question: `python scripts/flow_picture.py`."""

from html import escape
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "flow.svg"
WAYS = (
    ("TAKING IN, once", ("file, link, text", "document", "extracted text", "article")),
    ("ASKING", ("message", "question", "terms", "evidence", "hits", "answer", "reply")),
)
"""Each way, and what an article or a question is on it."""
INSIDE = {"article": "blocks, sentences, who says what", "answer": "or a refusal, with its reason"}
"""What is written below a box."""
WIDTH, HEIGHT, BETWEEN, LEFT, TOP, ROW = 104, 40, 26, 24, 44, 138
STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #1c2733 } .box { fill: #eef3f8; stroke: #6b8299 }
  .title { font-weight: 600 } .note { font-size: 11px; fill: #50616f } .way { stroke: #6b8299; fill: none }
  .store { fill: #dfe9d8; stroke: #6f8f5c }
"""


def drawn() -> str:
    """Return the picture."""
    wide = max(len(boxes) for _, boxes in WAYS)
    width, height = LEFT * 2 + wide * WIDTH + (wide - 1) * BETWEEN, TOP + ROW + HEIGHT + 48
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
        "<title>The way of an article and of a question</title>",
        f"<style>{STYLE}</style>",
        '<marker id="to" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">',
        '<path d="M0 0L8 4L0 8z" fill="#6b8299"/></marker>',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for row, (title, boxes) in enumerate(WAYS):
        top = TOP + row * ROW
        parts.append(_text(LEFT, top - 14, title, "title", "start"))
        for column, name in enumerate(boxes):
            parts += _box(column, top, name, last=column == len(boxes) - 1)
    parts += _store()
    return "\n".join([*parts, "</svg>", ""])


def _box(column: int, top: int, name: str, *, last: bool) -> list[str]:
    left = LEFT + column * (WIDTH + BETWEEN)
    parts = [
        f'<rect class="box" x="{left}" y="{top}" width="{WIDTH}" height="{HEIGHT}" rx="7"/>',
        _text(left + WIDTH / 2, top + HEIGHT / 2 + 4, name),
    ]
    if name in INSIDE:
        parts.append(_text(left + WIDTH / 2, top + HEIGHT + 15, INSIDE[name], "note"))
    if not last:
        parts.append(_arrow(left + WIDTH, top + HEIGHT / 2, left + WIDTH + BETWEEN - 2, top + HEIGHT / 2))
    return parts


def _store() -> list[str]:
    """Return the store behind the article, and the way from there to the evidence."""
    column = len(WAYS[0][1])
    left, top = LEFT + column * (WIDTH + BETWEEN), TOP
    down = f"M{left + WIDTH / 2} {top + HEIGHT}V{top + HEIGHT + 42}"
    evidence = LEFT + WAYS[1][1].index("evidence") * (WIDTH + BETWEEN) + WIDTH / 2
    return [
        _arrow(left - BETWEEN, top + HEIGHT / 2, left - 2, top + HEIGHT / 2),
        f'<rect class="store" x="{left}" y="{top}" width="{WIDTH}" height="{HEIGHT}" rx="7"/>',
        _text(left + WIDTH / 2, top + HEIGHT / 2 + 4, "store"),
        f'<path class="way" marker-end="url(#to)" d="{down}H{evidence}V{TOP + ROW - 2}"/>',
        _text((left + evidence + WIDTH / 2) / 2, top + HEIGHT + 36, "index, made when it is asked first", "note"),
    ]


def _arrow(x: float, y: float, to_x: float, to_y: float) -> str:
    return f'<path class="way" marker-end="url(#to)" d="M{x} {y}L{to_x} {to_y}"/>'


def _text(x: float, y: float, text: str, kind: str = "", anchor: str = "middle") -> str:
    return f'<text x="{x}" y="{y}" class="{kind}" text-anchor="{anchor}">{escape(text)}</text>'


if __name__ == "__main__":
    PAGE.write_text(drawn(), encoding="utf-8")
