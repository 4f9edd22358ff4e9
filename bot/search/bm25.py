"""The sentences of one article, ranked by BM25 over concepts in three views: words, their translations, their letters.

Rule of this room: an index holds no truth; it is made from an article again whenever it is not there.
"""

from __future__ import annotations

from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from cachetools import LRUCache

from bot.core.lexical.string_similarity import shared_endings
from bot.core.lexical.tokens import LONGEST, tokens
from bot.core.retrieval.answer_validation import has_answer_type
from bot.core.retrieval.dense_scores import near
from bot.core.retrieval.evidence import Concept, Evidence
from bot.core.retrieval.ranking import is_decided, rank
from bot.core.semantics.contrast import Contrasting, Marks
from bot.core.semantics.role_agreement import are_all_states, role_agreement, with_themes
from bot.core.semantics.semantic_roles import RoleLabeller
from bot.model import AnswerType, Hit, Match, QuestionType
from bot.search.article_index import ArticleIndex, TermMatch, index_article
from bot.search.joined_words import by_joining
from bot.search.naming import unnamed
from bot.search.opposites import opposites
from bot.search.relations import related, with_relations
from bot.search.term_matching import against_ideal, match_term, ngram_words, without_leaders
from bot.search.values import by_title, by_value

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from bot.core.language import Language
    from bot.core.semantics.role_frames import RoleFrame
    from bot.model import Article, Query, Span, Term
    from bot.search.dense_index import DenseIndex

MAX_ARTICLES = 64
"""Articles kept in memory, the least recently asked go first."""
AGREED, SAID = 0.8, 0.5
"""How surely the verb of an act is found where the sentence says it by another: with the parties asked for, or any."""


class BuildOnce:
    """The views of an article, which one thread makes while the others wait."""

    __slots__ = ("index", "lock")

    def __init__(self) -> None:
        self.lock = Lock()
        self.index: ArticleIndex | None = None


