"""From an update as it was kept to an envelope, or None for one that wants no answer.

Rule of this module: whatever the bytes, the outcome is an envelope, None or `UnreadableError`.
"""

import json
import re
from collections.abc import Callable

from bot.platforms.slack.events import EVENTS, Event
from bot.platforms.slack.interactions import INTERACTIONS, slash
from bot.platforms.slack.raw import first, node, text
from bot.transport import Envelope, UnreadableError

_HALF = re.compile(rb"\\u[dD][89a-fA-F]|\xed[\xa0-\xbf]")
"""Where JSON may hold half a character, which nothing can keep or send on."""


def parse(content: bytes, me: str, answers_in: Callable[[str, str], bool]) -> Envelope | None:
    """Return the envelope in an update; `me` is the bot's own id where the update names none.

    `answers_in` tells whether the bot answers in a thread of a channel.
    """
    try:
        body = json.loads(content)
        body = _whole(body) if _HALF.search(content) else body
    except (ValueError, RecursionError):
        raise UnreadableError from None
    if not isinstance(body, dict):
        raise UnreadableError
    if text(body, "command"):
        return slash(body)
    kind = text(body, "type")
    if kind == "event_callback":
        event = node(body, "event")
        if not text(event, "type"):
            raise UnreadableError
        wanted = EVENTS.get(text(event, "type"))
        own = text(first(body, "authorizations"), "user_id") or me
        return wanted(Event(body, event, own, answers_in)) if wanted else None
    interaction = INTERACTIONS.get(kind)
    return interaction(body) if interaction else None


def _whole(body: object) -> object:
    """Return JSON with signs in place of halves of characters."""
    text = json.dumps(body, ensure_ascii=False)
    return json.loads(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
