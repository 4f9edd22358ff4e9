"""Whether a message is meant for the bot, and what it says without the words that only call the bot.

Rule of this module: in a private chat everything is; in a group only what names the bot, replies to it, or is a command
of ours. A command that names another bot is never ours.
"""

import re
from dataclasses import dataclass

from telegram import Chat, Message, MessageEntity

COMMAND = re.compile(r"/(\w{1,64})(?:@(\w{1,64}))?(?=\s|$)", re.ASCII)
CALLS = " \t\n,:;–-"
"""What may stand between the bot's name and what it is asked."""
NAMES = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]


@dataclass(frozen=True, slots=True)
class Identity:
    """Who we are in Telegram, and the commands that we know (all, where none is named)."""

    id: int
    username: str
    commands: frozenset[str] = frozenset()

    def wrote(self, message: Message | None) -> bool:
        """Tell whether a message is ours; the one that opens a topic is nobody's answer."""
        if message is None or message.forum_topic_created is not None:
            return False
        return message.from_user is not None and message.from_user.id == self.id


def said_to(us: Identity, message: Message) -> str | None:
    """Return what a message says to us, None where it is not meant for us; a picture says its caption."""
    text = message.text if message.text is not None else message.caption or ""
    command = COMMAND.match(text)
    if command:
        return _command(us, message, command)
    named = [entity for entity in _entities(message) if _names(us, message, entity)]
    if not (named or message.chat.type == Chat.PRIVATE or us.wrote(message.reply_to_message)):
        return None
    return _without(text, named)


def _command(us: Identity, message: Message, command: re.Match[str]) -> str | None:
    name, bot = command[1], command[2]
    if bot and bot.lower() != us.username.lower():
        return None
    known = bot or not us.commands or name.lower() in us.commands
    if not (known or message.chat.type == Chat.PRIVATE or us.wrote(message.reply_to_message)):
        return None
    return f"/{name}{command.string[command.end() :]}"


def _entities(message: Message) -> tuple[MessageEntity, ...]:
    entities = message.entities if message.text is not None else message.caption_entities
    return tuple(entity for entity in entities if entity.type in NAMES)


def _names(us: Identity, message: Message, entity: MessageEntity) -> bool:
    if entity.user is not None:
        return entity.user.id == us.id
    parse = message.parse_entity if message.text is not None else message.parse_caption_entity
    return parse(entity).lower() == f"@{us.username}".lower()


def _without(text: str, named: list[MessageEntity]) -> str:
    """Return a text without our name; offsets count UTF-16 code units."""
    if not named:
        return text
    data = text.encode("utf-16-le", "surrogatepass")
    for entity in sorted(named, key=lambda entity: entity.offset, reverse=True):
        data = data[: entity.offset * 2] + data[(entity.offset + entity.length) * 2 :]
    rest = data.decode("utf-16-le", "replace")
    return re.sub(r"  +", " ", rest).lstrip(CALLS).rstrip()
