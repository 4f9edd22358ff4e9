"""What the bot can do, on one page: take articles in, and ask them. It decides nothing; the core does.

Rule of this room: read, think, write, in this order. Work of long CPU time leaves the event loop here and nowhere else.
"""

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

from bot import formats, languages
from bot.core.language import Language
from bot.core.retrieval.grouping import Group, group
from bot.core.retrieval.query import TokenizedQuestion, language_of, parse, parse_tokenized, tokenize
from bot.core.retrieval.selection import select, words_in
from bot.core.semantics import entity_translation
from bot.core.speakers.by_speaker import is_name_asked, said_by, speaker_asked
from bot.core.speakers.same_topic import on_same_topic
from bot.core.speakers.speech_acts import done_by, is_about_claim, shown_in, speech_act_asked
from bot.errors import ArticleError, ArticleProblem, QuestionError, QuestionProblem
from bot.languages import detection
from bot.model import Answer, Article, Check, Document, ExtractedText, Hit, Query, Refusal, Sentence, Span
from bot.ports import ArticleStore, ArticleSummary, SearchIndex

T = TypeVar("T")

MAX_QUESTION = 1_000
"""Characters of a question; a pasted paragraph fits, a pasted article does not."""
MAX_RECENT = 16
"""Articles kept at hand; the one that was asked longest ago goes first."""
SHORT = 200
"""Sentences of an article that is asked on the event loop: it takes about a millisecond, as long as a thread would."""
LONG = 50_000
"""Characters of a text that is analysed apart: it takes seconds."""
MAX_STATEMENTS = 5
"""Sentences of a text that are checked at once."""

Apart = Callable[[Callable[[], Article]], Awaitable[Article]]
"""Does work that takes seconds beside the event loop; the work can be pickled."""


