"""An article as the index sees it: its sentences' words, their translations, their letters, and who does what in them.

Rule of this room: made once an article; nothing here knows a question.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from cachetools import FIFOCache

from bot.core.lexical.multiword import phrases
from bot.core.lexical.string_similarity import NgramIndex, Spellings, char_ngrams
from bot.core.retrieval.article_questions import is_question
from bot.core.retrieval.sentence_features import sentence_features
from bot.core.semantics.contrast import Contrasting
from bot.core.semantics.entities import aliases_in
from bot.core.semantics.quantities import counted_nouns_in
from bot.core.semantics.role_frames import RoleFrame
from bot.core.semantics.semantic_roles import RoleLabeller
from bot.model import BlockKind, Span
from bot.search.joined_words import joined_pairs
from bot.search.kin import Kin
from bot.search.okapi import ConceptBm25, LuceneOkapi

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from bot.core.language import Language
    from bot.core.language_data.morphology import Vocabulary
    from bot.core.lexical.analysis import Word
    from bot.core.lexical.lexicon import Entity
    from bot.core.retrieval.evidence import SentenceFeatures
    from bot.core.semantics.contrast import Marks
    from bot.core.semantics.predicates import Proposition
    from bot.model import Article, Translation

    Phrase = tuple[int, int, tuple[Translation, ...]]

MAX_CACHED_TERMS = 2_000
"""Words that were asked for, of which is kept what an article holds of them; a word and its letters take 2 KB."""
COVERED = 0.4
"""Count, in the translated view, of a word inside a phrase of the lexicon."""


class TermMatch(NamedTuple):
    """What an article holds of a word, whatever is asked with it.

    `translated` is its idf and each sentence's saturated count in another language's view; `themes_in` and `counted_in`
    are the sentences in which it is what somebody gives, and what a number counts; `near` tells how well each sentence
    holds what may stand for it, `akin` where that stands, `titled` whether a heading has it; the rest is that of a
    `Concept`. What is no word of the article's language (`known`) has `translated` alone.
    """

    translated: tuple[float, Mapping[int, float]]
    known: bool = False
    idf: float = 0.0
    saturation: Mapping[int, float] = {}
    heading_saturation: Mapping[int, float] = {}
    positions: Mapping[int, Sequence[int]] = {}
    themes_in: frozenset[int] = frozenset()
    counted_in: frozenset[int] = frozenset()
    near: Mapping[int, float] = {}
    titled: bool = False
    akin: Mapping[int, Sequence[int]] = {}


class NgramScores:
    """Sentences by the runs of letters in their words; what those of a word are worth is worked out once."""

    def __init__(self, rows: Sequence[Sequence[Word]]) -> None:
        bm25 = ConceptBm25(LuceneOkapi([[gram for w in row for gram in char_ngrams(w.word)] for row in rows]))
        self._size = bm25.size
        # Without this object in it: an index that nobody keeps goes at once, and not when garbage is looked for.
        self._worth = lru_cache(MAX_CACHED_TERMS)(lambda word: bm25.ideal_and_scores(char_ngrams(word)))

    def scores(self, words: Iterable[tuple[str, float]]) -> list[float]:
        """Return each sentence's score for weighed words, against what they could reach: about 1 where all are."""
        scores, ideal = [0.0] * self._size, 0.0
        for word, weight in words:
            worth, reached = self._worth(word)
            ideal += weight * worth
            for n, score in reached.items():
                scores[n] += weight * score
        return [s / ideal for s in scores] if ideal else scores


class TermCache:
    """What is known already of words asked for; bounded, and used by any thread."""

    def __init__(self) -> None:
        self._kept: FIFOCache[tuple[object, ...], TermMatch] = FIFOCache(MAX_CACHED_TERMS)
        self._lock = Lock()

    def of(self, key: tuple[object, ...], make: Callable[[], TermMatch]) -> TermMatch:
        """Return what is known under a key, made where nothing is; two threads may make it at once."""
        with self._lock:
            found = self._kept.get(key)
        if found is None:
            found = make()
            with self._lock:
                self._kept[key] = found
        return found


