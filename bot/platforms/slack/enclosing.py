"""Files that replies enclose: a page is a message of its own, a picture stands in the message with its words.

Rule of this module: an upload shows nothing to anybody, and Slack lets it be completed once; so a page whose upload is
noted as its place can be shared again and again and is still one message. Where Slack takes no file, it is noted why,
and the words go alone.
"""

import asyncio
import json
from contextlib import suppress

from cachetools import FIFOCache, TTLCache

from bot.chat import Drawing, Reply
from bot.platforms.slack.addresses import Address, Place, Way
from bot.platforms.slack.calls import Calls
from bot.platforms.slack.raw import NOTHING, node, text
from bot.platforms.slack.refusals import RefusedError, UnshowableError
from bot.render.slack import Message
from bot.render.slack.elements import Element, short
from bot.render.slack.ui_texts import Words
from bot.transport import (
    Draw,
    Envelope,
    File,
    FileGoneError,
    MisplacedError,
    PlaceholderGoneError,
    UndeliverableError,
)

PRIVATE = frozenset({Way.URL, Way.VIEW, Way.OPEN})
"""What one person alone sees; no file can stand there."""
POSTED = frozenset({Way.POST, Way.PANE})
SCOPE, DELETED = "missing_scope", "file_deleted"
NOT_A_MEMBER = frozenset({"not_in_channel", "channel_not_found"})
REFUSALS = (UndeliverableError, RefusedError, PlaceholderGoneError, UnshowableError, FileGoneError)
"""What says that a file will not be taken, and not that Slack is away."""
LONGEST_ALT, LONGEST_TITLE = 2_000, 200
"""Characters of a picture in words (Block Kit reference, image block), and of a file's title."""
READY = (0.2, 0.4, 0.8, 1.6, 3.2)
"""Seconds between looks whether Slack knows what a picture is: it finds out after the upload."""
REUSED = 3_600.0
"""Seconds for which a picture is not uploaded again for the same workspace."""
MOST = 10_000
"""Messages and uploads that are known; beyond that the oldest is forgotten."""


