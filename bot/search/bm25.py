"""The sentences of one article, ranked by BM25 over concepts in three views: words, their translations, their letters.

Rule of this room: an index holds no truth; it is made from an article again whenever it is not there.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from threading import Lock
from typing import TYPE_CHECKING

from bot.core.analysis import LONGEST, room, tokens
from bot.core.pointed import proves
from bot.core.ranking import Concept, Evidence, rank
from bot.core.roles import Reader, agreement, of_states, with_things
from bot.core.translation import ADJECTIVE, HEAD
from bot.model import Hit, Match, Wanted
from bot.search.views import WORDS, Held, Views, view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.core.language import Language
    from bot.core.roles import Frame
    from bot.model import Article, Query, Span, Term

KEPT = 64
"""Articles kept in memory, the least recently asked go first."""
ALIKE = 0.6
"""Least likeness of spellings (Dice, letters' grams) of a variant or a cognate."""
VARIANT = 0.5
"""Share of a variant in the same language, by its likeness."""
COGNATE = 0.5
"""Share of a cognate beside translations that occur, by its likeness."""
IDENTICAL = 0.3
"""Share of the word itself in the other language beside its translations."""
METONYM = 0.5
"""Share of another name of the same state: its capital, its head, its adjective."""
AGREED, SAID = 0.8, 0.5
"""How surely the verb of an act is found where the sentence says it by another: with the parties asked for, or any."""
TRUSTED = 0.3
"""Share of a word's translations that must occur; what is found by less is trusted by the root of its part of it."""
LIKELY = 0.15
"""Share, against the likeliest, of a form that is shown as a match."""


class Once:
    """The views of an article, which one thread makes while the others wait."""

    __slots__ = ("lock", "views")

    def __init__(self) -> None:
        self.lock = Lock()
        self.views: Views | None = None


class Bm25Index:
    """A SearchIndex in memory; bounded, so that articles may be many."""

    def __init__(self, languages: Mapping[str, Language]) -> None:
        self._languages = languages
        self._kept: OrderedDict[str, Once] = OrderedDict()
        self._readers: dict[str, Reader] = {}
        # Guards what is kept, and is never held while something is made.
        self._lock = Lock()

    def prepared(self, article: Article) -> bool:
        """Tell whether an article can be searched without being indexed first."""
        with self._lock:
            found = self._kept.get(article.id)
        return found is not None and found.views is not None

    def prepare(self, article: Article) -> None:
        """Index an article; doing it again changes nothing."""
        self._views(article)

    def search(self, article: Article, query: Query) -> Sequence[Hit]:
        """Return every sentence that matches, best first; ties in text order."""
        views = self._views(article)
        evidence = self._evidence(views, query)
        found = frozenset().union(*(c.found for c in evidence.concepts))
        whole = sum(c.value for c in evidence.concepts) or 1.0
        hits = [
            _hit(n, chance, views.spans[n], evidence, whole) for n, chance in enumerate(rank(evidence)) if n in found
        ]
        return sorted(hits, key=lambda h: (-h.score, h.sentence))

    def evidence(self, article: Article, query: Query) -> Evidence:
        """Return what an article holds of a question, for the ranking and for those who want to know why."""
        return self._evidence(self._views(article), query)

    def _evidence(self, views: Views, query: Query) -> Evidence:
        asked = self._reader(query.language).frames(query.question, views.aliases)
        roles: Sequence[float] = _roles(asked, views)
        there = [(t, self._held(t, query, views)) for t in query.terms]
        concepts = [(t, self._concept(t, h, query, views, roles)) for t, h in there if h.known]
        if asked and views.given:
            things = _things(asked, query.question)
            given = [h.given for t, h in there if not things.isdisjoint(t.word.split())] if things else None
            roles = self._with_things(asked, roles, query, given, views)
        phrases = {c.word for t, c in concepts if c.found and " " in t.form}
        return Evidence(
            query.language != query.told,
            [c for t, c in concepts if t.within not in phrases],
            _against_ideal([h.across for t, h in there if t.within not in phrases], len(views.words)),
            views.letters.scores(_spelt(query, views)),
            roles,
            views.traits,
            query.wanted,
            frozenset(t.form for t in query.terms if t.form[0].isdigit()),
            query.proof,
        )

    def _with_things(
        self,
        asked: Sequence[Frame],
        roles: Sequence[float],
        query: Query,
        held: Sequence[frozenset[int]] | None,
        views: Views,
    ) -> Sequence[float]:
        """Return roles that also tell whether the thing asked about is given, or anything where that is what is asked.

        `held` are the sentences in which it is, by its words; None for a question without one.
        """
        parties = any(f.tells and not f.act for f in asked)
        if held is not None and (parties or query.wanted is Wanted.WHO):
            given = frozenset().union(*held)
            others = views.given - given if given and parties and of_states(asked) else ()
            return with_things(roles, given, others, parties=parties)
        opening = query.question.split(maxsplit=1)[0].lower()
        if parties and held is None and opening in self._languages[query.language].valency.what:
            return with_things(roles, views.given, (), parties=True)
        return roles

    def _views(self, article: Article) -> Views:
        with self._lock:
            found = self._kept.setdefault(article.id, Once())
            self._kept.move_to_end(article.id)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        with found.lock:
            if found.views is None:
                found.views = view(article, self._languages[article.language], self._reader(article.language))
            return found.views

    def _reader(self, code: str) -> Reader:
        if code not in self._readers:
            self._readers[code] = Reader(self._languages[code])
        return self._readers[code]

    def _concept(self, term: Term, held: Held, query: Query, views: Views, roles: Sequence[float]) -> Concept:
        """Return what an article holds of a term beside the other terms of its question."""
        found = held.found
        reader = self._reader(query.language)
        act = reader.act(term.form)
        if act is not None:
            by_act = views.acts.get(act, ())
            amount = query.wanted is Wanted.NUMBER and not query.counted and reader.is_taking(term.form)
            said = {n: AGREED if roles[n] > 0 else SAID for n in (views.given.union(by_act) if amount else by_act)}
            found = {**found, **{n: max(found.get(n, 0.0), share) for n, share in said.items()}}
        counted = held.counted if term.word in query.counted else frozenset[int]()
        return Concept(term.word, term.weight, held.idf, found, held.heads, held.places, term.name, term.unit, counted)

    def _held(self, term: Term, query: Query, views: Views) -> Held:
        """Return what an article holds of a term's word, worked out once."""
        # Renderings are a word's whatever the question; a slip has none in one that holds the word it may mean.
        key = (term.word, term.form, query.language, len(term.renderings))
        if (held := views.held.get(key)) is None:
            held = room(views.held, WORDS)[key] = self._hold(term, query, views)
        return held

    def _hold(self, term: Term, query: Query, views: Views) -> Held:
        rendered = {r.form: r.share for r in term.renderings if r.language != query.told}
        across = views.across.concept(rendered) if rendered else (0.0, {})
        same = query.language == query.told
        if same and query.told not in [r.language for r in term.renderings]:
            return Held(across)
        analysed = same or " " in term.word
        own = term.form if analysed else self._languages[query.told].analyser().forms(term.word)[0]
        shares, trust = (_variants if same else _renderings)(term, own, query, views)
        for form in self._names(term, query, views):
            shares.setdefault(form, METONYM)
            trust = max(trust, METONYM)
        idf, found = views.told.concept(shares)
        found = {n: trust * s for n, s in found.items()}
        given, counted = (_union(there, _likely(shares)) for there in (views.things, views.counted))
        return Held(across, True, idf, found, _headings(shares, views), _places(shares, views), given, counted)

    def _names(self, term: Term, query: Query, views: Views) -> Sequence[str]:
        """Return the forms in the article that name the state a term names; who leads it is not the state."""
        known = self._languages[query.language].lexicon().parties(query.language)
        state = known.get(term.form) or views.aliases.get(term.form, HEAD)
        return () if state.endswith(HEAD) else views.states.get(state.rstrip(ADJECTIVE), ())


def _roles(asked: Sequence[Frame], views: Views) -> list[float]:
    """Return how well each sentence's parties fit a question's; only the same act tells."""
    roles = [0.0] * len(views.frames)
    asked = [frame for frame in asked if frame.tells]
    for n in {n for frame in asked for n in views.acts.get(frame.act, ())}:
        roles[n] = agreement(asked, views.frames[n])
    return roles


def _hit(n: int, chance: float, spans: Sequence[Span], e: Evidence, whole: float) -> Hit:
    """Return the hit of a sentence with words at `spans`, for a question that is worth `whole`."""
    there = [(c, min(1.0, c.found[n])) for c in e.concepts if n in c.found]
    places: set[int] = set()
    matches: list[Match] = []
    for c, share in there:
        at = c.places.get(n, ())
        places.update(at)
        matches += [Match(c.word, spans[place], share) for place in at]
    # Places are in text order as the spans are, which take five times as long to sort.
    matched = tuple([spans[place] for place in sorted(places)])
    coverage = sum([c.value * share for c, share in there]) / whole
    words = tuple(dict.fromkeys([c.word for c, _ in there]))
    return Hit(n, chance, matched, words, coverage, tuple(matches), proves(e, n))


def _variants(term: Term, own: str, query: Query, views: Views) -> tuple[dict[str, float], float]:
    """Return the forms that may stand for a term in its own language, by share, and how far to trust them.

    What is only spelt alike is trusted as far as it is alike.
    """
    like = _like(own, views)
    shares = {form: VARIANT * dice for form, dice in like.items()}
    shares |= {r.form: r.share for r in term.renderings if r.language == query.told and r.form in views.told.postings}
    return shares, 1.0 if own in views.told.postings else max(like.values(), default=0.0)


def _renderings(term: Term, own: str, query: Query, views: Views) -> tuple[dict[str, float], float]:
    """Return the same across languages: translations that occur, the word itself, cognates; shares sum to 1.

    A word of which only unlikely translations occur is hardly found.
    """
    told = views.told.postings
    like = _like(own, views)
    shares: dict[str, float] = defaultdict(float)
    for r in term.renderings:
        if r.language == query.told and r.form in told:
            shares[r.form] += r.share
    translated = sum(shares.values())
    if own in told:
        shares[own] = max(shares[own], IDENTICAL if translated and own.isalpha() else 1.0)
    trust = 1.0 if own in told else max((*like.values(), min(1.0, translated / TRUSTED) ** 0.5))
    for form, dice in like.items():
        shares[form] = max(shares[form], dice * (COGNATE if translated else 1.0))
    whole = sum(shares.values())
    return {form: share / whole for form, share in shares.items()}, trust


def _like(own: str, views: Views) -> Mapping[str, float]:
    """Return the forms spelt like one, but for nouns that only end like a verb and verbs that end like a noun.

    Likeness goes from the start on: Lieferung is like liefern, and Abkommen not like kommen.
    """
    like = views.spellings.like(own, ALIKE)
    if not like or (len(like) == 1 and own in like):
        return like
    verbs, nouns = views.vocabulary.verbs, views.vocabulary.nouns
    verb, noun = own in verbs, own in nouns
    if verb is noun:
        return like
    others = nouns if verb else verbs
    same = verbs if verb else nouns
    return {f: dice for f, dice in like.items() if f[0] == own[0] or f not in others or f in same}


def _headings(shares: Mapping[str, float], views: Views) -> dict[int, float]:
    """Return the sentences under a heading that holds one of the forms, each with its share of the likeliest one's."""
    found: dict[int, float] = {}
    for form in shares.keys() & views.headings.keys():
        share = shares[form] / max(shares.values())
        for n in views.headings[form]:
            if share > found.get(n, 0.0):
                found[n] = share
    return found


def _things(asked: Sequence[Frame], question: str) -> frozenset[str]:
    """Return the words of a question for what is given."""
    starts = [start for frame in asked for start in frame.things]
    return frozenset(tokens(question[start : start + LONGEST])[0].word for start in starts)


def _union(there: Mapping[str, frozenset[int]], forms: Iterable[str]) -> frozenset[int]:
    """Return the sentences that any of the forms is in."""
    return frozenset().union(*(there[form] for form in forms if form in there))


def _likely(shares: Mapping[str, float]) -> Sequence[str]:
    """Return the forms that may be shown as a match."""
    least = LIKELY * max(shares.values(), default=1.0)
    return [form for form, share in shares.items() if share >= least]


def _places(shares: Mapping[str, float], views: Views) -> Mapping[int, Sequence[int]]:
    """Return where the likelier forms stand, by sentence."""
    there = [views.places[form] for form in _likely(shares) if form in views.places]
    if len(there) == 1:
        return there[0]
    places: dict[int, list[int]] = defaultdict(list)
    for sentences in there:
        for n, where in sentences.items():
            places[n] += where
    return places


def _against_ideal(concepts: Iterable[tuple[float, Mapping[int, float]]], size: int) -> list[float]:
    """Return the scores of `size` sentences against what concepts could reach; each is an idf and saturated counts."""
    scores = [0.0] * size
    ideal = 0.0
    for idf, found in concepts:
        ideal += idf
        for n, s in found.items():
            scores[n] += idf * s
    return [s / ideal for s in scores] if ideal else scores


def _spelt(query: Query, views: Views) -> Iterator[tuple[str, float]]:
    """Yield the words whose letters are looked for: the question's, or their translations by their shares.

    With those of the translations a word is found within a compound, or in another form that the lexicon does not have.
    """
    if query.language == query.told:
        yield from dict.fromkeys((word, 1.0) for t in query.terms for word in t.word.split())
        return
    for term in query.terms:
        across = [r for r in term.renderings if r.language == query.told]
        found = [r for r in across if r.form in views.told.postings] or across
        whole = sum(r.share for r in found)
        for r in found:
            for word in r.word.lower().split():
                yield word, term.weight * r.share / whole
        if not across and not term.within:
            yield term.word, term.weight
