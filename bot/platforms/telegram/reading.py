"""From an update to a letter: who says what to us, and where the answer goes.

Rule of this module: an update is read into a letter, into None (nothing for us), or into `Unreadable`; whatever it
holds, nothing else comes out. What is read is checked, because the library takes values as they come.
"""

import json
import time
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime

from telegram import CallbackQuery, Chat, InlineQuery, Message, Update, User

from bot.chat import Incoming, Kind
from bot.letters import Letter, Unreadable
from bot.platforms.telegram.addressed import Identity, said_to
from bot.platforms.telegram.buttons import Seal

PLATFORM = "telegram"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
ALBUMS = 256
"""Albums that are remembered, so that one gets one answer."""
ATTACHMENTS = (
    "animation",
    "audio",
    "checklist",
    "contact",
    "dice",
    "document",
    "game",
    "invoice",
    "location",
    "paid_media",
    "photo",
    "poll",
    "sticker",
    "story",
    "venue",
    "video",
    "video_note",
    "voice",
)
"""What a person can send instead of text; everything else without text is a note of Telegram's own."""


class Reader:
    """Reads updates; `clock` gives seconds since 1970."""

    def __init__(self, us: Identity, seal: Seal, clock: Callable[[], float] = time.time) -> None:
        self._us = us
        self._seal = seal
        self._clock = clock
        self._albums: OrderedDict[str, int] = OrderedDict()

    def read(self, body: bytes) -> Letter | None:
        """Return the letter in an update, None for one that wants no answer; raises `Unreadable`."""
        try:
            return self._letter(_update(body))
        except Exception:  # noqa: BLE001, S110 - the library raises what its code happens to raise
            pass
        raise Unreadable  # out here, so that it does not drag along what was written

    def _letter(self, update: Update) -> Letter | None:
        name = _base36(_whole(update.update_id))
        if update.message is not None:
            return self._message(update.message, name, update.update_id)
        if update.edited_message is not None:
            return self._message(update.edited_message, name, update.update_id, edited=True)
        if update.callback_query is not None:
            return self._tap(update.callback_query, name)
        if update.inline_query is not None:
            return _inline(update.inline_query, name)
        return None

    def _message(self, message: Message, name: str, number: int, *, edited: bool = False) -> Letter | None:
        user = self._sender(message)
        text = said_to(self._us, message) if user else None
        kind = _kind(message)
        if user is None or text is None or kind is None:
            return None
        if kind is Kind.ATTACHMENT and (edited or not self._first_of_album(message, number)):
            return None
        chat, thread = _whole(message.chat.id), _thread(message)
        incoming = Incoming(
            chat=_place(chat, thread),
            user=user,
            text=_clean(text),
            language=_language(message.from_user),
            id=name,
            about=self._about(message),
            kind=kind,
            waited=self._waited(message),
        )
        subject = f"m{_whole(message.message_id)}"
        address = {"chat": str(chat), "thread": thread, "message": str(message.message_id), **_quotable(message)}
        # Which message it replies to is known, unless it may quote a sentence; a command may have nothing to say.
        early = kind is Kind.TEXT and "quotable" not in address and not incoming.text.startswith("/")
        return Letter(incoming, address, subject, subject if edited else "", early)

    def _sender(self, message: Message) -> str | None:
        """Return who writes, None for channels, other bots, ourselves, and what was sent by way of us."""
        if message.via_bot is not None and message.via_bot.id == self._us.id:
            return None
        if message.chat.type not in (Chat.PRIVATE, Chat.GROUP, Chat.SUPERGROUP) or message.chat.is_direct_messages:
            return None
        if message.sender_chat is not None:  # somebody who writes in the name of the group or of a channel
            return None if message.is_automatic_forward else f"{PLATFORM}:{_whole(message.sender_chat.id)}"
        if message.from_user is None or message.from_user.is_bot:
            return None
        return f"{PLATFORM}:{_whole(message.from_user.id)}"

    def _first_of_album(self, message: Message, number: int) -> bool:
        """Tell whether a picture is the first that we see of its album."""
        if message.media_group_id is None:
            return True
        first = self._albums.setdefault(str(message.media_group_id), number)
        if len(self._albums) > ALBUMS:
            self._albums.popitem(last=False)
        return first == number

    def _about(self, message: Message) -> str:
        answer = message.reply_to_message
        if answer is None or not self._us.wrote(answer):
            return ""
        return self._seal.about(message.chat.id, answer)

    def _waited(self, message: Message) -> float:
        when = message.edit_date or message.date
        return max(0.0, self._clock() - when.timestamp()) if isinstance(when, datetime) else 0.0

    def _tap(self, query: CallbackQuery, name: str) -> Letter | None:
        """Return what a tap says; one on a button that is not ours says nothing, and is told so."""
        user = _whole(query.from_user.id)
        address = {"callback": _word(query.id)}
        message = query.message
        chat = _whole(message.chat.id) if message is not None else user
        opened = self._seal.opened(chat, query.data) if message is not None and isinstance(query.data, str) else None
        thread = ""
        if message is None or opened is None:
            address["expired"] = "yes"
        else:
            thread = _thread(message) if isinstance(message, Message) else ""
            address |= {
                "chat": str(chat),
                "thread": thread,
                "message": str(_whole(message.message_id)),
                "tapped": "yes",
            }
        text, about = opened or ("", "")
        incoming = Incoming(
            chat=_place(chat, thread),
            user=f"{PLATFORM}:{user}",
            text=_clean(text),
            language=_language(query.from_user),
            id=name,
            about=about,
            kind=Kind.TAP,
        )
        return Letter(incoming, address)


