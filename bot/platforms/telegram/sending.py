"""Sending: an empty message where the answer will be, then the answer in it; a whole answer; short notes on taps.

Rule of this module: placing may happen twice and then leaves an empty message behind; filling may happen any number of
times and always leaves the same answer. A whole answer is sent by `direct`, which can find it again.
"""

from collections.abc import Awaitable, Callable, Mapping

from telegram.constants import ChatAction, ParseMode

from bot.chat import Action, Cited, Reply, without_file
from bot.platforms.telegram.buttons import Seal
from bot.platforms.telegram.client import Client
from bot.platforms.telegram.enclosing import Enclosing, Shown
from bot.platforms.telegram.fields import Json
from bot.platforms.telegram.inline import answer_inline
from bot.platforms.telegram.outcomes import (
    MovedError,
    RejectedError,
    TurnedError,
    UnbuttonedError,
    UnchangedError,
    UnparsedError,
    UnrepliableError,
    asked,
)
from bot.platforms.telegram.platform_texts import words_in
from bot.render.paging import units
from bot.render.telegram import Page, caption, page
from bot.transport import (
    AccessRevokedError,
    DeliveryError,
    Draw,
    Envelope,
    File,
    OutcomeUnknownError,
    Outgoing,
    PlaceholderGoneError,
    UndeliverableError,
)

EMPTY = "…"
"""What a message shows until it is filled."""
NOWHERE = "-"
"""The place of an answer that is no message."""
LONGEST_QUOTE = 1024
"""UTF-16 code units that a reply quotes at most."""
NO_PREVIEW = {"is_disabled": True}
EMPTY_TEXT: Mapping[str, object] = {"text": EMPTY, "disable_notification": True}
NOTHING = Reply((), "")


