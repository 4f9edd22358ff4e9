"""From an update to an envelope: who says what to us, and where the answer goes.

Rule of this module: an update is read into an envelope, into None (nothing for us), or into `UnreadableError`; whatever
it holds, nothing else comes out.
"""

import json
import time
from collections.abc import Callable
from dataclasses import replace

from telegram.constants import ChatType

from bot.chat import Incoming, Kind
from bot.platforms.telegram.addressed import Identity, calls_us, joined, said_to, written
from bot.platforms.telegram.brought import Brought, brought, files_in, linked
from bot.platforms.telegram.buttons import Seal
from bot.platforms.telegram.fields import Json, clean, name_of, needed, part, whole, word
from bot.platforms.telegram.numbers import SHARED, Numbers, sequence_of
from bot.platforms.telegram.taps import Taps
from bot.transport import Envelope, UnreadableError

PLATFORM = "telegram"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
CHATS = (ChatType.PRIVATE, ChatType.GROUP, ChatType.SUPERGROUP)
OPEN = "/open"
"""The command that takes an article in; alone it says no more than the file or the reply that it stands with."""
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


class UpdateParser:
    """Reads updates; `clock` gives seconds since 1970."""

    def __init__(self, us: Identity, seal: Seal, clock: Callable[[], float] = time.time) -> None:
        self.numbers = Numbers()
        """The numbers of the messages that were read."""
        self._us = us
        self._seal = seal
        self._clock = clock
        self._taps = Taps(clock)

    def answered(self, envelope: Envelope) -> None:
        """Take note that an answer has been written."""
        if "tapped" in envelope.address:
            self._taps.answered(_tapped(envelope))

    def parse(self, body: bytes) -> Envelope | None:
        """Return the envelope in an update, None for one that wants no answer; raises `UnreadableError`."""
        try:
            update = json.loads(body)
            if isinstance(update, dict):
                return self._envelope(update)
        except Exception:  # noqa: BLE001, S110 - whatever is wrong with it, it can't be read
            pass
        raise UnreadableError  # out here, so that it does not drag along what was written

    def _envelope(self, update: Json) -> Envelope | None:
        number = whole(update.get("update_id"))
        name = _base36(number)
        if (message := part(update, "message")) is not None:
            return _moved(message, name) or self._message(message, name)
        if (message := part(update, "edited_message")) is not None:
            return self._message(message, name, edited=True)
        if (query := part(update, "callback_query")) is not None:
            return self._tap(query, name, number)
        if (query := part(update, "inline_query")) is not None:
            return _inline(query, name)
        if (change := part(update, "my_chat_member")) is not None:
            return self._welcomed(change, name)
        return None

    def _message(self, message: Json, name: str, *, edited: bool = False) -> Envelope | None:
        self.numbers.seen(message)
        user = self._sender(message)
        said = said_to(self._us, message) if user else None
        if user is None or said is None:
            return None
        found = brought(self._us, message)
        kind, text = _meant(message, found, linked(said, message, always=found.forwarded))
        if kind is None or (edited and kind in {Kind.ATTACHMENT, Kind.FILE}):
            return None
        chat, thread = whole(needed(message, "chat").get("id")), _thread(message)
        incoming = Incoming(
            chat=_place(chat, thread),
            user=user,
            text=clean(text),
            language=_language(part(message, "from")),
            id=name,
            about=self._about(chat, message),
            kind=kind,
            waited=self._waited(message),
            forwarded=found.forwarded,
            quoted=found.quoted,
            files=found.files if kind is Kind.FILE else (),
            name=name_of(message),
            album=_album(message),
        )
        message_id = whole(message.get("message_id"))
        subject = f"m{message_id}"
        address = {
            "chat": str(chat),
            "thread": thread,
            "message": str(message_id),
            **_apart(message),
            **_quotable(message),
        }
        # Which message it replies to is known, unless it may quote a sentence; a command may have nothing to say.
        sure = kind is Kind.FILE or (kind is Kind.TEXT and not incoming.text.startswith("/"))
        return Envelope(
            incoming,
            address,
            subject,
            subject if edited else "",
            sure and "quotable" not in address,
            answered_late=edited and calls_us(self._us, message),
        )

    def _welcomed(self, change: Json, name: str) -> Envelope | None:
        """Return the wish for a greeting where somebody has taken us into a group; None for any other change."""
        user = self._sender(change)
        if user is None or not joined(change):
            return None
        chat = whole(needed(change, "chat").get("id"))
        language, apart = _language(part(change, "from")), _apart(change)
        incoming = Incoming(
            _place(chat, ""), user, "/start", language, id=name, kind=Kind.JOINED if apart else Kind.TAP
        )
        return Envelope(incoming, {"chat": str(chat), "thread": "", **apart})

    def _sender(self, message: Json) -> str | None:
        """Return who writes, None for channels, other bots, ourselves, and what was sent by way of us."""
        chat, sender = needed(message, "chat"), part(message, "from")
        via, in_name_of = part(message, "via_bot"), part(message, "sender_chat")
        if via is not None and whole(via.get("id")) == self._us.id:
            return None
        if word(chat.get("type")) not in CHATS or chat.get("is_direct_messages"):
            return None
        if in_name_of is not None:  # somebody who writes in the name of the group or of a channel
            forwarded = message.get("is_automatic_forward")
            return None if forwarded else f"{PLATFORM}:{whole(in_name_of.get('id'))}"
        if sender is None or sender.get("is_bot"):
            return None
        return f"{PLATFORM}:{whole(sender.get('id'))}"

    def _about(self, chat: int, message: Json) -> str:
        answer = part(message, "reply_to_message")
        if answer is None or not self._us.wrote(answer):
            return ""
        return self._seal.about(chat, answer)

    def _waited(self, message: Json) -> float:
        when = message.get("edit_date") or message.get("date")
        return max(0.0, self._clock() - whole(when)) if when else 0.0

    def _tap(self, query: Json, name: str, number: int) -> Envelope | None:
        """Return what a tap says; one on a button that is not ours says nothing, and is told so.

        One that only repeats the last one says nothing either.
        """
        sender, message, data = needed(query, "from"), part(query, "message"), query.get("data")
        user = whole(sender.get("id"))
        address = {"callback": word(query.get("id"))}
        chat = whole(needed(message, "chat").get("id")) if message is not None else user
        opened = self._seal.opened(chat, data) if message is not None and isinstance(data, str) else None
        thread = ""
        if message is None or opened is None:
            address["expired"] = "yes"
        else:
            thread = _thread(message)
            address |= {
                "chat": str(chat),
                "thread": thread,
                "message": str(whole(message.get("message_id"))),
                "tapped": "yes",
                **_apart(message),
            }
            self.numbers.seen(message)
        text, about = opened or ("", "")
        incoming = Incoming(
            chat=_place(chat, thread),
            user=f"{PLATFORM}:{user}",
            text=clean(text),
            language=_language(sender),
            id=name,
            about=about,
            kind=Kind.TAP,
        )
        envelope = Envelope(incoming, address)
        if opened and self._taps.repeated(_tapped(envelope), word(data), number):
            return Envelope(replace(incoming, text="", about=""), {"callback": address["callback"], "again": "yes"})
        return envelope


