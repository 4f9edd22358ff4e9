"""What a message brings beside what it says: files, and other messages that are shared in it.

Rule of this module: pure; whether a file can be had is found out when it is fetched.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.chat import Attachment, Kind
from bot.platforms.slack.message_text import addresses, linked
from bot.platforms.slack.raw import node, nodes, text

SEEN_OR_HEARD = ("image/", "audio/", "video/")
"""How media types begin that hold no article."""
GONE = frozenset({"tombstone", "hidden_by_limit"})
"""Modes of files of which nothing but a trace is left (Slack, file object)."""
POST, PAGE = "application/vnd.slack-docs", "text/html"
"""Media types of Slack's posts and canvases, and of what may come where one is fetched."""
ASK = "check_file_info"
"""Stands in `file_access` where Slack tells nothing but the id: in channels with another organization."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a message is and says; `text` is somebody else's where it is `forwarded`, and theirs is `quoted` else.

    `links` are the addresses in both, and those that an app shows beside or below its message's text.
    """

    kind: Kind
    text: str
    forwarded: bool = False
    quoted: str = ""
    files: tuple[Attachment, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a file is: the workspace whose token opens it, its id and its address (empty: Slack is to be asked)."""

    team: str
    enterprise: str
    id: str
    url: str

    def packed(self) -> str:
        """Return it as an attachment carries it."""
        return json.dumps([self.team, self.enterprise, self.id, self.url])


def spot_from(line: str) -> Spot | None:
    """Return where a file is, None for a line that says it not."""
    try:
        match json.loads(line):
            case [str(team), str(enterprise), str(name), str(url)]:
                return Spot(team, enterprise, name, url)
    except (ValueError, RecursionError):
        pass
    return None


def brought(message: Mapping[str, object], own: str, team: Mapping[str, str]) -> Brought:
    """Return what a message brings that says `own`; `team` names the workspace whose token opens its files."""
    shared = [one for one in nodes(message, "attachments") if _is_message(one)]
    theirs = "\n\n".join(said for one in shared if (said := linked(text(one, "text"), "").strip()))
    files = [file for one in (message, *shared) for file in nodes(one, "files")]
    if readable := tuple(_attachments(files, team)):
        return Brought(Kind.FILE, own, quoted=theirs, files=readable)
    links = tuple(dict.fromkeys(_links(message)))
    if own.strip() or not theirs:
        return Brought(Kind.TEXT if own.strip() or not files else Kind.ATTACHMENT, own, quoted=theirs, links=links)
    return Brought(Kind.TEXT, theirs, forwarded=True, links=links)


def _is_message(attachment: Mapping[str, object]) -> bool:
    """Tell whether what hangs below a message is another message."""
    return bool(attachment.get("is_share") or attachment.get("is_msg_unfurl"))


def _links(message: Mapping[str, object]) -> Iterator[str]:
    """Yield the addresses in a message, in its blocks, in messages that it shares, and of other things below it."""
    yield from addresses(text(message, "text"))
    yield from _in_blocks(message.get("blocks"))
    for one in nodes(message, "attachments"):
        if _is_message(one):
            yield from addresses(text(one, "text"))
        else:
            yield from _web(text(one, name) for name in ("title_link", "original_url", "from_url"))
            yield from _in_blocks(one.get("blocks"))


def _in_blocks(blocks: object) -> Iterator[str]:
    """Yield the addresses in Block Kit, in order; without recursion, since nobody knows how deep it is."""
    left = [blocks]
    while left:
        match left.pop():
            case list() as several:
                left += reversed(several)
            case {"type": "mrkdwn", "text": str(marked)}:
                yield from addresses(marked)
            case {"type": "link" | "button", "url": str(url)}:
                yield from _web([url])
            case dict() as one:
                left += reversed(one.values())


def _web(urls: Iterable[str]) -> Iterator[str]:
    return (url for url in urls if url.startswith(("https://", "http://")))


def _attachments(files: list[Mapping[str, object]], team: Mapping[str, str]) -> Iterator[Attachment]:
    for file in files:
        kind, name = text(file, "mimetype"), text(file, "name") or text(file, "title")
        url = text(file, "url_private_download") or text(file, "url_private")
        known = url or text(file, "file_access") == ASK
        if known and text(file, "mode") not in GONE and not kind.lower().startswith(SEEN_OR_HEARD):
            at = Spot(team.get("team", ""), team.get("enterprise", ""), text(file, "id"), url)
            yield Attachment(name, kind, size_of(file), at.packed())


def size_of(file: Mapping[str, object]) -> int:
    """Return a file's size in bytes, 0 where Slack does not tell it."""
    size = node(file).get("size")
    return size if isinstance(size, int) and size > 0 else 0
