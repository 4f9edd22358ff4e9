"""What a site's robots.txt says (RFC 9309).

Rule of this module: protego reads the rules; this module knows no network.
"""

from protego import Protego

MAX_RULES = 500 * 1_024
"""Bytes of a robots.txt that have to be read (RFC 9309, 2.5)."""


def allows(rules: bytes, url: str, agent: str) -> bool:
    """Tell whether the rules of a site let an agent read a page."""
    return bool(Protego.parse(rules[:MAX_RULES].decode("utf-8", "replace")).can_fetch(url, agent))
