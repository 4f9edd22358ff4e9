"""The words between a platform and the delivery: what arrives, where an answer goes, and how sending can fail.

Rule of this room: an update is kept as it came before anything reads it; how an answer travels is the platform's
business alone, so an address is a bag of strings to everybody else.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bot.chat import Attachment, Incoming


@dataclass(frozen=True, slots=True)
class RawUpdate:
    """An update as it came: bytes that nobody has read yet.

    `key` is unique for it ("telegram:<bot>:<update>"): the same key again is the same update. `lane` names the chat:
    within a lane, updates are answered one after the other in the order of their arrival.
    """

    key: str
    lane: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Envelope:
    """An update, read: the message in it, and where its answer goes.

    `address` is what the platform needs to send it. `subject` names the message within its lane, and `edits` the
    earlier one that this is a new version of: its answer is changed instead of given again. Where that one was not
    answered, the new version is `answered_late` or passed over. Where an answer goes to the same place whatever it
    says, it can be placed `placeholder_first`.
    """

    incoming: Incoming
    address: Mapping[str, str] = field(default_factory=dict)
    subject: str = ""
    edits: str = ""
    placeholder_first: bool = False
    answered_late: bool = False


Enqueue = Callable[[Sequence[RawUpdate]], Awaitable[None]]
"""Keeps updates; when it returns they are safe and can be acknowledged. Raises `NotStoredError`."""

Heartbeat = Callable[[], None]
"""Says that a receiver is alive; one that is silent for too long is started again."""

UpdateSource = Callable[[Enqueue, Heartbeat], Awaitable[None]]
"""Brings in updates until it is cancelled; one that ends or raises is started again."""

EventLog = Callable[[str, Mapping[str, str | int | float]], None]
"""Writes down what happened: an event's name and facts about it; never what a person wrote, never a secret."""


Download = Callable[[Attachment, int], Awaitable[bytes]]
"""Returns the content of a file that a person sent, of so many bytes at most; raises `FileTooLargeError`,
`FileGoneError`, and `OutcomeUnknownError` or `RetryAfterError` where the platform can't hand it over now."""


class KeyValueStore(Protocol):
    """Small texts under names, for what a platform must not lose: who installed it, where it takes part.

    What is in it can be secret, so it is for the owner of the file alone. Every method may raise `StoreError`.
    """

    async def read(self, name: str) -> str | None:
        """Return the text under a name; None where there is none."""
        ...

    async def write(self, name: str, text: str) -> None:
        """Put a text under a name, in the place of the one that is there."""
        ...

    async def erase(self, name: str) -> None:
        """Forget a name; one that is not there is no error."""
        ...

    async def names(self, prefix: str) -> tuple[str, ...]:
        """Return the names that begin with a text, in the order of their code points."""
        ...


class DeliveryError(Exception):
    """The root: why something could not be taken in or sent."""


class NotStoredError(DeliveryError):
    """An update could not be stored: do not acknowledge it, it will come again."""


class UnreadableError(DeliveryError):
    """An update that can't be understood, now or later."""


class RetryAfterError(DeliveryError):
    """The platform asks for patience in this chat."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class OutcomeUnknownError(DeliveryError):
    """It may have been sent or not: the connection broke, or the platform is not well."""


class PlaceholderGoneError(DeliveryError):
    """The message that the answer belongs into is not there any more."""


class UndeliverableError(DeliveryError):
    """Nobody can be reached there: the chat is gone, or the person has blocked us."""


class AccessRevokedError(DeliveryError):
    """The platform does not know us any more: the token was revoked. Nothing can be sent until a person mends it."""


class FileGoneError(DeliveryError):
    """A file that a person sent can't be fetched: it was deleted, or we may not read it."""


class FileTooLargeError(DeliveryError):
    """A file that a person sent is larger than what may be read, or than what the platform hands over."""
