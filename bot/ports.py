"""The doors to the outside that the service knows, as Protocols.

Rule of this room: a port is earned by a second implementation and held by a suite in tests/contracts/.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.chat import Reply
from bot.model import Answer, Article, ExtractedText, Hit, Query
from bot.transport import Envelope, RawUpdate


class ArticleStore(Protocol):
    """Where articles live; the store is the truth, an index is derived from it.

    An article is stored once, under its id, with the reading it was made from (so that a better analysis can be made
    from the same text) and under the SHA-256 of every document that gave it. Every method may raise `StoreError`.
    """

    async def save(self, article: Article, reading: ExtractedText, document: str) -> None:
        """Store an article; the same id again replaces its analysis, and `document` is one more name of it."""
        ...

    async def load(self, article_id: str) -> Article | None:
        """Return an article; None for an unknown id and for one that another version of the analysis made."""
        ...

    async def reading(self, article_id: str) -> tuple[ExtractedText, str] | None:
        """Return what an article was made from, and its origin, whatever version made it."""
        ...

    async def id_of_document(self, document: str) -> str | None:
        """Return the id of the article that a document (by its SHA-256) gave."""
        ...

    async def find(self, prefix: str) -> str | None:
        """Return the id that starts with `prefix` where exactly one does, else None."""
        ...

    async def all(self) -> "tuple[ArticleSummary, ...]":
        """Return what is stored, the newest first."""
        ...

    async def remove(self, article_id: str) -> bool:
        """Forget an article; tell whether it was there."""
        ...

    async def check(self) -> None:
        """Read everything; raises `StoreError` where something is not what was stored."""
        ...

    async def close(self) -> None:
        """Let go of the database."""
        ...


class ArticleSummary(Protocol):
    """A stored article's line in a list."""

    @property
    def id(self) -> str:
        """Return the article's id."""
        ...

    @property
    def title(self) -> str | None:
        """Return its title, where it has one."""
        ...

    @property
    def language(self) -> str:
        """Return its language's code."""
        ...

    @property
    def origin(self) -> str:
        """Return where it came from."""
        ...

    @property
    def ingested(self) -> str:
        """Return when it was first stored: UTC, ISO 8601."""
        ...

    @property
    def sentences(self) -> int:
        """Return how many sentences it has."""
        ...


class SearchIndex(Protocol):
    """Sentences of prepared articles, ranked for a query; disposable, holds no truth.

    Any thread may call it: of those that want the same article at once, one prepares it and the others wait.
    """

    def prepared(self, article: Article) -> bool:
        """Tell whether an article can be searched without being indexed first; never waits."""
        ...

    def prepare(self, article: Article) -> None:
        """Index an article; doing it again changes nothing."""
        ...

    def search(self, article: Article, query: Query) -> Sequence[Hit]:
        """Return every sentence that matches, best first; ties in text order."""
        ...


@dataclass(frozen=True, slots=True)
class Turn:
    """What is remembered of a chat: the article in scope, the person's language, the last answer, and the reply to it.

    `asker` is whose question it was.
    """

    article: str
    language: str | None = None
    answer: Answer | None = None
    reply: Reply | None = None
    asker: str = ""


class ChatMemory(Protocol):
    """What was said last in every chat, and under every message, for a limited time; what is forgotten is gone."""

    async def recall(self, chat: str, user: str, about: str = "") -> Turn | None:
        """Return the turn of the message `about`, or the last one of a person ("" for a chat that all share).

        None for what is new, or was silent for too long.
        """
        ...

    async def remember(self, chat: str, user: str, turn: Turn, message: str = "", *, last: bool = True) -> None:
        """Put a turn in the place of the last one (where it is the `last`), and keep it under its message's name."""
        ...

    async def forget(self, user: str) -> None:
        """Forget every turn of a person."""
        ...


@dataclass(frozen=True, slots=True)
class Preference:
    """What a person or a chat has chosen; "" for what was not.

    Where a chat chose `mentions`, the bot answers there only where it is mentioned.
    """

    article: str = ""
    language: str = ""
    mentions: bool = False


class Preferences(Protocol):
    """What people and chats have chosen, until they choose otherwise or it is forgotten.

    A place is a chat and a user: ("", user) is a person everywhere, (chat, "") everybody in a chat. Every method may
    raise `StoreError`.
    """

    async def chosen(self, places: Sequence[tuple[str, str]]) -> tuple[Preference, ...]:
        """Return what was chosen in each place."""
        ...

    async def choose(self, place: tuple[str, str], choice: Preference) -> None:
        """Put a choice in the place of an earlier one; an empty choice leaves nothing behind."""
        ...

    async def forget(self, user: str) -> None:
        """Forget what a person has chosen, everywhere."""
        ...