def _album(message: Json) -> str:
    """Return what names the pictures that a message was sent together with, empty for one that came alone."""
    album = message.get("media_group_id")
    return "" if album is None else str(album)


def _moved(message: Json, name: str) -> Envelope | None:
    """Return the news that a group has become a supergroup; None for any other message.

    It comes twice, once in each of the two chats.
    """
    here, to, since = (
        whole(number) if number is not None else None
        for number in (
            needed(message, "chat").get("id"),
            message.get("migrate_to_chat_id"),
            message.get("migrate_from_chat_id"),
        )
    )
    if here is None or (to is None and since is None):
        return None
    old, new = (here, to) if to is not None else (since, here)
    if old is None or new is None:
        return None
    incoming = Incoming(_place(new, ""), "", _place(old, ""), id=name, kind=Kind.MOVED)
    return Envelope(incoming, {"chat": str(new), "thread": ""})


def _tapped(envelope: Envelope) -> str:
    """Return what names a message for the one person who taps on it."""
    return " ".join((envelope.address["chat"], envelope.address["message"], envelope.incoming.user))


def _inline(query: Json, name: str) -> Envelope:
    sender = needed(query, "from")
    user = whole(sender.get("id"))
    incoming = Incoming(
        chat=_place(user, ""),  # their private chat with us, whose article it is about
        user=f"{PLATFORM}:{user}",
        text=clean(query.get("query")),
        language=_language(sender),
        id=name,
        kind=Kind.INLINE,
    )
    return Envelope(incoming, {"inline": word(query.get("id")), "offset": word(query.get("offset"))})


def _meant(message: Json, found: Brought, text: str) -> tuple[Kind | None, str]:
    """Return what a message is, None for a note that Telegram itself has written, and what it says.

    A command to a message with a file is no word about that file, unless it is the one that takes the file in.
    """
    alone = text.strip() == OPEN and bool(found.files or found.quoted)
    text = "" if alone else text
    if found.files and (alone or files_in(message) or not text.startswith("/")):
        return Kind.FILE, text
    if message.get("text") is not None or message.get("caption"):
        return Kind.TEXT, text
    return (Kind.ATTACHMENT if any(message.get(name) for name in ATTACHMENTS) else None), text


def _quotable(message: Json) -> dict[str, str]:
    """Return the text that a message replies to; the answer may quote a sentence of it."""
    there = part(message, "reply_to_message")
    if there is None or there.get("forum_topic_created") is not None:
        return {}
    text = written(there)
    return {"quotable": clean(text), "quoted": str(whole(there.get("message_id")))} if text else {}


def _apart(message: Json) -> dict[str, str]:
    """Return whether the messages of a chat are numbered apart from those of others."""
    return {"apart": "yes"} if sequence_of(needed(message, "chat")) != SHARED else {}


def _thread(message: Json) -> str:
    """Return the topic of a message, empty where it is in none (a thread of replies is no topic)."""
    thread = message.get("message_thread_id")
    return str(whole(thread)) if message.get("is_topic_message") and thread is not None else ""


def unasked(chat: str) -> dict[str, str]:
    """Return the address of what nobody has asked for in a chat that an `Incoming` has named."""
    number, _, thread = chat.partition(":")[2].partition("/")
    # Of supergroups and channels alone the numbers begin so (Bot API, chat ids), and they count their own messages.
    return {"chat": number, "thread": thread, **({"apart": "yes"} if number.startswith("-100") else {})}


def _place(chat: int, thread: str) -> str:
    return f"{PLATFORM}:{chat}/{thread}" if thread else f"{PLATFORM}:{chat}"


def _language(user: Json | None) -> str | None:
    code = user.get("language_code") if user is not None else None
    return code if isinstance(code, str) else None


def _base36(number: int) -> str:
    """Return a number from 0 in the digits 0-9 and a-z."""
    if number < 0:
        raise ValueError
    digits = DIGITS[number % 36]
    while number := number // 36:
        digits = DIGITS[number % 36] + digits
    return digits