class Bm25Index:
    """A SearchIndex in memory; bounded, so that articles may be many.

    Where words do not decide, `dense` is asked what the sentences that it knows mean.
    """

    def __init__(
        self, languages: Mapping[str, Language], dense: DenseIndex | None = None, kept: int = MAX_ARTICLES
    ) -> None:
        self._languages = languages
        self._dense = dense
        self._kept: LRUCache[str, BuildOnce] = LRUCache(kept)
        self._readers: dict[str, RoleLabeller] = {}
        self._contrasting: dict[str, Contrasting] = {}
        self._endings = shared_endings(language.morphology.endings for language in languages.values())
        # Guards what is kept, and is never held while something is made.
        self._lock = Lock()

    def prepared(self, article: Article) -> bool:
        """Tell whether an article can be searched at once: it is indexed, and no encoder will be asked."""
        if self._dense is not None and self._dense.knows(article.id):
            return False
        with self._lock:
            found = self._kept.get(article.id)
        return found is not None and found.index is not None

    def prepare(self, article: Article) -> None:
        """Index an article; doing it again changes nothing."""
        self._index(article)

    def forget(self) -> None:
        """Index every article anew when it is asked next, as the lexicon knows more words than before."""
        with self._lock:
            self._kept.clear()

    def search(self, article: Article, query: Query) -> Sequence[Hit]:
        """Return every sentence that matches, best first; ties in text order."""
        views = self._index(article)
        evidence = self._with_meaning(article, query, self._evidence(views, query))
        found = frozenset().union(*(there for c in evidence.concepts for there in (c.saturation, c.near)))
        if any(c.titled for c in evidence.concepts) and views.sentence_words:
            found |= {0}
        if evidence.dense is not None:
            found |= near(evidence.dense)
        whole = sum(c.value for c in evidence.concepts) or 1.0
        hits = [
            _hit(n, chance, views.spans[n], evidence, whole)
            for n, chance in enumerate(rank(evidence))
            if n in found or _goes_on(n, found, evidence)
        ]
        return sorted(hits, key=lambda h: (-h.score, h.sentence))

    def evidence(self, article: Article, query: Query) -> Evidence:
        """Return what an article holds of a question, for the ranking and for those who want to know why."""
        return self._evidence(self._index(article), query)

    def _with_meaning(self, article: Article, query: Query, evidence: Evidence) -> Evidence:
        """Return evidence with what the sentences mean, where that is known and words do not decide."""
        if self._dense is None or not query.terms or not self._dense.knows(article.id) or is_decided(evidence):
            return evidence
        return replace(evidence, dense=self._dense.likeness(article.id, query.question))

    def _evidence(self, index: ArticleIndex, query: Query) -> Evidence:
        asked = self._labeller(query.language).label(query.question, index.aliases)
        roles: Sequence[float] = _roles(asked, index)
        there = [(t, self._term_match(t, query, index)) for t in query.terms]
        asking = self._languages[query.language]
        valued = {**by_value(query.question, asking, index.sentence_features), **by_title(query, asking, index)}
        valued |= by_joining(query, index.joined, index.positions, self._languages[query.article_language])
        concepts = [(t, _with_value(self._concept(t, h, query, index, roles), valued)) for t, h in there if h.known]
        if asked and index.theme_sentences:
            things = _things(asked, query.question)
            given = [h.themes_in for t, h in there if not things.isdisjoint(t.word.split())] if things else None
            roles = self._with_things(asked, roles, query, given, index)
        done = self._labeller(query.language).predicates(query.question, index.aliases)
        how = related(query, done, index, self._languages[query.language])
        roles = with_relations(roles, how)
        against = opposites(query, self._marks(query), done, index, self._languages[query.language])
        against |= unnamed(
            query,
            [c for _, c in concepts],
            index,
            self._languages[query.language],
            self._languages[query.article_language],
        )
        phrases = {c.word for t, c in concepts if c.saturation and " " in t.form}
        held = [h.translated for t, h in there if t.phrase not in phrases]
        return Evidence(
            cross_lingual=query.language != query.article_language,
            concepts=[c for t, c in concepts if t.phrase not in phrases],
            translated_scores=against_ideal(held, len(index.sentence_words)),
            ngram_scores=index.ngrams.scores(ngram_words(query, index)),
            role_agreement=roles,
            sentence_features=index.sentence_features,
            question_type=query.question_type,
            numbers=frozenset(
                t.form for t, h in there if t.form[0].isdigit() and (h.saturation or t.word not in valued)
            ),
            answer_type=query.answer_type,
            counts=self._counts(query),
            contrary=how.another | against,
        )

    def _with_things(
        self,
        asked: Sequence[RoleFrame],
        roles: Sequence[float],
        query: Query,
        held: Sequence[frozenset[int]] | None,
        index: ArticleIndex,
    ) -> Sequence[float]:
        """Return roles that also tell whether the thing asked about is given, or anything where that is what is asked.

        `held` are the sentences in which it is, by its words; None for a question without one.
        """
        parties = any(f.has_participants and f.is_transfer for f in asked)
        if held is not None and (parties or query.question_type is QuestionType.WHO):
            given = frozenset().union(*held)
            others = index.theme_sentences - given if given and parties and are_all_states(asked) else ()
            return with_themes(roles, given, others, parties=parties)
        opening = query.question.split(maxsplit=1)[0].lower()
        if parties and held is None and opening in self._languages[query.language].valency.theme_question_words:
            return with_themes(roles, index.theme_sentences, (), parties=True)
        return roles

    def _counts(self, query: Query) -> bool:
        """Tell whether the number of something is asked for, and not how much somebody gets or pays."""
        verbs = self._languages[query.language].lexicon().vocabulary(query.language).verbs
        return any(t.word in query.counted_nouns and t.form not in verbs for t in query.terms)

    def _index(self, article: Article) -> ArticleIndex:
        with self._lock:
            found = self._kept.get(article.id) or BuildOnce()
            self._kept[article.id] = found
        with found.lock:
            if found.index is None:
                found.index = self._made(article)
            return found.index

    def _made(self, article: Article) -> ArticleIndex:
        own = article.language
        others = [code for code in self._languages if code != own]
        return index_article(article, self._languages[own], self._labeller(own), others, self._endings)

    def _labeller(self, code: str) -> RoleLabeller:
        if code not in self._readers:
            self._readers[code] = RoleLabeller(self._languages[code])
        return self._readers[code]

    def _marks(self, query: Query) -> Marks:
        """Return the words of a question that exclude others."""
        language = self._languages[query.language]
        if query.language not in self._contrasting:
            self._contrasting[query.language] = Contrasting(language)
        contrasting = self._contrasting[query.language]
        if not any(contrasting.may_mark(t.form, t.word) for t in query.terms):
            return Marks()
        return contrasting.marks(query.question, language.analyser().read(query.question))

    def _concept(
        self, term: Term, match: TermMatch, query: Query, index: ArticleIndex, roles: Sequence[float]
    ) -> Concept:
        """Return what an article holds of a term beside the other terms of its question."""
        found = match.saturation
        reader = self._labeller(query.language)
        act = reader.predicate(term.form)
        if act is not None:
            by_act = index.by_predicate.get(act, ())
            amount = (
                query.question_type is QuestionType.NUMBER
                and not query.counted_nouns
                and reader.is_receiving(term.form)
            )
            said = {
                n: AGREED if roles[n] > 0 else SAID for n in (index.theme_sentences.union(by_act) if amount else by_act)
            }
            found = {**found, **{n: max(found.get(n, 0.0), share) for n, share in said.items()}}
        counted = match.counted_in if term.word in query.counted_nouns else frozenset[int]()
        who = query.question_type is QuestionType.WHO
        places = without_leaders(match.positions, term, index) if who else match.positions
        return Concept(
            word=term.word,
            weight=term.weight,
            idf=match.idf,
            saturation=found,
            heading_saturation=match.heading_saturation,
            positions=places,
            required=term.required,
            aspect=term.aspect,
            proper=term.proper,
            title=term.title,
            counted_in=counted,
            near=match.near,
            titled=match.titled,
            akin=match.akin,
            verb=term.form in self._languages[query.language].lexicon().vocabulary(query.language).verbs,
        )

    def _term_match(self, term: Term, query: Query, index: ArticleIndex) -> TermMatch:
        """Return what an article holds of a term's word, worked out once."""
        # Translations are a word's whatever the question; a slip has none in one that holds the word it may mean.
        key = (term.word, term.form, query.language, len(term.translations), term.proper)
        return index.term_cache.of(key, lambda: match_term(term, query, index, self._languages))


