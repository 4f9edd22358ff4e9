"""Whether a message is meant for the bot, and what it says without the words that only call the bot.

Rule of this module: in a private chat everything is; in a group only what names the bot, replies to it, or is a command
of ours. A command that names another bot is never ours.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from telegram.constants import ChatMemberStatus, ChatType, MessageEntityType

from bot.platforms.telegram.fields import Json, needed, part, parts, whole, word

COMMAND = re.compile(r"/(\w{1,64})(?:@(\w{1,64}))?(?=\s|$)", re.ASCII)
CALLS = " \t\n,:;–-"
"""What may stand between the bot's name and what it is asked."""

IN = (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER)
"""What one is in a chat that one is in."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who we are in Telegram, and the commands that we know (all, where none is named)."""

    id: int
    username: str
    commands: frozenset[str] = frozenset()

    def wrote(self, message: Json | None) -> bool:
        """Tell whether a message is ours; the one that opens a topic is nobody's answer."""
        if message is None or message.get("forum_topic_created") is not None:
            return False
        sender = part(message, "from")
        return sender is not None and whole(sender.get("id")) == self.id


def said_to(us: Identity, message: Json) -> str | None:
    """Return what a message says to us, None where it is not meant for us; a picture says its caption."""
    text = written(message)
    command = COMMAND.match(text)
    if command:
        return _command(us, message, command)
    named = [place for entity in entities(message) if (place := _naming(us, text, entity))]
    return _without(text, named) if named or _is_ours(us, message) else None


def calls_us(us: Identity, message: Json) -> bool:
    """Tell whether a message in a group is for us by what it says, and not by what it replies to."""
    return not _is_ours(us, message) and said_to(us, message) is not None


def joined(change: Json) -> bool:
    """Tell whether a change of our membership (ChatMemberUpdated) takes us into a group."""
    group = needed(change, "chat").get("type") in (ChatType.GROUP, ChatType.SUPERGROUP)
    return group and not _is_in(needed(change, "old_chat_member")) and _is_in(needed(change, "new_chat_member"))


def _is_in(member: Json) -> bool:
    """Tell whether a member (ChatMember) is in the chat; one that is restricted may be in it or not."""
    status = member.get("status")
    return status in IN or (status == ChatMemberStatus.RESTRICTED and member.get("is_member") is True)


def written(message: Json) -> str:
    """Return the text of a message or its caption, empty where it has neither."""
    text = message.get("text")
    return word(text if text is not None else message.get("caption") or "")


def entities(message: Json) -> Sequence[Json]:
    """Return what is marked in the text of a message or in its caption."""
    return parts(message, "entities" if message.get("text") is not None else "caption_entities")


def _is_ours(us: Identity, message: Json) -> bool:
    """Tell whether a message is for us whatever it says."""
    private = needed(message, "chat").get("type") == ChatType.PRIVATE
    return private or us.wrote(part(message, "reply_to_message"))


def _command(us: Identity, message: Json, command: re.Match[str]) -> str | None:
    name, bot = command[1], command[2]
    if bot and bot.lower() != us.username.lower():
        return None
    known = bot or not us.commands or name.lower() in us.commands
    return f"/{name}{command.string[command.end() :]}" if known or _is_ours(us, message) else None


def _naming(us: Identity, text: str, entity: Json) -> tuple[int, int] | None:
    """Return where an entity names us, in UTF-16 code units; None where it does not."""
    start = whole(entity.get("offset"))
    end = start + whole(entity.get("length"))
    match entity.get("type"):
        case MessageEntityType.TEXT_MENTION:
            ours = whole(needed(entity, "user").get("id")) == us.id
        case MessageEntityType.MENTION:
            data = text.encode("utf-16-le", "surrogatepass")[start * 2 : end * 2]
            ours = data.decode("utf-16-le", "replace").lower() == f"@{us.username}".lower()
        case _:
            ours = False
    return (start, end) if ours else None


def _without(text: str, named: Sequence[tuple[int, int]]) -> str:
    """Return a text without our name; places count UTF-16 code units."""
    if not named:
        return text
    data = text.encode("utf-16-le", "surrogatepass")
    for start, end in sorted(named, reverse=True):
        data = data[: start * 2] + data[end * 2 :]
    rest = data.decode("utf-16-le", "replace")
    return re.sub(r"  +", " ", rest).lstrip(CALLS).rstrip()
