"""The words between a platform and the delivery: what arrives, where an answer goes, and how sending can fail.

Rule of this room: an update is kept as it came before anything reads it; how an answer travels is the platform's
business alone, so an address is a bag of strings to everybody else.
"""

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bot.chat import Attachment, Enclosure, Incoming, Kind, Reply


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


NOTICE = b"notice\n"
"""What the body of an update begins with that no platform has brought: no JSON does."""


def notice(key: str, lane: str, incoming: Incoming, address: Mapping[str, str]) -> RawUpdate:
    """Return a message that the bot sends itself, to be answered in a chat like one that came; `key` names it."""
    said = {"chat": incoming.chat, "user": incoming.user, "text": incoming.text, "language": incoming.language}
    body = json.dumps({**said, "address": dict(address)}, separators=(",", ":"))
    return RawUpdate(key, lane, NOTICE + body.encode())


def noticed(body: bytes) -> Envelope | None:
    """Return the envelope of such a message; None for what a platform has brought."""
    if not body.startswith(NOTICE):
        return None
    said = json.loads(body[len(NOTICE) :])
    incoming = Incoming(said["chat"], said["user"], said["text"], said["language"], kind=Kind.NOTICE)
    return Envelope(incoming, said["address"])


@dataclass(frozen=True, slots=True)
class Mark:
    """What is kept of a message before it is sent, so that it can be told later whether it was.

    `at` is when the last request left whose outcome may be unknown, in seconds since 1970; `empty` says that it was a
    placeholder. `tries` counts what was tried to find it. The rest is for platforms that number the messages of a chat:
    only above `low` the message can stand, and below the `probe`, a message that was sent behind it; `found` is the
    first of ours in between (0: none yet).
    """

    at: float
    empty: bool = False
    low: int = 0
    tries: int = 0
    probe: int = 0
    found: int = 0

    def packed(self) -> str:
        """Return one line."""
        return f"{self.at:.3f} {self.empty:d} {self.low} {self.tries} {self.probe} {self.found}"


def unpacked_mark(line: str) -> Mark | None:
    """Return the mark in a line, None for an empty one."""
    if not line:
        return None
    at, *numbers = line.split()
    empty, low, tries, probe, found = map(int, numbers)
    return Mark(float(at), bool(empty), low, tries, probe, found)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message on its way: the key of the update that it answers, where it goes, and what it says.

    A reply without parts is a placeholder: empty, and as silent as the platform can.
    """

    key: str
    envelope: Envelope
    reply: Reply


@dataclass(frozen=True, slots=True)
class Found:
    """A message that was sent, after all: what names it, and whether it is sure to hold the whole answer."""

    place: str
    complete: bool


MarkSending = Callable[[int], Awaitable[None]]
"""Keeps a mark with the `low` that it is given; when it returns, the request may go out."""

KeepMark = Callable[[Mark], Awaitable[None]]
"""Keeps how far a search for a message has come."""

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


@dataclass(frozen=True, slots=True)
class File:
    """A file to send: its name, its media type, what is in it, and what it shows in words."""

    name: str
    media_type: str
    content: bytes
    alt: str = ""


Draw = Callable[[Enclosure, str], Awaitable[File]]
"""Makes what a reply in a language encloses; raises `FileGoneError` where the article is not there any more."""


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


class OvertakenError(DeliveryError):
    """Another process has taken over the lane meanwhile: what was to be written about its update is refused."""


class UnreadableError(DeliveryError):
    """An update that can't be understood, now or later."""


class RetryAfterError(DeliveryError):
    """The platform asks for patience in this chat."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class OutcomeUnknownError(DeliveryError):
    """It may have been sent or not: the connection broke, or the platform is not well."""


class TooEarlyError(DeliveryError):
    """A message whose outcome is unknown can't be looked for yet: what is late would be missed."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class UnprovenError(DeliveryError):
    """It can't be told any more whether a message was sent; `reason` is one word for the log."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class PlaceholderGoneError(DeliveryError):
    """The message that the answer belongs into is not there any more."""


class MisplacedError(DeliveryError):
    """The answer does not go where its place is: it takes another one."""


class UndeliverableError(DeliveryError):
    """Nobody can be reached there: the chat is gone, or the person has blocked us."""


class AccessRevokedError(DeliveryError):
    """The platform does not know us any more: the token was revoked. Nothing can be sent until a person mends it."""


class FileGoneError(DeliveryError):
    """A file that a person sent can't be fetched: it was deleted, or we may not read it."""


class FileTooLargeError(DeliveryError):
    """A file that a person sent is larger than what may be read, or than what the platform hands over."""
