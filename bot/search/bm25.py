"""The sentences of one article, ranked by BM25 over concepts in three views: words, their translations, their letters.

Rule of this room: an index holds no truth; it is made from an article again whenever it is not there.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

from bot.core.lexical.analysis import room
from bot.core.lexical.tokens import LONGEST, tokens
from bot.core.retrieval.answer_validation import has_answer_type
from bot.core.retrieval.evidence import Concept, Evidence
from bot.core.retrieval.ranking import rank
from bot.core.semantics.role_agreement import are_all_states, role_agreement, with_themes
from bot.core.semantics.semantic_roles import RoleLabeller
from bot.model import Hit, Match, QuestionType
from bot.search.article_index import MAX_CACHED_TERMS, ArticleIndex, TermMatch, index_article
from bot.search.term_matching import against_ideal, match_term, ngram_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.core.language import Language
    from bot.core.semantics.semantic_roles import RoleFrame
    from bot.model import Article, Query, Span, Term

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
    """A SearchIndex in memory; bounded, so that articles may be many."""

    def __init__(self, languages: Mapping[str, Language]) -> None:
        self._languages = languages
        self._kept: OrderedDict[str, BuildOnce] = OrderedDict()
        self._readers: dict[str, RoleLabeller] = {}
        # Guards what is kept, and is never held while something is made.
        self._lock = Lock()

    def prepared(self, article: Article) -> bool:
        """Tell whether an article can be searched without being indexed first."""
        with self._lock:
            found = self._kept.get(article.id)
        return found is not None and found.index is not None

    def prepare(self, article: Article) -> None:
        """Index an article; doing it again changes nothing."""
        self._index(article)

    def search(self, article: Article, query: Query) -> Sequence[Hit]:
        """Return every sentence that matches, best first; ties in text order."""
        views = self._index(article)
        evidence = self._evidence(views, query)
        found = frozenset().union(*(c.saturation for c in evidence.concepts))
        whole = sum(c.value for c in evidence.concepts) or 1.0
        hits = [
            _hit(n, chance, views.spans[n], evidence, whole) for n, chance in enumerate(rank(evidence)) if n in found
        ]
        return sorted(hits, key=lambda h: (-h.score, h.sentence))

    def evidence(self, article: Article, query: Query) -> Evidence:
        """Return what an article holds of a question, for the ranking and for those who want to know why."""
        return self._evidence(self._index(article), query)

    def _evidence(self, index: ArticleIndex, query: Query) -> Evidence:
        asked = self._labeller(query.language).label(query.question, index.aliases)
        roles: Sequence[float] = _roles(asked, index)
        there = [(t, self._term_match(t, query, index)) for t in query.terms]
        concepts = [(t, self._concept(t, h, query, index, roles)) for t, h in there if h.known]
        if asked and index.theme_sentences:
            things = _things(asked, query.question)
            given = [h.themes_in for t, h in there if not things.isdisjoint(t.word.split())] if things else None
            roles = self._with_things(asked, roles, query, given, index)
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
            numbers=frozenset(t.form for t in query.terms if t.form[0].isdigit()),
            answer_type=query.answer_type,
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

    def _index(self, article: Article) -> ArticleIndex:
        with self._lock:
            found = self._kept.setdefault(article.id, BuildOnce())
            self._kept.move_to_end(article.id)
            while len(self._kept) > MAX_ARTICLES:
                self._kept.popitem(last=False)
        with found.lock:
            if found.index is None:
                found.index = self._made(article)
            return found.index

    def _made(self, article: Article) -> ArticleIndex:
        own = article.language
        others = [code for code in self._languages if code != own]
        return index_article(article, self._languages[own], self._labeller(own), others)

    def _labeller(self, code: str) -> RoleLabeller:
        if code not in self._readers:
            self._readers[code] = RoleLabeller(self._languages[code])
        return self._readers[code]

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
        return Concept(
            word=term.word,
            weight=term.weight,
            idf=match.idf,
            saturation=found,
            heading_saturation=match.heading_saturation,
            positions=match.positions,
            required=term.required,
            aspect=term.aspect,
            counted_in=counted,
        )

    def _term_match(self, term: Term, query: Query, index: ArticleIndex) -> TermMatch:
        """Return what an article holds of a term's word, worked out once."""
        # Renderings are a word's whatever the question; a slip has none in one that holds the word it may mean.
        key = (term.word, term.form, query.language, len(term.translations))
        if (held := index.term_cache.get(key)) is None:
            held = room(index.term_cache, MAX_CACHED_TERMS)[key] = match_term(term, query, index, self._languages)
        return held


def _roles(asked: Sequence[RoleFrame], index: ArticleIndex) -> list[float]:
    """Return how well each sentence's parties fit a question's; only the same act tells."""
    roles = [0.0] * len(index.frames)
    asked = [frame for frame in asked if frame.has_participants]
    for n in {n for frame in asked for n in index.by_predicate.get(frame.predicate, ())}:
        roles[n] = role_agreement(asked, index.frames[n])
    return roles


def _hit(n: int, chance: float, spans: Sequence[Span], e: Evidence, whole: float) -> Hit:
    """Return the hit of a sentence with words at `spans`, for a question that is worth `whole`."""
    there = [(c, min(1.0, c.saturation[n])) for c in e.concepts if n in c.saturation]
    places: set[int] = set()
    matches: list[Match] = []
    for c, share in there:
        at = c.positions.get(n, ())
        places.update(at)
        matches += [Match(c.word, spans[place], share) for place in at]
    # Places are in text order as the spans are, which take five times as long to sort.
    matched = tuple([spans[place] for place in sorted(places)])
    coverage = sum([c.value * share for c, share in there]) / whole
    words = tuple(dict.fromkeys([c.word for c, _ in there]))
    return Hit(n, chance, matched, words, coverage, tuple(matches), has_answer_type(e, n))


def _things(asked: Sequence[RoleFrame], question: str) -> frozenset[str]:
    """Return the words of a question for what is given."""
    starts = [start for frame in asked for start in frame.themes]
    return frozenset(tokens(question[start : start + LONGEST])[0].word for start in starts)
