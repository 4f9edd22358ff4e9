"""What is in the chats: every message with every version it ever had.

Rule of this module: nothing is forgotten, so that a test can tell an edited message from a second one.
"""

import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.servers.bot_api.markup import Entity, units
from tests.servers.bot_api.values import Json, bad

COMMAND = re.compile(r"(?<!\S)/\w{1,64}(?:@\w{3,32})?")
MENTION = re.compile(r"(?<!\w)@\w{3,32}")


@dataclass(frozen=True, slots=True)
class Version:
    """How a message read at some time: `at` is in seconds since 1970."""

    text: str
    entities: tuple[Entity, ...] = ()
    markup: Json | None = None
    at: float = field(default_factory=time.time, compare=False)


@dataclass(slots=True)
class Message:
    """A message in a chat, with its versions, the first one first; `sender` is a user as the Bot API writes it."""

    id: int
    chat: int
    sender: Json
    versions: list[Version]
    reply_to: int = 0
    quote: str = ""
    thread: int = 0
    deleted: bool = False
    media: Json = field(default_factory=dict)
    album: str = ""
    origin: Json = field(default_factory=dict)
    """Where a message that was handed on comes from."""
    ours: bool = False
    """Whether the bot wrote it."""
    silent: bool = False
    """Whether nobody's phone rang."""

    @property
    def text(self) -> str:
        """Return how it reads now."""
        return self.versions[-1].text

    @property
    def markup(self) -> Json | None:
        """Return the keyboard under it now."""
        return self.versions[-1].markup

    @property
    def buttons(self) -> tuple[Json, ...]:
        """Return the buttons under it, row by row."""
        rows = (self.markup or {}).get("inline_keyboard", [])
        return tuple(button for row in rows for button in row)

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing to read in it: a placeholder."""
        return not any(character.isalnum() for character in self.text)

    @property
    def filled(self) -> tuple[str, ...]:
        """Return every different text that it ever had, placeholders left out."""
        texts = dict.fromkeys(v.text for v in self.versions if any(c.isalnum() for c in v.text))
        return tuple(texts)


@dataclass(slots=True)
class Record:
    """The chats, the people in them, and what can be tapped or asked inline."""

    chats: dict[int, Json] = field(default_factory=dict)
    messages: dict[tuple[int, int], Message] = field(default_factory=dict)
    by_chat: dict[int, list[Message]] = field(default_factory=dict)
    taps: dict[str, Json] = field(default_factory=dict)
    """Callback queries that were answered, each with its answer; None until then."""
    inline: dict[str, Json] = field(default_factory=dict)
    """Inline queries likewise."""
    topics: set[tuple[int, int]] = field(default_factory=set)
    sequences: Counter[int] = field(default_factory=Counter)
    """The last id in each: 0 is that of private chats and basic groups, a supergroup has its own."""

    def number(self, chat: int) -> int:
        """Return the id of the next message in a chat."""
        sequence = chat if self.chats[chat]["type"] == "supergroup" else 0
        self.sequences[sequence] += 1
        return self.sequences[sequence]

    def keep(self, message: Message) -> Message:
        """Put a message into its chat."""
        self.messages[message.chat, message.id] = message
        self.by_chat.setdefault(message.chat, []).append(message)
        return message

    def find(self, chat: int, message: int) -> Message | None:
        """Return a message that is there and was not deleted."""
        found = self.messages.get((chat, message))
        return None if found is None or found.deleted else found

    def of_bot(self) -> Iterator[Message]:
        """Yield what the bot has written, in every chat."""
        return (message for message in self.messages.values() if message.ours)

    def chat(self, number: int | str) -> Json:
        """Return a chat; raises `RefusedError` for one that has never written."""
        try:
            return self.chats[int(number)]
        except (KeyError, ValueError):
            raise bad("chat not found") from None

    def json(self, message: Message, *, deep: bool = True) -> Json:
        """Return a message as the Bot API writes it."""
        now, first = message.versions[-1], message.versions[0]
        said: Json = {
            "message_id": message.id,
            "from": message.sender,
            "chat": self.chats[message.chat],
            "date": int(first.at),
        }
        text, entities = ("caption", "caption_entities") if message.media else ("text", "entities")
        if now.text:
            said[text] = now.text
        if now.entities:
            said[entities] = [entity.json() for entity in now.entities]
        if now.markup:
            said["reply_markup"] = now.markup
        if len(message.versions) > 1:
            said["edit_date"] = int(now.at)
        if message.thread:
            said |= {"message_thread_id": message.thread, "is_topic_message": True}
        if message.quote:
            said["quote"] = {"text": message.quote, "position": 0, "is_manual": True}
        answered = self.messages.get((message.chat, message.reply_to))
        if deep and answered is not None and not answered.deleted:
            said["reply_to_message"] = self.json(answered, deep=False)
        if message.album:
            said["media_group_id"] = message.album
        if message.origin:
            said["forward_origin"] = message.origin
        return said | {name: value for name, value in message.media.items() if not name.startswith("_")}


def marked(text: str) -> tuple[Entity, ...]:
    """Return what Telegram itself marks in a text that a person wrote: commands and mentions."""
    kinds = (("bot_command", COMMAND), ("mention", MENTION))
    found = [(kind, one) for kind, pattern in kinds for one in pattern.finditer(text)]
    entities = [Entity(kind, units(text[: one.start()]), units(one[0])) for kind, one in found]
    return tuple(sorted(entities, key=lambda entity: entity.offset))
