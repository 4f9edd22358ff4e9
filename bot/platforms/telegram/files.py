"""Files that people send: the Bot API says where one lies, and hands it over there.

Rule of this module: nothing is read from this machine's disk, whatever path a server names.
"""

from urllib.parse import quote

from bot.chat import Attachment
from bot.platforms.downloads import patiently
from bot.platforms.telegram.client import Client
from bot.platforms.telegram.outcomes import TurnedError
from bot.transport import (
    FileGoneError,
    FileTooLargeError,
    OutcomeUnknownError,
    PlaceholderGoneError,
    UndeliverableError,
)


class Files:
    """Fetches files by way of the Bot API."""

    def __init__(self, client: Client) -> None:
        self._client = client

    async def download(self, file: Attachment, most: int) -> bytes:
        """Return the content of a file of `most` bytes at most.

        Raises `FileTooLargeError`, `FileGoneError`, `OutcomeUnknownError`, `RetryAfterError`, `AccessRevokedError`.
        """
        if file.size > most:
            raise FileTooLargeError
        return await patiently(lambda: self._fetched(file.place, most))

    async def _fetched(self, name: str, most: int) -> bytes:
        path, size = await self._found(name)
        if size > most:
            raise FileTooLargeError
        content = await self._client.file(path, most)
        if size and len(content) != size:
            raise OutcomeUnknownError
        return content

    async def _found(self, name: str) -> tuple[str, int]:
        """Return the path under which a file is handed over, escaped, and its size in bytes (0: not told)."""
        try:
            found = await self._client.call("getFile", file_id=name)
        except (TurnedError, UndeliverableError, PlaceholderGoneError):
            found = None
        match found:
            case {"file_path": str(path), "file_size": int(size)} if _is_relative(path):
                return quote(path), size
            case {"file_path": str(path)} if _is_relative(path):
                return quote(path), 0
        raise FileGoneError


def _is_relative(path: str) -> bool:
    """Tell whether a path leads to a file below the server's; a server in `--local` mode names one of its own disk."""
    return not any(part in {"", ".", ".."} or ":" in part or "\\" in part for part in path.split("/"))
