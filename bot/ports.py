"""The doors to the outside that the service knows, as Protocols.

Rule of this room: a port is earned by a second implementation and held by a suite in tests/contracts/.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.chat import Reply
from bot.letters import Arrival, Letter
from bot.model import Answer, Article, Hit, Query, Reading


class ArticleStore(Protocol):
    """Where articles live; the store is the truth, an index is derived from it.

    An article is stored once, under its id, with the reading it was made from (so that a better analysis can be made
    from the same text) and under the SHA-256 of every document that gave it. Every method may raise `StoreError`.
    """

    async def save(self, article: Article, reading: Reading, document: str) -> None:
        """Store an article; the same id again replaces its analysis, and `document` is one more name of it."""
        ...

    async def load(self, article_id: str) -> Article | None:
        """Return an article; None for an unknown id and for one that another version of the analysis made."""
        ...

    async def reading(self, article_id: str) -> tuple[Reading, str] | None:
        """Return what an article was made from, and its origin, whatever version made it."""
        ...

    async def named(self, document: str) -> str | None:
        """Return the id of the article that a document (by its SHA-256) gave."""
        ...

    async def find(self, prefix: str) -> str | None:
        """Return the id that starts with `prefix` where exactly one does, else None."""
        ...

    async def all(self) -> "tuple[Listed, ...]":
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


class Listed(Protocol):
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
    """Sentences of prepared articles, ranked for a query; disposable, holds no truth."""

    def prepare(self, article: Article) -> None:
        """Index an article; doing it again changes nothing."""
        ...

    def search(self, article: Article, query: Query) -> Sequence[Hit]:
        """Return every sentence that matches, best first; ties in text order."""
        ...


@dataclass(frozen=True, slots=True)
class Turn:
    """What is remembered of a chat: the article in scope, the person's language, and the last answer."""

    article: str
    language: str | None = None
    answer: Answer | None = None


class ChatMemory(Protocol):
    """The last turn of every person in every chat, for a limited time; what is forgotten is gone."""

    async def recall(self, chat: str, user: str) -> Turn | None:
        """Return the last turn; None for a chat that is new, or was silent for too long."""
        ...

    async def remember(self, chat: str, user: str, turn: Turn) -> None:
        """Put a turn in the place of the last one."""
        ...


@dataclass(frozen=True, slots=True)
class Waiting:
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

    async def put(self, arrivals: Sequence[Arrival]) -> int:
        """Keep updates, all or none, and return how many are new; a known key is passed over."""
        ...

    async def claim(self, prefix: str, most: int, lease: float) -> tuple[Waiting, ...]:
        """Hold up to `most` free lanes that start with `prefix`; return the first update of each, oldest first."""
        ...

    async def note(self, key: str, progress: str, subject: str) -> None:
        """Remember how far the answer is, and under which name later messages of its lane refer to it."""
        ...

    async def finish(self, key: str, lane: str) -> Waiting | None:
        """Forget what an answered update held; return the next one of the lane, or None and let go of the lane."""
        ...

    async def bury(self, key: str, lane: str, reason: str) -> Waiting | None:
        """Give an update up, body and all kept for a person to look at; then like `finish`."""
        ...

    async def fail(self, key: str) -> int:
        """Count a failure of our own; return how many there were."""
        ...

    async def extend(self, lease: float) -> None:
        """Hold all lanes that are held here for another `lease` seconds."""
        ...

    async def release(self) -> None:
        """Let go of all lanes that are held here; what was not answered waits for the next one."""
        ...

    async def earlier(self, lane: str, subject: str) -> str:
        """Return what was noted last of the answer to a message of the lane; empty where nothing is known."""
        ...

    async def sweep(self, age: float) -> int:
        """Drop what was answered or given up longer than `age` seconds ago; return how many."""
        ...

    async def forget(self, lane: str) -> None:
        """Drop everything about a lane but the keys of what was answered."""
        ...

    async def backlog(self) -> Backlog:
        """Return how much waits and how much was given up."""
        ...


class Courier(Protocol):
    """A chat platform, as the delivery sees it; sending raises the errors of `bot.letters`.

    `place` and `fill` are two steps because no platform has a key that makes a repeated message one message: filling a
    message twice shows one answer, sending twice shows two.
    """

    def read(self, body: bytes) -> Letter | None:
        """Return the letter in an update, None for one that wants no answer; raises `Unreadable`."""
        ...

    async def place(self, letter: Letter, reply: Reply) -> str:
        """Put an empty message where the reply will go, and return what names it."""
        ...

    async def fill(self, letter: Letter, place: str, reply: Reply) -> None:
        """Write the reply into the message; doing it again changes nothing."""
        ...

    async def busy(self, letter: Letter) -> None:
        """Show that an answer is being looked for, for some seconds; never raises."""
        ...
