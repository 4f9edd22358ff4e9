"""From the bytes of a feed to its entries: RSS (0.9 to 2.0, and RDF), Atom, sitemaps and lists of sitemaps.

Rule of this module: a feed is a stranger's XML. No entity is put in, nothing is fetched for it, and of a feed without
an end the beginning counts; what is damaged is read as far as it goes.
"""

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
from itertools import islice
from urllib.parse import urljoin

from lxml import etree, html
from lxml.etree import _Element as Element  # there is no other name for it

from bot.addresses import canonical
from bot.feeds.found import NoFeedError, ReadFeed
from bot.ports.feeds import FeedEntry

MOST = 5_000
"""Entries of a feed that are looked at; a sitemap may have 50,000 (sitemaps.org), of which the newest count."""
MOST_MAPS = 50_000
"""Entries of a sitemap that are read before the newest are chosen."""
LONGEST = 500
"""Characters of a title."""
_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_DEPTH = 40
_ISO_SHORT = re.compile(r"\d{4}(?:-\d\d)?")


def read_feed(content: bytes, address: str) -> ReadFeed:
    """Return what stands in a feed at an address, the newest entries first; raises `NoFeedError`."""
    found = _Found(address)
    try:
        for element in _elements(content):
            found.add(element)
            if found.full:
                break
    except etree.XMLSyntaxError:
        pass  # what stood before the damage counts
    if not found.kind:
        raise NoFeedError
    return found.feed()


def discovered(content: bytes, address: str) -> tuple[str, ...]:
    """Return the feeds that a page names as its own (`<link rel="alternate">`), in its order."""
    try:
        page = html.document_fromstring(content, base_url=address)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ()
    links = islice(page.iter("link"), MOST)
    there = (
        _joined(address, link.get("href", ""))
        for link in links
        if "alternate" in (link.get("rel") or "").lower().split()
        and (link.get("type") or "").partition(";")[0].strip().lower() in _TYPES
    )
    return tuple(dict.fromkeys(one for one in there if one))


def _joined(base: str, link: str) -> str:
    """Return where a link leads that stands at an address, "" for nowhere."""
    try:
        address = urljoin(base, link.strip())
    except ValueError:
        return ""
    return address if canonical(address) else ""


def _elements(content: bytes) -> Iterator[Element]:
    """Yield elements as they end; an element is emptied when the next one has come."""
    steps = etree.iterparse(
        io.BytesIO(content.lstrip()),
        events=("start", "end"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    depth = 0
    for event, element in steps:
        if event == "start":
            depth += 1
            if depth > _DEPTH:
                return
            if depth == 1:
                yield element
            continue
        depth -= 1
        yield element
        if _name(element) in {"item", "entry", "url", "sitemap"}:
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]


def _name(element: Element) -> str:
    """Return the name of an element without its namespace, in small letters."""
    return element.tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(element.tag, str) else ""


KINDS = {"rss": "item", "rdf": "item", "feed": "entry", "urlset": "url", "sitemapindex": "sitemap"}
"""What a feed's root is called, and each of its entries."""


class _Found:
    """What has been read of a feed so far."""

    def __init__(self, address: str) -> None:
        self.kind = ""
        self._base = address
        self._title = ""
        self._ttl = 0.0
        self._entries: dict[str, FeedEntry] = {}
        self._maps: list[tuple[float, str]] = []

    @property
    def full(self) -> bool:
        """Tell whether no more is read."""
        return len(self._entries) >= MOST_MAPS or len(self._maps) >= MOST

    def add(self, element: Element) -> None:
        """Take in an element that has ended, or the root as it begins."""
        name = _name(element)
        if not self.kind:
            self.kind = KINDS.get(name, "-") if name else ""
            self._base = self._absolute(element.get("{http://www.w3.org/XML/1998/namespace}base", "")) or self._base
            return
        above = _name(element.getparent()) if element.getparent() is not None else ""
        match name:
            case "title" if above in {"channel", "feed"} and not self._title:
                self._title = _text(element)
            case "ttl" if above == "channel" and _text(element).isdecimal():
                self._ttl = min(float(_text(element)[:6]) * 60, 86_400.0)
            case "item" | "entry" | "url" if name == self.kind:
                self._entry(element)
            case "sitemap" if name == self.kind:
                parts = {_name(child): _text(child) for child in element}
                if address := self._absolute(parts.get("loc", "")):
                    self._maps.append((_moment(parts.get("lastmod", "")), address))

    def _entry(self, element: Element) -> None:
        parts: dict[str, str] = {}
        for child in islice(element.iterdescendants("*"), 200):
            parts.setdefault(_name(child), _text(child))
        address = self._absolute(_link(element) or parts.get("loc", "") or _permalink(element))
        if not address:
            return
        published = _moment(parts.get("pubdate") or parts.get("published") or parts.get("date") or "")
        updated = parts.get("updated") or parts.get("modified") or parts.get("lastmod") or ""
        key = sha256(canonical(address).encode()).hexdigest()[:32]
        stamp = sha256(updated.encode("utf-8", "surrogatepass")).hexdigest()[:16] if updated else ""
        moment = published or _moment(parts.get("publication_date", "")) or _moment(updated)
        self._entries.setdefault(key, FeedEntry(key, address, stamp, moment))

    def _absolute(self, link: str) -> str:
        return _joined(self._base, link) if link.strip() else ""

    def feed(self) -> ReadFeed:
        """Return what was read; raises `NoFeedError` where that was something else."""
        if self.kind == "-":
            raise NoFeedError
        # Where some have no date, the order of the feed counts: the newest stand first in it (a sitemap's order means
        # nothing).
        entries = list(self._entries.values())
        if all(entry.published for entry in entries) or self.kind == "url":
            entries.sort(key=lambda entry: -entry.published)
        maps = [address for _, address in sorted(self._maps, key=lambda one: -one[0])]
        title = " ".join(self._title.split())[:LONGEST]
        return ReadFeed(title, self._ttl, tuple(entries[:MOST]), tuple(maps))


def _text(element: Element) -> str:
    """Return what an element says, without what entities would put in."""
    parts = [element.text or ""]
    for child in islice(element.iterdescendants(), MOST):
        parts += [(child.text or "") if isinstance(child.tag, str) else "", child.tail or ""]
    return "".join(parts).strip()


def _link(element: Element) -> str:
    """Return where an entry leads: Atom's link to what it is about, or RSS's link as a text."""
    for child in element:
        if _name(child) == "link":
            if child.get("href") and (child.get("rel") or "alternate") == "alternate":
                return str(child.get("href"))
            if _text(child):
                return _text(child)
    return ""


def _permalink(element: Element) -> str:
    """Return the id of an entry of RSS that is its address."""
    found = next((child for child in element if _name(child) == "guid"), None)
    named = found is not None and (found.get("isPermaLink") or "true").lower() == "true"
    return _text(found) if found is not None and named and _text(found).startswith(("http://", "https://")) else ""


def _moment(text: str) -> float:
    """Return a date of a feed in seconds since 1970, 0 for none that can be read."""
    text = text.strip()[:64]
    for read in (_iso, parsedate_to_datetime):
        try:
            found = read(text)
            return max(0.0, found.replace(tzinfo=found.tzinfo or UTC).timestamp())
        except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
            continue
    return 0.0


def _iso(text: str) -> datetime:
    if _ISO_SHORT.fullmatch(text):
        text += "-01" * (2 - text.count("-"))
    return datetime.fromisoformat(text)
