"""What a message brings beside what it says: files, somebody else's words, and addresses that stand under words.

Rule of this module: pure; what a message is, and whether it is for us, is decided elsewhere.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from telegram.constants import MessageEntityType

from bot.chat import Attachment
from bot.platforms.telegram.addressed import Identity, entities, written
from bot.platforms.telegram.fields import Json, clean, part, whole, word

SHOWN = re.compile(r"https?://\S", re.IGNORECASE)
"""An address that can be seen in a text."""
SEEN_OR_HEARD = ("image/", "audio/", "video/")
"""How media types begin that hold no article."""


@dataclass(frozen=True, slots=True)
class Brought:
    """Files, whether the message was handed on, and the text of the one that it replies to (not of ours)."""

    files: tuple[Attachment, ...] = ()
    forwarded: bool = False
    quoted: str = ""


def brought(us: Identity, message: Json) -> Brought:
    """Return what a message brings; where it holds no file of its own, those of the message that it replies to."""
    there = _answered(us, message)
    files = files_in(message)
    if there is not None and not files and message.get("text") is not None:
        files = files_in(there)
    return Brought(files, part(message, "forward_origin") is not None, _quoted(message, there))


def files_in(message: Json) -> tuple[Attachment, ...]:
    """Return the file that a message holds; moving pictures come as one, too, and hold no article."""
    document = part(message, "document")
    if document is None or message.get("animation") is not None:
        return ()
    kind = word(document.get("mime_type") or "")
    if kind.lower().startswith(SEEN_OR_HEARD):
        return ()
    name, size = clean(document.get("file_name") or ""), whole(document.get("file_size") or 0)
    return (Attachment(name, clean(kind), max(size, 0), clean(document.get("file_id"))),)


def linked(text: str, message: Json, *, always: bool = False) -> str:
    """Return a text with the first address that is hidden under words of its message.

    Where the text shows an address itself, that is the one which is meant; `always` adds the hidden one all the same.
    """
    marked = entities(message)
    hidden = _hidden(marked)
    shown = SHOWN.search(text) or any(entity.get("type") == MessageEntityType.URL for entity in marked)
    if not hidden or hidden in text or (shown and not always):
        return text
    return f"{text}\n{hidden}".lstrip("\n")


def _hidden(marked: Sequence[Json]) -> str:
    urls = (clean(e.get("url")) for e in marked if e.get("type") == MessageEntityType.TEXT_LINK)
    return next((url for url in urls if SHOWN.match(url)), "")


def _answered(us: Identity, message: Json) -> Json | None:
    """Return the message that one replies to, in this chat or another; None for ours and for one that opens a topic."""
    there = part(message, "reply_to_message")
    if there is None:
        return part(message, "external_reply")
    return None if us.wrote(there) or there.get("forum_topic_created") is not None else there


def _quoted(message: Json, there: Json | None) -> str:
    """Return the text of the message that one replies to; of another chat's message there is what the reply quotes."""
    if there is None:
        return ""
    quote = part(message, "quote") or {}
    return clean(linked(written(there) or word(quote.get("text") or ""), there))