def _update(body: bytes) -> Update:
    update = json.loads(body)
    if not isinstance(update, dict):
        raise TypeError
    return Update.de_json(update, None)


def _inline(query: InlineQuery, name: str) -> Letter:
    user = _whole(query.from_user.id)
    incoming = Incoming(
        chat=_place(user, ""),  # their private chat with us, whose article it is about
        user=f"{PLATFORM}:{user}",
        text=_clean(query.query),
        language=_language(query.from_user),
        id=name,
        kind=Kind.INLINE,
    )
    return Letter(incoming, {"inline": _word(query.id), "offset": _word(query.offset)})


def _kind(message: Message) -> Kind | None:
    """Return what a message is, None for a note that Telegram itself has written."""
    if message.text is not None:
        return Kind.TEXT
    return Kind.ATTACHMENT if any(getattr(message, name) for name in ATTACHMENTS) else None


def _quotable(message: Message) -> dict[str, str]:
    """Return the text that a message replies to; the answer may quote a sentence of it."""
    there = message.reply_to_message
    if there is None or there.forum_topic_created is not None:
        return {}
    text = there.text or there.caption
    return {"quotable": _clean(text), "quoted": str(_whole(there.message_id))} if text else {}


def _thread(message: Message) -> str:
    """Return the topic of a message, empty where it is in none (a thread of replies is no topic)."""
    if not message.is_topic_message or message.message_thread_id is None:
        return ""
    return str(_whole(message.message_thread_id))


def _place(chat: int, thread: str) -> str:
    return f"{PLATFORM}:{chat}/{thread}" if thread else f"{PLATFORM}:{chat}"


def _language(user: User | None) -> str | None:
    code = user.language_code if user is not None else None
    return code if isinstance(code, str) else None


def _whole(value: object) -> int:
    """Return a whole number of 64 bits; raises `TypeError` for anything else."""
    if isinstance(value, bool) or not isinstance(value, int) or not -(2**63) <= value < 2**63:
        raise TypeError
    return value


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _clean(text: object) -> str:
    """Return a text whose lone halves of surrogate pairs are replaced: nothing could store or send them."""
    return _word(text).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _base36(number: int) -> str:
    """Return a number from 0 in the digits 0-9 and a-z."""
    if number < 0:
        raise ValueError
    digits = DIGITS[number % 36]
    while number := number // 36:
        digits = DIGITS[number % 36] + digits
    return digits
