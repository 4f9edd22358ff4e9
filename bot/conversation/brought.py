"""Whether a message brings an article: a link, files, a text.

Rule of this module: a message that could be a question is one, unless it is too long or reads like news.
"""

import re
from dataclasses import dataclass

from bot.chat import Attachment, Incoming, Kind
from bot.conversation.how_to_bring import READ_IT
from bot.service import MAX_QUESTION

LINK = re.compile(r"https?://[^\s<>\"“”„«»|]+", re.IGNORECASE)
BARE_LINK = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,24}/\S*|www\.(?:[a-z0-9-]+\.)+[a-z]{2,24}", re.IGNORECASE)
"""A whole message that is an address without its scheme; one without a stroke or "www." may be a name."""
TRAILING = ".,;:!?)]}'’…"
"""What stands behind an address in a sentence and is no part of it."""
SENTENCE_END = re.compile(r"[.!?…][\"'”“»«’)]*(?=\s|$)")
LONGEST_BESIDE = 400
"""Characters beside a link: more than these are a text in which a link stands."""
PASTED, PASTED_SENTENCES = 300, 3
"""Characters and sentences of a text that is taken for an article where it does not end as a question."""
BEGINNING = 120
"""Characters of a text that may be the first part of an article."""
FORWARDED, FORWARDED_SENTENCES = 150, 2
"""The same of what somebody else has written."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address, and what was written beside it."""

    address: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Files:
    """Files, and what was written beside them."""

    files: tuple[Attachment, ...]
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text that is an article, or a part of one."""

    text: str


Brought = Link | Files | Pasted


def what_is_brought(incoming: Incoming) -> Brought | None:
    """Return the article that a message brings, itself or by what it replies to; None for any other message."""
    if incoming.kind is Kind.FILE:
        return Files(incoming.files, incoming.text.strip())
    if incoming.kind is not Kind.TEXT or incoming.text.startswith("/"):
        return None
    text = incoming.text.strip()
    if incoming.quoted and READ_IT.fullmatch(text):
        return _in(incoming.quoted.strip(), forwarded=True)
    return _in(text, forwarded=incoming.forwarded)


def _in(text: str, *, forwarded: bool) -> Brought | None:
    link = link_in(text)
    if link is not None and len(link.beside) <= LONGEST_BESIDE:
        return link
    return Pasted(text) if is_article(text, forwarded=forwarded) else None


def link_in(text: str) -> Link | None:
    """Return the first address in a text, and the text without it."""
    if BARE_LINK.fullmatch(text):
        return Link(f"https://{text}")
    found = LINK.search(text)
    if found is None:
        return None
    address = found[0].rstrip(TRAILING)
    if found[0][len(address) :].startswith(")") and "(" in address:  # a page of an encyclopedia: /Bank_(river)
        address += ")"
    beside = f"{text[: found.start()].rstrip()} {text[found.start() + len(address) :].lstrip(TRAILING)}"
    return Link(address, " ".join(LINK.sub(" ", beside).split()).strip(" ,;:–-()[]"))


def is_article(text: str, *, forwarded: bool = False) -> bool:
    """Tell whether a text is to be read, not answered."""
    if len(text) > MAX_QUESTION:
        return len(SENTENCE_END.findall(text)) >= FORWARDED_SENTENCES
    length, sentences = (FORWARDED, FORWARDED_SENTENCES) if forwarded else (PASTED, PASTED_SENTENCES)
    return (
        len(text) >= length and not text.rstrip("\"'”“ ").endswith("?") and len(SENTENCE_END.findall(text)) >= sentences
    )


def may_begin(incoming: Incoming) -> bool:
    """Tell whether a message that is no article may be the first part of one: it says something, and asks nothing."""
    text = incoming.text.strip()
    return len(text) >= BEGINNING and goes_on(incoming) and SENTENCE_END.search(text) is not None


def goes_on(incoming: Incoming) -> bool:
    """Tell whether a message may go on with a text that has begun: no question, command, link or file."""
    text = incoming.text.strip()
    if incoming.kind is not Kind.TEXT or not text or text.startswith("/") or text.endswith("?"):
        return False
    return LINK.fullmatch(text) is None


def joined(parts: tuple[str, ...]) -> str:
    """Return parts of a text as one: where a part ends with a sentence, so does its paragraph."""
    whole = ""
    for part in (part.strip() for part in parts):
        whole += part if not whole else ("\n\n" if SENTENCE_END.search(whole[-3:]) else " ") + part
    return whole
