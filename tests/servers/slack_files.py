"""Files in a workspace: Slack tells where one lies, and hands it over to whoever shows a token that may read it.

Rule of this module: written from Slack's pages on the file object, on files.info, files.getUploadURLExternal and
files.completeUploadExternal. Who may not read a file is sent to log in, as Slack does: by a redirect, or by the page
itself with status 200. An upload is taken once, and completed once; until then it is no file.
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
class Upload:
    """What an address was given out for; `content` once it was sent."""

    name: str
    length: int
    content: bytes | None = None


@dataclass
class SlackFiles:
    """All files by their ids; `readable` is whether the tokens have the scope, `asked` what was asked for.

    `writable` likewise for files:write; `forbidden` are endings of names that the workspace does not take, and `slow`
    is how often files.info is asked before it knows what a file is.
    """

    known: dict[str, Kept] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)
    readable: bool = True
    writable: bool = True
    forbidden: tuple[str, ...] = ()
    slow: int = 0
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
        if kept is None:
            return {"error": "file_not_found"}
        if kept.told.get("deleted"):
            return {"error": "file_deleted"}
        looked = int(kept.told.get("looked", self.slow))
        kept.told["looked"] = looked + 1
        return {"file": kept.told if looked >= self.slow else kept.told | {"mimetype": ""}}

    def begin(self, given: Payload, base: str) -> Payload:
        """Answer files.getUploadURLExternal."""
        if not self.writable:
            return {"error": "missing_scope", "needed": "files:write"}
        name, length = str(given.get("filename") or ""), int(given.get("length") or 0)
        if not name or length <= 0:
            return {"error": "invalid_arguments"}
        number = f"F{len(self.uploads) + 1:08}UP"
        self.uploads[number] = Upload(name, length)
        return {"upload_url": f"{base}/upload/v1/{number}", "file_id": number}

    async def take(self, request: web.Request) -> web.Response:
        """Answer the request that brings the bytes: one, of the length that was told, with no token."""
        upload = self.uploads.get(request.match_info["name"])
        content = await request.read()
        if upload is None or upload.content is not None or len(content) != upload.length:
            return web.Response(status=400, text="bad upload")
        if "Authorization" in request.headers:
            return web.Response(status=400, text="no token belongs here")
        upload.content = content
        return web.Response(text=f"OK - {len(content)}")

    def complete(self, number: str, title: str) -> Payload:
        """Make a file of an upload; an error where there is none, and where that was done before."""
        if not self.writable:
            return {"error": "missing_scope", "needed": "files:write"}
        upload = self.uploads.get(number)
        if upload is None or upload.content is None or number in self.known:
            return {"error": "file_not_found"}
        if upload.name.endswith(self.forbidden):
            return {"error": "file_type_not_allowed"}
        kind = "image/png" if upload.name.endswith(".png") else "text/html"
        told = {
            "id": number, "name": upload.name, "title": title or upload.name, "mimetype": kind, "looked": 0,
            "size": upload.length, "shares": {},
        }  # fmt: skip
        self.keep(told, upload.content)
        return {}

    def is_picture(self, number: str) -> bool:
        """Tell whether a block can show a file: it is a picture, and Slack has found that out."""
        kept = self.known.get(number)
        told = kept.told if kept else {}
        return told.get("mimetype") == "image/png" and not told.get("deleted") and int(told["looked"]) >= self.slow

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
