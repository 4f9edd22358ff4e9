"""From bytes to text: UTF-8, UTF-16 with its mark, and the old encodings of Western Europe where that is sure.

Rule of this room: the text is what stands there, never cleaned; what can't be told for sure is refused.
"""

import codecs
import re

from bot.errors import ArticleError, ArticleProblem

MAX_CONTROLS = 0.01
"""Share of control characters from which on a file is no text; texts have none but tabs, line and page ends."""

MIN_PLAUSIBLE = 0.9
"""Share of a text's non-ASCII characters that German and English papers use, for a guessed encoding to be sure."""

MIN_TWICE = 2
"""Letters that were encoded twice, for a text to be so as a whole; one may be what a text on encodings shows."""

MIN_WHOLE = 10
"""Characters of several bytes that a file must have for each broken one, to be damaged UTF-8 and no other encoding."""

_BROKEN = "\N{REPLACEMENT CHARACTER}"
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    b"%PDF-",
    b"\x89PNG",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
    b"SQLite",
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_SINGLE_BYTE = ("cp", "iso8859", "mac", "koi8")
_OLD = ("cp1252", "cp850", "mac_roman")
_ODD = re.compile(r"(?<=[a-zäöüß])(?:[³¼½¾²°¸·©®±×´`§¤£¥¢ªº¡¿‚„•…«»›‹]|[ÄÖÜÉÈÀÁÇÅØÊËÂÑÓÒÔÍÎÏÚÙÛŸŠŽŒ])(?=[a-zäöüß])")
_TWICE = re.compile("[ÃÂ][\x80-¿ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|â€[\x80-¿œžšŸ˜™“”¦¢]")
_USUAL = frozenset("äöüßÄÖÜéèêëáàâçñóòôíîïúùûÉÈÀÁÇåøÅØæœšžŠŽı„“”‚‘’‹›»«–—…·•§€£¥°²³½¼¾±×´`©®™¡¿ºª\xa0\xad")


def decode(content: bytes, origin: str, *, declares: bool = False, charset: str = "") -> str:
    """Return a document's text, with the byte order mark of UTF-8 as its first character where there is one.

    `charset` is what the sender says of it. `declares` lets the one count that a page names; the sender's counts before
    that, a mark before both, and what is UTF-8 is taken for it: text in an old encoding hardly ever looks like it.
    Raises `ArticleError`: EMPTY, BINARY, ENCODING.
    """
    if not content.strip():
        raise ArticleError(ArticleProblem.EMPTY, origin)
    text = _marked(content, origin) or _wide(content, charset)
    if text is None and _is_binary(content):
        raise ArticleError(ArticleProblem.BINARY, origin)
    text = text if text is not None else _unmarked(content, charset, declares=declares)
    if text is None:
        raise ArticleError(ArticleProblem.ENCODING, origin)
    if not text.strip("\ufeff\u200b\u2060 \t\r\n\f\v\x85\xa0\u2028\u2029\u3000"):
        raise ArticleError(ArticleProblem.EMPTY, origin)
    return text


def _marked(content: bytes, origin: str) -> str | None:
    """Return the text of a file that starts with the mark of UTF-16 or UTF-32."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(name)
            except UnicodeDecodeError:
                raise ArticleError(ArticleProblem.ENCODING, origin) from None
    return None


def _is_binary(content: bytes) -> bool:
    if content.startswith(_MAGIC) or b"\0" in content:
        return True
    controls = len(content) - len(content.translate(None, _CONTROLS))
    return controls > MAX_CONTROLS * len(content)


def _wide(content: bytes, charset: str) -> str | None:
    """Return the text of a file whose sender says that it is UTF-16, where it is."""
    if not charset.lower().startswith(("utf-16", "utf16")):
        return None
    try:
        return content.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return None


def _unmarked(content: bytes, charset: str, *, declares: bool) -> str | None:
    try:
        return _once_more(content.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if charset and (text := _declared(content, charset)) is not None:
        return text
    declared = _DECLARED.search(content[:4096]) if declares else None
    if declared and (text := _declared(content, declared.group(1).decode("ascii"))) is not None:
        return text
    return _guessed(content) or _damaged(content)


def _declared(content: bytes, name: str) -> str | None:
    """Return the text in the encoding that a page names; Latin-1 means Windows-1252 there (WHATWG Encoding, 4.2)."""
    try:
        name = codecs.lookup(name).name
        name = "cp1252" if name in {"iso8859-1", "ascii"} else name
        return content.decode(name) if name.startswith(_SINGLE_BYTE) else None
    except (LookupError, UnicodeDecodeError):
        return None


def _guessed(content: bytes) -> str | None:
    """Return the text in the likeliest old encoding, None where its letters are not those of a paper."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 -- half of all start-up time, for one file in a thousand

    texts = [content.decode(match.encoding) for match in from_bytes(content, cp_isolation=list(_OLD))]
    likely = [text for text in texts if _is_plausible(text)]
    return min(likely, key=_oddities, default=None)


def _damaged(content: bytes) -> str | None:
    """Return the text of a file that is UTF-8 but for a few bytes, as pages are that were put together from cut pieces.

    Each broken piece is shown as one replacement character, as browsers show it.
    """
    text = content.decode("utf-8", "replace")
    broken = text.count(_BROKEN)
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    return text if broken * MIN_WHOLE <= whole else None


def _is_plausible(text: str) -> bool:
    rare = [sign for sign in text if sign > "\x7f"]
    return bool(rare) and sum(sign in _USUAL for sign in rare) >= MIN_PLAUSIBLE * len(rare)


def _oddities(text: str) -> int:
    """Return how many signs stand where none does: no letter, or a capital, between small letters (‹Br³cke›)."""
    return sum(1 for _ in _ODD.finditer(text))


def _once_more(text: str) -> str:
    """Return a text that was taken for Windows-1252 and saved as UTF-8 (‹BrÃ¼cke›) as it was before that."""
    if len(_TWICE.findall(text)) < MIN_TWICE:
        return text
    try:
        return b"".join(_byte(sign) for sign in text).decode("utf-8")
    except UnicodeError:
        return text


def _byte(sign: str) -> bytes:
    """Return the byte that Windows-1252 shows as a sign; its five unused bytes are shown as control characters."""
    return sign.encode("latin-1") if "\x80" <= sign < "\xa0" else sign.encode("cp1252")