@dataclass(frozen=True, slots=True)
class Invitation:
    """A one-time code for a stranger, until when it holds (seconds since 1970), and how often it was guessed wrong."""

    user: str
    code: str
    until: float
    guesses: int = 0


class GuestList(Protocol):
    """Who was let in, and who waits to be; every method may raise `StoreError`."""

    async def admitted(self, user: str) -> bool:
        """Tell whether a person was let in."""
        ...

    async def admit(self, user: str) -> None:
        """Let a person in; an invitation is used up by it."""
        ...

    async def dismiss(self, user: str) -> bool:
        """Take a person off the list; tell whether they were on it."""
        ...

    async def guests(self) -> tuple[str, ...]:
        """Return who was let in, in that order."""
        ...

    async def invite(self, invitation: Invitation, now: float) -> None:
        """Keep an invitation in the place of an earlier one, and drop those that no longer hold `now`.

        Of too many that wait, the oldest are dropped.
        """
        ...

    async def invited(self, user: str) -> Invitation | None:
        """Return a person's invitation, whether it still holds or not."""
        ...

    async def guess(self, user: str) -> None:
        """Count a wrong guess at a person's code."""
        ...

    async def waiting(self, now: float) -> tuple[Invitation, ...]:
        """Return the invitations that hold, the oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class QueuedUpdate:
    """An update that waits for its answer, held for whoever claimed it.

    `arrived` is when it was kept, in seconds since 1970; `attempts` how often answering it failed by our own fault;
    `progress` what was noted of the answer that is under way.
    """

    key: str
    lane: str
    body: bytes
    arrived: float
    attempts: int = 0
    progress: str = ""


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

    async def save_progress(self, key: str, progress: str, subject: str) -> None:
        """Remember how far the answer is, and under which name later messages of its lane refer to it."""
        ...

    async def finish(self, key: str, lane: str) -> QueuedUpdate | None:
        """Forget what an answered update held; return the next one of the lane, or None and let go of the lane."""
        ...

    async def dead_letter(self, key: str, lane: str, reason: str) -> QueuedUpdate | None:
        """Give an update up, body and all kept for a person to look at; then like `finish`."""
        ...

    async def release_lane(self, lane: str) -> None:
        """Let go of a lane that is held here; what waits in it is claimed anew, after what has waited longer."""
        ...

    async def fail(self, key: str) -> int:
        """Count a failure of our own; return how many there were."""
        ...

    async def renew_leases(self, lease: float) -> None:
        """Hold all lanes that are held here for another `lease` seconds."""
        ...

    async def release_all(self) -> None:
        """Let go of all lanes that are held here; what was not answered waits for the next one."""
        ...

    async def progress_of(self, lane: str, subject: str) -> str:
        """Return what was noted last of the answer to a message of the lane; empty where nothing is known."""
        ...

    async def purge(self, age: float) -> int:
        """Drop what was answered or given up longer than `age` seconds ago; return how many."""
        ...

    async def forget(self, lane: str, *, below: bool = False) -> None:
        """Drop everything about a lane but the keys of what was answered; with `below`, its threads' lanes too."""
        ...

    async def backlog(self) -> Backlog:
        """Return how much waits and how much was given up."""
        ...


class Transport(Protocol):
    """A chat platform, as the delivery sees it; sending raises the errors of `bot.transport`.

    `send_placeholder` and `edit` are two steps because no platform has a key that makes a repeated message one message:
    filling a message twice shows one answer, sending twice shows two.
    """

    def parse(self, body: bytes) -> Envelope | None:
        """Return the letter in an update, None for one that wants no answer; raises `Unreadable`."""
        ...

    async def send_placeholder(self, envelope: Envelope, reply: Reply) -> str:
        """Put an empty message where the reply will go, and return what names it.

        For a letter whose answer is placed early, the reply is not known yet and has no parts.
        """
        ...

    async def edit(self, envelope: Envelope, place: str, reply: Reply) -> None:
        """Write the reply into the message; doing it again changes nothing."""
        ...

    async def show_typing(self, envelope: Envelope) -> None:
        """Show that an answer is being looked for, for some seconds; never raises."""
        ...


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
