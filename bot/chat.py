"""The words of a conversation: what comes in, what goes out, and the one callable between them.

Rule of this room: no word of the library crosses it. A platform knows `Incoming`, `Reply` and `Handle`, nothing else;
a reply is a value, and offsets in it refer to the block's own text.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message from a person; `language` is what the platform knows of the person's language ("de", "en", ...)."""

    chat: str
    user: str
    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """Something to tap: its label, and the message that tapping sends as if it had been typed."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph of the bot's own frame text."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that names what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence of the article, word for word.

    `marks` are (start, end) offsets of matched words in `text`; `source` says who says so, in the reader's language;
    `before` and `after` are neighbouring sentences where context was asked for.
    """

    number: int
    text: str
    source: str
    marks: tuple[tuple[int, int], ...] = ()
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """A small table without a header: rows of equally many cells."""

    rows: tuple[tuple[str, ...], ...]


Part = Said | Heading | Cited | Rows


@dataclass(frozen=True, slots=True)
class Reply:
    """What a person gets: parts in order, things to tap, and whether the person said good-bye."""

    parts: tuple[Part, ...]
    language: str
    actions: tuple[Action, ...] = ()
    bye: bool = False


Handle = Callable[[Incoming], Awaitable[Reply]]
"""The one thing that is handed to a platform; it never raises."""
