"""What people do in Telegram: write, edit, tap, ask inline, send a picture.

Rule of this module: every update looks as the Bot API makes it; `push` alone takes one as it is given.
"""

import itertools
import time
from typing import TYPE_CHECKING

from tests.servers.bot_api.files import File
from tests.servers.bot_api.markup import Entity
from tests.servers.bot_api.record import Message, Version, marked
from tests.servers.bot_api.values import Json

if TYPE_CHECKING:
    from tests.servers.bot_api.server import BotApi

PHOTO = [{"file_id": "AgACAgIAAx", "file_unique_id": "AQADx", "width": 90, "height": 90, "file_size": 1000}]
STICKER = {"file_id": "CAACAgIAAx", "file_unique_id": "AgADx", "type": "regular", "width": 512, "height": 512}
VOICE = {"file_id": "AwACAgIAAx", "file_unique_id": "AgADy", "duration": 2}
MEDIA: dict[str, Json] = {
    "photo": {"photo": PHOTO},
    "sticker": {"sticker": STICKER | {"is_animated": False, "is_video": False}},
    "voice": {"voice": VOICE},
}
CHANNEL_POST: Json = {
    "type": "channel",
    "date": 1,
    "message_id": 7,
    "chat": {"id": -1009, "type": "channel", "title": "News"},
}
"""Where a message comes from that somebody hands on (MessageOriginChannel)."""


class People:
    """Everybody who talks to the bot; a chat with the number of a person is their private chat."""

    def __init__(self, api: "BotApi") -> None:
        self._api = api
        self._names = itertools.count(1)

    def person(self, user: int, language: str = "en", *, is_bot: bool = False) -> Json:
        """Return a person as the Bot API writes them."""
        return {"id": user, "is_bot": is_bot, "first_name": f"Person {user}", "language_code": language}

    def chat(self, number: int, kind: str = "") -> Json:
        """Return a chat, made when it is new: a private one for a positive number, else a supergroup."""
        known = self._api.record.chats
        if number not in known:
            private = {"first_name": f"Person {number}"}
            kind = kind or ("private" if number > 0 else "supergroup")
            known[number] = {"id": number, "type": kind} | (private if kind == "private" else {"title": "Readers"})
        return known[number]

    def topic(self, chat: int, thread: int) -> None:
        """Make a topic in a forum."""
        self.chat(chat)["is_forum"] = True
        self._api.record.topics.add((chat, thread))

    def write(  # noqa: PLR0913 - a message has that many sides
        self,
        text: str,
        chat: int = 42,
        user: int = 0,
        *,
        language: str = "en",
        reply_to: int = 0,
        quote: str = "",
        thread: int = 0,
        media: str | File = "",
        album: str = "",
        forwarded: bool = False,
        is_bot: bool = False,
        entities: tuple[Entity, ...] | None = None,
    ) -> Message:
        """Write a message and return it; the bot gets it as an update.

        With `media` (a picture, voice, sticker, or a file) the text is its caption.
        """
        self.chat(chat)
        sender = self.person(user or abs(chat), language, is_bot=is_bot)
        version = Version(text, marked(text) if entities is None else entities)
        message = Message(
            self._api.record.number(chat),
            chat,
            sender,
            [version],
            reply_to,
            quote,
            thread,
            media={"document": media.document()} if isinstance(media, File) else dict(MEDIA.get(media, {})),
            album=album,
            origin=CHANNEL_POST if forwarded else {},
        )
        self._api.record.keep(message)
        self.push({"message": self._api.record.json(message)})
        return message

    def edit(self, message: Message, text: str) -> None:
        """Change a message that was written before."""
        message.versions.append(Version(text, marked(text)))
        self.push({"edited_message": self._api.record.json(message)})

    def tap(self, message: Message, button: str | int = 0, user: int = 0, data: str | None = None) -> str:
        """Tap a button, by its label or place (or any `data`, as a forger would); return the callback query's id."""
        found = message.buttons
        if data is None:
            chosen = found[button] if isinstance(button, int) else next(b for b in found if b["text"] == button)
            data = str(chosen["callback_data"])
        name = f"tap{next(self._names)}"
        self._api.record.taps[name] = {}
        query = {"id": name, "from": self.person(user or abs(message.chat)), "chat_instance": "1", "data": data}
        self.push({"callback_query": query | {"message": self._api.record.json(message)}})
        return name

    def ask_inline(self, query: str, user: int = 42, offset: str = "", language: str = "en") -> str:
        """Type into another chat's input field; return the inline query's id."""
        name = f"inline{next(self._names)}"
        self._api.record.inline[name] = {}
        sender = self.person(user, language)
        self.push({"inline_query": {"id": name, "from": sender, "query": query, "offset": offset}})
        return name

    def invite(self, chat: int, user: int = 42, language: str = "en", *, came: bool = True) -> None:
        """Take the bot into a group, or out of it; Telegram writes a note into the chat about it as well."""
        me = self._api.me | {"is_bot": True}
        out, there = {"user": me, "status": "left"}, {"user": me, "status": "member"}
        change = {"chat": self.chat(chat), "from": self.person(user, language), "date": int(time.time())}
        old, new = (out, there) if came else (there, out)
        self.push({"my_chat_member": change | {"old_chat_member": old, "new_chat_member": new}})
        note = {"message_id": self._api.record.number(chat), **change, "new_chat_members": [me]}
        if came:
            self.push({"message": note})

    def upgrade(self, group: int, to: int, user: int = 42, *, joined_first: bool = False) -> None:
        """Make a supergroup of a group: both chats say so, and the bot is told that it is in the new one."""
        me = self._api.me | {"is_bot": True}
        change = {"chat": self.chat(to), "from": self.person(user), "date": int(time.time())}
        member = {
            "old_chat_member": {"user": me, "status": "left"},
            "new_chat_member": {"user": me, "status": "member"},
        }
        notes = [
            {"message": self._note(group, user) | {"migrate_to_chat_id": to}},
            {"message": self._note(to, user) | {"migrate_from_chat_id": group}},
        ]
        joined = {"my_chat_member": change | member}
        for update in (joined, *notes) if joined_first else (*notes, joined):
            self.push(update)

    def _note(self, chat: int, user: int) -> Json:
        """Return a message that Telegram itself has written about what somebody did."""
        number = self._api.record.number(chat)
        return {"message_id": number, "chat": self.chat(chat), "from": self.person(user), "date": int(time.time())}

    def erase(self, message: Message) -> None:
        """Delete a message, one's own or the bot's, without a word to the bot."""
        message.deleted = True

    def overhear(self, chat: int) -> None:
        """Let somebody write into a chat what the bot is not told of: it takes an id."""
        self.chat(chat)
        self._api.record.number(chat)

    def push(self, update: Json) -> int:
        """Send an update as it is, numbered where it is not; return its number."""
        return self._api.updates.add(update)
