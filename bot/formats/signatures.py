"""Block quotations and pull quotes of a page, with who says them: ‹cite›, ‹footer›, ‹figcaption›, a line below.

Rule of this room: who says it becomes a paragraph of its own behind what is said, with the dash that papers print.
"""

import re
from collections.abc import Iterator, Sequence

from bot.formats.block_quotations import Part
from bot.formats.lines import Node
from bot.model import BlockKind

MAX_AUTHOR = 14
"""Words of a name with a role, a town, a handle and a date."""
_SHORT = 6
"""Words of an author's line that nothing but its place shows."""
_MOST = 200
"""Quotations of a page that are looked at; the longest tickers have 80."""
_QUOTING = re.compile(r"(?:^|[\s_-])(?:pull-?)?(?:block-?)?(?:quote|quotation|zitat)s?(?:$|[\s_-])", re.IGNORECASE)
_NAMING = re.compile(r"author|cite|source|attribution|speaker|quelle|urheber|autor|caption|byline", re.IGNORECASE)
_DASH = re.compile(r"^[–—-]{1,2}\s*")
_STOP = re.compile(r"[.!?…][\"'“”»«’]*$")


def with_signatures(parts: Sequence[Part], page: Node) -> list[Part]:
    """Return a page's parts with who says its quotations behind them, and with quotations that were passed over."""
    out = list(parts)
    before = ""
    seen = 0
    for node in page.iter("p", "blockquote", "figure", "div", "section", "aside"):
        if node.tag == "p":
            before = _words(node)
        elif _is_quotation(node) and seen < _MOST:
            seen += 1
            lines, author = _read(node)
            if lines and author:
                _sign(out, lines, f"— {author}", before)
    return out


def _words(node: Node) -> str:
    return " ".join("".join(node.itertext()).split())


def _is_quotation(node: Node) -> bool:
    if node.tag == "figure":
        return any(True for _ in node.iter("blockquote"))
    names = node.get("class") or ""
    return node.tag == "blockquote" or bool(_QUOTING.search(names) and not _NAMING.search(names))


def _read(node: Node) -> tuple[list[str], str]:
    """Return the paragraphs of a quotation, and who says it ("" where nothing shows that)."""
    named = [n for n in node.iter() if isinstance(n.tag, str) and _is_author(n)]
    author = _named(named[0]) if named else ""
    lines = [words for p in node.iter("p") if p not in named and (words := _unnamed(p, named)) and words != author]
    tails = [" ".join(_behind(p)) for p in node.iter("p")]
    tail = next((t for t in reversed(tails) if _DASH.match(t)), "")
    if not author and tail:
        author = tail
    elif not author and len(lines) > 1 and len(lines[-1].split()) <= _SHORT and _STOP.search(lines[-2]):
        author = lines.pop()
    author = _DASH.sub("", author)
    if not lines and author:
        lines = [_unnamed(node, named).removesuffix(author).rstrip(" –—-")]
    fits = 1 < len(author.split()) <= MAX_AUTHOR and author[:1].isupper() and not _STOP.search(author)
    fits = fits and not author.endswith(":")  # ‹X said:› in a forum
    return [line for line in lines if line], author if fits else ""


def _unnamed(paragraph: Node, named: Sequence[Node]) -> str:
    """Return a paragraph's words without those of an author in it."""
    words = _words(paragraph)
    for node in paragraph.iter():
        words = words.replace(_words(node), "") if node in named else words
    return words.strip(" –—-")


def _named(node: Node) -> str:
    """Return a name and a role with a comma between, where each has an element of its own."""
    pieces = [" ".join(piece.split()) for piece in node.itertext() if piece.strip()]
    two = len(pieces) == 2 and " " in pieces[0] and pieces[0][-1].isalpha() and pieces[1][0].isalpha()  # noqa: PLR2004 - name and role
    return ", ".join(pieces) if two else _words(node)


def _is_author(node: Node) -> bool:
    return node.tag in {"cite", "footer", "figcaption"} or bool(_NAMING.search(node.get("class") or ""))


def _behind(node: Node) -> Iterator[str]:
    """Yield the words right behind a paragraph: how a post names who wrote it."""
    yield from (node.tail or "").split()


def _key(words: str) -> str:
    """Return the letters and figures of words, by which a line is found again."""
    return "".join(c for c in words if c.isalnum())


def _sign(out: list[Part], lines: Sequence[str], signature: str, before: str) -> None:
    """Put a signature behind a quotation's last paragraph, in place of the line that was its own."""
    author = signature[2:]
    said = {_key(lines[-1]), _key(lines[-1] + author)}  # with the author where the page has both in one
    at = next((n for n in range(len(out) - 1, -1, -1) if _key(out[n][1]) in said), None)
    if at is not None:
        own = at + 1 < len(out) and _key(out[at + 1][1]).startswith(_key(author))
        out[at : at + 1 + own] = [(BlockKind.PARAGRAPH, lines[-1]), (BlockKind.PARAGRAPH, signature)]
    elif (n := next((n for n, (_, w) in enumerate(out) if w == before), None)) is not None:
        out[n + 1 : n + 1] = [*((BlockKind.PARAGRAPH, line) for line in lines), (BlockKind.PARAGRAPH, signature)]