@dataclass(frozen=True, slots=True)
class Library:
    """Articles that were taken in, and the questions they answer; the last ones asked are kept at hand."""

    store: ArticleStore
    index: SearchIndex
    languages: Mapping[str, Language] = field(default_factory=lambda: languages.LANGUAGES)
    recent: OrderedDict[str, Article] = field(default_factory=OrderedDict)
    apart: Apart = asyncio.to_thread

    async def ingest(self, document: Document) -> Article:
        """Return the document's article, analysed once however often it comes.

        Raises `ArticleError` for what can't be read and `StoreError` where it can't be kept.
        """
        name = _name(document)
        known = await self.store.id_of_document(name)
        if known and (article := await self.store.load(known)):
            return article
        reading = await asyncio.to_thread(formats.read, document)
        article = await self._analysed(reading, document.origin)
        await self.store.save(article, reading, name)
        self._keep(article)
        return article

    async def article(self, article_id: str) -> Article:
        """Return a stored article by its id or the unique start of it, analysed anew where the analysis has changed."""
        whole = await self.store.find(article_id) if article_id else None
        if whole and (article := self.recent.get(whole) or await self.store.load(whole)):
            self._keep(article)
            return article
        stored = await self.store.reading(whole) if whole else None
        if not whole or stored is None:
            raise ArticleError(ArticleProblem.UNKNOWN, article_id)
        reading, origin = stored
        article = await self._analysed(reading, origin)
        await self.store.save(article, reading, "")
        self._keep(article)
        return article

    async def _analysed(self, reading: ExtractedText, origin: str) -> Article:
        work = partial(analyse, reading, origin)
        return await (self.apart(work) if len(reading.text) > LONG else asyncio.to_thread(work))

    def _keep(self, article: Article) -> None:
        """Keep an article at hand: reading a long one from the store takes longer than asking it."""
        self.recent[article.id] = article
        self.recent.move_to_end(article.id)
        while len(self.recent) > MAX_RECENT:
            self.recent.popitem(last=False)

    async def extracted(self, article: Article) -> bool:
        """Tell whether an article's text was extracted from markup, so that offsets do not refer to a file."""
        stored = await self.store.reading(article.id)
        return stored is not None and stored[0].blocks is not None

    async def articles(self) -> Sequence[ArticleSummary]:
        """Return what is stored, the newest first."""
        return await self.store.all()

    async def ask(self, article: Article, question: str, limit: int | None = None) -> Answer:
        """Return the sentences of an article that answer a question, or why there are none.

        Raises `QuestionError` for an empty question and for one of more than `MAX_QUESTION` characters.
        """
        _usable(question)
        return await self.off_loop(article, lambda: self.answer(article, question, limit))

    async def others(self, article: Article, sentence: int) -> tuple[Hit, ...]:
        """Return the sentences in which somebody else speaks about what a sentence claims, the likest first."""
        found = await self.off_loop(article, lambda: on_same_topic(article, sentence, self.languages[article.language]))
        return tuple(Hit(n, 0.0) for n in found)

    async def off_loop(self, article: Article, work: Callable[[], T]) -> T:
        """Return what work on an article gives; where it may take long, the event loop does not wait for it."""
        if len(article.sentences) <= SHORT and self.index.prepared(article):
            return work()
        return await asyncio.to_thread(work)

    def answer(self, article: Article, question: str, limit: int | None = None) -> Answer:
        """Return the same for any question whatever, as a batch needs it: one that is empty is refused."""
        self.index.prepare(article)
        heard = self._in_one_language(article, question)
        answer = self._answer(article, heard, limit)
        if heard.question == question:
            return answer
        return replace(answer, query=replace(answer.query, question=question))

    def _in_one_language(self, article: Article, question: str) -> TokenizedQuestion:
        """Return a question with its parties named in its own language: "what did Nordkorea send?"."""
        heard = tokenize(question, article.language, self.languages)
        text = entity_translation.with_native_names(question, heard.language, self.languages, heard.words)
        return heard if text == question else tokenize(text, article.language, self.languages)

    def _answer(self, article: Article, heard: TokenizedQuestion, limit: int | None) -> Answer:
        question = heard.question
        query = parse_tokenized(heard, article.language, self.languages)
        tongue = self.languages[query.language]
        if (wanted := speaker_asked(question, tongue.saying)) is not None:
            return self._sayings(article, query, wanted, limit)
        act = speech_act_asked(question, tongue.acting, tongue.no_topic)
        done = done_by(article, act[0]) if act else ()
        if act and done and not (answer := self._spoken(article, query, done, act[1], limit)).refusal:
            return answer
        if act and is_about_claim(*act):
            return self._spoken(
                article, query, shown_in(article, self.languages[article.language].doing[act[0]]), act[1], limit
            )
        return select(article, query, self.index.search(article, query), limit)

    async def check(self, article: Article, text: str) -> tuple[Check, ...]:
        """Return, for each sentence of a text, whether the article says so, itself or from whom.

        The first `MAX_STATEMENTS` sentences are checked. Raises `QuestionError` as `ask` does.
        """
        _usable(text)
        return await asyncio.to_thread(self.check_sync, article, text)

    def check_sync(self, article: Article, text: str) -> tuple[Check, ...]:
        """Return the same without leaving the event loop: reading a sentence closely takes the tagger."""
        # As in `analyse`: asking never needs the tagger.
        from bot.core.attribution import attribute  # noqa: PLC0415
        from bot.core.checking.verdict import check  # noqa: PLC0415
        from bot.core.segmentation.sentences import sentences  # noqa: PLC0415

        told = self.languages[article.language]
        spans = sentences(text, Span(0, len(text)), told.orthography)
        checks = []
        for statement in [span.cut(text) for span in spans][:MAX_STATEMENTS]:
            asking = self.languages[language_of(statement, article.language, self.languages)]
            said = attribute(statement, (), (Sentence(Span(0, len(statement)), 0),), asking.speech())
            checks.append(check(article, statement, said, asking, told))
        found = tuple(c for c in checks if c)
        if not found:
            raise QuestionError(QuestionProblem.NO_WORDS)
        return found

    def groups(self, article: Article, answer: Answer) -> tuple[Group, ...]:
        """Return an answer's hits in the order to read them in: those about the same thing side by side."""
        return group(article, answer.hits, self.languages[article.language])

    def matched(self, article: Article, query: Query, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        """Return hits that were not found by their words, with what of a query's words they hold."""
        found = {hit.sentence: hit for hit in self.index.search(article, query)}
        return tuple(replace(found.get(hit.sentence, hit), score=hit.score) for hit in hits)

    def _sayings(self, article: Article, query: Query, wanted: tuple[str, str], limit: int | None) -> Answer:
        """Return what a speaker is quoted with, on a topic where one is given.

        Of a name that is never quoted, only sentences that have it are an answer; for any other speaker, any may be.
        """
        who, topic = wanted
        said = said_by(article, who, self.languages[query.language], self.languages)
        if not said:
            answer = select(article, query, self.index.search(article, query), limit)
            if not answer.hits or not is_name_asked(who, self.languages[query.language]):
                return answer
            name = {word.lower() for word in who.split()}
            about = tuple(hit for hit in answer.hits if not name.isdisjoint(hit.terms))
            return replace(answer, hits=about) if about else Answer(query, (), Refusal.NOT_SAID, (), answer.hits[:1])
        return self._spoken(article, query, said, topic, limit)

    def _spoken(self, article: Article, query: Query, said: Sequence[Hit], topic: str, limit: int | None) -> Answer:
        """Return what is `said`, on a topic where one is given."""
        if not topic:
            return Answer(query, self.matched(article, query, said)[:limit])
        about = parse(topic, article.language, self.languages)
        spoken = {hit.sentence for hit in said}
        found = self.index.search(article, about)
        on_it = tuple(hit for hit in found if hit.sentence in spoken)
        answer = _missing_anywhere(select(article, about, on_it, limit), found)
        return replace(answer, query=replace(query, terms=about.terms))


def _missing_anywhere(answer: Answer, found: Sequence[Hit]) -> Answer:
    """Return an answer whose missing words are those that none of the hits has, be they its own or not."""
    there = words_in(found)
    missing = tuple(word for word in answer.missing if not there.issuperset(word.split()))
    if missing == answer.missing:
        return answer
    return replace(answer, missing=missing, refusal=answer.refusal if missing else Refusal.NOT_SAID)


def _usable(text: str) -> None:
    """Raise `QuestionError` for what is empty or too long to be asked."""
    if not text.strip():
        raise QuestionError(QuestionProblem.EMPTY)
    if len(text) > MAX_QUESTION:
        raise QuestionError(QuestionProblem.TOO_LONG, str(MAX_QUESTION))


def analyse(reading: ExtractedText, origin: str) -> Article:
    """Return a reading's article: its language, layout, sentences and who says what.

    Raises `ArticleError` where there is no sentence and where the language is neither German nor English.
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
        attributions=attribute(reading.text, layout.blocks, layout.sentences, language.speech()),
        title=reading.title or layout.title,
        dateline=layout.dateline,
        byline=layout.byline,
        published=reading.published,
        url=reading.url,
    )


def _name(document: Document) -> str:
    """Return the SHA-256 of a document: the same bytes read as another format are another document."""
    return hashlib.sha256(document.media_type.encode() + b"\0" + document.content).hexdigest()
