"""Commands, taps, shortcuts and forms.

Rule of this module: pure. A button carries what it says and which chat it belongs to; only Slack's signature lets one
in, and Slack hands back nothing but what the bot itself put on the button.
"""

import json
from collections.abc import Callable, Mapping

from bot.chat import Incoming, Kind
from bot.platforms.slack import chats
from bot.platforms.slack.addresses import Address, Way
from bot.platforms.slack.brought import Brought, brought
from bot.platforms.slack.events import LONGEST_MESSAGE
from bot.platforms.slack.message_text import after_slash, linked, unescaped, written
from bot.platforms.slack.raw import ephemeral, first, node, text
from bot.render.slack.elements import short
from bot.render.slack.views import FORM_ACTION, QUESTION_ACTION, QUESTION_BLOCK
from bot.transport import Envelope, UnreadableError

COMMAND = "/ask"
"""The slash command."""
ASK_ABOUT, CHECK_AGAINST, OPEN_ARTICLE, ASK = "ask_about", "check_against", "open_article", "ask"
"""Callback ids of the shortcuts: three on a message, one that is everywhere."""
OPEN = "/open"
"""The command that takes an article in."""
LONGEST_BESIDE = 400
"""Characters beside a link up to which a message only says something of it; a longer one is an article itself."""
LONGEST_NAME = 120
"""Characters that name, above the answer, what was opened."""

Body = Mapping[str, object]


def slash(body: Body) -> Envelope:
    """Return a slash command; its answer is seen by one person alone."""
    user, channel = _said(body, "user_id"), _said(body, "channel_id")
    typed = unescaped(text(body, "text")).strip()[:LONGEST_MESSAGE]
    wanted = after_slash(typed) or "/start"
    incoming = Incoming(chats.private(channel, user), chats.person(user), wanted, id=_said(body, "trigger_id"))
    address = Address(Way.URL, **_team(body), channel=channel, user=user, url=_said(body, "response_url"), asked=typed)
    return Envelope(incoming, address.packed(), subject=incoming.id)


def tap(body: Body) -> Envelope | None:
    """Return a tap on a button; None for one that only opens a link."""
    action = first(body, "actions")
    user = _said(body, "user", "id")
    if text(action, "action_id").startswith(FORM_ACTION):
        return _form(body, user)
    if not text(action, "value"):
        return None
    wanted, about, chat = _on_button(text(action, "value"))
    name = text(action, "action_ts") or _said(body, "trigger_id")
    address = _tapped(body, user, wanted, about)
    if address.way is Way.OPEN or not chat:
        chat = chats.private(address.channel, user)
    incoming = Incoming(
        chat, chats.person(user), wanted, id=name, about=about, kind=Kind.TAP, shared=chats.is_shared(chat)
    )
    return Envelope(incoming, address.packed(), subject=name)


def _on_button(value: str) -> tuple[str, str, str]:
    """Return what a button says, the message whose answer it is about, and the chat of both."""
    try:
        carried = json.loads(value)
    except (ValueError, RecursionError):
        raise UnreadableError from None
    if not text(carried, "text"):
        raise UnreadableError
    return text(carried, "text"), text(carried, "id"), text(carried, "chat")


def _tapped(body: Body, user: str, wanted: str, about: str) -> Address:
    """Return where the answer to a tap goes: to where the button is."""
    container, message, view = node(body, "container"), node(body, "message"), node(body, "view")
    channel = text(body, "channel", "id") or text(container, "channel_id")
    at = text(container, "message_ts") or text(message, "ts")
    known = {**_team(body), "user": user, "about": about}
    if text(view, "type") == "home":
        if wanted.startswith("/privacy"):  # long, and no reason to take the article away
            return Address(Way.OPEN, **known, trigger=_said(body, "trigger_id"))
        on_home = wanted.startswith(("/home", "/language", "/start"))
        return Address(Way.HOME if on_home else Way.POST, **known, channel="" if on_home else user)
    if view:
        kept = metadata(view)
        return Address(Way.VIEW, **known, channel=text(kept, "channel"), thread=text(kept, "thread"), view=_name(view))
    if text(container, "type") == "message_attachment":
        where = {"channel": channel, "thread": text(container, "thread_ts") or at}
        return Address(Way.OPEN, **known, **where, trigger=_said(body, "trigger_id"))
    if ephemeral(body):
        thread = text(container, "thread_ts")
        return Address(Way.URL, **known, channel=channel, thread=thread, message=at, url=_said(body, "response_url"))
    thread = text(message, "thread_ts") or text(container, "thread_ts") or ("" if chats.is_direct(channel) else at)
    pane = "yes" if thread and chats.is_direct(channel) else ""
    if not channel or not at:
        raise UnreadableError
    return Address(Way.POST, **known, channel=channel, thread=thread, message=at, pane=pane)


