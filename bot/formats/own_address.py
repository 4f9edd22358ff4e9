"""The address that a page gives as its own.

Rule of this module: a page speaks for its own site alone; what it says of another one's address does not count.
"""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from courlan import extract_domain

from bot.addresses import canonical
from bot.formats.lines import Node

MAX_ADDRESS = 2_000
"""Characters of an address."""


def own_address(page: Node, origin: str) -> str | None:
    """Return the address that a page names as its own, where it came from an address of the same site or from none."""
    fetched = bool(canonical(origin))
    for named in _named(page):
        address = _joined(origin, named) if fetched else named
        if canonical(address) and len(address) <= MAX_ADDRESS:
            return address if not fetched or _site(address) == _site(origin) else None
    return None


def _joined(origin: str, named: str) -> str:
    """Return where an address leads that may be a path; "" where it is none."""
    try:
        return urljoin(origin, named)
    except ValueError:
        return ""


def _named(page: Node) -> Iterator[str]:
    """Yield the addresses that a page's head names, the canonical one first."""
    for link in page.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            yield (link.get("href") or "").strip()
    for meta in page.iter("meta"):
        if (meta.get("property") or "").lower() == "og:url":
            yield (meta.get("content") or "").strip()


def _site(address: str) -> str:
    """Return what a site is registered under (‹dunau.example.co.uk›); its host where no registry is known."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    return extract_domain(f"https://{host}/") or host.removeprefix("www.")
