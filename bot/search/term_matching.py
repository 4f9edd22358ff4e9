"""Which forms of an article a question's term may stand for: variants, translations, cognates, other names of a state.

Rule of this room: pure; it looks words up in an `ArticleIndex` and scores no sentence.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bot.core.lexical.lexicon import EntityKind
from bot.core.retrieval.question_names import is_known
from bot.search.article_index import ArticleIndex, TermMatch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.core.language import Language
    from bot.model import Query, Term

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
TRUSTED = 0.3
"""Share of a word's translations that must occur; what is found by less is trusted by the root of its part of it."""
SPOKEN = 0.6
"""How surely a name is found in what its bearer is quoted with."""
ANSWERED = 0.7
"""How surely what a question in the article asks about is found in the sentence that follows it."""
LIKELY = 0.15
"""Share, against the likeliest, of a form that is shown as a match."""


def _variants(
    term: Term, own: str, query: Query, index: ArticleIndex, *, known: bool
) -> tuple[dict[str, float], float]:
    """Return the forms that may stand for a term in its own language, by share, and how far to trust them.

    What is only spelt alike is trusted as far as it is alike; `known` tells of a name whether the lexicon has it.
    """
    like = _like(term, own, index, known=known)
    shares = {form: VARIANT * dice for form, dice in like.items()}
    shares |= {
        r.form: r.probability
        for r in term.translations
        if r.language == query.article_language and r.form in index.words.postings
    }
    return shares, 1.0 if own in index.words.postings else max(like.values(), default=0.0)


def _translations(
    term: Term, own: str, query: Query, index: ArticleIndex, *, known: bool
) -> tuple[dict[str, float], float]:
    """Return the same across languages: translations that occur, the word itself, cognates; shares sum to 1.

    A word of which only unlikely translations occur is hardly found.
    """
    told = index.words.postings
    like = _like(term, own, index, known=known)
    shares: dict[str, float] = defaultdict(float)
    for r in term.translations:
        if r.language == query.article_language and r.form in told:
            shares[r.form] += r.probability
    translated = sum(shares.values())
    if own in told:
        shares[own] = max(shares[own], IDENTICAL if translated and own.isalpha() else 1.0)
    trust = 1.0 if own in told else max((*like.values(), min(1.0, translated / TRUSTED) ** 0.5))
    for form, dice in like.items():
        shares[form] = max(shares[form], dice * (COGNATE if translated else 1.0))
    whole = sum(shares.values())
    return {form: share / whole for form, share in shares.items()}, trust


def _like(term: Term, own: str, index: ArticleIndex, *, known: bool) -> Mapping[str, float]:
    """Return the forms spelt like a term's, but for nouns that only end like a verb and verbs that end like a noun.

    Likeness goes from the start on: Lieferung is like liefern, and Abkommen not like kommen. What is like a name has
    its first letter; where the name is `known` to the lexicon, it is no common word, and where it is not, it may be
    spelt otherwise, as any unknown word may be misspelt.
    """
    like = index.similar_forms.similar(own, ALIKE)
    if term.proper and known:
        common = index.vocabulary.words
        return {f: dice for f, dice in like.items() if f == own or (f[0] == own[0] and f not in common)}
    if term.proper:
        return {f: dice for f, dice in like.items() if f[0] == own[0]} or index.spellings.near(term.word)
    if not like and len(term.translations) == 1:
        return index.similar_forms.slips(own)
    if not like or (len(like) == 1 and own in like):
        return like
    verbs, nouns = index.vocabulary.verbs, index.vocabulary.nouns
    verb, noun = own in verbs, own in nouns
    if verb is noun:
        return like
    others = nouns if verb else verbs
    same = verbs if verb else nouns
    return {f: dice for f, dice in like.items() if f[0] == own[0] or f not in others or f in same}


def _headings(shares: Mapping[str, float], index: ArticleIndex) -> dict[int, float]:
    """Return the sentences under a heading that holds one of the forms, each with its share of the likeliest one's."""
    found: dict[int, float] = {}
    for form in shares.keys() & index.headings.keys():
        share = shares[form] / max(shares.values())
        for n in index.headings[form]:
            if share > found.get(n, 0.0):
                found[n] = share
    return found


def _union(there: Mapping[str, frozenset[int]], forms: Iterable[str]) -> frozenset[int]:
    """Return the sentences that any of the forms is in."""
    return frozenset().union(*(there[form] for form in forms if form in there))


def _likely(shares: Mapping[str, float]) -> Sequence[str]:
    """Return the forms that may be shown as a match."""
    least = LIKELY * max(shares.values(), default=1.0)
    return [form for form, share in shares.items() if share >= least]


def _positions(shares: Mapping[str, float], index: ArticleIndex) -> Mapping[int, Sequence[int]]:
    """Return where the likelier forms stand, by sentence."""
    there = [index.positions[form] for form in _likely(shares) if form in index.positions]
    if len(there) == 1:
        return there[0]
    places: dict[int, list[int]] = defaultdict(list)
    for sentences in there:
        for n, where in sentences.items():
            places[n] += where
    return places


