"""What Slack sends, looked into without trusting its shape; and the update that is kept of it.

Rule of this module: nothing here raises, whatever the JSON; what is missing or of another kind is empty.
"""

import hashlib
from collections.abc import Mapping

from bot.platforms.slack import chats
from bot.transport import RawUpdate

NOTHING: Mapping[str, object] = {}
LONGEST_NAME = 200
"""Characters of an id that are looked at; Slack's have about 60 at most."""


def node(body: object, *path: str) -> Mapping[str, object]:
    """Return the object at a path, an empty one where there is none."""
    for name in path:
        body = body.get(name) if isinstance(body, dict) else None
    return body if isinstance(body, dict) else NOTHING


def text(body: object, *path: str) -> str:
    """Return the text at a path, an empty one where there is none."""
    *way, last = path
    found = node(body, *way).get(last)
    return found if isinstance(found, str) else ""


def first(body: object, *path: str) -> Mapping[str, object]:
    """Return the first object of the list at a path, an empty one where there is none."""
    *way, last = path
    found = node(body, *way).get(last)
    return node(found[0]) if isinstance(found, list) and found else NOTHING


def nodes(body: object, *path: str) -> list[Mapping[str, object]]:
    """Return the objects in the list at a path, none where there is no list."""
    *way, last = path
    found = node(body, *way).get(last)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def raw_update(prefix: str, body: Mapping[str, object], content: bytes) -> RawUpdate:
    """Return what is kept of an update: `content` is its JSON, `body` the same, read.

    The key is what Slack names it by: an event by `event_id`, which a retry has too; a command, a tap, a shortcut or a
    form by `trigger_id`, which an exact replay has too.
    """
    name = text(body, "event_id") or text(body, "trigger_id")
    named = name[:LONGEST_NAME] if name.isascii() and name.isprintable() else ""
    key = named or hashlib.sha256(content).hexdigest()[:32]
    return RawUpdate(prefix + key, prefix + (_lane(body) or key), content)


def _lane(body: Mapping[str, object]) -> str:
    """Return the lane of the chat that an update belongs to; empty for one of an unknown shape."""
    is_event = text(body, "type") == "event_callback"
    chat = _chat_of_event(node(body, "event")) if is_event else _chat_of_interaction(body)
    name = chats.lane("", chat)
    return name if name.strip(":") and name.isascii() and name.isprintable() and len(name) <= LONGEST_NAME else ""


def _chat_of_event(event: Mapping[str, object]) -> str:
    channel, thread, for_two = place_of(event)
    user = text(event, "user") or text(event, "assistant_thread", "user_id")
    if for_two or not channel:
        return chats.direct(user, thread)
    return chats.threaded(channel, thread or text(event, "ts"))


def place_of(event: Mapping[str, object]) -> tuple[str, str, bool]:
    """Return an event's channel, its thread (empty for none), and whether the channel is for two."""
    pane = node(event, "assistant_thread")
    # Messages carry one with an `action_token` alone, wherever they stand.
    if text(pane, "channel_id") and text(pane, "thread_ts"):
        return text(pane, "channel_id"), text(pane, "thread_ts"), True
    channel = text(event, "channel")
    return channel, text(event, "thread_ts"), text(event, "channel_type") == "im" or chats.is_direct(channel)


def _chat_of_interaction(body: Mapping[str, object]) -> str:
    channel = text(body, "channel_id") or text(body, "channel", "id") or text(body, "container", "channel_id")
    user = text(body, "user_id") or text(body, "user", "id")
    message = node(body, "message")
    if text(body, "type") != "block_actions" or not message or ephemeral(body):
        return chats.private(channel, user)
    thread = text(message, "thread_ts")
    return (
        chats.direct(user, thread)
        if chats.is_direct(channel)
        else chats.threaded(channel, thread or text(message, "ts"))
    )


def ephemeral(body: Mapping[str, object]) -> bool:
    """Tell whether what was tapped is seen by one person alone."""
    return node(body, "container").get("is_ephemeral") is True
