"""A link to a sentence in the page it comes from, which a browser scrolls to and marks: a text fragment.

Rule of this module: a link marks the sentence or nothing; where the words can't be told from others, it leads to the
page alone. The form is that of the WICG's "URL Fragment Text Directives": `#:~:text=[prefix-,]start[,end][,-suffix]`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import quote

from bot.model import Article, Span

WHOLE = 120
"""Characters of a sentence that is given whole; a longer one by its first and last words."""
ENDS = (4, 8)
"""Words of a longer sentence's start, and of its end; where the fewer mark something else, the more."""
AROUND = 6
"""Words before and behind a sentence at most that tell it from others."""
LOOKS = 100
"""Places with the same words that are looked at; what stands more often in a text needs no link of its own."""
DIRECTIVE = ":~:"
"""What begins the part of a fragment that the page itself does not see."""
WEB = re.compile(r"https?://[^\s#]+", re.IGNORECASE)


def link(article: Article, span: Span) -> str:
    """Return a link to a sentence in its page; "" where the article comes from no page."""
    return "" if article.url is None else fragment_link(article.url, article.text, span)


def fragment_link(url: str, text: str, span: Span) -> str:
    """Return the URL with a directive for what stands at the span; without one where nothing tells it apart.

    "" for what is no address on the web. A fragment that is there stays in front of the directive.
    """
    page, _, fragment = url.partition("#")
    if not WEB.fullmatch(page):
        return ""
    plain = fragment.partition(DIRECTIVE)[0]
    try:
        directive = _directive(text, span)
    except UnicodeEncodeError:  # half of a sign that never was one: no page has it
        directive = ""
    if not directive:
        return f"{page}#{plain}" if plain else page
    return f"{page}#{plain}{DIRECTIVE}text={directive}"


def _directive(text: str, span: Span) -> str:
    """Return the shortest of the forms that mark the span and nothing else, "" where none does."""
    page = _folded(text)
    sentence = " ".join(span.cut(text).split())
    first = _place(text, span.start)
    last = first + len(sentence.casefold())
    if page[first:last] != sentence.casefold() or not sentence:
        return ""
    for prefix, suffix in _around(text, span):
        for start, end in _bodies(sentence):
            if _found(page, prefix, start, end, suffix) == (first, last):
                return _written(prefix, start, end, suffix)
    return ""


def _bodies(sentence: str) -> Iterator[tuple[str, str]]:
    """Yield (start, end) that mark a sentence, end "" where it is given whole."""
    if len(sentence) <= WHOLE:
        yield sentence, ""
        return
    words = sentence.split()
    for count in (n for n in ENDS if 2 * n <= len(words)):
        yield " ".join(words[:count]), " ".join(words[-count:])
    yield sentence, ""


def _around(text: str, span: Span) -> Iterator[tuple[str, str]]:
    """Yield (prefix, suffix) of ever more words from the line before the sentence, or behind it; first of none.

    A prefix must not reach over the border of a block, which is a line end here; what lies next to a border may.
    """
    yield "", ""
    lines = text[: span.start].rstrip().rsplit("\n", 1)[-1].split()
    behind = text[span.end :].lstrip().split("\n", 1)[0].split()
    for count in range(1, AROUND + 1):
        if count <= len(lines):
            yield " ".join(lines[-count:]), ""
        if count <= len(behind):
            yield "", " ".join(behind[:count])
        if count <= len(lines) and count <= len(behind):
            yield " ".join(lines[-count:]), " ".join(behind[:count])


def _written(prefix: str, start: str, end: str, suffix: str) -> str:
    parts = [
        *([f"{_escaped(prefix)}-"] if prefix else []),
        _escaped(start),
        *([_escaped(end)] if end else []),
        *([f"-{_escaped(suffix)}"] if suffix else []),
    ]
    return ",".join(parts)


def _escaped(words: str) -> str:
    """Return words percent-encoded, with the hyphen, which has a meaning in a directive, encoded too."""
    return quote(words, safe="").replace("-", "%2D")


def _found(page: str, prefix: str, start: str, end: str, suffix: str) -> tuple[int, int] | None:
    """Return what a directive marks: the first start behind its prefix, up to the first end before its suffix."""
    begin = _next(page, prefix, start.casefold(), "" if end else suffix, 0)
    if begin < 0:
        return None
    stop = begin + len(start.casefold())
    if not end:
        return begin, stop
    final = _next(page, "", end.casefold(), suffix, stop)
    return None if final < 0 else (begin, final + len(end.casefold()))


def _next(page: str, prefix: str, words: str, suffix: str, place: int) -> int:
    """Return the first place from one on of words between what must stand around them; -1 for none."""
    before, behind = prefix.casefold(), suffix.casefold()
    for _ in range(LOOKS):
        place = page.find(words, place)
        if place < 0:
            break
        ahead, rest = place, place + len(words)
        ahead -= page.startswith(" ", max(0, ahead - 1))
        rest += page.startswith(" ", rest)
        if page.endswith(before, 0, max(0, ahead)) and page.startswith(behind, rest):
            return place
        place += 1
    return -1


@lru_cache(maxsize=8)
def _folded(text: str) -> str:
    """Return a whole text folded; several sentences of it are linked, one after the other."""
    return _fold(text)


def _place(text: str, start: int) -> int:
    """Return where a place of a text is in the folded one."""
    ahead = text[:start]
    return len(_fold(ahead)) + (ahead[-1:].isspace() and not ahead.isspace())


def _fold(text: str) -> str:
    """Return a text as a browser compares it: every run of white space one space, case folded."""
    return " ".join(text.split()).casefold()
