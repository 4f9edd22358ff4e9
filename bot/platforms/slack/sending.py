"""From a reply to what stands in Slack: a place for it first, then the reply into it.

Rule of this module: placing may leave an empty message behind and is never repeated here; filling again changes
nothing, because it edits a message, a view or what a response_url belongs to.
"""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from cachetools import FIFOCache

from bot.chat import Drawing, Reply, Said, without_file
from bot.platforms.slack.addresses import Address, Place, Way, place_from, unpacked
from bot.platforms.slack.calls import Calls
from bot.platforms.slack.chats import is_direct
from bot.platforms.slack.enclosing import POSTED, PRIVATE, Enclosing
from bot.platforms.slack.prompts import prompts
from bot.platforms.slack.refusals import RefusedError, UnshowableError
from bot.platforms.slack.threads import Threads
from bot.render.slack import Message, Setting, render
from bot.render.slack.blocks import asked_before
from bot.render.slack.elements import rich, section, span
from bot.render.slack.fallback import plain_text
from bot.render.slack.ui_texts import words_in
from bot.render.slack.views import answered, form, home, looking, note
from bot.transport import DeliveryError, Envelope, MisplacedError, PlaceholderGoneError, UndeliverableError

EMPTY = "…"
"""What stands in a message until it is filled."""
QUIET: Mapping[str, object] = {"unfurl_links": False, "unfurl_media": False}
NOT_HERE = "not-here"
"""Names the note that takes the place of an answer which can't be shared in a channel."""
MOST_SPENT = 10_000
"""response_urls and views that are known to have run out; beyond that the oldest is forgotten, and runs out again."""
EDITED = frozenset({Way.POST, Way.EDIT, Way.PANE})


