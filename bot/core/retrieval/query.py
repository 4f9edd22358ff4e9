"""A question as terms: which language it is in, what it wants to know, and what its words are in either language.

Rule of this room: nothing here has seen the article; what of it occurs there is the index's to say.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bot.core.lexical.lexicon import EntityKind
from bot.core.lexical.multiword import phrases
from bot.core.lexical.tokens import tokens
from bot.core.retrieval import answer_types
from bot.core.retrieval.padding import unpadded
from bot.core.retrieval.question_names import QuestionNames, question_names
from bot.core.semantics import names
from bot.core.semantics.quantities import counted_nouns_asked
from bot.model import Query, QuestionType, Term, Translation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.core.language import Language
    from bot.core.lexical.analysis import Word
    from bot.core.lexical.tokens import Token

PART = 0.35
"""Weight of a compound's part beside the compound."""
UNKNOWN, LONE_PART = 0.2, 0.7
"""Weights of a compound that the lexicon does not have, and of its parts, which then stand for it."""
COVERED = 0.4
"""Weight of a word that a phrase of the lexicon covers."""
PHRASE = 0.6
"""Weight of such a phrase, a word of it."""
TYPE_WORD = 0.4
"""Weight of a word that only names the kind of answer (which YEAR, what is the NAME)."""
SLIP = 0.4
"""Share of what a misspelt word may be meant for."""
LONGEST_QUESTION = 40
"""Words of a question that are looked for; who types more has pasted a text, of which its beginning will do."""
SHOWING = 12
"""Words of a question that are asked for its language where no function word shows it."""
MENDED = 2
"""Words of a question, at most, that may be slips."""
SAME = 0.3
"""Share of the word itself on the other language's side, where it is translated: names and loan words."""


class TokenizedQuestion(NamedTuple):
    """A question, its words, and the language that they show."""

    question: str
    words: tuple[Token, ...]
    language: str


def parse(question: str, article_language: str, languages: Mapping[str, Language]) -> Query:
    """Return a question's terms for an article in `article_language`, a key of `languages`.

    The question's language is the one its words show, else the article's.
    """
    return parse_tokenized(tokenize(question, article_language, languages), article_language, languages)


def parse_tokenized(heard: TokenizedQuestion, article_language: str, languages: Mapping[str, Language]) -> Query:
    """Return the same for a question whose words and language are known."""
    question, everything, asked = heard
    language = languages[asked]
    words = _content(language.analyser().read(question, everything), language)
    low = f" {' '.join([t.word for t in everything])} "
    units = _without_kind(names.aspects(words, question, language), words, low, language)
    named = question_names(words, everything, question, language, foreign=asked != article_language)
    terms = tuple(_terms(words, units, named, language, article_language))
    wanted = next((kind for kind, sign in language.questions.question_types if sign.search(low)), QuestionType.WHAT)
    counted = counted_nouns_asked(low, language) if wanted is QuestionType.NUMBER else ()
    return Query(
        question,
        asked,
        terms,
        article_language,
        wanted,
        answer_types.answer_type_of(low, wanted, language.questions),
        counted,
    )


def _without_kind(units: Sequence[int], words: Sequence[Word], low: str, language: Language) -> Sequence[int | None]:
    """Return what each word is about; what only says which kind of person or place is asked for is about nothing.

    Who asks which actor sang is answered by a name, whoever it is said to be.
    """
    found = language.questions.kind.search(low)
    return units if found is None else [None if w.word == found[1] else u for w, u in zip(words, units, strict=True)]


def _content(words: Sequence[Word], language: Language) -> Sequence[Word]:
    """Return the words that are no filler; all of them where there are no others."""
    fillers = language.padding.fillers
    return tuple(w for w in words if w.word not in fillers) or words


def tokenize(question: str, article_language: str, languages: Mapping[str, Language]) -> TokenizedQuestion:
    """Return a question without what stands around it, its words, and its language.

    That is the one of its function words, else of the lexicon's, else the article's.
    """
    words = tokens(question)
    language = _language([t.word for t in words], article_language, languages)
    text = unpadded(question, languages[language].padding)
    heard = words if text == question else tokens(text)
    return TokenizedQuestion(text, heard[:LONGEST_QUESTION], language)


def language_of(question: str, article_language: str, languages: Mapping[str, Language]) -> str:
    """Return the language of a question alone."""
    return tokenize(question, article_language, languages).language


def shown_language(text: str, languages: Mapping[str, Language]) -> str | None:
    """Return the language that a text's words show, names apart; None where they show none, or two alike."""
    words = [t.word for t in tokens(text)]
    for counted in (_light, _known_words):
        counts = {code: counted(words, language) for code, language in languages.items()}
        best = max(counts.values())
        leaders = [code for code, n in counts.items() if n == best]
        if len(leaders) == 1:
            return leaders[0]
        if best:
            return None
    return None


def _known_words(words: Sequence[str], language: Language) -> int:
    lexicon = language.lexicon()
    entities, names = lexicon.entities(language.code), lexicon.vocabulary(language.code).names
    return _known([word for word in words if word not in entities and word not in names], language)


def _light(words: Sequence[str], language: Language) -> int:
    return len(set(words) & language.morphology.function_words)


