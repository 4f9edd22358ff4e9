"""A conversation as the tests hold it: over the reference article, in a chat or in the console."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from bot.archive.answering import Everywhere
from bot.chat import Attachment, Incoming, Kind, Reply
from bot.conversation.context import BringingRules, nothing_else
from bot.conversation.dialogue import Admission, ChatTraits, Context, Conversation, Rules
from bot.errors import ArticleError, ArticleProblem
from bot.model import Article, Document
from bot.ports.articles import EVERYBODY
from bot.ports.chats import Drafts, GuestList
from bot.ports.feeds import Following
from bot.ports.notices import ShownSentences
from bot.service import Library
from bot.storage.memory import ProcessDrafts, ProcessGuestList, ProcessMemory, ProcessPreferences
from bot.transport import FileGoneError, FileTooLargeError
from tests.archive_of import asks_all

PLENTY = Rules(per_minute=1_000_000, together=1_000_000)
"""Nobody is slowed down."""


def _raise(error: BaseException) -> None:
    raise AssertionError from error


async def offered(library: Library, document: Document) -> Article:
    """Take an article in that every chat is offered."""
    article = await library.ingest(document)
    await library.store.put(article.id, EVERYBODY)
    return article


@dataclass
class Talk:
    """A conversation with what it was told and what it wrote down; `clock` and `now` are set by the test."""

    library: Library
    article: str
    place: ChatTraits = field(default_factory=ChatTraits)
    rules: Rules = PLENTY
    guests: GuestList = field(default_factory=ProcessGuestList)
    drafts: Drafts = field(default_factory=ProcessDrafts)
    pages: dict[str, Document] = field(default_factory=dict)
    """What stands at an address."""
    files: dict[str, bytes] = field(default_factory=dict)
    """What a platform has for a file, by its place."""
    bringing: BringingRules = field(default_factory=BringingRules)
    shown: ShownSentences | None = None
    feeds: Following | None = None
    forget: Callable[[str, str], Awaitable[None]] = nothing_else
    alarm: Callable[[BaseException], None] = _raise
    logged: list[tuple[str, Mapping[str, str | int | float]]] = field(default_factory=list)
    archived: bool = True
    """Whether all articles can be asked at once."""
    everywhere: Everywhere | None = None
    """What asks them; None for one made for the test."""
    clock: float = 1_000.0
    now: float = 1_800_000_000.0

    def __post_init__(self) -> None:
        self.memory = ProcessMemory(lambda: self.clock)
        self.preferences = ProcessPreferences()
        admission = Admission(self.rules, self.guests, self._write, lambda: self.clock, lambda: self.now)
        context = Context(
            self.library,
            self.article,
            self.preferences,
            admission,
            self._write,
            self.place,
            self.forget,
            fetch=self._fetch,
            download=self._download,
            drafts=self.drafts,
            bringing=self.bringing,
            now=lambda: self.now,
            everywhere=self.everywhere or (asks_all(self.library) if self.archived else None),
            shown=self.shown,
            feeds=self.feeds,
        )
        self.conversation = Conversation(context, self.memory, self.alarm)

    async def _fetch(self, address: str) -> Document:
        if address not in self.pages:
            raise ArticleError(ArticleProblem.NOT_FOUND, address)
        return self.pages[address]

    async def _download(self, file: Attachment, most: int) -> bytes:
        if file.place not in self.files:
            raise FileGoneError
        if len(self.files[file.place]) > most:
            raise FileTooLargeError
        return self.files[file.place]

    def _write(self, event: str, facts: Mapping[str, str | int | float]) -> None:
        self.logged.append((event, facts))

    async def handle(self, incoming: Incoming) -> Reply:
        """Answer a message as a platform hands it in."""
        return await self.conversation.handle(incoming)

    async def says(  # noqa: PLR0913 - what a message has
        self,
        text: str,
        *,
        chat: str = "telegram:7",
        user: str = "telegram:1",
        language: str | None = "de",
        name: str = "",
        about: str = "",
        kind: Kind = Kind.TEXT,
        shared: bool = False,
        waited: float = 0.0,
    ) -> Reply:
        """Answer a message of a person."""
        return await self.handle(Incoming(chat, user, text, language, name, about, kind, shared, waited))

    async def taps(self, text: str, about: str, *, name: str = "tap", user: str = "telegram:1") -> Reply:
        """Answer a tap on something under an answer."""
        return await self.says(text, name=name, about=about, kind=Kind.TAP, user=user)
