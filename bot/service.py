"""What the bot can do, on one page: take articles in, and ask them. It decides nothing; the core does.

Rule of this room: read, think, write, in this order. Work of long CPU time leaves the event loop here and nowhere else.
"""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from time import time
from typing import TypeVar

from cachetools import LRUCache

from bot import formats, languages
from bot.addresses import page_of
from bot.core.answering import Answering
from bot.core.language import Language
from bot.core.retrieval.grouping import Group, group
from bot.core.retrieval.question_cost import is_quick
from bot.core.speakers.same_topic import on_same_topic
from bot.core.versions.comparison import Changes, compared
from bot.core.versions.likeness import Shingles, is_same, shingles, sketch
from bot.errors import ArticleError, ArticleProblem, QuestionError, QuestionProblem, StoreError
from bot.languages import detection
from bot.model import Answer, Article, Check, Document, ExtractedText, Hit, Query, QuotationCheck
from bot.ports.articles import ArticleStore, ArticleSummary, SearchIndex

T = TypeVar("T")

MAX_QUESTION = 1_000
"""Characters of a question; a pasted paragraph fits, a pasted article does not."""
MAX_TEXT = 10_000
"""Characters of a text that is checked, or whose quotations are: a speech or a draft fits."""
MAX_RECENT = 16
"""Articles kept at hand, since reading a long one from the store takes longer than asking it; the one that was asked
longest ago goes first."""
SHORT = 200
"""Sentences of an article that is asked on the event loop: it takes about a millisecond, as long as a thread would."""
LONG = 50_000
"""Characters of a text that is analysed apart: it takes seconds."""
ALIKE = 8
"""Articles that a text of no page is compared with, to find the one that it is a version of."""

Apart = Callable[[Callable[[], Article]], Awaitable[Article]]
"""Does work that takes seconds beside the event loop; the work can be pickled."""

Reading = Callable[[Document], Awaitable[ExtractedText]]
"""Reads a document beside the event loop; raises `ArticleError`."""


async def read_here(document: Document) -> ExtractedText:
    """Return what a document says, read in a thread: it takes as long as it takes."""
    return await asyncio.to_thread(formats.read, document)


