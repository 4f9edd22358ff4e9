"""Updates that no platform sends: real ones with fields that are missing, of another kind, or far too large.

Rule of this module: the same chance makes the same payload.
"""

import copy
import json
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

from bot.platforms.telegram.buttons import Seal
from tests.fuzzing import texts
from tests.servers.slack_payloads import Payloads

Json = Any
MOST = 5
"""Changes to one payload."""
TOKEN = "1:fuzz"  # noqa: S105 - nobody's
CHAT = 7

_ODD: tuple[Json, ...] = (
    None, True, False, 0, -1, 2**31, 2**63, -(2**70), 10**400, 1.5, -0.0, float("inf"), float("nan"), "", " ", "\ud800",
    "C\0", "x" * 300, "x" * 5_000, [], {}, [None], [{"a": 1}], {"a": {}}, [[[]]], "U0ANNA", "D1", "C1", "1.2", "/ask",
    "<@U0BOT>", "home", "message_attachment", "view", "true", "²", "٣", "-", "channel", "private", "supergroup",
    "https://a.example/b", "javascript:alert(1)", "im", "\u202e", "1e999", "file_share", "bot_message", [1] * 1_000,
)  # fmt: skip


@cache
def telegram_updates() -> tuple[Json, ...]:
    """Return an update of each kind."""
    button = Seal(TOKEN).data(CHAT, "/context 1", "a1")
    sender = {"id": 7, "is_bot": False, "first_name": "Ann", "language_code": "de"}
    chat = {"id": CHAT, "type": "private", "title": "x", "first_name": "Ann"}
    ours = {
        "message_id": 3, "date": 1, "chat": chat, "from": {"id": 42, "is_bot": True, "first_name": "b"}, "text": "q",
        "caption": "c", "forum_topic_created": None,
        "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": button}]]},
    }  # fmt: skip
    file = {"file_id": "F", "file_unique_id": "u", "file_name": "a.txt", "mime_type": "text/plain", "file_size": 10}
    message = {
        "message_id": 5, "date": 1, "edit_date": 2, "chat": chat, "from": sender, "text": "/ask@my_bot who?",
        "entities": [
            {"type": "mention", "offset": 0, "length": 3},
            {"type": "url", "offset": 2, "length": 9},
            {"type": "text_link", "offset": 1, "length": 2, "url": "https://a.example"},
            {"type": "text_mention", "offset": 1, "length": 2, "user": {"id": 42}},
        ],
        "is_topic_message": True, "message_thread_id": 9, "reply_to_message": ours,
        "link_preview_options": {"url": "https://a.example"},
    }  # fmt: skip
    held = {k: v for k, v in message.items() if k not in {"text", "entities"}} | {
        "caption": "x", "caption_entities": message["entities"], "document": file, "media_group_id": "g",
        "forward_origin": {"type": "user", "date": 1, "sender_user": sender}, "photo": [{"file_id": "P"}],
        "quote": {"text": "q", "position": 0, "is_manual": True},
    }  # fmt: skip
    member = {"user": {"id": 42, "is_bot": True}, "status": "member"}
    return (
        {"update_id": 1, "message": message},
        {"update_id": 1, "message": held},
        {"update_id": 1, "message": {**message, "sender_chat": {"id": 5}, "via_bot": {"id": 42}}},
        {"update_id": 1, "edited_message": message},
        {"update_id": 1, "callback_query": {"id": "1", "from": sender, "message": {**ours}, "data": button}},
        {"update_id": 1, "inline_query": {"id": "1", "from": sender, "query": "who?", "offset": ""}},
        {
            "update_id": 1,
            "my_chat_member": {
                "chat": {"id": -5, "type": "group"}, "from": sender, "date": 1, "new_chat_member": member,
                "old_chat_member": {**member, "status": "left"},
            },
        },
        {"update_id": 1, "channel_post": message},
    )  # fmt: skip


@cache
def slack_updates() -> tuple[Json, ...]:
    """Return an event, command, tap, shortcut and form of each kind."""
    made = Payloads("http://x")
    button = {"action_id": "say-0", "value": json.dumps({"text": "/context 1", "id": "1.1", "chat": "slack:C1/1.0"})}
    home = {"id": "V1", "type": "home", "private_metadata": "{}"}
    modal = {"id": "V1", "type": "modal", "private_metadata": '{"channel":"C1","thread":"1.0"}'}
    return (
        made.direct("who?"),
        made.mention("who?", files=[{"id": "F1", "name": "a.txt"}]),
        made.posted("<@U0BOT> hi", thread_ts="1.1"),
        made.shared("read this", made.file("a.txt", "text/plain", 100)),
        made.in_pane("who?", "1.1"),
        made.renamed_pane("1.1"),
        made.slash("who won?"),
        made.slash("channel article 2"),
        made.tap(button, {"ts": "1.1", "thread_ts": "1.0"}),
        made.tap(button, {"ts": "1.1", "is_ephemeral": True}),
        made.tap_on_link(button),
        made.tap_in_view(button, home),
        made.tap_in_view(button, modal),
        made.shortcut("ask_about", "hi <@U1|b> <!here> <#C1|g>"),
        made.everywhere("ask"),
        made.submission("who?", {"id": "V1", "private_metadata": '{"channel":"C1"}'}),
        made.home(),
        made.pane(),
        made.link("https://a.example/c"),
        made.in_enterprise(made.direct("who?")),
        made.event({"type": "app_uninstalled"}),
        made.event({"type": "tokens_revoked", "tokens": {"bot": ["x"]}}),
        {"type": "url_verification", "challenge": "c", "token": "t"},
    )


def changed(payloads: tuple[Json, ...], chance: Random) -> Json:
    """Return one of the payloads with up to `MOST` fields taken out or replaced."""
    payload = copy.deepcopy(chance.choice(payloads))
    for _ in range(chance.randint(0, MOST)):
        paths = list(_paths(payload))
        if paths:
            *way, last = chance.choice(paths)
            node = payload
            for name in way:
                node = node[name]
            if chance.random() < 0.25:
                del node[last]
            else:
                node[last] = _odd(payloads, chance)
    return payload


def body(payload: Json, chance: Random) -> bytes:
    """Return a payload as JSON, now and then with bytes that make it none."""
    content = json.dumps(payload, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
    if chance.random() < 0.05:
        at = chance.randint(0, len(content))
        junk = (b"", b"\xff", b"\0", b'"', b"}", b"[" * 2_000, b'{"a":' * 2_000, b"1" * 5_000)
        content = content[:at] + chance.choice(junk) + content[at + chance.choice((0, 0, 1, 50)) :]
    return content


def _odd(payloads: tuple[Json, ...], chance: Random) -> Json:
    """Return what may stand in a field, and what never does."""
    kind = chance.random()
    if kind < 0.15:
        return texts.message(chance)
    if kind < 0.2:
        other = chance.choice(payloads)
        return copy.deepcopy(chance.choice(list(other.values())))
    return copy.deepcopy(chance.choice(_ODD))


def _paths(node: Json, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to each field, its own first."""
    fields = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for name, value in fields:
        yield (*way, name)
        yield from _paths(value, (*way, name))
