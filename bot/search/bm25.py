"""The sentences of one article, ranked by BM25 over concepts in three views: words, their translations, their letters.

Rule of this room: an index holds no truth; it is made from an article again whenever it is not there.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.query import phrases
from bot.core.ranking import Concept, Evidence, Traits, rank
from bot.core.roles import Frame, Reader, agreement, learnt
from bot.core.similar import Spellings, grams
from bot.core.traits import traits
from bot.core.translation import ADJECTIVE, HEAD
from bot.model import Hit, Match, Span
from bot.search.okapi import ConceptBm25

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.core.analysis import Word
    from bot.core.language import Language
    from bot.model import Article, Query, Term

KEPT = 64
"""Indexes kept in memory, the least recently asked go first."""
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
TRANSFER = 0.8
"""How surely a verb of giving or getting is found where the parties do what is asked, by whatever verb."""
COVERED = 0.4
"""Count, in the translated view, of a word inside a phrase of the lexicon."""


@dataclass(frozen=True, slots=True)
class _Prepared:
    """An article's sentences in three views, and their words."""

    words: tuple[tuple[Word, ...], ...]
    told: ConceptBm25
    across: ConceptBm25
    letters: ConceptBm25
    heads: Mapping[str, list[int]]
    spellings: Spellings
    places: Mapping[str, Mapping[int, list[int]]]
    traits: tuple[Traits, ...]
    aliases: Mapping[str, str]
    parties: Mapping[str, Sequence[str]]
    frames: tuple[tuple[Frame, ...], ...]


class Bm25Index:
    """A SearchIndex in memory; bounded, so that articles may be many."""

    def __init__(self, languages: Mapping[str, Language]) -> None:
        self._languages = languages
        self._kept: OrderedDict[str, _Prepared] = OrderedDict()
        self._readers: dict[str, Reader] = {}

    def prepare(self, article: Article) -> None:
        """Index an article; doing it again changes nothing."""
        self._prepared(article)

    def _prepared(self, article: Article) -> _Prepared:
        found = self._kept.get(article.id)
        if found is None:
            found = self._kept[article.id] = _prepare(
                article, self._languages[article.language], self._reader(article.language)
            )
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(article.id)
        return found

    def evidence(self, article: Article, query: Query) -> Evidence:
        """Return what was found."""
        p = self._prepared(article)
        roles = self._roles(query, p)
        found = [(t, self._concept(t, query, p, roles)) for t in query.terms]
        phrases = {c.word for t, c in found if c.found and " " in t.form}
        across = [
            {r.form: r.share for r in t.renderings if r.language != query.told}
            for t in query.terms
            if t.within not in phrases
        ]
        return Evidence(
            query.language != query.told,
            [c for t, c in found if c.weight and t.within not in phrases],
            _normal(p.across, across),
            _letters(p.letters, query),
            roles,
            p.traits,
            query.wanted,
            frozenset(t.form for t in query.terms if t.form[0].isdigit()),
        )

    def _reader(self, code: str) -> Reader:
        if code not in self._readers:
            self._readers[code] = Reader(self._languages[code])
        return self._readers[code]

    def _roles(self, query: Query, p: _Prepared) -> list[float]:
        asked = self._reader(query.language).frames(query.question, p.aliases)
        return [agreement(asked, frames) if asked else 0.0 for frames in p.frames]

    def _same_party(self, term: Term, query: Query, p: _Prepared) -> Sequence[str]:
        """Return the forms in the article that name the state a term names."""
        known = self._languages[query.language].lexicon().parties(query.language)
        party = known.get(term.form) or p.aliases.get(term.form)
        return p.parties.get(party.rstrip(ADJECTIVE), ()) if party and not party.endswith(HEAD) else ()

    def _concept(self, term: Term, query: Query, p: _Prepared, roles: Sequence[float]) -> Concept:
        foreign = query.language != query.told and " " not in term.word
        own = self._languages[query.told].analyser().forms(term.word)[0] if foreign else term.form
        shares, trust = _shares(term, own, query, p)
        for form in self._same_party(term, query, p):
            shares.setdefault(form, METONYM)
            trust = max(trust, METONYM)
        if query.language == query.told and not any(r.language == query.told for r in term.renderings):
            return Concept(term.word, 0.0, 0.0, {}, {}, {})
        idf, found = p.told.concept(shares)
        found = {n: trust * s for n, s in found.items()}
        if self._reader(query.language).transfers(term.form):
            found |= {n: max(TRANSFER, found.get(n, 0.0)) for n, r in enumerate(roles) if r > 0}
        heads: dict[int, float] = defaultdict(float)
        places: dict[int, list[int]] = defaultdict(list)
        top = max(shares.values(), default=1.0)
        for form, share in shares.items():
            for n in p.heads.get(form, ()):
                heads[n] = max(heads[n], share / top)
            if share >= 0.15 * top:
                for n, where in p.places.get(form, {}).items():
                    places[n] += where
        return Concept(term.word, term.weight, idf, found, heads, places, term.name)

    def search(self, article: Article, query: Query) -> Sequence[Hit]:
        """Return every sentence that matches, best first; ties in text order."""
        p = self._prepared(article)
        e = self.evidence(article, query)
        scores = rank(e)
        ideal = sum(c.weight * c.idf for c in e.concepts) or 1.0
        hits = []
        for n, s in enumerate(scores):
            there = [c for c in e.concepts if n in c.found]
            if there:
                matches = tuple(
                    Match(
                        c.word, Span(article.sentences[n].span.start + w.start, article.sentences[n].span.start + w.end)
                    )
                    for c in there
                    for place in c.places.get(n, ())
                    for w in (p.words[n][place],)
                )
                coverage = sum(c.weight * c.idf * min(1.0, c.found[n]) for c in there) / ideal
                spans = tuple(sorted({m.span for m in matches}))
                hits.append(Hit(n, s, spans, tuple(dict.fromkeys(c.word for c in there)), coverage, matches))
        return sorted(hits, key=lambda h: (-h.score, h.sentence))