@dataclass(frozen=True, slots=True)
class ArticleIndex:
    """An article's sentences, by number, in three views, and where their forms stand.

    `spans` is where the words stand in the article, so that no question makes them anew; `words` counts forms in the
    article's language, `translations` their renderings in each other one, `ngrams` runs of letters; `positions` has, by
    form and sentence, the places in `sentence_words`; `headings` the sentences under a heading with the form; `aliases`
    and `states` the names of states, by form and by state; `frames` who gives and who gets, and `by_predicate` the
    sentences with such a frame, by what is done in it; `theme_sentences` the sentences in which something is given,
    `themes` those by what it is, and `counted_nouns` those in which a number counts something, by what it is;
    `vocabulary` is the language's; `kin` finds what may stand for a word, `title` has the forms of all headings, and
    `spoken` the sentences that a speaker says; `predicates` who does what, for any verb, and `by_verb` the sentences by
    it; `marks` what excludes others; `texts` the sentences; `led` those that name who leads a state, by it.
    `term_cache` is what is known already of words asked for.
    """

    sentence_words: tuple[tuple[Word, ...], ...]
    spans: tuple[tuple[Span, ...], ...]
    words: ConceptBm25
    translations: Mapping[str, ConceptBm25]
    ngrams: NgramScores
    positions: Mapping[str, Mapping[int, Sequence[int]]]
    headings: Mapping[str, Sequence[int]]
    similar_forms: NgramIndex
    spellings: Spellings
    joined: Mapping[str, frozenset[int]]
    sentence_features: tuple[SentenceFeatures, ...]
    aliases: Mapping[str, Entity]
    states: Mapping[str, Sequence[str]]
    frames: tuple[tuple[RoleFrame, ...], ...]
    by_predicate: Mapping[str, Sequence[int]]
    theme_sentences: frozenset[int]
    themes: Mapping[str, frozenset[int]]
    counted_nouns: Mapping[str, frozenset[int]]
    vocabulary: Vocabulary
    kin: Kin
    title: frozenset[str]
    spoken: Mapping[str, frozenset[int]]
    predicates: tuple[tuple[Proposition, ...], ...] = ()
    by_verb: Mapping[str, Sequence[int]] = field(default_factory=dict)
    marks: tuple[Marks, ...] = ()
    texts: tuple[str, ...] = ()
    led: Mapping[str, Sequence[int]] = field(default_factory=dict)
    term_cache: TermCache = field(default_factory=TermCache)


def index_article(
    article: Article, language: Language, labeller: RoleLabeller, others: Sequence[str], endings: re.Pattern[str]
) -> ArticleIndex:
    """Return the index of an article in its language, which `labeller` reads, for questions in `others` as well.

    `endings` are those that words share without being alike, in any of the languages.
    """
    texts = [s.span.cut(article.text) for s in article.sentences]
    words = tuple(language.analyser().read(text) for text in texts)
    multiword = [tuple(phrases(row, language.lexicon(), language.code)) for row in words]
    positions = _positions(words, multiword)
    okapi = LuceneOkapi(_documents(positions, len(words)))
    aliases = aliases_in(texts, language)
    frames = tuple(labeller.label(text, aliases) for text in texts)
    contrasts = Contrasting(language)
    done = tuple(labeller.predicates(text, aliases) for text in texts)
    return ArticleIndex(
        sentence_words=words,
        spans=tuple(tuple(_spans(s.span.start, row)) for s, row in zip(article.sentences, words, strict=True)),
        words=ConceptBm25(okapi),
        translations={
            other: ConceptBm25(
                okapi, [_translated(row, own, language, other) for row, own in zip(words, multiword, strict=True)]
            )
            for other in others
        },
        ngrams=NgramScores(words),
        positions=positions,
        headings=_headings(article, language),
        similar_forms=NgramIndex(positions, endings),
        joined=joined_pairs(texts, words),
        spellings=Spellings({w.word: w.form for row in words for w in row}),
        sentence_features=sentence_features(article, words, language),
        aliases=aliases,
        states=_states({**language.lexicon().entities(language.code), **aliases}, positions),
        frames=tuple(tuple(f for f in found if f.has_participants) for found in frames),
        by_predicate=_by_predicate(frames),
        theme_sentences=frozenset(n for n, found in enumerate(frames) if any(f.themes for f in found)),
        themes=_themes(frames, words),
        counted_nouns=_counted_nouns(texts, words, language),
        vocabulary=language.lexicon().vocabulary(language.code),
        kin=Kin(positions, language),
        title=_title(article, language),
        spoken=_spoken(article, language),
        predicates=done,
        by_verb=_by_verb(done),
        marks=tuple(contrasts.marks(text, row) for text, row in zip(texts, words, strict=True)),
        texts=tuple(texts),
        led=_led(texts, language),
    )


def _led(texts: Sequence[str], language: Language) -> dict[str, list[int]]:
    """Return the sentences that name who leads a state by a title, by the state."""
    found: dict[str, list[int]] = defaultdict(list)
    for n, text in enumerate(texts):
        for state in dict.fromkeys(entity.id for entity in aliases_in((text,), language).values()):
            found[state].append(n)
    return found


def _spans(start: int, row: Sequence[Word]) -> Iterator[Span]:
    """Yield where the words of a sentence that starts at `start` stand in its article."""
    yield from (Span(start + w.start, start + w.end) for w in row)


def _positions(words: Sequence[Sequence[Word]], found: Sequence[Sequence[Phrase]]) -> dict[str, dict[int, list[int]]]:
    """Return where each form stands: words, parts of compounds, and phrases of the lexicon."""
    places: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for n, row in enumerate(words):
        for i, w in enumerate(row):
            for form in (w.form, *w.parts):
                places[form][n].append(i)
        for start, end, _ in found[n]:
            places[" ".join(w.form for w in row[start:end])][n] += range(start, end)
    return places


