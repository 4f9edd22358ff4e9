"""A page's title: the headline, without the name of the site, the section or the date behind it.

Rule of this room: what is cut off must show what it is: by a line of the page without it, by the name of the site, or
by how it looks.
"""

import re
from collections.abc import Sequence
from typing import Protocol

from bot.formats.lines import Flow, Node, key_of
from bot.model import BlockKind

MIN_LEFT = 3
"""Words that a title keeps when something is cut off it."""

MAX_SITE = 5
"""Words of a site's name behind a bar."""

_LAST = re.compile(r"^(?P<title>.*\S)\s+(?P<bar>[|–—·•»-]|::)\s+(?P<site>[^|–—·•»]{1,60}?)$", re.DOTALL)
_DATE = re.compile(r"\W*\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}\W*")
_HOST = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,4}")
_FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


class Described(Protocol):
    """What a page's head says: its title, the site's name, and its address."""

    title: str | None
    sitename: str | None
    url: str | None


def page_title(found: Described, parts: Sequence[tuple[BlockKind, str]], raw: Node, flow: Flow) -> str | None:
    """Return the page's title: the first heading where the head of the page names that and not what was found."""
    head = next((" ".join("".join(node.itertext()).split()) for node in raw.iter("title")), "")
    kind, first = parts[0]
    named = " ".join((found.title or "").split())
    if kind is BlockKind.HEADING and first in head and named not in head:
        return first
    return _without_site(named, _site(found), {line.key for line in flow.lines if line.tag == "h1"}) or None


def _site(found: Described) -> str:
    """Return the name and the host of a site, folded."""
    host = re.sub(r"^\w+://|/.*$", "", found.url or "")
    return _folded(f"{found.sitename or ''} {host}")


def _folded(words: str) -> str:
    return re.sub(r"\W", "", words.lower().translate(_FOLDED))


def _without_site(title: str, site: str, headlines: set[str]) -> str:
    """Return a title without what stands behind its last bars and is no part of it."""
    while (found := _LAST.match(title)) and _is_site(found, site, headlines):
        title = found["title"]
    return title


def _is_site(found: re.Match[str], site: str, headlines: set[str]) -> bool:
    left, behind = found["title"], found["site"]
    if key_of(found.string) in headlines or len(left.split()) < MIN_LEFT:
        return False
    if key_of(left) in headlines or _DATE.fullmatch(behind) or _HOST.fullmatch(behind):
        return True
    return len(behind.split()) <= MAX_SITE and (found["bar"] == "|" or _folded(behind) in site)
