"""Files that people send: where Slack says that they are, with the token of the workspace.

Rule of this module: the token goes to Slack's own hosts and to no other, whatever address a message names.
"""

import re

from aiohttp import ClientSession

from bot.chat import Attachment
from bot.platforms.downloads import OK, Answer, fetched, patiently, refused
from bot.platforms.slack.addresses import Address, Way
from bot.platforms.slack.brought import PAGE, POST, Spot, size_of, spot_from
from bot.platforms.slack.calls import Calls
from bot.platforms.slack.raw import node, text
from bot.platforms.slack.refusals import RefusedError, UnshowableError
from bot.platforms.slack.workspaces import Workspaces
from bot.transport import FileGoneError, FileTooLargeError, PlaceholderGoneError, UndeliverableError

HOSTS = re.compile(r"https://(?:[a-z0-9-]+\.)*slack(?:-gov)?\.com/[!-~]*", re.IGNORECASE)
"""Addresses of Slack's own; the host ends at the first slash for every reader of it."""
PAGES = frozenset({PAGE, POST, "application/xhtml+xml"})
"""Media types of files whose content comes as HTML."""
LOGIN = b"slack-edge.com"
"""Where the pages of Slack itself have their styles from; one of them comes where a file may not be read."""
HEAD = 20_000
"""Bytes of a page in which that is looked for."""


class Files:
    """Fetches files; `api_url` is the root of the Web API, whose host gets the token like Slack's own."""

    def __init__(self, calls: Calls, session: ClientSession, workspaces: Workspaces, api_url: str) -> None:
        self._calls = calls
        self._session = session
        self._workspaces = workspaces
        self._root = f"{api_url.rstrip('/')}/"

    async def download(self, file: Attachment, most: int) -> bytes:
        """Return the content of a file of `most` bytes at most.

        Raises `FileTooLargeError`, `FileGoneError`, `OutcomeUnknownError`, `RetryAfterError`, `AccessRevokedError`.
        """
        spot = spot_from(file.place)
        if spot is None:
            raise FileGoneError
        if file.size > most:
            raise FileTooLargeError
        return await patiently(lambda: self._fetched(spot, file.media_type, most))

    async def _fetched(self, spot: Spot, told: str, most: int) -> bytes:
        try:
            url, kind = (spot.url, told) if spot.url else await self._looked_up(spot, most)
            if not self._is_slacks(url):
                raise FileGoneError
            token = await self._workspaces.token(spot.team, spot.enterprise)
        except (UndeliverableError, PlaceholderGoneError, UnshowableError, RefusedError):
            raise FileGoneError from None
        return _content(await fetched(self._session, url, most, {"Authorization": f"Bearer {token}"}), kind)

    async def _looked_up(self, spot: Spot, most: int) -> tuple[str, str]:
        """Return the address and the media type of a file of which a message tells the id alone."""
        where = Address(Way.POST, team=spot.team, enterprise=spot.enterprise)
        file = node(await self._calls.method("files.info", where, file=spot.id), "file")
        if size_of(file) > most:
            raise FileTooLargeError
        return text(file, "url_private_download") or text(file, "url_private"), text(file, "mimetype")

    def _is_slacks(self, url: str) -> bool:
        return url.startswith(self._root) or HOSTS.fullmatch(url) is not None


def _content(answer: Answer, kind: str) -> bytes:
    """Return a file of a media type; raises where something else came back."""
    if answer.status != OK:
        raise refused(answer)
    sent_as = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if sent_as == PAGE and (kind.lower() not in PAGES or _is_login(answer)):
        raise FileGoneError
    return answer.body


def _is_login(answer: Answer) -> bool:
    return "Content-Disposition" not in answer.headers and LOGIN in answer.body[:HEAD]
