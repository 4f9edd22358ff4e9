"""A small archive in memory: articles of the corpus and others, as the tests ask it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from bot import formats, languages
from bot.app.archiving import everywhere_of
from bot.archive.answering import Everywhere
from bot.archive.following import Archive, Proposal
from bot.model import Article, Document, ExtractedText
from bot.ports.archive import ANYWHERE, Within
from bot.ports.articles import EVERYBODY
from bot.search.bm25 import Bm25Index
from bot.service import Library, analyse
from tests.fakes import MemoryArchive, MemoryStore

CORPUS = Path(__file__).parent.parent / "corpus"
TODAY = date(2026, 11, 30)


@dataclass
class SmallArchive:
    """Articles by tenant; it notes what each search was confined to, and says that some articles are `unread`."""

    articles: list[tuple[Article, str]] = field(default_factory=list)
    unread: int = 0
    asked: list[Within] = field(default_factory=list)

    def put(self, article: Article, tenant: str = EVERYBODY) -> Article:
        """Take an article in."""
        self.articles.append((article, tenant))
        return article

    async def everywhere(self) -> Everywhere:
        """Return what asks all of it."""
        library = Library(MemoryStore(), Bm25Index(languages.LANGUAGES))
        for article, tenant in self.articles:
            await library.store.save(article, ExtractedText(article.text), "")
            await library.store.put(article.id, tenant)
        made = asks_all(library)

        async def noted(
            tenants: Sequence[str], terms: Mapping[str, float], most: int, within: Within = ANYWHERE
        ) -> Proposal:
            self.asked.append(within)
            return replace(await made.search(tenants, terms, most, within), unread=self.unread)

        return replace(made, search=noted, today=lambda: TODAY)


def asks_all(library: Library) -> Everywhere:
    """Return what asks all that a library's store in memory has."""
    store: Any = library.store
    index = MemoryArchive()
    archive = Archive(store, store, library.stored, languages.LANGUAGES, index=lambda: index, analysis=lambda: "1")
    return everywhere_of(library, archive)


def corpus(name: str) -> Article:
    """Return an article of the corpus, "en/ferry-collision-strait"."""
    path = CORPUS / name / "article.txt"
    return analyse(formats.read(Document(path.read_bytes(), "text/plain", str(path))), str(path))


def written(text: str, published: str = "", url: str = "") -> Article:
    """Return the article of a text."""
    return replace(analyse(ExtractedText(text), "test"), published=published or None, url=url or None)
