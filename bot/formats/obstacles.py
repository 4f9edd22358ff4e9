"""Why a page has no text, or hardly any: it is sold, or it is made by scripts in a browser.

Rule of this module: nothing is refused for what a page says of itself while it has the text of an article.
"""

import re
from collections.abc import Iterator

from bot.errors import ArticleProblem
from bot.formats.lines import Node

MAX_ATTRIBUTES = 1_000
"""Attributes of an element: pages have up to 40, and the time that a parser takes grows with their square."""

LITTLE = 1_000
"""Characters of paragraphs below which a page that says that it is sold shows its beginning alone."""

HARDLY_ANY = 250
"""Characters of paragraphs that a page shows instead of its text: an excuse, a notice, its own name."""

_SOLD = re.compile(r"isAccessibleForFree[\"']?\s*:\s*[\"']?(?:https?://schema\.org/)?false", re.IGNORECASE)
_WALL = re.compile(
    r"(?<![a-z])(?:(?:pay|reg|registration|subscription|subscriber|abo|login|access|content)-?wall|"
    r"(?:paid|premium|plus|abo|subscriber|subscription)-?(?:barrier|gate|only|content-?teaser|teaser-?box)|"
    r"bezahl-?schranke|subscribers-only|piano-(?:offer|inline)|tp-(?:modal|container))(?![a-z])",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"\babo\b|abonn|abonnent|subscri|registrier|register|anmelden|einloggen|log ?in|sign (?:in|up)|weiterlesen|"
    r"continue reading|keep reading|read the full|jetzt testen|probemonat|free trial|exklusiv",
    re.IGNORECASE,
)
_SCRIPTS = re.compile(
    r"java\s?script|checking your browser|verif(?:y|ying) (?:that )?you are (?:a )?human|browser (?:wird|is being) |"
    r"you need to enable|enable cookies and",
    re.IGNORECASE,
)
_ROOTS = frozenset(
    "root app __next __nuxt ___gatsby react-root app-root main-app application svelte ember-app vue-app".split()
)


def is_overloaded(page: Node) -> bool:
    """Tell whether an element has more attributes than any page needs."""
    return any(len(node.keys()) > MAX_ATTRIBUTES for node in page.iter())


def obstacle(page: Node, characters: int) -> ArticleProblem | None:
    """Return why a page shows no more than so many characters of paragraphs; None where nothing shows that."""
    if characters < LITTLE and _is_sold(page):
        return ArticleProblem.PAYWALL
    if characters < HARDLY_ANY and _needs_browser(page):
        return ArticleProblem.NEEDS_BROWSER
    return None


def _is_sold(page: Node) -> bool:
    if any(_SOLD.search(node.text or "") for node in page.iter("script") if "json" in (node.get("type") or "")):
        return True
    for meta in page.iter("meta"):
        name = (meta.get("itemprop") or meta.get("property") or meta.get("name") or "").lower()
        value = (meta.get("content") or "").strip().lower()
        if (name, value) in {("isaccessibleforfree", "false"), ("article:content_tier", "locked")}:
            return True
    return any(_OFFER.search(_words(node)) for node in _walls(page))


def _walls(page: Node) -> Iterator[Node]:
    """Yield the boxes that call themselves a wall; the page's own names say what it may show, not what it shows."""
    for node in page.iter("div", "section", "aside", "form", "p"):
        if _WALL.search(f"{node.get('class') or ''} {node.get('id') or ''}"):
            yield node


def _needs_browser(page: Node) -> bool:
    if any(_SCRIPTS.search(_words(node)) for node in page.iter("noscript")):
        return True
    if not any(True for _ in page.iter("script")):
        return False
    roots = (node for node in page.iter() if node.get("id") in _ROOTS or node.tag in _ROOTS)
    return any(not _words(node) for node in roots) or any(_SCRIPTS.search(_shown(body)) for body in page.iter("body"))


def _words(node: Node) -> str:
    return " ".join("".join(node.itertext()).split())


def _shown(body: Node) -> str:
    """Return the words of a page without its scripts."""
    skipped = {piece for node in body.iter("script", "style", "template") for piece in node.iter()}
    return " ".join(node.text or "" for node in body.iter() if node not in skipped and isinstance(node.tag, str))
