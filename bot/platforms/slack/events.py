"""Events: what is written, mentioned, opened and linked in Slack.

Rule of this module: pure. What was not meant for the bot is None: other bots, the bot itself, edits, and messages in
channels that neither mention it nor stand in a thread that it answers in.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.chat import Incoming, Kind
from bot.platforms.slack import chats
from bot.platforms.slack.addresses import Address, Way
from bot.platforms.slack.brought import brought
from bot.platforms.slack.message_text import linked, mentions
from bot.platforms.slack.raw import node, nodes, place_of, text
from bot.transport import Envelope, UnreadableError

ASKED = frozenset({"", "file_share", "thread_broadcast", "me_message"})
"""Subtypes of messages that a person has just written; the others tell of edits, joins, topics and other bots."""
LONGEST_MESSAGE = 40_000
"""Characters of a message that are read: the longest that Slack takes, since it may hold an article."""


@dataclass(frozen=True, slots=True)
class Event:
    """An event with what is around it: the bot's own id, and whether it answers in a thread."""

    body: Mapping[str, object]
    event: Mapping[str, object]
    me: str
    answers_in: Callable[[str, str], bool]

    def said(self, *path: str) -> str:
        """Return the event's text at a path; raises `UnreadableError` where there is none."""
        found = text(self.event, *path)
        if not found:
            raise UnreadableError
        return found


def team_of(body: Mapping[str, object]) -> dict[str, str]:
    """Return the workspace whose token answers: the one that the app is installed in, in a shared channel too."""
    installed = body.get("authorizations")
    known = node(installed[0]) if isinstance(installed, list) and installed else body
    team = text(known, "team_id") or text(body, "team_id")
    whole = known.get("is_enterprise_install") or not team  # what concerns a whole enterprise names no workspace
    return {"team": team, "enterprise": text(known, "enterprise_id") if whole else ""}


def message(e: Event) -> Envelope | None:
    """Return a message that is for the bot: in a direct channel, or in a thread that it answers in."""
    channel, thread, direct = place_of(e.event)
    if not _from_a_person(e) or text(e.event, "subtype") not in ASKED:
        return None
    if not channel:
        raise UnreadableError
    wanted = direct or (bool(thread) and e.answers_in(channel, thread) and not _to_somebody(e))
    if not wanted:
        return None
    envelope = _asked(e)
    return replace(envelope, incoming=replace(envelope.incoming, overheard=not direct))


def mention(e: Event) -> Envelope | None:
    """Return a mention in a channel; the answer goes into its thread."""
    if not _from_a_person(e) or e.event.get("edited"):
        return None
    return _asked(e)


def home(e: Event) -> Envelope | None:
    """Return the Home that a person has opened."""
    if text(e.event, "tab") not in {"", "home"}:
        return None
    user = e.said("user")
    incoming = Incoming(chats.direct(user), chats.person(user), "/start", id=f"home-{user}", kind=Kind.TAP)
    return Envelope(incoming, Address(Way.HOME, **team_of(e.body), user=user).packed())


def pane(e: Event) -> Envelope | None:
    """Return the assistant's pane that a person has opened."""
    channel, thread, _ = place_of(e.event)
    user = e.said("assistant_thread", "user_id")
    if not channel or not thread:
        raise UnreadableError
    incoming = Incoming(chats.direct(user, thread), chats.person(user), "/start", id=f"pane-{thread}", kind=Kind.TAP)
    address = Address(Way.PANE, **team_of(e.body), channel=channel, thread=thread, user=user, pane="yes")
    return Envelope(incoming, address.packed())


def link(e: Event) -> Envelope | None:
    """Return the first link of a message that is being written or was posted."""
    urls = [text(entry, "url") for entry in nodes(e.event, "links")]
    user, channel = text(e.event, "user"), e.said("channel")
    if not urls or not urls[0] or user == e.me:
        return None
    address = Address(Way.LINK, **team_of(e.body), channel=channel, message=e.said("message_ts"), url=urls[0])
    chat = chats.private(channel, user)
    incoming = Incoming(chat, chats.person(user), f"/link {urls[0]}", id=e.said("message_ts"), kind=Kind.TAP)
    return Envelope(incoming, address.packed())


def _nothing(_: Event) -> None:
    """Return None: the receiver has seen to it."""


EVENTS: Mapping[str, Callable[[Event], Envelope | None]] = {
    "app_mention": mention,
    "message": message,
    "app_home_opened": home,
    "assistant_thread_started": pane,
    "link_shared": link,
    "app_uninstalled": _nothing,
    "tokens_revoked": _nothing,
}
"""Every event that is subscribed to; others are passed over."""


def _to_somebody(e: Event) -> bool:
    """Tell whether a message speaks to another person, or mentions the bot: that comes as an event of its own."""
    written_to = text(e.event, "text")
    return mentions(written_to, e.me) or written_to.lstrip().startswith("<@")


def _from_a_person(e: Event) -> bool:
    user = text(e.event, "user")
    return bool(user) and user != e.me and not text(e.event, "bot_id") and text(e.event, "subtype") != "bot_message"


def _asked(e: Event) -> Envelope:
    channel, thread, direct = place_of(e.event)
    user, ts = e.said("user"), e.said("ts")
    root = thread or ("" if direct else ts)
    team = team_of(e.body)
    found = brought(e.event, linked(text(e.event, "text"), e.me), team)
    as_it_is = found.forwarded or found.kind is Kind.FILE
    incoming = Incoming(
        chats.direct(user, root) if direct else chats.threaded(e.said("channel"), root),
        chats.person(user),
        (found.text if as_it_is else _meant(found.text, e))[:LONGEST_MESSAGE],
        id=ts,
        kind=found.kind,
        shared=not direct,
        forwarded=found.forwarded,
        quoted=found.quoted[:LONGEST_MESSAGE],
        files=found.files,
    )
    address = Address(
        Way.POST, **team, channel=channel, thread=root, user=user, pane="yes" if direct and thread else ""
    )
    return Envelope(incoming, address.packed(), subject=ts)


def _meant(question: str, e: Event) -> str:
    """Return what a message wants; a mention and nothing else wants to know who is there."""
    if not question.strip() and mentions(text(e.event, "text"), e.me):
        return "/start"
    return question
