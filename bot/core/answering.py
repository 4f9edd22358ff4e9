"""A question's way to its answer: what a speaker says, who does what with a claim, or the sentences that match.

Rule of this room: it decides which way a question goes, and nothing else; the search is handed in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.core.retrieval.headline import headline_alone, is_told
from bot.core.retrieval.padding import questions_in
from bot.core.retrieval.query import parse, parse_tokenized, tokenize
from bot.core.retrieval.selection import joined, select, words_in
from bot.core.semantics.entity_translation import with_native_names
from bot.core.speakers.by_speaker import said_by, speaker_asked
from bot.core.speakers.speech_acts import done_by, is_about_claim, shown_in, speech_act_asked
from bot.model import Answer, Headline, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.core.language import Language
    from bot.core.retrieval.query import TokenizedQuestion
    from bot.model import Article, CueClass, Hit, Query

    Search = Callable[[Article, Query], Sequence[Hit]]
    """Returns every sentence of an article that matches, best first."""

ABOUT = 0.15
"""Least share of a topic that a sentence of a speaker must hold in so many words to be about it."""


@dataclass(frozen=True, slots=True)
class Answering:
    """Answers questions about articles in the languages given, with a search."""

    languages: Mapping[str, Language]
    search: Search

    def answer(self, article: Article, question: str, limit: int | None = None) -> Answer:
        """Return the sentences that answer a question, the best `limit`, or why there are none."""
        tokenized = self._with_native_names(article, question)
        answer = self._answer(article, tokenized, limit)
        parts = questions_in(tokenized.question, self.languages[tokenized.language].padding)
        if len(parts) > 1:
            several = [self._answer(article, self._with_native_names(article, part), limit) for part in parts]
            answer = joined(answer, several, limit)
        if tokenized.question == question:
            return answer
        return replace(answer, query=replace(answer.query, question=question))

    def matched(self, article: Article, query: Query, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        """Return hits that were not found by their words, with what of a query's words they hold."""
        found = {hit.sentence: hit for hit in self.search(article, query)}
        return tuple(replace(found.get(hit.sentence, hit), score=hit.score) for hit in hits)

    def _with_native_names(self, article: Article, question: str) -> TokenizedQuestion:
        """Return a question with its states named in its own language: "what did Nordkorea send?"."""
        tokenized = tokenize(question, article.language, self.languages)
        text = with_native_names(question, tokenized.language, self.languages, tokenized.words)
        return tokenized if text == question else tokenize(text, article.language, self.languages)

    def _answer(self, article: Article, tokenized: TokenizedQuestion, limit: int | None) -> Answer:
        question = tokenized.question
        query = parse_tokenized(tokenized, article.language, self.languages)
        asked = self.languages[query.language].speaker_questions
        if (speaker := speaker_asked(question, asked.speaker)) is not None:
            return self._by_speaker(article, query, speaker, limit)
        if (act := speech_act_asked(question, asked)) is not None:
            answer = self._by_speech_act(article, query, act, limit)
            if answer is not None:
                return answer
        answer = select(query, self.search(article, query), limit)
        return answer if answer.hits else self._by_headline(article, answer)

    def _by_headline(self, article: Article, refused: Answer) -> Answer:
        """Return the headline as the answer where it says what no sentence does.

        A word of its own language that is missing is not in the headline either, which then need not be asked.
        """
        query = refused.query
        if refused.refusal is Refusal.NO_WORDS or (refused.missing and query.language == article.language):
            return refused
        alone = headline_alone(article)
        hits = self.search(alone, query) if alone is not None else ()
        if alone is None or not is_told(query, hits):
            return refused
        return Answer(query, (), headline=Headline(alone.sentences[0].span, hits[0].score, hits[0].matches))

    def _by_speech_act(
        self, article: Article, query: Query, act: tuple[CueClass, str], limit: int | None
    ) -> Answer | None:
        """Return the sentences in which somebody does that with a claim; None where only the words can tell."""
        kind, topic = act
        done = done_by(article, kind)
        if done and not (answer := self._on_topic(article, query, done, topic, limit)).refusal:
            return answer
        if not is_about_claim(kind, topic, self.languages[query.language].speaker_questions):
            return None
        signs = self.languages[article.language].speaker_questions.speech_act_signs
        return self._on_topic(article, query, shown_in(article, signs[kind]), topic, limit)

    def _by_speaker(self, article: Article, query: Query, asked: tuple[str, str], limit: int | None) -> Answer:
        """Return what a speaker is quoted with, on a topic where one is given.

        Of somebody who is never quoted, only sentences that have the name are an answer.
        """
        who, topic = asked
        language = self.languages[query.language]
        said = said_by(article, who, language, self.languages)
        if said:
            return self._on_topic(article, query, said, topic, limit)
        answer = select(query, self.search(article, query), limit)
        if not answer.hits:
            return answer
        name = {word.lower() for word in who.split()}
        about = tuple(hit for hit in answer.hits if not name.isdisjoint(words_in((hit,))))
        return replace(answer, hits=about) if about else Answer(query, (), Refusal.NOT_SAID, (), answer.hits[:1])

    def _on_topic(
        self, article: Article, query: Query, candidates: Sequence[Hit], topic: str, limit: int | None
    ) -> Answer:
        """Return those of the candidates that are on a topic, all of them where none is given."""
        if not topic:
            return Answer(query, self.matched(article, query, candidates)[:limit])
        about = parse(topic, article.language, self.languages)
        allowed = {hit.sentence for hit in candidates}
        found = self.search(article, about)
        on_topic = tuple(hit for hit in found if hit.sentence in allowed and hit.coverage >= ABOUT)
        answer = _missing_anywhere(select(about, on_topic, limit), found)
        return replace(answer, query=replace(query, terms=about.terms))


def _missing_anywhere(answer: Answer, found: Sequence[Hit]) -> Answer:
    """Return an answer whose missing words are those that none of the hits has, be they its own or not."""
    there = words_in(found)
    missing = tuple(word for word in answer.missing if not there.issuperset(word.split()))
    if missing == answer.missing:
        return answer
    return replace(answer, missing=missing, refusal=answer.refusal if missing else Refusal.NOT_SAID)
