"""Which addresses of the net may be reached: what everybody can reach, and the private networks that are set.

Rule of this module: what is judged is the address that a socket is about to be connected to, so that no name, no
spelling of a number and no second answer of a name server gets past it.
"""

import ipaddress
import socket
from dataclasses import dataclass

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from bot.errors import ArticleProblem

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Target = tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[str | int, ...]]
"""Family, type, protocol, name, and the socket's address: what aiohttp hands to who makes its sockets."""

PORTS = frozenset({80, 443})
"""Where the web is; other services listen elsewhere."""

# The registries of special addresses (IANA, RFC 6890), in full: `is_global` changes from one Python to the next. One
# is no special address of theirs: 168.63.129.16 answers inside Azure alone, with what a machine is set up with.
_SPECIAL = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
    )
)  # fmt: skip
_GIVEN_OUT = ipaddress.ip_network("2000::/3")
"""All that is given out of IPv6 to be reached from everywhere."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""IPv4 as machines without it reach it (RFC 6052)."""


def networks(text: str) -> tuple[Network, ...]:
    """Return networks and addresses that are written with commas between them; raises `ValueError`."""
    return tuple(ipaddress.ip_network(part.strip(), strict=False) for part in text.split(",") if part.strip())


def is_public(address: Address) -> bool:
    """Tell whether everybody can reach an address; an IPv4 address inside one of IPv6 is judged as itself."""
    address = _inner(address)
    if isinstance(address, ipaddress.IPv6Address) and address not in _GIVEN_OUT:
        return False
    return address.is_global and not address.is_multicast and not any(address in network for network in _SPECIAL)


def _inner(address: Address) -> Address:
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address


@dataclass(slots=True, eq=False)
class Guard(AbstractResolver):
    """Looks up names and makes sockets for one visit; `refusal` is why it has refused to.

    A name whose addresses are not all allowed is refused as a whole: no site has such a one.
    """

    private: tuple[Network, ...] = ()
    names: AbstractResolver | None = None
    refusal: ArticleProblem | None = None

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Return a name's addresses; raises `OSError` where one of them is not allowed."""
        names = self.names or ThreadedResolver()
        found = await names.resolve(host, port, family)
        for one in found:
            self._judge(one["host"], one["port"])
        return found

    def socket(self, target: Target) -> socket.socket:
        """Return a socket for an address; raises `OSError` where it is not allowed."""
        family, kind, protocol, _, place = target
        self._judge(str(place[0]), int(place[1]), scope=int(place[3]) if len(place) > 3 else 0)  # noqa: PLR2004 - IPv6
        return socket.socket(family, kind, protocol)

    def _judge(self, host: str, port: int, scope: int = 0) -> None:
        if (refusal := self._refusal(host, port, scope)) is not None:
            self.refusal = refusal
            raise OSError(refusal)

    def _refusal(self, host: str, port: int, scope: int) -> ArticleProblem | None:
        try:
            address = ipaddress.ip_address(host)
        except ValueError:
            return ArticleProblem.PRIVATE_ADDRESS
        if scope or "%" in host:
            return ArticleProblem.PRIVATE_ADDRESS
        if any(_inner(address) in network for network in self.private):
            return None
        if not is_public(address):
            return ArticleProblem.PRIVATE_ADDRESS
        return None if port in PORTS else ArticleProblem.ADDRESS

    async def close(self) -> None:
        """Close nothing: what it looks names up with is not its own."""