def against_ideal(concepts: Iterable[tuple[float, Mapping[int, float]]], size: int) -> list[float]:
    """Return the scores of `size` sentences against what concepts could reach; each is an idf and saturated counts."""
    scores = [0.0] * size
    ideal = 0.0
    for idf, found in concepts:
        ideal += idf
        for n, s in found.items():
            scores[n] += idf * s
    return [s / ideal for s in scores] if ideal else scores


def ngram_words(query: Query, index: ArticleIndex) -> Iterator[tuple[str, float]]:
    """Yield the words whose letters are looked for: the question's, or their translations by their shares.

    With those of the translations a word is found within a compound, or in another form that the lexicon does not have.
    """
    if query.language == query.article_language:
        yield from dict.fromkeys((word, 1.0) for t in query.terms for word in t.word.split())
        return
    for term in query.terms:
        across = [r for r in term.translations if r.language == query.article_language]
        found = [r for r in across if r.form in index.words.postings] or across
        whole = sum(r.probability for r in found)
        for r in found:
            for word in r.word.lower().split():
                yield word, term.weight * r.probability / whole
        if not across and not term.phrase:
            yield term.word, term.weight


def match_term(term: Term, query: Query, index: ArticleIndex, languages: Mapping[str, Language]) -> TermMatch:
    """Return what an article holds of a term's word, whatever is asked with it."""
    translated = _translated(term, query, index)
    same = query.language == query.article_language
    if same and query.article_language not in [r.language for r in term.translations]:
        return TermMatch(translated)
    analysed = same or " " in term.word
    own = term.form if analysed else languages[query.article_language].analyser().forms(term.word)[0]
    known = is_known(term.word, languages[query.language].lexicon().vocabulary(query.language))
    shares, trust = (_variants if same else _translations)(term, own, query, index, known=known)
    for form in _state_names(term, query, index, languages):
        shares.setdefault(form, METONYM)
        trust = max(trust, METONYM)
    idf, found = index.words.concept(shares)
    saturation = _carried({n: trust * s for n, s in found.items()}, shares or (own,), index)
    kin = index.kin.of(term, own, query.language)
    return TermMatch(
        translated,
        known=True,
        idf=idf,
        saturation=saturation,
        heading_saturation=_headings(shares, index),
        positions=_positions(shares, index),
        themes_in=_union(index.themes, _likely(shares)),
        counted_in=_union(index.counted_nouns, _likely(shares)),
        near=_near(kin, saturation, index),
        titled=not index.title.isdisjoint(shares) or own in index.title,
        akin=_positions(kin, index),
    )


def _carried(found: dict[int, float], forms: Iterable[str], index: ArticleIndex) -> dict[int, float]:
    """Return where a term is found, and where it need not be said: behind a question, by whom it names."""
    last = len(index.sentence_features) - 1
    for n in [n for n in found if n < last and index.sentence_features[n].asks]:
        found[n + 1] = max(found.get(n + 1, 0.0), ANSWERED * found[n])
    for n in _union(index.spoken, forms):
        found[n] = max(found.get(n, 0.0), SPOKEN)
    return found


def _near(kin: Mapping[str, float], found: Mapping[int, float], index: ArticleIndex) -> dict[int, float]:
    """Return how well sentences hold what may stand for a word beyond what they hold of it; what is everywhere less."""
    near: dict[int, float] = {}
    for form, share in kin.items():
        worth = share * index.words.relative_idf(form)
        for n, _ in index.words.postings.get(form, ()):
            if worth > max(near.get(n, 0.0), found.get(n, 0.0)):
                near[n] = worth
    return {n: worth - min(1.0, found.get(n, 0.0)) for n, worth in near.items()}


def _translated(term: Term, query: Query, index: ArticleIndex) -> tuple[float, Mapping[int, float]]:
    """Return a word's idf and saturated counts in the question's language, or in the first other one that is listed."""
    other = query.language if query.language in index.translations else next(iter(index.translations), "")
    forms = {r.form: r.probability for r in term.translations if r.language == other}
    return index.translations[other].concept(forms) if forms else (0.0, {})


def _state_names(term: Term, query: Query, index: ArticleIndex, languages: Mapping[str, Language]) -> Sequence[str]:
    """Return the forms in the article that name the state a term names; who leads it is not the state."""
    known = languages[query.language].lexicon().entities(query.language)
    state = known.get(term.form) or index.aliases.get(term.form)
    return () if state is None or state.kind is EntityKind.HEAD else index.states.get(state.id, ())


def without_leaders(
    positions: Mapping[int, Sequence[int]], term: Term, index: ArticleIndex
) -> Mapping[int, Sequence[int]]:
    """Return where a state's words stand, but for the names of who leads it: they may be what is asked for."""
    leaders = {form for form, entity in index.aliases.items() if entity.kind is EntityKind.HEAD} - {term.form}
    return {
        n: [at for at in there if index.sentence_words[n][at].form not in leaders] for n, there in positions.items()
    }
