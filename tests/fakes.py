"""Second implementations of the ports, and the smallest articles that a test can ask for.

Rule of this module: a fake keeps the port's promises; the suites in tests/contracts/ hold it to them.
"""

import asyncio
from dataclasses import dataclass, field, replace
from hashlib import sha256

from bot.chat import Action, Cited, Heading, Incoming, Reply, Rows, Said
from bot.model import (
    Article,
    Attribution,
    Block,
    BlockKind,
    Confidence,
    Mention,
    Mode,
    Passage,
    Reading,
    Sentence,
    Span,
)


def named(article: Article) -> Article:
    """Return the article under the id that its text gives it."""
    return replace(article, id=sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest())


def article(text: str = "Der Rat tagt. Es regnet, sagte Anna Weber laut dpa.", origin: str = "rat.txt") -> Article:
    """Return an article of two sentences about the text, with an attribution that fills every field."""
    whole, half = Span(0, len(text)), Span(0, len(text) // 2)
    weber = Mention(half, name="Anna Weber", role="Sprecherin")
    said = Attribution((half,), (whole,), Mode.INDIRECT, weber, (Mention(whole),), Confidence.MEDIUM)
    return named(
        Article(
            id="",
            text=text,
            language="de",
            origin=origin,
            blocks=(Block(BlockKind.TITLE, Span(0, 0)), Block(BlockKind.PARAGRAPH, whole)),
            sentences=(Sentence(half, 1), Sentence(Span(half.end, whole.end), 1)),
            passages=(Passage(0, 2, (Span(0, 0),)),),
            attributions=(said, replace(said, mode=Mode.HEARSAY, speaker=None, via=())),
            title="Rat",
            byline=Span(0, 1),
            published="2026-05-04",
        )
    )


def reading(article: Article) -> Reading:
    """Return what the article may have been made from."""
    return Reading(article.text, article.blocks, article.title, article.published, "https://example.org/rat")


@dataclass(frozen=True, slots=True)
class Line:
    """A stored article's line in a list."""

    id: str
    title: str | None
    language: str
    origin: str
    ingested: str
    sentences: int


@dataclass
class Shelf:
    """What a `MemoryStore` keeps, so that two can share it as two processes share a file."""

    articles: dict[str, tuple[Article, Reading, str]] = field(default_factory=dict)
    documents: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class MemoryStore:
    """An `ArticleStore` in two dictionaries."""

    analysis: str = "1"
    shelf: Shelf = field(default_factory=Shelf)

    async def save(self, article: Article, reading: Reading, document: str) -> None:
        if named(article) != article or reading.text != article.text:
            raise ValueError("an article is known by its text")
        self.shelf.articles[article.id] = (article, reading, self.analysis)
        if document:
            self.shelf.documents[document] = article.id

    async def load(self, article_id: str) -> Article | None:
        article, _, analysis = self.shelf.articles.get(article_id, (None, None, ""))
        return article if analysis == self.analysis else None

    async def reading(self, article_id: str) -> tuple[Reading, str] | None:
        if article_id not in self.shelf.articles:
            return None
        article, reading, _ = self.shelf.articles[article_id]
        return reading, article.origin

    async def named(self, document: str) -> str | None:
        return self.shelf.documents.get(document)

    async def find(self, prefix: str) -> str | None:
        found = [key for key in self.shelf.articles if key.startswith(prefix)]
        return found[0] if len(found) == 1 else None

    async def all(self) -> tuple[Line, ...]:
        articles = [article for article, _, _ in reversed(self.shelf.articles.values())]
        return tuple(
            Line(a.id, a.title, a.language, a.origin, "2026-05-04T12:00:00Z", len(a.sentences)) for a in articles
        )

    async def remove(self, article_id: str) -> bool:
        for document in [d for d, a in self.shelf.documents.items() if a == article_id]:
            del self.shelf.documents[document]
        return self.shelf.articles.pop(article_id, None) is not None

    async def check(self) -> None:
        """There is nothing that could be damaged."""

    async def close(self) -> None:
        pass


GERMAN_SENTENCE = (
    "Nach Angaben südkoreanischer Stellen hat Russland Flugabwehrraketen geliefert, im Gegenzug für Soldaten, "
    "die an der Front eingesetzt werden."
)


@dataclass
class ScriptedBot:
    """A handle that answers from a script: what it was asked, and replies that only the text of a message decides."""

    heard: list[Incoming] = field(default_factory=list)

    async def handle(self, incoming: Incoming) -> Reply:
        """Return a good-bye, a wait without an end, a question that is too long, or two cited sentences."""
        self.heard.append(incoming)
        match incoming.text.strip():
            case "/quit":
                return Reply((Said("Good-bye."),), "en", bye=True)
            case "wait":
                await asyncio.Event().wait()
            case text if len(text) > 10_000:
                return Reply((Said("The question is too long."),), "en")
            case "/help":
                return Reply((Said("This is what you can type:"), Rows(COMMANDS)), "en")
        return REPLY


COMMANDS = (
    ("/context N", "the sentences around answer N"),
    ("/sources", "who says what"),
    ("/help", "this list"),
    ("/quit", "leave"),
)
GREETING = Reply((Heading("Raketen gegen Soldaten"), Said("Ask me about this article.")), "en")
REPLY = Reply(
    (
        Said("2 sentences of the article match:"),
        Cited(1, GERMAN_SENTENCE, "Source: South Korean accounts (indirect speech)", ((41, 49), (50, 67))),
        Cited(2, "Es kam auch Öl.", "Source: the article itself", ((12, 14),)),
    ),
    "en",
    (Action("Context", "/context 1"), Action("Who says what?", "/sources")),
)
