"""What an error of the Bot API means for an answer.

Rule of this module: a text of the Bot API is read here and goes no further, because it may quote what somebody wrote.
What it says is matched without case; the words are those of its server (tdlib/telegram-bot-api and the core behind it).
"""

from collections.abc import Awaitable
from typing import TypeVar

from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.platforms.telegram.request import FloodedError
from bot.platforms.telegram.updates import parsed
from bot.transport import (
    AccessRevokedError,
    FileTooLargeError,
    OutcomeUnknownError,
    PlaceholderGoneError,
    RetryAfterError,
    UndeliverableError,
)

T = TypeVar("T")

GONE = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "group chat was deactivated",
    "not enough rights",
    "have no rights",
    "need administrator rights",
    "bot is not a member",
    "bot was kicked",
    "user is deactivated",
    "input_user_deactivated",
    "user_is_blocked",
    "chat_write_forbidden",
    "chat_restricted",
    "chat_admin_required",
    "chat_send_plain_forbidden",
    "message thread not found",
    "topic_closed",
    "topic_deleted",
)
MISPLACED = ("message to edit not found", "message_id_invalid")
FOREIGN = ("message can't be edited",)
LOCATIONLESS = ("there is no live location in the message to edit",)
TOO_BIG = ("file is too big",)
UNCHANGED = ("message is not modified",)
EXPIRED = ("query is too old", "query id is invalid", "query_id_invalid")
UNPARSED = ("can't parse entities", "entity_", "entity begins in")
UNBUTTONED = ("button_", "reply_markup_", "inline keyboard", "reply keyboard")
UNREPLIABLE = (
    "quote_text_invalid",
    "message to be replied not found",
    "message to reply not found",
    "reply_message_id",
)


class TurnedError(Exception):
    """The root: a request that was turned down for a reason that whoever made it can deal with."""


class UnchangedError(TurnedError):
    """The message reads like that already."""


class ExpiredError(TurnedError):
    """A tap or an inline query that waited too long."""


class UnparsedError(TurnedError):
    """The formatting was not understood."""


class UnbuttonedError(TurnedError):
    """The buttons were not accepted."""


class UnrepliableError(TurnedError):
    """The message to reply to, or the quoted words, are not there."""


class MovedError(TurnedError):
    """The group has become another chat."""

    def __init__(self, chat: int) -> None:
        super().__init__(chat)
        self.chat = chat


class ContestedError(TurnedError):
    """Somebody else fetches our updates, or a webhook gets them."""


class LocationlessError(TurnedError):
    """The message is ours, and no live location."""


class ForeignError(PlaceholderGoneError):
    """The message is somebody else's."""


class RejectedError(TurnedError):
    """Something in the request that must be mended in our code."""


REASONS: tuple[tuple[tuple[str, ...], type[Exception]], ...] = (
    (TOO_BIG, FileTooLargeError),
    (UNCHANGED, UnchangedError),
    (MISPLACED, PlaceholderGoneError),
    (FOREIGN, ForeignError),
    (LOCATIONLESS, LocationlessError),
    (EXPIRED, ExpiredError),
    (UNREPLIABLE, UnrepliableError),
    (UNPARSED, UnparsedError),
    (UNBUTTONED, UnbuttonedError),
    (GONE, UndeliverableError),
)
"""The reasons of a bad request, the first that fits counts."""


def meaning(error: TelegramError) -> Exception:
    """Return what an error of the library means, as an error of `bot.transport` or of this module."""
    match error:
        case FloodedError():
            return RetryAfterError(error.seconds)
        case RetryAfter():
            return RetryAfterError(error._retry_after.total_seconds())  # noqa: SLF001 - the public one warns that it will change
        case ChatMigrated():
            return MovedError(error.new_chat_id)
        case _:
            # With a cause, what came back is no answer of the Bot API but a page of something in between.
            return OutcomeUnknownError() if error.__cause__ is not None else _refused(error)


def refusal(status: int, body: bytes) -> Exception:
    """Return the same for the answer to a call; a page that is no answer of the Bot API says nothing."""
    match status, parsed(body):
        case _, {"parameters": {"migrate_to_chat_id": int(chat)}}:
            return MovedError(chat)
        case 400, {"description": str(message)}:
            return _reason(message.lower())
        case 401 | 404, {"ok": False}:
            return AccessRevokedError()
        case 403, {"ok": False}:
            return UndeliverableError()
        case 409, {"ok": False}:
            return ContestedError()
        case _:
            return OutcomeUnknownError()


def _refused(error: TelegramError) -> Exception:
    match error:
        case InvalidToken():
            return AccessRevokedError()
        case Forbidden():
            return UndeliverableError()
        case BadRequest():
            return _reason(error.message.lower())
        case Conflict():
            return ContestedError()
        case _:
            return OutcomeUnknownError()


def _reason(message: str) -> Exception:
    for words, kind in REASONS:
        if any(word in message for word in words):
            return kind()
    return RejectedError()


async def asked(call: Awaitable[T]) -> T:
    """Return what a request of the library returns; raises what its error means, without a trace of the error."""
    try:
        return await call
    except TelegramError as error:
        failure = meaning(error)
    raise failure
