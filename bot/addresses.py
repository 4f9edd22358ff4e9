"""Web addresses as names of pages: when two of them lead to one page.

Rule of this room: it never asks the web; an address that is none of a page has no canonical form.
"""

import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

_SCHEMES = {"http": 80, "https": 443}
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")  # RFC 3986, 2.3

# Parameters that say where a reader came from, and nothing about the page. The names stand in the lists of ClearURLs
# (rules of all sites) and of AdGuard (TrackParamFilter, general_url.txt), and in the manuals of the services that count
# readers of newspapers (Webtrekk, AT Internet, etracker, comScore). What some sites tell pages apart by (cid, id, p,
# page, source) is not among them.
_FAMILIES = tuple(
    "utm_ mtm_ pk_ piwik_ matomo_ itm_ hsa_ vero_ oly_ guce_ etcc_ fb_action_ ns_ at_campaign at_custom at_link".split()
)
_NAMES = frozenset(
    """
    fbclid gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid msclkid yclid ysclid twclid ttclid li_fat_id
    igshid igsh mibextid srsltid wickedid rb_clickid s_cid s_kwcid mc_cid mc_eid mkt_tok ml_subscriber
    ml_subscriber_hash _hsenc _hsmi __hssc __hstc __hsfp hsctatracking _ga _gl _openstat fb_ref fb_source
    action_object_map at_medium at_format at_creation at_variant at_ptr_name at_send_date at_bbc_team wt_mc wt_zmc
    wt_mc_o wt_t xtor cmpid cmp ncid icid ocid ref ref_src ref_url referrer smid smtyp ito sfnsn soc_src soc_trk
    __twitter_impression xing_share guccounter trk spref wprov
    """.split()
)


def canonical(url: str) -> str:
    """Return what names the page that an address leads to, alike for all its addresses; "" for no web address.

    Scheme, `www.`, default port, fragment, final stroke, the order of parameters and those that only count readers make
    no difference: `https://www.Example.org:443/a/?utm_source=x#top` and `http://example.org/a` are `example.org/a`.
    """
    try:
        # Half a character, as JSON may hold one, can be part of no address.
        parts = urlsplit(url.strip().encode("utf-8", "replace").decode())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    if parts.scheme not in _SCHEMES or not host or "@" in parts.netloc or host != "".join(host.split()):
        return ""
    place = f"[{host}]" if ":" in host else _ascii(host).removeprefix("www.")
    if port and port != _SCHEMES[parts.scheme]:
        place = f"{place}:{port}"
    query = urlencode(sorted(_telling(parts.query)))
    return place + _escaped(parts.path).rstrip("/") + (f"?{query}" if query else "")


def page_of(*addresses: str | None) -> str:
    """Return what names the page of the first of some addresses that leads to one; "" where none does."""
    return next((page for address in addresses if (page := canonical(address or ""))), "")


def _ascii(host: str) -> str:
    """Return a host's name as it is looked up: ‹bücher.example› is ‹xn--bcher-kva.example›."""
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host.lower()


def _telling(query: str) -> list[tuple[str, str]]:
    """Return the parameters that tell pages apart."""
    try:
        given = parse_qsl(query, keep_blank_values=True)
    except ValueError:
        return [(query, "")]
    return [(name, value) for name, value in given if not _counts(name.lower())]


def _counts(name: str) -> bool:
    """Tell whether a parameter only counts readers."""
    return name in _NAMES or name.startswith(_FAMILIES)


def _escaped(path: str) -> str:
    """Return a path with every character escaped that has to be, and no other one."""
    return _ESCAPE.sub(_plain, quote(path, safe="/%:@!$&'()*+,;=-._~"))


def _plain(escape: re.Match[str]) -> str:
    sign = chr(int(escape.group()[1:], 16))
    return sign if _UNRESERVED.fullmatch(sign) else escape.group().upper()


_SHORT = 3
"""Letters of a part before a country's that is no name: co.uk, com.au."""


def names_of_site(host: str) -> tuple[str, ...]:
    """Return what a site may be called: its host, the hosts above it, and its name without any ending.

    sport.spiegel.de is also spiegel.de, de and spiegel; bbc.co.uk is also bbc.
    """
    labels = [label for label in host.split(".") if label]
    above = [".".join(labels[n:]) for n in range(len(labels))]
    named = labels[:-1]
    while len(named) > 1 and len(named[-1]) <= _SHORT:
        named.pop()
    return tuple(dict.fromkeys([*above, *named[-1:]]))