def _roles(asked: Sequence[RoleFrame], index: ArticleIndex) -> list[float]:
    """Return how well each sentence's parties fit a question's; only the same act tells."""
    roles = [0.0] * len(index.frames)
    asked = [frame for frame in asked if frame.has_participants]
    for n in {n for frame in asked for n in index.by_predicate.get(frame.predicate, ())}:
        roles[n] = role_agreement(asked, index.frames[n])
    return roles


def _goes_on(n: int, found: Collection[int], e: Evidence) -> bool:
    """Tell whether a sentence says of whom the one before it names what is asked for: "The 59-year-old …"."""
    return (
        e.answer_type is AnswerType.AGE and n - 1 in found and e.sentence_features[n].anaphor and has_answer_type(e, n)
    )


def _with_value(concept: Concept, valued: Mapping[str, frozenset[int]]) -> Concept:
    """Return a concept that is also found where the amount or time that its word is part of stands in other words."""
    if concept.word not in valued:
        return concept
    return replace(concept, saturation={**dict.fromkeys(valued[concept.word], SAID), **concept.saturation})


def _hit(n: int, chance: float, spans: Sequence[Span], e: Evidence, whole: float) -> Hit:
    """Return the hit of a sentence with words at `spans`, for a question that is worth `whole`."""
    there = [(c, min(1.0, c.saturation[n])) for c in e.concepts if n in c.saturation]
    places: set[int] = set()
    matches: list[Match] = []
    for c, share in there:
        at = sorted(c.positions.get(n, ()))  # found word by word, in whatever order a set has them
        places.update(at)
        matches += [Match(c.word, spans[place], share) for place in at]
    # Places are in text order as the spans are, which take five times as long to sort.
    matched = tuple([spans[place] for place in sorted(places)])
    coverage = sum([c.value * share for c, share in there]) / whole
    # What a heading alone has is no word of any sentence, and is not missing either.
    above = [c.word for c in e.concepts if c.titled and not c.saturation] if n == 0 else []
    words = tuple(dict.fromkeys([*(c.word for c, _ in there), *above]))
    akin = [Match(c.word, spans[at]) for c in e.concepts if n not in c.saturation for at in c.akin.get(n, ())]
    likeness = None if e.dense is None else e.dense.sentence[n]
    held = has_answer_type(e, n)
    return Hit(n, chance, matched, words, coverage, tuple(matches), held, e.role_agreement[n], tuple(akin), likeness)


def _things(asked: Sequence[RoleFrame], question: str) -> frozenset[str]:
    """Return the words of a question for what is given."""
    starts = [start for frame in asked for start in frame.themes]
    return frozenset(tokens(question[start : start + LONGEST])[0].word for start in starts)
