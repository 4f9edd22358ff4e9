"""Where updates wait until they are answered, and how a platform carries the answers."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.chat import Reply
from bot.transport import Envelope, Found, KeepMark, Mark, MarkSending, Outgoing, RawUpdate


@dataclass(frozen=True, slots=True)
class QueuedUpdate:
    """An update that waits for its answer, held for whoever claimed it.

    `arrived` is when it was kept, in seconds since 1970; `attempts` how often answering it failed by our own fault;
    `progress` what was noted of the answer that is under way; `mark` was kept before a message was sent whose place is
    not noted (empty where there is none). `fence` is the number of the hold: every later one in the lane has a higher
    one, and what is written under an earlier one is refused.
    """

    key: str
    lane: str
    body: bytes
    arrived: float
    attempts: int = 0
    progress: str = ""
    mark: str = ""
    fence: int = 0


@dataclass(frozen=True, slots=True)
class Backlog:
    """How many updates wait, and how many were given up."""

    waiting: int
    dead: int


class Inbox(Protocol):
    """Updates that were kept before they were acknowledged, until they are answered; the truth about who waits.

    Within a lane updates are claimed one at a time, in the order of their arrival; whoever opened the inbox holds a
    lane for `lease` seconds, and it is free again after that. What was answered leaves its key behind (so that it is
    not answered twice when it comes again) and loses its body. Every method may raise `StoreError`.

    A process that stood still for longer than its lease may find that another one has its lanes: whatever it then says
    about an update that it was given, each method that takes one raises `OvertakenError` and changes nothing.
    """

    async def put(self, updates: Sequence[RawUpdate]) -> int:
        """Keep updates, all or none, and return how many are new; a known key is passed over."""
        ...

    async def put_and_claim(self, update: RawUpdate, lease: float) -> QueuedUpdate | None:
        """Keep an update as `put` does; where it is new and alone in its lane, hold the lane and return it."""
        ...

    async def claim(self, prefix: str, most: int, lease: float) -> tuple[QueuedUpdate, ...]:
        """Hold up to `most` free lanes that start with `prefix`; return the first update of each, oldest first."""
        ...

    async def peek(self, lane: str, key: str) -> bytes | None:
        """Return the update that waits next in a lane behind the one with a key; None where there is none."""
        ...

    async def save_progress(self, queued: QueuedUpdate, progress: str, subject: str) -> None:
        """Remember how far the answer is, and under which name later messages of its lane refer to it."""
        ...

    async def save_mark(self, queued: QueuedUpdate, mark: str) -> None:
        """Remember what is known of a message that is being sent; empty where that is nothing any more."""
        ...

    async def finish(self, queued: QueuedUpdate, progress: str = "", subject: str = "") -> QueuedUpdate | None:
        """Forget what an answered update held; return the next one of the lane, or None and let go of the lane.

        Where the answer's place was not noted before, `progress` and `subject` note it along with that.
        """
        ...

    async def dead_letter(self, queued: QueuedUpdate, reason: str) -> QueuedUpdate | None:
        """Give an update up, body and all kept for a person to look at; then like `finish`."""
        ...

    async def release_lane(self, queued: QueuedUpdate) -> None:
        """Let go of the lane of an update; what waits in it is claimed anew, after what has waited longer.

        Where it is not held here any more, nothing happens.
        """
        ...

    async def fail(self, queued: QueuedUpdate) -> int:
        """Count a failure of our own; return how many there were."""
        ...

    async def hold(self, queued: QueuedUpdate, lease: float) -> None:
        """Hold the lane of an update for another `lease` seconds; one that was finished here is no error."""
        ...

    async def renew_leases(self, held: Sequence[QueuedUpdate], lease: float) -> frozenset[int]:
        """Hold the lanes of these updates for another `lease` seconds; return the fences of those that still are."""
        ...

    async def release_all(self) -> None:
        """Let go of all lanes that are held here; what was not answered waits for the next one."""
        ...

    async def progress_of(self, lane: str, subject: str) -> str:
        """Return what was noted last of the answer to a message of the lane; empty where nothing is known."""
        ...

    async def places(self, lane: str) -> tuple[str, ...]:
        """Return what was noted of the answers to all messages of a lane, and to the latest of others."""
        ...

    async def purge(self, age: float) -> int:
        """Drop what was answered or given up longer than `age` seconds ago; return how many."""
        ...

    async def forget(self, lane: str, *, below: bool = False) -> None:
        """Drop everything about a lane but the keys of what was answered; with `below`, its threads' lanes too."""
        ...

    async def backlog(self, prefix: str = "") -> Backlog:
        """Return how much waits and how much was given up, in the lanes that start with `prefix`."""
        ...

    async def reachable(self) -> None:
        """Return where updates can be kept now; raises `StoreError` where they can't."""
        ...


class Leadership(Protocol):
    """Who of several processes on one database does what one alone may do."""

    async def lead(self, name: str, work: Callable[[], Awaitable[None]], waiting: Callable[[], None]) -> None:
        """Run `work` while no other process runs work of that name; `waiting` is called again and again until then.

        The work is cancelled, and `StoreError` raised, where it can't be told any more that no other one does it.
        """
        ...


class Transport(Protocol):
    """A chat platform, as the delivery sees it; sending raises the errors of `bot.transport`.

    `send_placeholder` and `edit` are two steps because no platform has a key that makes a repeated message one message:
    filling a message twice shows one answer, sending twice shows two. Where the platform can prove afterwards whether a
    message was sent, its `DirectTransport` sends an answer in one.
    """

    async def parse(self, body: bytes) -> Envelope | None:
        """Return the envelope in an update, None for one that wants no answer; raises `UnreadableError`.

        Whether it wants one may be kept where other processes keep it too: then `StoreError` may be raised.
        """
        ...

    async def send_placeholder(self, envelope: Envelope, reply: Reply) -> str:
        """Put an empty message where the reply will go, and return what names it.

        For an envelope whose answer is placed early, the reply is not known yet and has no parts.
        """
        ...

    async def edit(self, envelope: Envelope, place: str, reply: Reply) -> None:
        """Write the reply into the message; doing it again changes nothing."""
        ...

    async def show_typing(self, envelope: Envelope) -> None:
        """Show that an answer is being looked for, for some seconds; never raises."""
        ...


class DirectTransport(Protocol):
    """A platform's way to send an answer as one message, and to prove afterwards whether it was sent.

    A lane has one message at most whose outcome is unknown: the next one is sent when that is known. Sending raises the
    errors of `bot.transport`.
    """

    async def sends_directly(self, outgoing: Outgoing) -> bool:
        """Tell whether a message that is sent there can be found again; asked before it is sent.

        Nothing was sent where this raises `RetryAfterError` or `OutcomeUnknownError`.
        """
        ...

    async def send(self, outgoing: Outgoing, mark: MarkSending) -> str:
        """Send the message and return what names it; `mark` is awaited right before each request.

        Where this raises anything but `OutcomeUnknownError`, nothing was sent.
        """
        ...

    async def find_sent(self, outgoing: Outgoing, mark: Mark, keep: KeepMark, known: Sequence[str]) -> Found | None:
        """Return the message that was sent; None where it is proven that none was.

        What `keep` is given is where a later call goes on; `known` are the places of all other answers in the lane, and
        of some in others. Raises `TooEarlyError`, and `UnprovenError` where the platform does not tell any more.
        """
        ...
