"""The words of a conversation: what comes in, what goes out, and the one callable between them.

Rule of this room: no word of the library crosses it. A platform knows `Incoming`, `Reply` and `Handle`, nothing else;
a reply is a value, and offsets in it refer to the block's own text.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol


class Kind(StrEnum):
    """What a message is."""

    TEXT = "text"
    TAP = "tap"
    """An `Action`'s text, tapped instead of typed."""
    INLINE = "inline"
    """Asked from another chat, where one line of an answer fits and nothing is remembered."""
    FILE = "file"
    """Files that may hold an article; the text is what was written beside them."""
    ATTACHMENT = "attachment"
    """A photo, a voice message, a sticker: nothing that could be read."""
    JOINED = "joined"
    """Nothing that was said: the bot was taken into a chat, which may be one that it was in under another name."""
    MOVED = "moved"
    """Nothing that was said: the chat has taken the place of another one, which the text names."""
    NOTICE = "notice"
    """Nothing that was said: what was shown in the chat has changed, which the text names."""
    FAULT = "fault"
    """A message whose answer could not be sent, by a fault of ours."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a person sent: its name and media type as the platform tells them, its size in bytes (0: not told).

    `place` is what the platform needs to fetch it, and nobody else's business.
    """

    name: str
    media_type: str = ""
    size: int = 0
    place: str = ""


LONGEST_SURE = 300
"""Characters of a message that is sure to be answered, so that its answer may be placed before it is known.

A longer one may be a part of a text that goes on in the next message, and have no reply of its own.
"""


class Meanwhile(Protocol):
    """What can be done while the reply to a message is being made."""

    async def show(self, reply: "Reply") -> None:
        """Show something for now, where the platform can; the reply will take its place. Never raises."""
        ...

    async def following(self, seconds: float) -> "Incoming | None":
        """Return the message that waits behind this one in the chat, giving it up to so many seconds to come."""
        ...


class Alone:
    """Where nothing can be shown before the reply, and every message is answered before the next one is read."""

    async def show(self, reply: "Reply") -> None:
        """Show nothing."""

    async def following(self, seconds: float) -> "Incoming | None":  # noqa: ARG002 - as the others are called
        """Return None: nothing waits."""
        return None


ALONE = Alone()


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message from a person; `language` is what the platform knows of the person's language ("de", "en", ...).

    `id` names the message; what it is answered with is remembered under it. `about` is the `id` of the earlier message
    whose answer this one replies to or taps on. In a `shared` chat (a thread) all people lead one conversation.
    `waited` is how long the message has waited for an answer, in seconds. One that is `overheard` was not addressed to
    the bot: it is answered unless the chat wants to be answered only where the bot is mentioned. One that is
    `forwarded` is somebody else's text, handed on; `quoted` is the text of the message that it replies to. `name` is
    what the platform shows of the person, empty where it does not say. `album` names the pictures
    that were sent together with this one. `fence` grows from message to message of a chat: what is remembered of one
    never takes the place of what is remembered of a later one. `reach` is what the platform needs, beside the chat's
    name, to write there unasked, and nobody else's business.
    """

    chat: str
    user: str
    text: str
    language: str | None = None
    id: str = ""
    about: str = ""
    kind: Kind = Kind.TEXT
    shared: bool = False
    waited: float = 0.0
    overheard: bool = False
    forwarded: bool = False
    quoted: str = ""
    files: tuple[Attachment, ...] = ()
    name: str = ""
    album: str = ""
    reach: str = ""
    fence: int = field(default=0, compare=False, repr=False)
    meanwhile: Meanwhile = field(default=ALONE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Action:
    """Something to tap: its label, and the message that tapping sends as if it had been typed.

    The text is a command of at most `LONGEST_ACTION` bytes, so that it fits a button on every platform.
    """

    label: str
    text: str


LONGEST_ACTION = 40
"""Bytes of UTF-8; of Telegram's 64 for a button the rest is for what the button is about and for its signature."""


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph of the bot's own frame text; with a `link`, it is what is tapped to go there."""

    text: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that names what follows; a `new_page` begins with it where a long reply is shown page by page."""

    text: str
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence of the article, word for word; `number` 0 is none that anything can be asked of: the headline.

    `marks` are (start, end) offsets of matched words in `text`; `source` says who says so, in the reader's language;
    `before` and `after` are neighbouring sentences where context was asked for; `link` leads to the sentence in the
    original page, where there is one.
    """

    number: int
    text: str
    source: str
    marks: tuple[tuple[int, int], ...] = ()
    before: str = ""
    after: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """A small table without a header: rows of equally many cells."""

    rows: tuple[tuple[str, ...], ...]


Part = Said | Heading | Cited | Rows


class Drawing(StrEnum):
    """What can be made of an article to look at."""

    PAGE = "page"
    """The article with who says what, as a page."""
    MAP = "map"
    """The sources and where each has the word, as a picture."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes along with a reply: what is drawn of which article, and the same in words.

    The file itself is made when it is sent, so a reply can be kept and sent again without it. Where it can't go, the
    parts `instead` are said; without them, those of the reply.
    """

    drawing: Drawing
    article: str
    instead: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What a person gets: parts in order, things to tap, and whether the person said good-bye.

    Without parts nothing is sent. `page` (from 1) is the one to show where a platform shows a long reply page by page;
    a platform makes its own pages and asks for another one with the text `/page N`. `replaces` puts the reply in the
    place of the message that was tapped on. `public` shows it to everybody in the chat, with the `question` it answers.
    What it `encloses` goes along with it where the platform carries files.
    """

    parts: tuple[Part, ...]
    language: str
    actions: tuple[Action, ...] = ()
    bye: bool = False
    page: int = 1
    replaces: bool = False
    public: bool = False
    question: str = ""
    encloses: Enclosure | None = None


def without_file(reply: Reply) -> Reply:
    """Return a reply as it is where its file can't go."""
    if reply.encloses is None:
        return reply
    return replace(reply, parts=reply.encloses.instead or reply.parts, encloses=None)


Handle = Callable[[Incoming], Awaitable[Reply]]
"""What answers: the one way from a message to a reply; it never raises."""

Admit = Callable[[Incoming], Awaitable[Reply | None]]
"""Returns the reply to a message that is turned away, None for one that gets an answer; it never raises."""
