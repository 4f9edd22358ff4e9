"""A server behind TLS and a password, as a reverse proxy guards it, with an authority of its own.

Rule of this module: it hands on what comes with the right password, and counts what does not; openssl makes the keys.
"""

import base64
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

USER, PASSWORD = "bot", "zebra:pass/word@1"
QUOTED = "zebra:pass%2Fword%401"
"""The password as it stands in an address."""
_HOP = {"host", "authorization", "content-length", "transfer-encoding", "connection"}


def authority(folder: Path) -> tuple[Path, ssl.SSLContext]:
    """Return the certificate of a new authority, and what a server for 127.0.0.1 needs that it vouches for."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("openssl is not installed here; on Debian and Ubuntu: apt install openssl")

    def run(*given: str) -> None:
        subprocess.run([program, *given], check=True, capture_output=True, cwd=folder)

    key = ("-newkey", "rsa:2048", "-nodes", "-days", "2")
    # Python 3.13 and newer take no authority that does not say what its key is for.
    usage = ("-addext", "keyUsage=critical,keyCertSign,cRLSign")
    run("req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=authority of a test", *usage)
    run("req", *key[:3], "-keyout", "key.pem", "-out", "request.pem", "-subj", "/CN=server of a test")
    names = "subjectAltName=IP:127.0.0.1\nauthorityKeyIdentifier=keyid\nsubjectKeyIdentifier=hash\n"
    (folder / "names").write_text(names, "ascii")
    signed = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "names", "-days", "2")
    run("x509", "-req", "-in", "request.pem", "-out", "cert.pem", *signed)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return folder / "ca.pem", context


@asynccontextmanager
async def guarded(root: str, context: ssl.SSLContext) -> AsyncIterator[int]:
    """Guard a server; yield the port."""
    right = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
    async with aiohttp.ClientSession() as session:

        async def handed_on(request: web.Request) -> web.Response:
            if request.headers.get("Authorization") != right:
                return web.json_response({"error": "Unauthorized"}, status=401)
            kept = {name: value for name, value in request.headers.items() if name.lower() not in _HOP}
            url = f"{root}{request.rel_url}"
            async with session.request(
                request.method, url, headers=kept, data=await request.read(), skip_auto_headers=["Content-Type"]
            ) as answer:
                content_type = answer.headers.get("Content-Type", "application/json")
                return web.Response(
                    status=answer.status, body=await answer.read(), headers={"Content-Type": content_type}
                )

        app = web.Application(client_max_size=100_000_000)
        app.router.add_route("*", "/{path:.*}", handed_on)
        server = TestServer(app, host="127.0.0.1")
        await server.start_server(ssl=context)
        try:
            assert server.port is not None
            yield server.port
        finally:
            await server.close()
