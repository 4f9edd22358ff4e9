"""The HTML that messages may be written in, and lengths as Telegram counts them.

Rule of this module: what the real parser refuses is refused, in its words; nothing is repaired.
"""

import re
from dataclasses import dataclass
from html import unescape

from tests.servers.bot_api.values import Json, bad

PLAIN = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
"""Tags without a needed attribute, and the entity that each makes."""

KNOWN = {*PLAIN, "a", "span", "tg-emoji"}
START = re.compile(r"""<([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[a-zA-Z0-9-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[\w.-]+))?)*)\s*>""")
END = re.compile(r"</([a-zA-Z][a-zA-Z0-9-]*)?\s*>")
ATTRIBUTE = re.compile(r"""([a-zA-Z0-9-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+)))?""")
NAME = re.compile(r"[^\s>]*")
CHARACTER = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
"""The only references that are resolved; any other one stays as it is written."""


def units(text: str) -> int:
    """Return the length of a text in UTF-16 code units, which is how Telegram counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True, slots=True)
class Entity:
    """A formatted stretch of a message; offset and length are UTF-16 code units."""

    type: str
    offset: int
    length: int
    url: str = ""

    def json(self) -> Json:
        """Return it as the Bot API writes it."""
        said: Json = {"type": self.type, "offset": self.offset, "length": self.length}
        return said | {"url": self.url} if self.url else said


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    type: str
    start: int
    url: str = ""


class _Reader:
    """Reads one message from its first character to its last."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._text: list[str] = []
        self._length = 0
        self._open: list[_Open] = []
        self.entities: list[Entity] = []

    def read(self) -> str:
        position = 0
        while (tag := self._source.find("<", position)) >= 0:
            self._write(self._source[position:tag])
            position = self._tag(tag)
        self._write(self._source[position:])
        if self._open:
            raise _unparsed(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        return "".join(self._text)

    def _write(self, raw: str) -> None:
        text = CHARACTER.sub(lambda found: unescape(found[0]), raw) if "&" in raw else raw
        self._text.append(text)
        self._length += units(text)

    def _tag(self, at: int) -> int:
        """Return where reading goes on after the tag."""
        if self._source.startswith("</", at):
            end = END.match(self._source, at)
            if end is None:
                raise _unparsed(f"Unclosed end tag at byte offset {self._bytes(at)}")
            self._close((end[1] or "").lower(), at)
            return end.end()
        start = START.match(self._source, at)
        if start is None:
            raise self._no_start(at)
        self._begin(start[1].lower(), _attributes(start[2]), at)
        return start.end()

    def _no_start(self, at: int) -> Exception:
        name = NAME.match(self._source, at + 1)
        if name is None or name[0].lower() not in KNOWN:
            said = name[0].lower() if name else ""
            return _unparsed(f'Unsupported start tag "{said}" at byte offset {self._bytes(at)}')
        return _unparsed(f"Unclosed start tag at byte offset {self._bytes(at)}")

    def _bytes(self, at: int) -> int:
        return len(self._source[:at].encode())

    def _begin(self, tag: str, attributes: dict[str, str], at: int) -> None:
        if tag not in KNOWN:
            raise _unparsed(f'Unsupported start tag "{tag}" at byte offset {self._bytes(at)}')
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _unparsed(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(at)}')
        if tag == "blockquote" and any(one.tag == "blockquote" for one in self._open):
            raise _unparsed(f'Can\'t nest "blockquote" at byte offset {self._bytes(at)}')
        kind = {"a": "text_link", "span": "spoiler", "tg-emoji": "custom_emoji"}.get(tag) or PLAIN[tag]
        if tag == "blockquote" and "expandable" in attributes:
            kind = "expandable_blockquote"
        self._open.append(_Open(tag, kind, self._length, attributes.get("href", "")))

    def _close(self, tag: str, at: int) -> None:
        if not self._open:
            raise _unparsed(f"Unexpected end tag at byte offset {self._bytes(at)}")
        begun = self._open.pop()
        if tag not in ("", begun.tag):
            place = f"Unmatched end tag at byte offset {self._bytes(at)}"
            raise _unparsed(f'{place}, expected "</{begun.tag}>", found "</{tag}>"')
        length = self._length - begun.start
        if length and not (begun.type == "text_link" and not begun.url.startswith(("http", "tg:", "mailto:"))):
            self.entities.append(Entity(begun.type, begun.start, length, begun.url))


def parse_html(source: str) -> tuple[str, tuple[Entity, ...]]:
    """Return the text of a message in HTML and its entities in text order; raises `RefusedError` for what is broken."""
    reader = _Reader(source)
    text = reader.read()
    return text, tuple(sorted(reader.entities, key=lambda entity: (entity.offset, -entity.length)))


def check_bounds(text: str, entities: tuple[Entity, ...]) -> None:
    """Raise `RefusedError` for an entity that ends outside of the text or cuts a character in two."""
    data = text.encode("utf-16-le", "surrogatepass")
    for entity in entities:
        for edge in (entity.offset, entity.offset + entity.length):
            if not 0 <= edge * 2 <= len(data):
                raise bad("ENTITY_BOUNDS_INVALID")
            if edge * 2 < len(data) and 0xDC <= data[edge * 2 + 1] <= 0xDF:
                raise bad(f"entity begins in a middle of a UTF-16 symbol at byte offset {edge}")


def _attributes(written: str) -> dict[str, str]:
    if not written:
        return {}
    found = ATTRIBUTE.finditer(written)
    return {one[1].lower(): unescape(one[2] or one[3] or one[4] or "") for one in found}


def _unparsed(why: str) -> Exception:
    return bad(f"can't parse entities: {why}")
