"""A small archive in memory: articles of the corpus and others, found by the terms that they share with a question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from bot import formats, languages
from bot.app.archiving import everywhere_of
from bot.archive.answering import Everywhere
from bot.archive.following import Archive
from bot.model import Article, Document, ExtractedText
from bot.ports.archive import ANYWHERE, Candidate, Within
from bot.search.bm25 import Bm25Index
from bot.service import Library, analyse
from tests.fakes import MemoryArchive, MemoryStore

CORPUS = Path(__file__).parent.parent / "corpus"
TODAY = date(2026, 11, 30)


@dataclass(frozen=True, slots=True)
class Proposals:
    """What a search found."""

    candidates: tuple[Candidate, ...]
    unread: int = 0


@dataclass
class SmallArchive:
    """Articles by tenant; its search counts the weights of the terms that a passage shares with a question."""

    articles: dict[str, tuple[Article, str]] = field(default_factory=dict)
    unread: int = 0
    asked: list[Within] = field(default_factory=list)

    def put(self, article: Article, tenant: str = "") -> Article:
        """Take an article in."""
        self.articles[article.id] = (article, tenant)
        return article

    async def search(
        self, tenants: Sequence[str], terms: Mapping[str, float], most: int, within: Within = ANYWHERE
    ) -> Proposals:
        """Return the passages that share the most with the terms."""
        self.asked.append(within)
        found = [
            Candidate(article.id, n, score)
            for article, tenant in self.articles.values()
            if tenant in tenants and _is_within(article, within)
            for n in range(len(article.passages))
            if (score := sum(terms.get(t, 0.0) for t in _terms(article, n))) > 0
        ]
        return Proposals(tuple(sorted(found, key=lambda c: -c.score)[:most]), self.unread)

    async def everywhere(self) -> Everywhere:
        """Return what asks all of it."""
        library = Library(MemoryStore(), Bm25Index(languages.LANGUAGES))
        for article, tenant in self.articles.values():
            await library.store.save(article, ExtractedText(article.text), "")
            await library.store.put(article.id, tenant)
        return Everywhere(library, self.search, Bm25Index(languages.LANGUAGES), today=lambda: TODAY)


def asks_all(library: Library) -> Everywhere:
    """Return what asks all that a library's store in memory has."""
    store: Any = library.store
    index = MemoryArchive()
    archive = Archive(store, store, library.stored, languages.LANGUAGES, index=lambda: index, analysis=lambda: "1")
    return everywhere_of(library, archive, languages.LANGUAGES, None, None)


def _terms(article: Article, number: int) -> frozenset[str]:
    passage = article.passages[number]
    analyser = languages.LANGUAGES[article.language].analyser()
    texts = [s.span.cut(article.text) for s in article.sentences[passage.first : passage.last]]
    return frozenset(
        f"{article.language}:{form}" for text in texts for w in analyser.read(text) for form in (w.form, *w.parts)
    )


def _is_within(article: Article, within: Within) -> bool:
    day = int((article.published or "0")[:10].replace("-", ""))
    site = (article.url or "//").split("/")[2]
    dated = (not within.since and not within.until) or (within.since <= day <= (within.until or 99_999_999) and day > 0)
    return dated and (within.sites is None or any(s in site.split(".") or site.endswith(s) for s in within.sites))


def corpus(name: str) -> Article:
    """Return an article of the corpus, "en/ferry-collision-strait"."""
    path = CORPUS / name / "article.txt"
    return analyse(formats.read(Document(path.read_bytes(), "text/plain", str(path))), str(path))


def written(text: str, published: str = "", url: str = "") -> Article:
    """Return the article of a text."""
    return replace(analyse(ExtractedText(text), "test"), published=published or None, url=url or None)