def _language(words: Sequence[str], article_language: str, languages: Mapping[str, Language]) -> str:
    seen = set(words)
    counts = {code: len(seen & language.morphology.function_words) for code, language in languages.items()}
    best = max(counts.values())
    leaders = [code for code, n in counts.items() if n == best]
    if len(leaders) == 1:
        return leaders[0]
    known = {code: _known(words, languages[code]) for code in leaders}
    if not any(known.values()):
        known = {code: _correctable(words, languages[code]) for code in leaders}
    return max(leaders, key=lambda code: (known[code], code == article_language))


def _known(words: Sequence[str], language: Language) -> int:
    forms = (language.analyser().forms(w)[0] for w in list(dict.fromkeys(words))[:SHOWING])
    return sum(1 for form in forms if language.lexicon().translations(form, language.code))


def _correctable(words: Sequence[str], language: Language) -> int:
    forms = ((w, language.analyser().forms(w)[0]) for w in list(dict.fromkeys(words))[:MENDED])
    return sum(1 for word, form in forms if _corrected(word, form, language))


def _terms(
    words: Sequence[Word], units: Sequence[int | None], named: QuestionNames, language: Language, told: str
) -> Iterator[Term]:
    """Yield the terms: phrases of the lexicon first, then the words, each once."""
    covered: dict[int, str] = {}
    for start, end, renderings in phrases(words, language.lexicon(), language.code):
        form = " ".join(w.form for w in words[start:end])
        word = " ".join(w.word for w in words[start:end])
        covered |= dict.fromkeys(range(start, end), word)
        title = next((named.titles[n] for n in range(start, end) if n in named.titles), None)
        weight = PHRASE * (end - start)
        yield Term(word, form, weight, renderings, "", _is_state(form, language), units[start], title=title)
    seen: set[str] = set()
    # What is meant by many unknown words is not looked for: a question has few slips, and each costs a millisecond.
    known = language.lexicon().translations
    few = sum(1 for w in words if not known(w.form, language.code)) <= MENDED
    beside = frozenset(w.form for w in words) if few else None
    for n, found in enumerate(words):
        if found.form not in seen:
            seen.add(found.form)
            unit = None if _is_optional(found, language) else units[n]
            terms = _with_parts(found, unit, covered.get(n, ""), seen, language, told, beside)
            terms = (_as_name(t, language, told) for t in terms) if n in named.proper else terms
            yield from (replace(t, title=named.titles[n]) for t in terms) if n in named.titles else terms


def _as_name(term: Term, language: Language, told: str) -> Term:
    """Return a term that names somebody or something, rendered by names alone where there are any.

    Who asks about Hamburg means no burger.
    """
    known = language.lexicon().vocabulary(told).names
    kept = tuple(r for r in term.translations if r.language != told or any(t.word in known for t in tokens(r.word)))
    rendered = any(r.language == told for r in kept)
    return replace(term, proper=True, translations=kept if rendered else term.translations)


def _is_optional(found: Word, language: Language) -> bool:
    """Tell whether a word says what kind of answer is wanted, or next to nothing."""
    light = language.questions.optional_words | language.padding.light
    return found.form in language.questions.type_words or found.word in light


def _with_parts(  # noqa: PLR0913, PLR0917 - a word and what is around it
    found: Word,
    unit: int | None,
    within: str,
    seen: set[str],
    language: Language,
    told: str,
    beside: frozenset[str] | None,
) -> Iterator[Term]:
    """Yield a word's term and, for a compound, those of its parts, which stand for it where the lexicon lacks it."""
    foreign = language.code != told
    weight = TYPE_WORD if found.form in language.questions.type_words else 1.0
    if within and foreign:
        weight *= COVERED
    term = _term(found.word, found.form, weight, unit, language, within, beside)
    lost = foreign and bool(found.parts) and all(r.language != told for r in term.translations)
    yield replace(term, weight=weight * UNKNOWN) if lost else term
    for part in found.parts:
        if part not in seen:
            seen.add(part)
            yield _term(found.word, part, weight * (LONE_PART if lost else PART), unit, language, "")


def _term(  # noqa: PLR0913, PLR0917 - what a term is made of
    word: str,
    form: str,
    weight: float,
    unit: int | None,
    language: Language,
    within: str,
    beside: frozenset[str] | None = frozenset(),
) -> Term:
    own = Translation(word, form, 1.0, language.code)
    across = language.lexicon().translations(form, language.code)
    if not across and beside is not None:
        across = _corrected(word, form, language, beside)
    return Term(word, form, weight, (own, *across), within, not within and _is_state(form, language), unit)


def _corrected(
    word: str, form: str, language: Language, beside: frozenset[str] = frozenset()
) -> tuple[Translation, ...]:
    """Return the renderings of what a misspelt word may be meant for, none where the lexicon has the word.

    What stands `beside` it in the question is not meant: "pestis" is no slip in a question about the "Pest".
    """
    vocabulary = language.lexicon().vocabulary(language.code)
    if form in vocabulary.words or form in vocabulary.indivisible or form in vocabulary.verbs:
        return ()
    meant = language.analyser().corrections(word)
    if not beside.isdisjoint(meant):
        return ()
    found = [r for m in meant for r in language.lexicon().translations(m, language.code)]
    return tuple(replace(r, probability=SLIP * r.probability / len(meant)) for r in found)


def _is_state(form: str, language: Language) -> bool:
    """Tell whether a form names a state, its capital or its head, and is no adjective."""
    state = language.lexicon().entities(language.code).get(form)
    return state is not None and state.kind is not EntityKind.ADJECTIVE
