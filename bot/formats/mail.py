"""Mail (.eml): the best part of a message; its headers give title, date and sender.

Rule of this room: the plain text is taken where there is one, else the HTML; attachments and signatures are not read.
"""

import re
from collections.abc import Iterable
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default as rules

from bot.errors import ArticleError, ArticleProblem
from bot.formats import html
from bot.formats.compose import compose
from bot.formats.encoding import decode
from bot.formats.wrapped import composed
from bot.model import BlockKind, ExtractedText

_SIGNATURE = re.compile(r"^-- ?\r?$.*", re.MULTILINE | re.DOTALL)
_FAULTS = (LookupError, ValueError, AttributeError, TypeError, RecursionError)


def read(content: bytes, origin: str) -> ExtractedText:
    """Return a message's text below its subject and its sender.

    Raises `ArticleError`: FORMAT where it can't be read, NO_TEXT where no part of it is text.
    """
    try:
        message = message_from_bytes(content.lstrip(), policy=rules)
        part = message.get_body(preferencelist=("plain", "html"))
        title, sender, date = _subject(message), _sender(message), _date(message)
        text = _text(part, origin) if isinstance(part, EmailMessage) else ""
    except _FAULTS:
        raise ArticleError(ArticleProblem.FORMAT, origin) from None
    if part is None or not text.strip():
        raise ArticleError(ArticleProblem.NO_TEXT, origin)
    above = [(BlockKind.TITLE, title)] if title else []
    above += [(BlockKind.BYLINE, sender)] if sender else []
    if part.get_content_subtype() == "html":
        return _page(text, origin, above, date)
    body, blocks = composed(_SIGNATURE.sub("", text), above)
    return ExtractedText(body, blocks, title or None, date)


def _page(text: str, origin: str, above: Iterable[tuple[BlockKind, str]], date: str | None) -> ExtractedText:
    """Return what a message of HTML says; its subject is the title, whatever its head names."""
    page = html.read(text, origin)
    above = list(above)
    known = {words for _, words in above}
    parts = ((block.kind, block.span.cut(page.text)) for block in page.blocks or ())
    below = [(kind, words) for kind, words in parts if words not in known and kind is not BlockKind.TITLE]
    body, blocks = compose([*above, *below])
    return ExtractedText(
        body, blocks, next((words for kind, words in above if kind is BlockKind.TITLE), page.title), date
    )


def _text(part: EmailMessage, origin: str) -> str:
    """Return a part's text in the encoding that it names; in a likely one where that is not its own."""
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    if not content.strip():
        return ""
    try:
        return content.decode(part.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        return decode(content, origin)


def _subject(message: EmailMessage) -> str:
    return " ".join(str(message.get("Subject", "")).split())


def _sender(message: EmailMessage) -> str:
    """Return the sender's name, or his address where he gives none."""
    addresses = getattr(message.get("From"), "addresses", ())
    return next((address.display_name or address.addr_spec for address in addresses), "")


def _date(message: EmailMessage) -> str | None:
    when = getattr(message.get("Date"), "datetime", None)
    return when.isoformat() if when is not None else None
