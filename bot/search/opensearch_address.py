"""The address of an OpenSearch server: https://user:password@host:9200,host:9200/name.

Rule of this module: what is shown of an address holds no password.
"""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

PORT = 9200
"""Where a server is that names none."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where nodes are, who asks them, and the name that all indexes begin with."""

    scheme: str
    hosts: tuple[str, ...]
    name: str
    user: str = ""
    password: str = ""

    @property
    def nodes(self) -> tuple[str, ...]:
        """Return the root address of each node."""
        return tuple(f"{self.scheme}://{host}" for host in self.hosts)

    def __repr__(self) -> str:
        """Return the address as it may be shown: without the user and the password."""
        return f"{self.scheme}://{','.join(self.hosts)}/{self.name}"

    __str__ = __repr__


def address_in(text: str) -> Address:
    """Return what an address says that the settings have let through."""
    scheme, _, rest = text.partition("://")
    authority, _, name = rest.rpartition("/")
    login, _, hosts = authority.rpartition("@")
    user, _, password = login.partition(":")
    named = tuple(host if urlsplit(f"//{host}").port else f"{host}:{PORT}" for host in hosts.split(","))
    return Address(scheme, named, name, unquote(user), unquote(password))