@dataclass(slots=True, eq=False)
class Library:
    """Articles that were taken in, and the questions they answer; the last ones asked are kept at hand."""

    store: ArticleStore
    index: SearchIndex
    languages: Mapping[str, Language] = field(default_factory=lambda: languages.LANGUAGES)
    recent: LRUCache[str, Article] = field(default_factory=lambda: LRUCache(MAX_RECENT))
    apart: Apart = asyncio.to_thread
    long: int = LONG
    """Characters from which on a text is analysed apart."""
    reading: Reading = read_here
    noticed: Callable[[Article], None] = lambda _: None
    """Is told of every article that comes to hand."""
    now: Callable[[], float] = time
    """Gives seconds since 1970."""

    async def ingest(self, document: Document) -> Article:
        """Return the document's article, analysed once however often it comes.

        Raises `ArticleError` for what can't be read and `StoreError` where it can't be kept.
        """
        name = name_of(document)
        known = await self.store.id_of_document(name)
        if known and (article := await self.store.load(known)):
            with suppress(StoreError):  # a database that is only read; it is noted when the document comes again
                await self._note_again(article, document.origin)
            self.noticed(article)
            return article
        reading = await self.reading(document)
        article = await self._analysed(reading, document.origin)
        await self.keep(article, reading, document)
        self.recent[article.id] = article
        self.noticed(article)
        return article

    async def keep(self, article: Article, reading: ExtractedText, document: Document) -> None:
        """Store the article of a document that was read and analysed already; raises `StoreError`."""
        await self.store.save(article, reading, name_of(document))
        await self._note(article, page_of(article.url, document.origin))

    async def _note_again(self, article: Article, origin: str) -> None:
        """Note that a known document has come again, where that says something: what its page shows now."""
        page = page_of(article.url, origin)
        known = await self.store.editions(article.id)
        if page or not any(one.article == article.id for one in known):
            await self._note(article, page)

    async def _note(self, article: Article, page: str) -> None:
        """Note which article a new one is a version of: the one of its page, or else one that is nearly the same."""
        found = await self._off_loop_if_long(article, partial(shingles, article))
        looked_for = sketch(found)
        like = await self._like(article, page, found, looked_for)
        await self.store.note_edition(article.id, page, looked_for, self.now(), like)

    async def _like(self, article: Article, page: str, found: Shingles, looked_for: Sequence[int]) -> str:
        """Return an article that one of no page is nearly the same as; two pages are never versions of each other."""
        for near in await self.store.alike(looked_for, ALIKE) if looked_for else ():
            if near.article == article.id or (page and near.page):
                continue
            other = await self._kept(near.article)
            if other and is_same(found, await self._off_loop_if_long(other, partial(shingles, other))):
                return other.id
        return ""

    async def _kept(self, article_id: str) -> Article | None:
        return self.recent.get(article_id) or await self.store.load(article_id)

    async def _off_loop_if_long(self, article: Article, work: Callable[[], T]) -> T:
        return await asyncio.to_thread(work) if len(article.text) > LONG else work()

    async def compared(self, before: Article, now: Article) -> Changes:
        """Return what is different between two versions of an article."""
        return await asyncio.to_thread(compared, before, now)

    async def article(self, article_id: str) -> Article:
        """Return a stored article by its id or the unique start of it, analysed anew where the analysis has changed."""
        whole = await self.store.find(article_id) if article_id else None
        article = (self.recent.get(whole) or await self.store.load(whole)) if whole else None
        if article is None:
            anew = await self._anew(whole) if whole else None
            if anew is None:
                raise ArticleError(ArticleProblem.UNKNOWN, article_id)
            article, reading = anew
            if not await self.store.renew(article, reading):  # it was forgotten while it was read anew
                raise ArticleError(ArticleProblem.UNKNOWN, article_id)
        self.recent[article.id] = article
        self.noticed(article)
        return article

    async def stored(self, article_id: str) -> Article | None:
        """Return an article by its whole id, for whoever goes through all of them; None where it is not there.

        It does not come to hand, and where the analysis has changed, the new one is not kept.
        """
        if (article := await self.store.load(article_id)) is not None:
            return article
        anew = await self._anew(article_id)
        return None if anew is None else anew[0]

    async def _anew(self, article_id: str) -> tuple[Article, ExtractedText] | None:
        """Return a stored article analysed anew, and what it was made from; None where it is not there."""
        stored = await self.store.reading(article_id)
        if stored is None:
            return None
        reading, origin = stored
        return await self._analysed(reading, origin), reading

    async def _analysed(self, reading: ExtractedText, origin: str) -> Article:
        work = partial(analyse, reading, origin)
        return await (self.apart(work) if len(reading.text) > self.long else asyncio.to_thread(work))

    async def extracted(self, article: Article) -> bool:
        """Tell whether an article's text was extracted from markup, so that offsets do not refer to a file."""
        stored = await self.store.reading(article.id)
        return stored is not None and stored[0].blocks is not None

    async def has_room(self, shelf: str, kept: int) -> bool:
        """Tell whether one more article may stand on a shelf for `kept` of them; what feeds have brought makes room."""
        return await self.store.count(shelf) < kept or await self.store.oldest_fed(shelf) is not None

    async def make_room(self, article_id: str, shelf: str, kept: int) -> None:
        """Take the oldest that feeds have brought off a shelf for `kept` articles, where a further one is to be put."""
        if shelf in await self.store.shelves_of(article_id):
            return
        while await self.store.count(shelf) >= kept and (oldest := await self.store.oldest_fed(shelf)) is not None:
            await self.store.take(oldest, shelf)

    async def articles(self) -> Sequence[ArticleSummary]:
        """Return what is stored, the newest first."""
        return await self.store.all()

    async def ask(self, article: Article, question: str, limit: int | None = None) -> Answer:
        """Return the sentences of an article that answer a question, or why there are none.

        Raises `QuestionError` for an empty question and for one of more than `MAX_QUESTION` characters.
        """
        check_usable(question)
        if self._is_at_hand(article) and is_quick(question, self.languages):
            return self.answer(article, question, limit)
        return await asyncio.to_thread(self.answer, article, question, limit)

    async def prepare(self, article: Article) -> None:
        """Load and make what the first question about an article would wait for."""
        await asyncio.to_thread(self.index.prepare, article)

    async def others(self, article: Article, sentence: int) -> tuple[Hit, ...]:
        """Return the sentences in which somebody else speaks about what a sentence claims, the likest first."""
        found = await self.off_loop(article, lambda: on_same_topic(article, sentence, self.languages[article.language]))
        return tuple(Hit(n, 0.0) for n in found)

    async def off_loop(self, article: Article, work: Callable[[], T]) -> T:
        """Return what work on an article gives; where it may take long, the event loop does not wait for it."""
        return work() if self._is_at_hand(article) else await asyncio.to_thread(work)

    def _is_at_hand(self, article: Article) -> bool:
        """Tell whether an article is short and indexed, and so the tables of its language are loaded."""
        return len(article.sentences) <= SHORT and self.index.prepared(article)

    def answer(self, article: Article, question: str, limit: int | None = None) -> Answer:
        """Return the same for any question whatever, as a batch needs it: one that is empty is refused."""
        self.index.prepare(article)
        return Answering(self.languages, self.index.search).answer(article, question, limit)

    async def check(self, article: Article, text: str) -> tuple[Check, ...]:
        """Return, for each sentence of a text, whether the article says so, itself or from whom.

        The first sentences are checked (`statements.MAX_STATEMENTS`). Raises `QuestionError` for an empty text and for
        one of more than `MAX_TEXT` characters.
        """
        check_usable(text, MAX_TEXT)
        return await asyncio.to_thread(self.check_sync, article, text)

    def check_sync(self, article: Article, text: str) -> tuple[Check, ...]:
        """Return the same without leaving the event loop: reading a sentence closely takes the tagger."""
        # As in `analyse`: asking never needs the tagger.
        from bot.core.checking.statements import check_text  # noqa: PLC0415

        checks = check_text(article, text, self.languages)
        if not checks:
            raise QuestionError(QuestionProblem.NO_WORDS)
        return checks

    async def quote(self, article: Article, text: str) -> tuple[QuotationCheck, ...]:
        """Return, for each quotation in a text, whether the article has it word for word, and from whom.

        A text without marks is one quotation; one without a word has none. Raises `QuestionError` as `check` does.
        """
        check_usable(text, MAX_TEXT)
        return await asyncio.to_thread(self.quote_sync, article, text)

    def quote_sync(self, article: Article, text: str) -> tuple[QuotationCheck, ...]:
        """Return the same without leaving the event loop."""
        # As in `analyse`: asking never needs the tagger.
        from bot.core.checking.quoting import check_quotations  # noqa: PLC0415

        return check_quotations(article, text, self.languages)

    def groups(self, article: Article, answer: Answer) -> tuple[Group, ...]:
        """Return an answer's hits in the order to read them in: those about the same thing side by side."""
        return group(article, answer.hits, self.languages[article.language])

    def matched(self, article: Article, query: Query, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        """Return hits that were not found by their words, with what of a query's words they hold."""
        return Answering(self.languages, self.index.search).matched(article, query, hits)


def check_usable(text: str, most: int = MAX_QUESTION) -> None:
    """Raise `QuestionError` for what is empty or has more than `most` characters."""
    if not text.strip():
        raise QuestionError(QuestionProblem.EMPTY)
    if len(text) > most:
        raise QuestionError(QuestionProblem.TOO_LONG, str(most))


def analyse(reading: ExtractedText, origin: str) -> Article:
    """Return the article of an extracted text: its language, layout, sentences and who says what.

    Raises `ArticleError` where there is no sentence and where its language is none of ours.
    """
    # Asking an article that is stored never comes here: what only an analysis needs is loaded when one is made.
    from bot.core.attribution import attribute  # noqa: PLC0415
    from bot.core.segmentation.sentences import lay_out  # noqa: PLC0415

    code = detection.detect(reading.text) or detection.guess(reading.text)
    language = languages.of(code or "en")
    layout = lay_out(reading, language.orthography)
    if not layout.sentences:
        raise ArticleError(ArticleProblem.NO_SENTENCES, origin)
    if code is None:
        raise ArticleError(ArticleProblem.LANGUAGE, origin)
    return Article(
        id=hashlib.sha256(reading.text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=reading.text,
        language=code,
        origin=origin,
        blocks=layout.blocks,
        sentences=layout.sentences,
        passages=layout.passages,
        attributions=attribute(reading.text, layout.sentences, language.speech(), layout.blocks),
        title=reading.title or layout.title,
        dateline=layout.dateline,
        byline=layout.byline,
        published=reading.published,
        url=reading.url,
    )


def name_of(document: Document) -> str:
    """Return the SHA-256 of a document: the same bytes read as another format are another document."""
    return hashlib.sha256(document.media_type.encode() + b"\0" + document.content).hexdigest()
