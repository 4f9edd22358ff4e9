"""Files in a workspace: Slack tells where one lies, and hands it over to whoever shows a token that may read it.

Rule of this module: written from Slack's pages on the file object and on files.info. Who may not read a file is sent to
log in, as Slack does: by a redirect, or by the page itself with status 200.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from aiohttp import web

from tests.servers.handing import Handing, handed
from tests.servers.slack_payloads import Payload

LOGIN_PAGE = (
    '<!DOCTYPE html><html lang="en-US"><head><link href="https://a.slack-edge.com/x.css" rel="stylesheet">'
    "<title>Sign in | Slack</title></head><body><h1>Sign in to your workspace</h1></body></html>"
)


class Login(StrEnum):
    """How somebody who may not read a file is asked to log in."""

    REDIRECT = "redirect"
    PAGE = "page"


@dataclass
class Kept:
    """A file: what Slack tells of it, its content, and what a request for it gets."""

    told: Payload
    content: bytes
    how: Handing = Handing.WELL
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class SlackFiles:
    """All files by their ids; `readable` is whether the tokens have the scope, `asked` what was asked for."""

    known: dict[str, Kept] = field(default_factory=dict)
    readable: bool = True
    login: Login = Login.REDIRECT
    asked: list[str] = field(default_factory=list)

    def keep(self, told: Payload, content: bytes) -> Kept:
        """Keep a file that somebody has shared."""
        self.known[told["id"]] = Kept(told, content)
        return self.known[told["id"]]

    def info(self, given: Payload) -> Payload:
        """Answer files.info."""
        if not self.readable:
            return {"error": "missing_scope", "needed": "files:read"}
        kept = self.known.get(str(given.get("file")))
        return {"file": kept.told} if kept else {"error": "file_not_found"}

    async def hand(self, request: web.Request, tokens: Collection[str]) -> web.StreamResponse:
        """Answer a request for a file."""
        self.asked.append(request.path)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        kept = next((one for one in self.known.values() if f"-{one.told['id']}/" in request.path), None)
        if kept is None:
            return web.Response(status=404, text="<html>not found</html>", content_type="text/html")
        if token not in tokens or not self.readable:
            if self.login is Login.PAGE:
                return web.Response(text=LOGIN_PAGE, content_type="text/html")
            return web.Response(status=302, headers={"Location": f"/?redir={request.path}"})
        if kept.status != 200:
            return web.Response(status=kept.status, headers=kept.headers)
        return await handed(request, kept.content, kept.how, _sent_as(kept.told), **kept.headers)


def _sent_as(told: Payload) -> str:
    """Return the media type of an answer: posts and canvases come as HTML."""
    kind = str(told.get("mimetype", ""))
    return "text/html" if kind == "application/vnd.slack-docs" else kind or "application/octet-stream"