class Sending:
    """Places and fills answers."""

    def __init__(self, calls: Calls, threads: Threads, enclosing: Enclosing) -> None:
        self._calls = calls
        self._threads = threads
        self.enclosing = enclosing
        self._spent: FIFOCache[str, None] = FIFOCache(MOST_SPENT)

    async def send_placeholder(self, envelope: Envelope, reply: Reply) -> str:
        """Return the place of an answer, with an empty message or modal in it where that takes one."""
        at = unpacked(envelope.address)
        if place := await self._enclosed(envelope, at, reply):
            return str(place)
        if reply.public and at.way in {Way.URL, Way.VIEW, Way.OPEN}:
            return str(await self._publicly(at))
        if reply.replaces and at.way is Way.POST and at.message:
            return str(Place(Way.EDIT, at.channel, at.message))
        if at.way in {Way.POST, Way.PANE}:
            return str(await self._posted(at, at.channel, at.thread, at.way))
        if {at.url, at.view, at.trigger} & self._spent.keys():
            return str(await self._posted(at, at.user, ""))
        return str(await self._opened(at, envelope))

    async def _enclosed(self, envelope: Envelope, at: Address, reply: Reply) -> Place | None:
        """Return the place of a reply with a file, where that is another one than without it."""
        wanted = self.enclosing.wanted(envelope, reply)
        if wanted is Drawing.PAGE and at.way in {*POSTED, *PRIVATE}:
            return await self.enclosing.place(envelope, at, reply)
        if wanted is Drawing.MAP and at.way in PRIVATE and await self.enclosing.picture(envelope, at, reply):
            return await self._posted(at, at.user, "")
        return None

    async def post(self, at: Address, content: Mapping[str, object]) -> Place:
        """Put a message where an answer goes, with what `chat.postMessage` takes, and return its place."""
        return await self._sent(at, Place(at.way, at.channel), at.thread, content)

    async def remember(self, at: Address) -> None:
        """Remember the thread that an answer stands in, so that the bot is spoken to there without a mention."""
        if at.thread and not at.pane and not is_direct(at.channel):
            await self._threads.add(f"{at.channel}/{at.thread}")

    async def offer(self, at: Address, reply: Reply) -> None:
        """Offer the questions of a greeting in the assistant's pane."""
        with suppress(DeliveryError):
            offered = {"title": words_in(reply.language).prompts, "prompts": prompts(reply.actions)}
            where = {"channel_id": at.channel, "thread_ts": at.thread}
            if offered["prompts"]:
                await self._calls.method("assistant.threads.setSuggestedPrompts", at, **where, **offered)

    async def _posted(self, at: Address, channel: str, thread: str, way: Way = Way.POST) -> Place:
        return await self._sent(at, Place(way, channel), thread, {**QUIET, "text": EMPTY})

    async def _sent(self, at: Address, to: Place, thread: str, content: Mapping[str, object]) -> Place:
        where: dict[str, object] = {"channel": to.channel, **({"thread_ts": thread} if thread else {})}
        posted = await self._calls.method("chat.postMessage", at, **where, **content)
        if thread:
            await self.remember(at)
        return Place(to.way, str(posted.get("channel") or to.channel), str(posted["ts"]))

    async def _publicly(self, at: Address) -> Place:
        """Return a place that all in the channel see; where the bot may not write, one for a note about that."""
        try:
            return await self._posted(at, at.channel, at.thread if at.way is Way.URL else "")
        except UndeliverableError:
            return Place(at.way, NOT_HERE)

    async def _opened(self, at: Address, envelope: Envelope) -> Place:
        """Return a place that needs no message: a modal that opens, or what is there already."""
        if at.way not in {Way.OPEN, Way.FORM}:
            return Place(at.way, name=at.view)
        name = hashlib.sha256(at.trigger.encode()).hexdigest()[:32]
        view = form(envelope.incoming.language, _kept(at)) if at.way is Way.FORM else looking(None, _kept(at))
        with suppress(PlaceholderGoneError):
            # Too late, or an earlier try has opened it and only its answer was lost: filling it will tell.
            await self._calls.method("views.open", at, trigger_id=at.trigger, view={**view, "external_id": name})
        return Place(at.way, name=name)

    async def edit(self, envelope: Envelope, place: str, reply: Reply) -> None:
        """Write the reply into its place; `PlaceholderGoneError` where that is gone."""
        at, there = unpacked(envelope.address), place_from(place)
        if there.channel == NOT_HERE:
            await self._note(at, words_in(reply.language).not_here, reply.language)
            return
        words = words_in(reply.language)
        if there.way is Way.FILE:
            await self._shared(envelope, at, there, reply)
        elif self.enclosing.leads_elsewhere(envelope, at, there, reply):
            await self._cleared(at, there)
            raise MisplacedError
        else:
            try:
                await self._filled(envelope, at, there, reply)
            except PlaceholderGoneError:
                self._run_out(at)
                raise
        if there.way is Way.POST and reply.public:
            with suppress(DeliveryError):
                await self._note(at, words.shared, reply.language)
        elif at.way in PRIVATE and self.enclosing.wanted(envelope, reply):
            with suppress(DeliveryError):
                await self._note(at, words.sent_directly, reply.language)

    async def _shared(self, envelope: Envelope, at: Address, there: Place, reply: Reply) -> None:
        """Make an upload the answer's message; words alone go somewhere else, and then nobody ever sees it."""
        if self.enclosing.wanted(envelope, reply) is not Drawing.PAGE:
            raise MisplacedError
        shown = message_at(envelope, at, Place(Way.POST, there.channel), reply)
        await self.enclosing.share(envelope, at, there, reply, shown)
        if there.channel == at.channel:
            await self.remember(at)

    async def _cleared(self, at: Address, there: Place) -> None:
        """Take a message away that the answer does not go into."""
        if there.way in POSTED:
            with suppress(PlaceholderGoneError, UndeliverableError, RefusedError):
                await self._calls.method("chat.delete", at, channel=there.channel, ts=there.name)

    async def _filled(self, envelope: Envelope, at: Address, there: Place, reply: Reply) -> None:
        """Write a reply into its place; what Slack can't show is sent with less of it."""
        shown = await self.shown(envelope, at, there, reply)
        for message in shown[:-1]:
            try:
                return await self._written(envelope, at, there, reply, message)
            except UnshowableError:
                self.enclosing.forget(at, reply)
        return await self._written(envelope, at, there, reply, shown[-1])

    async def shown(self, envelope: Envelope, at: Address, there: Place, reply: Reply) -> tuple[Message, ...]:
        """Return a reply as messages of which each has less that Slack could refuse: a picture, blocks, text alone."""
        inside = there.way in {*POSTED, Way.EDIT}
        picture = await self.enclosing.picture(envelope, at, reply) if inside else None
        if self.enclosing.wanted(envelope, reply) is None or not inside:
            reason = self.enclosing.reason(envelope, reply, words_in(reply.language))
            reply = without_file(reply)
            if reason:
                reply = replace(reply, parts=(*reply.parts, Said(reason)))
        message = message_at(envelope, at, there, reply)
        plain = Message(plain_text(reply), ())
        if picture is None:
            return message, plain
        return Message(message.text, (picture, *message.blocks)), message, plain

    async def _written(self, envelope: Envelope, at: Address, there: Place, reply: Reply, message: Message) -> None:
        """Write a message to where its place is."""
        content = {"text": message.text, "blocks": list(message.blocks)}
        if there.way in EDITED:
            await self._calls.method("chat.update", at, channel=there.channel, ts=there.name, **content)
            if there.way is Way.PANE:
                await self.offer(at, reply)
        elif there.way is Way.URL:
            await self._calls.respond(at.url, content)
        elif there.way is Way.LINK and any(action.text.startswith("/start ") for action in reply.actions):
            unfurls = {at.url: {"blocks": content["blocks"]}}
            await self._calls.method("chat.unfurl", at, channel=at.channel, ts=at.message, unfurls=unfurls)
        elif there.way is Way.HOME:
            view = home(reply, envelope.incoming.chat)
            await self._calls.method("views.publish", at, user_id=at.user, view=view)
        elif there.way in {Way.VIEW, Way.OPEN}:
            view = answered(message, reply.language, _kept(at), at.asked)
            await self._update(at, there, view)

    async def _update(self, at: Address, there: Place, view: Mapping[str, object]) -> None:
        named = {"external_id": there.name} if there.way is Way.OPEN else {"view_id": there.name}
        await self._calls.method("views.update", at, **named, view=view)

    async def _note(self, at: Address, text: str, language: str) -> None:
        """Put one line in the place of what was tapped on."""
        if at.way is Way.URL:
            await self._calls.respond(at.url, {"text": text, "blocks": [rich(section(span(text)))]})
        elif at.way is Way.VIEW:
            await self._update(at, Place(Way.VIEW, name=at.view), note(text, language, _kept(at)))

    async def show_typing(self, envelope: Envelope) -> None:
        """Show in the assistant's pane that an answer is being looked for; elsewhere Slack has nothing for bots."""
        at = unpacked(envelope.address)
        if at.pane and at.way is Way.POST:
            status = words_in(envelope.incoming.language).status
            with suppress(DeliveryError):
                where = {"channel_id": at.channel, "thread_ts": at.thread}
                await self._calls.method("assistant.threads.setStatus", at, **where, status=status)

    def _run_out(self, at: Address) -> None:
        self._spent.update({name: None for name in (at.url, at.view, at.trigger) if name})


def _kept(at: Address) -> dict[str, str]:
    """Return what a modal carries, for what is tapped in it."""
    return {name: value for name, value in (("channel", at.channel), ("thread", at.thread)) if value}


def message_at(envelope: Envelope, at: Address, there: Place, reply: Reply) -> Message:
    """Return a reply as it looks in its place."""
    incoming = envelope.incoming
    private = there.way in {Way.URL, Way.VIEW, Way.OPEN}
    setting = Setting(
        id=at.about if reply.replaces and at.about else incoming.id,
        chat=incoming.chat,
        private=private and bool(at.channel) and not is_direct(at.channel),
        back=at.about if private else "",
        asked_by=at.user,
    )
    message = render(reply, setting)
    if there.way is Way.POST and at.way in {Way.URL, Way.OPEN, Way.VIEW} and not reply.public and at.asked:
        return Message(message.text, (asked_before(at.asked, words_in(reply.language)), *message.blocks))
    return message