def shortcut(body: Body) -> Envelope | None:
    """Return what is asked about a message, or the form to ask with."""
    user, name = _said(body, "user", "id"), text(body, "callback_id")
    if name == ASK:
        return _form(body, user)
    if name == OPEN_ARTICLE:
        return _opened(body, user)
    if name not in {ASK_ABOUT, CHECK_AGAINST}:
        return None
    message, channel = node(body, "message"), _said(body, "channel", "id")
    asked = written(text(message, "text"), "")[:LONGEST_MESSAGE]
    incoming = Incoming(
        chats.private(channel, user),
        chats.person(user),
        f"/check {asked}" if name == CHECK_AGAINST and asked.strip() else asked,
        id=_said(body, "trigger_id"),
        kind=Kind.TEXT if asked.strip() else Kind.ATTACHMENT,
    )
    return Envelope(incoming, _beside(body, user, asked).packed(), subject=incoming.id)


def _beside(body: Body, user: str, asked: str) -> Address:
    """Return the modal that opens for a message, under what was asked."""
    message = node(body, "message")
    where = {"channel": _said(body, "channel", "id"), "thread": text(message, "thread_ts") or text(message, "ts")}
    return Address(Way.OPEN, **_team(body), **where, user=user, trigger=_said(body, "trigger_id"), asked=asked)


def _opened(body: Body, user: str) -> Envelope:
    """Return the wish that what a message brings be read as an article: its files, its link, or its text."""
    message, channel = node(body, "message"), _said(body, "channel", "id")
    found = brought(message, linked(text(message, "text"), ""), _team(body))
    kind, wanted, named = _to_open(found)
    incoming = Incoming(
        chats.private(channel, user),
        chats.person(user),
        wanted[:LONGEST_MESSAGE],
        id=_said(body, "trigger_id"),
        kind=kind,
        forwarded=kind is Kind.TEXT and not wanted.startswith(OPEN),
        files=found.files,
    )
    address = _beside(body, user, short(named, LONGEST_NAME) if named.strip() else "")
    return Envelope(incoming, address.packed(), subject=incoming.id)


def _to_open(found: Brought) -> tuple[Kind, str, str]:
    """Return what a message is when it is opened, what it then says, and what names it."""
    if found.files:
        return Kind.FILE, "", ", ".join(file.name for file in found.files)
    if link := _link_in(found):
        return Kind.TEXT, f"{OPEN} {link}", link
    said = "\n\n".join(part for part in (found.text, found.quoted) if part.strip())
    if not said:
        return Kind.ATTACHMENT, "", ""
    # The command would open the first link of an article, and not the article itself.
    return Kind.TEXT, said if found.links else f"{OPEN} {said}", said


def _link_in(found: Brought) -> str:
    """Return the link that a message is about, empty for one that has none or is long enough to be an article."""
    said = f"{found.text}{found.quoted}"
    beside = len(said) - sum(len(link) for link in found.links if link in said)
    return found.links[0] if found.links and beside <= LONGEST_BESIDE else ""


def _form(body: Body, user: str) -> Envelope:
    """Return the wish for a form to type a question into."""
    channel = text(body, "channel", "id") or text(body, "container", "channel_id")
    trigger = _said(body, "trigger_id")
    incoming = Incoming(chats.direct(user), chats.person(user), "/help", id=trigger, kind=Kind.TAP)
    return Envelope(incoming, Address(Way.FORM, **_team(body), channel=channel, user=user, trigger=trigger).packed())


def submission(body: Body) -> Envelope:
    """Return the question of a form; its answer takes the form's place."""
    view, user = node(body, "view"), _said(body, "user", "id")
    asked = text(view, "state", "values", QUESTION_BLOCK, QUESTION_ACTION, "value").strip()[:LONGEST_MESSAGE]
    kept = metadata(view)
    channel = text(kept, "channel")
    incoming = Incoming(chats.private(channel, user), chats.person(user), asked, id=_said(body, "trigger_id"))
    address = Address(Way.VIEW, **_team(body), channel=channel, user=user, view=_name(view), asked=asked)
    return Envelope(incoming, address.packed(), subject=incoming.id)


INTERACTIONS: Mapping[str, Callable[[Body], Envelope | None]] = {
    "block_actions": tap,
    "message_action": shortcut,
    "shortcut": shortcut,
    "view_submission": submission,
}
"""Every interaction that is answered; others are passed over."""


def _name(view: Mapping[str, object]) -> str:
    return _said(view, "id")


def metadata(view: Mapping[str, object]) -> Mapping[str, object]:
    """Return what the bot wrote down on its own modal."""
    try:
        return node(json.loads(text(view, "private_metadata")))
    except (ValueError, RecursionError):
        return {}


def _team(body: Body) -> dict[str, str]:
    """Return the workspace that an interaction came from; both are missing where the other is the installation."""
    whole = body.get("is_enterprise_install") in (True, "true")
    team = text(body, "team_id") or text(body, "team", "id") or text(body, "user", "team_id")
    enterprise = text(body, "enterprise_id") or text(body, "enterprise", "id")
    return {"team": team, "enterprise": enterprise if whole else ""}


def _said(body: object, *path: str) -> str:
    found = text(body, *path)
    if not found:
        raise UnreadableError
    return found