class Enclosing:
    """Sends what replies enclose, made by `draw`; without it, nothing is enclosed."""

    def __init__(self, calls: Calls, draw: Draw | None) -> None:
        self._calls = calls
        self._draw = draw
        self._unsent: FIFOCache[str, str] = FIFOCache(MOST)
        self._fresh: FIFOCache[str, None] = FIFOCache(MOST)
        self._pictures: TTLCache[tuple[str, ...], tuple[str, str]] = TTLCache(MOST, REUSED)

    def wanted(self, envelope: Envelope, reply: Reply) -> Drawing | None:
        """Return what a reply encloses; None where that is nothing, or where Slack has not taken it."""
        if reply.encloses is None or self._draw is None or envelope.incoming.id in self._unsent:
            return None
        page_stays = reply.encloses.drawing is Drawing.PAGE and (reply.replaces or reply.public)
        return None if page_stays else reply.encloses.drawing

    def leads_elsewhere(self, envelope: Envelope, at: Address, there: Place, reply: Reply) -> bool:
        """Tell whether a reply can't go where its place is: a page into no message, a file to nobody's eyes alone."""
        wanted = self.wanted(envelope, reply)
        private = there.way in PRIVATE and at.way in PRIVATE
        return (wanted is Drawing.PAGE and (private or there.way in POSTED)) or (wanted is Drawing.MAP and private)

    def reason(self, envelope: Envelope, reply: Reply, words: Words) -> str:
        """Return why what a reply encloses does not come with it, empty where it does or there is nothing."""
        if reply.encloses is None or self._draw is None:
            return ""
        code = self._unsent.get(envelope.incoming.id)
        if code is None:
            return ""
        return words.no_scope if code == SCOPE else words.no_member if code in NOT_A_MEMBER else words.no_file

    def refuse(self, envelope: Envelope, error: Exception) -> None:
        """Note why the file of an answer was not taken: the words go alone."""
        self._unsent[envelope.incoming.id] = str(error)

    async def place(self, envelope: Envelope, at: Address, reply: Reply) -> Place | None:
        """Upload a page and return its place; None, with the reason noted, where Slack does not take it.

        What one person alone would see goes to their direct messages.
        """
        try:
            file = await self._drawn(reply)
            channel = await self.direct(at) if at.way in PRIVATE else at.channel
            number = await self._uploaded(at, file)
        except REFUSALS as error:
            self.refuse(envelope, error)
            return None
        self._fresh[number] = None
        return Place(Way.FILE, channel, number)

    async def direct(self, at: Address) -> str:
        """Return the channel of direct messages with a person."""
        opened = node(await self._calls.method("conversations.open", at, users=at.user), "channel")
        return text(opened, "id")

    async def share(self, envelope: Envelope, at: Address, there: Place, reply: Reply, message: Message) -> None:
        """Make an upload the message that it is the place of, unless it is one already.

        Raises `MisplacedError` where the upload is not there any more, or where Slack does not take it.
        """
        fresh = there.name in self._fresh
        self._fresh.pop(there.name, None)
        if not fresh and await self._is_there(at, there.name) is True:
            return
        try:
            await self._completed(at, there, reply, message)
        except REFUSALS as error:
            shared = await self._is_there(at, there.name)
            if shared or (shared is None and not fresh):
                return  # where Slack may not be asked, once too little is better than twice
            if fresh:
                self.refuse(envelope, error)
            raise MisplacedError from None

    async def picture(self, envelope: Envelope, at: Address, reply: Reply) -> Element | None:
        """Return the picture of a reply as a block; None, with the reason noted, where Slack does not take it."""
        if self.wanted(envelope, reply) is not Drawing.MAP:
            return None
        try:
            number, alt = await self._pictured(at, reply)
        except REFUSALS as error:
            self.refuse(envelope, error)
            return None
        return {"type": "image", "slack_file": {"id": number}, "alt_text": short(alt, LONGEST_ALT)}

    async def _pictured(self, at: Address, reply: Reply) -> tuple[str, str]:
        """Return the id of a picture in the workspace, and what it shows in words."""
        assert reply.encloses is not None  # noqa: S101 - it is wanted
        name = (at.team, at.enterprise, reply.encloses.article, reply.language)
        if name not in self._pictures:
            file = await self._drawn(reply)
            number = await self._uploaded(at, file)
            await self._calls.method("files.completeUploadExternal", at, files=json.dumps([{"id": number}]))
            await self._ready(at, number)
            self._pictures[name] = number, file.alt
        return self._pictures[name]

    def forget(self, at: Address, reply: Reply) -> None:
        """Upload the picture of a reply anew the next time: Slack does not know it, or not any more."""
        if reply.encloses is not None:
            self._pictures.pop((at.team, at.enterprise, reply.encloses.article, reply.language), None)

    async def _drawn(self, reply: Reply) -> File:
        assert reply.encloses is not None  # noqa: S101 - as above
        assert self._draw is not None  # noqa: S101 - as above
        return await self._draw(reply.encloses, reply.language)

    async def _uploaded(self, at: Address, file: File) -> str:
        """Hand Slack a file that nobody sees yet, and return its id."""
        told = {"filename": file.name, "length": len(file.content)}
        given = await self._calls.method("files.getUploadURLExternal", at, **told)
        await self._calls.upload(text(given, "upload_url"), file.content)
        return text(given, "file_id")

    async def _completed(self, at: Address, there: Place, reply: Reply, message: Message) -> None:
        title = short(next((part.text for part in reply.parts if hasattr(part, "text")), ""), LONGEST_TITLE)
        thread = {"thread_ts": at.thread} if at.thread and there.channel == at.channel else {}
        where = {"files": json.dumps([{"id": there.name, "title": title}]), "channel_id": there.channel, **thread}
        try:
            blocks = json.dumps(list(message.blocks))
            await self._calls.method("files.completeUploadExternal", at, **where, blocks=blocks)
        except UnshowableError:
            await self._calls.method("files.completeUploadExternal", at, **where, initial_comment=message.text)

    async def _is_there(self, at: Address, number: str) -> bool | None:
        """Tell whether an upload was completed, for what was not is no file; None where that can't be asked."""
        try:
            return bool(node(await self._calls.method("files.info", at, file=number), "file"))
        except RefusedError as error:
            return error.code == DELETED
        except (UndeliverableError, PlaceholderGoneError):
            return None

    async def _ready(self, at: Address, number: str) -> None:
        """Return when Slack knows what kind of picture a file is, or when that takes too long."""
        for pause in READY:
            told = NOTHING
            with suppress(UndeliverableError, RefusedError, PlaceholderGoneError):
                told = node(await self._calls.method("files.info", at, file=number), "file")
            if text(told, "mimetype"):
                return
            await asyncio.sleep(pause)