def _documents(positions: Mapping[str, Mapping[int, Sequence[int]]], size: int) -> list[list[str]]:
    """Return the forms of each sentence, as often as it holds them; a phrase counts once a time."""
    documents: list[list[str]] = [[] for _ in range(size)]
    for form, there in positions.items():
        words = form.count(" ") + 1
        for n, where in there.items():
            documents[n] += [form] * (len(where) // words)
    return documents


def _translated(row: Sequence[Word], found: Sequence[Phrase], language: Language, other: str) -> dict[str, float]:
    """Return a sentence in another language: the renderings of its words, by their shares; names as they are."""
    counts: dict[str, float] = defaultdict(float)
    covered = {i for start, end, _ in found for i in range(start, end)}
    for _, _, renderings in found:
        for r in renderings:
            if r.language == other:
                counts[r.form] += r.probability
    for i, w in enumerate(row):
        for form in (w.form, *w.parts):
            renderings = language.lexicon().translations_into(other, form, language.code)
            for r in renderings:
                counts[r.form] += r.probability * (COVERED if i in covered else 1.0)
            if not renderings and not w.parts:
                counts[form] += 1.0
    return counts


def _spoken(article: Article, language: Language) -> dict[str, frozenset[int]]:
    """Return the sentences that somebody is quoted with, by the forms of the name and role."""
    found: dict[str, set[int]] = defaultdict(set)
    for said in article.attributions:
        for who in filter(None, (said.speaker, *said.via)):
            there = article.sentences_in(said.content)
            for word in language.analyser().read(
                " ".join(filter(None, (who.name, who.role, who.span.cut(article.text))))
            ):
                found[word.form].update(there)
    return {form: frozenset(sentences) for form, sentences in found.items()}


def _title(article: Article, language: Language) -> frozenset[str]:
    """Return the forms of the title and of all headings."""
    texts = [b.span.cut(article.text) for b in article.blocks if b.kind in {BlockKind.TITLE, BlockKind.HEADING}]
    rows = [language.analyser().read(text) for text in (*texts, article.title or "")]
    return frozenset(form for row in rows for w in row for form in (w.form, *w.parts))


def _headings(article: Article, language: Language) -> dict[str, list[int]]:
    headings: dict[str, list[int]] = defaultdict(list)
    for passage in article.passages:
        for heading in passage.headings:
            for w in language.analyser().read(heading.cut(article.text)):
                for form in (w.form, *w.parts):
                    headings[form] += range(passage.first, passage.last)
    for question, answers in _asked(article):
        for w in language.analyser().read(question):
            for form in (w.form, *w.parts):
                headings[form] += answers
    return headings


def _asked(article: Article) -> Iterator[tuple[str, range]]:
    """Yield what ends as a question, and the sentences of the paragraph behind it, which answer it."""
    last = {passage.first: passage.last for passage in article.passages}
    for n, sentence in enumerate(article.sentences):
        if n + 1 in last and is_question(sentence.span.cut(article.text)):
            yield sentence.span.cut(article.text), range(n + 1, last[n + 1])


def _states(known: Mapping[str, Entity], there: Mapping[str, object]) -> dict[str, list[str]]:
    """Return the forms in an article that name a state, by the state."""
    found: dict[str, list[str]] = defaultdict(list)
    for form in there:
        if form in known:
            found[known[form].id].append(form)
    return found


def _by_predicate(frames: Sequence[Sequence[RoleFrame]]) -> dict[str, list[int]]:
    acts: dict[str, list[int]] = defaultdict(list)
    for n, found in enumerate(frames):
        for act in dict.fromkeys(f.predicate for f in found if f.has_participants):
            acts[act].append(n)
    return acts


def _themes(frames: Sequence[Sequence[RoleFrame]], words: Sequence[Sequence[Word]]) -> dict[str, frozenset[int]]:
    """Return the sentences in which something is given, by its form and by that of its last part."""
    found: list[list[Word]] = []
    for row, told in zip(words, frames, strict=True):
        starts = frozenset().union(*(f.themes for f in told))
        found.append([w for w in row if w.start in starts])
    return _by_form(found)


def _counted_nouns(
    texts: Sequence[str], words: Sequence[Sequence[Word]], language: Language
) -> dict[str, frozenset[int]]:
    """Return the sentences in which something is counted, by its form and by that of its last part."""
    rows = zip(texts, words, strict=True)
    return _by_form([[row[place] for place in counted_nouns_in(text, row, language)] for text, row in rows])


def _by_form(found: Sequence[Sequence[Word]]) -> dict[str, frozenset[int]]:
    """Return the sentences by the forms of their words, and by those of compounds' last parts."""
    there: dict[str, set[int]] = defaultdict(set)
    for n, row in enumerate(found):
        for w in row:
            there[w.form].add(n)
            if w.parts:
                there[w.parts[-1]].add(n)
    return {form: frozenset(sentences) for form, sentences in there.items()}


def _by_verb(found: Sequence[Sequence[Proposition]]) -> Mapping[str, Sequence[int]]:
    """Return the sentences by the verbs of their predicates, and by the names of their acts, with a colon."""
    there: dict[str, list[int]] = defaultdict(list)
    for n, row in enumerate(found):
        for key in dict.fromkeys(k for p in row for k in (p.form, f"{p.predicate}:" if p.predicate else "") if k):
            there[key].append(n)
    return there
