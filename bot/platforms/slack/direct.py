"""An answer as one message, and the proof afterwards whether Slack has it.

Rule of this module: a message carries a hash of the update that it answers, in its metadata, and is looked up by that
where its outcome is unknown. So it is sent this way only into channels whose history the bot may read, which is tried
before. Slack shows what was posted up to a second late, and a request can be late too: it is waited for first.
"""

import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from cachetools import FIFOCache

from bot.chat import Drawing, Reply
from bot.platforms.once import AUTO, PLACEHOLDER, Once
from bot.platforms.slack.addresses import Address, Place, Way, unpacked
from bot.platforms.slack.calls import Calls
from bot.platforms.slack.chats import THREAD
from bot.platforms.slack.raw import nodes, text
from bot.platforms.slack.refusals import RefusedError, UnshowableError
from bot.platforms.slack.sending import EMPTY, QUIET, Sending
from bot.render.slack import Message
from bot.transport import (
    EventLog,
    Found,
    KeepMark,
    Mark,
    MarkSending,
    Outgoing,
    RetryAfterError,
    TooEarlyError,
    UndeliverableError,
    UnprovenError,
)

READABLE = 24 * 3600.0
"""Seconds for which it holds that a channel's history can be read."""
UNREADABLE = 600.0
"""Seconds for which it holds that it can't: the bot may be invited at any time."""
CHANNELS = 10_000
"""Channels that are known; beyond that the one asked first is asked again."""
AGAIN = 3.0
"""The second look comes after this part of the wait: 5 seconds of 15."""
PAGE = 200
"""Messages that are asked for at once."""
PAGES = 20
"""Pages that are looked through."""
SKEW = 3_600.0
"""Seconds by which our clock may be ahead of Slack's, where only our clock tells from when to look."""
WITH_METADATA: Mapping[str, object] = {"include_all_metadata": "true"}
UNKNOWN_ID = "duplicate_message_not_found"
"""Slack's word for a client_msg_id that it has seen and whose message it does not find."""


class DirectSender:
    """Sends answers as one message each; `clock` gives seconds since 1970."""

    def __init__(
        self, calls: Calls, sending: Sending, once: Once, log: EventLog, clock: Callable[[], float] = time.time
    ) -> None:
        self._calls = calls
        self._sending = sending
        self._once = once
        self._log = log
        self._clock = clock
        self._channels: FIFOCache[tuple[str, str], tuple[bool, float]] = FIFOCache(CHANNELS)

    async def sends_directly(self, outgoing: Outgoing) -> bool:
        """Tell whether a message of its own is the answer, in a channel whose history can be read."""
        at = unpacked(outgoing.envelope.address)
        replaced = outgoing.reply.replaces and at.way is Way.POST and at.message
        enclosed = self._sending.enclosing.wanted(outgoing.envelope, outgoing.reply)
        if self._once.way == PLACEHOLDER or at.way not in {Way.POST, Way.PANE} or replaced or enclosed is Drawing.PAGE:
            return False
        return self._once.way != AUTO or await self._is_readable(at)

    async def _is_readable(self, at: Address) -> bool:
        name = (at.team, at.channel)
        readable, until = self._channels.get(name, (False, 0.0))
        if self._clock() < until:
            return readable
        try:
            await self._calls.method("conversations.history", at, channel=at.channel, limit=1, **WITH_METADATA)
        except (UndeliverableError, RefusedError, RetryAfterError) as error:
            self._log("placeholder_mode", {"reason": str(error) or type(error).__name__})
            self._channels[name] = (False, self._clock() + UNREADABLE)
            return False
        self._channels[name] = (True, self._clock() + READABLE)
        return True

    async def send(self, outgoing: Outgoing, mark: MarkSending) -> str:
        """Post the message and return its place."""
        at, reply = unpacked(outgoing.envelope.address), outgoing.reply
        shown: tuple[Message, ...] = (Message(EMPTY, ()),)
        if reply.parts:
            shown = await self._sending.shown(outgoing.envelope, at, Place(at.way), reply)
        place = await self._first_taken(outgoing, at, shown, mark)
        await self._after(at, reply)
        return str(place)

    async def _first_taken(self, outgoing: Outgoing, at: Address, shown: Sequence[Message], mark: MarkSending) -> Place:
        """Post the first of some messages that Slack can show."""
        for message in shown[:-1]:
            try:
                return await self._posted(outgoing, at, message, mark)
            except UnshowableError:
                self._sending.enclosing.forget(at, outgoing.reply)
        return await self._posted(outgoing, at, shown[-1], mark)

    async def _posted(self, outgoing: Outgoing, at: Address, shown: Message, mark: MarkSending) -> Place:
        content: dict[str, object] = {"text": shown.text, **({"blocks": list(shown.blocks)} if shown.blocks else {})}
        name = name_of(outgoing.key)
        content |= {**QUIET, "metadata": {"event_type": "answer", "event_payload": {"id": name}}}
        await mark(0)
        try:
            return await self._sending.post(at, {**content, "client_msg_id": str(UUID(name))})
        except RefusedError as error:
            if error.code != UNKNOWN_ID:
                raise
        await mark(0)
        return await self._sending.post(at, content)

    async def _after(self, at: Address, reply: Reply) -> None:
        if at.way is Way.PANE and reply.parts:
            await self._sending.offer(at, reply)

    async def find_sent(self, outgoing: Outgoing, mark: Mark, keep: KeepMark, known: Sequence[str]) -> Found | None:
        """Return the message with the hash of the update; None where two looks, a while apart, have not found it."""
        del known  # what answers another update has another hash
        early = mark.at + self._once.wait - self._clock()
        if early > 0:
            raise TooEarlyError(early)
        at = unpacked(outgoing.envelope.address)
        try:
            ts = await self._looked_up(outgoing, at, mark)
        except (UndeliverableError, RefusedError) as error:
            raise UnprovenError(str(error) or type(error).__name__) from error
        if ts:
            await self._sending.remember(at)
            await self._after(at, outgoing.reply)
            return Found(str(Place(at.way, at.channel, ts)), complete=not mark.empty)
        if mark.tries:
            return None
        again = self._once.wait / AGAIN
        await keep(replace(mark, at=self._clock() - self._once.wait + again, tries=1))
        raise TooEarlyError(again)

    async def _looked_up(self, outgoing: Outgoing, at: Address, mark: Mark) -> str:
        """Return the ts of the message, empty where it is not seen."""
        asked = outgoing.envelope.incoming.id
        oldest = asked if THREAD.fullmatch(asked) else f"{mark.at - SKEW:.6f}"
        where: dict[str, object] = {"channel": at.channel, "oldest": oldest, "limit": PAGE, **WITH_METADATA}
        name = name_of(outgoing.key)
        for _ in range(PAGES):
            if at.thread:
                page = await self._calls.method("conversations.replies", at, ts=at.thread, **where)
            else:
                page = await self._calls.method("conversations.history", at, **where)
            ours = [one for one in nodes(page, "messages") if text(one, "metadata", "event_payload", "id") == name]
            if ts := next((text(one, "ts") for one in ours if text(one, "bot_id")), ""):
                return ts
            where["cursor"] = text(page, "response_metadata", "next_cursor")
            if not where["cursor"]:
                return ""
        raise UnprovenError("too many messages")


def name_of(key: str) -> str:
    """Return what names the answer to an update in Slack, where all in the workspace can read it: a hash, no more."""
    return hashlib.sha256(f"answer {key}".encode()).hexdigest()[:32]
