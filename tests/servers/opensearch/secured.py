"""A node with OpenSearch's own security: TLS with an authority of its own, and users who each have one role.

Rule of this module: nobody may do anything there but who was let in, and whoever has the node's own certificate.
"""

import json
import ssl
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tests.servers.guarded import authority
from tests.servers.opensearch import OpenSearchNodes, required, started

NAME = "CN=server of a test"
"""Of who has the certificate that `authority` makes."""
KINDS = {
    "action_groups": "actiongroups",
    "internal_users": "internalusers",
    "roles": "roles",
    "roles_mapping": "rolesmapping",
    "tenants": "tenants",
}
"""The files that the security begins with, and what it calls what is in them; its own ones give every user a role."""
LOGIN = """
config:
  dynamic:
    authc:
      password:
        http_enabled: true
        order: 0
        http_authenticator: {type: basic, challenge: true}
        authentication_backend: {type: intern}
"""
"""Users come with a name and a password."""


class SecuredNode(OpenSearchNodes):
    """A node that speaks TLS and knows its users; `ca` is the certificate of the authority that vouches for it."""

    def __init__(self, folder: Path, program: tuple[str, ...]) -> None:
        self.ca, _ = authority(folder)
        super().__init__(folder, program, 1, *_settings(folder))
        self.context = ssl.create_default_context(cafile=self.ca)
        self.context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
        config = folder / "0" / "config" / "opensearch-security"
        config.mkdir(parents=True)
        for file, kind in {**KINDS, "config": "config"}.items():
            content = LOGIN if kind == "config" else ""
            (config / f"{file}.yml").write_text(f"_meta: {{type: {kind}, config_version: 2}}\n{content}", "ascii")

    def start(self, *which: int) -> None:
        """Start the node, and return when it knows whom to let in."""
        super().start(*which)
        self.wait_for("_plugins/_security/health")

    def address(self, name: str, user: str = "", password: str = "") -> str:
        """Return the address of an archive, as a user has it."""
        return f"https://{user}:{quote(password, safe='')}@127.0.0.1:{self.ports[0]}/{name}"

    def let_in(self, user: str, password: str, role: Mapping[str, object]) -> None:
        """Let in a user who may do what a role says, and nothing else."""
        login = {"password": password, "opendistro_security_roles": [user]}
        for kind, body in (("roles", role), ("internalusers", login)):
            self.send("PUT", f"_plugins/_security/api/{kind}/{user}", json.dumps(body).encode())


def _settings(folder: Path) -> Iterator[str]:
    for side in ("http", "transport"):
        for what, file in (("pemcert", "cert"), ("pemkey", "key"), ("pemtrustedcas", "ca")):
            yield f"plugins.security.ssl.{side}.{what}_filepath={folder / file}.pem"
    yield "plugins.security.ssl.http.enabled=true"
    yield "plugins.security.allow_default_init_securityindex=true"
    yield f"plugins.security.authcz.admin_dn={NAME}"


@contextmanager
def secured(heap: str = "512m") -> Iterator[SecuredNode]:
    """Start a node with OpenSearch's own security and throw it away in the end."""
    program = required(heap, secured=True)
    with started(SecuredNode(Path(tempfile.mkdtemp(prefix="opensearch")), program)) as node:
        yield node
