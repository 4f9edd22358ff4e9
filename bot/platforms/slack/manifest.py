"""The app's manifest: what Slack must know of the bot, made from what the code handles.

Rule of this module: an event, a command, a shortcut or a scope stands here because a table elsewhere has it.
"""

import json
from collections.abc import Iterator, Mapping, Sequence

from bot.platforms.slack.calls import METHODS
from bot.platforms.slack.events import EVENTS
from bot.platforms.slack.http import PATH
from bot.platforms.slack.interactions import ASK, ASK_ABOUT, CHECK_AGAINST, COMMAND, OPEN_ARTICLE

MESSAGES: Mapping[str, str] = {
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "message.mpim": "mpim:history",
}
"""What the event `message` is subscribed to as, with the scope of each."""
EVENT_SCOPES: Mapping[str, str] = {
    "app_mention": "app_mentions:read",
    "link_shared": "links:read",
    "assistant_thread_started": "assistant:write",
}
ALWAYS = ("commands", "chat:write.public", "im:write")
"""Scopes for the slash command and the shortcuts, for sharing in public channels, and for direct messages."""
REDIRECT = "/slack/oauth_redirect"

Value = str | bool | Mapping[str, "Value"] | Sequence["Value"]


def events() -> tuple[str, ...]:
    """Return the events to subscribe to, in order."""
    plain = [name for name in EVENTS if name != "message"]
    return tuple(sorted([*plain, *MESSAGES]))


def scopes() -> tuple[str, ...]:
    """Return the scopes of the bot's token, in order."""
    needed = {*ALWAYS, *MESSAGES.values(), *METHODS.values(), *(EVENT_SCOPES.get(name, "") for name in EVENTS)}
    return tuple(sorted(needed - {""}))


def manifest(url: str = "", domains: Sequence[str] = ()) -> Mapping[str, Value]:
    """Return the manifest for Socket Mode, or for requests over HTTP to a public `url`.

    `domains` are those whose links are looked at when they are posted.
    """
    return {
        "display_information": {
            "name": "Article Bot",
            "description": "Ask a news article; get its own sentences, each with who says so.",
            "background_color": "#1f2933",
        },
        "features": _features(url, domains),
        "oauth_config": {"scopes": {"bot": scopes()}, **({"redirect_urls": [f"{url}{REDIRECT}"]} if url else {})},
        "settings": _settings(url),
    }


def _features(url: str, domains: Sequence[str]) -> Mapping[str, Value]:
    where = {"url": f"{url}{PATH}"} if url else {}
    return {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True, "messages_tab_read_only_enabled": False},
        "assistant_view": {"assistant_description": "Answers with the article's own sentences, and says who says so."},
        "bot_user": {"display_name": "article-bot", "always_online": True},
        "shortcuts": [
            _shortcut("Ask the article", "global", ASK, "Ask a question about the article"),
            _shortcut("Ask about this", "message", ASK_ABOUT, "Ask the article what this message asks"),
            _shortcut("Check against article", "message", CHECK_AGAINST, "See whether the article says so"),
            _shortcut("Read this article", "message", OPEN_ARTICLE, "Read the file, link or text of this message"),
        ],
        "slash_commands": [
            {
                "command": COMMAND,
                **where,
                "description": "Ask the article; only you see the answer",
                "usage_hint": "question | open link | help | article | sources | view | check statement | channel",
                "should_escape": False,
            }
        ],
        **({"unfurl_domains": list(domains)} if domains else {}),
    }


def _shortcut(name: str, kind: str, callback: str, description: str) -> Mapping[str, Value]:
    return {"name": name, "type": kind, "callback_id": callback, "description": description}


def _settings(url: str) -> Mapping[str, Value]:
    where = {"request_url": f"{url}{PATH}"} if url else {}
    return {
        "event_subscriptions": {**where, "bot_events": events()},
        "interactivity": {"is_enabled": True, **where},
        "org_deploy_enabled": bool(url),  # a whole enterprise installs the app over HTTP
        "socket_mode_enabled": not url,
        "token_rotation_enabled": False,
    }


def as_yaml(value: Value) -> str:
    """Return a manifest as YAML; every text stands in double quotes, which YAML has from JSON."""
    return "\n".join(_lines(value)) + "\n"


def _lines(value: Value) -> Iterator[str]:
    match value:
        case Mapping():
            for name, inner in value.items():
                yield from _entry(f"{name}:", inner)
        case str() | bool():
            yield json.dumps(value, ensure_ascii=False)
        case _:
            for inner in value:
                yield from _item(inner)


def _entry(head: str, inner: Value) -> Iterator[str]:
    below = list(_lines(inner))
    if isinstance(inner, str | bool):
        yield f"{head} {below[0]}"
    else:
        yield head
        yield from (f"  {line}" for line in below)


def _item(inner: Value) -> Iterator[str]:
    for number, line in enumerate(_lines(inner)):
        yield f"  {line}" if number else f"- {line}"
