"""Commands that are typed as plain words: "context 2", "check Russia delivered missiles", "privacy".

Rule of this module: only what no question looks like is a command; the same words count in every place, since nobody
knows which chats keep texts with a stroke for themselves.
"""

import re

ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)

ALONE = {
    "help": "/help", "article": "/article", "articles": "/articles", "start": "/start", "privacy": "/privacy",
    "forget": "/forget", "language": "/language", "hilfe": "/help", "artikel": "/article", "datenschutz": "/privacy",
    "vergessen": "/forget", "sprache": "/language", "open": "/open", "öffnen": "/open",
    "remove": "/remove", "entfernen": "/remove", "context": "/context", "zusammenhang": "/context",
    "view": "/view", "changes": "/changes", "änderungen": "/changes",
    "feeds": "/feeds",
}  # fmt: skip
"""Words that are a command where nothing follows them."""
CHANGED = frozenset({
    "what changed", "what has changed", "what's changed", "what’s changed", "what is different", "what was changed",
    "was hat sich geändert", "was hat sich verändert", "was wurde geändert", "was ist anders", "was ist neu",
})  # fmt: skip
"""What asks for the changes between versions, and where there are none, may ask about what the article tells."""
WITH_NUMBER = {
    "context": "/context", "why": "/why", "article": "/article", "page": "/page", "else": "/else",
    "sources": "/sources", "source": "/sources", "quellen": "/sources", "quelle": "/sources", "example": "/example",
    "beispiel": "/example", "zusammenhang": "/context", "warum": "/why", "artikel": "/article", "seite": "/page",
    "remove": "/remove", "entfernen": "/remove", "changes": "/changes", "änderungen": "/changes",
    "unfollow": "/unfollow",
}  # fmt: skip
"""Words that are a command where a number follows, and nothing more."""
WITH_TEXT = {"check": "/check", "prüfe": "/check", "pruefe": "/check"}
"""Words that are a command whatever follows in their line; more lines are a text of its own."""
WITH_QUOTATION = {"quote": "/quote", "zitat": "/quote"}
QUOTATION = re.compile(r"\w+\s*:|\w+\s+[\"'“”„«»‘’‚‹›]")
"""What begins as they do where they are a command: with a colon or with what somebody is quoted with."""
WITH_ADDRESS = {
    "open": "/open", "read": "/open", "öffne": "/open", "öffnen": "/open", "lies": "/open", "follow": "/follow",
    "folge": "/follow", "abonniere": "/follow",
}  # fmt: skip
"""Words that are a command where an address follows, and nothing more."""
WITH_LANGUAGE = {"language": "/language", "sprache": "/language"}
LANGUAGES = {"de": "de", "en": "en", "german": "de", "english": "en", "deutsch": "de", "englisch": "en"}

ALL = re.compile(
    r"(?:ask all(?: articles)?|(?:in )?all articles|frage? alle(?: artikel)?|(?:in )?allen? artikeln?)"
    r"(?:\s*[:,]\s*(?P<rest>.+)|\W*)",
    re.IGNORECASE | re.DOTALL,
)
"""What asks all articles: alone, or with a question behind a colon."""


WHOLE = {"notify on": "/notify on", "notify off": "/notify off", "notify": "/notify"}
"""What is a command where nothing else is said."""


def command(text: str) -> str:
    """Return the command that a text means, or the text as it is."""
    whole = " ".join(text.lower().rstrip("?!. ").split())
    if whole in WHOLE:
        return WHOLE[whole]
    if whole in CHANGED:
        return f"/changes {text.strip()}"
    found = ALL.fullmatch(text.strip())
    return _by_words(text) if found is None else f"/all {found['rest'] or ''}".strip()


def _by_words(text: str) -> str:
    """Return the command that the first word of a text names with what follows it, or the text as it is."""
    word, *rest = text.split(maxsplit=1)[:2] or [""]
    word, behind = word.lower().rstrip(":"), "".join(rest).strip()
    if not behind:
        return ALONE.get(word, text)
    if behind.isdecimal() and word in WITH_NUMBER:
        return f"{WITH_NUMBER[word]} {behind}"
    if word in WITH_QUOTATION and QUOTATION.match(text.lstrip()):
        return f"{WITH_QUOTATION[word]} {behind}"
    if word in WITH_ADDRESS and ADDRESS.fullmatch(behind):
        return f"{WITH_ADDRESS[word]} {behind}"
    if word in WITH_LANGUAGE and behind.lower() in LANGUAGES:
        return f"{WITH_LANGUAGE[word]} {LANGUAGES[behind.lower()]}"
    return f"{WITH_TEXT[word]} {behind}" if word in WITH_TEXT and "\n" not in text.strip() else text
