"""What a person wrote in Slack, as plain text; and which of it is a command.

Rule of this module: pure, and made for people: Slack's own markup becomes what it looks like, and commands can be
written without their slash, because Slack keeps texts that begin with one for itself.
"""

import re
from collections.abc import Mapping

MARKUP = re.compile(r"<([^<>]*)>")
"""Slack writes mentions, channels and links so; a typed `<` comes as `&lt;`."""

ADDRESS = re.compile(r"https?://\S", re.IGNORECASE)

ALONE = {
    "help": "/help", "article": "/article", "articles": "/articles", "start": "/start", "privacy": "/privacy",
    "forget": "/forget", "language": "/language", "hilfe": "/help", "artikel": "/article", "datenschutz": "/privacy",
    "vergessen": "/forget", "sprache": "/language", "open": "/open", "öffnen": "/open",
    "remove": "/remove", "entfernen": "/remove",
}  # fmt: skip
"""Words that are a command where nothing follows them."""
ALONE_AFTER_SLASH = ALONE | {
    "sources": "/sources", "quellen": "/sources", "share": "/share", "teilen": "/share", "context": "/context",
    "zusammenhang": "/context", "else": "/else", "check": "/check", "prüfe": "/check", "unhelpful": "/unhelpful",
    "quote": "/quote", "zitat": "/quote",
}  # fmt: skip
"""Likewise after `/ask`; alone in a talk, these go on from the last question."""
WITH_NUMBER = {
    "context": "/context", "why": "/why", "article": "/article", "page": "/page", "else": "/else",
    "sources": "/sources", "source": "/sources", "quellen": "/sources", "quelle": "/sources", "example": "/example",
    "beispiel": "/example", "zusammenhang": "/context", "warum": "/why", "artikel": "/article", "seite": "/page",
    "remove": "/remove", "entfernen": "/remove",
}  # fmt: skip
"""Words that are a command where a number follows, and nothing more."""
CHANNEL = frozenset({"channel", "kanal"})
"""Words that open the settings of a channel after `/ask`, alone or with one of these, as a question has them never."""
OF_CHANNEL = {
    "mentions": "mentions", "erwähnungen": "mentions", "threads": "threads", "article": "article",
    "artikel": "article", "articles": "articles",
}  # fmt: skip
WITH_TEXT = {
    "check": "/check", "prüfe": "/check", "pruefe": "/check", "quote": "/quote", "zitat": "/quote",
}  # fmt: skip
"""Words that are a command whatever follows."""
WITH_ADDRESS = {"open": "/open", "read": "/open", "öffne": "/open", "öffnen": "/open", "lies": "/open"}
"""Words that are a command where an address follows, and nothing more."""
WITH_LANGUAGE = {"language": "/language", "sprache": "/language"}
LANGUAGES = {"de": "de", "en": "en", "german": "de", "english": "en", "deutsch": "de", "englisch": "en"}


def written(text: str, me: str) -> str:
    """Return a message as it looks, without the mention of `me` (the bot's Slack id) at either end of it."""
    if me:
        text = re.sub(rf"^\s*<@{re.escape(me)}(?:\|[^<>]*)?>[\s:,]*|\s*<@{re.escape(me)}(?:\|[^<>]*)?>\s*$", "", text)
    return unescaped(MARKUP.sub(lambda found: _looks(found[1]), text))


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


def command(text: str, alone: Mapping[str, str] = ALONE) -> str:
    """Return the command that a text means, or the text as it is; `alone` are the words that are one on their own."""
    word, _, rest = text.strip().partition(" ")
    word, rest = word.lower(), rest.strip()
    if not rest:
        return alone.get(word, text)
    if rest.isdecimal() and word in WITH_NUMBER:
        return f"{WITH_NUMBER[word]} {rest}"
    if word in WITH_ADDRESS and _is_address(rest) and len(rest.split()) == 1:
        return f"{WITH_ADDRESS[word]} {rest}"
    if word in WITH_LANGUAGE and rest.lower() in LANGUAGES:
        return f"{WITH_LANGUAGE[word]} {LANGUAGES[rest.lower()]}"
    named = word.removesuffix(":")
    return f"{WITH_TEXT[named]} {rest}" if named in WITH_TEXT else text


def after_slash(text: str) -> str:
    """Return the command that a text after `/ask` means, or the text as it is."""
    word, *rest = text.lower().split() or [""]
    if word not in CHANNEL or (rest and rest[0] not in OF_CHANNEL):
        return command(text, ALONE_AFTER_SLASH)
    name, number = (OF_CHANNEL[rest[0]] if rest else ""), " ".join(rest[1:])
    fits = not number or (number.isdecimal() and name.startswith("article"))
    return f"/channel {name} {number}".rstrip() if fits else text