def _shares(term: Term, own: str, query: Query, p: _Prepared) -> tuple[dict[str, float], float]:
    """Return the forms that may stand for a term in the article, each with its share, and how far to trust them.

    `own` is the form of the word itself in the article's language. What is only spelt alike is trusted as far as it is
    alike.
    """
    told = p.told.postings
    shares: dict[str, float] = defaultdict(float)
    for r in term.renderings:
        if r.language == query.told and r.form in told:
            shares[r.form] += r.share
    like = p.spellings.like(own, ALIKE)
    sure = bool(shares) or own in told
    trust = 1.0 if sure else max(like.values(), default=0.0)
    if query.language == query.told:
        for form, dice in like.items():
            if form != own:
                shares[form] = max(shares.get(form, 0.0), VARIANT * dice)
        return shares, trust
    translated = bool(shares)
    if own in told:
        shares[own] = max(shares.get(own, 0.0), IDENTICAL if translated and own.isalpha() else 1.0)
    for form, dice in like.items():
        shares[form] = max(shares.get(form, 0.0), dice * (COGNATE if translated else 1.0))
    whole = sum(shares.values())
    return {form: share / whole for form, share in shares.items()}, trust


def _normal(view: ConceptBm25, concepts: Sequence[Mapping[str, float]]) -> list[float]:
    """Return scores against what the concepts could reach."""
    scores = [0.0] * view.corpus_size
    ideal = 0.0
    for shares in concepts:
        if shares:
            idf, found = view.concept(shares)
            ideal += idf
            for n, s in found.items():
                scores[n] += idf * s
    return [s / ideal for s in scores] if ideal else scores


def _letters(view: ConceptBm25, query: Query) -> list[float]:
    words = dict.fromkeys(w for t in query.terms for w in t.word.split())
    wanted = [g for w in words for g in grams(w)]
    ideal = sum(view.idf.get(g) or view.rarity(0) for g in wanted) or 1.0
    return [s / ideal for s in view.get_scores(wanted)]


def _prepare(article: Article, language: Language, reader: Reader) -> _Prepared:
    read = language.analyser().read
    words = tuple(read(s.span.cut(article.text)) for s in article.sentences)
    found = [tuple(phrases(row, language)) for row in words]
    told, across, letters = [], [], []
    places: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for n, row in enumerate(words):
        counts: dict[str, float] = defaultdict(float)
        grammed: dict[str, float] = defaultdict(float)
        for i, w in enumerate(row):
            for form in (w.form, *w.parts):
                counts[form] += 1
                places[form][n].append(i)
            for gram in grams(w.word):
                grammed[gram] += 1
        for start, end, _ in found[n]:
            form = " ".join(w.form for w in row[start:end])
            counts[form] += 1
            places[form][n] += range(start, end)
        told.append(counts)
        letters.append(grammed)
        across.append(_across(row, found[n], language))
    heads: dict[str, list[int]] = defaultdict(list)
    for passage in article.passages:
        for heading in passage.headings:
            for w in read(heading.cut(article.text)):
                for form in (w.form, *w.parts):
                    heads[form] += range(passage.first, passage.last)
    aliases = learnt([s.span.cut(article.text) for s in article.sentences], language)
    lengths = [float(sum(counts.values())) for counts in told]
    return _Prepared(
        words,
        ConceptBm25(told),
        ConceptBm25(across, lengths),
        ConceptBm25(letters),
        heads,
        Spellings(form for counts in told for form in counts),
        places,
        traits(article, words, language),
        aliases,
        _parties({**language.lexicon().parties(language.code), **aliases}, places),
        tuple(reader.frames(s.span.cut(article.text), aliases) for s in article.sentences),
    )


def _parties(known: Mapping[str, str], there: Mapping[str, object]) -> dict[str, list[str]]:
    """Return the forms in an article that name a state, by the state."""
    found: dict[str, list[str]] = defaultdict(list)
    for form in there:
        if form in known:
            found[known[form].rstrip(ADJECTIVE + HEAD)].append(form)
    return found


def _across(
    row: Sequence[Word], found: Sequence[tuple[int, int, tuple[object, ...]]], language: Language
) -> dict[str, float]:
    """Return a sentence in the other language: the renderings of its words, by their shares."""
    counts: dict[str, float] = defaultdict(float)
    covered = {i for start, end, _ in found for i in range(start, end)}
    lexicon, code = language.lexicon(), language.code
    for start, end, renderings in found:
        for r in renderings:
            counts[r.form] += r.share
    for i, w in enumerate(row):
        for form in (w.form, *w.parts):
            renderings = lexicon.renderings(form, code)
            for r in renderings:
                counts[r.form] += r.share * (COVERED if i in covered else 1.0)
            if not renderings and not w.parts:
                counts[form] += 1.0
    return counts
