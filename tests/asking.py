"""Small articles and what they answer, for the tests of the way from a question to its sentences."""

from dataclasses import replace
from functools import cache
from hashlib import sha256

from bot import languages
from bot.core.retrieval.query import parse
from bot.core.retrieval.selection import select
from bot.core.segmentation.sentences import lay_out
from bot.model import Answer, Article, ExtractedText, Hit, Query
from bot.search.bm25 import Bm25Index


@cache
def index() -> Bm25Index:
    """Return one index for all tests: what it keeps must not change an answer."""
    return Bm25Index(languages.LANGUAGES)


def article_of(text: str, code: str = "de") -> Article:
    """Return the article that a text makes; nobody speaks in it."""
    name = sha256(f"{code} {text}".encode("utf-8", "surrogatepass")).hexdigest()
    return replace(laid_out(ExtractedText(text), code), id=name)


def laid_out(reading: ExtractedText, code: str) -> Article:
    """Return the article of an extracted text as a store keeps it; nobody speaks in it."""
    layout = lay_out(reading, languages.of(code).orthography)
    return Article(
        id=sha256(reading.text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=reading.text,
        language=code,
        origin="test",
        blocks=layout.blocks,
        sentences=layout.sentences,
        passages=layout.passages,
        attributions=(),
        title=layout.title,
        published=reading.published,
        url=reading.url,
    )


def query(question: str, code: str = "de") -> Query:
    """Return a question for an article in a language."""
    return parse(question, code, languages.LANGUAGES)


def found(article: Article, question: str) -> tuple[Hit, ...]:
    """Return the sentences that match, best first."""
    return tuple(index().search(article, query(question, article.language)))


def answer(article: Article, question: str, limit: int | None = None) -> Answer:
    """Return the answer."""
    asked = query(question, article.language)
    return select(asked, index().search(article, asked), limit)


def texts(article: Article, reply: Answer) -> list[str]:
    """Return an answer's sentences as they stand."""
    return [article.sentences[hit.sentence].span.cut(article.text) for hit in reply.hits]
