"""An archive's answer: the passages that may answer are laid side by side and asked as one article.

Rule of this module: an index only proposes; what answers, and whether anything does, is told by what answers of one
article.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from bot.archive.confined import Confined, confined
from bot.archive.following import Proposal
from bot.archive.likeness import Likeness
from bot.core.answering import Answering
from bot.core.retrieval.archive_question import question_terms
from bot.core.retrieval.pooling import Part, Pool, pooled
from bot.core.retrieval.same_source import is_reprint, is_same_event, sources
from bot.core.versions.likeness import is_same_original, shingles
from bot.errors import ArticleError
from bot.model import Answer, Article, Hit, Refusal
from bot.model.archive import ArchiveAnswer, Found
from bot.ports.archive import ANYWHERE, Candidate, Within
from bot.ports.articles import SearchIndex
from bot.service import MAX_QUESTION, Library, check_usable

CANDIDATES = 50
"""Passages that an index is asked for."""
PASSAGES, SENTENCES = 6, 24
"""Passages and sentences that are asked at most: of 240 paragraphs, the right one is among the first five for 97 of 100
questions, and asking more takes longer and refuses less."""
SURE = 0.8
"""Least chance of an answer: what a whole archive holds of an unanswerable question is nearer to it than what one
article does. Refuses 80 of 100 questions whose article is not there and loses 3 of 100 right answers."""
ARTICLES = 5
"""Articles that are shown at most."""


Search = Callable[[Sequence[str], Mapping[str, float], int, Within], Awaitable[Proposal]]
"""Returns the best passages that some tenants may see, as the store has it now."""


@dataclass(slots=True, eq=False)
class Everywhere:
    """Answers questions from all articles that may be seen somewhere; `index` searches what is laid side by side.

    Where there is a sentence encoder, `meaning` also tells which candidates to ask.
    """

    library: Library
    search: Search
    index: SearchIndex
    meaning: Likeness | None = None
    today: Callable[[], date] = date.today

    async def ask(self, tenants: Sequence[str], question: str, within: Within = ANYWHERE) -> ArchiveAnswer:
        """Return what the articles of some tenants say; raises `QuestionError` and `StoreError`.

        Where the question's own words confine it to a time or a site and nothing there answers, they are words as
        any others: ‹who was president before 2020?›.
        """
        check_usable(question)
        if within == ANYWHERE:
            meant = await asyncio.to_thread(confined, question, self.today(), self.library.languages)
            if meant.within != ANYWHERE:
                answer = await self._ask(tenants, meant)
                if answer.found:
                    return answer
        return await self._ask(tenants, Confined(question, within))

    async def find(self, tenants: Sequence[str], text: str) -> tuple[str, ...]:
        """Return the ids of the articles that a text is about, the likeliest first; raises `StoreError`."""
        terms = await asyncio.to_thread(question_terms, text[:MAX_QUESTION], self.library.languages)
        found = (await self.search(tenants, terms, CANDIDATES, ANYWHERE)).candidates if terms else ()
        return tuple(dict.fromkeys(candidate.article for candidate in found))

    async def _ask(self, tenants: Sequence[str], asked: Confined) -> ArchiveAnswer:
        terms = await asyncio.to_thread(question_terms, asked.question, self.library.languages)
        if not terms:
            return ArchiveAnswer(asked.question, "", (), Refusal.NO_WORDS)
        proposed = await self.search(tenants, terms, CANDIDATES, asked.within)
        candidates: Sequence[Candidate] = proposed.candidates
        articles: dict[str, Article] = {}
        if self.meaning is not None:
            articles = await self._stored(candidates)
            candidates = await self.meaning.ranked(asked.question, candidates, articles)
        parts = await self._parts(candidates, articles)
        answer = await asyncio.to_thread(self._answer, asked, parts)
        return replace(answer, unread=proposed.unread)

    async def _stored(self, candidates: Sequence[Candidate]) -> dict[str, Article]:
        """Return the candidates' articles that are stored as the analysis makes them today; none comes to hand."""
        found = [await self.library.store.load(name) for name in dict.fromkeys(c.article for c in candidates)]
        return {article.id: article for article in found if article is not None}

    async def _parts(self, candidates: Sequence[Candidate], articles: dict[str, Article]) -> tuple[Part, ...]:
        """Return the passages to ask, by article, those of the best candidate first; their articles come to hand."""
        passages: dict[str, list[int]] = {}
        size = count = 0
        for found in candidates:
            if count == PASSAGES:
                break
            if found.article not in passages and not await self._comes_to_hand(found.article, articles):
                continue
            article = articles[found.article]
            if found.passage >= len(article.passages):  # analysed anew since it was indexed
                continue
            passage = article.passages[found.passage]
            if size and size + passage.last - passage.first > SENTENCES:
                break
            passages.setdefault(found.article, []).append(found.passage)
            size, count = size + passage.last - passage.first, count + 1
        return tuple(Part(articles[name], tuple(sorted(numbers))) for name, numbers in passages.items())

    async def _comes_to_hand(self, name: str, articles: dict[str, Article]) -> bool:
        """Have an article at hand among others; tell whether it is there: it may be forgotten since it was found."""
        if name in articles:
            self.library.noticed(articles[name])
            return True
        try:
            articles[name] = await self.library.article(name)
        except ArticleError:
            return False
        return True

    def _answer(self, asked: Confined, parts: Sequence[Part]) -> ArchiveAnswer:
        """Return the answer of some parts; those in each language are laid side by side."""
        by_language = [list(group) for _, group in groupby(sorted(parts, key=_language), key=_language)]
        answers = [self._pool_answer(pooled(group), asked.question) for group in by_language]
        hits = sorted((h for _, found, _ in answers for h in found), key=lambda h: -h[1].score)
        frame = ArchiveAnswer(
            asked.question, "", (), since=asked.within.since, until=asked.within.until, site=asked.site
        )
        if not answers:
            return replace(frame, refusal=Refusal.NOT_IN_ARTICLE)
        frame = replace(frame, language=answers[0][0].query.language)
        if hits:
            return replace(frame, found=self._grouped(hits))
        return self._refused(frame, answers)

    def _pool_answer(self, pool: Pool, question: str) -> "Asked":
        """Return a pool's answer, its hits in their own articles, and the nearest one."""
        self.index.prepare(pool.article)
        if self.meaning is not None:
            self.meaning.learn(pool)
        answering = Answering(self.library.languages, self.index.search)
        answer = answering.answer(pool.article, question)
        hits = [pool.found(hit) for hit in answer.hits if hit.score >= SURE or hit.role > 0]
        nearest = next((pool.found(hit) for hit in (*answer.hits, *answer.nearest)), None)
        if hits and len(pool.parts) > 1:
            hits += self._elsewhere(pool, answering.answer(pool.article, question, SENTENCES), hits)
        return answer, hits, nearest

    @staticmethod
    def _elsewhere(pool: Pool, answer: Answer, shown: Sequence[tuple[Article, Hit]]) -> Iterator[tuple[Article, Hit]]:
        """Yield the best sentence of each article that has none among those shown, where it surely answers."""
        there = {article.id for article, _ in shown}
        for article, hit in map(pool.found, answer.hits):
            if hit.score >= SURE and article.id not in there:
                there.add(article.id)
                yield article, hit

    def _grouped(self, hits: Sequence[tuple[Article, Hit]]) -> tuple[Found, ...]:
        """Return hits by article: what others repeat beside the first of them, and those on one event side by side."""
        by_article: dict[str, list[Hit]] = {}
        articles = {article.id: article for article, _ in hits}
        for article, hit in hits:
            by_article.setdefault(article.id, []).append(hit)
        events: list[list[Found]] = []
        for name, own in by_article.items():
            self._place(events, Found(articles[name], tuple(own)))
        shown = [found for event in events for found in self._with_sources(event)]
        return tuple(shown[:ARTICLES])

    def _place(self, events: list[list[Found]], new: Found) -> None:
        """Put an article to what it repeats, else to the others on its event."""
        for event in events:
            for n, found in enumerate(event):
                if self._repeats(found, new):
                    event[n] = replace(found, repeats=(*found.repeats, (new.article, new.hits[0])))
                    return
        for event in events:
            if is_same_event(event[0].article, new.article, self.library.languages):
                event.append(new)
                return
        events.append([new])

    def _repeats(self, found: Found, new: Found) -> bool:
        """Tell whether an article says the same as one that was found, in nearly the same words."""
        if found.article.language != new.article.language:
            return False
        one, other = (f.article.sentences[f.hits[0].sentence].span.cut(f.article.text) for f in (found, new))
        return is_reprint(one, other, self.library.languages[new.article.language])

    def _with_sources(self, event: Sequence[Found]) -> Iterator[Found]:
        """Yield the articles on an event, the last with how many sources all of them go back to."""
        there = [pair for found in event for pair in ((found.article, found.hits[0]), *found.repeats)]
        if len(there) > 1:
            spans = [(article, article.sentences[hit.sentence].span) for article, hit in there]
            count, name = sources(spans, self.library.languages, _is_same_original)
            event = (*event[:-1], replace(event[-1], articles=len(there), sources=count, source=name))
        yield from event

    def _refused(self, frame: ArchiveAnswer, answers: "Sequence[Asked]") -> ArchiveAnswer:
        """Return why nothing answers, with the nearest sentence of the language that comes nearest."""
        answer, _, nearest = max(answers, key=lambda a: a[2][1].score if a[2] else 0.0)
        reason = answer.refusal or Refusal.NOT_SAID
        near = Found(nearest[0], (nearest[1],)) if nearest and nearest[1].terms else None
        return replace(frame, refusal=reason, missing=answer.missing, nearest=near)


Asked = tuple[Answer, list[tuple[Article, Hit]], tuple[Article, Hit] | None]
"""A pool's answer, its hits as they stand in their articles, and the nearest one."""


def _is_same_original(one: Article, other: Article) -> bool:
    return is_same_original(shingles(one), shingles(other))


def _language(part: Part) -> str:
    return part.article.language
