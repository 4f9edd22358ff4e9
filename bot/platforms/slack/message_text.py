"""What a person wrote in Slack, as plain text; and what stands behind `/ask` that is no question.

Rule of this module: pure, and made for people: Slack's own markup becomes what it looks like.
"""

import re

MARKUP = re.compile(r"<([^<>]*)>")
"""Slack writes mentions, channels and links so; a typed `<` comes as `&lt;`."""

OTHERS = re.compile(r"<@[A-Z0-9]+>[ \t]*")
"""A mention of somebody without a name."""
ADDRESS = re.compile(r"https?://\S", re.IGNORECASE)

AFTER_SLASH = {
    "sources": "/sources", "quellen": "/sources", "share": "/share", "teilen": "/share", "else": "/else",
    "check": "/check", "prüfe": "/check", "unhelpful": "/unhelpful", "people": "/people", "approve": "/approve",
    "revoke": "/revoke", "quote": "/quote", "zitat": "/quote",
}  # fmt: skip
"""Words that are a command after `/ask`, where nothing follows them; in a talk they go on from the last question."""
WITH_NAME = {"pair": "/pair", "approve": "/approve", "revoke": "/revoke"}
"""Words that are a command after `/ask` where one word follows, a person's id or a code."""
WITH_QUOTATION = frozenset({"quote", "zitat"})
"""Words that are the command /quote after `/ask` whatever follows."""
CHANNEL = frozenset({"channel", "kanal"})
"""Words that open the settings of a channel after `/ask`, alone or with one of these, as a question has them never."""
OF_CHANNEL = {
    "mentions": "mentions", "erwähnungen": "mentions", "threads": "threads", "article": "article",
    "artikel": "article", "articles": "articles",
}  # fmt: skip


def written(text: str, me: str) -> str:
    """Return a message as it looks, without any mention of `me` (the bot's Slack id), and without bare ids of others.

    An id that Slack gives no name with says nothing to anybody.
    """
    text = OTHERS.sub("", _without(text, me) if me else text)
    return unescaped(MARKUP.sub(lambda found: _looks(found[1]), text))


def _without(text: str, me: str) -> str:
    """Return a message without the mentions of an id, and without what only separates them from the rest."""
    mention = rf"<@{re.escape(me)}(?:\|[^<>]*)?>"
    text = re.sub(rf"^\s*(?:{mention}[\s:,]*)+|\s*{mention}\s*$", "", text)
    return re.sub(rf"[ \t]*,?[ \t]*{mention}(?:[:,]+|'s\b)?[ \t]*", " ", text)


def mentions(text: str, me: str) -> bool:
    """Tell whether a message mentions `me`."""
    return bool(me) and (f"<@{me}>" in text or f"<@{me}|" in text)


def _looks(inside: str) -> str:
    """Return what Slack shows for the inside of `<...>`."""
    target, _, label = inside.partition("|")
    if target.startswith(("@", "#")):
        return target[0] + (label or target[1:])
    if target.startswith("!"):
        return label or f"@{target[1:].split('^')[0]}"
    return target if not label or target.endswith(label) or _is_address(label) else label


def linked(text: str, me: str) -> str:
    """Return a message as it looks, with the first address that is hidden under words where none is to be seen."""
    shown = written(text, me)
    if ADDRESS.search(shown):
        return shown
    hidden = addresses(text)
    return f"{shown}\n{hidden[0]}" if hidden else shown


def addresses(text: str) -> list[str]:
    """Return the addresses that a message links to, in order."""
    targets = (found[1].partition("|")[0] for found in MARKUP.finditer(text))
    return [unescaped(target) for target in targets if _is_address(target)]


def _is_address(text: str) -> bool:
    return ADDRESS.match(text) is not None


def unescaped(text: str) -> str:
    """Return a text with the three characters that Slack escapes."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


EVERYWHERE = "all"
"""What a question to all articles begins with: ‹/ask all who won?›."""


def after_slash(text: str) -> str:
    """Return the command that a text after `/ask` means, or the text as it is."""
    word, *rest = text.lower().split() or [""]
    if word not in CHANNEL or (rest and rest[0] not in OF_CHANNEL):
        if word.rstrip(":") in WITH_QUOTATION and rest:
            return f"/quote {text.split(maxsplit=1)[1]}"
        if word in WITH_NAME and len(rest) == 1:
            return f"{WITH_NAME[word]} {text.split()[1]}"
        if word == EVERYWHERE and rest:
            return f"/all {text.split(maxsplit=1)[1]}"
        return AFTER_SLASH.get(text.strip().lower(), text)
    name, number = (OF_CHANNEL[rest[0]] if rest else ""), " ".join(rest[1:])
    fits = not number or (number.isdecimal() and name.startswith("article"))
    return f"/channel {name} {number}".rstrip() if fits else text