class Sender:
    """Writes into chats by way of the Bot API; raises what `bot.transport` names."""

    def __init__(self, client: Client, seal: Seal, draw: Draw | None = None) -> None:
        self._client = client
        self._seal = seal
        self._enclosing = Enclosing(client, draw)

    async def send_placeholder(self, envelope: Envelope, reply: Reply) -> str:
        """Put an empty message where the reply will go and return "chat:message"; a tap is acknowledged."""
        address = envelope.address
        if "inline" in address:
            return NOWHERE
        if "callback" in address:
            await self.acknowledge(envelope)
        if "expired" in address or "again" in address:
            return NOWHERE
        if reply.replaces and "tapped" in address:
            return f"{address['chat']}:{address['message']}"
        try:
            return await self._empty(int(address["chat"]), address, reply)
        except MovedError as moved:
            return await self._empty(moved.chat, address, reply)

    async def edit(self, envelope: Envelope, place: str, reply: Reply) -> None:
        """Write the reply into its message; without HTML or without buttons where Telegram takes it only so."""
        if "inline" in envelope.address:
            await answer_inline(self._client, envelope, reply)
        if place == NOWHERE:
            return
        chat, message, *_ = place.split(":")
        file = await self._enclosing.file(reply)
        shown = page(without_file(reply)) if file is None else caption(reply)
        keyboard = self._keyboard(int(chat), shown, envelope.incoming.id)
        await self._write(int(chat), int(message), reply, (shown, file), keyboard)

    async def show_typing(self, envelope: Envelope) -> None:
        """Show "typing" for some seconds; whatever goes wrong with that is of no importance."""
        address = envelope.address
        if "chat" not in address:
            return
        try:
            await asked(
                self._client.send_chat_action(
                    int(address["chat"]), ChatAction.TYPING, message_thread_id=_number(address.get("thread", ""))
                )
            )
        except (DeliveryError, TurnedError):
            return

    async def acknowledge(self, envelope: Envelope) -> None:
        """Take the clock off a tapped button; one that was not ours is said to be no longer valid."""
        text = words_in(envelope.incoming.language).expired if "expired" in envelope.address else None
        try:
            await asked(self._client.answer_callback_query(envelope.address["callback"], text))
        except AccessRevokedError:
            raise
        except (DeliveryError, TurnedError):
            return  # the answer itself matters more, and says more

    async def _empty(self, chat: int, address: Mapping[str, str], reply: Reply) -> str:
        """Send an empty message as a reply: to the sentence in the chat, else to the question, else to nothing."""
        for answered in (*_replies(address, reply), None):
            try:
                return f"{chat}:{await self._sent(chat, address, answered, text=EMPTY)}"
            except UnrepliableError:
                continue
        raise RejectedError

    async def post(self, chat: int, outgoing: Outgoing, before: Callable[[], Awaitable[None]]) -> int:
        """Send a reply as one message and return its number; a reply without parts is an empty, silent message.

        Where Telegram takes only less of it, each request has less that could be refused; `before` is awaited before
        each.
        """
        address, reply = outgoing.envelope.address, outgoing.reply
        file = await self._enclosing.file(reply)
        shown = (page(without_file(reply)) if file is None else caption(reply)) if reply.parts else None
        keyboard = self._keyboard(chat, shown, outgoing.envelope.incoming.id) if shown else None
        answered: list[Json | None] = [*_replies(address, reply), None]
        html = True
        while True:
            await before()
            try:
                if file is not None:
                    where = self._where(chat, address, answered[0])
                    return _name(await self._enclosing.send(file, where, Shown(caption(reply), keyboard, html)))
                text = _text(shown, html=html) if shown else EMPTY_TEXT
                return await self._sent(chat, address, answered[0], **text, reply_markup=keyboard)
            except UnrepliableError:
                if len(answered) == 1:
                    raise RejectedError from None
                answered.pop(0)
            except UndeliverableError:
                if file is None:
                    raise
                file, shown = None, page(without_file(reply))  # files alone may be forbidden there
            except (UnparsedError, UnbuttonedError, RejectedError) as error:
                html, keyboard = _lesser(error, keyboard, html=html)

    async def probe(self, chat: int, address: Mapping[str, str]) -> int:
        """Send an empty, silent message that replies to the same question, and return its number."""
        answered = next(iter(_replies(address, NOTHING)), None)
        return await self._sent(chat, address, answered, **EMPTY_TEXT)

    async def _sent(self, chat: int, address: Mapping[str, str], answered: Json | None, **content: object) -> int:
        return _name(await self._client.call("sendMessage", **self._where(chat, address, answered), **content))

    @staticmethod
    def _where(chat: int, address: Mapping[str, str], answered: Json | None) -> dict[str, object]:
        """Return where a message goes, as the Bot API takes it."""
        thread = _number(address.get("thread", ""))
        return {"chat_id": chat, "message_thread_id": thread, "reply_parameters": answered}

    async def _write(
        self, chat: int, message: int, reply: Reply, what: tuple[Page, File | None], keyboard: Json | None
    ) -> None:
        html = True
        shown, file = what
        where: dict[str, object] = {"chat_id": chat, "message_id": message}
        while True:
            try:
                if file is not None:
                    await self._enclosing.put(file, where, Shown(shown, keyboard, html))
                else:
                    await self._client.call(
                        "editMessageText", **where, **_text(shown, html=html), reply_markup=keyboard
                    )
            except UnchangedError:
                return
            except MovedError as moved:
                raise PlaceholderGoneError from moved
            except UndeliverableError:
                if file is None:
                    raise
                file, shown = None, page(without_file(reply))  # as above
            except (UnparsedError, UnbuttonedError, RejectedError) as error:
                html, keyboard = _lesser(error, keyboard, html=html)
            else:
                return

    def _keyboard(self, chat: int, shown: Page, answer: str) -> Json | None:
        rows = [[self._button(chat, action, answer) for action in row] for row in shown.actions]
        kept = [[button for button in row if button] for row in rows]
        return {"inline_keyboard": [row for row in kept if row]} if any(kept) else None

    def _button(self, chat: int, action: Action, answer: str) -> Json | None:
        data = self._seal.data(chat, action.text, answer)
        return {"text": action.label, "callback_data": data} if data else None


def _text(shown: Page, *, html: bool) -> dict[str, object]:
    """Return the text of a message as the Bot API takes it, with or without its formatting."""
    text: dict[str, object] = {"text": shown.html, "parse_mode": ParseMode.HTML} if html else {"text": shown.plain}
    return text | {"link_preview_options": NO_PREVIEW}


def _lesser(error: TurnedError, keyboard: Json | None, *, html: bool) -> tuple[bool, Json | None]:
    """Return whether the next try has formatting, and its keyboard: less than what was refused.

    Raises `RejectedError` where there was neither.
    """
    if not (html or keyboard):
        raise RejectedError from error
    unbuttoned = bool(keyboard) and isinstance(error, UnbuttonedError)
    return html and unbuttoned, keyboard if html and isinstance(error, UnparsedError) else None


def _replies(address: Mapping[str, str], reply: Reply) -> list[Json]:
    """Return what the answer replies to, the best first."""
    found: list[Json] = []
    first = next((part.text for part in reply.parts if isinstance(part, Cited)), "")
    if first and first in address.get("quotable", "") and units(first) <= LONGEST_QUOTE:
        found.append({"message_id": int(address["quoted"]), "quote": first})
    if "message" in address:
        found.append({"message_id": int(address["message"]), "allow_sending_without_reply": True})
    return found


def _name(sent: object) -> int:
    """Return the number of a message that was sent; raises `OutcomeUnknownError` where the answer has none."""
    match sent:
        case {"message_id": int(number)}:
            return number
    raise OutcomeUnknownError


def _number(text: str) -> int | None:
    return int(text) if text else None
