"""Files that people have sent: getFile says where one lies, and the server hands it over there.

Rule of this module: written from the Bot API's reference (getFile, File) and from its server, tdlib/telegram-bot-api.
"""

from dataclasses import dataclass, field, replace

from aiohttp import web

from tests.servers.bot_api.values import Json, RefusedError, bad
from tests.servers.handing import Handing, handed

LARGEST = 20 * 2**20
"""Bytes of a file that the Bot API hands over at most."""


@dataclass(frozen=True, slots=True)
class File:
    """A file: `size` is what is told of it, `path` where it is said to lie, `status` and `headers` what a GET gets."""

    id: str
    content: bytes
    name: str
    kind: str
    path: str
    size: int
    how: Handing = Handing.WELL
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()

    def document(self) -> Json:
        """Return it as it stands in a message."""
        said: Json = {"file_id": self.id, "file_unique_id": f"u{self.id}", "file_size": self.size}
        return said | {"file_name": self.name, "mime_type": self.kind}


@dataclass(slots=True)
class Files:
    """What was sent, by its name, and which paths were asked for."""

    known: dict[str, File] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def add(self, content: bytes, name: str, kind: str, size: int | None = None) -> File:
        """Keep a file that somebody has sent."""
        number = len(self.known) + 1
        path = f"documents/file_{number}.{name.rpartition('.')[2]}"
        file = File(f"BQACAgIAAx{number}", content, name, kind, path, len(content) if size is None else size)
        self.known[file.id] = file
        return file

    def change(self, file: File, **fields: object) -> File:
        """Let something else become of a file."""
        self.known[file.id] = replace(file, **fields)  # type: ignore[arg-type] # they are named at the call
        return self.known[file.id]

    def found(self, name: str) -> Json:
        """Answer getFile; raises `RefusedError`."""
        file = self.known.get(name)
        if file is None:
            raise bad("wrong file_id or the file is temporarily unavailable")
        if file.size > LARGEST:
            raise bad("file is too big")
        said: Json = {"file_id": file.id, "file_unique_id": f"u{file.id}", "file_path": file.path}
        return said | ({"file_size": file.size} if file.size else {})

    async def hand(self, request: web.Request, token: str) -> web.StreamResponse:
        """Answer a request for the content of a file."""
        path = request.match_info["path"]
        self.asked.append(path)
        if request.match_info["token"] != token:
            return _refused(RefusedError(401, "Unauthorized"))
        file = next((one for one in self.known.values() if one.path == path), None)
        if file is None:
            return _refused(RefusedError(404, "Not Found"))
        if file.status != 200:
            return web.Response(status=file.status, headers=dict(file.headers))
        return await handed(request, file.content, file.how)


def _refused(refusal: RefusedError) -> web.Response:
    return web.json_response(refusal.body(), status=refusal.code)
